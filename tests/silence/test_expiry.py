"""The end of a silence is one instant, or it is refused."""

from datetime import UTC, date, datetime, time

import pytest

from secretariat.silence.rules import UnableToReadExpiry, expiry_of

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Europe/Moscow", datetime(2026, 3, 2, 14, tzinfo=UTC)),
        ("Asia/Yerevan", datetime(2026, 3, 2, 13, tzinfo=UTC)),
        ("UTC", datetime(2026, 3, 2, 17, tzinfo=UTC)),
    ],
)
def test_end_is_the_same_instant_everywhere(zone: str, expected: datetime):
    assert expiry_of(date(2026, 3, 2), time(17), zone, now=NOW) == expected


@pytest.mark.parametrize(
    ("day", "clock", "zone", "word"),
    [
        (date(2026, 3, 29), time(2, 30), "Europe/Vienna", "time_skipped"),
        (date(2026, 10, 25), time(2, 30), "Europe/Vienna", "time_twice"),
        (date(2026, 3, 2), time(17), "Europe/Minskk", "zone_unknown"),
        (date(2026, 1, 1), time(0, 30), "UTC", "expiry_too_soon"),
        (date(2025, 12, 31), time(17), "UTC", "expiry_too_soon"),
    ],
)
def test_time_that_is_no_single_instant_is_refused(day: date, clock: time, zone: str, word: str):
    with pytest.raises(UnableToReadExpiry) as caught:
        expiry_of(day, clock, zone, now=NOW)
    assert caught.value.word == word


def test_time_beside_the_change_of_the_clocks_is_taken():
    assert expiry_of(date(2026, 10, 25), time(3), "Europe/Vienna", now=NOW) == datetime(2026, 10, 25, 2, tzinfo=UTC)
    assert expiry_of(date(2026, 3, 29), time(1, 59), "Europe/Vienna", now=NOW) == datetime(
        2026, 3, 29, 0, 59, tzinfo=UTC
    )
