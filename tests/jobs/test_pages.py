"""The pages of jobs: one's own, in both languages, and nothing for anybody else."""

import re
from pathlib import Path

import pytest
from django.test import Client

import tests.jobs.kinds  # noqa: F401  # declares the kinds
from secretariat.access.actions import invite_person
from secretariat.access.models import Person
from secretariat.access.rules import Body, Viewer
from secretariat.audit.rules import Actor
from secretariat.jobs.actions import ask_for_job, run_job
from secretariat.jobs.models import Job

pytestmark = pytest.mark.django_db


def _person(email: str) -> Person:
    return invite_person(Actor("test"), email=email, name=email, organisation="secretariat")


@pytest.fixture
def drafter() -> Person:
    return _person("drafter@secretariat.example")


@pytest.fixture
def signed_in(client: Client, drafter: Person) -> Client:
    client.force_login(drafter)
    return client


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings) -> Path:
    settings.JOB_FILES = str(tmp_path / "jobs")
    return tmp_path / "jobs"


def ask(person: Person, **arguments: object) -> str:
    viewer = Viewer(Body.SECRETARIAT, person=person.code)
    return ask_for_job(viewer, kind="test.write", arguments={"steps": 2} | arguments)


def _without_chance(page: str) -> str:
    return re.sub(r'(nonce|name="csrfmiddlewaretoken" value)="[^"]*"', "", page)


def run(job_id: str, **columns: object) -> None:
    Job.objects.filter(id=job_id).update(state="running", heartbeat_at="2026-01-01T00:00:00Z", **columns)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("state", ["waiting", "running", "done", "failed", "cancelled", "lost"])
def test_every_state_has_a_page_in_both_languages(signed_in: Client, drafter: Person, state: str, language: str):
    asked = ask(drafter)
    columns = {"heartbeat_at": "2026-01-01T00:00:00Z", "stage": "drawing", "done": 1, "total": 3}
    Job.objects.filter(id=asked).update(state=state, **columns)
    page = signed_in.get(f"/jobs/{asked}?lang={language}").content.decode()
    words = {"waiting": "ожидает", "running": "выполняется", "done": "выполнено", "failed": "не выполнено"} | {
        "cancelled": "остановлено",
        "lost": "прервано",
    }
    assert (words[state] in page) is (language == "ru")
    is_open = state in {"waiting", "running"}
    assert ("<progress" in page) is is_open
    assert ("hx-get" in page) is is_open
    assert ("htmx-2.min.js" in page) is is_open
    assert (f'action="/jobs/{asked}/cancel' in page) is is_open


def test_the_list_has_one_query_more_than_its_frame_however_many_jobs(signed_in: Client, drafter: Person):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    signed_in.get("/jobs")  # the first request of a session writes it
    counts = []
    for more in (1, 29):
        for _ in range(more):
            ask(drafter)
        with CaptureQueriesContext(connection) as seen:
            page = signed_in.get("/jobs")
        assert page.status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]
    assert page.content.decode().count('href="/jobs/') == 30


def test_htmx_gets_the_progress_alone_and_nothing_while_nothing_changed(signed_in: Client, drafter: Person):
    asked = ask(drafter)
    run(asked, stage="drawing", done=1, total=3)
    seen = {"seen": "running.drawing.1.3.0"}
    unchanged = signed_in.get(f"/jobs/{asked}", seen, headers={"HX-Request": "true"})
    assert (unchanged.status_code, unchanged.content) == (204, b"")
    run(asked, stage="drawing", done=2, total=3)
    changed = signed_in.get(f"/jobs/{asked}", seen, headers={"HX-Request": "true"})
    assert changed.status_code == 200
    assert changed.content.decode().lstrip().startswith("<section")
    assert 'value="2"' in changed.content.decode()


def test_stopping_a_job_leads_back_to_it(signed_in: Client, drafter: Person):
    asked = ask(drafter)
    answer = signed_in.post(f"/jobs/{asked}/cancel", follow=True)
    assert answer.redirect_chain == [(f"/jobs/{asked}", 302)]
    assert "It was stopped as you wished" in answer.content.decode()
    assert signed_in.get(f"/jobs/{asked}/cancel").status_code == 405


def test_a_running_job_says_that_it_will_stop(signed_in: Client, drafter: Person):
    asked = ask(drafter)
    run(asked)
    page = signed_in.post(f"/jobs/{asked}/cancel", follow=True).content.decode()
    assert "It will stop before its next step." in page
    assert "<button" not in page.partition("<main")[2].partition("</main>")[0]


def test_files_of_a_job_are_fetched_from_its_page(signed_in: Client, drafter: Person):
    asked = ask(drafter)
    run_job.call(asked, 1)
    assert f"/jobs/{asked}/files/file.txt" in signed_in.get(f"/jobs/{asked}").content.decode()
    answer = signed_in.get(f"/jobs/{asked}/files/file.txt")
    assert b"".join(answer.streaming_content) == b"0\n1\n"
    assert answer["Content-Disposition"] == 'attachment; filename="file.txt"'


def test_the_text_of_a_mistake_stands_on_the_page_and_is_no_markup(signed_in: Client, drafter: Person):
    asked = ask(drafter, mistake="<b>no such organ</b>")
    run_job.call(asked, 1)
    assert "&lt;b&gt;no such organ" in signed_in.get(f"/jobs/{asked}").content.decode()


def test_json_says_what_the_page_shows(signed_in: Client, drafter: Person):
    asked = ask(drafter)
    content = signed_in.get(f"/jobs/{asked}.json").json()
    assert (content["id"], content["state"], content["files"]) == (asked, "waiting", [])
    assert [row["id"] for row in signed_in.get("/jobs.json").json()["jobs"]] == [asked]


def test_the_job_of_another_is_answered_as_one_that_is_not_there(signed_in: Client):
    other = _person("other@secretariat.example")
    asked = ask(other)
    run_job.call(asked, 1)
    for address in ("/jobs/{}", "/jobs/{}.json", "/jobs/{}/files/file.txt"):
        theirs, none = (signed_in.get(address.format(key)) for key in (asked, "0" * 32))
        assert theirs.status_code == none.status_code == 404
        assert _without_chance(theirs.content.decode().replace(asked, "0" * 32)) == _without_chance(
            none.content.decode()
        )
    assert signed_in.post(f"/jobs/{asked}/cancel").status_code == 404


@pytest.mark.parametrize("address", ["/jobs", "/jobs/{}", "/jobs/{}/files/file.txt"])
def test_somebody_who_is_not_signed_in_is_sent_to_sign_in(client: Client, drafter: Person, address: str):
    answer = client.get(address.format(ask(drafter)))
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/")


def test_pages_of_jobs_are_kept_nowhere(signed_in: Client, drafter: Person):
    for address in ("/jobs", f"/jobs/{ask(drafter)}"):
        assert "no-store" in signed_in.get(address)["Cache-Control"]
