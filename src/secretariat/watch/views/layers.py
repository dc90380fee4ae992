"""The layers of the map as GeoJSON: the borders as the point of view has them, and the events that the page lists."""

from typing import Any

import numpy as np
import pyarrow as pa
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from secretariat.sources.forms import question_of
from secretariat.watch.forms.asking import part_of_map
from secretariat.watch.measures.cells import marks
from secretariat.watch.measures.poisson import Numbers
from secretariat.watch.queries.outlines import outlines
from secretariat.watch.queries.tables import perimeter_or_none
from secretariat.watch.views.reading import read

MOST_MARKS = 3000
"""More marks than this say nothing to a reader; their points are gathered into cells."""
_DIGITS = 4


def borders_layer(request: HttpRequest) -> HttpResponse:
    """Every state's territory, members told apart, and the segments of the external land border."""
    question = question_of(request)
    view = perimeter_or_none(question.viewer, on=question.on, known_at=question.known_at)
    if view is None:
        raise Http404
    found = outlines(view)
    features: list[dict[str, Any]] = [
        {
            "type": "Feature",
            "properties": {
                "state": state,
                "name": view.name_of(state).in_language(question.language),
                "member": state in view.members,
                "at": found.inside[state],
            },
            "geometry": geometry,
        }
        for state, geometry in found.states.items()
    ]
    features += [
        {"type": "Feature", "properties": {"segment": segment}, "geometry": geometry}
        for segment, geometry in found.segments.items()
    ]
    notes = [note.in_language(question.language) for note in view.notes]
    return JsonResponse({"type": "FeatureCollection", "features": features, "notes": notes})


def _figures(table: pa.Table, name: str) -> Numbers:
    return np.asarray(table.column(name).cast(pa.float64()).to_numpy(zero_copy_only=False), dtype=np.float64)


def events_layer(request: HttpRequest) -> HttpResponse:
    """The events of the list that can be drawn, in ``box`` at ``zoom``: one by one, or many as one mark.

    Events that are known by their country or division alone are drawn nowhere; the list has them.
    """
    box, zoom = part_of_map(request)
    reading = read(request)
    found = reading.shown
    if found is None:
        return JsonResponse({"type": "FeatureCollection", "features": [], "events": 0})
    table = found.table.filter(pa.array(found.drawable))
    gathered = marks(_figures(table, "lon"), _figures(table, "lat"), box=box, zoom=zoom, most=MOST_MARKS)
    deaths = gathered.total(_figures(table, "best"))
    first = table.select(["event_id", "start", "place", "kind"]).take(pa.array(gathered.first)).to_pylist()
    features = []
    for index, row in enumerate(first):
        count = int(gathered.count[index])
        told: dict[str, Any] = {"count": count, "deaths": int(deaths[index]) if np.isfinite(deaths[index]) else None}
        if count == 1:
            told |= {"id": row["event_id"], "date": row["start"], "place": row["place"], "kind": row["kind"]}
        place = [round(float(gathered.lon[index]), _DIGITS), round(float(gathered.lat[index]), _DIGITS)]
        features.append({"type": "Feature", "properties": told, "geometry": {"type": "Point", "coordinates": place}})
    return JsonResponse({"type": "FeatureCollection", "features": features, "events": len(gathered.points)})
