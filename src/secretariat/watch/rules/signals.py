"""Which way a count went and whether it stands out: rules that are printed, proposals that a person confirms.

An arrow compares the latest count with what the twelve counts before it let one expect; an alert says which rules were
met. Neither is a judgement: an analyst confirms or rejects it and says why, and both are on record.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from secretariat.access.rules import Mark
from secretariat.kernel import LocalizedText
from secretariat.sources.rules import Basis


class Arrow(StrEnum):
    """Which way a count went."""

    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    DETERIORATED = "deteriorated"
    UNKNOWN = "unknown"


class AlertRule(StrEnum):
    """The rules that can be met."""

    FARRINGTON = "farrington"
    EARS = "ears"
    SURGE = "surge"
    ROLLING_MAXIMUM = "rolling_maximum"


class Judge(StrEnum):
    """The method that says whether a month stands out, by how much history there is."""

    FARRINGTON = "farrington"
    EARS_C2 = "ears_c2"
    EARS_C1 = "ears_c1"
    NONE = "none"


class FindingKind(StrEnum):
    """What a finding is."""

    ARROW = "arrow"
    ALERT = "alert"


class Stage(StrEnum):
    """How far a finding has come."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


ARROW_RULE = LocalizedText(
    "Deteriorated: the latest count lies above the 95 % quantile of what the twelve counts before it predict (a "
    "negative binomial with their mean and variance) and exceeds their mean by at least one; improved: below the 5 % "
    "quantile and at least one below the mean; else unchanged. With fewer than twelve counts before it: unknown.",
    "Ухудшение: последнее значение выше квантиля 95 % прогноза по двенадцати предшествующим (отрицательное "
    "биномиальное распределение с их средним и дисперсией) и превышает их среднее не менее чем на единицу; улучшение: "
    "ниже квантиля 5 % и не менее чем на единицу ниже среднего; иначе без изменений. Если предшествующих значений "
    "меньше двенадцати, направление неизвестно.",
)
LEVELS = (0.05, 0.95)
_ONE = 1.0


@dataclass(frozen=True, slots=True)
class ArrowReason:
    """An arrow and the numbers it follows from; ``None`` where there was too little history."""

    arrow: Arrow
    latest: float
    mean: float | None = None
    low: float | None = None
    high: float | None = None


def arrow_of(*, latest: float, mean: float | None, low: float | None, high: float | None) -> ArrowReason:
    """The arrow that the printed rule gives; ``low`` and ``high`` are the quantiles of the prediction."""
    if mean is None or low is None or high is None:
        return ArrowReason(Arrow.UNKNOWN, latest)
    if latest > high and latest >= mean + _ONE:
        return ArrowReason(Arrow.DETERIORATED, latest, mean, low, high)
    if latest < low and latest <= mean - _ONE:
        return ArrowReason(Arrow.IMPROVED, latest, mean, low, high)
    return ArrowReason(Arrow.UNCHANGED, latest, mean, low, high)


@dataclass(frozen=True, slots=True)
class RuleMet:
    """A rule that was met: the threshold, and the p-value before and after control of the false discovery rate."""

    rule: AlertRule
    threshold: float | None = None
    p_value: float | None = None
    q_value: float | None = None


@dataclass(frozen=True, slots=True)
class Alert:
    """A count that stands out: where, of what kind, when, how much, by which rules."""

    unit: str
    kind: str
    month: str
    observed: float
    expected: float | None
    rules: tuple[RuleMet, ...]


Subject = tuple[str, str, str, FindingKind, str]
"""What a finding is about: unit, kind of events, month, arrow or alert, data set."""


@dataclass(frozen=True, slots=True)
class RuleSaid:
    """What a rule said when it was applied, and the numbers it followed from; ``None`` where a rule has no such number.

    ``value`` is the direction of the arrow, or the first rule met; ``low`` and ``high`` are the quantiles of the
    prediction of an arrow, ``judge`` the method of an alert. ``within_km``: how near to a segment an event counts for
    it.
    """

    value: str
    observed: float | None = None
    expected: float | None = None
    low: float | None = None
    high: float | None = None
    judge: Judge | None = None
    within_km: float | None = None
    met: tuple[RuleMet, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingAct:
    """What was said of a finding: by the rule (proposed) or by an analyst, with a reason."""

    key: str
    unit: str
    event_kind: str
    month: str
    finding: FindingKind
    value: str
    stage: Stage
    by: LocalizedText
    reason: LocalizedText
    dataset: str
    said: date | None
    basis: Basis
    rule: RuleSaid | None = None
    known_from: datetime | None = None
    mark: Mark = Mark.PUBLIC

    @property
    def subject(self) -> Subject:
        """What it is about: acts about the same subject follow each other. Data sets are never mixed."""
        return self.unit, self.event_kind, self.month, self.finding, self.dataset


@dataclass(frozen=True, slots=True)
class Finding:
    """An arrow or an alert with all that was said of it, in order; the last word counts."""

    acts: tuple[FindingAct, ...]

    @property
    def last(self) -> FindingAct:
        """The last word."""
        return self.acts[-1]


_EARLIEST = datetime.min.replace(tzinfo=UTC)


def findings_of(acts: Sequence[FindingAct]) -> list[Finding]:
    """Findings by subject; within one, acts by day and as they became known, on one day the proposal first."""
    stages = list(Stage)

    def order(act: FindingAct) -> tuple[date, bool, datetime, int, str]:
        is_said = act.stage is not Stage.PROPOSED
        return act.said or date.min, is_said, act.known_from or _EARLIEST, stages.index(act.stage), act.key

    by_subject: dict[Subject, list[FindingAct]] = {}
    for act in sorted(acts, key=order):
        by_subject.setdefault(act.subject, []).append(act)
    return [Finding(tuple(by_subject[subject])) for subject in sorted(by_subject)]
