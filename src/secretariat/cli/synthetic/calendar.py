"""When the invented organisation exists: its first and last day, its sessions and the meetings before them."""

from dataclasses import dataclass
from datetime import date, timedelta

from secretariat.cli.synthetic.chance import Chance

SIGNED = date(2000, 2, 15)
IN_FORCE = date(2000, 9, 1)
FIRST_YEAR = 2001
LAST_YEAR = 2010
LAST_SESSION = date(2010, 12, 10)
REVIEW = date(2011, 5, 31)
"""The ministers' meeting that a review can be written for: ``--organ CFM --meeting 2011-05-31``."""
NEXT_SESSION = date(2011, 12, 20)
KNOWN_NEXT_SESSION = date(2011, 10, 10)
LAST_DAY = date(2011, 12, 31)


@dataclass(frozen=True, slots=True)
class Session:
    """A session of the supreme organ and the ministers' meeting that prepared it."""

    number: int
    held: date
    announced: date
    prepared: date

    @property
    def key(self) -> str:
        """The id of the session."""
        return f"CSC-{self.held.isoformat()}"

    @property
    def preparation(self) -> str:
        """The id of the ministers' meeting."""
        return f"CFM-{self.prepared.isoformat()}"

    @property
    def source(self) -> str:
        """The id of the citation that everything done there rests on."""
        return f"SYN-{self.key}"


@dataclass(frozen=True, slots=True)
class Calendar:
    """The sessions, a half-year apart, the last on 10 December 2010."""

    sessions: tuple[Session, ...]

    @classmethod
    def of(cls, seed: int) -> "Calendar":
        """The calendar of one seed."""
        chance = Chance(f"{seed}/calendar")
        sessions: list[Session] = []
        announced = IN_FORCE
        for year in range(FIRST_YEAR, LAST_YEAR + 1):
            for month in (6, 12):
                held = date(year, month, chance.between(3, 20))
                if (year, month) == (LAST_SESSION.year, LAST_SESSION.month):
                    held = LAST_SESSION
                prepared = held - timedelta(days=chance.between(10, 40))
                sessions.append(Session(len(sessions) + 1, held, announced, prepared))
                announced = held
        return cls(tuple(sessions))

    def session_of(self, index: int, decisions: int) -> Session:
        """The session that takes the decision with this index (from 0): each takes as many, the last never none."""
        last = len(self.sessions) - 1
        return self.sessions[last - (decisions - 1 - index) * len(self.sessions) // decisions]

    def decision_of(self, session: Session, decisions: int) -> int | None:
        """The number (from 1) of the first decision of a session; ``None`` when it takes none."""
        found = next((index for index in range(decisions) if self.session_of(index, decisions) == session), None)
        return None if found is None else found + 1
