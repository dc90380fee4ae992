"""Short ways to the acts that an agenda is computed from."""

from datetime import date

from secretariat.conference.rules.agenda import Record
from secretariat.decisions.rules import Commitment, CommitmentKind, CommitmentStatus, Decision, Engagement, Status
from secretariat.kernel import ImpreciseDate, LocalizedText, Standing
from secretariat.sources.rules import Basis


def day(text):
    return date.fromisoformat(text)


def status_of(
    key, decision, *, status=Status.UNKNOWN, due=None, report=None, last_report=None, organ=None, parent=None
):
    """A commitment of Kazakhstan (or an organ) under a decision, as far as an agenda looks at it."""
    return CommitmentStatus(
        commitment=Commitment(
            key=key,
            decision=decision,
            provision=f"{decision}-1",
            kind=CommitmentKind.OUTCOME,
            adopted=day("2010-12-10"),
            assigned=day("2010-12-10"),
            state=None if organ else "KZ",
            organ=organ,
            decisions=(decision,),
            parent=parent,
            report_first=day(report) if report else None,
        ),
        status=status,
        engagement=Engagement.ACCEPTED,
        commitment_overdue=False,
        report_overdue=False,
        supported=False,
        contradicted=False,
        baseline_due=day(due) if due else None,
        current_due=day(due) if due else None,
        first_claimed=None,
        first_verified=None,
        last_report=day(last_report) if last_report else None,
        last_word=None,
        closed=None,
        standing=Standing.CONFIRMED,
        acts=(),
        sources=("S1",),
    )


def decision_of(key, organ="CSC", meeting="CSC-2010-12-10", when="2010-12-10"):
    return Decision(key, organ, meeting, "", "decision", LocalizedText(key), ImpreciseDate.parse(when), Basis(key))


def record_of(statuses=(), decisions=(), **changes):
    """The record before the ministers' meeting of the second half of 2011."""
    values = {
        "on": day("2011-05-31"),
        "days": ImpreciseDate.parse("2011-07/2011-12"),
        "organs": frozenset({"CFM"}),
        "above": frozenset({"CSC"}),
        "below": frozenset({"WGA"}),
        "recent": frozenset(),
        "decisions": {each.key: each for each in decisions},
        "statuses": list(statuses),
        "proposals": [],
        "made_before": {},
        "left": [],
        "organ_names": {"CSC": LocalizedText("Council", "Совет")},
        "state_names": {"KZ": LocalizedText("Kazakhstan", "Казахстан")},
    }
    return Record(**(values | changes))
