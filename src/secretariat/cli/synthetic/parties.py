"""The invented states and treaties: who signed, joined, was suspended and left; disputed and unknown acts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from secretariat.cli.synthetic.calendar import IN_FORCE, LAST_DAY, SIGNED, Calendar
from secretariat.cli.synthetic.chance import Chance
from secretariat.cli.synthetic.names import STATE_CODES, Text, labelled, plain, state_name

Row = dict[str, Any]
Placed = tuple[str, Row]
"""The name of a table and one of its rows."""

MOST_STATES = len(STATE_CODES) - 2
LEFT = date(2007, 7, 1)
SUSPENDED = (date(2006, 3, 1), date(2008, 4, 1))
CONSENTS = ("ratification", "acceptance", "approval")


@dataclass(frozen=True, slots=True)
class Membership:
    """The members by the day they joined; one state that left and one that only observes stand beside them."""

    joined: dict[str, date]
    former: str
    observer: str
    suspended: str

    @classmethod
    def of(cls, states: int) -> "Membership":
        """``states`` members: every fifth joins later, one every year and a half."""
        codes = STATE_CODES[:states]
        joined = {
            code: IN_FORCE + timedelta(days=550 * (index // 5 + 1)) if index % 5 == 4 else SIGNED
            for index, code in enumerate(codes)
        }
        return cls(joined, STATE_CODES[states], STATE_CODES[states + 1], codes[1])

    @property
    def founders(self) -> list[str]:
        """The members that signed on the first day."""
        return [code for code, day in self.joined.items() if day == SIGNED]

    def on(self, day: date) -> list[str]:
        """The members on a day that take part, by code."""
        members = [code for code, joined in self.joined.items() if joined <= day]
        if SUSPENDED[0] <= day < SUSPENDED[1]:
            members.remove(self.suspended)
        return [*members, self.former] if day < LEFT else members


@dataclass(frozen=True, slots=True)
class Treaty:
    """An invented instrument: the session that opens it, and its entry clause."""

    key: str
    kind: str
    title: Text
    session: int
    entry: dict[str, Any]
    amends: str | None = None


def treaties(members: Membership) -> tuple[Treaty, ...]:
    """One instrument for each kind of entry clause."""
    founders = members.founders
    return (
        Treaty("CHARTER", "charter", labelled("Charter", "Устав"), 3, {"kind": "all", "delay_days": 10}),
        Treaty("AGREE-2004", "agreement", labelled("agreement on mutual help", "соглашение о взаимной помощи"), 8,
               {"kind": "deposits", "deposits": max(1, len(founders) // 2), "delay_days": 30, "later_delay_days": 30}),
        Treaty("CHARTER-P2005", "protocol", labelled("protocol to the Charter", "протокол к Уставу"), 10,
               {"kind": "all"}, "CHARTER"),
        Treaty("REG-2005", "regulation", labelled("regulation on response", "положение о реагировании"), 10,
               {"kind": "with", "instruments": ["CHARTER-P2005"]}),
        Treaty("INFRA-2007", "agreement", labelled("agreement on shared works", "соглашение об общих объектах"), 13,
               {"kind": "named", "states": founders[:2], "delay_days": 30}),
        Treaty("SIGN-2008", "memorandum", labelled("memorandum on words", "меморандум о терминах"), 16,
               {"kind": "signature"}),
        Treaty("NOTE-2009", "agreement", labelled("agreement, its clause not found", "соглашение, статья не найдена"),
               18, {"kind": "unknown"}),
    )  # fmt: skip


def _act(instrument: str, state: str | None, kind: str, day: date | None, source: str, **rest: Any) -> Placed:
    name = f"{instrument}-{state or 'ALL'}-{kind}" + (f"-{day:%Y%m}" if day else "")
    row: Row = {"id": name, "instrument": instrument, "kind": kind, "date": day.isoformat() if day else None}
    if state is not None:
        row["state"] = state
    return "treaty_acts", row | {"sources": [source]} | rest


def _constituent(members: Membership, chance: Chance) -> Iterator[Placed]:
    """The founding treaty: signed, ratified, joined, left; one date disputed, one suspension and its lifting."""
    founders = [*members.founders, members.former]
    for number, code in enumerate(founders):
        disputed: Row = {}
        if number == 2:
            other = {"date": "2000-03", "sources": ["SYN-HISTORY"], "known_from": "2004-05-01T00:00:00Z"}
            disputed = {"standing": "disputed", "alternatives": [other]}
        yield _act("CST", code, "signature", SIGNED, "SYN-FOUNDING", **disputed)
    for number, code in enumerate(founders):
        # The last deposit completes the clause, so that it and the depositary's announcement agree.
        day = IN_FORCE - timedelta(days=30) if number == 0 else SIGNED + timedelta(days=chance.between(20, 160))
        yield _act("CST", code, CONSENTS[number % 3], day, "SYN-DEPOSITARY")
    yield _act("CST", None, "announcement", IN_FORCE, "SYN-DEPOSITARY")
    for code, day in members.joined.items():
        if day != SIGNED:
            yield _act("CST", code, "observer_status", day - timedelta(days=300), "SYN-DEPOSITARY")
            yield _act("CST", code, "accession", day, "SYN-DEPOSITARY")
    yield _act("CST", members.observer, "partner_status", date(2002, 5, 20), "SYN-DEPOSITARY")
    yield _act("CST", members.observer, "observer_status", date(2005, 5, 20), "SYN-DEPOSITARY")
    text = plain("Reserves its position on one article.", "Делает оговорку к одной статье.")
    yield _act("CST", members.suspended, "reservation", date(2001, 2, 1), "SYN-DEPOSITARY", text=text)
    yield _act("CST", members.suspended, "suspension", SUSPENDED[0], "SYN-DEPOSITARY", by="CSC", standing="reported")
    yield _act("CST", members.suspended, "lifting", SUSPENDED[1], "SYN-DEPOSITARY", by="CSC")
    yield _act("CST", members.former, "notice_of_withdrawal", date(2006, 6, 20), "SYN-DEPOSITARY",
               effective=LEFT.isoformat())  # fmt: skip
    yield _act("CST", members.former, "withdrawal", LEFT, "SYN-DEPOSITARY")
    text = plain("Speaks of a pause in its participation.", "Говорит о паузе в своём участии.")
    yield _act("CST", members.founders[0], "declaration", date(2009, 9, 9), "SYN-PRESS", text=text, standing="reported")


def _consents(treaty: Treaty, members: Membership, opened: date, source: str, chance: Chance) -> Iterator[Placed]:
    """Signatures on the day of the session; consents as they come, some never, one looked for and not found."""
    signatories = members.on(opened)
    yield from (_act(treaty.key, code, "signature", opened, source) for code in signatories)
    if treaty.entry["kind"] in {"signature", "with"}:
        return
    for number, code in enumerate(signatories):
        if treaty.entry["kind"] == "unknown" and number == 0:
            yield _act(treaty.key, code, "ratification", None, "SYN-DEPOSITARY", standing="unknown")
        elif treaty.key == "CHARTER" or chance.happens(0.9):
            day = opened + timedelta(days=30 + chance.delay(250))
            kind = CONSENTS[number % 3]
            if day < (LEFT if code == members.former else LAST_DAY):
                yield _act(treaty.key, code, kind, day, "SYN-DEPOSITARY")


def _odd_acts(members: Membership) -> Iterator[Placed]:
    """The rarer kinds of act, once each."""
    first = members.founders[0]
    yield _act("INFRA-2007", first, "provisional_application", date(2007, 7, 1), "SYN-DEPOSITARY")
    yield _act("NOTE-2009", None, "announcement", date(2010, 9, 10), "SYN-DEPOSITARY",
               effective="2010-10-10", standing="reported")  # fmt: skip
    yield _act("SIGN-2008", members.observer, "definitive_signature", date(2009, 3, 3), "SYN-DEPOSITARY")
    yield _act("AGREE-2004", members.former, "expulsion", date(2007, 8, 1), "SYN-DEPOSITARY", by="CSC")
    yield _act("CHARTER", members.former, "lapse", LEFT, "SYN-DEPOSITARY", standing="derived")
    yield _act("CHARTER", members.observer, "succession", None, "SYN-PRESS", standing="unknown")


def party_rows(seed: int, members: Membership, calendar: Calendar) -> Iterator[Placed]:
    """The rows of organisation, states, instruments and treaty_acts."""
    chance = Chance(f"{seed}/parties")
    name = labelled("organisation that does not exist", "организация, которой не существует")
    yield (
        "organisation",
        {
            "id": "SYNTHETIC",
            "name": name,
            "short": plain("SYNTHETIC", "СИНТЕТИЧЕСКАЯ"),
            "languages": ["en", "ru"],
            "constituent": "CST",
            "symbol_scheme": "SYN/{organ}/{year}/{number}",
            "disclaimer": labelled(
                "a program invented every state, body, person, date and figure here; none of it is about the world",
                "все государства, органы, лица, даты и числа придуманы программой; к действительности не относятся",
            ),
            "fields_of_work": [{"id": "trials", "name": labelled("trials of programs", "испытания программ")}],
            "regions": [{"id": "nowhere", "name": labelled("nowhere", "нигде"), "countries": [members.observer]}],
            "sources": ["SYN-GENERATOR"],
        },
    )
    for code in [*members.joined, members.former, members.observer]:
        en, ru = state_name(code)
        former = [{"until": "2003-01-01", "name": labelled(f"Old {en}", f"Старая {ru}")}]
        yield (
            "states",
            {
                "id": code,
                "name": plain(f"{en} (SYNTHETIC)", f"{ru} (СИНТЕТИЧЕСКОЕ)"),
                "protocol_name": labelled(f"Republic of {en}", f"Республика {ru}"),
                "sources": ["SYN-GENERATOR"],
            }
            | ({"former_names": former} if code == members.suspended else {}),
        )
    yield (
        "instruments",
        {
            "id": "CST",
            "kind": "treaty",
            "title": labelled("founding treaty", "учредительный договор"),
            "place": labelled("no place", "без места"),
            "entry": {"kind": "all", "delay_days": 30},
            "registration": "SYNTHETIC 1",
            "sources": ["SYN-FOUNDING"],
        },
    )
    yield from _constituent(members, chance)
    for treaty in treaties(members):
        session = calendar.sessions[treaty.session - 1]
        row: Row = {"id": treaty.key, "kind": treaty.kind, "title": treaty.title, "entry": treaty.entry}
        yield "instruments", row | ({"amends": treaty.amends} if treaty.amends else {}) | {"sources": [session.source]}
        yield from _consents(treaty, members, session.held, session.source, chance)
    yield from _odd_acts(members)
