"""The figures of the chapter, each with the rows it was computed from."""

from collections.abc import Sequence

from secretariat.kernel import Figure, Standing, Trace
from secretariat.review.queries import Snapshot
from secretariat.review.queries.area import DataSetPeriod, PlacedEvent
from secretariat.review.rules.method import Method
from secretariat.review.rules.watch import EVENTS, PERIMETER
from secretariat.sources.rules import Release
from secretariat.watch.measures.perimeter import SegmentKind
from secretariat.watch.queries.tables import Series

_KNOWN = {each.value: each for each in Standing}


def _standings(events: Sequence[PlacedEvent], releases: Sequence[Release]) -> tuple[Standing, ...]:
    """The standings that the source gives its events; that of the release where it gives none."""
    given = {_KNOWN[each.row["standing"]] for each in events if each.row["standing"] in _KNOWN}
    bare = any(each.row["standing"] not in _KNOWN for each in events)
    return tuple(sorted(given | ({each.basis.standing for each in releases} if bare or not events else set())))


def trace_of(
    events: Sequence[PlacedEvent], releases: Sequence[Release], *filters: str, method: Method = EVENTS
) -> Trace:
    """The trace of a figure computed from events: their ids under the name of the data set."""
    dataset = releases[-1].dataset
    return Trace(
        method.name,
        method.version,
        tuple(f"{dataset}:{each.row['event_id']}" for each in events),
        (*filters, *(f"release = {each.key}" for each in releases)),
        _standings(events, releases),
        tuple(dict.fromkeys(key for each in releases for key in each.basis.sources)),
    )


def events_figure(name: str, events: Sequence[PlacedEvent], period: DataSetPeriod, *filters: str) -> Figure:
    """How many events."""
    return Figure(name, len(events), "events", trace_of(events, period.releases, *filters))


def deaths_figure(name: str, events: Sequence[PlacedEvent], period: DataSetPeriod, *filters: str) -> Figure:
    """Deaths by best estimate, over the events that have one; unknown where none has."""
    known = [each for each in events if each.row["best"] is not None]
    value = sum(int(each.row["best"]) for each in known) if known else None
    return Figure(name, value, "deaths", trace_of(known, period.releases, *filters))


def border_figures(shot: Snapshot) -> tuple[Figure, Figure] | None:
    """The length of the external land border on the map, and the number of its segments."""
    view = shot.area.view
    if view is None:
        return None
    trace = Trace(
        PERIMETER.name,
        PERIMETER.version,
        (),
        (f"members on {shot.on}: {' '.join(view.members)}", f"boundary data = {view.source}"),
        (Standing.DERIVED,),
    )
    return (
        Figure("border-km", round(view.perimeter.km(SegmentKind.LAND)), "km", trace),
        Figure("border-segments", len(view.perimeter.land), "segments", trace),
    )


def series_figure(found: Series, name: str, value: float | None, *filters: str, method: Method = EVENTS) -> Figure:
    """A value of a monthly series."""
    release = found.release
    trace = Trace(
        method.name,
        method.version,
        (release.key,),
        (f"series = {found.region} {found.kind}", *filters),
        (release.basis.standing,),
        release.basis.sources,
    )
    whole = None if value is None else int(value) if float(value).is_integer() else round(float(value), 2)
    return Figure(f"{found.region}-{found.kind}-{name}".lower(), whole, found.unit, trace)


def key_figures(shot: Snapshot) -> list[Figure]:
    """By what two reviews are compared: the border, and the last twelve months of each series."""
    border = border_figures(shot)
    found = list(border) if border is not None else []
    for each in shot.area.series:
        found.append(series_figure(each, "series-year", year_of(each, 0), f"twelve months to {each.months[-1]}"))
    return found


def year_of(found: Series, back: int) -> float | None:
    """The sum of twelve months, ``back`` years before the last; unknown where one of them is."""
    end = len(found.values) - 12 * back
    values = found.values[max(0, end - 12) : end]
    return float(values.sum()) if len(values) == 12 and values.sum() == values.sum() else None  # noqa: PLR2004  # nan is no sum
