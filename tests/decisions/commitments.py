"""Commitments of the session of 10 December 2010, for tests of the rules."""

from datetime import date

from secretariat.decisions.rules import (
    Assessment,
    Assessor,
    Bearing,
    Claim,
    Commitment,
    CommitmentAct,
    CommitmentActKind,
    CommitmentKind,
    Deadline,
    Engagement,
    Evidence,
    History,
    Report,
    Result,
    status_on,
)
from secretariat.kernel import ImpreciseDate, Standing
from secretariat.sources.rules import Basis

ADOPTED = date(2010, 12, 10)
MINSK = date(2011, 5, 31)


def commitment(key="CHARTER-P2010-KZ", **changes):
    """Kazakhstan is to ratify the protocol to the Charter."""
    fields = {
        "decision": "DEC-2010-12-10-1",
        "provision": "DEC-2010-12-10-1-1",
        "kind": CommitmentKind.OUTCOME,
        "adopted": ADOPTED,
        "assigned": ADOPTED,
        "state": "KZ",
        "decisions": ("DEC-2010-12-10-1",),
        "provisions": ("DEC-2010-12-10-1-1",),
        "engagement": Engagement.ACCEPTED,
    }
    return Commitment(key=key, **(fields | changes))


def on(text):
    return ImpreciseDate.parse(text)


def basis(key, standing=Standing.CONFIRMED, sources=("S1",)):
    return Basis(key, standing, sources)


def report(day, claimed, key="R", **changes):
    return Report(key=f"{key}-{day}", claimed=Claim(claimed), when=on(day), basis=basis(f"{key}-{day}"), **changes)


def act(day, kind, key="A"):
    return CommitmentAct(f"{key}-{day}-{kind}", CommitmentActKind(kind), on(day), basis(key))


def deadline(day, due, key="D"):
    return Deadline(f"{key}-{day}", date.fromisoformat(due), on(day), "CSC", basis(f"{key}-{day}"))


def assessment(day, result, assessor="secretariat", key="V"):
    return Assessment(f"{key}-{day}-{assessor}", Assessor(assessor), Result(result), on(day), basis(key))


def evidence(day, report_key, bearing="supports", key="E"):
    return Evidence(f"{key}-{day}", report_key, None, Bearing(bearing), on(day), basis(key))


def status(day=MINSK, of=None, **history):
    """The status on a day of a commitment with this history."""
    return status_on(of or commitment(), History(**{name: tuple(value) for name, value in history.items()}), day)
