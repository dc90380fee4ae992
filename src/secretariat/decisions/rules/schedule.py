"""When reports fall due."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache


@lru_cache(maxsize=16_384)
def months_after(day: date, months: int) -> date:
    """The same day of the month, so many months later; the last day of a month that has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def is_report_overdue(*, first: date | None, every_months: int | None, last_report: date | None, on: date) -> bool:
    """Whether the newest report that has fallen due before ``on`` has not been made.

    Reports fall due on ``first`` and then every so many months (only once when ``every_months`` is ``None``). A report
    answers every due date since the one before it: whoever missed three and then reports is up to date.
    """
    if first is None or first >= on:
        return False
    if last_report is None:
        return True
    if not every_months:
        return False
    ended = on - timedelta(days=1)
    passed = (ended.year - first.year) * 12 + ended.month - first.month
    count = passed // every_months
    if months_after(first, count * every_months) > ended:
        count -= 1
    return count > 0 and last_report <= months_after(first, (count - 1) * every_months)
