"""The invented organs: who heads them, when they meet, who came and what was said."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from secretariat.cli.synthetic.calendar import (
    FIRST_YEAR,
    IN_FORCE,
    KNOWN_NEXT_SESSION,
    NEXT_SESSION,
    REVIEW,
    Calendar,
    Session,
)
from secretariat.cli.synthetic.chance import Chance
from secretariat.cli.synthetic.names import Text, decision_key, labelled, person, plain
from secretariat.cli.synthetic.parties import Membership, Placed, Row

_ORGANS: tuple[tuple[str, str, str | None, str, str, str, str], ...] = (
    ("CSC", "supreme", None, "consensus", "all", "council of heads of state", "совет глав государств"),
    (
        "CFM",
        "ministerial",
        "CSC",
        "consensus",
        "all",
        "council of foreign ministers",
        "совет министров иностранных дел",
    ),
    (
        "CDM",
        "ministerial",
        "CSC",
        "two_thirds",
        "two_thirds",
        "council of defence ministers",
        "совет министров обороны",
    ),
    ("CSSC", "ministerial", "CSC", "majority", "majority", "committee of secretaries", "комитет секретарей"),
    ("PC", "standing", "CSC", "consensus", "unknown", "permanent council", "постоянный совет"),
    ("SG", "office", "CSC", "none", "unknown", "secretary general", "генеральный секретарь"),
    ("SEC", "staff", "SG", "none", "unknown", "secretariat", "секретариат"),
    ("PA", "assembly", None, "majority", "majority", "assembly", "ассамблея"),
)
_LEVELS = ("minister", "deputy", "ambassador")
_POSITIONS = ("agree", "no_objection", "reservation", "interpretative_statement", "not_participating", "absent")
_PLACES = (plain("First Synthetic City", "Первый Синтетический Город"), plain("Second Synthetic City", "Второй Город"))


def _at(day: date, hour: int = 10) -> str:
    return f"{day.isoformat()}T{hour:02}:00:00Z"


def _organs() -> Iterator[Placed]:
    for key, kind, parent, procedure, quorum, en, ru in _ORGANS:
        row: Row = {
            "id": key,
            "name": labelled(en, ru),
            "short": plain(key, key),
            "kind": kind,
            "procedure": procedure,
            "quorum": quorum,
            "chair_rule": "host" if kind in {"supreme", "ministerial"} else "appointed",
            "established": IN_FORCE.isoformat(),
            "variants": [f"SYNTHETIC {en} ({key})"],
            "sources": ["SYN-FOUNDING"],
        }
        yield "organs", row | ({"parent": parent} if parent else {})


def _terms(members: Membership, calendar: Calendar) -> Iterator[Placed]:
    """A secretary general every four years (the second one acting at first), a chair every year."""
    for number, start in enumerate(range(FIRST_YEAR, 2013, 4)):
        code = members.founders[number % len(members.founders)]
        term: Row = {"term": f"SG-{number + 1}", "organ": "SG", "role": "head", "person": person(code, number + 1)}
        term |= {"state": code, "sources": ["SYN-GENERATOR"]}
        yield "terms", {"id": f"SG-{number + 1}-start", **term, "kind": "start", "date": f"{start}-01-01",
                        "acting": number == 1}  # fmt: skip
        if start + 4 < 2012:
            yield "terms", {"id": f"SG-{number + 1}-end", **term, "kind": "end", "date": f"{start + 3}-12-31"}
    closing = calendar.sessions[1::2]
    for session, following in zip(closing, [*closing[1:], None], strict=True):
        present = members.on(session.held)
        term = {"term": f"CHAIR-{session.held.year}", "organ": "CSC", "role": "chair"}
        term |= {"state": present[session.number // 2 % len(present)], "sources": [session.source]}
        yield "terms", {"id": f"{term['term']}-start", **term, "kind": "start", "date": session.held.isoformat()}
        if following is not None:
            end: Row = {"kind": "end", "date": following.held.isoformat(), "sources": [following.source]}
            yield "terms", {"id": f"{term['term']}-end", **term} | end


def _act(meeting: str, kind: str, day: date, number: int, **rest: Any) -> Placed:
    row: Row = {"id": f"{meeting}-{kind}-{number}", "meeting": meeting, "kind": kind, "date": day.isoformat()}
    return "meeting_acts", row | {"sources": ["SYN-GENERATOR"]} | rest


def _session(session: Session, members: Membership, chance: Chance) -> Iterator[Placed]:
    """A session and the ministers' meeting before it: announced as an interval, sometimes moved, held."""
    held, host = session.held, members.on(session.held)[session.number % len(members.on(session.held))]
    half = f"{held.year}-01-01/{held.year}-06-30" if held.month < 7 else f"{held.year}-07-01/{held.year}-12-31"
    yield (
        "meetings",
        {
            "id": session.key,
            "organ": "CSC",
            "kind": "regular",
            "title": labelled(f"session {session.number}", f"сессия {session.number}"),
            "sources": [session.source],
            "known_from": session.announced.isoformat(),
        },
    )
    yield _act(session.key, "scheduled", session.announced, 1, when=half, certainty="expected", host=host,
               place=_PLACES[session.number % 2])  # fmt: skip
    fixed = held - timedelta(days=chance.between(50, 90))
    if chance.happens(0.4):
        first = held - timedelta(days=7)
        yield _act(session.key, "moved", fixed - timedelta(days=5), 2, when=first.isoformat(), certainty="proposed")
    yield _act(session.key, "moved", fixed, 3, when=held.isoformat(), certainty="fixed", place=_PLACES[0])
    yield _act(session.key, "held", held, 4, place=_PLACES[0], host=host, sources=[session.source])
    before: Row = {"relation": "before", "anchor": session.key, "days": 5}
    joint: Row = {"joint_with": ["CDM"]} if session.number % 5 == 0 else {}
    yield (
        "meetings",
        {
            "id": session.preparation,
            "organ": "CFM",
            "kind": "regular",
            "known_from": session.announced.isoformat(),
            "sources": [session.source],
        }
        | joint,
    )
    yield _act(session.preparation, "scheduled", session.announced, 1, when=half, certainty="expected",
               constraints=[before])  # fmt: skip
    yield _act(session.preparation, "held", session.prepared, 2, place=_PLACES[1])
    for meeting, day in ((session.key, held), (session.preparation, session.prepared)):
        yield from _sitting(session, meeting, day, members, chance)


def _sitting(session: Session, meeting: str, day: date, members: Membership, chance: Chance) -> Iterator[Placed]:
    """What a meeting leaves behind: agenda, attendance, documents, statements."""
    base: Row = {"meeting": meeting, "sources": ["SYN-GENERATOR"]}
    top = "head_of_state" if meeting == session.key else "minister"
    for code in members.on(day):
        level = top if chance.happens(0.8) else "absent" if chance.happens(0.1) else chance.among(_LEVELS)
        yield "attendance", {"id": f"{meeting}-{code}", **base, "state": code, "level": level, "date": day.isoformat()}
    guest: Row = {"organisation": labelled("guest body", "приглашённый орган"), "level": "guest"}
    yield "attendance", {"id": f"{meeting}-guest", **base, **guest, "date": day.isoformat()}
    for number in range(1, 5):
        title = labelled(f"item {number}", f"пункт {number}")
        published = day - timedelta(days=0 if number == 4 else 21)
        status = "adopted" if number == 4 else "provisional"
        about = [session.key] if number == 1 else []
        yield "agenda", {"id": f"{meeting}-item-{number}", **base, "number": str(number), "title": title,
                         "status": status, "restricted": number == 3, "about": about,
                         "date": published.isoformat()}  # fmt: skip
    for number, kind in enumerate(("base", "addendum", "corrigendum", "revision")):
        if number == 0 or chance.happens(0.4):
            of: Row = {"of": f"{meeting}-doc-0"} if number else {}
            suffix = ("", "/Add.1", "/Corr.1", "/Rev.1")[number]
            yield "documents", {"id": f"{meeting}-doc-{number}", **base, **of, "symbol": f"SYN/{meeting}/1{suffix}",
                                "kind": kind, "organ": meeting[:3], "item": f"{meeting}-item-1",
                                "title": labelled(f"paper of {meeting}", f"документ {meeting}"),
                                "languages": ["en", "ru"], "authentic": ["ru"],
                                "date": (day - timedelta(days=14 - number)).isoformat()}  # fmt: skip
    present = members.on(day)
    speakers: tuple[Row, ...] = (
        {"state": chance.among(present)},
        {"organ": "SG", "person": labelled("the secretary general", "генеральный секретарь")},
        {"group": labelled("some delegations", "некоторые делегации")},
    )
    share = chance.between(20, 90)
    claim: Row = {"measure": "implemented", "value": float(share), "unit": "percent", "qualifier": "about"}
    for number, speaker in enumerate(speakers):
        text = plain("Says that the work goes well.", "Говорит, что работа идёт хорошо.")
        yield "statements", {"id": f"{meeting}-said-{number}", **base, **speaker, "item": f"{meeting}-item-1",
                             "text": text, "about": [session.key], "claims": [claim] if number == 1 else [],
                             "date": day.isoformat()}  # fmt: skip


def _proposals(calendar: Calendar, members: Membership, chance: Chance, decisions: int) -> Iterator[Placed]:
    """One proposal a session, each with its fate or, so far, none."""
    for session in calendar.sessions:
        key = f"SYN-PROP-{session.number:02}"
        yield (
            "proposals",
            {
                "id": key,
                "meeting": session.preparation,
                "state": chance.among(members.on(session.prepared)),
                "title": labelled(f"proposal {session.number}", f"предложение {session.number}"),
                "text": plain("The organisation should do one thing more.", "Организации следует делать больше."),
                "date": session.prepared.isoformat(),
                "sources": ["SYN-GENERATOR"],
            },
        )
        fate = chance.among(("under_consideration", "adopted", "declined", "withdrawn", ""))
        steps = ["under_consideration", fate] if fate not in {"", "under_consideration"} else [fate]
        day = session.held
        for step in filter(None, steps):
            row: Row = {"id": f"{key}-{step}", "proposal": key, "kind": step, "date": day.isoformat()}
            row |= {"reason": plain("For the reason given.", "По указанной причине."), "sources": ["SYN-GENERATOR"]}
            number = calendar.decision_of(session, decisions) if step == "adopted" else None
            yield "proposal_acts", row | ({"decision": decision_key(number)} if number else {})
            day += timedelta(days=chance.between(20, 160))


def _adoptions(calendar: Calendar, members: Membership, chance: Chance) -> Iterator[Placed]:
    """How papers were adopted: each procedure in turn, with editing, extension, objection and confirmation."""
    procedures = ("consensus", "silence", "limited_format", "ad_referendum")
    for session in calendar.sessions:
        procedure, day = procedures[session.number % 4], session.held
        draft, present = f"{session.key}-doc-0", members.on(day)
        counter = iter(range(100))

        def act(kind: str, on: date, **rest: Any) -> Placed:
            row: Row = {"id": f"{draft}-a{next(counter):02}", "draft": draft, "procedure": procedure, "kind": kind}  # noqa: B023
            return "adoptions", row | {"at": _at(on), "date": on.isoformat(), "sources": ["SYN-GENERATOR"]} | rest

        deadline: Row = {"deadline": _at(day + timedelta(days=10), 18)} if procedure == "silence" else {}
        yield act("opened", day, **deadline, participants=present[:3] if procedure == "limited_format" else [])
        if session.number % 8 == 1:
            yield act("edited", day + timedelta(days=1), text=plain("One word changed.", "Изменено одно слово."))
            yield act("opened", day + timedelta(days=1), **deadline)
        if session.number % 8 == 5:
            yield act("extended", day + timedelta(days=2), deadline=_at(day + timedelta(days=20), 18))
        if session.number % 8 == 2:
            yield act("format_objection", day + timedelta(days=1), state=present[-1])
        for code in present[:3] if procedure == "limited_format" else present:
            position = (
                "objection" if chance.happens(0.02) else "agree" if chance.happens(0.8) else chance.among(_POSITIONS)
            )
            yield act("position", day + timedelta(days=2), state=code, position=position)
        yield act("closed", day + timedelta(days=25))
        if procedure == "ad_referendum":
            for code in present:
                yield act("confirmed", day + timedelta(days=30 + chance.between(0, 60)), state=code)


def _ahead() -> Iterator[Placed]:
    """The ministers' meeting of the review, what it announces, and meetings that came about otherwise."""
    source: Row = {"sources": ["SYN-GENERATOR"]}
    review, later = f"CFM-{REVIEW.isoformat()}", "CFM-2011-H2"
    title = labelled("meeting that the review is written for", "заседание, для которого пишется обзор")
    yield (
        "meetings",
        {"id": review, "organ": "CFM", "kind": "regular", "title": title, "known_from": "2010-12-10"} | source,
    )
    yield _act(review, "scheduled", date(2010, 12, 10), 1, when="2011-05/2011-06", certainty="expected")
    yield _act(review, "held", REVIEW, 2, place=_PLACES[0])
    yield "meetings", {"id": later, "organ": "CFM", "kind": "regular", "known_from": REVIEW.isoformat()} | source
    constraint: Row = {"relation": "before", "anchor": "next:CSC"}
    yield _act(later, "scheduled", REVIEW, 1, when="2011-07-01/2011-12-31", certainty="expected", set_at=review,
               constraints=[constraint], place=_PLACES[1])  # fmt: skip
    session = f"CSC-{NEXT_SESSION.isoformat()}"
    known = KNOWN_NEXT_SESSION
    yield "meetings", {"id": session, "organ": "CSC", "kind": "regular", "known_from": known.isoformat()} | source
    yield _act(session, "scheduled", known, 1, when=NEXT_SESSION.isoformat(), certainty="fixed")
    yield _act(session, "held", NEXT_SESSION, 2, place=_PLACES[0])
    informal, cancelled = "CSC-2011-08-12", "PC-2009-03-03"
    yield "meetings", {"id": informal, "organ": "CSC", "kind": "informal", "known_from": "2011-08-12"} | source
    yield _act(informal, "held", date(2011, 8, 12), 1, place=_PLACES[1])
    yield "meetings", {"id": cancelled, "organ": "PC", "kind": "extraordinary", "known_from": "2009-02-01"} | source
    yield _act(cancelled, "scheduled", date(2009, 2, 1), 1, when="2009-03-03", certainty="fixed")
    yield _act(cancelled, "cancelled", date(2009, 2, 20), 2, certainty="cancelled")


def meeting_rows(seed: int, members: Membership, calendar: Calendar, decisions: int) -> Iterator[Placed]:
    """The rows of every table of the room ``organs``."""
    chance = Chance(f"{seed}/meetings")
    yield from _organs()
    yield from _terms(members, calendar)
    for session in calendar.sessions:
        yield from _session(session, members, chance)
    yield from _ahead()
    yield from _proposals(calendar, members, chance, decisions)
    yield from _adoptions(calendar, members, chance)


def source_rows(calendar: Calendar) -> Iterator[Placed]:
    """The citations: invented papers, each of which says so."""

    def citation(key: str, title: Text, day: str | None) -> Placed:
        row: Row = {"id": key, "title": title, "publisher": "SYNTHETIC", "language": "en"}
        return "sources", row | ({"date": day} if day else {})

    yield citation("SYN-GENERATOR", labelled("made by secretariat synth", "создано командой secretariat synth"), None)
    yield citation("SYN-FOUNDING", labelled("founding treaty", "учредительный договор"), "2000-02-15")
    yield citation("SYN-DEPOSITARY", labelled("list of the depositary", "список депозитария"), None)
    yield citation("SYN-HISTORY", labelled("a history, with another date", "история с иной датой"), "2004-05-01")
    yield citation("SYN-PRESS", labelled("press reports", "сообщения печати"), None)
    for session in calendar.sessions:
        title = labelled(f"minutes of session {session.number}", f"протокол сессии {session.number}")
        yield citation(session.source, title, session.held.isoformat())
