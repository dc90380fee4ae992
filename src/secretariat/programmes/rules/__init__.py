"""What published figures mean, where they contradict each other, and what an operation or a plan has come to."""

from secretariat.programmes.rules.bounds import ABOUT, Bounds, Qualifier, bounds_of
from secretariat.programmes.rules.checks import disputed_rows, findings_of, missing_periods, overlaps
from secretariat.programmes.rules.findings import (
    Amount,
    Finding,
    FindingKind,
    Weight,
    explained,
    qualified_text,
)
from secretariat.programmes.rules.indicators import (
    Body,
    Direction,
    Field,
    Indicator,
    Reporter,
    Rhythm,
    calendar_periods,
    rhythm_of,
)
from secretariat.programmes.rules.measurements import (
    Measurement,
    PeriodFigures,
    SeriesKey,
    by_period,
    by_series,
    contains,
)
from secretariat.programmes.rules.operations import Observer, Operation, OperationAct, OperationActKind
from secretariat.programmes.rules.pairs import JUMP, amount
from secretariat.programmes.rules.plans import Plan, PlanProgress, progress_of
from secretariat.programmes.rules.spoken import period_text, periods_text
from secretariat.programmes.rules.trends import Judgement, Latest, Trend, latest_of

__all__ = [
    "ABOUT",
    "JUMP",
    "Amount",
    "Body",
    "Bounds",
    "Direction",
    "Field",
    "Finding",
    "FindingKind",
    "Indicator",
    "Judgement",
    "Latest",
    "Measurement",
    "Observer",
    "Operation",
    "OperationAct",
    "OperationActKind",
    "PeriodFigures",
    "Plan",
    "PlanProgress",
    "Qualifier",
    "Reporter",
    "Rhythm",
    "SeriesKey",
    "Trend",
    "Weight",
    "amount",
    "bounds_of",
    "by_period",
    "by_series",
    "calendar_periods",
    "contains",
    "disputed_rows",
    "explained",
    "findings_of",
    "latest_of",
    "missing_periods",
    "overlaps",
    "period_text",
    "periods_text",
    "progress_of",
    "qualified_text",
    "rhythm_of",
]
