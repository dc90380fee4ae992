"""Telling people what concerns them: a report that moved on, an error reported, a deadline that draws near."""

from datetime import UTC, datetime

from django.urls import reverse

from secretariat.access.queries import codes_with_duty
from secretariat.access.rules import PUBLIC, Body, Duty, Viewer
from secretariat.decisions.queries import commitments
from secretariat.desk.queries import ReportView
from secretariat.desk.rules.notices import CORRECTION, REMINDERS, SECRETARIAT, reminders_of, told_of_report
from secretariat.kernel import LocalizedText
from secretariat.notices.actions import notify
from secretariat.papers.rules import StepKind
from secretariat.parties.queries import NoOrganisation, members
from secretariat.parties.rules import PartyState


def tell_of_report(viewer: Viewer, found: ReportView, kind: StepKind) -> None:
    """Tell whom a step concerns, but for who took it. ``found`` is the report as it was before."""
    told = told_of_report(found.state, kind, organisation=found.paper.organisation)
    if told is None:
        return
    organisation, duties, subject = told
    persons = codes_with_duty([organisation], duties, at=datetime.now(UTC))
    notify(
        (each for each in persons if each != viewer.person),
        kind=f"report.{kind.value}",
        subject=subject,
        text=LocalizedText(found.paper.version.title, found.paper.version.title),
        link=reverse("desk:report", args=[found.paper.key]),
    )


def tell_of_error(key: str) -> None:
    """Tell the secretariat's drafters that a reader reported an error."""
    drafters = codes_with_duty([SECRETARIAT], [Duty.DRAFTER], at=datetime.now(UTC))
    notify(drafters, kind="correction", subject=CORRECTION, link=reverse("desk:correction", args=[key]))


def remind(now: datetime) -> None:
    """Remind the delegations of members in good standing of what is due, each person of each deadline once.

    A delegation is told of what it may see. For each state with somebody to tell, the queries of its commitments.
    """
    on = now.date()
    try:
        found = members(PUBLIC, on=on, known_at=now)
    except NoOrganisation:
        return
    for member in found:
        code = member.state.code
        persons = codes_with_duty([f"state:{code}"], [Duty.DESK, Duty.HEAD], at=now)
        if not persons or member.status.status is not PartyState.PARTY:
            continue
        for view in commitments(Viewer(Body.DELEGATION, code), on=on, known_at=now, state=code):
            for reminder, day in reminders_of(view.status, on=on):
                notify(
                    persons,
                    kind=f"commitment.{reminder.value}",
                    subject=REMINDERS[reminder],
                    text=view.title,
                    link=reverse("desk:commitment", args=[view.key]),
                    once=f"{reminder.value}:{day}:{view.key}",
                )
