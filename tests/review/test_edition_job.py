"""An edition written in the background: it says how far it is, and stops without leaving half of itself."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import transaction
from pydantic import ValidationError

from secretariat.access.rules import SECRETARIAT, Body, Viewer
from secretariat.audit.rules import Actor
from secretariat.jobs.actions import JobCancelled, ask_for_job, cancel_job, path_of_file, run_job
from secretariat.jobs.models import Job
from secretariat.jobs.queries import job
from secretariat.jobs.rules import JobState
from secretariat.review.actions import COMPUTING, DRAWING, GATHERING, READING, SETTING, write_review
from secretariat.review.jobs import EDITION, EditionAsked
from secretariat.sources.pack.loading import load_pack
from secretariat.web.terms import TERMS

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
EXAMPLE = Path(__file__).parents[2] / "examples" / "csto"
DAY = date(2011, 5, 31)
DRAFTER = Viewer(Body.SECRETARIAT, person="d" * 32)


@pytest.fixture(scope="module")
def example(django_db_setup, django_db_blocker, pack_tables) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_pack(Actor("test"), EXAMPLE, pack_tables)
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings) -> Path:
    settings.JOB_FILES = str(tmp_path / "jobs")
    return tmp_path / "jobs"


def write(out: Path, progress: Callable[[str, int, int], None]) -> Any:
    asked = {"organ": "CFM", "meeting": DAY, "as_of": DAY, "known_at": None, "languages": ("en",)}
    return write_review(SECRETARIAT, out=out, progress=progress, **asked)


def test_an_edition_is_written_in_steps_for_its_asker(example: None, folder: Path) -> None:
    arguments = EditionAsked(organ="CFM", meeting=DAY, as_of=DAY, languages=("ru",)).to_json()
    asked = ask_for_job(DRAFTER, kind=EDITION, arguments=arguments)
    run_job.call(asked, 1)
    found = job(DRAFTER, asked)
    assert found is not None
    assert (found.state, found.error) == (JobState.DONE, "")
    assert (found.stage, found.done) == (SETTING, found.total - 1)
    stem = "review-CFM-2011-05-31.ru"
    assert {"data.zip", "edition.json", f"{stem}.html", f"{stem}.pdf", f"{stem}.docx"} <= set(found.files)
    page = path_of_file(DRAFTER, job_id=asked, name=f"{stem}.html")
    assert page is not None
    assert "Обзор" in page.read_text(encoding="utf-8")
    with ZipFile(folder / asked / "data.zip") as data:
        assert any(name.endswith(".csv") for name in data.namelist())


def test_an_edition_that_is_stopped_leaves_no_folder(example: None, tmp_path: Path) -> None:
    seen: list[tuple[str, int, int]] = []

    def stop_at_the_third_chart(stage: str, done: int, total: int) -> None:
        seen.append((stage, done, total))
        if done == 2:
            raise JobCancelled

    with pytest.raises(JobCancelled):
        write(tmp_path / "new", stop_at_the_third_chart)
    assert [stage for stage, _, _ in seen] == [READING, COMPUTING, GATHERING, DRAWING, DRAWING, DRAWING]
    assert [done for _, done, total in seen if total] == [0, 1, 2]
    assert not (tmp_path / "new").exists()


def test_an_edition_that_is_stopped_takes_nothing_from_a_folder_that_was_there(example: None, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "letter.txt").write_text("Dear colleagues")

    def stop(stage: str, _done: int, _total: int) -> None:
        if stage == DRAWING:
            raise JobCancelled

    with pytest.raises(JobCancelled):
        write(tmp_path / "kept", stop)
    assert (tmp_path / "kept" / "letter.txt").read_text() == "Dear colleagues"


def test_an_organ_that_is_not_on_record_is_told_to_who_asked(example: None, folder: Path) -> None:
    arguments = EditionAsked(organ="NONE", meeting=DAY, as_of=DAY).to_json()
    asked = ask_for_job(DRAFTER, kind=EDITION, arguments=arguments)
    run_job.call(asked, 1)
    found = job(DRAFTER, asked)
    assert found is not None
    assert found.state is JobState.FAILED
    assert found.error.startswith("no organ 'NONE' is on record")
    assert list(folder.iterdir()) == []


def test_a_stopped_edition_is_not_begun(folder: Path) -> None:
    asked = ask_for_job(DRAFTER, kind=EDITION, arguments=EditionAsked(organ="CFM", meeting=DAY, as_of=DAY).to_json())
    cancel_job(DRAFTER, job_id=asked)
    run_job.call(asked, 1)
    assert Job.objects.get(id=asked).state == "cancelled"
    assert not folder.exists()


@pytest.mark.parametrize("wrong", [{"organ": "CFM"}, {"out": "/etc"}, {"languages": ["xx"]}])
def test_what_an_edition_is_not_asked_for_is_refused(wrong: dict[str, Any]) -> None:
    whole = {"organ": "CFM", "meeting": "2011-05-31", "as_of": "2011-05-31"}
    with pytest.raises(ValidationError):
        EditionAsked.model_validate(wrong if wrong == {"organ": "CFM"} else whole | wrong)


@pytest.mark.parametrize("stage", [READING, COMPUTING, GATHERING, DRAWING, SETTING, EDITION])
def test_every_stage_has_a_word_in_both_languages(stage: str) -> None:
    english, russian = TERMS[stage]
    assert english != russian
