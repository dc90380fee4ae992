"""The voting data of the UN Digital Library: a CSV file, one row a state and roll call, columns by name.

Read are ``undl_id`` (the roll call), ``ms_code`` (ISO 3166-1 alpha-3, made alpha-2), ``ms_vote`` (Y yes, N no, A
abstain, X or nothing: no vote), ``date``, ``session`` and, where the file has them, ``resolution``, ``title``,
``total_yes``, ``total_no`` and ``total_abstentions``. The rows of one roll call may stand apart. X is an absence, or
for a member that took no part in the Assembly's work then, ``not_participating``. The file does not say which votes
were on paragraphs or amendments, nor what a state had meant to vote: these stay unknown. Its terms of use restrict
passing it on: the project ships none of it.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from secretariat.positions.forms.roll_calls import (
    DATASET,
    MOST,
    RollCall,
    is_emergency,
    roll_call_table,
    tables,
    vote_batches,
)
from secretariat.positions.rules.united_nations import ALPHA_3, is_un_member, takes_part
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

REQUIRED = ("undl_id", "ms_code", "ms_vote", "date", "session")
OPTIONAL = ("resolution", "title", "total_yes", "total_no", "total_abstentions")
_VOTES = {"Y": "yes", "N": "no", "A": "abstain", "X": "absent", "": "absent"}
_SESSION = re.compile(r"(?:ES-|S-)?(\d{1,3})[a-z]*", re.ASCII | re.IGNORECASE)


def _small(cells: Mapping[str, str], name: str) -> int | None:
    """A number of states."""
    number = number_in(name, cells.get(name, ""))
    if number is not None and not 0 <= number <= MOST:
        raise WrongCell(name, str(number), f"0 to {MOST}")
    return number


def _roll_call(cells: Mapping[str, str]) -> RollCall:
    found = _SESSION.fullmatch(cells["session"])
    if found is None:
        raise WrongCell(
            column="session", wrong=repr(cells["session"]), expected="a session, such as 65, ES-10 or 10emsp"
        )
    if not cells["undl_id"]:
        raise WrongCell(column="undl_id", wrong="is empty", expected="the number of the record")
    resolution = cells.get("resolution") or None
    return RollCall(
        rollcall=cells["undl_id"],
        date=day_in("date", cells["date"]),
        session=int(found[1]),
        emergency=is_emergency(resolution, cells["session"]),
        resolution=resolution,
        title=cells.get("title") or None,
        yes=_small(cells, "total_yes"),
        abstain=_small(cells, "total_abstentions"),
        no=_small(cells, "total_no"),
    )


def _vote(cells: Mapping[str, str], on: date) -> tuple[str, str]:
    """The state and its vote."""
    state = ALPHA_3.get(cells["ms_code"].upper())
    if state is None:
        raise WrongCell(
            column="ms_code", wrong=repr(cells["ms_code"]), expected="the ISO 3166-1 alpha-3 code of a member"
        )
    vote = _VOTES.get(cells["ms_vote"].upper())
    if vote is None:
        raise WrongCell(column="ms_vote", wrong=repr(cells["ms_vote"]), expected="Y, N, A, X or nothing")
    if vote == "absent" and is_un_member(state, on) and not takes_part(state, on):
        vote = "not_participating"
    return state, vote


def _read(path: Path, _options: Mapping[str, str]) -> Reading:
    """Read the file in one pass; of the roll calls, some thousands, each is kept until the votes are done."""
    rows = rows_of(path)
    first = next(rows, None)
    if first is None:
        msg = f"{path.name}:1: the file is empty, expected a header with {', '.join(REQUIRED)}"
        raise UnableToImport(msg)
    places = header_of(path, first[1], REQUIRED)
    wanted = [(name, places[name]) for name in (*REQUIRED, *OPTIONAL) if name in places]
    quarantine, roll_calls = Quarantine(path.name), dict[str, RollCall]()
    seen: set[tuple[str, str]] = set()

    def read_row(texts: list[str]) -> tuple[RollCall, str, str]:
        if len(texts) != len(places):
            raise WrongCell(REQUIRED[0], f"{len(texts)} cells", f"{len(places)}, as the header has")
        cells = {name: texts[place].strip() for name, place in wanted}
        roll_call = roll_calls.get(cells["undl_id"]) or _roll_call(cells)
        state, vote = _vote(cells, roll_call.date)
        if (roll_call.rollcall, state) in seen:
            raise WrongCell(column="ms_code", wrong=f"{state} has a vote already", expected="one a roll call")
        return roll_call, state, vote

    def votes() -> Iterator[tuple[str, str, str, str | None]]:
        for line, texts in rows:
            try:
                roll_call, state, vote = read_row(texts)
            except WrongCell as error:
                quarantine.put(line, error.column, error.wrong, error.expected, ",".join(texts))
                continue
            seen.add((roll_call.rollcall, state))
            roll_calls.setdefault(roll_call.rollcall, roll_call)
            yield roll_call.rollcall, state, vote, None

    return Reading(tables(vote_batches(votes()), roll_call_table(roll_calls.values())), quarantine)


DIGITAL_LIBRARY = Importer("un-digital-library", 1, DATASET, _read)
