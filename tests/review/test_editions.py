"""An edition on its way through the pages: prepared, circulated, commented on, issued, corrected."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import typst
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from secretariat.access.actions import place_anew
from secretariat.access.rules import SECRETARIAT, draft_of
from secretariat.access.rules.compartments import UnableToPlace
from secretariat.audit.queries import audit_entries
from secretariat.kernel import LocalizedText
from secretariat.notices.queries import notices
from secretariat.organs.actions import issue_document
from secretariat.organs.models import Document
from secretariat.papers.actions import UnableToWrite, attach_made, write_paper
from secretariat.papers.models import Paper
from secretariat.review.actions.comments import comment_on
from secretariat.review.actions.editions import BuiltFromAnother, begin_edition, circulate_edition, keep_build
from secretariat.review.queries.editions import comments, edition
from secretariat.review.rules.editions import Audience
from tests.people import SignedIn, signed_in
from tests.review.editions import ACTOR, PLAN, SNAPSHOT, TEXT, Made, build, circulated, fresh, seen_by

pytestmark = pytest.mark.django_db
NOWHERE = "0" * 32
TYPED = {
    "sitting": "CFM CFM-2011-05-31",
    "as_of": "2011-05-31",
    "symbol": "",
    "audience": "members",
    "previous": "",
}


@pytest.fixture
def drafter(csto, db) -> SignedIn:
    return fresh(signed_in("secretariat", "drafter"))


@pytest.fixture
def desk(csto, db) -> SignedIn:
    return signed_in("state:KZ", "desk")


@pytest.fixture
def other(csto, db) -> SignedIn:
    return signed_in("state:BY", "head")


@pytest.fixture
def made(drafter: SignedIn, tmp_path: Path) -> Made:
    return circulated(seen_by(drafter), tmp_path)


def plain(content: bytes) -> str:
    """A page without what is drawn anew for every answer: the nonce of its scripts and the mark of its forms."""
    return re.sub(r'(nonce|name="csrfmiddlewaretoken" value|name="token" value)="[^"]*"', "", content.decode())


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return plain(answer.content)


def test_nobody_outside_the_secretariat_knows_of_what_is_prepared(drafter: SignedIn, desk: SignedIn, tmp_path: Path):
    before = text(desk.client, "/editions")
    key = begin_edition(ACTOR, seen_by(drafter), plan=PLAN)
    build(seen_by(drafter), key, tmp_path)
    found = edition(seen_by(drafter), key)
    assert found is not None
    file = found.files[0].key
    assert "CFM/2011/R.1" in text(drafter.client, "/editions")
    assert text(desk.client, "/editions") == before
    for client in (desk.client, Client()):
        for address in (f"/editions/{key}", f"/editions/{key}.json", f"/editions/{key}/files/{file}"):
            hidden, missing = client.get(address), client.get(address.replace(key, NOWHERE))
            assert hidden.status_code == missing.status_code == 404
            assert plain(hidden.content).replace(key, NOWHERE) == plain(missing.content)


@pytest.mark.parametrize("duties", [("desk", "head"), ("conference", "administrator")])
def test_only_a_drafter_prepares(made: Made, duties: tuple[str, ...]):
    client = signed_in("secretariat", *duties).client
    assert client.get("/editions/new").status_code == 404
    for step in ("build", "circulate", "issue", "corrigenda"):
        assert client.post(f"/editions/{made.prepared}/{step}", {"token": step}).status_code == 404
    assert "Build again" not in text(client, f"/editions/{made.prepared}")


def test_grid_shows_what_is_missing_before_anything_is_built(drafter: SignedIn):
    answer = drafter.client.post("/editions/new", {**TYPED, "token": "a"})
    assert answer.status_code == 302
    page = text(drafter.client, answer["Location"])
    assert "Not built yet." in page
    content = drafter.client.get(answer["Location"] + ".json").json()
    assert content["edition"]["symbol"] == "CFM/2011/R.1"
    assert content["columns"] == ["AM", "BY", "KZ", "KG", "RU", "TJ", "UZ"], "in the order of the English alphabet"
    never = next(row for row in content["gaps"] if row["gap"] == "never_reported")
    assert (never["value"], never["denominator"]) == (len(never["rows"]), 27)
    cells = [each for row in content["grid"] for cell in row["cells"] for each in cell["commitments"]]
    others = [each for row in content["grid"] for each in row["others"]]
    assert len(cells) + len(others) == 27
    assert sum("never_reported" in each["gaps"] for each in cells + others) == never["value"]
    assert f'/commitments/{never["rows"][0]}?on=2011-05-31&amp;known_at=2011-05-31"' in page
    russian = drafter.client.get(answer["Location"] + ".json?lang=ru").json()["columns"]
    assert russian == ["AM", "BY", "KZ", "KG", "RU", "TJ", "UZ"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"sitting": "CFM CFM-2012-04-06"}, "no such meeting was known by that day"),
        ({"as_of": "yesterday"}, "the day cannot be read"),
        ({"audience": "secretariat"}, "say for whom it is written"),
        ({"previous": NOWHERE}, "choose an issued edition"),
        ({"symbol": "A B"}, "without spaces"),
    ],
)
def test_a_plan_that_does_not_fit_is_refused_and_nothing_typed_is_lost(
    drafter: SignedIn, wrong: dict[str, str], said: str
):
    answer = drafter.client.post("/editions/new", {**TYPED, "symbol": "MY/SYMBOL", **wrong, "token": "a"})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert said in page
    assert (wrong.get("symbol") or "MY/SYMBOL") in page
    assert not Paper.objects.filter(kind="edition").exists()


def test_two_drafters_who_plan_at_once_are_shown_what_differs(drafter: SignedIn, tmp_path: Path):
    key = begin_edition(ACTOR, seen_by(drafter), plan=PLAN)
    address = f"/editions/{key}/plan"
    first = drafter.client.post(address, {**TYPED, "symbol": "FIRST", "base": "1", "token": "a"})
    assert first.status_code == 302
    second = drafter.client.post(address, {**TYPED, "symbol": "SECOND", "base": "1", "token": "b"})
    assert second.status_code == 409
    assert "<del>FIRST</del> <ins>SECOND</ins>" in second.content.decode()
    found = edition(seen_by(drafter), key)
    assert found is not None
    assert found.plan.symbol == "FIRST"


def test_another_plan_has_to_be_built_again(drafter: SignedIn, tmp_path: Path):
    key = begin_edition(ACTOR, seen_by(drafter), plan=PLAN)
    build(seen_by(drafter), key, tmp_path)
    drafter.client.post(f"/editions/{key}/plan", {**TYPED, "symbol": "OTHER", "base": "2", "token": "a"})
    refused = drafter.client.post(f"/editions/{key}/circulate", {"token": "b"})
    assert refused.status_code == 400
    assert "Build the edition first." in refused.content.decode()


def test_what_was_built_from_another_plan_is_not_kept(drafter: SignedIn, tmp_path: Path):
    viewer = seen_by(drafter)
    key = begin_edition(ACTOR, viewer, plan=PLAN)
    build(viewer, key, tmp_path, job="j1")
    with pytest.raises(BuiltFromAnother):
        keep_build(ACTOR, viewer, key, base=1, job="j2", written=None, folder=tmp_path)  # type: ignore[arg-type]
    found = edition(viewer, key)
    assert found is not None
    assert (found.paper.version.number, len(found.files)) == (2, 3)


def test_a_job_that_is_repeated_keeps_its_files_once(drafter: SignedIn, tmp_path: Path):
    viewer = seen_by(drafter)
    key = begin_edition(ACTOR, viewer, plan=PLAN)
    build(viewer, key, tmp_path, job="j1")
    build(viewer, key, tmp_path, job="j1")
    found = edition(viewer, key)
    assert found is not None
    assert (found.paper.version.number, len(found.paper.attachments)) == (2, 3)


def test_a_file_edited_by_hand_takes_the_place_of_the_built_one_and_says_so(drafter: SignedIn, tmp_path: Path):
    key = begin_edition(ACTOR, seen_by(drafter), plan=PLAN)
    build(seen_by(drafter), key, tmp_path)
    address = f"/editions/{key}/edited"
    refused = drafter.client.post(address, {"file": SimpleUploadedFile("review.en.html", b"<p>"), "token": "a"})
    assert refused.status_code == 400
    before = {row["name"]: row["sha256"] for row in drafter.client.get(f"/editions/{key}.json").json()["files"]}
    pdf = typst.compile(b"= Review\nEdited by hand.")
    answer = drafter.client.post(address, {"file": SimpleUploadedFile("review.en.pdf", pdf), "token": "b"})
    assert answer.status_code == 302
    rows = {row["name"]: row for row in drafter.client.get(f"/editions/{key}.json").json()["files"]}
    assert [name for name in rows if rows[name]["sha256"] != before[name]] == ["review.en.pdf"]
    assert [name for name in rows if rows[name]["edited"]] == ["review.en.pdf"]


def test_members_are_told_and_get_exactly_the_files_that_were_built(drafter: SignedIn, desk: SignedIn, tmp_path: Path):
    made = circulated(seen_by(drafter), tmp_path)
    found, sent = edition(seen_by(drafter), made.prepared), edition(seen_by(desk), made.circulated)
    assert found is not None
    assert sent is not None
    assert [(each.name, each.sha256) for each in sent.files] == [(each.name, each.sha256) for each in found.files]
    assert [each.link for each in notices(seen_by(desk))] == [f"/editions/{made.circulated}"]
    page = text(desk.client, f"/editions/{made.circulated}")
    assert "Four of 27 commitments are implemented." in page
    assert SNAPSHOT in page
    assert "Исполнено 4 обязательства" in text(desk.client, f"/editions/{made.circulated}?lang=ru")
    assert desk.client.get(f"/editions/{made.prepared}").status_code == 404
    assert Client().get(f"/editions/{made.circulated}").status_code == 404


def test_a_pdf_is_shown_and_a_page_is_only_kept(made: Made, desk: SignedIn):
    rows = desk.client.get(f"/editions/{made.circulated}.json").json()["files"]
    answers = {row["name"]: desk.client.get(f"/editions/{made.circulated}/files/{row['id']}") for row in rows}
    assert answers["review.en.pdf"]["Content-Disposition"].startswith("inline")
    html = answers["review.en.html"]
    assert html["Content-Disposition"].startswith("attachment")
    assert (html["Content-Security-Policy"], html["X-Content-Type-Options"]) == (
        "sandbox; default-src 'none'",
        "nosniff",
    )


def test_a_comment_is_the_delegations_and_the_secretariats_alone(
    made: Made, drafter: SignedIn, desk: SignedIn, other: SignedIn
):
    pages = (
        f"/editions/{made.circulated}",
        f"/editions/{made.circulated}/paragraphs/1",
        f"/editions/{made.circulated}.json",
        "/editions",
        "/papers",
        "/search?q=CANARY",
    )
    before = [re.sub(r'"known_at": "[^"]*"', "", text(other.client, address)) for address in pages]
    address = f"/editions/{made.circulated}/paragraphs/1"
    assert desk.client.post(address, {"text": "CANARY: five, not four", "token": "a"}).status_code == 302
    after = [re.sub(r'"known_at": "[^"]*"', "", text(other.client, address)) for address in pages]
    assert after == before
    assert "CANARY" in text(desk.client, address)
    assert "CANARY" in text(drafter.client, address)
    assert [each.link for each in notices(seen_by(drafter))] == [address]
    (said,) = comments(seen_by(desk), made.circulated)
    hidden = other.client.post(f"/editions/comments/{said.paper.key}", {"step": "withdrawn", "token": "b"})
    missing = other.client.post(f"/editions/comments/{NOWHERE}", {"step": "withdrawn", "token": "c"})
    assert hidden.status_code == missing.status_code == 404


def test_a_comment_sent_twice_is_made_once(made: Made, desk: SignedIn):
    address = f"/editions/{made.circulated}/paragraphs/2"
    for _ in range(2):
        assert desk.client.post(address, {"text": "Once", "token": "same"}).status_code == 302
    assert len(comments(seen_by(desk), made.circulated)) == 1


def test_who_only_reads_for_a_delegation_does_not_comment(made: Made):
    reader = signed_in("state:KZ")
    address = f"/editions/{made.circulated}/paragraphs/1"
    assert "Your comment" not in text(reader.client, address)
    assert reader.client.post(address, {"text": "No", "token": "a"}).status_code == 404
    assert comments(SECRETARIAT, made.circulated) == []


def test_a_comment_is_accepted_or_rejected_once_and_with_a_reason(made: Made, drafter: SignedIn, desk: SignedIn):
    key = comment_on(ACTOR, seen_by(desk), made.circulated, 1, text="Five, not four")
    address = f"/editions/comments/{key}"
    refused = drafter.client.post(address, {"step": "rejected", "reason": " ", "token": "a"})
    assert refused.status_code == 400
    assert "Give a reason." in refused.content.decode()
    assert drafter.client.post(address, {"step": "rejected", "reason": "Four it is.", "token": "b"}).status_code == 302
    late = drafter.client.post(address, {"step": "accepted", "reason": "Yes after all", "token": "c"})
    assert late.status_code == 409
    assert desk.client.post(address, {"step": "withdrawn", "token": "d"}).status_code == 409
    assert "Four it is." in text(desk.client, f"/editions/{made.circulated}/paragraphs/1")
    assert "Your comment was answered" in str(notices(seen_by(desk))[0].subject.en)


def test_what_was_typed_comes_back_after_a_closed_tab(made: Made, desk: SignedIn):
    address = f"/editions/{made.circulated}/paragraphs/1"
    assert desk.client.post(f"{address}/unsent", {"text": "Half a sen"}).status_code == 200
    assert "Half a sen" in text(desk.client, address)
    desk.client.post(address, {"text": "Half a sentence", "token": "a"})
    assert "This is what you typed" not in text(desk.client, address)


def test_a_stale_comment_comes_back_with_what_was_written_and_what_changed(
    made: Made, drafter: SignedIn, desk: SignedIn, tmp_path: Path
):
    viewer = seen_by(drafter)
    build(viewer, made.prepared, tmp_path, text=TEXT.replace("Four", "Five"))
    newer = circulate_edition(ACTOR, viewer, made.prepared)
    answer = desk.client.post(f"/editions/{made.circulated}/paragraphs/1", {"text": "It is five", "token": "a"})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "It is five" in page
    assert f"/editions/{newer}/paragraphs/1" in page
    assert "<del>Four</del>" in page
    assert comments(SECRETARIAT, made.circulated) == []
    assert f"/editions/{newer}" in text(desk.client, f"/editions/{made.circulated}")


def test_accepted_comments_lie_beside_what_is_prepared(made: Made, drafter: SignedIn, desk: SignedIn):
    key = comment_on(ACTOR, seen_by(desk), made.circulated, 1, text="Five, not four")
    assert "Five, not four" not in text(drafter.client, f"/editions/{made.prepared}")
    drafter.client.post(f"/editions/comments/{key}", {"step": "accepted", "reason": "Right.", "token": "a"})
    assert "Five, not four" in text(drafter.client, f"/editions/{made.prepared}")


def test_nothing_is_issued_while_a_comment_waits_for_an_answer(
    made: Made, drafter: SignedIn, desk: SignedIn, tmp_path: Path
):
    comment_on(ACTOR, seen_by(desk), made.circulated, 1, text="Wait")
    # also a comment on what was circulated before counts
    newer = circulate_edition(ACTOR, seen_by(drafter), made.prepared)
    answer = drafter.client.post(f"/editions/{newer}/issue", {"to": "members", "token": "a"})
    assert answer.status_code == 400
    assert "Some comments have no answer yet." in answer.content.decode()
    assert not Document.objects.filter(symbol=PLAN.symbol).exists()


def test_an_edition_for_members_is_never_published(made: Made, drafter: SignedIn):
    answer = drafter.client.post(f"/editions/{made.circulated}/issue", {"to": "public", "token": "a"})
    assert answer.status_code == 400
    assert "it cannot be published" in answer.content.decode()
    assert drafter.client.post(f"/editions/{made.circulated}/issue", {"to": "members", "token": "b"}).status_code == 302
    assert Client().get(f"/editions/{made.circulated}").status_code == 404
    assert PLAN.symbol not in text(Client(), "/meetings/CFM-2011-05-31")


def test_a_symbol_that_was_taken_meanwhile_is_refused(made: Made, drafter: SignedIn):
    title = LocalizedText("Another document", "Другой документ")
    issue_document(ACTOR, key="DOC-X", symbol=PLAN.symbol, title=title, on=datetime.now(UTC).date())
    answer = drafter.client.post(f"/editions/{made.circulated}/issue", {"to": "members", "token": "a"})
    assert answer.status_code == 400
    assert "The symbol was taken meanwhile." in answer.content.decode()
    found = edition(seen_by(drafter), made.circulated)
    assert found is not None
    assert found.state == "circulated"


def _issued(made: Made, drafter: SignedIn, to: str = "members") -> None:
    assert drafter.client.post(f"/editions/{made.circulated}/issue", {"to": to, "token": f"i{to}"}).status_code == 302


def test_what_is_issued_is_what_was_circulated_and_never_changes(made: Made, drafter: SignedIn, tmp_path: Path):
    viewer = seen_by(drafter)
    before = edition(viewer, made.circulated)
    _issued(made, drafter)
    after = edition(viewer, made.circulated)
    assert before is not None
    assert after is not None
    assert (after.files, after.paper.version) == (before.files, before.paper.version)
    for key in (made.circulated, made.prepared):
        for step in ("build", "circulate", "issue"):
            assert drafter.client.post(f"/editions/{key}/{step}", {"token": step + key}).status_code in {400, 404}
        assert drafter.client.get(f"/editions/{key}/plan").status_code == 404
        for way in ("write", "mark"):
            assert drafter.client.get(f"/papers/{key}/{way}").status_code in {302, 404}
        upload = SimpleUploadedFile("a.txt", b"a")
        assert drafter.client.post(f"/papers/{key}/files", {"file": upload, "token": key}).status_code == 404
        with pytest.raises(UnableToWrite, match="paper issued"):
            write_paper(ACTOR, viewer, key, base=2, title="Other", body={})
        with pytest.raises(UnableToWrite, match="paper issued"):
            attach_made(ACTOR, viewer, key, name="a.pdf", content=b"%PDF-", media_type="application/pdf")
    with pytest.raises(UnableToPlace):
        place_anew(ACTOR, viewer, made.circulated, draft_of("secretariat"))
    assert edition(viewer, made.circulated) == after


def test_issuing_makes_a_document_of_the_register_with_a_receipt(made: Made, drafter: SignedIn, desk: SignedIn):
    entries = len(audit_entries(SECRETARIAT, limit=1000))
    _issued(made, drafter)
    row = Document.objects.get(symbol=PLAN.symbol)
    assert (row.meeting_id, row.organ_id, row.mark) == ("CFM-2011-05-31", "CFM", "members")
    assert f'href="/editions/{made.circulated}"' in text(desk.client, "/meetings/CFM-2011-05-31")
    steps = desk.client.get(f"/editions/{made.circulated}.json").json()["steps"]
    assert [step["kind"] for step in steps] == ["circulated", "issued"]
    assert steps[-1]["text"] == f"{PLAN.symbol} {SNAPSHOT}"
    assert re.fullmatch("[0-9a-f]{64}", steps[-1]["receipt"])
    assert len(audit_entries(SECRETARIAT, limit=1000)) > entries


def test_a_published_edition_is_everybodys_and_its_comments_are_nobodys(
    drafter: SignedIn, desk: SignedIn, tmp_path: Path
):
    made = circulated(seen_by(drafter), tmp_path, audience=Audience.PUBLIC)
    key = comment_on(ACTOR, seen_by(desk), made.circulated, 1, text="CANARY")
    drafter.client.post(f"/editions/comments/{key}", {"step": "accepted", "reason": "CANARY too", "token": "a"})
    assert Client().get(f"/editions/{made.circulated}").status_code == 404
    _issued(made, drafter, "public")
    page = text(Client(), f"/editions/{made.circulated}")
    assert "Four of 27" in page
    assert "CANARY" not in page + text(Client(), f"/editions/{made.circulated}.json")
    assert made.prepared not in page + text(Client(), "/editions")
    assert PLAN.symbol in text(Client(), "/meetings/CFM-2011-05-31")


def test_a_corrigendum_is_a_document_of_its_own_and_each_leads_to_the_other(
    made: Made, drafter: SignedIn, desk: SignedIn
):
    address = f"/editions/{made.circulated}/corrigenda"
    early = drafter.client.post(address, {"text_en": "a", "text_ru": "б", "token": "a"})
    assert early.status_code == 400
    _issued(made, drafter)
    before = edition(seen_by(drafter), made.circulated)
    refused = drafter.client.post(address, {"text_en": "For four read five.", "text_ru": "", "token": "b"})
    assert refused.status_code == 400
    assert "For four read five." in refused.content.decode()
    for number in (1, 2):
        texts = {"text_en": f"For four read five ({number}).", "text_ru": "Вместо «четыре» читать «пять»."}
        there = drafter.client.post(address, {**texts, "token": f"c{number}"})["Location"]
        page = text(desk.client, there)
        assert f"CFM/2011/R.1/Corr.{number}" in page
        assert f"/editions/{made.circulated}" in page
        assert there in text(desk.client, f"/editions/{made.circulated}")
        assert Client().get(there).status_code == 404
        row = Document.objects.get(symbol=f"CFM/2011/R.1/Corr.{number}")
        assert (row.kind, row.of.symbol, row.mark) == ("corrigendum", PLAN.symbol, "members")
    after = edition(seen_by(drafter), made.circulated)
    assert before is not None
    assert after is not None
    assert (after.paper.version, after.files, after.state) == (before.paper.version, before.files, before.state)


@pytest.mark.parametrize("step", ["circulate", "issue", "corrigenda"])
def test_who_signed_in_long_ago_confirms_before_an_edition_goes_further(made: Made, step: str):
    who = signed_in("secretariat", "drafter")
    client = who.client
    address = f"/editions/{made.prepared if step == 'circulate' else made.circulated}/{step}"
    answer = client.post(address, {"to": "members", "token": "a"})
    assert answer["Location"].startswith("/sign-in/again/")
    fresh(who)
    assert 'value="members"' in text(client, address), "the form is there again afterwards"
    assert client.get(address)["Location"] == address.rpartition("/")[0], "without one, the edition"
    assert Paper.objects.filter(kind="edition").count() == 2
    assert not Document.objects.filter(symbol=PLAN.symbol).exists()


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        text(client, address)
    return len(seen)


def test_pages_ask_as_often_for_many_as_for_one(made: Made, drafter: SignedIn, desk: SignedIn, tmp_path: Path):
    comment_on(ACTOR, seen_by(desk), made.circulated, 1, text="One")
    addresses = (
        "/editions",
        f"/editions/{made.circulated}",
        f"/editions/{made.circulated}/paragraphs/1",
        f"/editions/{made.prepared}",
    )
    text(drafter.client, "/editions")  # what the first request of a session asks is not the page's
    one = [_queries(drafter.client, address) for address in addresses]
    for number in range(3):
        circulated(seen_by(drafter), tmp_path, symbol=f"CFM/2011/R.{number + 2}")
        comment_on(ACTOR, seen_by(desk), made.circulated, 1, text="More")
        comment_on(ACTOR, seen_by(desk), made.circulated, 2, text="More")
    assert [_queries(drafter.client, address) for address in addresses] == one


def test_the_two_languages_say_the_same_of_every_page(made: Made, drafter: SignedIn, desk: SignedIn):
    _issued(made, drafter)
    for client, address in (
        (drafter.client, "/editions/new"),
        (drafter.client, f"/editions/{made.prepared}"),
        (desk.client, f"/editions/{made.circulated}"),
        (desk.client, f"/editions/{made.circulated}/paragraphs/1"),
    ):
        english, russian = (client.get(f"{address}?lang={language}").content.decode() for language in ("en", "ru"))
        shape: Any = [re.findall(r"<(h[1-3]|section|form|button|table|label)\b", each) for each in (english, russian)]
        assert shape[0] == shape[1]
        assert re.search("<h1>[^<]*[а-яё]", russian) or "/paragraphs/" in address
