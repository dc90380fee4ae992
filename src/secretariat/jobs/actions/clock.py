"""The one clock that all processes share."""

from datetime import UTC, datetime

from django.db import connection

_NOW = {
    "sqlite": "SELECT strftime('%Y-%m-%dT%H:%M:%f', 'now')",
    "postgresql": "SELECT clock_timestamp()",
}


def database_now() -> datetime:
    """The instant by the database's clock, aware, to the millisecond or better. One query.

    Deadlines are decided by it: processes on several machines have as many clocks, and one of them may be wrong.
    """
    with connection.cursor() as cursor:
        cursor.execute(_NOW[connection.vendor])
        (value,) = cursor.fetchone()
    return value.astimezone(UTC) if isinstance(value, datetime) else datetime.fromisoformat(value).replace(tzinfo=UTC)
