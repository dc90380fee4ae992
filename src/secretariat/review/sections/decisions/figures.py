"""The figures of a session's commitments, each under a name of its own in the edition."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from secretariat.decisions.rules import CommitmentStatus, Status
from secretariat.kernel import Figure, LocalizedText
from secretariat.parties.queries import InstrumentStatus
from secretariat.review.queries import SessionPace, Snapshot
from secretariat.review.rules.blocks import say
from secretariat.review.rules.methods import COHORT, IN_FORCE, count

SOURCE = say(
    "register of decisions, reports and assessments; rows and citations in the annexes",
    "реестр решений, отчётов и оценок; строки и источники – в приложениях",
)
LISTED = 40
"""Commitments listed by name; the rest is in the rows of the figures."""


def named(figure: Figure, prefix: str) -> Figure:
    """The figure under a name of its own in the edition: the same rate is taken over several cohorts."""
    name = figure.name.replace("_", "-").replace(".", "-")
    return replace(figure, name=f"{prefix}-{name}".lower())


def slug_of(session: str) -> str:
    """A session's key as the beginning of its figures' names."""
    return session.lower()


def cohort_figure(found: SessionPace) -> Figure:
    """The size of the cohort at adoption."""
    statuses = found.pace.cohort.frozen
    return count(
        f"{slug_of(found.session)}-cohort",
        COHORT,
        tuple(status.key for status in statuses),
        unit="commitments",
        standings=tuple(status.commitment.standing for status in statuses),
        sources=tuple(key for status in statuses for key in status.commitment.sources),
        filters=(found.session, f"assigned by {found.pace.cohort.frozen_on}", "undivided"),
    )


def due_figure(found: SessionPace, on: date) -> Figure:
    """How many deadlines had passed."""
    rate = found.pace.rates["due_and_done"]
    due = [
        status
        for status in found.pace.cohort.frozen
        if status.current_due is not None
        and status.current_due < on
        and (status.status.is_open or status.status.is_done)
    ]
    return count(
        f"{slug_of(found.session)}-due",
        COHORT,
        tuple(status.key for status in due),
        unit="commitments",
        standings=tuple(status.standing for status in due),
        sources=tuple(key for status in due for key in status.sources),
        filters=rate.trace.filters,
        value=rate.denominator,
    )


def texts_figure(found: SessionPace, opened: Sequence[InstrumentStatus]) -> Figure:
    """How many of the legal texts that a session opened are in force."""
    acts = [act for each in opened for act in (each.entry.basis or each.acts)]
    one = count(
        f"{slug_of(found.session)}-texts",
        IN_FORCE,
        tuple(dict.fromkeys(act.key for act in acts)),
        unit="instruments",
        standings=tuple(act.standing for act in acts),
        sources=tuple(key for act in acts for key in act.basis.sources),
        filters=(found.session,),
    )
    return Figure.rate(
        f"{slug_of(found.session)}-texts-in-force", sum(each.entry.in_force for each in opened), len(opened), one.trace
    )


def opened_texts(shot: Snapshot, found: SessionPace) -> list[InstrumentStatus]:
    """The legal texts that the session's decisions opened, in the order of the decisions."""
    keys = dict.fromkeys(decision.instrument for decision in found.decisions if decision.instrument)
    statuses = {each.instrument.key: each for each in shot.instruments}
    return [statuses[key] for key in keys if key in statuses]


def overdue(found: SessionPace) -> list[CommitmentStatus]:
    """The commitments past their deadline, earliest first."""
    return sorted(
        (status for status in found.pace.cohort.frozen if status.commitment_overdue),
        key=lambda status: (status.current_due or date.max, status.key),
    )


def addressee_name(shot: Snapshot, status: CommitmentStatus) -> LocalizedText:
    """Who is to carry it out: a member's protocol name or an organ's name."""
    if status.commitment.state is not None:
        return shot.states[status.commitment.state].protocol_name
    organ = shot.organs.get(status.commitment.organ or "")
    return organ.name if organ else LocalizedText(status.commitment.organ or "", status.commitment.organ or "")


def is_open_and_silent(status: CommitmentStatus) -> bool:
    """Whether nothing has been reported about an open commitment."""
    return status.status is Status.UNKNOWN
