"""The map of the page as a still picture: for who runs no script, and for paper."""

import hashlib

import numpy as np
import pyarrow as pa
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control

from secretariat.kernel import Language, LocalizedText
from secretariat.kernel.spoken import day_in, number_in
from secretariat.watch.measures.cells import still_marks
from secretariat.watch.measures.poisson import Numbers
from secretariat.watch.queries.shown import Shown
from secretariat.watch.queries.tables import By
from secretariat.watch.render.drawing import MapMark
from secretariat.watch.render.pictures import drawn, picture_of
from secretariat.watch.rules.places import Region
from secretariat.watch.views.reading import Reading, read

MOST_MARKS = 600
SMALLEST, LARGEST, GROWTH = 3.0, 12.0, 1.6
"""Radii in pixels: the area of a circle grows with the number of events."""
EVENTS = LocalizedText(
    "Events of {dataset} from {first} to {last}: {drawn} drawn, in {places} places; {vague} not drawn for want of a "
    "precise place. Circles grow with the number of events.",
    "События набора {dataset} с {first} по {last}: нанесено {drawn}, мест – {places}; не нанесено за отсутствием "
    "точного места – {vague}. Круги растут с числом событий.",
)
REPORTS = LocalizedText(
    "Reports of {dataset} from {first} to {last}, which are no count of events: {drawn} drawn, in {places} places; "
    "{vague} not drawn for want of a precise place. Circles grow with the number of reports.",
    "Сообщения набора {dataset} с {first} по {last}, не число событий: нанесено {drawn}, мест – {places}; не нанесено "
    "за отсутствием точного места – {vague}. Круги растут с числом сообщений.",
)
ONE_PLACE = LocalizedText("{place}: {count}", "{place}: {count}")
SEVERAL = LocalizedText("{count} events nearby", "событий поблизости: {count}")
SEVERAL_REPORTS = LocalizedText("{count} reports nearby", "сообщений поблизости: {count}")


def _degrees(table: pa.Table, name: str) -> Numbers:
    return np.asarray(table.column(name).to_numpy(zero_copy_only=False), dtype=np.float64)


def marks_of(found: Shown, language: Language) -> tuple[tuple[MapMark, ...], int]:
    """The circles of the events that can be drawn, the larger below the smaller; and how many events they are."""
    table = found.table.filter(pa.array(found.drawable))
    gathered = still_marks(_degrees(table, "lon"), _degrees(table, "lat"), most=MOST_MARKS)
    names = table.column("place").take(pa.array(gathered.first)).to_pylist()
    marks = []
    several = SEVERAL if found.all_reports is None else SEVERAL_REPORTS
    for index in np.lexsort((gathered.lat, gathered.lon, -gathered.count)):
        count, place = int(gathered.count[index]), names[index]
        words = several if place is None else ONE_PLACE
        label = words.in_language(language).format(place=place, count=number_in(language, count))
        radius = min(LARGEST, SMALLEST + GROWTH * (count**0.5 - 1))
        marks.append(MapMark(float(gathered.lon[index]), float(gathered.lat[index]), radius, label))
    return tuple(marks), len(table)


def _region(reading: Reading, found: Shown) -> Region | None:
    """The region that the page is narrowed to, which then frames the map."""
    if reading.asked.by is not By.REGION:
        return None
    return next((each for each in found.tabulated.regions if each.key == reading.asked.unit), None)


def picture(request: HttpRequest) -> HttpResponse:
    """The perimeter and the events that the page lists, as SVG; the same bytes for the same content."""
    reading = read(request)
    found, language = reading.shown, reading.question.language
    view = found.tabulated.view if found else None
    if found is None or view is None or not view.perimeter.segments:
        raise Http404
    marks, count = marks_of(found, language)
    first, last = reading.asked.period
    said = (
        (EVENTS if found.all_reports is None else REPORTS)
        .in_language(language)
        .format(
            dataset=reading.asked.dataset,
            first=day_in(language, first),
            last=day_in(language, last),
            drawn=number_in(language, count),
            places=number_in(language, len(marks)),
            vague=number_in(language, len(found.table) - count),
        )
    )
    drawing = picture_of(view, language, region=_region(reading, found), marks=marks, said=(said,))
    content = drawn(view, drawing, language).encode()
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    response = HttpResponse(content, content_type="image/svg+xml; charset=utf-8", headers={"ETag": tag})
    patch_cache_control(response, private=True, no_cache=True)
    return get_conditional_response(request, etag=tag, response=response) or response
