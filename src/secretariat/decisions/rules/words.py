"""What the status of a commitment is called in English and Russian, wherever it is written."""

from secretariat.decisions.rules.status import Status
from secretariat.kernel import LocalizedText

STATUS_WORDS: dict[Status, LocalizedText] = {
    Status.PROPOSED: LocalizedText("proposed", "предложено"),
    Status.ACCEPTED: LocalizedText("accepted", "принято к исполнению"),
    Status.DECLINED: LocalizedText("declined", "отклонено"),
    Status.NOT_STARTED: LocalizedText("not started", "не начато"),
    Status.IN_PROGRESS: LocalizedText("in progress", "в работе"),
    Status.CLAIMED: LocalizedText("implemented, as claimed", "исполнено, по заявлению"),
    Status.VERIFIED: LocalizedText("implemented, verified", "исполнено, проверено"),
    Status.STAGNANT: LocalizedText("stagnant", "без движения"),
    Status.BLOCKED: LocalizedText("blocked", "приостановлено"),
    Status.SUPERSEDED: LocalizedText("superseded", "заменено"),
    Status.ELAPSED: LocalizedText("elapsed", "утратило срок"),
    Status.RETIRED: LocalizedText("retired", "снято"),
    Status.WITHDRAWN: LocalizedText("withdrawn", "отозвано"),
    Status.UNKNOWN: LocalizedText("nothing reported", "нет сведений"),
}
