"""Reading the parties: every question takes the day it is about and the instant it is asked from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from django.db.models import QuerySet

from secretariat.access.rules import Viewer
from secretariat.kernel import ImpreciseDate, LocalizedText, Standing
from secretariat.parties import models
from secretariat.parties.rules import (
    ActKind,
    EntryRule,
    EntryRuleKind,
    InForce,
    Instrument,
    MemberStatus,
    PartyStatus,
    State,
    TreatyAct,
    in_force_on,
    members_on,
    status_on,
)
from secretariat.search.queries import Shown
from secretariat.sources.queries import as_known, as_of, basis_of, has_any


@dataclass(frozen=True, slots=True)
class Organisation:
    """The organisation as its pack describes it."""

    key: str
    name: LocalizedText
    short: LocalizedText
    languages: tuple[str, ...]
    constituent: str
    symbol_scheme: str
    disclaimer: LocalizedText
    point_of_view: LocalizedText = LocalizedText()
    document_schedule: tuple[Mapping[str, Any], ...] | None = None
    """When documents of meetings are due, as the pack states it; ``None`` where it does not."""


@dataclass(frozen=True, slots=True)
class InstrumentStatus:
    """An instrument on a day: in force or not, and every state that has done anything about it."""

    instrument: Instrument
    entry: InForce
    states: tuple[PartyStatus, ...]
    acts: tuple[TreatyAct, ...]

    @property
    def parties(self) -> tuple[PartyStatus, ...]:
        """The states it binds."""
        return tuple(status for status in self.states if status.status.is_bound)

    @property
    def standing(self) -> Standing:
        """The standing of what is said about its entry into force."""
        return self.entry.standing

    @property
    def sources(self) -> tuple[str, ...]:
        """The citations beneath that, or beneath all its acts while it is not in force."""
        acts = self.entry.basis or self.acts
        return tuple(dict.fromkeys(key for act in acts for key in act.basis.sources))


class NoOrganisation(Exception):
    """The register holds no organisation yet."""


def organisation(viewer: Viewer, *, known_at: datetime) -> Organisation:
    """The organisation of this register. Raises :class:`NoOrganisation` on an empty one."""
    row = as_known(viewer, models.Organisation, known_at).first()
    if row is None:
        raise NoOrganisation
    return Organisation(
        key=row.identity,
        name=LocalizedText.of(row.name),
        short=LocalizedText.of(row.short),
        languages=tuple(row.languages),
        constituent=row.constituent_id,
        symbol_scheme=row.symbol_scheme,
        disclaimer=LocalizedText.of(row.disclaimer),
        point_of_view=LocalizedText.of(row.point_of_view),
        document_schedule=None if row.document_schedule is None else tuple(row.document_schedule),
    )


def states(viewer: Viewer, *, known_at: datetime) -> list[State]:
    """Every state of the register, by code."""
    return [
        State(
            code=row.identity,
            name=LocalizedText.of(row.name),
            protocol_name=LocalizedText.of(row.protocol_name),
            former_names=tuple(
                sorted((date.fromisoformat(each["until"]), LocalizedText.of(each["name"])) for each in row.former_names)
            ),
        )
        for row in sorted(as_known(viewer, models.State, known_at), key=lambda row: row.identity)
    ]


def _entry_rule(entry: dict[str, Any]) -> EntryRule:
    fields: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in entry.items() if name != "kind"
    }
    return EntryRule(kind=EntryRuleKind(entry.get("kind", EntryRuleKind.UNKNOWN)), **fields)


def instruments(viewer: Viewer, *, known_at: datetime) -> dict[str, Instrument]:
    """Every instrument described in the register, by key."""
    return {
        row.identity: Instrument(
            key=row.identity,
            kind=row.kind,
            title=LocalizedText.of(row.title),
            entry=_entry_rule(row.entry),
            amends=row.amends_id,
            note=LocalizedText.of(row.note),
        )
        for row in sorted(as_known(viewer, models.Instrument, known_at), key=lambda row: row.identity)
    }


def treaty_acts(
    viewer: Viewer, *, known_at: datetime, instrument: str | None = None, state: str | None = None
) -> list[TreatyAct]:
    """Treaty acts as known at an instant, by date (undated ones last), of one instrument or state if named."""
    rows = as_known(viewer, models.TreatyAct, known_at)
    if instrument is not None:
        rows = rows.filter(instrument=instrument)
    if state is not None:
        rows = rows.filter(state=state)
    return [
        TreatyAct(
            key=row.key,
            instrument=row.instrument_id,
            kind=ActKind(row.kind),
            state=row.state_id,
            when=ImpreciseDate.parse(row.date) if row.date else None,
            effective=ImpreciseDate.parse(row.effective) if row.effective else None,
            by=row.by,
            text=LocalizedText.of(row.text),
            basis=basis_of(row, known_at),
        )
        for row in sorted(rows, key=lambda row: (row.latest or date.max, row.key))
    ]


def members(viewer: Viewer, *, on: date, known_at: datetime) -> list[MemberStatus]:
    """The members of the organisation on a day, by code, with status, standing and declarations without effect.

    Four queries, however many members.
    """
    constituent = instruments(viewer, known_at=known_at)[organisation(viewer, known_at=known_at).constituent]
    acts = treaty_acts(viewer, known_at=known_at, instrument=constituent.key)
    return members_on(states(viewer, known_at=known_at), constituent, acts, on)


def members_by_day(viewer: Viewer, days: Iterable[date], *, known_at: datetime) -> dict[date, list[MemberStatus]]:
    """The members on each of some days, as :func:`members` has them. Four queries, however many days."""
    constituent = instruments(viewer, known_at=known_at)[organisation(viewer, known_at=known_at).constituent]
    acts = treaty_acts(viewer, known_at=known_at, instrument=constituent.key)
    described = states(viewer, known_at=known_at)
    return {day: members_on(described, constituent, acts, day) for day in set(days)}


def _by_instrument(acts: Iterable[TreatyAct], on: date) -> dict[str, list[TreatyAct]]:
    grouped: dict[str, list[TreatyAct]] = {}
    for act in acts:
        if act.when is None or act.when.has_happened_by(on):
            grouped.setdefault(act.instrument, []).append(act)
    return grouped


def _waiting_last(described: dict[str, Instrument]) -> list[str]:
    """Instruments in an order in which each stands after those it waits for."""
    ordered: dict[str, None] = {}
    visiting: set[str] = set()

    def visit(key: str) -> None:
        if key in described and key not in ordered and key not in visiting:
            visiting.add(key)
            for other in described[key].entry.instruments:
                visit(other)
            ordered[key] = None

    for key in described:
        visit(key)
    return list(ordered)


def _status(instrument: Instrument, acts: list[TreatyAct], entry: InForce, on: date) -> InstrumentStatus:
    codes = sorted({act.state for act in acts if act.state is not None})
    states_ = tuple(status_on(code, instrument, acts, entry, on) for code in codes)
    return InstrumentStatus(instrument, entry, states_, tuple(acts))


def instrument_statuses(viewer: Viewer, *, on: date, known_at: datetime) -> list[InstrumentStatus]:
    """Every instrument that something had happened to by ``on``, by the date of its first act. Two queries."""
    described = instruments(viewer, known_at=known_at)
    grouped = _by_instrument(treaty_acts(viewer, known_at=known_at), on)
    since: dict[str, date | None] = {}
    found = {}
    for key in _waiting_last(described):
        if key in grouped:
            entry = in_force_on(described[key], grouped[key], on, since)
            since[key] = entry.since
            found[key] = _status(described[key], grouped[key], entry, on)
    dated = {key: min((act.when.latest for act in grouped[key] if act.when), default=date.max) for key in found}
    return [found[key] for key in sorted(found, key=lambda key: (dated[key], key)) if dated[key] <= on]


def instrument_status(viewer: Viewer, key: str, *, on: date, known_at: datetime) -> InstrumentStatus | None:
    """One instrument on a day; ``None`` when the register describes no such instrument.

    An instrument that nothing had happened to by then is answered with no acts and not in force.
    """
    described = instruments(viewer, known_at=known_at)
    if key not in described:
        return None
    for status in instrument_statuses(viewer, on=on, known_at=known_at):
        if status.instrument.key == key:
            return status
    return InstrumentStatus(described[key], InForce(None, Standing.UNKNOWN), (), ())


def searched_rows(viewer: Viewer, *, on: date, known_at: datetime) -> dict[str, Shown]:
    """States, and instruments that something had happened to by ``on``. No query."""

    def acted_upon() -> QuerySet[models.Instrument]:
        acts = as_of(viewer, models.TreatyAct, on, known_at)
        return as_known(viewer, models.Instrument, known_at).filter(has_any(acts, "instrument"))

    return {
        "parties.state": Shown(partial(as_known, viewer, models.State, known_at)),
        "parties.instrument": Shown(acted_upon),
    }
