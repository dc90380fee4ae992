"""``secretariat watch load|table|diff``: events by segment or region and month, and what a release changed."""

import csv
import io
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from secretariat.access.rules import SECRETARIAT, Mark
from secretariat.cli.adding import add_snapshot, importer_of, options_of
from secretariat.cli.attention import ATTENTION_COLUMNS, attention_rows, months_of, print_volume
from secretariat.cli.terminal import (
    AsJson,
    KnownAt,
    day,
    mistake,
    need_register,
    print_json,
    print_table,
)
from secretariat.cli.watch import watch_app
from secretariat.parties.queries import NoOrganisation
from secretariat.sources import lake
from secretariat.sources.rules import Basis, Release
from secretariat.watch.measures.attention import shares_by_month
from secretariat.watch.queries.counted import Counted, counted
from secretariat.watch.queries.differences import UnableToCompare, release_difference
from secretariat.watch.queries.events import EVENT_KINDS, WITHIN_KM, event_datasets, event_releases, measured_by
from secretariat.watch.queries.geometry import PerimeterView
from secretariat.watch.queries.tables import By, Tabulated, judged
from secretariat.watch.rules.adapters import Measured

_SHOWN = 40


class Axis(StrEnum):
    """What a table can be counted by."""

    SEGMENT = "segment"
    REGION = "region"
    COUNTRY = "country"
    MONTH = "month"


def axes(text: str) -> By:
    """Read ``segment,month``; raises ``typer.BadParameter``."""
    names = [name.strip() for name in text.split(",")]
    units = [name for name in names if name in set(By)]
    if len(units) != 1 or set(names) - set(By) - {Axis.MONTH}:
        msg = f"{text!r}: expected one of segment, region, country, with month: segment,month"
        raise typer.BadParameter(msg)
    return By(units[0])


ByOption = Annotated[By, typer.Option("--by", parser=axes, metavar="UNIT,month", help="segment, region or country.")]
FromDay = Annotated[
    date, typer.Option("--from", parser=day, metavar="DATE", help="The first month counted has this day.")
]
ToDay = Annotated[date, typer.Option("--to", parser=day, metavar="DATE", help="The last month counted has this day.")]
DataSet = Annotated[str, typer.Option("--dataset", metavar="NAME", help="The data set counted; the only one without.")]
Within = Annotated[float, typer.Option("--within-km", min=0.001, help="How near to a segment counts as near.")]


def load(  # the options are those of a release
    source: Annotated[
        str, typer.Argument(help=f"Whose files they are: {', '.join(EVENT_KINDS)}, monthly-series, unhcr.")
    ],
    files: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, help="The files.")],
    release: Annotated[str, typer.Option("--release", help="What the publisher calls this release.")] = "",
    dataset: Annotated[str, typer.Option("--dataset", help="The data set; that of the source without.")] = "",
    licence: Annotated[str, typer.Option("--licence", help="The terms under which it may be used.")] = "",
    option: Annotated[
        list[str] | None, typer.Option("--option", metavar="NAME=VALUE", help="For the importer.")
    ] = None,
    mark: Annotated[Mark, typer.Option("--mark", help="Who may see it.")] = Mark.PUBLIC,
    whole: Annotated[bool, typer.Option("--whole", help="Add nothing when a line fits no row.")] = False,
    as_json: AsJson = False,
) -> None:
    """Read files of events into the lake: lines that fit no row are put aside, shown and counted."""
    need_register()
    importer = importer_of(source)
    for path in files:
        options = options_of(option or (), importer)
        if release and "release" in importer.options:
            options.setdefault("release", release)
        digest = _digest(importer, path)
        add_snapshot(
            importer,
            path,
            Release(
                key="",
                dataset=dataset or importer.dataset_hint,
                kind=importer.name,
                release=release,
                sha256=digest,
                importer=importer.version,
                basis=Basis(""),
                options=options,
                licence=licence,
                retrieved=datetime.now(UTC).date(),
                known_from=datetime.now(UTC),
            ),
            mark=mark,
            whole=whole,
            as_json=as_json,
        )


def _digest(importer: lake.Importer, path: Path) -> str:
    try:
        return lake.source_sha256(importer, path)
    except lake.UnableToImport as error:
        mistake(str(error))


def _chosen(dataset: str, known_at: datetime) -> str:
    known = event_datasets(SECRETARIAT, known_at=known_at)
    if dataset:
        if dataset not in known:
            mistake(
                f"{dataset!r} is no data set of events, expected one of {', '.join(known) or 'none: none is there'}"
            )
        return dataset
    if len(known) != 1:
        listed = ", ".join(known) or "none is there; add one: secretariat watch load SOURCE FILE"
        mistake(f"--dataset: name one of the data sets of events, which are never added up: {listed}")
    return known[0]


def counted_or_mistake(
    *, on: date, known_at: datetime, dataset: str, by: By, first: date, last: date, within_km: float
) -> Counted:
    """Counts of a data set, or a plain word why there are none."""
    chosen = _chosen(dataset, known_at)
    try:
        found = counted(
            SECRETARIAT,
            on=on,
            known_at=known_at,
            dataset=chosen,
            by=by,
            first=first,
            last=last,
            within_km=within_km,
        )
    except NoOrganisation:
        mistake("the register holds no organisation; load a pack first: secretariat load PACK")
    except lake.UnableToReadLake as error:
        mistake(str(error))
    if found is None:
        mistake(f"no release of {chosen} is known on {known_at:%Y-%m-%d}")
    _need_boundaries(found.view, by)
    return found


def judged_or_mistake(*, on: date, known_at: datetime, dataset: str, by: By, last: date, within_km: float) -> Tabulated:
    """The counts that arrows and alerts rest on, or a plain word why there are none."""
    chosen = _chosen(dataset, known_at)
    if measured_by(event_releases(SECRETARIAT, dataset=chosen, known_at=known_at)) is Measured.ATTENTION:
        mistake(
            f"{chosen} measures what the media report and counts no events: no arrow and no alert is drawn from it; "
            "its shares: secretariat watch table"
        )
    try:
        found = judged(SECRETARIAT, on=on, known_at=known_at, dataset=chosen, by=by, last=last, within_km=within_km)
    except NoOrganisation:
        mistake("the register holds no organisation; load a pack first: secretariat load PACK")
    except lake.UnableToReadLake as error:
        mistake(str(error))
    if found is None:
        mistake(f"{chosen} has no event in the six years up to {last}")
    _need_boundaries(found.view, by)
    return found


def _need_boundaries(view: PerimeterView | None, by: By) -> None:
    if by is By.SEGMENT and view is None:
        mistake("boundary data are not set up, so that nothing is near a segment; run: make assets")


COLUMNS: tuple[str, ...] = (
    "unit",
    "month",
    "kind",
    "events",
    "deaths",
    "low",
    "high",
    "least",
    "most",
    "without_figure",
)


def _rows(found: Counted) -> list[dict[str, Any]]:
    """Cells that are not nought, by unit, month and kind."""
    counts = found.counts
    return [
        {
            "unit": unit,
            "month": str(counts.months[column]),
            "kind": kind,
            "events": int(counts.events[row, sort, column]),
            "deaths": int(counts.best[row, sort, column]),
            "low": round(float(counts.low[row, sort, column]), 1),
            "high": round(float(counts.high[row, sort, column]), 1),
            "least": int(counts.least[row, sort, column]),
            "most": int(counts.most[row, sort, column]),
            "without_figure": int(counts.without_figure[row, sort, column]),
        }
        for row, unit in enumerate(counts.units)
        for column in range(len(counts.months))
        for sort, kind in enumerate(counts.kinds)
        if counts.events[row, sort, column] or counts.best[row, sort, column]
    ]


def _print_csv(columns: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    sys.stdout.write(text.getvalue())


def table(
    by: ByOption,
    first: FromDay,
    last: ToDay,
    on: Annotated[
        date | None, typer.Option("--on", parser=day, metavar="DATE", help="Only events that had ended; --to without.")
    ] = None,
    known_at: KnownAt = None,
    dataset: DataSet = "",
    within_km: Within = WITHIN_KM,
    as_json: AsJson = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV instead of a table.")] = False,
) -> None:
    """Count events and deaths by segment, region or country and month. Cells of nought are left out.

    Of a data set that measures attention, such as GDELT's: the share of all its reports of the month, with both counts.
    """
    need_register()
    if last < first:
        mistake(f"--to {last} is before --from {first}")
    found = counted_or_mistake(
        on=on or last,
        known_at=known_at or datetime.now(UTC),
        dataset=dataset,
        by=by,
        first=first,
        last=last,
        within_km=within_km,
    )
    rows = _rows(found) if found.volume is None else attention_rows(shares_by_month(found.counts, found.volume))
    if as_json:
        print_json(
            {
                "by": by,
                "dataset": found.dataset,
                "measured": Measured.EVENTS if found.volume is None else Measured.ATTENTION,
                "releases": [each.key for each in found.releases],
                "within_km": within_km if by is By.SEGMENT else None,
                "rows": rows,
                "elsewhere": found.elsewhere,
                "not_locatable": found.unlocated,
            }
            | ({"months": months_of(found.volume)} if found.volume is not None else {})
        )
        return
    columns = COLUMNS if found.volume is None else ATTENTION_COLUMNS
    if as_csv:
        _print_csv(columns, rows)
        return
    title = "Events" if found.volume is None else "Share of media volume, which is no count of events,"
    print_table(
        f"{title} by {by} and month, {found.dataset}",
        [name.replace("_", " ") for name in columns],
        [[row[name] for name in columns] for row in rows],
    )
    if found.volume is not None:
        print_volume(found.volume)
    vague = ", ".join(f"{count} {reason.replace('_', ' ')}" for reason, count in sorted(found.unlocated.items()))
    typer.echo(f"Elsewhere: {found.elsewhere}. Not locatable: {vague or 'none'}.")
    for each in found.releases:
        typer.echo(each.coverage.en or f"{each.key}: no coverage note")


def diff(
    before: Annotated[str, typer.Argument(metavar="R1", help="The earlier release, by id (secretariat data list).")],
    after: Annotated[str, typer.Argument(metavar="R2", help="The later release, by id.")],
    known_at: KnownAt = None,
    as_json: AsJson = False,
) -> None:
    """Show what changed between two releases of a data set: events added, taken out, and changed."""
    need_register()
    try:
        found = release_difference(SECRETARIAT, before, after, known_at=known_at or datetime.now(UTC))
    except (UnableToCompare, lake.UnableToReadLake) as error:
        mistake(str(error))
    if as_json:
        print_json(
            {
                "before": found.before.key,
                "after": found.after.key,
                "added": list(found.added),
                "removed": list(found.removed),
                "changed": [
                    {
                        "event_id": each.event_id,
                        "fields": {one.field: {"before": one.before, "after": one.after} for one in each.fields},
                    }
                    for each in found.changed
                ],
                "unchanged": found.unchanged,
            }
        )
        return
    typer.echo(
        f"{found.before.key} -> {found.after.key}: {len(found.added):,} added, {len(found.removed):,} taken out, "
        f"{len(found.changed):,} changed, {found.unchanged:,} unchanged."
    )
    for each in found.changed[:_SHOWN]:
        said = "; ".join(f"{one.field}: {one.before} -> {one.after}" for one in each.fields)
        typer.echo(f"{each.event_id}: {said or 'other columns of the source'}")
    if len(found.changed) > _SHOWN:
        typer.echo(f"... and {len(found.changed) - _SHOWN:,} more; --json has all")


def add_to(_app: typer.Typer) -> None:
    """Add the commands to those of ``watch``."""
    for command in (load, table, diff):
        watch_app.command(command.__name__)(command)
