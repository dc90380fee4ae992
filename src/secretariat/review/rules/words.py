"""The words for statuses, and the letters that stand for them in a matrix; one letter a status in each language."""

from secretariat.decisions.rules.words import STATUS_WORDS
from secretariat.kernel import LocalizedText
from secretariat.review.rules import partners, positions, programmes, response, watch
from secretariat.review.rules.blocks import Mark

PARTY_WORDS = {
    "party": LocalizedText("party", "участник"),
    "suspended": LocalizedText("suspended", "участие приостановлено"),
    "provisional": LocalizedText("applies provisionally", "временно применяет"),
    "consented": LocalizedText("consented, not yet in force for it", "согласие выражено, для него не действует"),
    "signatory": LocalizedText("signed", "подписал"),
    "observer": LocalizedText("observer", "наблюдатель"),
    "partner": LocalizedText("partner", "партнёр"),
    "withdrawn": LocalizedText("withdrawn", "вышел"),
    "expelled": LocalizedText("expelled", "исключён"),
    "lapsed": LocalizedText("lapsed", "участие истекло"),
    "none": LocalizedText("no act recorded", "актов нет"),
    "unknown": LocalizedText("signed; ratification not found", "подписал; ратификация не найдена"),
}
PARTY_LETTERS = {
    "party": LocalizedText("P", "У"),
    "suspended": LocalizedText("X", "П"),
    "provisional": LocalizedText("V", "В"),
    "consented": LocalizedText("C", "С"),
    "signatory": LocalizedText("S", "Д"),
    "observer": LocalizedText("O", "Н"),
    "partner": LocalizedText("R", "Р"),
    "withdrawn": LocalizedText("W", "Ы"),
    "expelled": LocalizedText("E", "К"),
    "lapsed": LocalizedText("L", "И"),
    "none": LocalizedText("–", "–"),
    "unknown": LocalizedText("?", "?"),
}
COMMITMENT_WORDS = {status.value: word for status, word in STATUS_WORDS.items()} | {
    "none": LocalizedText("not an addressee", "не адресат"),
}
COMMITMENT_LETTERS = {
    "proposed": LocalizedText("O", "П"),
    "accepted": LocalizedText("A", "К"),
    "declined": LocalizedText("D", "О"),
    "not_started": LocalizedText("N", "Н"),
    "in_progress": LocalizedText("I", "Р"),
    "claimed": LocalizedText("C", "З"),
    "verified": LocalizedText("V", "В"),
    "stagnant": LocalizedText("S", "Б"),
    "blocked": LocalizedText("B", "Т"),
    "superseded": LocalizedText("U", "М"),
    "elapsed": LocalizedText("E", "У"),
    "retired": LocalizedText("R", "С"),
    "withdrawn": LocalizedText("W", "Ы"),
    "unknown": LocalizedText("?", "?"),
    "none": LocalizedText("–", "–"),
}


def party_mark(code: str) -> Mark:
    """A party status as a cell."""
    return Mark(code, PARTY_WORDS[code])


def commitment_mark(code: str) -> Mark:
    """A commitment status as a cell."""
    return Mark(code, COMMITMENT_WORDS[code])


ACT_WORDS = {
    **positions.ACT_WORDS,
    **partners.ACT_WORDS,
    **watch.ACT_WORDS,
    **programmes.ACT_WORDS,
    **response.ACT_WORDS,
    "definitive_signature": LocalizedText("definitive signature", "окончательное подписание"),
    "signature": LocalizedText("signature", "подписание"),
    "ratification": LocalizedText("ratification", "ратификация"),
    "acceptance": LocalizedText("acceptance", "принятие"),
    "approval": LocalizedText("approval", "утверждение"),
    "accession": LocalizedText("accession", "присоединение"),
    "succession": LocalizedText("succession", "правопреемство"),
    "provisional_application": LocalizedText("provisional application", "временное применение"),
    "reservation": LocalizedText("reservation", "оговорка"),
    "declaration": LocalizedText("declaration", "заявление"),
    "notice_of_withdrawal": LocalizedText("notice of withdrawal", "уведомление о выходе"),
    "withdrawal": LocalizedText("withdrawal", "выход"),
    "suspension": LocalizedText("suspension", "приостановление участия"),
    "lifting": LocalizedText("lifting of a suspension", "возобновление участия"),
    "expulsion": LocalizedText("expulsion", "исключение"),
    "lapse": LocalizedText("participation lapsed", "участие истекло"),
    "announcement": LocalizedText("entry into force announced", "объявлено о вступлении в силу"),
    "observer_status": LocalizedText("observer status", "статус наблюдателя"),
    "partner_status": LocalizedText("partner status", "статус партнёра"),
    "scheduled": LocalizedText("announced", "объявлено"),
    "moved": LocalizedText("moved", "перенесено"),
    "cancelled": LocalizedText("cancelled", "отменено"),
    "held": LocalizedText("held", "состоялось"),
    "start": LocalizedText("term begins", "начало срока"),
    "end": LocalizedText("term ends", "конец срока"),
    "decision": LocalizedText("decision", "решение"),
    "statement": LocalizedText("statement", "заявление"),
    "protocol": LocalizedText("protocol", "протокол"),
    "agreement": LocalizedText("agreement", "соглашение"),
    "treaty": LocalizedText("treaty", "договор"),
    "charter": LocalizedText("charter", "устав"),
    "plan": LocalizedText("plan", "план"),
    "programme": LocalizedText("programme", "программа"),
    "regulation": LocalizedText("regulation", "положение"),
    "regular": LocalizedText("regular meeting", "очередное заседание"),
    "extraordinary": LocalizedText("extraordinary meeting", "внеочередное заседание"),
    "informal": LocalizedText("informal meeting", "неформальная встреча"),
    "outcome": LocalizedText("outcome", "результат"),
    "activity": LocalizedText("activity", "мероприятие"),
    "implemented": LocalizedText("reported implemented", "сообщено об исполнении"),
    "in_progress": LocalizedText("reported in progress", "сообщено: в работе"),
    "not_started": LocalizedText("reported not started", "сообщено: не начато"),
    "blocked": LocalizedText("blocked", "приостановлено"),
    "unblocked": LocalizedText("block lifted", "препятствие снято"),
    "started": LocalizedText("started", "начато"),
    "accepted": LocalizedText("accepted", "принято"),
    "declined": LocalizedText("declined", "отклонено"),
    "superseded": LocalizedText("superseded", "заменено"),
    "elapsed": LocalizedText("elapsed", "утратило срок"),
    "retired": LocalizedText("retired", "снято"),
    "withdrawn": LocalizedText("withdrawn", "отозвано"),
    "verified": LocalizedText("assessed: verified", "оценка: проверено"),
    "partly": LocalizedText("assessed: partly", "оценка: частично"),
    "not_verified": LocalizedText("assessed: not verified", "оценка: не проверено"),
    "contradicted": LocalizedText("assessed: contradicted", "оценка: опровергнуто"),
    "under_consideration": LocalizedText("under consideration", "рассматривается"),
    "adopted": LocalizedText("adopted", "принято"),
}
"""The kinds of acts of all tables, as a reader's words."""
