"""Reading the programmes: every question takes the day it is about and the instant it is asked from."""

from secretariat.programmes.queries.programmes import (
    IndicatorReport,
    OperationReport,
    Programme,
    Series,
    members_by_day,
    programmes,
)
from secretariat.programmes.queries.reading import (
    fields,
    indicators,
    measurements,
    operation_acts,
    operations,
    plans,
)
from secretariat.programmes.queries.recorded import Recorded, recorded_measurements
from secretariat.programmes.queries.rows import measurement_row, programme_row
from secretariat.programmes.queries.searched import searched_rows

__all__ = [
    "IndicatorReport",
    "OperationReport",
    "Programme",
    "Recorded",
    "Series",
    "fields",
    "indicators",
    "measurement_row",
    "measurements",
    "members_by_day",
    "operation_acts",
    "operations",
    "plans",
    "programme_row",
    "programmes",
    "recorded_measurements",
    "searched_rows",
]
