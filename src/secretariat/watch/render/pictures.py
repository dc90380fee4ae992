"""The picture of a perimeter or of a region, with what must be said on it: for the command line and the page."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from secretariat.kernel import Language, LocalizedText
from secretariat.kernel.spoken import day_in, number_in
from secretariat.sources.render.fonts import FONT
from secretariat.watch.queries.geometry import PerimeterView
from secretariat.watch.render.drawing import MapMark, Picture, draw_map
from secretariat.watch.render.projecting import Box
from secretariat.watch.rules.places import Region

_HELD = 16
"""So many drawings are kept in memory, by the content they follow from."""
TITLE = LocalizedText("External borders of the members on {day}", "Внешние границы членов на {day}")
REGION_TITLE = LocalizedText("{region}, {day}", "{region}, {day}")
LEGEND = LocalizedText(
    "Dark line: external land border. White lines: borders between members.",
    "Тёмная линия – внешняя сухопутная граница. Белые линии – границы между членами.",
)
ALT = LocalizedText(
    "A map of the members’ territory with its external land border: {land} km in {count} segments. Members: {members}.",
    "Карта территории членов и её внешней сухопутной границы: {land} км, участков – {count}. Члены: {members}.",
)


def frame_of(region: Region) -> Box | None:
    """The box of degrees that a region is shown in; ``None`` where its states frame it."""
    if region.polygon:
        along, up = zip(*region.polygon, strict=True)
        return min(along), min(up), max(along), max(up)
    return region.box


def alternative(view: PerimeterView, language: Language) -> str:
    """What the picture of a perimeter shows, for who does not see it."""
    names = sorted(view.name_of(code).in_language(language) for code in view.members)
    land = number_in(language, round(sum(segment.km for segment in view.perimeter.land)))
    text = ALT.in_language(language)
    return text.format(land=land, count=len(view.perimeter.land), members=", ".join(names))


def picture_of(
    view: PerimeterView,
    language: Language,
    *,
    region: Region | None = None,
    marks: tuple[MapMark, ...] = (),
    said: tuple[str, ...] = (),
) -> Picture:
    """The perimeter, or a region, as a picture with its title, legend, source and disclaimer.

    ``said`` is printed below the legend, and is what the picture is described by.
    """
    day = day_in(language, view.on)
    title = TITLE.in_language(language).format(day=day)
    if region is not None:
        title = REGION_TITLE.in_language(language).format(region=region.name.in_language(language), day=day)
    return Picture(
        boundaries=view.boundaries,
        perimeter=view.perimeter,
        name_of=view.name_of,
        alt=alternative(view, language),
        title=title,
        notes=(LEGEND.in_language(language), *said, *(note.in_language(language) for note in view.notes)),
        marks=marks,
        box=frame_of(region) if region else None,
        chosen=frozenset(region.countries) if region else frozenset(),
        described=" ".join(said),
        font=f"{FONT}, sans-serif",
    )


@dataclass(frozen=True)
class _Asked:
    """A picture as the key of a cache: two are equal when they follow from the same content."""

    content: tuple[Any, ...]
    picture: Picture = field(compare=False)


@lru_cache(maxsize=_HELD)
def _drawn(asked: _Asked, language: Language) -> str:
    return draw_map(asked.picture, language)


def drawn(view: PerimeterView, picture: Picture, language: Language) -> str:
    """A picture of a perimeter as SVG, drawn once for the content it follows from."""
    content = (
        *(
            view.source.digest,
            view.members,
            view.attributions,
            tuple(sorted(view.names.items(), key=lambda each: each[0])),
        ),
        *(picture.alt, picture.title, picture.notes, picture.marks, picture.box, picture.chosen, picture.described),
        picture.width,
    )
    return _drawn(_Asked(content, picture), language)
