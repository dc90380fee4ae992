"""The invented organisation's data set: roll calls of an assembly, as a sheet inside the pack."""

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta

from secretariat.cli.synthetic.calendar import FIRST_YEAR, LAST_YEAR
from secretariat.cli.synthetic.chance import Chance
from secretariat.cli.synthetic.names import labelled
from secretariat.cli.synthetic.parties import Membership, Placed

FILE = "data/roll_calls.csv"
_A_YEAR = 12
_ISSUES = ("", "me", "nu di", "hr", "co", "ec")
_FIRST_SESSION = 56


def roll_call_sheet(seed: int, members: Membership) -> bytes:
    """A dozen roll calls every autumn on which most members agree and one or two do not."""
    states = sorted({*members.joined, members.former, members.observer})
    lines = [",".join(["rollcall", "date", "session", "title", "issues", *states])]
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        for number in range(1, _A_YEAR + 1):
            chance = Chance(f"{seed}/roll call/{year}/{number}")
            day = date(year, 10, 1) + timedelta(days=chance.between(0, 75))
            usual = chance.among("YYYYAN")
            other = chance.among([letter for letter in "YAN" if letter != usual])
            cells = ["X" if chance.happens(0.08) else other if chance.happens(0.1) else usual for _ in states]
            key, title = f"SYN-RC-{year}-{number:02}", f"SYNTHETIC: roll call {number} of {year}"
            session = str(_FIRST_SESSION + year - FIRST_YEAR)
            lines.append(",".join([key, day.isoformat(), session, title, chance.among(_ISSUES), *cells]))
    return "\n".join([*lines, ""]).encode()


def synthetic_files(seed: int, members: Membership) -> dict[str, bytes]:
    """The files of the pack that are no tables, by their path inside it."""
    return {FILE: roll_call_sheet(seed, members)}


def release_rows(seed: int, members: Membership) -> Iterator[Placed]:
    """The release that the sheet is."""
    sheet = roll_call_sheet(seed, members)
    roll_calls = sheet.count(b"\n") - 1
    states = len(members.joined) + 2
    yield (
        "releases",
        {
            "id": "SYN-ROLL-CALLS",
            "dataset": "unga-rollcalls",
            "kind": "roll-call-sheet",
            "release": "SYNTHETIC",
            "file": FILE,
            "sha256": hashlib.sha256(sheet).hexdigest(),
            "rows": {"rollcalls": roll_calls, "votes": roll_calls * states},
            "quarantined": 0,
            "licence": "SYNTHETIC: no terms",
            "retrieved": date(LAST_YEAR, 12, 31).isoformat(),
            "coverage": labelled("invented roll calls of an assembly", "вымышленные голосования в ассамблее"),
            "rows_known_by": "date",
            "known_from": f"{FIRST_YEAR}-01-01T00:00:00Z",
        },
    )
