"""The invented field of work: indicators of every kind, figures with every qualifier, contradictions on purpose."""

from collections.abc import Iterator
from typing import Any

from secretariat.cli.synthetic.chance import Chance
from secretariat.cli.synthetic.names import decision_key, labelled, plain
from secretariat.cli.synthetic.parties import Membership, Placed, Row

FIELD = "syn-trials"
OPERATION = "SYN-EXERCISE"
YEARS = range(2003, 2011)
SAID = "{year}-02-01"
_GENERATOR: Row = {"sources": ["SYN-GENERATOR"]}
_PRESS: Row = {"sources": ["SYN-PRESS"]}


def _indicator(key: str, name: tuple[str, str], unit: tuple[str, str, str], **rest: Any) -> Placed:
    row: Row = {"id": key, "field": FIELD, "name": labelled(*name), "unit": unit[0], "unit_name": plain(*unit[1:])}
    return "indicators", row | rest | _GENERATOR


def _described(members: Membership) -> Iterator[Placed]:
    name = labelled("trials of programs", "испытания программ")
    bodies = [{"state": code, "name": labelled(f"office of {code}", f"бюро {code}")} for code in members.joined]
    field: Row = {"id": FIELD, "name": name, "council": "CFM", "bodies": bodies[:2], "since": "2002"}
    yield "fields", field | _GENERATOR
    tonnes, pieces = ("t", "t", "т"), ("pcs", "pieces", "ед.")
    kilograms = [{"unit": "kg", "factor": 0.001}]
    yield _indicator(
        "syn-weight", ("things found", "найдено предметов"), tonnes, units=kilograms, since="2003-01-01",
        definition=labelled("all that was found", "всё найденное"),
    )  # fmt: skip
    yield _indicator("syn-heavy", ("of these: heavy", "из них тяжёлых"), tonnes, part_of="syn-weight", rhythm="none")
    yield _indicator(
        "syn-trained", ("staff trained", "обучено сотрудников"), pieces, direction="more_is_better",
        reporter="members", since="2008-01-01",
    )  # fmt: skip
    yield _indicator(
        "syn-errors", ("errors", "ошибки"), pieces, direction="fewer_is_better", rhythm="quarter", additive=False
    )


def _operations(members: Membership, chance: Chance) -> Iterator[Placed]:
    operation: Row = {"id": OPERATION, "field": FIELD, "name": labelled("joint exercise", "совместное учение")}
    yield "operations", operation | _GENERATOR
    own: Row = {"id": "SYN-OWN", "field": FIELD, "name": labelled("own exercise", "собственное учение")}
    yield "operations", own | {"state": next(iter(members.joined))} | _GENERATOR
    for year in YEARS:
        day = chance.between(1, 20)
        phase: Row = {
            "id": f"{OPERATION}-{year}",
            "operation": OPERATION,
            "kind": "phase",
            "date": f"{year}-09-{day:02}/{year}-09-{day + 5:02}",
            "name": labelled(f"phase of {year}", f"этап {year}"),
            "number": str(year - 2002),
            "participants": sorted(chance.several(list(members.joined), 3)),
            "observers": [{"name": labelled("observer", "наблюдатель"), "state": members.observer}],
        }
        yield "operation_acts", phase | _GENERATOR
    for kind, day_text in (("made_permanent", "2005-06-10"), ("suspended", "2009-03-01"), ("ended", None)):
        act: Row = {"id": f"{OPERATION}-{kind}", "operation": OPERATION, "kind": kind, "date": day_text}
        yield "operation_acts", act | ({"standing": "unknown"} if day_text is None else _GENERATOR)


def _figure(key: str, indicator: str, year: int, **rest: Any) -> Placed:
    row: Row = {"id": key, "indicator": indicator, "date": SAID.format(year=year + 1)}
    days = {} if rest.get("cumulative") else {"start": f"{year}-01-01", "end": f"{year}-12-31"}
    return "measurements", row | days | _GENERATOR | rest


def _measurements(members: Membership, chance: Chance) -> Iterator[Placed]:
    """Yearly figures with every qualifier, running totals that contradict them, one headline against its text."""
    qualifiers = ("exact", "about", "almost", "more_than", "at_least", "less_than", "range")
    joint = {"operation": OPERATION}
    for number, year in enumerate(YEARS):
        value = float(chance.between(8, 20))
        qualifier = qualifiers[number % len(qualifiers)]
        amounts = {"low": value, "high": value + 3} if qualifier == "range" else {"value": value}
        phase = {"phase": f"{OPERATION}-{year}"} if number % 2 else {}
        rest = joint | phase | amounts | {"qualifier": qualifier}
        yield _figure(f"SYN-M-{year}", "syn-weight", year, **rest)
        yield _figure(f"SYN-M-{year}-heavy", "syn-heavy", year, **joint, value=value / 4)
        for code in list(members.joined)[:3]:
            yield _figure(f"SYN-M-{year}-{code}", "syn-trained", year, state=code, value=float(chance.between(5, 60)))
    text: Row = {"value": 1742.0, "unit": "kg", "standing": "disputed", "qualifier": "more_than"}
    yield _figure("SYN-M-text", "syn-weight", 2007, state=next(iter(members.joined)), **text | _PRESS)
    headline: Row = {"value": 15.0, "standing": "disputed", "qualifier": "more_than"}
    yield _figure("SYN-M-headline", "syn-weight", 2007, state=next(iter(members.joined)), **headline | _PRESS)
    by = labelled("an official", "должностное лицо")
    for year, value in ((2006, 400.0), (2009, 335.0)):
        total: Row = {"value": value, "cumulative": True, "start": "2003-01-01", "by": by, "standing": "reported"}
        yield _figure(f"SYN-M-total-{year}", "syn-weight", year, **joint | total | _PRESS)
    yield (
        "measurements",
        {
            "id": "SYN-M-unknown",
            "indicator": "syn-errors",
            "start": "2010-01-01",
            "end": "2010-03-31",
            "standing": "unknown",
        },
    )


def programme_rows(seed: int, members: Membership) -> Iterator[Placed]:
    """The rows of every table of the room ``programmes``."""
    chance = Chance(f"{seed}/programmes")
    yield from _described(members)
    yield from _operations(members, chance)
    yield from _measurements(members, chance)
    plan: Row = {"id": "SYN-PLAN", "field": FIELD, "title": labelled("plan of trials", "план испытаний")}
    yield "plans", plan | {"date": "2001-12-31", "decision": decision_key(1), "end": "2012-12-31"} | _GENERATOR
