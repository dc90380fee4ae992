"""What the address of a page of the watch asks for: data set, months, kind, units, distance, and a part of the map."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest

from secretariat.sources.forms import Question, UnableToReadQuestion, choice
from secretariat.watch.measures.cells import Box
from secretariat.watch.queries.events import WITHIN_KM
from secretariat.watch.queries.tables import By

FROM, MONTH, DISTANCE, BOX, ZOOM = "from", "month", "within_km", "box", "zoom"
"""Names of choices in the address."""
MONTHS_SHOWN = 12
MOST_MONTHS = 1200
LONGEST = 80
DEEPEST = 22
_MONTH = len("2011-05")
_NEAREST_KM, _FARTHEST_KM = 1.0, 1000.0
_EDGES = 4
_LATITUDE = 90.0


@dataclass(frozen=True, slots=True)
class Asked:
    """The choices of an address, with the defaults where nothing was stated.

    ``first`` and ``last`` are the first day of the first month and the last day of the last one; ``month`` narrows
    them to one of them.
    """

    dataset: str
    first: date
    last: date
    month: date | None
    kind: str
    by: By
    unit: str
    within_km: float

    @property
    def period(self) -> tuple[date, date]:
        """The days that are shown."""
        return (self.month, last_day(self.month)) if self.month else (self.first, self.last)

    @property
    def months(self) -> list[str]:
        """The months that can be chosen, such as 2011-05."""
        start = self.first.year * 12 + self.first.month - 1
        end = self.last.year * 12 + self.last.month
        return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(start, end)]


def last_day(day: date) -> date:
    """The last day of a month."""
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def last_whole_month(day: date) -> date:
    """The last day of the last month that has ended by a day: one that has not ended is not judged."""
    return (day + timedelta(days=1)).replace(day=1) - timedelta(days=1)


def _month(request: HttpRequest, name: str) -> date | None:
    """The first day of a month of the address; ``None`` where none is stated. Raises :class:`UnableToReadQuestion`."""
    text = request.GET.get(name, "").strip()
    if not text:
        return None
    if len(text) != _MONTH or not text.isascii():
        raise UnableToReadQuestion(name, text)
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError as error:
        raise UnableToReadQuestion(name, text) from error


def _word(request: HttpRequest, name: str) -> str:
    text = request.GET.get(name, "").strip()
    if len(text) > LONGEST or not text.isprintable():
        raise UnableToReadQuestion(name, text)
    return text


def _distance(request: HttpRequest) -> float:
    text = request.GET.get("within_km", "").strip()
    if not text:
        return WITHIN_KM
    try:
        found = float(text) if text.isascii() else 0.0
    except ValueError as error:
        raise UnableToReadQuestion(DISTANCE, text) from error
    if not _NEAREST_KM <= found <= _FARTHEST_KM:
        raise UnableToReadQuestion(DISTANCE, text)
    return found


def asked(request: HttpRequest, question: Question, datasets: Sequence[str], by: By) -> Asked:
    """Read the choices; ``by`` is the unit where none is stated. Raises :class:`UnableToReadQuestion`."""
    dataset = choice(request, "dataset", tuple(datasets)) or (datasets[0] if datasets else "")
    stated = _month(request, "to") or question.on.replace(day=1)
    start = _month(request, "from")
    if start is None:
        number = max(stated.year * 12 + stated.month - MONTHS_SHOWN, 12)
        start = date(number // 12, number % 12 + 1, 1)
    if start > stated or (stated.year - start.year) * 12 > MOST_MONTHS:
        raise UnableToReadQuestion(FROM, request.GET.get("from", ""))
    month = _month(request, "month")
    if month is not None and not start <= month <= stated:
        raise UnableToReadQuestion(MONTH, request.GET.get("month", ""))
    return Asked(
        dataset=dataset,
        first=start,
        last=last_day(stated),
        month=month,
        kind=_word(request, "kind"),
        by=By(choice(request, "unit", tuple(By)) or by),
        unit=_word(request, "in"),
        within_km=_distance(request),
    )


def part_of_map(request: HttpRequest) -> tuple[Box, int]:
    """The box (west, south, east, north in degrees) and the zoom of a map; the whole Earth where none is stated.

    Raises :class:`UnableToReadQuestion`.
    """
    text, zoom = request.GET.get("box", "-180,-90,180,90"), request.GET.get("zoom", "0")
    try:
        edges = [float(edge) for edge in text.split(",")] if text.isascii() else []
    except ValueError as error:
        raise UnableToReadQuestion(BOX, text) from error
    if len(edges) != _EDGES or not all(abs(edge) <= 8 * _LATITUDE for edge in edges) or edges[1] > edges[3]:
        raise UnableToReadQuestion(BOX, text)
    if not (zoom.isascii() and zoom.isdigit() and len(zoom) <= 2 and int(zoom) <= DEEPEST):  # noqa: PLR2004  # digits
        raise UnableToReadQuestion(ZOOM, zoom)
    west, south, east, north = edges
    return (west, south, east, north), int(zoom)
