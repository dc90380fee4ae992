"""The invented partners: who is in them, what ties them to the organisation, what was agreed; each kind of act once."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from secretariat.cli.synthetic.chance import Chance
from secretariat.cli.synthetic.names import labelled, plain
from secretariat.cli.synthetic.parties import Membership, Placed, Row

_GENERATOR: Row = {"sources": ["SYN-GENERATOR"]}


def _partners() -> Iterator[Placed]:
    """A universal one and its office, a regional one that was followed by another, an arrangement."""
    described: tuple[tuple[str, Row, tuple[str, str], tuple[str, str]], ...] = (
        ("SYN-WORLD", {}, ("world assembly", "всемирное собрание"), ("WORLD", "МИР")),
        (
            "SYN-OFFICE",
            {"kind": "body", "part_of": "SYN-WORLD"},
            ("world office", "всемирное бюро"),
            ("OFFICE", "БЮРО"),
        ),
        ("SYN-OLD", {}, ("old community", "прежнее сообщество"), ("OLD", "ПРЕЖНЕЕ")),
        ("SYN-NEW", {}, ("new union", "новый союз"), ("NEW", "НОВЫЙ")),
        ("SYN-TARIFF", {"kind": "arrangement"}, ("tariff union", "тарифный союз"), ("TARIFF", "ТАРИФ")),
    )
    for key, rest, name, short in described:
        yield "partners", {"id": key, "name": labelled(*name), "short": plain(*short)} | rest | _GENERATOR
    for partner, day in (("SYN-WORLD", "1990-01-01"), ("SYN-OLD", "1998-03-01"), ("SYN-NEW", "2008-01-01")):
        yield (
            "partner_acts",
            {"id": f"{partner}-founded", "date": day, "partner": partner, "kind": "founded"} | _GENERATOR,
        )
    ceased: Row = {"id": "SYN-OLD-ceased", "date": "2008-01-01", "partner": "SYN-OLD", "kind": "ceased"}
    yield "partner_acts", ceased | {"successor": "SYN-NEW"} | _GENERATOR


def _membership(partner: str, state: str, kind: str, day: str | None, **rest: Any) -> Placed:
    row: Row = {"id": f"{partner}-{state}-{kind}", "date": day, "partner": partner, "state": state, "kind": kind}
    return "partner_memberships", row | _GENERATOR | rest


def _memberships(members: Membership, chance: Chance) -> Iterator[Placed]:
    """Everybody is in the world; some in the regional ones; one observes, one was suspended, one is unknown."""
    codes = list(members.joined)
    for code in [*codes, members.former, members.observer]:
        yield _membership("SYN-WORLD", code, "accession", f"{chance.between(1990, 1999)}-06-01")
    inside = chance.several(codes, max(2, len(codes) * 2 // 3))
    for code in inside:
        yield _membership("SYN-OLD", code, "signature", "1998-02-01")
        yield _membership("SYN-OLD", code, "ratification", "1998-02-20")
        yield _membership("SYN-NEW", code, "definitive_signature", "2008-01-01")
    yield _membership("SYN-NEW", members.observer, "observer_status", "2008-06-01")
    yield _membership("SYN-NEW", members.former, "partner_status", "2009-01-01", standing="reported")
    other = {"kind": "declaration", "sources": ["SYN-PRESS"]}
    yield _membership("SYN-NEW", inside[0], "suspension", "2010-02-01", standing="disputed", alternatives=[other])
    for code in codes:
        if code not in inside:
            yield _membership("SYN-NEW", code, "accession", None, standing="unknown")


def _link(key: str, partner: str, kind: str, title: tuple[str, str], **rest: Any) -> Placed:
    return "links", {"id": key, "partner": partner, "kind": kind, "title": labelled(*title)} | _GENERATOR | rest


def _act(link: str, kind: str, day: str | None, **rest: Any) -> Placed:
    return "link_acts", {"id": f"{link}-{kind}", "date": day, "link": link, "kind": kind} | _GENERATOR | rest


def _links(members: Membership) -> Iterator[Placed]:
    """A link of each kind, in each state."""
    yield _link("SYN-OBSERVER", "SYN-WORLD", "observer_status", ("observer in the assembly", "наблюдатель в собрании"))
    yield _act("SYN-OBSERVER", "requested", "2002-01-10")
    yield _act("SYN-OBSERVER", "granted", "2002-12-01")
    for year, adoption in ((2004, "without_vote"), (2008, "recorded_vote")):
        key = f"SYN-RES-{year}"
        yield _link(
            key, "SYN-WORLD", "resolution", (f"cooperation, {year}", f"сотрудничество, {year}"), symbol=f"W/{year}"
        )
        votes: Row = {"votes": {"yes": 100, "no": 3, "abstaining": 20}} if adoption == "recorded_vote" else {}
        yield _act(key, "adopted", f"{year}-11-15", adoption=adoption, **votes)
    yield _link("SYN-MEMO", "SYN-OFFICE", "memorandum", ("memorandum on training", "меморандум об обучении"))
    yield _act("SYN-MEMO", "draft_agreed", "2005-03-01")
    yield _act("SYN-MEMO", "signed", "2005-06-01", place=labelled("no place", "без места"))
    yield _act("SYN-MEMO", "suspended", "2006-06-01")
    yield _act("SYN-MEMO", "resumed", "2007-06-01")
    bound = sorted(members.joined)[:2]
    yield _link("SYN-AGREE", "SYN-OLD", "agreement", ("agreement on posts", "соглашение о постах"), binds=bound,
                awaits_entry=True)  # fmt: skip
    yield _act("SYN-AGREE", "signed", "2003-05-01")
    yield _act("SYN-AGREE", "entered_into_force", "2004-05-01")
    yield _link("SYN-DECLARE", "SYN-NEW", "joint_declaration", ("joint declaration", "совместная декларация"))
    yield _act("SYN-DECLARE", "signed", "2008-09-09")
    yield _act("SYN-DECLARE", "terminated", "2010-09-09", standing="reported")
    yield _link("SYN-PROTOCOL", "SYN-NEW", "protocol", ("protocol, its day not found", "протокол, дата не найдена"))
    yield _act("SYN-PROTOCOL", "signed", None, standing="unknown")
    yield _link("SYN-REFUSED", "SYN-TARIFF", "memorandum", ("memorandum refused", "отклонённый меморандум"))
    yield _act("SYN-REFUSED", "declined", "2009-04-01")


def _contacts(chance: Chance) -> Iterator[Placed]:
    """A contact of each kind, and something agreed at each: done, dropped, moved, late, without a date."""
    kinds = ("meeting", "consultation", "participation", "joint_activity", "joint_statement", "correspondence")
    fates = ("done", "dropped", "moved", None, None, None)
    partners = ("SYN-WORLD", "SYN-OFFICE", "SYN-NEW")
    for number, (kind, fate) in enumerate(zip(kinds, fates, strict=True)):
        held = date(2009, 1 + number, chance.between(1, 28)).isoformat()
        title = labelled(f"contact {number + 1}", f"контакт {number + 1}")
        row: Row = {"id": f"SYN-CONTACT-{number}", "date": held, "partners": [chance.among(partners)], "kind": kind}
        yield "contacts", row | {"title": title} | _GENERATOR
        key = f"SYN-FOLLOW-{number}"
        agreed: Row = {"id": f"{key}-agreed", "date": held, "follow_up": key, "kind": "agreed"}
        title = labelled(f"follow-up {number + 1}", f"договорённость {number + 1}")
        yield "follow_ups", {"id": key, "contact": row["id"], "title": title} | _GENERATOR
        yield "follow_up_acts", agreed | ({"due": "2010-03"} if number < len(kinds) - 1 else {}) | _GENERATOR
        if fate is not None:
            act: Row = {"id": f"{key}-{fate}", "date": "2010-02-10", "follow_up": key, "kind": fate}
            yield "follow_up_acts", act | ({"due": "2011-09-30"} if fate == "moved" else {}) | _GENERATOR


def partner_rows(seed: int, members: Membership) -> Iterator[Placed]:
    """The rows of every table of the room partners."""
    chance = Chance(f"{seed}/partners")
    yield from _partners()
    yield from _memberships(members, chance)
    yield from _links(members)
    yield from _contacts(chance)
