"""The review's own one-page brief, resolved for one language: the figures first, each with its trace."""

from datetime import date, datetime
from typing import Any

from secretariat.access.rules import Viewer
from secretariat.kernel import Figure, Language, LocalizedText
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Edition, Masthead, Section, say
from secretariat.review.rules.labels import label_of
from secretariat.review.rules.resolved import resolve
from secretariat.review.sections import brief

_NOTHING = LocalizedText()


def _figure_row(figure: Figure, number: int, resolved: dict[str, Any], language: Language) -> dict[str, Any]:
    trace = resolved["traces"][number - 1]
    return {
        "number": number,
        "label": label_of(figure.name).in_language(language),
        "shown": trace["value"],
        "method": trace["method"],
        "filters": trace["filters"],
        "standing": figure.standing,
        "rows": figure.trace.rows,
        "basis": figure.trace.sources,
    }


def glance(viewer: Viewer, meeting: str, *, on: date, known_at: datetime, language: Language) -> dict[str, Any]:
    """What a minister needs to know before sitting down, as blocks of the review; ``figures`` are their traces.

    The chapters on changes and on draft decisions are the review's; here is what stands on the record today.
    """
    shot = Snapshot(viewer, on, known_at)
    blocks = tuple(brief.blocks(shot, shot.last_session, shot.meeting(meeting), None, 0))
    head = Masthead(
        symbol=meeting,
        organisation=shot.organisation.name,
        organ=_NOTHING,
        meeting=say("", ""),
        item=_NOTHING,
        distribution=_NOTHING,
        issued_on=on,
        as_of=on,
        known_at=known_at,
        snapshot="",
        title=_NOTHING,
        disclaimer=_NOTHING,
    )
    edition = Edition(head, (Section("0", _NOTHING, blocks),))
    resolved = resolve(edition, language)
    figures = edition.figures()
    return {
        "blocks": resolved["sections"][0]["blocks"],
        "figures": [
            _figure_row(figure, number, resolved, language) for number, figure in enumerate(figures.values(), start=1)
        ],
        "cited": {key for figure in figures.values() for key in figure.trace.sources},
    }
