"""How ``secretariat watch table`` gives shares of media volume: with both counts, and every denominator."""

from collections.abc import Sequence
from typing import Any

from secretariat.cli.terminal import print_table
from secretariat.watch.measures.attention import Share, Volume

ATTENTION_COLUMNS: tuple[str, ...] = ("unit", "month", "reports", "all_reports", "share")
_DIGITS = 6
"""Decimals of a share; both of its counts stand beside it."""


def attention_rows(shares: Sequence[Share]) -> list[dict[str, Any]]:
    """Shares that are not nought, and every month of which nothing is known."""
    return [
        {
            "unit": each.unit,
            "month": each.month,
            "reports": each.reports if each.all_reports else None,
            "all_reports": each.all_reports,
            "share": None if each.share is None else round(each.share, _DIGITS),
        }
        for each in shares
        if each.reports or not each.all_reports
    ]


def months_of(of: Volume) -> list[dict[str, Any]]:
    """What became of all reports of each month."""
    return [
        {
            "month": str(month),
            "all_reports": int(of.total[number]),
            "in_units": int(of.placed[number]),
            "elsewhere": int(of.elsewhere[number]),
            "not_locatable": {reason: int(counts[number]) for reason, counts in of.unlocated.items()},
        }
        for number, month in enumerate(of.months)
    ]


def print_volume(of: Volume) -> None:
    """The denominators, month by month."""
    print_table(
        "All reports of the months",
        ["month", "all reports", "in units", "elsewhere", "not locatable"],
        [
            [row["month"], row["all_reports"], row["in_units"], row["elsewhere"], sum(row["not_locatable"].values())]
            for row in months_of(of)
        ],
    )
