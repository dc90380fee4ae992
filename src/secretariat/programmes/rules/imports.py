"""Figures read from a file, compared with what the register holds before anything is recorded."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from secretariat.kernel import LocalizedText, Period, Standing
from secretariat.programmes.rules.bounds import Qualifier
from secretariat.programmes.rules.indicators import Indicator
from secretariat.programmes.rules.measurements import Measurement
from secretariat.sources.rules import Basis

LONGEST_KEY = 150
"""A key has at most 160 characters; the number of a correction still fits behind this one."""


class ChangeKind(StrEnum):
    """What recording a figure of a file would do."""

    NEW = "new"
    SAME = "same"
    """The register holds it already, to the letter."""
    CONFLICTING = "conflicting"
    """The register holds another figure of the same source for the same series and period."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One figure of a file, with the row it stands in. ``end`` is the last day it covers."""

    row: int
    indicator: str
    start: date | None
    end: date | None
    source: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: Qualifier = Qualifier.EXACT
    unit: str = ""
    cumulative: bool = False
    state: str | None = None
    operation: str | None = None
    phase: str | None = None
    said: str | None = None
    by: LocalizedText = LocalizedText()
    standing: Standing = Standing.REPORTED

    @property
    def key(self) -> str:
        """The same for the same series, period and source, so that a file read twice changes nothing."""
        parts = (
            self.indicator,
            self.state or "joint",
            self.operation or "-",
            self.phase or "-",
            str(self.start or "-"),
            str(self.end or "-"),
            "total" if self.cumulative else "period",
            self.source,
        )
        key = "/".join(parts)
        if len(key) <= LONGEST_KEY:
            return key
        return f"{self.indicator[:60]}/{hashlib.sha256(key.encode()).hexdigest()[:40]}"

    def content(self) -> dict[str, Any]:
        """What it says, by the columns of the register."""
        return {
            "indicator_id": self.indicator,
            "state_id": self.state,
            "operation_id": self.operation,
            "phase_id": self.phase,
            "start": self.start,
            "end": self.end,
            "value": self.value,
            "low": self.low,
            "high": self.high,
            "qualifier": self.qualifier.value,
            "unit": self.unit,
            "cumulative": self.cumulative,
            "date": self.said,
            "by": {"en": self.by.en, "ru": self.by.ru} if self.by else None,
            "sources": [self.source],
            "standing": self.standing.value,
        }


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one figure. ``differences`` are column, value on record, value in the file.

    ``line`` is the row of the register that the figure would correct, ``disagrees`` the rows of other sources for the
    same series and period that it cannot be reconciled with: both stay.
    """

    kind: ChangeKind
    draft: Draft
    differences: tuple[tuple[str, Any, Any], ...] = ()
    line: str | None = None
    disagrees: tuple[str, ...] = field(default=())


def measured(draft: Draft, indicator: Indicator) -> Measurement:
    """A draft as a measurement."""
    end = draft.end + timedelta(days=1) if draft.end else None
    return Measurement(
        key=draft.key,
        indicator=draft.indicator,
        period=Period(draft.start, end),
        value=draft.value,
        basis=Basis(draft.key, draft.standing, (draft.source,)),
        qualifier=draft.qualifier,
        low=draft.low,
        high=draft.high,
        unit=draft.unit or indicator.unit,
        factor=indicator.factor(draft.unit) or 1.0,
        cumulative=draft.cumulative,
        state=draft.state,
        operation=draft.operation,
    )


def compared(
    drafts: Iterable[Draft],
    recorded: Mapping[str, Mapping[str, Any]],
    indicators: Mapping[str, Indicator],
    told: Iterable[Measurement],
) -> list[Change]:
    """What recording each figure would do.

    ``recorded`` are the columns of the newest row of each line by the key of its first, ``told`` the measurements on
    record.
    """
    beside: dict[tuple[object, ...], list[Measurement]] = {}
    for each in told:
        beside.setdefault((each.series, each.period, each.cumulative), []).append(each)
    found = []
    for draft in drafts:
        content, held = draft.content(), recorded.get(draft.key)
        if held is not None:
            differences = tuple((name, held[name], value) for name, value in content.items() if held[name] != value)
            kind = ChangeKind.CONFLICTING if differences else ChangeKind.SAME
            found.append(Change(kind, draft, differences, draft.key if differences else None))
            continue
        own = measured(draft, indicators[draft.indicator])
        others = beside.get((own.series, own.period, own.cumulative), [])
        disagrees = tuple(
            other.basis.key
            for other in others
            if own.bounds is not None and other.bounds is not None and not own.bounds.meets(other.bounds)
        )
        found.append(Change(ChangeKind.NEW, draft, disagrees=disagrees))
    return found
