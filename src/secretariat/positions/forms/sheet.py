"""The sheet of roll calls: a CSV file that people keep, one row a roll call, one column a state.

Columns by name, in any order: ``rollcall``, ``date`` (YYYY-MM-DD), ``session``, then any of ``resolution``, ``title``,
``paragraph`` and ``amendment`` (1, 0 or empty: not said), ``emergency`` (1 or 0), ``issues`` (codes parted by spaces),
``yes``, ``abstain``, ``no`` (the published totals), and a column for each state under its code. A cell says Y, A, N
(yes, abstain, no), X (absent), - (not a member) or P (a member that takes no part); ``N>Y`` is a vote recorded as no
by a state that later said it had meant yes; an empty cell says nothing and gives no row.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from secretariat.positions.forms.roll_calls import (
    DATASET,
    ISSUES,
    MOST,
    RollCall,
    is_emergency,
    roll_call_table,
    tables,
    vote_batches,
)
from secretariat.sources.lake import (
    Importer,
    Quarantine,
    Reading,
    UnableToImport,
    WrongCell,
    day_in,
    header_of,
    number_in,
    rows_of,
)

LETTERS = {"Y": "yes", "A": "abstain", "N": "no", "X": "absent", "-": "not_member", "P": "not_participating"}
REQUIRED = ("rollcall", "date", "session")
OPTIONAL = ("resolution", "title", "paragraph", "amendment", "emergency", "issues", "yes", "abstain", "no")
_STATE = re.compile(r"[A-Z]{2,3}")
_SAID = {"1": True, "0": False, "": None}
_CELLS = "Y, A, N, X, -, P, one of Y, A, N with > and what was intended, or nothing"


class _Row:
    """A row of the sheet with its cells by name."""

    def __init__(self, places: Mapping[str, int], cells: list[str]) -> None:
        if len(cells) != len(places):
            column = list(places)[min(len(cells), len(places) - 1)]
            raise WrongCell(column, f"{len(cells)} cells", f"{len(places)}, as the header has")
        self._places, self._cells = places, cells

    def text(self, name: str) -> str:
        place = self._places.get(name)
        return "" if place is None else self._cells[place].strip()

    def number(self, name: str) -> int | None:
        number = number_in(name, self.text(name))
        if number is not None and not 0 <= number <= MOST:
            raise WrongCell(name, str(number), f"0 to {MOST}")
        return number

    def said(self, name: str) -> bool | None:
        text = self.text(name)
        if text not in _SAID:
            raise WrongCell(name, repr(text), "1, 0 or nothing")
        return _SAID[text]

    def issues(self) -> tuple[str, ...]:
        codes = tuple(self.text("issues").split())
        if unknown := [code for code in codes if code not in ISSUES]:
            raise WrongCell(column="issues", wrong=repr(unknown[0]), expected="codes among " + " ".join(ISSUES))
        return codes

    def vote(self, state: str) -> tuple[str, str | None] | None:
        text = self.text(state)
        if not text:
            return None
        recorded, arrow, intended = text.partition(">")
        votes = LETTERS.get(recorded), LETTERS.get(intended)
        if votes[0] is None or (arrow and (votes[0] not in {"yes", "abstain", "no"} or intended not in {*"YAN"})):
            raise WrongCell(state, repr(text), _CELLS)
        return votes[0], votes[1] if arrow else None


def _roll_call(row: _Row, seen: set[str]) -> RollCall:
    key = row.text("rollcall")
    if not key or key in seen:
        raise WrongCell(
            column="rollcall",
            wrong=f"{key!r} stands already" if key else "is empty",
            expected="each roll call once, with an id",
        )
    session = row.number("session")
    if session is None:
        raise WrongCell(column="session", wrong="is empty", expected="the number of the session")
    resolution = row.text("resolution") or None
    emergency = row.said("emergency")
    return RollCall(
        rollcall=key,
        date=day_in("date", row.text("date")),
        session=session,
        emergency=is_emergency(resolution) if emergency is None else emergency,
        resolution=resolution,
        title=row.text("title") or None,
        paragraph=row.said("paragraph"),
        amendment=row.said("amendment"),
        issues=row.issues(),
        yes=row.number("yes"),
        abstain=row.number("abstain"),
        no=row.number("no"),
    )


def read_sheet(path: Path, _options: Mapping[str, str]) -> Reading:
    """Read a sheet of roll calls. A row with one wrong cell is put aside as a whole."""
    rows = rows_of(path)
    first = next(rows, None)
    if first is None:
        msg = f"{path.name}:1: the file is empty, expected a header with {', '.join(REQUIRED)} and states"
        raise UnableToImport(msg)
    places = header_of(path, first[1], REQUIRED)
    states = [name for name in places if name not in {*REQUIRED, *OPTIONAL}]
    if strange := [name for name in states if not _STATE.fullmatch(name)]:
        msg = f"{path.name}:1: the column {strange[0]!r} is not known, expected one of "
        msg += ", ".join((*REQUIRED, *OPTIONAL)) + " or the code of a state"
        raise UnableToImport(msg)
    quarantine, roll_calls = Quarantine(path.name), list[RollCall]()

    def votes() -> Iterator[tuple[str, str, str, str | None]]:
        seen: set[str] = set()
        for line, cells in rows:
            try:
                row = _Row(places, cells)
                roll_call = _roll_call(row, seen)
                found = [(state, vote) for state in states if (vote := row.vote(state)) is not None]
            except WrongCell as error:
                quarantine.put(line, error.column, error.wrong, error.expected, ",".join(cells))
                continue
            seen.add(roll_call.rollcall)
            roll_calls.append(roll_call)
            yield from ((roll_call.rollcall, state, recorded, intended) for state, (recorded, intended) in found)

    return Reading(tables(vote_batches(votes()), roll_call_table(roll_calls)), quarantine)


SHEET = Importer("roll-call-sheet", 1, DATASET, read_sheet)
