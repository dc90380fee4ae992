"""The figures of the chapter, each with the rows it was computed from."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from secretariat.kernel import Figure, LocalizedText, Standing, Trace
from secretariat.positions.rules import PositionView, ledger_rates
from secretariat.positions.rules.record import RollCallRecord
from secretariat.review.queries import Snapshot
from secretariat.review.queries.positions import row_key
from secretariat.review.rules.method import Method, count
from secretariat.review.rules.positions import AGREEMENT, LEDGER, NAMED_VOTES

VOTE_RATES = frozenset({"with-a-vote", "tested", "kept"})
"""The rates whose method is that of the named votes."""


def positions_figure(name: str, views: Sequence[PositionView], *filters: str) -> Figure:
    """How many positions there are."""
    return count(
        name,
        LEDGER,
        tuple(dict.fromkeys(row for view in views for row in view.rows)),
        unit="positions",
        value=len(views),
        standings=tuple(view.standing for view in views),
        sources=tuple(key for view in views for key in view.sources),
        filters=filters,
    )


def rates(prefix: str, views: Sequence[PositionView], *filters: str) -> dict[str, Figure]:
    """The rates of some positions, each under a name of its own in the edition."""
    return {name: _named(figure, f"{prefix}-{name}") for name, figure in ledger_rates(views, filters).items()}


def _named(figure: Figure, name: str) -> Figure:
    method = NAMED_VOTES if figure.name in VOTE_RATES else LEDGER
    return replace(figure, name=name, trace=replace(figure.trace, method=method.name, version=method.version))


def votes_trace(shot: Snapshot, records: Iterable[RollCallRecord], method: Method, *filters: str) -> Trace:
    """The trace of a figure computed from roll calls: their rows, and the release they are from."""
    release = shot.positions.release
    standing: Sequence[Standing] = (release.basis.standing,) if release is not None else ()
    return Trace(
        method.name,
        method.version,
        tuple(row_key(record.rollcall) for record in records),
        (f"members on {shot.on}", *filters, f"release = {release.key}" if release is not None else "no release"),
        tuple(standing),
        release.basis.sources if release is not None else (),
    )


def votes_figure(
    shot: Snapshot,
    name: str,
    records: Sequence[RollCallRecord],
    *filters: str,
    value: float | None = None,
    unit: str = "index",
    method: Method = AGREEMENT,
) -> Figure:
    """A value computed from some roll calls; their number where the unit is ``roll calls``."""
    found = len(records) if unit == "roll calls" else value
    return Figure(name, found, unit, votes_trace(shot, records, method, *filters))


def votes_share(
    shot: Snapshot, name: str, some: Sequence[RollCallRecord], among: Sequence[RollCallRecord], *filters: str
) -> Figure:
    """How many of some roll calls there are among others; the rows are those counted."""
    trace = votes_trace(shot, some, AGREEMENT, *filters)
    return Figure.rate(name, len(some), len(among), trace)


def key_figures(shot: Snapshot) -> list[Figure]:
    """Positions on record and what became of them; the agreement of the members over two years."""
    record = shot.positions
    found: list[Figure] = []
    views = [view for view in record.ledger.views if view.counts]
    if views:
        rate = rates("position", views, f"on = {shot.on}")
        found.append(positions_figure("positions-on-record", views, f"on = {shot.on}"))
        found += [rate["delivered"], rate["tested"], rate["kept"]]
    used = record.within()
    if used and record.agreement is not None:
        found.append(index_figure(shot))
    return found


def window(shot: Snapshot) -> str:
    """The years over which agreement is taken, as a filter says it."""
    return f"{shot.positions.start} <= date <= {shot.on}"


def index_figure(shot: Snapshot) -> Figure:
    """The agreement index of the members over two years."""
    found = shot.positions.agreement
    value = found.agreement_index if found is not None else None
    return votes_figure(shot, "votes-ai", shot.positions.within(), window(shot), value=value)


def in_both(english: Iterable[str], russian: Iterable[str]) -> LocalizedText:
    """Names joined by commas, each language in its own alphabet."""
    return LocalizedText(", ".join(_alphabetical(english)), ", ".join(_alphabetical(russian)))


def _alphabetical(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: name.casefold().replace("ё", "е"))


def names_of(shot: Snapshot, codes: Iterable[str]) -> LocalizedText:
    """The names of some states on the day; a dash for none."""
    listed = [
        shot.states[code].name_on(shot.on) if code in shot.states else LocalizedText(code, code) for code in codes
    ]
    if not listed:
        return LocalizedText("–", "–")
    return in_both([name.in_language("en") for name in listed], [name.in_language("ru") for name in listed])
