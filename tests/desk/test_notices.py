"""Who is told when a report moves on, an error is reported, or a deadline draws near; and what an e-mail says of it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.test import Client

from secretariat.access.actions import appoint
from secretariat.access.models import Person
from secretariat.access.rules import AppointmentKind
from secretariat.desk.actions.telling import remind
from secretariat.desk.rules import ReportState
from secretariat.desk.rules.notices import told_of_report
from secretariat.jobs.actions.kinds import duties
from secretariat.notices.actions import mail_pending
from secretariat.notices.models import Notice
from secretariat.notices.rules import MailChoice
from secretariat.papers.rules import StepKind
from tests.people import ACTOR, SignedIn, invited

COMMITMENT = "COM-2010-12-10-1-KZ"
WHOLE = {
    "writing": "1",
    "claimed": "implemented",
    "period_start": "2011-01-01",
    "period_end": "2011-12-31",
    "text_en": "The protocol was ratified.",
    "mark": "members",
}
pytestmark = pytest.mark.django_db


def _told(who: SignedIn) -> list[str]:
    rows = Notice.objects.filter(person=who.person.code).order_by("created_at", "id")
    return [row.kind for row in rows]


def _begun(desk: SignedIn) -> str:
    answer = desk.client.post(f"/desk/commitments/{COMMITMENT}/report", {"token": "begin"})
    return str(answer["Location"])


def _step(who: SignedIn, address: str, **said: str) -> None:
    answer = who.client.post(address, {"token": f"{sorted(said.items())}{who.person.code}"[:60]} | said)
    assert answer.status_code == 302, answer.content.decode()


def _submitted(desk: SignedIn, head: SignedIn) -> str:
    address = _begun(desk)
    _step(desk, address, **WHOLE, base="1", step="sent")
    _step(head, address, **WHOLE, base="2", step="submitted")
    return address


def test_head_is_told_of_a_report_and_nobody_else(desk: SignedIn, head: SignedIn, other: SignedIn, drafter: SignedIn):
    address = _begun(desk)
    assert Notice.objects.count() == 0, "nobody is told of what is being written"
    _step(desk, address, **WHOLE, base="1", step="sent")
    assert [_told(each) for each in (head, desk, other, drafter)] == [["report.sent"], [], [], []]
    notice = Notice.objects.get()
    assert head.client.get(notice.link).status_code == 200


def test_report_sent_back_by_the_head_is_told_to_the_desk_alone(desk: SignedIn, head: SignedIn, drafter: SignedIn):
    address = _begun(desk)
    _step(desk, address, **WHOLE, base="1", step="sent")
    _step(head, address, **WHOLE, base="2", step="returned", reason="Say when.")
    assert _told(desk) == ["report.returned"]
    assert _told(drafter) == []


@pytest.mark.parametrize("step", ["returned", "accepted"])
def test_answer_of_the_secretariat_is_told_to_desk_and_head(
    desk: SignedIn, head: SignedIn, other: SignedIn, drafter: SignedIn, step: str
):
    address = _submitted(desk, head)
    assert _told(drafter) == ["report.submitted"]
    _step(drafter, address, step=step, reason="As agreed.")
    assert _told(desk) == [f"report.{step}"]
    assert _told(head) == ["report.sent", f"report.{step}"]
    assert _told(other) == []


def test_step_that_is_refused_tells_nobody(desk: SignedIn, head: SignedIn):
    address = _begun(desk)
    assert desk.client.post(address, {"writing": "1", "base": "1", "step": "sent", "token": "x"}).status_code == 400
    assert _told(head) == []


def test_every_step_of_a_report_tells_somebody_who_has_to_know():
    steps = (StepKind.SENT, StepKind.SUBMITTED, StepKind.RETURNED, StepKind.ACCEPTED, StepKind.WITHDRAWN)
    told = [told_of_report(ReportState.SUBMITTED, step, organisation="state:KZ") for step in steps]
    assert [each[0] for each in told if each] == ["state:KZ", "secretariat", "state:KZ", "state:KZ", "secretariat"]


def test_drafters_are_told_of_an_error(csto, drafter: SignedIn, other: SignedIn):
    sent = Client().post("/report-an-error", {"about": "/members", "text": "One date differs.", "token": "t"})
    assert sent.status_code == 200
    assert (_told(drafter), _told(other)) == (["correction"], [])
    assert drafter.client.get(Notice.objects.get().link).status_code == 200


def test_email_about_a_report_says_nothing_of_it(desk: SignedIn, head: SignedIn, drafter: SignedIn):
    Person.objects.filter(pk__in=[head.person.pk, drafter.person.pk]).update(mail=MailChoice.AT_ONCE.value)
    _submitted(desk, head)
    assert mail_pending(MailChoice.AT_ONCE, now=datetime.now(UTC) + timedelta(seconds=1)) == 2
    for message in mail.outbox:
        whole = message.message().as_string() + message.subject + str(message.body)
        assert not any(word in whole for word in (COMMITMENT, "report", "ratified", "KZ", "Kazakhstan", "Report"))


def _at(month: int, day: int, year: int = 2011) -> datetime:
    return datetime(year, month, day, 4, tzinfo=UTC)


def _officer(organisation: str, duty: str = "desk") -> Person:
    """Somebody whose appointment reaches back to the deadlines of the example."""
    person = invited(organisation)
    appoint(ACTOR, person=person, kind=AppointmentKind.DUTY, name=duty, start=_at(1, 1, 2000))
    return person


def _reminded(person: Person, kind: str) -> list[str]:
    rows = Notice.objects.filter(person=person.code, kind=f"commitment.{kind}")
    return sorted(row.link.rpartition("/")[2] for row in rows)


def test_delegation_is_reminded_of_its_own_commitments_a_fortnight_before(csto):
    officer, minister = _officer("state:KZ"), _officer("state:KZ", "minister")
    remind(_at(12, 16))
    assert _reminded(officer, "due_soon") == []
    remind(_at(12, 17))
    found = _reminded(officer, "due_soon")
    assert found
    assert all(key.endswith("-KZ") for key in found)
    assert Notice.objects.filter(person=minister.code).count() == 0


def test_nobody_is_reminded_of_one_deadline_twice(csto):
    officer = _officer("state:KZ")
    remind(_at(12, 20))
    first = Notice.objects.count()
    remind(_at(12, 20))
    remind(_at(12, 21))
    assert Notice.objects.filter(kind="commitment.due_soon").count() == len(_reminded(officer, "due_soon")) > 0
    assert Notice.objects.count() == first


def test_deadline_that_has_passed_is_told_of_and_one_long_past_is_not(csto):
    officer = _officer("state:KZ")
    remind(_at(1, 10, 2012))
    assert _reminded(officer, "overdue")
    Notice.objects.all().delete()
    remind(_at(3, 10, 2012))
    assert _reminded(officer, "overdue") == []


def test_suspended_member_is_reminded_of_nothing(csto):
    officer = _officer("state:UZ")
    remind(_at(12, 20, 2013))
    assert Notice.objects.filter(person=officer.code).count() == 0


def test_reminders_are_a_daily_duty_before_the_daily_email():
    found = {each.name: each for each in duties()}
    assert found["desk.remind"].every == timedelta(days=1)
    assert found["desk.remind"].at < found["notices.daily"].at
