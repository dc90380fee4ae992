"""Names on a map: each where it covers nothing else, or beside its place with a line that leads there."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape

INK, QUIET = "#1b2733", "#4a5a68"
"""The colours of letters, those of the charts of a review."""
LETTER = 0.56
"""The mean width of a letter in a font's size; Cyrillic is a little wider than Latin."""
_ROUND = 12
_REACHES = (0.0, 14.0, 22.0, 32.0, 44.0, 58.0, 74.0)
_AWAY = 24.0
"""A neighbour's name further from its middle than this would name the wrong place."""
_INSIDE = 0.5
"""A member's name that is wider than its room, by so much, stands beside it with a line that leads there."""
_MARGIN = 2.0
_BASELINE = 0.34


@dataclass(frozen=True, slots=True)
class Name:
    """A name for a place of some room around it, in pixels; the more important come first."""

    text: str
    x: float
    y: float
    room: float
    is_member: bool

    @property
    def size(self) -> float:
        """The size of its letters: members larger, the more room the larger."""
        return min(13.0, max(10.5, 9.0 + self.room / 14)) if self.is_member else 9.5

    @property
    def half(self) -> tuple[float, float]:
        """Half its width and height."""
        return len(self.text) * self.size * LETTER / 2 + 1.5, self.size / 2 + 1.0


Rectangle = tuple[float, float, float, float]


def _overlaps(one: Rectangle, others: Iterable[Rectangle]) -> bool:
    return any(one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3] for other in others)


def _places(name: Name) -> Iterable[tuple[float, float, float]]:
    """Middles to try, and how far each is from the place."""
    width, _ = name.half
    for reach in _REACHES:
        if reach == 0.0:
            yield name.x, name.y, 0.0
            continue
        for turn in range(_ROUND):
            angle = 2 * math.pi * (turn / _ROUND) + 0.26
            # Further to the sides than up and down: names are wide.
            yield name.x + math.cos(angle) * (reach + width * 0.85), name.y + math.sin(angle) * reach, reach


def _box(name: Name, x: float, y: float) -> Rectangle:
    width, height = name.half
    return x - width, y - height, x + width, y + height


def _place(name: Name, sheet: Rectangle, taken: list[Rectangle]) -> tuple[float, float, float] | None:
    """Where a name stands and how far from its place, or nothing where it would cover others."""
    for x, y, reach in _places(name):
        if name.is_member and reach == 0.0 and name.room < name.half[0] * _INSIDE:
            continue
        if not name.is_member and reach > _AWAY:
            return None
        box = _box(name, x, y)
        is_on_sheet = box[0] > sheet[0] and box[1] > sheet[1] and box[2] < sheet[2] and box[3] < sheet[3]
        if is_on_sheet and not _overlaps(box, taken):
            return x, y, reach
    return None


def labels(names: Iterable[Name], width: float, height: float, taken: list[Rectangle]) -> list[str]:
    """The names as SVG, one that fits nowhere left out; where they stand is added to what is taken."""
    sheet = (_MARGIN, _MARGIN, width - _MARGIN, height - _MARGIN)
    drawn = []
    for name in names:
        if (place := _place(name, sheet, taken)) is None:
            continue
        x, y, reach = place
        taken.append(box := _box(name, x, y))
        if name.is_member and reach > 0.0:
            drawn.append(_leader(name, box))
        colour = f'font-weight="600" fill="{INK}"' if name.is_member else f'fill="{QUIET}"'
        drawn.append(
            f'<text x="{x:.1f}" y="{y + name.size * _BASELINE:.1f}" font-size="{name.size:.3g}" {colour} '
            f'text-anchor="middle">{escape(name.text)}</text>'
        )
    return drawn


def _leader(name: Name, box: Rectangle) -> str:
    """A line from a dot at the place to the middle of the name's nearer side."""
    middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    if box[0] <= name.x <= box[2]:
        x, y = name.x, box[3] if middle[1] < name.y else box[1]
    else:
        x, y = (box[0] if middle[0] > name.x else box[2]), middle[1]
    return (
        f'<path d="M{name.x:.1f} {name.y:.1f}L{x:.1f} {y:.1f}" stroke="{INK}" stroke-width=".6" fill="none"/>'
        f'<circle cx="{name.x:.1f}" cy="{name.y:.1f}" r="1.3" fill="{INK}"/>'
    )
