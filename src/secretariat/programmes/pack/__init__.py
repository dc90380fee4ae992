"""The programmes' part of an organisation pack: a field of work is data, and needs no line of code."""

from secretariat.programmes.pack.checks import indicators, measurements, plans
from secretariat.programmes.pack.rows import (
    FieldRow,
    IndicatorRow,
    MeasurementRow,
    OperationActRow,
    OperationRow,
    PlanRow,
)
from secretariat.sources.pack.tables import PackTable

TABLES = (
    PackTable("fields", FieldRow, "programmes.Field"),
    PackTable("indicators", IndicatorRow, "programmes.Indicator", indicators),
    PackTable("operations", OperationRow, "programmes.Operation"),
    PackTable("operation_acts", OperationActRow, "programmes.OperationAct"),
    PackTable("measurements", MeasurementRow, "programmes.Measurement", measurements),
    PackTable("plans", PlanRow, "programmes.Plan", plans),
)
