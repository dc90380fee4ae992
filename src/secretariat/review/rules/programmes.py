"""The words and methods of the chapter on programmes."""

from secretariat.kernel import LocalizedText
from secretariat.programmes.rules import FindingKind, OperationActKind, Trend, Weight
from secretariat.review.rules.method import Method

FIGURES = Method(
    "programme-figures",
    1,
    LocalizedText(
        "A figure is shown as its source gives it, in the indicator's unit, with its qualifier. The qualifier is read "
        "as an interval: “about” ten per cent to either side, “almost” up to ten per cent below, “more than” and “at "
        "least” without an upper end, “less than” from nought. Figures of sources that disagree stand side by side. "
        "Two figures are compared only where both are for a calendar period of the same length; the movement is said "
        "only where the intervals do not overlap. A period without a figure is a gap, never nought.",
        "Значение показывается таким, каким его приводит источник, в единице показателя и с его уточнением. Уточнение "
        "понимается как интервал: «около» – десять процентов в обе стороны, «почти» – до десяти процентов вниз, "
        "«более» и «не менее» – без верхней границы, «менее» – от нуля. Расходящиеся данные источников приводятся "
        "рядом. Сравниваются только значения за календарные периоды одной длины; изменение указывается, только если "
        "интервалы не пересекаются. Период без данных – пробел, а не ноль.",
    ),
)
CHECKS = Method(
    "programme-checks",
    1,
    LocalizedText(
        "Checked within one indicator, member and operation: figures of different sources for one period that no value "
        "satisfies; figures of one source for one period that differ by more than a tenth at face value; running "
        "totals that fall; totals and long periods against what lies inside them (overlapping periods counted once); "
        "members against the joint figure; parts against the whole; neighbouring calendar periods that differ more "
        "than threefold; ratios near a thousand, a million or a thousand million (a unit mixed up); periods that "
        "overlap; expected periods without a figure. A contradiction: not all of the rows can be true. A question: "
        "they can, but somebody should ask. Nothing is repaired.",
        "Проверяется в пределах одного показателя, члена и операции: данные разных источников за один период, которым "
        "не удовлетворяет ни одно значение; данные одного источника за один период, различающиеся по номиналу более "
        "чем на десятую часть; уменьшающиеся нарастающие итоги; итоги и длинные периоды в сравнении с тем, что в них "
        "входит (пересекающиеся периоды учитываются один раз); данные членов и общий показатель; части и целое; "
        "соседние календарные периоды, различающиеся более чем в три раза; отношения, близкие к тысяче, миллиону или "
        "миллиарду (перепутана единица); пересекающиеся периоды; ожидаемые периоды без данных. Противоречие: не все "
        "строки могут быть верны. Вопрос: могут, но следует уточнить. Ничего не исправляется.",
    ),
)
METHODS: tuple[Method, ...] = (FIGURES, CHECKS)
LABELS: dict[str, LocalizedText] = {
    "measurements": LocalizedText("Published figures on record", "Опубликованные данные в реестре"),
    "contradictions": LocalizedText("Contradictions among the figures", "Противоречия в данных"),
    "questions": LocalizedText("Open questions about the figures", "Вопросы к данным"),
    "phases": LocalizedText("Phases of operations on record", "Этапы операций в реестре"),
    "phases-since": LocalizedText("Phases held in the period", "Этапы за отчётный период"),
    "observers": LocalizedText("Observers of a phase", "Наблюдатели этапа"),
    "measured": LocalizedText("Published figure", "Опубликованное значение"),
    "upper-end": LocalizedText("Upper end of a range", "Верхняя граница диапазона"),
    "in-finding": LocalizedText("Figure in a finding", "Значение в результате проверки"),
    "plan-commitments": LocalizedText("Commitments of a plan", "Поручения плана"),
    "plan-done": LocalizedText("Done, of the commitments of a plan", "Исполнено из поручений плана"),
    "plan-overdue": LocalizedText("Overdue, of the commitments of a plan", "Просрочено из поручений плана"),
}
"""What this chapter's figures are called, by name or by the last part of it."""
TABLE_WORDS: dict[str, LocalizedText] = {
    "field": LocalizedText("Fields of work", "Направления работы"),
    "indicator": LocalizedText("Indicators", "Показатели"),
    "measurement": LocalizedText("Published figures", "Опубликованные данные"),
    "operation": LocalizedText("Operations", "Операции"),
    "operationact": LocalizedText("Acts of operations", "Акты об операциях"),
    "plan": LocalizedText("Plans", "Планы"),
}
"""This room's tables, by model name."""
ACT_WORDS: dict[str, LocalizedText] = {
    OperationActKind.PHASE.value: LocalizedText("phase held", "проведён этап"),
    OperationActKind.MADE_PERMANENT.value: LocalizedText("made permanent", "придан постоянный статус"),
    OperationActKind.ENDED.value: LocalizedText("ended", "прекращено"),
}
"""The kinds of this room's acts."""
NEWS: tuple[str, ...] = ("operationact", "plan", "measurement")
"""Those of this room's tables whose new acts the chapter on changes lists, by model name."""
OPERATION_WORDS = {
    OperationActKind.PHASE: LocalizedText("phase", "этап"),
    OperationActKind.MADE_PERMANENT: LocalizedText("made permanent", "придан постоянный статус"),
    OperationActKind.SUSPENDED: LocalizedText("suspended", "приостановлена"),
    OperationActKind.ENDED: LocalizedText("ended", "прекращена"),
}
WEIGHT_WORDS = {
    Weight.CONTRADICTION: LocalizedText("contradiction", "противоречие"),
    Weight.QUESTION: LocalizedText("question", "вопрос"),
}
TREND_WORDS = {
    Trend.ROSE: LocalizedText("rose", "рост"),
    Trend.FELL: LocalizedText("fell", "снижение"),
    Trend.UNCHANGED: LocalizedText("unchanged", "без изменений"),
    Trend.UNDECIDED: LocalizedText("cannot be told", "определить нельзя"),
    Trend.NOT_COMPARABLE: LocalizedText("not comparable", "несопоставимо"),
}
FINDING_WORDS = {
    FindingKind.TOTAL_FALLS: LocalizedText("A total falls", "Итог уменьшается"),
    FindingKind.TOTAL_BELOW_PERIODS: LocalizedText("A total below its periods", "Итог меньше суммы периодов"),
    FindingKind.TOTAL_ABOVE_PERIODS: LocalizedText("A total above its periods", "Итог больше суммы периодов"),
    FindingKind.TOTAL_UNACCOUNTED: LocalizedText("A total not accounted for", "Итог не подкреплён данными"),
    FindingKind.MEMBERS_ABOVE_JOINT: LocalizedText("Members above the joint figure", "Члены больше общего"),
    FindingKind.MEMBERS_BELOW_JOINT: LocalizedText("Members below the joint figure", "Члены меньше общего"),
    FindingKind.PARTS_ABOVE_WHOLE: LocalizedText("Parts above the whole", "Части больше целого"),
    FindingKind.ONE_SOURCE_TWO_VALUES: LocalizedText("One source, two figures", "Один источник, два значения"),
    FindingKind.SOURCES_DISAGREE: LocalizedText("Sources disagree", "Источники расходятся"),
    FindingKind.UNIT_MIX_UP: LocalizedText("A unit mixed up?", "Перепутана единица?"),
    FindingKind.JUMP: LocalizedText("A jump", "Скачок"),
    FindingKind.OVERLAP: LocalizedText("Periods overlap", "Периоды пересекаются"),
    FindingKind.MISSING_PERIODS: LocalizedText("Periods without a figure", "Периоды без данных"),
}
