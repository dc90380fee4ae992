"""The invented ledger of positions: plans, what the members agreed to say, who joined, and the votes that tested it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from secretariat.cli.synthetic.calendar import FIRST_YEAR, LAST_YEAR
from secretariat.cli.synthetic.chance import Chance
from secretariat.cli.synthetic.names import labelled, plain
from secretariat.cli.synthetic.parties import Membership, Placed, Row

_GENERATOR: Row = {"sources": ["SYN-GENERATOR"]}
_KINDS = ("common_position", "joint_statement", "explanation_of_vote", "co_sponsorship", "consultation")
_VOTES = ("yes", "yes", "yes", "abstain", "no")


def _forums() -> Iterator[Placed]:
    yield "forums", {"id": "SYN-ASSEMBLY", "name": labelled("assembly", "ассамблея")} | _GENERATOR
    committee: Row = {"id": "SYN-COMMITTEE", "name": labelled("first committee", "первый комитет")}
    yield "forums", committee | {"parent": "SYN-ASSEMBLY"} | _GENERATOR


def _plan(year: int) -> Placed:
    row: Row = {"id": f"SYN-PLAN-{year}", "date": f"{year}-01-20", "kind": "consultations"}
    row |= {"title": labelled(f"plan of consultations for {year}", f"план консультаций на {year} год")}
    return "position_plans", row | {"covers": str(year)} | _GENERATOR


def _answers(key: str, members: list[str], day: str, chance: Chance) -> Iterator[Placed]:
    """Most join; now and then one makes a reservation, keeps silent, declines, is not asked, or is not on record."""
    for code in members:
        kind = (
            "joined"
            if chance.happens(0.8)
            else chance.among(("joined_with_reservation", "silent", "declined", "not_invited", ""))
        )
        if kind:
            row: Row = {"id": f"{key}-{code}", "date": day, "position": key, "state": code, "kind": kind}
            if kind == "joined_with_reservation":
                row |= {"text": plain("Reserves its stand on one part.", "Делает оговорку по одной части.")}
            yield "position_acts", row | _GENERATOR


def _position(year: int, number: int, members: list[str], chance: Chance) -> Iterator[Placed]:
    kind = _KINDS[(year + number) % len(_KINDS)]
    key, day = f"SYN-POS-{year}-{number}", date(year, 9, 10 + number).isoformat()
    row: Row = {"id": key, "date": day, "kind": kind, "forum": ("SYN-ASSEMBLY", "SYN-COMMITTEE")[number % 2]}
    row |= {"title": labelled(f"position {number} of {year}", f"позиция {number} за {year} год")}
    row |= {"plan": f"SYN-PLAN-{year}"} if number == 1 else {"planned": False} if chance.happens(0.5) else {}
    yield "positions", row | _GENERATOR
    for version, stage in enumerate(("proposed", "agreed"), start=1):
        text: Row = {"id": f"{key}-text-{version}", "date": day, "position": key, "version": version, "stage": stage}
        text |= {"gist": labelled(f"version {version}", f"вариант {version}"), "state": members[0]}
        yield "position_texts", text | _GENERATOR
    yield from _answers(key, members, day, chance)
    if kind in {"common_position", "co_sponsorship"}:
        vote: Row = {"id": f"{key}-vote", "date": day, "position": key, "dataset": "unga-rollcalls"}
        vote |= {"rollcall": f"SYN-RC-{year}-{chance.between(1, 12):02}"}
        vote |= {"agreed": chance.among(_VOTES)} if chance.happens(0.9) else {}
        yield "named_votes", vote | _GENERATOR
    last = "delivered" if chance.happens(0.85) else "not_reached"
    act: Row = {"id": f"{key}-{last}", "date": f"{year}-09-30", "position": key, "kind": last}
    yield "position_acts", act | ({"state": members[0]} if last == "delivered" else {}) | _GENERATOR


def position_rows(seed: int, members: Membership) -> Iterator[Placed]:
    """Three positions a year, a plan a year, one position that was looked for and not found."""
    yield from _forums()
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        yield _plan(year)
        present = members.on(date(year, 9, 1))
        for number in (1, 2, 3):
            yield from _position(year, number, present, Chance(f"{seed}/position/{year}/{number}"))
    sought: dict[str, Any] = {"id": "SYN-POS-SOUGHT", "kind": "joint_statement", "forum": "SYN-ASSEMBLY"}
    sought |= {"title": labelled("a statement that was looked for", "заявление, которое искали")}
    yield "positions", sought | {"standing": "unknown", "known_from": f"{LAST_YEAR}-01-01T00:00:00Z"} | _GENERATOR
