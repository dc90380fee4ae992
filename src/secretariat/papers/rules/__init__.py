"""What a paper is, and how two versions of one that were written at the same time differ."""

from secretariat.papers.rules.differences import Line, difference, lines_of
from secretariat.papers.rules.files import LARGEST, MEDIA_TYPES, UnableToTakeFile, accepted_file
from secretariat.papers.rules.papers import (
    FREE_KINDS,
    LONGEST_TITLE,
    Attachment,
    Paper,
    PaperCard,
    PaperKind,
    Step,
    StepKind,
    Version,
    last_step,
)

__all__ = [
    "FREE_KINDS",
    "LARGEST",
    "LONGEST_TITLE",
    "MEDIA_TYPES",
    "Attachment",
    "Line",
    "Paper",
    "PaperCard",
    "PaperKind",
    "Step",
    "StepKind",
    "UnableToTakeFile",
    "Version",
    "accepted_file",
    "difference",
    "last_step",
    "lines_of",
]
