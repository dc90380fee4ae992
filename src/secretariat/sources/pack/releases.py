"""The data sets of a pack: releases.yaml, and the files that its rows name."""

from collections.abc import Iterator
from datetime import date as Day  # noqa: N812  # as in citations
from pathlib import PurePosixPath
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, StringConstraints

from secretariat.sources.pack.files import SUFFIXES
from secretariat.sources.pack.rows import Row, Text
from secretariat.sources.pack.tables import Objection, PackTable, Rows


def _inside_the_pack(text: str) -> str:
    path = PurePosixPath(text)
    if text and (path.is_absolute() or ".." in path.parts or "\\" in text or str(path) != text):
        msg = f"{text!r} leads out of the pack, expected a path inside it such as data/votes.csv"
        raise ValueError(msg)
    if path.suffix.lower() in {*SUFFIXES, ".yml", ".json", ".ndjson"} or any(p.startswith(".") for p in path.parts):
        msg = f"{text!r} would be read as rows of the pack, expected another ending such as .csv"
        raise ValueError(msg)
    return text


def _in_order(options: dict[str, str]) -> dict[str, str]:
    return dict(sorted(options.items()))


def _counts_in_order(rows: dict[str, int]) -> dict[str, int]:
    return dict(sorted(rows.items()))


FolderName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=80)]


class ReleaseRow(Row):
    """A data set as one source gave it at one time; its rows are in the lake.

    With ``file`` it is part of the pack and loaded with it; without, it was added by ``secretariat data add``.
    """

    dataset: FolderName = Field(description="the data set that it is a release of, such as unga-rollcalls")
    kind: FolderName = Field(description="the importer that reads it; secretariat data kinds lists them")
    release: str = Field(default="", max_length=200, description="what its publisher calls this release")
    file: Annotated[str, AfterValidator(_inside_the_pack)] = Field(
        default="", max_length=400, description="the path of the file inside the pack; empty when added from outside"
    )
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] = Field(
        description="the SHA-256 of the file; of the list sha256sum prints, sorted, where the importer reads several"
    )
    importer: int = Field(default=1, ge=1, description="the version of the importer that read it")
    options: Annotated[dict[str, str], AfterValidator(_in_order)] = Field(
        default={}, description="the options that the importer was given"
    )
    rows: Annotated[dict[str, int], AfterValidator(_counts_in_order)] = Field(
        default={}, description="how many rows each of its tables has"
    )
    quarantined: int | None = Field(default=None, ge=0, description="lines that fit no row and were put aside")
    licence: str = Field(default="", max_length=400, description="the terms under which it may be used")
    retrieved: Day | None = Field(default=None, description="when it was fetched or compiled")
    url: str = Field(default="", max_length=1000, description="where it can be had")
    coverage: Text | None = Field(default=None, description="what it covers and what it lacks, as a review prints it")
    rows_known_by: FolderName | None = Field(
        default=None,
        description="the column with the day on which each row became known by itself (a vote is public on its day); "
        "without it the rows became known with the release",
    )

    own_date_fields: ClassVar[tuple[str, ...]] = ("retrieved",)


def _check(rows: Rows) -> Iterator[Objection]:
    """A file of the pack has one data set and one importer."""
    seen: dict[str, str] = {}
    for placed in rows["releases"]:
        row = placed.row
        if not isinstance(row, ReleaseRow) or not row.file or row.retracted:
            continue
        first = seen.setdefault(row.file, row.sha256)
        if row.quarantined:
            yield placed, ("quarantined",), f"{row.quarantined} lines put aside of a file of the pack", "0, or none"
        if first != row.sha256:
            yield placed, ("file",), f"{row.file} stands above with another sha256", "one sha256 a file"


TABLES = (PackTable("releases", ReleaseRow, "sources.Release", check=_check),)
