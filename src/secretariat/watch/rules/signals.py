"""Which way a count went and whether it stands out: rules that are printed, proposals that a person confirms.

An arrow compares the latest count with what the twelve counts before it let one expect; an alert says which rules were
met. Neither is a judgement: an analyst confirms or rejects it and says why, and both are on record.
"""

from dataclasses import dataclass
from enum import StrEnum

from secretariat.kernel import LocalizedText


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


@dataclass(frozen=True, slots=True)
class FindingAct:
    """What was said of a finding: by the rule (proposed) or by an analyst, with a reason."""

    key: str
    finding: str
    stage: Stage
    by: LocalizedText
    reason: LocalizedText


def stage_of(acts: list[FindingAct]) -> Stage:
    """How far a finding has come: the last word counts, acts in the order in which they were said."""
    return acts[-1].stage if acts else Stage.PROPOSED
