"""The page of a preparation: what everybody sees, and what only the secretariat does."""

from http import HTTPStatus

import pytest
from django.test import Client

from tests.people import signed_in

pytestmark = pytest.mark.django_db
PAGE = "/meetings/CFM-2011-H2/preparation"
MINSK = "on=2011-05-31"
TOKEN = "a" * 22


def test_everybody_reads_the_agenda_and_gets_the_annotated_one(csto: None, client: Client):
    page = client.get(f"{PAGE}?{MINSK}").content.decode()
    assert "COM-2010-12-10-5-SG" in page
    assert "chairs-brief" not in page
    assert '<form method="post"' not in page
    for kind, begins in (("pdf", b"%PDF"), ("docx", b"PK")):
        answer = client.get(f"/meetings/CFM-2011-H2/annotated-agenda.{kind}?{MINSK}&lang=ru")
        assert answer.content.startswith(begins)
        assert f'filename="annotated-agenda-CFM-2011-H2.ru.{kind}"' in answer["Content-Disposition"]


@pytest.mark.parametrize(
    "address",
    [
        "/meetings/CFM-2011-05-31/preparation?on=2011-06-30",
        "/meetings/NOPE/preparation?on=2011-05-31",
        "/meetings/CFM-2011-H2/annotated-agenda.odt?on=2011-05-31",
        "/meetings/CFM-2011-H2/preparation?on=2005-01-01",
    ],
)
def test_what_is_not_to_be_prepared_is_missing(csto: None, client: Client, address: str):
    assert client.get(address).status_code == HTTPStatus.NOT_FOUND


def test_meeting_to_come_links_to_its_preparation_and_a_past_one_does_not(csto: None, client: Client):
    assert PAGE in client.get(f"/meetings/CFM-2011-H2?{MINSK}").content.decode()
    assert "/preparation" not in client.get("/meetings/CFM-2011-05-31?on=2011-06-30").content.decode()


@pytest.mark.parametrize("body", ["state:KZ", "partner:UN"])
def test_brief_and_recording_do_not_exist_for_others(csto: None, body: str):
    client = signed_in(body).client
    assert client.get(f"/meetings/CFM-2011-H2/chairs-brief.pdf?{MINSK}").status_code == HTTPStatus.NOT_FOUND
    assert client.post(f"{PAGE}/record?{MINSK}", {"token": TOKEN}).status_code == HTTPStatus.NOT_FOUND


def test_brief_is_the_secretariats_and_recording_its_conference_officers(csto: None):
    client = signed_in("secretariat", "drafter").client
    assert client.get(f"/meetings/CFM-2011-H2/chairs-brief.pdf?{MINSK}").content.startswith(b"%PDF")
    assert "/preparation/record" not in client.get(f"{PAGE}?{MINSK}").content.decode()
    assert client.post(f"{PAGE}/record?{MINSK}", {"token": TOKEN}).status_code == HTTPStatus.NOT_FOUND


def test_conference_officer_records_the_agenda_once(csto: None):
    client = signed_in("secretariat", "conference").client
    assert client.get(f"/meetings/CFM-2011-H2/chairs-brief.docx?{MINSK}").content.startswith(b"PK")
    page = client.get(f"{PAGE}?{MINSK}").content.decode()
    assert "/preparation/record" in page
    for _ in range(2):  # a second click leads to the same place and does nothing more
        answer = client.post(f"{PAGE}/record?{MINSK}&known_at=2011-05-31", {"token": TOKEN})
        assert (answer.status_code, answer["Location"]) == (HTTPStatus.FOUND, f"{PAGE}?{MINSK}")
    refused = client.post(f"{PAGE}/record?{MINSK}", {"token": "b" * 22})
    assert refused.status_code == HTTPStatus.CONFLICT
    recorded = client.get(f"{PAGE}.json?{MINSK}").json()["recorded"]
    assert [row["number"] for row in recorded] == ["1", "1.1", "1.2", "1.3", "1.4", "2", "3", "4"]


def test_recording_only_takes_a_form_that_was_sent(csto: None):
    assert (
        signed_in("secretariat", "conference").client.get(f"{PAGE}/record").status_code == HTTPStatus.METHOD_NOT_ALLOWED
    )
