"""The terms of the silence procedure in English and Russian."""

TERMS: dict[str, tuple[str, str]] = {
    "Outcome.pending": ("running", "идёт"),
    "Outcome.adopted": ("adopted", "принято"),
    "Outcome.blocked": ("broken", "прервана"),
    "Outcome.voided": ("voided by an edit", "прекращена из-за правки"),
    "Outcome.lapsed": ("closed before its end", "закрыта досрочно"),
    "AdoptionActKind.opened": ("opened", "начата"),
    "AdoptionActKind.edited": ("the text was edited", "текст изменён"),
    "AdoptionActKind.extended": ("extended", "продлена"),
    "AdoptionActKind.position": ("position", "позиция"),
    "AdoptionActKind.closed": ("closed before its end", "закрыта досрочно"),
}
