"""Pages of papers: what each shows, and what is hidden answered as what never was."""

import json
import re
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from secretariat.access.actions import renew_feed_secret
from secretariat.access.rules import Compartment, Distribution, Stage, draft_of
from secretariat.papers.actions import attach_file, begin_paper, keep_unsent, take_step
from secretariat.papers.queries import paper, versions
from secretariat.papers.rules import PaperKind, StepKind
from tests.access.comparing import answer_of, body_of
from tests.access.conftest import ACTOR, World
from tests.access.living import viewer_now
from tests.web.conftest import read

pytestmark = pytest.mark.django_db
UNKNOWN = "0" * 32


@pytest.fixture
def kg(world: World, client: Client) -> Client:
    client.force_login(world.persons["kg1"])
    return client


def note(world: World, who: str = "kg1", title: str = "On the joint statement", **placed: object) -> str:
    viewer = viewer_now(world.persons[who])
    compartment = Compartment(frozenset({viewer.organisation}), **placed) if placed else draft_of(viewer.organisation)
    return begin_paper(
        ACTOR,
        viewer,
        kind=PaperKind.NOTE,
        title=title,
        body={"text": "First line\nSecond line"},
        compartment=compartment,
    )


@pytest.mark.parametrize("language", ["en", "ru"])
def test_pages_of_a_paper_answer_in_both_languages(kg: Client, world: World, language: str):
    key = note(world)
    viewer = viewer_now(world.persons["kg1"])
    attach_file(ACTOR, viewer, key, name="note.txt", content=b"plain words")
    take_step(ACTOR, viewer, key, StepKind.SENT, text="please look")
    for address in ("/papers", f"/papers/{key}", f"/papers/{key}/write", "/papers/new", f"/papers/{key}/versions/1"):
        response = kg.get(f"{address}?lang={language}")
        assert response.status_code == 200, address
        assert f'lang="{language}"' in response.content.decode()
    text = kg.get(f"/papers/{key}?lang={language}").content.decode()
    assert ("its originators alone" if language == "en" else "только авторы") in text
    assert "note.txt" in text
    assert "please look" in text


def test_pages_of_a_paper_are_well_formed_and_every_field_has_a_label(kg: Client, world: World):
    key = note(world)
    fresh(kg)
    for ending in ("", f"/{key}", f"/{key}/write", f"/{key}/mark", f"/{key}/versions/1", "/new"):
        page = read(kg.get(f"/papers{ending}?lang=ru").content.decode())
        assert page.unclosed == [], ending
        assert page.tags["h1"] == page.tags["main"] == 1
        assert len(page.ids) == len(set(page.ids)), ending
        labelled = {each["for"] for each in page.all("label")}
        fields = page.all("input") + page.all("textarea") + page.all("select")
        assert all(each.get("type") == "hidden" or each["id"] in labelled for each in fields), ending
        inside = [link for link in page.links if link.startswith("/papers") and "lang=en" not in link]
        assert all("lang=ru" in link or ".pdf" in link for link in inside), ending


def test_json_says_what_the_page_says(kg: Client, world: World):
    key = note(world)
    found = kg.get(f"/papers/{key}.json").json()
    assert found["paper"]["title"] == "On the joint statement"
    assert found["compartment"]["stage"] == "draft"
    assert kg.get("/papers.json").json()["papers"][0]["id"] == key
    assert key in kg.get("/papers.csv").content.decode()
    assert key in kg.get("/api/v1/papers").content.decode()
    assert kg.get(f"/api/v1/papers/{key}").json()["paper"]["id"] == key


def test_pdf_carries_the_distribution_and_is_the_same_twice(kg: Client, world: World):
    key = note(world)
    first = kg.get(f"/papers/{key}.pdf")
    assert first["Content-Type"] == "application/pdf"
    assert first.content == kg.get(f"/papers/{key}.pdf").content


def test_facets_count_what_each_choice_would_show(kg: Client, world: World):
    note(world)
    note(world, title="Tabled", stage=Stage.TABLED)
    note(world, "kz1", title="Another's draft")
    content = kg.get("/papers.json").json()
    stages = next(facet for facet in content["facets"] if facet["name"] == "stage")
    assert {each["value"]: each["count"] for each in stages["values"]} == {"draft": 1, "tabled": 1}
    assert kg.get("/papers.json?stage=tabled").json()["total"] == 1
    assert kg.get("/papers.json?text=JOINT").json()["total"] == 1
    assert kg.get("/papers.json?kind=excellent").status_code == 400


def test_hidden_paper_is_answered_as_one_that_never_was(kg: Client, world: World):
    hidden = note(world, "kz1")
    kg.get("/papers")  # the first answer of a session also notes when it was last used
    for ending in ("", ".json", ".pdf", "/versions/1", "/write"):
        there, never = (answer_of(kg, f"/papers/{key}{ending}", [key]) for key in (hidden, UNKNOWN))
        assert there == never, ending
        assert there[0] == 404
    for ending in ("/write", "/unsent", "/files"):
        answered = [kg.post(f"/papers/{key}{ending}", {"title": "x"}) for key in (hidden, UNKNOWN)]
        assert [each.status_code for each in answered] == [404, 404]
        assert body_of(answered[0], [hidden]) == body_of(answered[1], [UNKNOWN])


def test_begun_note_is_a_draft_of_ones_own(kg: Client, world: World):
    page = kg.get("/papers/new").content.decode()
    token = re.search(r'name="token" value="([0-9a-f]+)"', page)[1]
    sent = {"title": "New", "text": "Words", "token": token}
    first, second = kg.post("/papers/new", sent), kg.post("/papers/new", sent)
    assert first.status_code == 302
    assert first.url == second.url, "a form that is sent twice counts once"
    key = first.url.split("?")[0].rpartition("/")[2]
    assert paper(viewer_now(world.persons["kg2"]), key).version.title == "New"
    assert paper(viewer_now(world.persons["sec1"]), key) is None


def test_form_without_a_title_says_so_and_keeps_what_was_typed(kg: Client):
    response = kg.post("/papers/new", {"title": " ", "text": "Typed words"})
    assert response.status_code == 422
    assert "Typed words" in response.content.decode()
    assert "A title is needed." in response.content.decode()


def test_stale_form_gets_the_difference_and_loses_nothing(kg: Client, world: World):
    key = note(world)
    assert kg.post(f"/papers/{key}/write", {"base": "1", "title": "Theirs", "text": "Their words"}).status_code == 302
    response = kg.post(f"/papers/{key}/write", {"base": "1", "title": "Mine", "text": "My words"})
    text = response.content.decode()
    assert response.status_code == 409
    assert "<del>Their words</del>" in text
    assert "<ins>My words</ins>" in text
    assert 'value="Mine"' in text
    assert 'name="base" value="2"' in text
    assert kg.post(f"/papers/{key}/write", {"base": "2", "title": "Mine", "text": "My words"}).status_code == 302
    assert [each.title for each in versions(viewer_now(world.persons["kg1"]), key)] == [
        "On the joint statement",
        "Theirs",
        "Mine",
    ]


def test_typed_text_is_there_again_after_a_closed_tab_for_its_typist_alone(kg: Client, world: World):
    key = note(world)
    assert kg.post(f"/papers/{key}/unsent", {"base": "1", "title": "Half", "text": "Half a sent"}).status_code == 200
    assert "Half a sent" in kg.get(f"/papers/{key}/write").content.decode()
    kg.force_login(world.persons["kg2"])
    assert "Half a sent" not in kg.get(f"/papers/{key}/write").content.decode()
    kg.force_login(world.persons["kg1"])
    kg.post(f"/papers/{key}/write", {"base": "1", "title": "Whole", "text": "A whole sentence"})
    assert "Half a sent" not in kg.get(f"/papers/{key}/write").content.decode()


def test_kept_text_from_an_older_version_comes_back_with_the_difference(kg: Client, world: World):
    key = note(world)
    keep_unsent(viewer_now(world.persons["kg1"]), f"paper:{key}", fields={"title": "Half", "text": "Mine"}, base=1)
    kg.force_login(world.persons["kg2"])
    kg.post(f"/papers/{key}/write", {"base": "1", "title": "Theirs", "text": "Theirs"})
    kg.force_login(world.persons["kg1"])
    assert "<ins>Mine</ins>" in kg.get(f"/papers/{key}/write").content.decode()


def fresh(client: Client) -> None:
    """The session of somebody who has just shown who they are."""
    session = client.session
    session["account_authentication_methods_user"] = session["_auth_user_id"]
    session["account_authentication_methods"] = [{"method": "password", "at": time.time()}]
    session.save()


def test_mark_is_given_by_who_has_just_signed_in_and_reaches_whom_it_names(kg: Client, world: World):
    key = note(world)
    fresh(kg)
    sent = {"stage": "tabled", "mark": "named", "released_to": ["state:KZ"], "reason": "agreed"}
    assert kg.get(f"/papers/{key}/mark").status_code == 200
    assert kg.post(f"/papers/{key}/mark", sent).status_code == 302
    assert paper(viewer_now(world.persons["kz2"]), key) is not None
    assert paper(viewer_now(world.persons["tj1"]), key) is None
    assert paper(viewer_now(world.persons["sec1"]), key) is None


def test_mark_is_not_given_on_an_old_sign_in(kg: Client, world: World):
    key = note(world)
    response = kg.post(f"/papers/{key}/mark", {"stage": "tabled", "mark": "public"})
    assert response.status_code == 302
    assert not response.url.startswith(f"/papers/{key}?")
    assert paper(viewer_now(world.persons["kg1"]), key).compartment.is_draft


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"stage": "tabled", "mark": "eyes", "named": []}, "choose the persons"),
        ({"stage": "tabled", "mark": "organ"}, "choose an organ"),
        ({"stage": "", "mark": "members"}, "choose a stage"),
        ({"stage": "tabled", "mark": "eyes", "named": ["nobody"]}, "would no longer see"),
    ],
)
def test_mark_that_cannot_be_given_says_why(kg: Client, world: World, sent: dict[str, object], said: str):
    key = note(world)
    fresh(kg)
    response = kg.post(f"/papers/{key}/mark", sent)
    assert response.status_code == 422
    assert said in response.content.decode()


def test_file_is_kept_and_never_shown_by_the_browser(kg: Client, world: World):
    key = note(world)
    assert kg.post(f"/papers/{key}/files", {"file": SimpleUploadedFile("a.txt", b"plain words")}).status_code == 302
    file = paper(viewer_now(world.persons["kg1"]), key).attachments[0]
    response = kg.get(f"/papers/files/{file.key}")
    assert response.content == b"plain words"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    kg.force_login(world.persons["kz1"])
    assert kg.get(f"/papers/files/{file.key}").status_code == 404


@pytest.mark.parametrize(
    ("name", "content"), [("a.html", b"<script>"), ("a.txt", b"SECRET\nwords"), ("a.pdf", b"MZ"), ("a.txt", b"")]
)
def test_file_that_is_not_taken_leaves_nothing(kg: Client, world: World, name: str, content: bytes):
    key = note(world)
    response = kg.post(f"/papers/{key}/files", {"file": SimpleUploadedFile(name, content)})
    assert response.status_code == 422
    assert paper(viewer_now(world.persons["kg1"]), key).attachments == ()


def test_paper_of_a_room_with_steps_is_not_changed_here(kg: Client, world: World):
    viewer = viewer_now(world.persons["kg1"])
    key = begin_paper(ACTOR, viewer, kind=PaperKind.REPORT, title="Report", body={}, compartment=draft_of("state:KG"))
    assert kg.get(f"/papers/{key}").status_code == 200
    assert kg.get(f"/papers/{key}/write").status_code == 404


def test_feed_lies_under_a_secret_address_that_can_be_renewed(client: Client, world: World):
    key = note(world)
    note(world, "kz1", title="Another's draft")
    old = renew_feed_secret(ACTOR, person=world.persons["kg1"])
    text = client.get("/papers.atom", {"secret": old}).content.decode()
    assert key in text
    assert "Another" not in text
    renew_feed_secret(ACTOR, person=world.persons["kg1"])
    assert client.get("/papers.atom", {"secret": old}).status_code == 404
    assert client.get("/papers.atom").status_code == 404
    assert client.get("/papers.atom?secret=").status_code == 404


def test_public_paper_is_there_for_everybody_and_nothing_else(client: Client, world: World):
    shown = note(world, stage=Stage.PUBLISHED, mark=Distribution.PUBLIC)
    note(world, title="Draft")
    content = client.get("/papers.json").json()
    assert [row["id"] for row in content["papers"]] == [shown]
    assert client.get(f"/papers/{shown}").status_code == 200
    assert json.dumps(content).count("Draft") == 0


@pytest.mark.parametrize("rows", [1, 30])
def test_list_asks_as_often_for_thirty_papers_as_for_one(
    kg: Client, world: World, rows: int, django_assert_max_num_queries
):
    for number in range(rows):
        note(world, title=f"Note {number}")
    with django_assert_max_num_queries(19):
        assert len(kg.get("/papers.json").json()["papers"]) == rows


def test_paper_is_found_by_its_newest_words_and_by_who_may_see_it(kg: Client, world: World):
    key = note(world, title="О выполнении решений")
    kg.post(f"/papers/{key}/write", {"base": "1", "title": "О выполнении обязательств", "text": "Канарейка"})
    assert key in kg.get("/search?q=обязательство").content.decode()
    assert key not in kg.get("/search?q=решение").content.decode(), "an older version is not found"
    kg.force_login(world.persons["kz1"])
    assert key not in kg.get("/search?q=обязательство").content.decode()


def test_form_of_a_mark_offers_what_is_named_already(kg: Client, world: World):
    key = note(
        world,
        stage=Stage.TABLED,
        mark=Distribution.NAMED,
        released_to=frozenset({"secretariat", "partner:OSCE"}),
    )
    fresh(kg)
    page = kg.get(f"/papers/{key}/mark").content.decode()
    for named in ("secretariat", "partner:OSCE"):
        assert re.search(rf'value="{named}"\s+checked', page), "sent unchanged, the form would take it away"
