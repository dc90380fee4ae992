"""What readers report as wrong: taken from anybody, seen by the secretariat, answered once with a reason."""

import re

import pytest
from django.test import Client

from tests.people import SignedIn, signed_in

pytestmark = pytest.mark.django_db
SENT = {"about": "/members?on=2011-05-31", "text": "The date of one accession differs.", "contact": "a@example.org"}


def _report(client: Client, form: str = "t") -> str:
    answer = client.post("/report-an-error", {**SENT, "token": form})
    assert answer.status_code == 200
    return re.search(r'class="code">([0-9a-f]{64})<', answer.content.decode())[1]


def test_anybody_reports_and_gets_a_receipt(csto):
    client = Client()
    assert _report(client) == _report(client), "sent twice is one report"


def test_only_the_secretariat_reads_what_was_reported(csto, drafter: SignedIn, head: SignedIn):
    _report(Client())
    page = drafter.client.get("/desk/errors").content.decode()
    assert "The date of one accession differs." in page
    assert head.client.get("/desk/errors").status_code == 404
    address = re.search(r'href="(/desk/errors/[0-9a-f]+)"', page)[1]
    assert head.client.get(address).status_code == 404
    assert signed_in("state:BY", "desk").client.get(address.replace("/desk/errors", "/papers")).status_code == 404


def test_answer_needs_its_reason_and_is_given_once(csto, drafter: SignedIn):
    _report(Client())
    listed = drafter.client.get("/desk/errors").content.decode()
    address = re.search(r'href="(/desk/errors/[0-9a-f]+)"', listed)[1]
    assert drafter.client.post(address, {"step": "accepted", "reason": " ", "token": "a"}).status_code == 400
    said = {"step": "accepted", "reason": "Corrected by a row of its own.", "token": "b"}
    assert drafter.client.post(address, said).status_code == 302
    assert "Corrected by a row of its own." in drafter.client.get(address).content.decode()
    assert drafter.client.post(address, {**said, "token": "c"}).status_code == 404


def test_report_without_words_keeps_what_was_typed(csto):
    answer = Client().post("/report-an-error", {**SENT, "text": "", "token": "t"})
    assert answer.status_code == 400
    assert "a@example.org" in answer.content.decode()


def test_flood_is_turned_away(csto, monkeypatch):
    monkeypatch.setattr("secretariat.desk.actions.corrections.MOST_AN_HOUR", 2)
    client = Client()
    _report(client, "a")
    _report(client, "b")
    assert client.post("/report-an-error", {**SENT, "token": "c"}).status_code == 400


def test_cited_address_states_both_dates(csto):
    page = Client().get("/cite?page=/members%3Fon%3D2011-05-31").content.decode()
    link = re.search(r'class="permalink" href="([^"]+)"', page)[1].replace("&amp;", "&")
    assert "/members?on=2011-05-31&known_at=20" in link
    assert Client().get(link.removeprefix("http://testserver")).status_code == 200


def test_citation_leads_nowhere_else(csto):
    assert Client().get("/cite?page=//example.org/x").status_code == 404
