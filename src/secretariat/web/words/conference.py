"""The labels of the preparation of a meeting in English and Russian; what its papers say too is theirs."""

from secretariat.conference.rules.words import ANNOTATED, BRIEF, SENTENCES
from secretariat.conference.rules.words import WORDS as PAPER_WORDS
from secretariat.kernel import LocalizedText


def _pair(text: LocalizedText) -> tuple[str, str]:
    return text.en, text.ru


LABELS: dict[str, tuple[str, str]] = {
    "preparation": ("Preparing the meeting", "Подготовка заседания"),
    "preparation_lead": (
        (
            "The agenda is computed from what is due, previous decisions first; each item says why it is there. "
            "Nothing on this page is adopted."
        ),
        (
            "Повестка составлена по тому, что подлежит рассмотрению, начиная с ранее принятых решений; у каждого "
            "пункта указано основание. Ничто на этой странице не утверждено."
        ),
    ),
    "preparation_open": (
        "The day of the meeting is not fixed. Deadlines that follow from it are given as intervals.",
        "День заседания не определён. Зависящие от него сроки указаны периодами.",
    ),
    "meeting_papers": ("Papers of the meeting", "Документы к заседанию"),
    "annotated_agenda": _pair(ANNOTATED),
    "chairs_brief": _pair(BRIEF),
    "provisional_agenda": _pair(PAPER_WORDS["agenda"]),
    "recorded_agenda": ("Agenda on record", "Повестка дня в реестре"),
    "record_agenda": ("Put this agenda on record", "Внести повестку в реестр"),
    "record_agenda_hint": (
        "It is recorded as provisional, all items together. What is on record is changed only by corrections.",
        "Повестка вносится как предварительная, все пункты вместе. Внесённое меняется только исправлениями.",
    ),
    "agenda_refused": ("The agenda was not put on record", "Повестка в реестр не внесена"),
    "agenda_refused_why": (
        "This meeting has an agenda on record already. Its rows can be corrected.",
        "Для этого заседания повестка в реестре уже есть. Её строки можно исправить.",
    ),
    "only_if_late": _pair(PAPER_WORDS["possibly"]),
    "reported_done": ("Reported as implemented", "Сообщено об исполнении"),
    "idle_commitments": ("Open commitments on no agenda", "Незавершённые поручения вне повестки"),
    "idle_why": (
        "No deadline by the meeting, no report due, and older than the last regular session.",
        "Нет срока ко дню заседания, отчёт не ожидается, приняты ранее последней очередной сессии.",
    ),
    "document_slots": ("Documents and deadlines", "Документы и сроки"),
    "document": _pair(PAPER_WORDS["document"]),
    "whole_meeting": _pair(PAPER_WORDS["whole_meeting"]),
    "own_schedule": _pair(SENTENCES["own_schedule"]),
    "default_schedule": _pair(SENTENCES["default_schedule"]),
    "weekend_rule": _pair(SENTENCES["weekend"]),
}
