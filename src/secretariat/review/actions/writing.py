"""Writing a review: pages, PDF, Word files, data and the edition's own record, in one folder."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Any

from secretariat.access.rules import Body, Viewer
from secretariat.kernel import Figure, Language
from secretariat.organs.queries.meetings import MeetingDetail
from secretariat.organs.rules import MeetingState, MeetingStatus
from secretariat.review.queries import Snapshot, row_lines
from secretariat.review.queries.area import event_lines
from secretariat.review.queries.positions import roll_call_lines
from secretariat.review.render.charts import draw
from secretariat.review.render.data import write_data
from secretariat.review.render.docx import write_docx
from secretariat.review.render.html import write_html
from secretariat.review.render.maps import MAP, draw_map_block
from secretariat.review.render.pdf import write_pdf
from secretariat.review.rules.blocks import Chart, Edition
from secretariat.review.rules.difference import SavedFigure
from secretariat.review.rules.editions import numbered
from secretariat.review.rules.labels import label_of
from secretariat.review.rules.resolved import ROWS_SHOWN, resolve
from secretariat.review.rules.rows import RowLine
from secretariat.review.sections import GENERAL, LIMITED, edition, key_figures
from secretariat.sources.pack.reading import collector_at_rest
from secretariat.sources.rules import end_of

Progress = Callable[[str, int, int], None]
"""Called with a stage of the work, how many steps are done and how many there are in all (0: not known yet).

Whatever it raises ends the work.
"""
READING = "reading the register"
COMPUTING = "computing"
GATHERING = "gathering the rows"
DRAWING = "drawing"
SETTING = "setting pages"
POINTS_A_PIXEL = 0.75


class UnableToReview(Exception):
    """The review cannot be written: no such organ or meeting is on record, or no earlier edition to compare with."""


@dataclass(frozen=True, slots=True)
class Written:
    """The files of a review: to read, to keep, to edit (where asked for); the rows, and the edition's own record.

    ``snapshot`` is the hash of the register it was written from, ``texts`` its numbered paragraphs by language.
    """

    pages: dict[Language, Path]
    documents: dict[Language, Path]
    editable: dict[Language, Path]
    data: Path
    record: Path
    snapshot: str
    texts: dict[Language, str]


def no_progress(stage: str, done: int, total: int) -> None:
    """Show nothing."""


@contextmanager
def _whole_or_not_at_all(out: Path) -> Iterator[None]:
    """Make a folder, and take it away again after an error if it was not there before."""
    was_there = out.exists()
    out.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        if not was_there:
            shutil.rmtree(out, ignore_errors=True)
        raise


def _meeting_on(shot: Snapshot, organ: str, day: date) -> MeetingState:
    if organ not in shot.organs:
        known = ", ".join(sorted(shot.organs)) or "none"
        msg = f"no organ {organ!r} is on record on {shot.on}; on record are {known}"
        raise UnableToReview(msg)
    own = [state for state in shot.meetings if organ in state.meeting.organs and state.interval is not None]
    for state in own:
        if state.interval is not None and state.interval.earliest <= day <= state.interval.latest:
            return state
    days = ", ".join(str(state.interval) for state in own[-5:]) or "none"
    msg = f"no meeting of {organ} on {day} is known as of {shot.on}; the last ones on record: {days}"
    raise UnableToReview(msg)


def _day_of_last(shot: Snapshot, organ: str, day: date) -> date | None:
    """The day of the organ's last meeting before this one: what the last review was written for."""
    days = [
        state.interval.latest
        for state in shot.meetings
        if organ in state.meeting.organs
        and state.status is MeetingStatus.HELD
        and state.interval is not None
        and state.interval.latest < day
    ]
    return max(days, default=None)


def saved_figures(folder: Path) -> dict[str, SavedFigure]:
    """The figures of an edition that was written before. Raises :class:`UnableToReview` when the folder has none."""
    path = folder / "edition.json"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return {
            name: SavedFigure(each["value"], each["method"], each["version"])
            for name, each in content["figures"].items()
        }
    except (OSError, ValueError, KeyError, TypeError) as error:
        msg = f"{path} is not the record of an edition: {error}"
        raise UnableToReview(msg) from error


def _shown(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _saved(figure: Figure) -> dict[str, Any]:
    return {
        "value": _shown(figure.value),
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "unit": figure.unit,
        "method": figure.trace.method,
        "version": figure.trace.version,
        "standing": figure.standing.value,
    }


def _charts(made: Edition) -> list[Chart]:
    return [block for section in made.sections for block in section.blocks if isinstance(block, Chart)]


def _drawings(made: Edition, language: Language, before_each: Callable[[str], None]) -> Iterator[tuple[str, str]]:
    for block in _charts(made):
        before_each(DRAWING)
        drawn = draw_map_block if block.kind == MAP else draw
        yield f"{block.display.key}.{language}.svg", drawn(block, language)


def _width(svg: str) -> float:
    match = re.search(r'width="([0-9.]+)"', svg)
    return float(match[1]) * POINTS_A_PIXEL if match else 400.0


def _text(resolved: dict[str, Any]) -> str:
    """The numbered paragraphs of a resolved edition."""
    return numbered(
        (
            f"{section['number']}. {section['title']}",
            [
                (block["number"], "".join(run["text"] for run in block["parts"]))
                for block in section["blocks"]
                if block["type"] == "paragraph"
            ],
        )
        for section in resolved["sections"]
    )


def _completed(made: Edition, language: Language, charts: dict[str, str], lines: dict[str, RowLine]) -> dict[str, Any]:
    """The resolved edition with what only the renderers know: the charts' widths and the rows beneath the traces."""
    resolved = resolve(made, language)
    for section in resolved["sections"]:
        for block in section["blocks"]:
            if block["type"] == "chart":
                block["width"] = _width(charts[block["svg"]])
    for trace in resolved["traces"]:
        trace["label"] = label_of(trace["name"]).in_language(language)
        found = [lines.get(key) or RowLine(key) for key in trace["rows"][:ROWS_SHOWN]]
        trace["table"] = [
            [line.key, line.when, line.what.in_language(language), line.standing, ", ".join(line.sources)]
            for line in found
        ]
    return resolved


@collector_at_rest()
def write_review(
    viewer: Viewer,
    *,
    organ: str,
    meeting: date,
    as_of: date,
    known_at: datetime | None,
    out: Path,
    languages: tuple[Language, ...],
    since: date | None = None,
    previous: Path | None = None,
    editable: bool = False,
    symbol: str = "",
    progress: Progress = no_progress,
) -> Written:
    """Write the review for a meeting of an organ into a folder; the same register gives the same bytes.

    Only what had happened by ``as_of`` and was known by ``known_at`` (by default the end of that day) is used. The
    chapter of changes compares with the organ's last meeting before this one, or with ``since``; ``previous`` is the
    folder of the edition written then. ``editable`` adds Word files. ``symbol`` is printed instead of the one that the
    organisation's scheme gives. ``progress`` is told each step before it is done; after an error, its own among them, a
    folder that was not there before is not there. Raises :class:`UnableToReview`.
    """
    progress(READING, 0, 0)
    shot = Snapshot(viewer, as_of, known_at or end_of(as_of))
    state = _meeting_on(shot, organ, meeting)
    detail: MeetingDetail | None = shot.meeting(state.meeting.key)
    if detail is None:
        msg = f"the meeting {state.meeting.key} is not on record"
        raise UnableToReview(msg)
    saved = saved_figures(previous) if previous is not None else None
    then = since or _day_of_last(shot, organ, meeting)
    before = Snapshot(viewer, then, end_of(then)) if then is not None else None
    progress(COMPUTING, 0, 0)
    distribution = GENERAL if viewer.body is Body.PUBLIC else LIMITED
    made = edition(shot, organ, detail, before=before, saved=saved, distribution=distribution)
    if symbol:
        made = replace(made, masthead=replace(made.masthead, symbol=symbol))
    figures = made.figures()
    progress(GATHERING, 0, 0)
    keys = {key for figure in figures.values() for key in figure.trace.rows}
    lines = {
        **row_lines(viewer, keys, known_at=shot.known_at),
        **roll_call_lines(viewer, keys, known_at=shot.known_at),
        **event_lines(viewer, keys, known_at=shot.known_at),
    }
    stem = f"review-{state.meeting.key}"
    common = {
        "symbol": made.masthead.symbol,
        "as_of": as_of.isoformat(),
        "known_at": shot.known_at.isoformat(),
        "snapshot": made.masthead.snapshot,
    }
    done, total = count(), len(languages) * (len(_charts(made)) + 1)

    def next_step(stage: str) -> None:
        progress(stage, next(done), total)

    with _whole_or_not_at_all(out):
        write_data(out / "data", figures, lines, common)
        pages: dict[Language, Path] = {}
        documents: dict[Language, Path] = {}
        word_files: dict[Language, Path] = {}
        texts: dict[Language, str] = {}
        for language in languages:
            charts = dict(_drawings(made, language, next_step))
            next_step(SETTING)
            resolved = _completed(made, language, charts, lines)
            texts[language] = _text(resolved)
            pages[language] = out / f"{stem}.{language}.html"
            documents[language] = out / f"{stem}.{language}.pdf"
            other = next((each for each in languages if each != language), None)
            write_html(resolved, charts, f"{stem}.{other}.html" if other else "", pages[language])
            write_pdf(resolved, charts, made.masthead.issued_on, documents[language])
            if editable:
                word_files[language] = out / f"{stem}.{language}.docx"
                write_docx(resolved, charts, made.masthead.issued_on, word_files[language])
        record = out / "edition.json"
        kept = figures | key_figures(shot)
        content = common | {"figures": {name: _saved(figure) for name, figure in sorted(kept.items())}}
        record.write_text(json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8")
        return Written(pages, documents, word_files, out / "data", record, made.masthead.snapshot, texts)
