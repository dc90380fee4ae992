"""The invented decisions, their provisions, and who has to do what: about eight commitments a decision."""

from collections.abc import Iterator
from datetime import date

from secretariat.cli.synthetic.calendar import Calendar, Session
from secretariat.cli.synthetic.chance import Chance
from secretariat.cli.synthetic.commitments import Life
from secretariat.cli.synthetic.names import decision_key, labelled, plain
from secretariat.cli.synthetic.parties import Membership, Placed, Row, treaties

_KINDS = ("decision", "decision", "decision", "plan", "programme", "regulation", "statement")
_BODIES = ("SEC", "SG", "PC", "CDM")
_VERBS = ("shall carry out", "is invited to carry out", "takes note of")
_FORCES = ("binding", "hortatory", "informational")
_TEXT = plain("Asks the addressees to carry out the task.", "Поручает адресатам выполнить задачу.")


class Decision:
    """One decision: it knows its meeting, those who took part, and draws everything else by chance."""

    def __init__(self, seed: int, number: int, session: Session, members: Membership, opens: str | None) -> None:
        self.chance = Chance(f"{seed}/decision/{number}")
        self.number, self.session, self.members, self.opens = number, session, members, opens
        self.key = decision_key(number)
        ministers = opens is None and self.chance.happens(0.1)
        self.organ = "CFM" if ministers else "CSC"
        self.meeting = session.preparation if ministers else session.key
        self.day: date = session.prepared if ministers else session.held
        self.present = members.on(self.day)
        self.source = ["SYN-GENERATOR"] if ministers else [session.source]

    def rows(self, earlier: "Decision | None") -> Iterator[Placed]:
        """The decision and all beneath it; ``earlier`` is the one before, which it may replace or share a task with."""
        if earlier is not None and earlier.day > self.day:
            earlier = None
        yield "decisions", self._decision(earlier)
        left, number = self.chance.between(4, 12), 0
        while left > 0:
            number += 1
            provision = f"{self.key}-P{number}"
            yield "provisions", self._provision(provision, number)
            taken = min(left, self.chance.between(2, 8), len(self.present) + 1)
            yield from self._commitments(provision, number, taken, earlier)
            left -= taken

    def _decision(self, earlier: "Decision | None") -> Row:
        limited = self.chance.happens(0.05) and len(self.present) > 2
        aside = self.chance.several(self.present, 1) if limited else []
        procedure = (
            "limited_format" if limited else self.chance.among(("consensus",) * 8 + ("silence", "ad_referendum"))
        )
        row: Row = {
            "id": self.key,
            "organ": self.organ,
            "meeting": self.meeting,
            "item": f"{self.meeting}-item-{self.chance.between(1, 4)}",
            "symbol": f"SYN/{self.organ}/{self.day.year}/{self.number}",
            "kind": "agreement" if self.opens else self.chance.among(_KINDS),
            "title": labelled(f"decision {self.number}", f"решение {self.number}"),
            "gist": _TEXT,
            "procedure": procedure,
            "participants": [code for code in self.present if code not in aside],
            "date": self.day.isoformat(),
            "sources": self.source,
        }
        if aside:
            row["not_participating"] = aside
        if self.opens:
            row["instrument"] = self.opens
        if earlier and self.chance.happens(0.02):
            row["replaces"] = earlier.key
        return row

    def _provision(self, key: str, number: int) -> Row:
        force = 0 if self.chance.happens(0.8) else self.chance.between(1, 2)
        row: Row = {
            "id": key,
            "decision": self.key,
            "number": str(number),
            "text": _TEXT,
            "verb": _VERBS[force],
            "force": _FORCES[force],
            "collective": "all" if self.chance.happens(0.5) else "share",
            "known_from": self.day.isoformat(),
            "sources": self.source,
        }
        return row | ({"parent": f"{self.key}-P1"} if number > 2 and self.chance.happens(0.3) else {})

    def _commitments(self, provision: str, number: int, count: int, earlier: "Decision | None") -> Iterator[Placed]:
        """Most are for members; about a fifth for a body, where the provision has room for one."""
        body = count > len(self.present) or self.chance.happens(0.6)
        states = self.chance.several(self.present, count - 1 if body else count)
        addressees: list[Row] = [{"state": code} for code in states]
        if body:
            addressees.append({"organ": self.chance.among(_BODIES)})
        previous: str | None = None
        parent: str | None = None
        for place, addressee in enumerate(addressees, start=1):
            key = f"{provision}-C{place:02}"
            life = Life(self.chance, key, self.day, previous)
            what = "activity" if self.chance.happens(0.25) else "outcome"
            row: Row = {
                "id": key,
                "provision": provision,
                **addressee,
                "title": labelled(f"task {self.number}.{number}.{place}", f"задача {self.number}.{number}.{place}"),
                "kind": what,
                "report_first": life.first.isoformat(),
                "report_every_months": life.every,
                "date": self.day.isoformat(),
                "sources": self.source,
            }
            if self.opens and "state" in addressee and number == 1:
                row["instrument"] = self.opens
            if earlier and self.chance.happens(0.03):
                row["also_under"] = [f"{earlier.key}-P1"]
            if parent and self.chance.happens(0.5):
                row["parent"] = parent
            elif self.chance.happens(0.04):
                parent = key
            yield "commitments", row
            yield from life.rows()
            previous = key


def decision_rows(seed: int, decisions: int, members: Membership, calendar: Calendar) -> Iterator[list[Placed]]:
    """For each decision, all its rows in every table of the room ``decisions``."""
    opening: dict[int, list[str]] = {}
    for treaty in treaties(members):
        opening.setdefault(treaty.session, []).append(treaty.key)
    earlier: Decision | None = None
    for index in range(decisions):
        session = calendar.session_of(index, decisions)
        waiting = opening.get(session.number, [])
        decision = Decision(seed, index + 1, session, members, waiting.pop(0) if waiting else None)
        yield list(decision.rows(earlier))
        earlier = decision
