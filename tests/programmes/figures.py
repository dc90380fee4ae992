"""Figures for tests, told as the sources tell them."""

from datetime import date, timedelta
from typing import Any

from secretariat.kernel import LocalizedText, Period
from secretariat.programmes.rules import Indicator, Measurement, Qualifier
from secretariat.sources.rules import Basis

SEIZED = Indicator(
    "seized",
    "drugs",
    LocalizedText("Drugs seized", "Изъято наркотиков"),
    "t",
    LocalizedText("t", "т"),
    Basis("seized"),
    since=date(2003, 1, 1),
    units=(("kg", 0.001),),
)


def said(
    key: str, value: float | None, start: date | None, end: date, qualifier: str = "exact", **more: Any
) -> Measurement:
    """A figure of the operation Kanal; ``end`` is its last day, ``sources`` default to one of its own."""
    sources = more.pop("sources", (f"source of {key}",))
    return Measurement(
        key=key,
        indicator=more.pop("indicator", "seized"),
        period=Period(start, end + timedelta(days=1)),
        value=value,
        basis=Basis(key, sources=sources),
        qualifier=Qualifier(qualifier),
        **more,
    )


def year(number: int, value: float | None, qualifier: str = "exact", **more: Any) -> Measurement:
    """A figure of a calendar year."""
    key = more.pop("key", f"{number}{more.get('state', '')}")
    return said(key, value, date(number, 1, 1), date(number, 12, 31), qualifier, **more)
