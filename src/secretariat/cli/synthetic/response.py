"""The invented joint forces: pledges, requests with every fate, one mandate from the request to its end."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from secretariat.cli.synthetic.chance import Chance
from secretariat.cli.synthetic.names import labelled
from secretariat.cli.synthetic.parties import Membership, Placed, Row

_GENERATOR: Row = {"sources": ["SYN-GENERATOR"]}
_KINDS = ("police", "rescue", "medical", "engineering", "border", "military")
_FATES = ("declined", "lapsed", "withdrawn", "off_agenda", "not_agreed")


def _act(table: str, key: str, day: date, **rest: Any) -> Placed:
    return table, {"id": key, "date": day.isoformat()} | _GENERATOR | rest


def _pledges(members: Membership, chance: Chance) -> Iterator[Placed]:
    """Two forces; pledges with and without a number, one taken back; reports on some of them."""
    yield "forces", {"id": "SYN-FORCE", "name": labelled("joint force", "коллективные силы")} | _GENERATOR
    rule = labelled("asked for by a party", "по обращению участника")
    bound: Row = {"id": "SYN-FORCE-2", "name": labelled("second force", "вторые силы"), "rule": rule}
    yield "forces", bound | {"instrument": "AGREE-2004"} | _GENERATOR
    for number, code in enumerate(members.founders):
        kind, day = _KINDS[number % len(_KINDS)], date(2008, 3, 1)
        known = {} if number % 3 == 2 else {"persons": 50 * chance.between(1, 20)}
        own: Row = {"force": "SYN-FORCE", "state": code, "kind": kind}
        text = labelled("units of this kind", "подразделения этого вида")
        yield _act("pledges", f"SYN-{code}-{kind}", day, **own, **known, text=text)
        if number == 0:
            yield _act("pledges", f"SYN-{code}-budget", day, **(own | {"kind": "budget", "percent": 40}))
        if number == 1:
            yield _act("pledges", f"SYN-{code}-{kind}-back", date(2010, 1, 5), **own, act="taken_back")
        elif known and chance.happens(0.6):
            report = known | {"by": labelled("secretariat", "секретариат")}
            yield _act("readiness", f"SYN-{code}-{kind}-ready", date(2010, 2, 1), **own, **report)
    other = {"persons": 900, "qualifier": "about", "sources": ["SYN-PRESS"]}
    yield _act("readiness", "SYN-FORCE-whole", date(2010, 2, 1), force="SYN-FORCE", persons=1000,
               standing="disputed", alternatives=[other])  # fmt: skip


def _fates(members: Membership) -> Iterator[Placed]:
    """A request for every way in which one can end without a mandate, and one for another's territory."""
    first, second = members.founders[:2]
    for number, fate in enumerate(_FATES):
        key, day = f"SYN-REQ-{fate}", date(2009, 2 + number, 1)
        text = labelled(f"request {number + 1}", f"обращение {number + 1}")
        yield _act("requests", key, day, state=first, territory=first, kind="emergency", text=text)
        yield _act("request_acts", f"{key}-end", day + timedelta(days=20), request=key, kind=fate, state=first)
    key, day = "SYN-REQ-other", date(2009, 10, 1)
    yield _act("requests", key, day, state=first, territory=second, kind="humanitarian")
    for kind, later in (("host_approved", 2), ("host_withdrew", 9)):
        yield _act("request_acts", f"{key}-{kind}", day + timedelta(days=later), request=key, kind=kind, state=second)
    for number, kind in enumerate(("equipment", "funds", "experts", "mission", "supplies")):
        paid = {"amount": 1000, "currency": "XTS"} if kind == "funds" else {}
        yield _act("assistance", f"{key}-{kind}", day + timedelta(days=10 + number), request=key, kind=kind,
                   recipient=second, state=first, **paid)  # fmt: skip


def _mandate(members: Membership, chance: Chance, decision: Row) -> Iterator[Placed]:
    """A request, its consultation, the mandate by that decision, contributions, an extension and the end."""
    day = date.fromisoformat(decision["date"])
    voices = members.on(day)
    host = voices[0]
    text = labelled("help in a flood", "помощь при наводнении")
    yield _act("requests", "SYN-REQ", day - timedelta(days=3), state=host, territory=host, kind="emergency",
               organ="CSC", text=text)  # fmt: skip
    yield _act("consultations", "SYN-CON", day - timedelta(days=2), request="SYN-REQ", organ="CSC", force="SYN-FORCE")
    for number, code in enumerate(voices):
        answer = "no_objection" if number and chance.happens(0.2) else "consents"
        limit = {"persons": 400} if answer == "consents" else {}
        yield _act("consents", f"SYN-CON-{code}", day - timedelta(days=1), consultation="SYN-CON", state=code,
                   answer=answer, **limit)  # fmt: skip
        if number and answer == "consents":
            yield _act("contributions", f"SYN-MAN-{code}", day + timedelta(days=1), activation="SYN-MAN", state=code,
                       kind="rescue", persons=10 * chance.between(1, 40))  # fmt: skip
    yield _act("consultation_acts", "SYN-CON-closed", day, consultation="SYN-CON", kind="closed")
    task = labelled("rescue and supply", "спасение и снабжение")
    own: Row = {"activation": "SYN-MAN"}
    yield _act("activations", "SYN-MAN", day, request="SYN-REQ", decision=decision["id"], force="SYN-FORCE",
               until=(day + timedelta(days=60)).isoformat(), mandate=task)  # fmt: skip
    yield _act("activation_acts", "SYN-MAN-extended", day + timedelta(days=30), **own, kind="extended",
               decision=decision["id"], until=(day + timedelta(days=90)).isoformat())  # fmt: skip
    yield _act("activation_acts", "SYN-MAN-begun", day + timedelta(days=50), **own, kind="withdrawal_begun")
    yield _act("activation_acts", "SYN-MAN-left", day + timedelta(days=60), **own, kind="member_withdrew",
               state=voices[-1])  # fmt: skip
    yield _act("activation_acts", "SYN-MAN-ended", day + timedelta(days=80), **own, kind="ended")


def response_rows(seed: int, members: Membership, decision: Row | None) -> Iterator[Placed]:
    """The rows of all tables of the joint forces; without a ``decision`` of the supreme organ no mandate."""
    chance = Chance(f"{seed}/response")
    yield from _pledges(members, chance)
    yield from _fates(members)
    if decision is not None:
        yield from _mandate(members, chance, decision)
