"""A column for each month, as shapes that a page draws: no script, no style but the page's own."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 720.0, 220.0
"""The drawing in its own units."""
TOP, BOTTOM, LEFT = 24.0, 26.0, 40.0
MOST = 37
"""Three years before the month judged."""
GAP = 0.25
_TICKS = 4


@dataclass(frozen=True, slots=True)
class Column:
    """One month: its rectangle, whether it is the month judged, and the label below it, if any."""

    month: str
    count: int
    x: float
    y: float
    width: float
    height: float
    is_last: bool
    label: str

    @property
    def middle(self) -> float:
        """Where its label stands."""
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True, slots=True)
class Line:
    """A horizontal line with its number, from ``x`` to ``end``."""

    y: float
    x: float
    end: float
    value: float


@dataclass(frozen=True, slots=True)
class Bars:
    """The whole drawing: columns, lines of the scale, and what was expected of the last month."""

    columns: tuple[Column, ...]
    scale: tuple[Line, ...]
    expected: Line | None
    width: float = WIDTH
    height: float = HEIGHT
    left: float = LEFT


def _steps(highest: float) -> list[int]:
    """Whole numbers for the scale, from nought to at least ``highest``."""
    step = 1
    while step * _TICKS < highest:
        step = step * 2 if str(step)[0] in "15" else step * 5 // 2
    return [step * number for number in range(_TICKS + 1) if step * (number - 1) < highest]


def bars(months: Sequence[str], counts: Sequence[int], *, expected: float | None = None) -> Bars:
    """The last :data:`MOST` months as columns; ``expected`` is the mean of the twelve before the last one."""
    months, counts = months[-MOST:], counts[-MOST:]
    ticks = _steps(max([1, *counts]))
    room, tall = (WIDTH - LEFT) / max(1, len(months)), HEIGHT - TOP - BOTTOM

    def at(value: float) -> float:
        return round(TOP + tall * (1 - value / ticks[-1]), 1)

    columns = []
    for number, (month, count) in enumerate(zip(months, counts, strict=True)):
        is_last = number == len(months) - 1
        columns.append(
            Column(
                month=month,
                count=count,
                x=round(LEFT + room * (number + GAP / 2), 1),
                y=at(count),
                width=round(room * (1 - GAP), 1),
                height=round(HEIGHT - BOTTOM - at(count), 1),
                is_last=is_last,
                label=month[:4] if month.endswith("-01") and len(months) - number > 2 else "",  # noqa: PLR2004  # room
            )
        )
    told = Line(at(expected), round(LEFT + room * max(0, len(months) - 13), 1), WIDTH, expected) if expected else None
    return Bars(tuple(columns), tuple(Line(at(tick), LEFT, WIDTH, tick) for tick in ticks), told)
