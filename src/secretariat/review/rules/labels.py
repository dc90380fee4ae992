"""What a figure is called in the annex of traces and in the table of changes."""

from secretariat.kernel import LocalizedText
from secretariat.review.rules import partners, positions, programmes, response, watch

_LABELS = {
    **positions.LABELS,
    **partners.LABELS,
    **watch.LABELS,
    **programmes.LABELS,
    **response.LABELS,
    "members": LocalizedText("Members", "Члены организации"),
    "states-ever": LocalizedText("States that have signed or joined", "Подписавшие или присоединившиеся государства"),
    "instruments-in-force": LocalizedText("Instruments in force", "Действующие документы"),
    "parties": LocalizedText("Members bound by {rest}", "Связанные члены: {rest}"),
    "in-force": LocalizedText("In force since: {rest}", "Действует с: {rest}"),
    "draft-clauses": LocalizedText("Clauses proposed", "Предложенные положения"),
    "meetings-ahead": LocalizedText("Meetings ahead", "Предстоящие заседания"),
    "agenda-items": LocalizedText("Agenda items", "Пункты повестки дня"),
    "cohort": LocalizedText("Commitments laid down", "Возложенные обязательства"),
    "due": LocalizedText("Commitments whose deadline had passed", "Обязательства с истёкшим сроком"),
    "events": LocalizedText("Reported implemented so far", "Сообщено об исполнении"),
    "silent": LocalizedText("Commitments without any report", "Обязательства без сведений"),
    "reporting": LocalizedText("Report received", "Отчёт получен"),
    "accepted": LocalizedText("Taken on by the addressee", "Принято адресатом"),
    "implemented": LocalizedText("Implemented, claimed or verified", "Исполнено, заявлено или проверено"),
    "verified": LocalizedText("Verified", "Проверено"),
    "supported-claims": LocalizedText("Claims with a supporting document", "Заявления с подтверждающим документом"),
    "due-and-done": LocalizedText("Done, of those due", "Исполнено из срочных"),
    "done-in-time": LocalizedText("Done in time, of those due", "Исполнено в срок из срочных"),
    "commitment-overdue": LocalizedText("Commitments overdue", "Просроченные обязательства"),
    "report-overdue": LocalizedText("Reports overdue", "Просроченные отчёты"),
    "median-days-late": LocalizedText("Days late, median", "Опоздание в днях, медиана"),
    "median-age-open-days": LocalizedText("Age of the open ones in days, median", "Возраст открытых в днях, медиана"),
    "slippage-moved": LocalizedText("Deadlines moved, of those set", "Перенесённые сроки из установленных"),
    "texts-in-force": LocalizedText("Legal texts of the session in force", "Действующие правовые документы сессии"),
    "new-world": LocalizedText("Acts that happened since", "Акты, совершённые с тех пор"),
    "new-data": LocalizedText("Earlier acts that became known since", "Более ранние акты, ставшие известными"),
    "new-corrections": LocalizedText("Corrections", "Исправления"),
    "new-acts": LocalizedText("New acts in all", "Всего новых актов"),
    "rows": LocalizedText("Rows of the register: {rest}", "Строки реестра: {rest}"),
    "facts-disputed": LocalizedText("Disputed facts", "Спорные сведения"),
    "facts-unknown": LocalizedText("Unknown facts", "Неизвестные сведения"),
    "register-commitments": LocalizedText("All commitments on record", "Все обязательства в реестре"),
    "register-implemented": LocalizedText("Implemented, of all on record", "Исполнено из всех в реестре"),
    "register-verified": LocalizedText("Verified, of all on record", "Проверено из всех в реестре"),
    "register-commitment-overdue": LocalizedText("Overdue, of all on record", "Просрочено из всех в реестре"),
}
_STATUS = LocalizedText("Status: {rest}", "Статус: {rest}")
_STEPS = {
    "before": LocalizedText("before", "прежде"),
    "after": LocalizedText("after", "теперь"),
}


def _of(label: LocalizedText, subject: str) -> LocalizedText:
    if not subject:
        return label
    return LocalizedText(f"{label.en} – {subject}", f"{label.ru} – {subject}")


def label_of(name: str) -> LocalizedText:
    """The label of a figure by its name; a name that begins with a session keeps it: ``csc-2010-12-10-implemented``."""
    if name in _LABELS:
        return _LABELS[name]
    for step, word in _STEPS.items():
        stem, found, _ = name.rpartition(f"-{step}-")
        if found:
            label = label_of(stem)
            return LocalizedText(f"{label.en} ({word.en})", f"{label.ru} ({word.ru})")
    for prefix in ("parties", "rows", "in-force"):
        if name.startswith(f"{prefix}-"):
            rest, label = name.removeprefix(f"{prefix}-").upper().replace("-", " "), _LABELS[prefix]
            return LocalizedText(label.en.format(rest=rest), label.ru.format(rest=rest))
    subject, found, rest = name.partition("-status-")
    if found:
        status = rest.replace("_", " ").replace("-", " ")
        return _of(LocalizedText(_STATUS.en.format(rest=status), _STATUS.ru.format(rest=status)), subject.upper())
    for suffix in sorted(_LABELS, key=len, reverse=True):
        if name.endswith(f"-{suffix}"):
            return _of(_LABELS[suffix], name.removesuffix(f"-{suffix}").upper())
    return LocalizedText(name, name)
