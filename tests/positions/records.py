"""Roll calls for tests: those of the example, and all of them where the optional data lie beside the clone."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import ibis
import pyarrow as pa
import pytest

from secretariat.positions.forms.roll_calls import CAST_VOTES, ROLL_CALLS
from secretariat.sources.lake import Importer

ROOT = Path(__file__).parents[2]
SHEET_FILE = ROOT / "examples" / "csto" / "data" / "unga_votes.csv"
FULL = ROOT.parent / "shared" / "data" / "unga"
SEVEN = ("AM", "BY", "KG", "KZ", "RU", "TJ", "UZ")
START, END = date(2010, 1, 1), date(2012, 1, 1)


class Records(NamedTuple):
    """The two tables of a release, in memory."""

    rollcalls: pa.Table
    votes: pa.Table


def _read(importer: Importer, path: Path) -> Records:
    reading = importer.read(path, {})
    found = {name: reader.read_all() for name, reader in reading.tables.items()}
    assert reading.quarantine.count == 0
    return Records(found["rollcalls"], found["votes"])


@cache
def example() -> Records:
    """The pack's roll calls: votes of seven states, totals of all."""
    from secretariat.positions.forms.sheet import SHEET

    return _read(SHEET, SHEET_FILE)


@cache
def full() -> Records:
    """Every roll call of the unvotes files; skips the test where they are not."""
    if not FULL.is_dir():
        pytest.skip("the unvotes files are not beside this clone (../shared/data/unga)")
    from secretariat.positions.forms.unvotes import UNVOTES

    return _read(UNVOTES, FULL)


RELEASES = {"the example": example, "all files": full}


def tables(records: Records) -> tuple[ibis.Table, ibis.Table]:
    """Roll calls and votes as Ibis tables of the default engine; votes have the day and the session beside them."""
    rollcalls, votes = ibis.memtable(records.rollcalls), ibis.memtable(records.votes)
    return rollcalls, votes.join(rollcalls.select("rollcall", "date", "session"), "rollcall")


def votes_of(*divisions: str) -> ibis.Table:
    """Votes as letters (Y, A, N, X absent), a word a roll call, a letter a state: ``YYN`` is A, B yes and C no."""
    words = {"Y": "yes", "A": "abstain", "N": "no", "X": "absent"}
    rows = [
        {"rollcall": f"r{number}", "state": chr(ord("A") + place), "vote": words[letter], "intended": None}
        for number, division in enumerate(divisions)
        for place, letter in enumerate(division)
    ]
    return ibis.memtable(pa.Table.from_pylist(rows, schema=CAST_VOTES))


def roll_calls_of(*totals: tuple[int, int, int], **columns: object) -> ibis.Table:
    """Roll calls with the given totals (yes, abstain, no); ``columns`` are lists or one value for all."""
    plain = {"date": date(2010, 12, 8), "session": 65, "emergency": False, "resolution": None, "title": None}
    rows = []
    for number, (yes, abstain, no) in enumerate(totals):
        row = plain | {"paragraph": None, "amendment": None, "issues": [], "yes": yes, "abstain": abstain, "no": no}
        row |= {name: value[number] if isinstance(value, list) else value for name, value in columns.items()}
        rows.append({"rollcall": f"r{number}"} | row)
    return ibis.memtable(pa.Table.from_pylist(rows, schema=ROLL_CALLS))
