"""A report from the desk officer to the register, through the pages."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from secretariat.access.rules import PUBLIC, SECRETARIAT, Mark
from secretariat.audit.queries import audit_entries
from secretariat.decisions.models import Evidence, Report
from tests.people import SignedIn

COMMITMENT = "COM-2010-12-10-1-KZ"
pytestmark = pytest.mark.django_db
WHOLE = {
    "writing": "1",
    "claimed": "implemented",
    "period_start": "2011-01-01",
    "period_end": "2011-12-31",
    "text_en": "The protocol was ratified.",
    "text_ru": "",
    "mark": "members",
}


NOWHERE = "/desk/reports/" + "0" * 32


def _plain(content: bytes) -> str:
    """A page without what is drawn anew for every answer: the nonce of its scripts and the mark of its forms."""
    return re.sub(r'(nonce|name="csrfmiddlewaretoken" value|name="token" value)="[^"]*"', "", content.decode())


def _begin(who: SignedIn) -> str:
    answer = who.client.post(f"/desk/commitments/{COMMITMENT}/report", {"token": "t-begin"})
    assert answer.status_code == 302
    return answer["Location"]


def _text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_desk_lists_the_commitments_of_the_own_state_alone(desk: SignedIn, other: SignedIn):
    assert COMMITMENT in _text(desk.client, "/desk")
    assert COMMITMENT not in _text(other.client, "/desk")
    assert other.client.get(f"/desk/commitments/{COMMITMENT}").status_code == 404


def test_nobody_outside_the_delegation_knows_of_a_draft(
    desk: SignedIn, head: SignedIn, other: SignedIn, drafter: SignedIn
):
    before = [_plain(client.get("/desk").content) for client in (other.client, drafter.client)]
    entries = len(audit_entries(SECRETARIAT, limit=1000))
    address = _begin(desk)
    assert "being written" in _text(head.client, address)
    assert "being written" in _text(head.client, f"/desk/commitments/{COMMITMENT}")
    for outsider in (other, drafter):
        hidden = outsider.client.get(address)
        missing = outsider.client.get(NOWHERE)
        assert hidden.status_code == missing.status_code == 404
        assert _plain(hidden.content).replace(address, NOWHERE) == _plain(missing.content)
    assert [_plain(client.get("/desk").content) for client in (other.client, drafter.client)] == before
    assert len(audit_entries(SECRETARIAT, limit=1000)) == entries


def test_report_reaches_the_register_as_the_members_own_statement(desk: SignedIn, head: SignedIn, drafter: SignedIn):
    address = _begin(desk)
    assert desk.client.post(address, {**WHOLE, "base": "1", "step": "sent", "token": "a"}).status_code == 302
    upload = SimpleUploadedFile("act.txt", "Акт о ратификации".encode())
    kept = desk.client.post(f"{address}/evidence", {"file": upload, "bearing": "supports", "token": "b"})
    assert kept.status_code == 302
    assert "The protocol was ratified." in _text(head.client, address)
    assert head.client.post(address, {"step": "submitted", "token": "c"}).status_code == 302
    assert "act.txt" in _text(drafter.client, address)
    assert drafter.client.post(address, {"step": "accepted", "token": "d"}).status_code == 302
    row = Report.objects.get(key="REP-" + address.rsplit("/", 1)[1])
    assert (row.commitment_id, row.claimed, row.by_state_id, row.mark) == (
        COMMITMENT,
        "implemented",
        "KZ",
        Mark.MEMBERS.value,
    )
    evidence = Evidence.objects.get(report=row)
    assert evidence.sha256 == re.search("SHA-256.*?([0-9a-f]{64})", _text(desk.client, address), re.DOTALL)[1]
    page = f"/commitments/{COMMITMENT}"
    assert "The protocol was ratified." in _text(desk.client, page)
    assert "The protocol was ratified." not in _text(Client(), page)
    assert not PUBLIC.sees(Mark.MEMBERS)


def test_returned_report_is_answered_by_a_new_one_that_the_secretariat_does_not_see(
    head: SignedIn, desk: SignedIn, drafter: SignedIn
):
    address = _begin(head)
    head.client.post(address, {**WHOLE, "base": "1", "step": "submitted", "token": "a"})
    refused = drafter.client.post(address, {"step": "returned", "token": "b", "reason": ""})
    assert refused.status_code == 400
    assert "Give a reason." in refused.content.decode()
    drafter.client.post(address, {"step": "returned", "token": "c", "reason": "Which protocol?"})
    assert "Returned to you" in _text(desk.client, "/desk")
    assert "Which protocol?" in _text(head.client, address)
    assert head.client.post(address, {**WHOLE, "base": "2", "token": "d"}).status_code == 400
    key = address.rsplit("/", 1)[1]
    again = head.client.post(f"/desk/commitments/{COMMITMENT}/report", {"revises": key, "token": "e"})["Location"]
    assert again != address
    assert "The protocol was ratified." in _text(head.client, again)
    assert drafter.client.get(again).status_code == 404


def test_incomplete_report_is_not_sent_on_and_nothing_is_lost(head: SignedIn):
    address = _begin(head)
    typed = {**WHOLE, "claimed": "", "text_en": "Half a sentence"}
    refused = head.client.post(address, {**typed, "base": "1", "step": "submitted", "token": "a"})
    assert refused.status_code == 400
    assert "say what you report" in refused.content.decode()
    assert "Half a sentence" in _text(head.client, address)


def test_what_was_typed_is_there_again_after_a_closed_tab(desk: SignedIn, head: SignedIn):
    address = _begin(desk)
    kept = desk.client.post(f"{address}/unsent", {**WHOLE, "text_en": "Not saved", "base": "1"})
    assert kept.status_code == 200
    assert "Not saved" in _text(desk.client, address)
    assert "Not saved" not in _text(head.client, address)


def test_stale_form_gets_the_difference_and_loses_nothing(desk: SignedIn, head: SignedIn):
    address = _begin(desk)
    desk.client.post(address, {**WHOLE, "text_en": "Written first", "base": "1", "token": "a"})
    stale = head.client.post(address, {**WHOLE, "text_en": "Written second", "base": "1", "token": "b"})
    assert stale.status_code == 409
    page = stale.content.decode()
    assert "<del>first</del>" in page
    assert "<ins>second</ins>" in page
    assert 'name="base" value="2"' in page
    assert (
        head.client.post(address, {**WHOLE, "text_en": "Written second", "base": "2", "token": "c"}).status_code == 302
    )


def test_form_sent_twice_does_one_thing(desk: SignedIn):
    assert _begin(desk) == _begin(desk)
    links = set(re.findall('href="(/desk/reports/[0-9a-f]+)', _text(desk.client, "/desk")))
    assert len(links) == 1


def test_classified_file_is_refused(desk: SignedIn):
    address = _begin(desk)
    upload = SimpleUploadedFile("note.txt", "Для доклада\nСЕКРЕТНО\nтекст".encode())
    refused = desk.client.post(f"{address}/evidence", {"file": upload, "bearing": "supports", "token": "a"})
    assert refused.status_code == 400
    assert "classification marking" in refused.content.decode()


def test_who_is_not_signed_in_is_sent_to_sign_in(csto):
    answer = Client().get("/desk")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/")
