"""The words of the papers of a meeting in English and Russian."""

from secretariat.conference.rules.grounds import GroundKind
from secretariat.conference.rules.schedule import DayKind
from secretariat.conference.rules.slots import SlotStatus
from secretariat.conference.rules.stances import StanceKind
from secretariat.kernel import LocalizedText
from secretariat.organs.rules import DecisionRule, DocumentPurpose, QuorumRule

T = LocalizedText
ANNOTATED, BRIEF = (
    T("Annotated provisional agenda", "Аннотированная предварительная повестка дня"),
    T("Brief for the chair", "Записка для председательствующего"),
)
WORDS: dict[str, LocalizedText] = {
    "organ": T("Organ", "Орган"),
    "meeting": T("Meeting", "Заседание"),
    "date": T("Date", "Дата"),
    "place": T("Place", "Место"),
    "as_of": T("State of the record", "По состоянию на"),
    "known_at": T("As known at", "По сведениям на"),
    "item": T("Item", "Пункт"),
    "title": T("Title", "Название"),
    "agenda": T("Provisional agenda", "Предварительная повестка дня"),
    "ground": T("Ground", "Основание"),
    "documents": T("Documents", "Документы"),
    "document": T("Document", "Документ"),
    "language": T("Language", "Язык"),
    "deadline": T("Due", "Срок представления"),
    "status": T("Status", "Состояние"),
    "symbol": T("Symbol", "Обозначение"),
    "addressee": T("Addressee", "Адресат"),
    "commitment": T("Commitment", "Поручение"),
    "due": T("Due", "Срок"),
    "last_report": T("Last report", "Последний отчёт"),
    "sources": T("Sources", "Источники"),
    "source": T("Source", "Источник"),
    "published": T("Published", "Дата публикации"),
    "published_later": T(
        "published later than this paper's date of knowledge", "опубликовано позже даты, на которую известны сведения"
    ),
    "publisher": T("Publisher", "Издатель"),
    "rows": T("Rows", "Строки реестра"),
    "floor": T("Requests for the floor and reservations", "Запросы на выступление и оговорки"),
    "member": T("Member", "Государство-член"),
    "stance": T("Position", "Позиция"),
    "text": T("Text", "Текст"),
    "sent": T("Sent", "Направлено"),
    "play": T("State of play", "Ход выполнения"),
    "asked": T("What is asked", "Что предлагается"),
    "speakers": T("Requests for the floor and statements on record", "Запросы на выступление и заявления"),
    "chair_says": T("Suggested words", "Предлагаемая реплика"),
    "decides": T("How it decides", "Порядок принятия решений"),
    "chair": T("Chair", "Председательствующий"),
    "unknown": T("unknown", "неизвестно"),
    "none": T("none", "нет"),
    "not_set": T("not set", "не установлен"),
    "schedule": T("Deadlines of documents", "Сроки представления документов"),
    "original": T("original", "на языке оригинала"),
    "translation": T("translations", "переводы"),
    "leads": T("How long before the meeting", "За сколько дней до заседания"),
    "before": T("Days before the meeting", "Дней до заседания"),
    "annotations": T("Annotations", "Аннотации"),
    "whole_meeting": T("whole meeting", "заседание в целом"),
    "possibly": T(
        "if the meeting is late in its interval", "если заседание состоится ближе к концу указанного периода"
    ),
}
GROUNDS: dict[GroundKind, LocalizedText] = {
    GroundKind.OVERDUE: T("deadline passed, not reported as done", "срок истёк, об исполнении не сообщено"),
    GroundKind.DUE: T("deadline falls by the meeting", "срок наступает ко дню заседания"),
    GroundKind.REPORT_DUE: T("a report falls due by the meeting", "ко дню заседания должен быть представлен отчёт"),
    GroundKind.FOLLOW_UP: T(
        "decided at the last regular session, still open", "принято на последней очередной сессии, не завершено"
    ),
    GroundKind.PROPOSAL: T("proposal of a member, not settled", "предложение государства-члена, решение не принято"),
    GroundKind.CARRIED_OVER: T("left over from an earlier meeting", "перенесено с предыдущего заседания"),
    GroundKind.STANDING: T("item of every meeting", "постоянный пункт повестки дня"),
}
PURPOSES: dict[DocumentPurpose, LocalizedText] = {
    DocumentPurpose.PROVISIONAL_AGENDA: T("provisional agenda", "предварительная повестка дня"),
    DocumentPurpose.ANNOTATED_AGENDA: T("annotated agenda", "аннотированная повестка дня"),
    DocumentPurpose.REPORT: T("report", "доклад"),
    DocumentPurpose.DRAFT_DECISION: T("draft decision", "проект решения"),
    DocumentPurpose.NOTE: T("note", "справка"),
}
SLOTS: dict[SlotStatus, LocalizedText] = {
    SlotStatus.EXPECTED: T("expected", "ожидается"),
    SlotStatus.OVERDUE: T("overdue", "просрочен"),
    SlotStatus.RECEIVED: T("received", "получен"),
    SlotStatus.LATE: T("received late", "получен с опозданием"),
}
STANCES: dict[StanceKind, LocalizedText] = {
    StanceKind.NO_OBJECTION: T("no objection", "возражений нет"),
    StanceKind.SPEAK: T("wishes to speak", "желает выступить"),
    StanceKind.RESERVATION: T("reservation", "оговорка"),
    StanceKind.WITHDRAWN: T("withdrawn", "отозвано"),
}
OVERDUE = T("overdue", "срок истёк")
DAYS: dict[DayKind, LocalizedText] = {
    DayKind.CALENDAR: T("{n} calendar days", "календарных дней: {n}"),
    DayKind.WORKING: T("{n} working days", "рабочих дней: {n}"),
}
RULES: dict[DecisionRule, LocalizedText] = {
    DecisionRule.CONSENSUS: T(
        "By consensus: a decision is adopted when no member that takes part objects. No vote is taken; a reservation "
        "or an interpretative statement does not prevent consensus.",
        "Консенсусом: решение принято, если ни одно участвующее государство-член не возражает. Голосование не "
        "проводится; оговорка или заявление о толковании консенсусу не препятствует.",
    ),
    DecisionRule.MAJORITY: T(
        "By a majority of the members that take part.", "Большинством участвующих государств-членов."
    ),
    DecisionRule.TWO_THIRDS: T(
        "By two thirds of the members that take part.", "Двумя третями участвующих государств-членов."
    ),
    DecisionRule.NONE: T("It takes no decisions.", "Решений не принимает."),
}
QUORUMS: dict[QuorumRule, LocalizedText] = {
    QuorumRule.ALL: T(
        "Quorum: all {entitled} members entitled to take part.",
        "Кворум: все государства-члены, имеющие право участвовать ({entitled}).",
    ),
    QuorumRule.MAJORITY: T(
        "Quorum: a majority, {needed} of the {entitled} members entitled to take part.",
        "Кворум: большинство, {needed} из {entitled} государств-членов, имеющих право участвовать.",
    ),
    QuorumRule.TWO_THIRDS: T(
        "Quorum: two thirds, {needed} of the {entitled} members entitled to take part.",
        "Кворум: две трети, {needed} из {entitled} государств-членов, имеющих право участвовать.",
    ),
    QuorumRule.UNKNOWN: T(
        "The quorum rule is not on record. Read by the members entitled to take part, all {entitled} have to be "
        "present; read by presence, those who are present decide. It is for the organ to say which reading it follows.",
        "Правило о кворуме в реестре отсутствует. Если исходить из числа членов, имеющих право участвовать, необходимо "
        "присутствие всех ({entitled}); если из присутствия – решают присутствующие. Выбор толкования – за органом.",
    ),
}
SENTENCES: dict[str, LocalizedText] = {
    "entitled": T("Entitled to take part: {names}.", "Имеют право участвовать: {names}."),
    "suspended": T("Takes no part while suspended: {names}.", "Не участвуют, пока участие приостановлено: {names}."),
    "days": T("between {first} and {last}", "с {first} по {last}"),
    "open_days": T(
        "The day of the meeting is not fixed; days that follow from it are given as intervals.",
        "День заседания не определён; зависящие от него сроки указаны периодами.",
    ),
    "no_days": T(
        "No day was named for the meeting; deadlines that depend on it are not known.",
        "Дата заседания не названа; зависящие от неё сроки неизвестны.",
    ),
    "own_schedule": T("The schedule is the organisation's own.", "Сроки установлены организацией."),
    "default_schedule": T(
        "The organisation's rules on deadlines are not on record; the program's own schedule is used.",
        "Правил организации о сроках в реестре нет; применены сроки, принятые в программе по умолчанию.",
    ),
    "weekend": T(
        "Days are counted back from the first day of the meeting; a deadline on a Saturday or Sunday is moved back to "
        "Friday. Public holidays are not taken into account.",
        "Дни отсчитываются назад от первого дня заседания; срок, выпадающий на субботу или воскресенье, переносится на "
        "предшествующую пятницу. Праздничные дни не учитываются.",
    ),
    "idle": T(
        "Open commitments of this organ that give no ground for an item (no deadline by the meeting, no report due, "
        "older than the last regular session): {n}.",
        "Незавершённые поручения данного органа, не дающие основания для включения в повестку (нет срока ко дню "
        "заседания, отчёт не ожидается, приняты ранее последней очередной сессии): {n}.",
    ),
    "figures": T(
        "Reported as implemented: {done}; overdue: {overdue}.", "Сообщено об исполнении: {done}; срок истёк: {overdue}."
    ),
    "floor_none": T(
        "No member has stated a position on an item before the meeting.",
        "До заседания позиций по пунктам повестки государства-члены не высказали.",
    ),
    "floor_title": T(
        "Stated by members to the secretariat before the meeting, by items of the agenda on record; the last one of "
        "each member counts.",
        "Высказано государствами-членами секретариату до заседания, по пунктам повестки дня в реестре; действует "
        "последняя позиция каждого государства.",
    ),
    "nobody": T("No request for the floor is on record.", "Запросов на выступление в реестре нет."),
    "proposed_by": T("Proposed by {state} on {day}.", "Внесено: {state}, {day}"),
    "proposed": T("Proposed on {day}.", "Внесено {day}"),
    "ask_decision": T(
        "To hear how the decision is being carried out, and to decide on what remains.",
        "Заслушать информацию о ходе выполнения решения и определить дальнейшие шаги по невыполненному.",
    ),
    "ask_proposal": T(
        "To consider the proposal and say how to proceed with it.",
        "Рассмотреть предложение и определить порядок дальнейшей работы над ним.",
    ),
    "ask_carried": T("To take up the item that was left over.", "Вернуться к рассмотрению перенесённого пункта."),
    "ask_standing": T(
        "To agree on the date and place of the next meeting.", "Согласовать время и место следующего заседания."
    ),
    "say_decision": T(
        "“We turn to item {number}. I give the floor to the Secretariat to report on implementation. According to the "
        "record {done} are reported as implemented. Delegations that wish to add to this are invited to speak. If "
        "there is no objection, may I take it that the meeting takes note of the report?”",
        "«Переходим к пункту {number}. Слово для информации о ходе выполнения предоставляется Секретариату. По данным "
        "реестра, об исполнении сообщено: {done}. Прошу делегации, желающие дополнить эти сведения, выступить. Если "
        "возражений нет, могу ли я считать, что доклад принимается к сведению?»",
    ),
    "say_proposal": T(
        "“We turn to item {number}. I give the floor to the delegation of {state}, which made the proposal, and then "
        "to the other delegations. Is there any objection to continuing work on it?”",
        "«Переходим к пункту {number}. Слово предоставляется делегации, внёсшей предложение ({state}), затем – другим "
        "делегациям. Есть ли возражения против продолжения работы над предложением?»",
    ),
    "say_other": T(
        "“We turn to item {number}. I give the floor to the delegations that wish to speak.”",
        "«Переходим к пункту {number}. Слово предоставляется желающим выступить делегациям.»",
    ),
    "say_standing": T(
        "“We turn to item {number}. Are there proposals on the date and place of the next meeting?”",
        "«Переходим к пункту {number}. Есть ли предложения о времени и месте следующего заседания?»",
    ),
    "words_note": T(
        "The suggested words are drafted from the record by rule; the chair uses them as the chair sees fit.",
        "Предлагаемые реплики составлены по данным реестра и ни к чему не обязывают председательствующего.",
    ),
    "sources_note": T("The rows and citations on which this paper rests.", "Источники, на которых основан документ."),
}
