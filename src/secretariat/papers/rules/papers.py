"""A paper: an object with a compartment, its versions, its steps and what is attached to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from secretariat.access.rules import Compartment, Distribution, Stage

LONGEST_TITLE = 300


class PaperKind(StrEnum):
    """What a paper is for; the room that works with a kind says which steps it takes."""

    NOTE = "note"
    REPORT = "report"
    EDITION = "edition"
    COMMENT = "comment"
    POSITION = "position"
    AGENDA = "agenda"
    FINDING = "finding"
    CORRECTION = "correction"
    TABLE = "table"


FREE_KINDS = frozenset({PaperKind.NOTE})
"""Papers that no room leads through steps of its own: their text and mark are changed on the pages of papers."""


class StepKind(StrEnum):
    """What was done with a paper, besides writing it and giving it a mark."""

    SENT = "sent"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CIRCULATED = "circulated"
    CLOSED = "closed"
    ISSUED = "issued"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Version:
    """What a paper said from an instant on. ``number`` counts from 1 within the paper."""

    number: int
    title: str
    body: Mapping[str, Any]
    at: datetime
    person: str
    content_hash: str


@dataclass(frozen=True, slots=True)
class Step:
    """Something done with a paper: by whom, for which organisation, when, about which version."""

    number: int
    kind: StepKind
    at: datetime
    person: str
    organisation: str
    version: int
    text: str = ""
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file put to a paper; ``size`` in bytes, ``sha256`` of its content in hexadecimal."""

    key: str
    name: str
    media_type: str
    size: int
    sha256: str
    at: datetime
    person: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as one viewer may see it, with its newest version."""

    key: str
    kind: PaperKind
    about: str
    organisation: str
    person: str
    created_at: datetime
    compartment: Compartment
    version: Version
    steps: tuple[Step, ...] = ()
    attachments: tuple[Attachment, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class PaperCard:
    """A paper as a list shows it: nothing of its text but the title."""

    key: str
    kind: PaperKind
    about: str
    title: str
    organisation: str
    person: str
    stage: Stage
    mark: Distribution
    version: int
    created_at: datetime
    changed_at: datetime


def last_step(steps: Iterable[Step], *kinds: StepKind) -> Step | None:
    """The newest step, or the newest of some kinds; none where none was taken."""
    found = [step for step in steps if not kinds or step.kind in kinds]
    return max(found, key=lambda step: step.number, default=None)
