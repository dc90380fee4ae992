"""Ideal points with their intervals: last, and only from a release that was known."""

from collections.abc import Mapping

from secretariat.kernel import LocalizedText
from secretariat.positions.queries.points import FIRST_SESSION
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Block, Chart, Display, Heading, Notice, Value, say

HEADING = Heading(LocalizedText("Ideal points", "Идеальные точки"))


def point_blocks(shot: Snapshot) -> list[Block]:
    """The members' ideal points by session; a line where no release was known. Nothing where there are no votes."""
    record = shot.positions
    if record.release is None or not record.roll_calls:
        return []
    if record.points is None or not record.points.points:
        return [
            HEADING,
            Notice(
                say(
                    "No estimate of the members' ideal points was known at {known}.",
                    "По сведениям на {known} оценок идеальных точек членов нет.",
                    known=shot.known_at,
                )
            ),
        ]
    return [HEADING, _chart(shot)]


def _chart(shot: Snapshot) -> Chart:
    """Small multiples: one state a panel, the point by session with its interval."""
    found = shot.positions.points
    points = found.points if found is not None else ()
    rows: tuple[Mapping[str, Value], ...] = tuple(
        {
            "state": shot.states[point.state].name_on(shot.on),
            "year": FIRST_SESSION + point.session,
            "value": point.mean,
            "low": point.low,
            "high": point.high,
        }
        for point in points
        if point.state in shot.states
    )
    sessions = sorted({point.session for point in points})
    release = found.release if found is not None else None
    display = Display(
        "ideal-points",
        say("The members' positions on the main dimension", "Положение членов на главной оси"),
        say(
            "Ideal points by session, {first} to {last}, with 90 % intervals; estimated from the votes of all states",
            "Идеальные точки по сессиям, с {first} по {last}, интервалы 90 %; оценены по голосам всех государств",
            first=sessions[0],
            last=sessions[-1],
        ),
        say(
            "release “{name}”, {sources}",
            "выпуск «{name}», {sources}",
            name=release.release or release.key if release is not None else "–",
            sources=", ".join(release.basis.sources) if release is not None else "–",
        ),
        say(
            "Higher values lie nearer to the United States' votes. Only sessions that had ended by {on}. The estimate "
            "of a session leans on the sessions around it; overlapping intervals are no difference.",
            "Чем выше значение, тем ближе к голосам Соединённых Штатов. Только сессии, завершившиеся к {on}. Оценка "
            "сессии опирается на соседние; перекрывающиеся интервалы различия не показывают.",
            on=shot.on,
        ),
    )
    alt = say(
        "A panel for each member: a line of its ideal points by session with a band for the interval.",
        "Для каждого члена – линия идеальных точек по сессиям с полосой интервала.",
    )
    options: Mapping[str, Value] = {
        "x": LocalizedText("year in which the session opened", "год открытия сессии"),
        "y": LocalizedText("ideal point", "идеальная точка"),
    }
    return Chart(display, "ideal-points", rows, alt, options)
