"""The data of the R package unvotes (CC0): ``un_votes.rda``, ``un_roll_calls.rda``, ``un_roll_call_issues.rda``.

The path is that of the folder with the three files, or of any of them. The source names the votes cast and nothing
else. Here every state of the membership table has a row for every roll call: the vote, or ``absent`` for a member of
that day, ``not_participating`` for one that took no part in the Assembly's work then, ``not_member`` for the rest.

Read with care:

- The Federal Republic of Germany and the Yemen Arab Republic have no code in the source; they are ``DE`` and ``YE``,
  whose memberships they are. Zanzibar is ``ZAN``. Votes of "Yugoslavia" since 1 November 2000 are ``RS``.
- Numbers from 9000 on are not all of emergency sessions: 91 of them are of session 74. What makes a roll call one of a
  special or an emergency special session is its symbol.
- Until session 51, and mostly until session 57, the source has a number from 1 to 7, it seems that of the weekday,
  where the day of the month should stand: resolution 47/1, adopted on Tuesday, 22 September 1992, is dated 3 September.
  Year and month are right. The days are kept as they are, so that in the month of an admission a missing vote cannot
  be told from not yet being a member.
- A vote of a state that the membership table has outside stays a vote: the source counts, the table only fills gaps.
- ``importantvote`` is not read: it is one government's list.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from secretariat.positions.forms.r_data import data_frames
from secretariat.positions.forms.roll_calls import (
    CAST_VOTES,
    DATASET,
    ISSUES,
    ROLL_CALLS,
    VOTES,
    is_emergency,
    symbol,
    tables,
)
from secretariat.positions.rules.united_nations import CODES, MEMBERSHIPS, NOT_PARTICIPATING
from secretariat.sources.lake import Importer, Quarantine, Reading, UnableToImport

FRAMES = ("un_votes", "un_roll_calls", "un_roll_call_issues")
WITHOUT_CODE = {"Federal Republic of Germany": "DE", "Yemen Arab Republic": "YE", "Zanzibar": "ZAN"}
_RS_SINCE = date(2000, 11, 1)
_EPOCH = date(1970, 1, 1)
_AT_ONCE = 256
"""Roll calls in one batch; each has a row for every state."""
_COLUMNS = {
    "un_votes": ("rcid", "country", "country_code", "vote"),
    "un_roll_calls": ("rcid", "session", "date", "unres", "amend", "para", "short", "descr"),
    "un_roll_call_issues": ("rcid", "short_name"),
}
_CAST = {"yes": 0, "abstain": 1, "no": 2}
_ABSENT, _NOT_MEMBER, _NOT_PARTICIPATING = (VOTES.index(each) for each in ("absent", "not_member", "not_participating"))


def parts(path: Path) -> tuple[Path, ...]:
    """The three files beside each other."""
    folder = path if path.is_dir() else path.parent
    return tuple(folder / f"{name}.rda" for name in FRAMES)


def _frames(path: Path) -> dict[str, pa.Table]:
    found: dict[str, pa.Table] = {}
    for each in parts(path):
        frame = data_frames(each).get(each.stem)
        if frame is None or (missing := [name for name in _COLUMNS[each.stem] if name not in frame.column_names]):
            lacks = each.stem if frame is None else missing[0]
            msg = f"{each.name}: holds no {lacks}, expected a data frame with {', '.join(_COLUMNS[each.stem])}"
            raise UnableToImport(msg)
        found[each.stem] = frame
    return found


def _dictionary(column: pa.ChunkedArray) -> tuple[Any, list[str]]:
    """The codes of a column of texts, -1 where there is none, and what they stand for."""
    array = column.combine_chunks().dictionary_encode() if not pa.types.is_dictionary(column.type) else column
    whole = array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array
    return whole.indices.fill_null(-1).to_numpy(zero_copy_only=False), whole.dictionary.to_pylist()


def _member_kinds(days: Any) -> Any:
    """For every day and state of the table: absent, not participating or not a member; int8 (days, states)."""
    kinds = np.full((len(days), len(CODES)), _NOT_MEMBER, np.int8)
    for periods, kind in ((MEMBERSHIPS, _ABSENT), (NOT_PARTICIPATING, _NOT_PARTICIPATING)):
        for code, period in periods:
            start = ((period.start or date.min) - _EPOCH).days
            end = ((period.end or date.max) - _EPOCH).days
            kinds[(days >= start) & (days < end), CODES.index(code)] = kind
    return kinds


class _RollCalls:
    """The roll calls in the order of day and number, and the matrix of votes: a row each, a column a state."""

    def __init__(self, frames: Mapping[str, pa.Table], quarantine: Quarantine) -> None:
        calls = frames["un_roll_calls"]
        ids = calls["rcid"].to_numpy().astype(np.int64)
        days = calls["date"].to_numpy().astype(np.int64)
        self.order = np.lexsort((ids, days))
        self.ids, self.days = ids[self.order], days[self.order]
        self.keys = [str(each) for each in self.ids.tolist()]
        self.calls, self.issues = calls, frames["un_roll_call_issues"]
        self.votes = _member_kinds(self.days)
        self._fill(frames["un_votes"], quarantine)

    def _fill(self, votes: pa.Table, quarantine: Quarantine) -> None:
        states, codes = _dictionary(votes["country_code"])
        countries, names = _dictionary(votes["country"])
        cast, words = _dictionary(votes["vote"])
        column_of = {code: index for index, code in enumerate(CODES)}
        by_code = np.array([column_of.get(code, -1) for code in codes] + [-1])
        by_name = np.array([column_of.get(WITHOUT_CODE.get(name, ""), -1) for name in names] + [-1])
        kinds = np.array([_CAST.get(word, -1) for word in words] + [-1], np.int8)[cast]
        columns = np.where(states >= 0, by_code[states], by_name[countries])
        numbers = votes["rcid"].to_numpy()
        by_id = np.argsort(self.ids)
        place = np.minimum(np.searchsorted(self.ids, numbers, sorter=by_id), len(by_id) - 1)
        rows = by_id[place]
        is_later_yugoslavia = (columns == column_of["YU"]) & (self.days[rows] >= (_RS_SINCE - _EPOCH).days)
        columns = np.where(is_later_yugoslavia, column_of["RS"], columns)
        fits = (self.ids[rows] == numbers) & (columns >= 0) & (kinds >= 0)
        for line in np.flatnonzero(~fits).tolist():
            state = codes[states[line]] if states[line] >= 0 else names[countries[line]]
            vote = words[cast[line]] if cast[line] >= 0 else "nothing"
            where, wrong, expected = "country_code", f"{state!r} is no state that is known here", "a member's code"
            if columns[line] >= 0:
                where, wrong, expected = "rcid", f"there is no roll call {numbers[line]:g}", "one of un_roll_calls"
            if kinds[line] < 0:
                where, wrong, expected = "vote", repr(vote), "yes, abstain or no"
            quarantine.put(line + 1, where, wrong, expected, f"{numbers[line]:g} {state} {vote}")
        self.votes[rows[fits], columns[fits]] = kinds[fits]

    def vote_batches(self) -> Iterator[pa.RecordBatch]:
        """All votes, a few hundred roll calls at a time."""
        words, states = pa.array(VOTES), pa.array(CODES)
        for start in range(0, len(self.keys), _AT_ONCE):
            block = self.votes[start : start + _AT_ONCE]
            count, width = block.shape
            keys = pa.array(self.keys[start : start + count])
            columns = [
                keys.take(pa.array(np.repeat(np.arange(count), width))),
                states.take(pa.array(np.tile(np.arange(width), count))),
                words.take(pa.array(block.ravel())),
                pa.nulls(count * width, pa.string()),
            ]
            yield pa.record_batch(columns, schema=CAST_VOTES)

    def roll_call_batch(self) -> Iterator[pa.RecordBatch]:
        """All roll calls; the totals are the votes counted, since the source publishes none."""
        calls = self.calls.take(pa.array(self.order))
        texts = {name: calls[name].to_pylist() for name in ("unres", "short", "descr")}
        issues: dict[int, set[str]] = {}
        numbers, short_names = (self.issues[name].to_pylist() for name in ("rcid", "short_name"))
        for number, issue in zip(numbers, short_names, strict=True):
            issues.setdefault(int(number), set()).add(issue)
        symbols = [symbol(text or "") for text in texts["unres"]]
        titles = [
            (short or "").strip() or (long or "").strip() or None
            for short, long in zip(texts["short"], texts["descr"], strict=True)
        ]
        columns: dict[str, Any] = {
            "rollcall": self.keys,
            "date": [_EPOCH + timedelta(days=day) for day in self.days.tolist()],
            "session": calls["session"].to_numpy().astype(np.int16),
            "emergency": [is_emergency(text) for text in symbols],
            "resolution": symbols,
            "title": titles,
            "paragraph": [None if value is None else value == 1 for value in calls["para"].to_pylist()],
            "amendment": [None if value is None else value == 1 for value in calls["amend"].to_pylist()],
            "issues": [[code for code in ISSUES if code in issues.get(number, ())] for number in self.ids.tolist()],
            **{word: (self.votes == kind).sum(axis=1).astype(np.int16) for word, kind in _CAST.items()},
        }
        arrays = [pa.array(columns[name], ROLL_CALLS.field(name).type) for name in ROLL_CALLS.names]
        yield pa.record_batch(arrays, schema=ROLL_CALLS)


def _read(path: Path, _options: Mapping[str, str]) -> Reading:
    """Read the three files."""
    quarantine = Quarantine("un_votes.rda")
    roll_calls = _RollCalls(_frames(path), quarantine)
    return Reading(tables(roll_calls.vote_batches(), roll_calls.roll_call_batch()), quarantine)


UNVOTES = Importer("unvotes", 1, DATASET, _read, parts)
