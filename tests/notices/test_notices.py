"""Notices: one's own page, and e-mail that says nothing of what they say."""

import re
from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction
from django.test import Client

from secretariat.access.actions import invite_person
from secretariat.access.models import Person
from secretariat.access.rules import PUBLIC, SECRETARIAT, Body, Viewer
from secretariat.audit.rules import Actor
from secretariat.jobs.actions import database_now, perform_duties, run_job
from secretariat.jobs.actions.kinds import duties
from secretariat.jobs.models import Job
from secretariat.kernel import LocalizedText
from secretariat.notices.actions import UnableToNotify, mail_pending, mark_read, notify
from secretariat.notices.models import Notice
from secretariat.notices.queries import notices, unread_notices
from secretariat.notices.rules import MAILED_WITHIN, MailChoice, is_own_link, mail_text

SUBJECT = LocalizedText(en="Report returned", ru="Доклад возвращён")
TEXT = LocalizedText(en="The quota of 2011 is missing.", ru="Не указана квота на 2011 год.")
TOLD = "report.returned"


class Refusing(EmailBackend):
    """A mail server that hangs up."""

    def send_messages(self, _messages: object) -> int:
        raise SMTPServerDisconnected


def person(name: str, choice: str = "at_once", language: str = "en") -> Person:
    made = invite_person(
        Actor("test"), email=f"{name}@kg.example", name=name, organisation="state:KG", language=language
    )
    Person.objects.filter(pk=made.pk).update(mail=choice)
    return made


def viewer(of: Person) -> Viewer:
    return Viewer(Body.DELEGATION, "KG", person=of.code)


def tell(*persons: Person, link: str = "/desk") -> None:
    notify((each.code for each in persons), kind=TOLD, subject=SUBJECT, text=TEXT, link=link)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("count", [1, 2, 21])
def test_an_email_says_only_that_something_is_to_be_read(language: str, count: int) -> None:
    subject, text = mail_text(language=language, count=count, link="https://register.example.org/notices")
    assert "https://register.example.org/notices" in text
    assert (str(count) in text) is (count > 1)
    assert bool(re.search("[а-я]", subject + text)) is (language == "ru")


@pytest.mark.parametrize("link", ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "desk"])
def test_a_link_out_of_the_register_is_refused(link: str) -> None:
    assert not is_own_link(link)
    with pytest.raises(UnableToNotify):
        notify(["a"], kind=TOLD, subject=SUBJECT, link=link)


@pytest.mark.django_db
def test_a_notice_exists_for_its_person_alone() -> None:
    officer, colleague = person("officer"), person("colleague")
    tell(officer)
    (notice,) = notices(viewer(officer))
    assert (notice.subject, notice.text, notice.link, notice.is_read) == (SUBJECT, TEXT, "/desk", False)
    for other in (viewer(colleague), SECRETARIAT, PUBLIC):
        assert notices(other) == []
        assert unread_notices(other) == 0
        assert mark_read(other, notice=notice.id) == 0
    assert unread_notices(viewer(officer)) == 1


@pytest.mark.django_db
def test_a_notice_is_part_of_the_act_it_is_about() -> None:
    officer = person("officer")
    with transaction.atomic():
        tell(officer)
        transaction.set_rollback(True)
    assert notices(viewer(officer)) == []


@pytest.mark.django_db
def test_several_persons_are_told_in_one_query_each_once(django_assert_num_queries) -> None:
    officer, colleague = person("officer"), person("colleague")
    with django_assert_num_queries(1):
        tell(officer, colleague, officer)
    assert Notice.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize("choice", ["at_once", "daily", "none"])
def test_everybody_is_written_to_as_they_chose(choice: str) -> None:
    tell(person("officer", choice))
    now = database_now()
    sent = {each.value: mail_pending(each, now=now) for each in (MailChoice.AT_ONCE, MailChoice.DAILY)}
    assert sent == {"at_once": int(choice == "at_once"), "daily": int(choice == "daily")}
    assert len(mail.outbox) == (choice != "none")


@pytest.mark.django_db
def test_an_email_repeats_nothing_of_a_notice(settings) -> None:
    settings.PUBLIC_ADDRESS = "https://register.example.org"
    officer = person("officer", language="ru")
    tell(officer, link="/desk/reports/secret-draft")
    tell(officer)
    mail_pending(MailChoice.AT_ONCE, now=database_now())
    (message,) = mail.outbox
    assert message.to == ["officer@kg.example"]
    whole = message.message().as_string() + message.subject + str(message.body)
    for part in (SUBJECT.en, SUBJECT.ru, TEXT.en, TEXT.ru, TOLD, "secret-draft", "квот"):
        assert part not in whole
    assert "https://register.example.org/notices" in message.body
    assert "2" in message.body


@pytest.mark.django_db
def test_nobody_is_written_to_twice_about_one_notice() -> None:
    tell(person("officer"))
    assert [mail_pending(MailChoice.AT_ONCE, now=database_now()) for _ in range(2)] == [1, 0]


@pytest.mark.django_db
def test_what_was_read_or_is_old_is_not_written_about() -> None:
    officer, colleague = person("officer"), person("colleague")
    tell(officer)
    mark_read(viewer(officer))
    tell(colleague)
    assert mail_pending(MailChoice.AT_ONCE, now=database_now() + MAILED_WITHIN + timedelta(hours=1)) == 0
    assert mail_pending(MailChoice.AT_ONCE, now=database_now()) == 1
    assert mail.outbox[0].to == ["colleague@kg.example"]


@pytest.mark.django_db
def test_somebody_whose_account_is_closed_is_not_written_to() -> None:
    officer = person("officer")
    tell(officer)
    Person.objects.update(is_active=False)
    assert mail_pending(MailChoice.AT_ONCE, now=database_now()) == 0


@pytest.mark.django_db
def test_a_mail_server_that_hangs_up_loses_no_notice(settings, caplog: pytest.LogCaptureFixture) -> None:
    tell(person("officer"))
    kept = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    assert mail_pending(MailChoice.AT_ONCE, now=database_now()) == 0
    assert "officer@kg.example" not in caplog.text
    settings.EMAIL_BACKEND = kept
    assert mail_pending(MailChoice.AT_ONCE, now=database_now()) == 1


@pytest.mark.django_db
def test_the_clock_asks_for_mail_only_when_there_is_some() -> None:
    at_once = [each for each in duties() if each.name == "notices.at_once"]
    now = database_now()
    assert perform_duties(at_once, now=now) == ["notices.at_once"]
    assert not Job.objects.exists()
    tell(person("officer"))
    perform_duties(at_once, now=now + timedelta(minutes=1))
    asked = Job.objects.get()
    assert (asked.kind, asked.asked_by) == ("notices.mail", "")
    run_job.call(asked.id, 1)
    asked.refresh_from_db()
    assert (asked.state, asked.result) == ("done", {"sent": 1})


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_page_shows_notices_and_marks_them_as_read(client: Client, language: str) -> None:
    officer = person("officer", language=language)
    client.force_login(officer)
    tell(officer)
    tell(officer)
    page = client.get("/notices").content.decode()
    assert page.count(SUBJECT.in_language(language)) == 4, "as a link and in the name of its button, twice"
    (first, _) = notices(viewer(officer))
    assert client.post("/notices/read", {"notice": first.id})["Location"] == "/notices"
    assert [each.is_read for each in notices(viewer(officer))].count(True) == 1
    client.post("/notices/read")
    assert unread_notices(viewer(officer)) == 0
    assert "<button" not in client.get("/notices").content.decode().partition("<main")[2].partition("</main>")[0]
    assert len(client.get("/notices.json").json()["notices"]) == 2


@pytest.mark.django_db
def test_the_page_asks_as_often_for_thirty_notices_as_for_one(client: Client) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    officer = person("officer")
    client.force_login(officer)
    client.get("/notices")
    counts = []
    for more in (1, 29):
        for _ in range(more):
            tell(officer)
        with CaptureQueriesContext(connection) as seen:
            client.get("/notices")
        counts.append(len(seen))
    assert counts[0] == counts[1]


@pytest.mark.django_db
def test_somebody_who_is_not_signed_in_is_sent_to_sign_in(client: Client) -> None:
    assert client.get("/notices")["Location"].startswith("/sign-in/")
