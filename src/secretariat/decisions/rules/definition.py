"""What "a good pace" means here: a printed definition and whether a cohort meets it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from secretariat.decisions.rules.acts import CommitmentKind
from secretariat.decisions.rules.cohort import Cohort
from secretariat.decisions.rules.pace import has_fallen_due, is_done
from secretariat.decisions.rules.status import CommitmentStatus
from secretariat.kernel import LocalizedText

COVERED = Fraction(1, 2)
"""At least this share of the outcomes must have a deadline for the pace to be measured at all."""
DUE_AND_DONE = Fraction(4, 5)
"""At least this share of what fell due must be done."""

PACE_DEFINITION = LocalizedText(
    en=(
        "A pace is called good when, among the outcomes of the cohort (activities are not counted; ended and "
        "declined commitments are left out), (1) at least one half have a deadline, so that a pace can be measured; "
        "(2) of those with a deadline, the share reported or found implemented is no smaller than the share of the "
        "time to their first deadlines that has elapsed, averaged over them; (3) of those whose present deadline "
        "has passed, at least four fifths are implemented. A commitment nobody has reported on may be done or not: "
        "the result is given only where it is the same either way, and is otherwise not determinable."
    ),
    ru=(
        "Темп называется хорошим, если среди результатов когорты (мероприятия не учитываются; прекращённые и "
        "отклонённые обязательства исключены): (1) срок установлен не менее чем для половины, так что темп измерим; "
        "(2) среди имеющих срок доля исполненных по сообщениям или по проверке не меньше усреднённой по ним доли "
        "времени, истёкшего до первоначальных сроков; (3) среди тех, чей действующий срок прошёл, исполнено не "
        "менее четырёх пятых. Обязательство, о котором никто не сообщал, может быть исполнено или нет: вывод "
        "даётся, только если он одинаков в обоих случаях, иначе он не определяется."
    ),
)


class PaceResult(StrEnum):
    """Whether the definition is met."""

    GOOD = "good"
    NOT_GOOD = "not_good"
    NOT_DETERMINABLE = "not_determinable"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One condition: the share found if everything unreported is undone (``low``) or done (``high``).

    ``needed`` is the least share that meets it; ``met`` is ``None`` where low and high differ in that, or where there
    is nothing to measure (``n`` is zero).
    """

    name: str
    low: float | None
    high: float | None
    needed: float | None
    n: int
    met: bool | None


@dataclass(frozen=True, slots=True)
class PaceStatement:
    """The definition, the result, and how each condition came out."""

    definition: LocalizedText
    result: PaceResult
    criteria: tuple[Criterion, ...]
    reason: LocalizedText


def _criterion(name: str, statuses: Sequence[CommitmentStatus], needed: Fraction) -> Criterion:
    n = len(statuses)
    if not n:
        return Criterion(name, None, None, float(needed), 0, None)
    done = sum(is_done(status) for status in statuses)
    silent = sum(status.last_word is None and not is_done(status) for status in statuses)
    low, high = Fraction(done, n), Fraction(done + silent, n)
    met = True if low >= needed else False if high < needed else None
    return Criterion(name, float(low), float(high), float(needed), n, met)


def _elapsed(status: CommitmentStatus, on: date) -> Fraction:
    """The share of the time from assignment to the first deadline that has passed on ``on``, between 0 and 1."""
    if status.baseline_due is None or status.baseline_due <= status.commitment.assigned:
        return Fraction(1)
    passed = Fraction((on - status.commitment.assigned).days, (status.baseline_due - status.commitment.assigned).days)
    return min(Fraction(1), max(Fraction(0), passed))


_REASONS = {
    PaceResult.GOOD: LocalizedText("Every condition is met.", "Все условия выполнены."),
    PaceResult.NOT_GOOD: LocalizedText(
        "A condition fails even if everything unreported was done.",
        "Одно из условий не выполнено, даже если всё, о чём не сообщалось, исполнено.",
    ),
}
_NO_DEADLINES = LocalizedText(
    "Fewer than one half of the outcomes have a deadline: there is nothing to measure a pace against.",
    "Срок установлен менее чем для половины результатов: темп измерять не с чем.",
)
_NO_REPORTS = LocalizedText(
    "Too little was reported: whether the conditions are met depends on commitments nobody has reported on.",
    "Сообщений слишком мало: выполнение условий зависит от обязательств, о которых никто не сообщал.",
)


def pace_statement(cohort: Cohort, on: date) -> PaceStatement:
    """Whether the frozen cohort meets :data:`PACE_DEFINITION` on ``on``."""
    outcomes = [
        status
        for status in cohort.frozen
        if status.commitment.kind is CommitmentKind.OUTCOME and (status.status.is_open or is_done(status))
    ]
    dated = [status for status in outcomes if status.baseline_due is not None]
    due = [status for status in outcomes if has_fallen_due(status, on)]
    share = Fraction(len(dated), len(outcomes)) if outcomes else None
    covered = Criterion(
        "with_deadline",
        None if share is None else float(share),
        None if share is None else float(share),
        float(COVERED),
        len(outcomes),
        share is not None and share >= COVERED,
    )
    expected = sum((_elapsed(status, on) for status in dated), Fraction(0)) / len(dated) if dated else Fraction(0)
    in_step = _criterion("implemented_against_elapsed", dated, expected)
    kept = _criterion("due_and_done", due, DUE_AND_DONE)
    criteria = (covered, in_step, kept)
    if not covered.met:
        return PaceStatement(PACE_DEFINITION, PaceResult.NOT_DETERMINABLE, criteria, _NO_DEADLINES)
    if in_step.met is False or kept.met is False:
        result = PaceResult.NOT_GOOD
    elif in_step.met and (kept.met or not kept.n):
        result = PaceResult.GOOD
    else:
        return PaceStatement(PACE_DEFINITION, PaceResult.NOT_DETERMINABLE, criteria, _NO_REPORTS)
    return PaceStatement(PACE_DEFINITION, result, criteria, _REASONS[result])
