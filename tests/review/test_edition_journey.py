"""The whole way of one edition with a real build: nothing of the secretariat's own in it, the same bytes to the end."""

import json
import re
import shutil
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.conf import settings
from django.db import transaction
from pypdf import PdfReader

from secretariat.audit.rules import Actor
from secretariat.jobs.actions import cancel_job, run_job
from secretariat.jobs.models import Job
from secretariat.jobs.rules import JobState
from secretariat.review.jobs import KEEPING
from secretariat.review.queries.editions import edition
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.tables import PackTable
from secretariat.web.terms import TERMS
from tests.people import SignedIn, signed_in
from tests.review.editions import fresh, seen_by

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
EXAMPLE = Path(__file__).parents[2] / "examples" / "csto"
CANARY = "CANARY"
HIDDEN = f"""
- id: ST-{CANARY}
  date: 2011-05-31
  meeting: CFM-2011-05-31
  group: {{en: {CANARY} delegations, ru: {CANARY} делегации}}
  text: {{en: {CANARY} was said., ru: {CANARY} было сказано.}}
  about: [CSC-2010-12-10]
  sources: [T103]
  known_from: 2011-05-31
  mark: secretariat
"""
PLAN = {"sitting": "CFM CFM-2011-05-31", "as_of": "2011-05-31", "symbol": "CFM/2011/R.7", "previous": ""}


@pytest.fixture(scope="module")
def example(
    django_db_setup, django_db_blocker, pack_tables: tuple[PackTable, ...], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """The example with a statement that is marked for the secretariat, made as the one that the brief repeats."""
    folder = tmp_path_factory.mktemp("packs") / "csto"
    shutil.copytree(EXAMPLE, folder)
    with (folder / "statements" / "1-to-may-2011.yaml").open("a") as statements:
        statements.write(HIDDEN)
    kept, settings.JOB_FILES = settings.JOB_FILES, str(folder.parent / "jobs")
    with django_db_blocker.unblock(), transaction.atomic():
        load_pack(Actor("test"), folder, pack_tables)
        yield folder
        transaction.set_rollback(True)
    settings.JOB_FILES = kept


@pytest.fixture
def drafter(example: Path, db) -> SignedIn:
    return fresh(signed_in("secretariat", "drafter"))


def _text_of(name: str, content: bytes) -> str:
    if name.endswith(".pdf"):
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    if name.endswith((".docx", ".zip")):
        with ZipFile(BytesIO(content)) as packed:
            return "\n".join(packed.read(each).decode("utf-8", "replace") for each in packed.namelist())
    return content.decode()


def _asked(drafter: SignedIn, audience: str) -> tuple[str, str]:
    """The address of a new edition, and the job that is to build it."""
    there = drafter.client.post("/editions/new", {**PLAN, "audience": audience, "token": "new"})["Location"]
    job = drafter.client.post(f"{there}/build", {"token": "build"})["Location"]
    return there, job.rsplit("/", 1)[1]


def test_an_edition_from_its_plan_to_its_corrigendum(drafter: SignedIn):
    desk = signed_in("state:KZ", "desk")
    there, job = _asked(drafter, "members")
    assert "building an edition of the review" in drafter.client.get(f"/jobs/{job}").content.decode().lower()
    run_job.call(job, 1)
    done = Job.objects.get(id=job)
    assert (done.state, done.error, done.stage) == (JobState.DONE.value, "", KEEPING)
    built = {row["name"]: row for row in drafter.client.get(f"{there}.json").json()["files"]}
    assert {Path(name).suffix for name in built} == {".html", ".pdf", ".docx", ".zip", ".json"}

    sent = drafter.client.post(f"{there}/circulate", {"token": "circulate"})["Location"]
    rows = {row["name"]: row for row in desk.client.get(f"{sent}.json").json()["files"]}
    assert {name: row["sha256"] for name, row in rows.items()} == {name: row["sha256"] for name, row in built.items()}
    files = {name: desk.client.get(f"{sent}/files/{row['id']}").content for name, row in rows.items()}
    for name, content in files.items():
        assert sha256(content).hexdigest() == rows[name]["sha256"]
        said = _text_of(name, content)
        # a truth value, not the text: pytest would spend minutes on explaining megabytes
        leaked, is_long = CANARY in said, len(said) > 1000
        assert not leaked, f"{name} says what is the secretariat's own"
        assert is_long

    page = desk.client.get(f"{sent}.json").json()
    snapshot = page["edition"]["snapshot"]
    assert json.loads(files["edition.json"])["snapshot"] == snapshot
    assert snapshot in files["review-CFM-2011-05-31.en.html"].decode()
    printed = _text_of("review.pdf", files["review-CFM-2011-05-31.ru.pdf"])
    assert "CFM/2011/R.7" in printed
    assert snapshot[:12] in re.sub(r"\s", "", printed)
    numbers = [each["number"] for each in page["paragraphs"]]
    assert numbers == list(range(1, len(numbers) + 1))
    russian = desk.client.get(f"{sent}.json?lang=ru").json()["paragraphs"]
    assert [each["number"] for each in russian] == numbers
    html = files["review-CFM-2011-05-31.en.html"].decode()
    assert all(f'id="paragraph-{number}"' in html for number in numbers)

    comment = desk.client.post(f"{sent}/paragraphs/1", {"text": "A word is missing", "token": "c"})
    assert comment.status_code == 302
    key = desk.client.get(f"{sent}.json").json()["comments"][0]["id"]
    answer = {"step": "rejected", "reason": "It is complete.", "token": "answer"}
    assert drafter.client.post(f"/editions/comments/{key}", answer).status_code == 302
    assert drafter.client.post(f"{sent}/issue", {"to": "members", "token": "issue"}).status_code == 302
    issued = desk.client.get(f"{sent}.json").json()
    assert issued["edition"]["state"] == "issued"
    assert {row["name"]: row["sha256"] for row in issued["files"]} == {n: row["sha256"] for n, row in built.items()}
    texts = {"text_en": "For one read two.", "text_ru": "Вместо «один» читать «два».", "token": "correct"}
    there = drafter.client.post(f"{sent}/corrigenda", texts)["Location"]
    assert "CFM/2011/R.7/Corr.1" in desk.client.get(there).content.decode()


def test_a_build_that_is_stopped_keeps_nothing(drafter: SignedIn):
    there, job = _asked(drafter, "public")
    cancel_job(seen_by(drafter), job_id=job)
    run_job.call(job, 1)
    assert Job.objects.get(id=job).state == JobState.CANCELLED.value
    found = edition(seen_by(drafter), there.rsplit("/", 1)[1])
    assert found is not None
    assert found.files == ()


def test_the_last_stage_has_a_word_in_both_languages():
    english, russian = TERMS[KEEPING]
    assert english != russian
