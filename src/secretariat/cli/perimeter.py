"""``secretariat watch perimeter``: segments, lengths, GeoJSON."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from secretariat.access.rules import SECRETARIAT
from secretariat.cli.terminal import AsJson, KnownAt, OnDay, mistake, need_register, print_json, print_table
from secretariat.parties.queries import NoOrganisation
from secretariat.watch.measures.perimeter import SegmentKind, cut
from secretariat.watch.measures.topology import UnableToReadBoundaries
from secretariat.watch.queries.geometry import UNSTATED, PerimeterView, attributions_of, computed, perimeter_on

Coasts = Annotated[bool, typer.Option("--coasts", help="Count coasts too, not the external land border alone.")]


def view_on(on: date, known_at: datetime | None) -> PerimeterView:
    """The perimeter on a day, or a plain word why there is none."""
    need_register()
    try:
        view = perimeter_on(SECRETARIAT, on=on, known_at=known_at or datetime.now(UTC))
    except NoOrganisation:
        mistake("the register holds no organisation; load a pack first: secretariat load PACK")
    except UnableToReadBoundaries as error:
        mistake(str(error))
    for attribution in view.boundaries.unplaced:
        typer.echo(f"secretariat: no {attribution.territory!r} in the boundary data; that row has no effect", err=True)
    return view


def _pov(view: PerimeterView) -> dict[str, Any]:
    return {
        "text": view.point_of_view.text,
        "disclaimer": UNSTATED,
        "territories": [
            {
                "territory": each.territory,
                "state": each.state or None,
                "at": each.at,
                "since": each.since,
                "until": each.until,
                "note": each.note,
            }
            for each in view.point_of_view.territories
        ],
    }


def _states_as_drawn(view: PerimeterView) -> dict[str, Any]:
    """The same lengths with the territory of every state as the boundary data draw it, for comparison."""
    whole = [each for each in view.point_of_view.territories if each.at is None]
    _, found = computed(view.source.digest, view.members, attributions_of(whole))
    return {
        "land_km": round(found.km(SegmentKind.LAND), 3),
        "land_segments": len(found.land),
        "internal_km": round(found.internal_km, 3),
    }


def perimeter_json(view: PerimeterView) -> dict[str, Any]:
    """The perimeter as the command prints it."""
    found = view.perimeter
    return {
        "members": list(view.members),
        "pov": _pov(view),
        "boundary_source": {
            "package": view.source.package,
            "release": view.source.release,
            "file": view.source.file,
            "sha256": view.source.digest,
        },
        "on": view.on,
        "land_km": round(found.km(SegmentKind.LAND), 3),
        "land_segments": len(found.land),
        "coast_km": round(found.km(SegmentKind.COAST), 3),
        "internal_km": round(found.internal_km, 3),
        "states_as_boundary_data": _states_as_drawn(view),
        "length": "map length on WGS84; it grows with the detail of the map",
        "not_in_boundary_data": list(found.missing),
        "segments": [
            {
                "id": each.id,
                "member": each.member,
                "neighbour": each.neighbour or None,
                "kind": each.kind,
                "km": round(each.km, 3),
            }
            for each in found.segments
        ],
    }


def _geojson(view: PerimeterView) -> dict[str, Any]:
    """The segments as GeoJSON (RFC 7946)."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": each.id,
                "properties": {
                    "member": each.member,
                    "neighbour": each.neighbour or None,
                    "kind": each.kind.value,
                    "km": round(each.km, 3),
                    "boundary_source": str(view.source),
                },
                "geometry": {
                    "type": "MultiLineString",
                    "coordinates": [piece.round(5).tolist() for line in each.lines for piece in cut(line)],
                },
            }
            for each in view.perimeter.segments
        ],
    }


def show_perimeter(
    on: OnDay,
    known_at: KnownAt = None,
    as_json: AsJson = False,
    geojson: Annotated[Path | None, typer.Option("--geojson", help="Write the segments to this file.")] = None,
) -> None:
    """Show the perimeter of the members on a day: its segments by neighbour, and their map length."""
    view = view_on(on, known_at)
    if geojson is not None:
        geojson.write_text(json.dumps(_geojson(view), ensure_ascii=False) + "\n", encoding="utf-8")
    if as_json:
        print_json(perimeter_json(view))
        return
    print_table(
        f"Perimeter on {on}",
        ["segment", "member", "neighbour", "kind", "km (map length)"],
        [
            [
                each.id,
                view.name_of(each.member).en,
                view.name_of(each.neighbour).en if each.neighbour else "–",
                each.kind,
                f"{each.km:,.1f}",
            ]
            for each in view.perimeter.segments
        ],
    )
    found = view.perimeter
    typer.echo(
        f"External land border {found.km(SegmentKind.LAND):,.0f} km in {len(found.land)} segments, coast "
        f"{found.km(SegmentKind.COAST):,.0f} km, borders between members {found.internal_km:,.0f} km."
    )
    typer.echo(f"Boundary data: {view.source}.")
    for each in view.point_of_view.territories:
        part = f"{each.key}, part of the data's {each.territory}," if each.at is not None else each.territory
        typer.echo(f"{part} is counted to {view.name_of(each.state).en if each.state else 'no state'}.")
    if any(each.at is not None for each in view.point_of_view.territories):
        drawn = _states_as_drawn(view)
        typer.echo(
            f"With every state as the boundary data draw it: {drawn['land_km']:,.0f} km in "
            f"{drawn['land_segments']} segments, {drawn['internal_km']:,.0f} km between members."
        )
    if view.point_of_view.text:
        typer.echo(view.point_of_view.text.en)
    typer.echo(UNSTATED.en)
