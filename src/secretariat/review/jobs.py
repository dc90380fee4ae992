"""What the review has done in the background: an edition."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pydantic import BaseModel, ConfigDict

from secretariat.access.actions import NotSeen
from secretariat.access.queries import names_of
from secretariat.audit.rules import Actor
from secretariat.jobs.actions import Work, job_kind, work_folder
from secretariat.kernel import LANGUAGES, Language
from secretariat.papers.queries import file_content
from secretariat.parties.queries import NoOrganisation
from secretariat.review.actions import UnableToReview, write_review
from secretariat.review.actions.editions import BuiltFromAnother, UnableToTakeOn, keep_build
from secretariat.review.queries.editions import EditionView, edition
from secretariat.review.rules.editions import BUILD, reader_of
from secretariat.sources.lake import UnableToReadLake

EDITION = "review.edition"
"""The kind of the job that writes a review."""


class EditionAsked(BaseModel):
    """What is asked of an edition: :func:`write_review` says what each of it means."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    organ: str
    meeting: date
    as_of: date
    known_at: datetime | None = None
    languages: tuple[Language, ...] = LANGUAGES
    since: date | None = None
    editable: bool = True

    def to_json(self) -> dict[str, Any]:
        """The arguments of the job."""
        return self.model_dump(mode="json")


def _pack(folder: Path) -> None:
    """Put a folder into one archive beside it: hundreds of small files are one thing to fetch. Always alike."""
    with ZipFile(folder.with_suffix(".zip"), "w", ZIP_DEFLATED) as archive:
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            entry = ZipInfo(path.relative_to(folder.parent).as_posix())
            archive.writestr(entry, path.read_bytes(), ZIP_DEFLATED)
    shutil.rmtree(folder)


@job_kind(EDITION, is_repeatable=True, mistakes=(UnableToReview, UnableToReadLake, NoOrganisation))
def write_edition(work: Work, /, **arguments: Any) -> Mapping[str, Any]:
    """Write a review as its asker may see it, into the job's folder; the names of the files.

    Written twice after a worker was lost, it has the same bytes.
    """
    asked = EditionAsked.model_validate(arguments)
    with work_folder(work.job, work.attempt) as folder:
        write_review(
            work.viewer,
            organ=asked.organ,
            meeting=asked.meeting,
            as_of=asked.as_of,
            known_at=asked.known_at,
            out=folder,
            languages=asked.languages,
            since=asked.since,
            editable=asked.editable,
            progress=work.progress,
        )
        _pack(folder / "data")
        return {"files": sorted(path.name for path in folder.iterdir())}


KEEPING = "keeping the files"
"""The last stage of a build; the others are those of :func:`write_review`."""
RECORD = "edition.json"


@contextmanager
def _earlier(work: Work, key: str) -> Iterator[tuple[EditionView | None, Path | None]]:
    """An issued edition to compare with, and a folder that holds its own record."""
    found = edition(work.viewer, key) if key else None
    file = next((each for each in found.files if each.name == RECORD), None) if found else None
    kept = file_content(work.viewer, file.key) if file else None
    if kept is None:
        yield None, None
        return
    with TemporaryDirectory() as folder:
        Path(folder, RECORD).write_bytes(kept[1])
        yield found, Path(folder)


@job_kind(
    BUILD,
    is_repeatable=True,
    mistakes=(UnableToReview, UnableToReadLake, NoOrganisation, UnableToTakeOn, BuiltFromAnother),
)
def build_edition(work: Work, /, **arguments: Any) -> Mapping[str, Any]:
    """Build what a drafter prepares, as its readers may see the register, and keep the files with it."""
    key, version = str(arguments["edition"]), int(arguments["version"])
    found = edition(work.viewer, key)
    if found is None:
        raise NotSeen(key)
    plan = found.plan
    names = names_of(work.viewer, [work.viewer.person])
    actor = Actor(f"{names.get(work.viewer.person, '')} ({work.viewer.organisation})")
    with work_folder(work.job, work.attempt) as folder, _earlier(work, plan.previous) as (earlier, record):
        written = write_review(
            reader_of(plan.audience),
            organ=plan.organ,
            meeting=plan.day,
            as_of=plan.as_of,
            known_at=None,
            out=folder,
            languages=LANGUAGES,
            since=earlier.plan.as_of if earlier else None,
            previous=record,
            editable=True,
            symbol=plan.symbol,
            progress=work.progress,
        )
        work.progress(KEEPING, 0, 0)
        _pack(folder / "data")
        files = keep_build(actor, work.viewer, key, base=version, job=work.job, written=written, folder=folder)
        return {"files": sorted(files), "edition": key, "snapshot": written.snapshot}
