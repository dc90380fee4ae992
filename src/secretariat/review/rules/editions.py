"""The way of an edition: prepared by a drafter, circulated, commented on, issued under a symbol, corrected.

What a drafter prepares never leaves the secretariat. Each circulation is a paper of its own, with the text and the
files of one build; that paper is issued as it was circulated.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from secretariat.access.rules import Body, Compartment, Distribution, Duty, Stage, Viewer
from secretariat.kernel import LocalizedText
from secretariat.papers.rules import Step, StepKind, last_step

TITLE = LocalizedText("Review of coordinated policies", "Обзор согласованной политики")
LONGEST_TEXT = 10_000
"""Letters of a comment, and of one language of a corrigendum."""
LONGEST_SYMBOL = 100
EDITABLE_KINDS = frozenset({"docx", "pdf"})
"""Endings of the files that a drafter may put in the place of built ones."""
BUILD = "review.build"
"""The kind of the job that builds what a drafter prepares."""
SPEAKERS = frozenset({Duty.DESK, Duty.HEAD, Duty.MINISTER})
"""Whose duty lets somebody of a delegation comment."""
_ABOUT = "edition:"


class Audience(StrEnum):
    """For whom an edition is written: rows that they may not see are left out of it."""

    MEMBERS = "members"
    PUBLIC = "public"


class EditionState(StrEnum):
    """How far an edition has come."""

    PREPARED = "prepared"
    CIRCULATED = "circulated"
    REPLACED = "replaced"
    ISSUED = "issued"


class CommentState(StrEnum):
    """What became of a comment."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class EditionPlan:
    """What an edition is to be: for which meeting, as of which day, for whom, compared with which earlier edition.

    ``meeting`` is the meeting's key, ``day`` its first day; ``previous`` is the id of an issued edition, or empty.
    """

    organ: str
    meeting: str
    day: date
    as_of: date
    symbol: str
    audience: Audience
    previous: str = ""

    def to_body(self) -> dict[str, Any]:
        """As a paper keeps it."""
        return {
            "organ": self.organ,
            "meeting": self.meeting,
            "day": self.day.isoformat(),
            "as_of": self.as_of.isoformat(),
            "symbol": self.symbol,
            "audience": self.audience.value,
            "previous": self.previous,
        }

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> "EditionPlan":
        """What :meth:`to_body` wrote down."""
        return cls(
            body["organ"],
            body["meeting"],
            date.fromisoformat(body["day"]),
            date.fromisoformat(body["as_of"]),
            body["symbol"],
            Audience(body["audience"]),
            body.get("previous", ""),
        )

    @property
    def paper_title(self) -> str:
        """How the paper is called in lists of papers, in both languages."""
        return f"{TITLE.en} / {TITLE.ru} ({self.symbol})"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph in one language; ``heading`` is that of its chapter."""

    number: int
    heading: str
    text: str


def reader_of(audience: Audience) -> Viewer:
    """On whose behalf an edition reads the register: any member's delegation, or the public; never the secretariat."""
    return Viewer(Body.PUBLIC) if audience is Audience.PUBLIC else Viewer(Body.DELEGATION)


def is_drafter(viewer: Viewer) -> bool:
    """Whether somebody prepares editions."""
    return viewer.body is Body.SECRETARIAT and Duty.DRAFTER in viewer.duties


def edition_state(steps: Iterable[Step], *, is_circulated: bool) -> EditionState:
    """How far an edition has come, by its steps; ``is_circulated``: it is what was sent, not what is prepared."""
    taken = list(steps)
    if last_step(taken, StepKind.ISSUED) is not None:
        return EditionState.ISSUED
    if last_step(taken, StepKind.WITHDRAWN) is not None:
        return EditionState.REPLACED
    return EditionState.CIRCULATED if is_circulated else EditionState.PREPARED


_STEPS = {
    EditionState.PREPARED: frozenset({StepKind.CIRCULATED}),
    EditionState.CIRCULATED: frozenset({StepKind.ISSUED, StepKind.WITHDRAWN}),
    EditionState.REPLACED: frozenset[StepKind](),
    EditionState.ISSUED: frozenset({StepKind.CORRECTED}),
}


def steps_open_to(viewer: Viewer, state: EditionState) -> frozenset[StepKind]:
    """Which steps a viewer may take with an edition; only the secretariat's drafters take any."""
    return _STEPS[state] if is_drafter(viewer) else frozenset()


def may_prepare(viewer: Viewer, state: EditionState) -> bool:
    """Whether a viewer may change what an edition is to say, and build it."""
    return is_drafter(viewer) and state is EditionState.PREPARED


def may_comment(viewer: Viewer, state: EditionState) -> bool:
    """Whether a viewer may comment: a delegation in good standing, while the edition is circulated."""
    own = viewer.body is Body.DELEGATION and viewer.active and bool(viewer.duties & SPEAKERS)
    return own and state is EditionState.CIRCULATED


def comment_state(steps: Iterable[Step]) -> CommentState:
    """What became of a comment, by its steps."""
    newest = last_step(steps, StepKind.ACCEPTED, StepKind.REJECTED, StepKind.WITHDRAWN)
    return CommentState(newest.kind.value) if newest else CommentState.OPEN


def answers_open_to(
    viewer: Viewer, comment: CommentState, edition: EditionState, *, organisation: str
) -> frozenset[StepKind]:
    """Which steps a viewer may take with a comment of ``organisation``.

    A drafter accepts or rejects it, also after another edition took the place of the one it is about; its own
    organisation takes it back while nobody has answered. Once the edition is issued nothing more is said.
    """
    if comment is not CommentState.OPEN or edition in {EditionState.ISSUED, EditionState.PREPARED}:
        return frozenset()
    if is_drafter(viewer):
        return frozenset({StepKind.ACCEPTED, StepKind.REJECTED})
    own = viewer.organisation == organisation and bool(viewer.duties & SPEAKERS)
    return frozenset({StepKind.WITHDRAWN}) if own else frozenset()


def circulated_to_members() -> Compartment:
    """The compartment of an edition that all members have before them."""
    return Compartment(frozenset({"secretariat"}), stage=Stage.TABLED, mark=Distribution.MEMBERS)


def issued_to(audience: Audience) -> Compartment:
    """The compartment of an edition that is issued: adopted for the members, or published."""
    public = audience is Audience.PUBLIC
    return Compartment(
        frozenset({"secretariat"}),
        stage=Stage.PUBLISHED if public else Stage.ADOPTED,
        mark=Distribution.PUBLIC if public else Distribution.MEMBERS,
    )


def about_paragraph(edition: str, number: int) -> str:
    """How a comment says what it is about."""
    return f"{_ABOUT}{edition}#{number}"


def about_edition(edition: str) -> str:
    """What the names of everything about an edition begin with."""
    return f"{_ABOUT}{edition}#"


def paragraph_of(about: str) -> tuple[str, int]:
    """The edition and the paragraph that a comment is about."""
    edition, _, number = about.removeprefix(_ABOUT).partition("#")
    return edition, int(number)


def numbered(sections: Iterable[tuple[str, Iterable[tuple[int, str]]]]) -> str:
    """Chapters with their paragraphs as the text of a paper: a line each, headings after a number sign."""
    lines = []
    for heading, paragraphs in sections:
        found = [f"{number}. {' '.join(text.split())}" for number, text in paragraphs]
        lines += [f"# {' '.join(heading.split())}", *found] if found else []
    return "\n".join(lines)


def paragraphs_in(text: str) -> list[Paragraph]:
    """The paragraphs that :func:`numbered` wrote down."""
    heading, found = "", []
    for line in text.splitlines():
        if line.startswith("# "):
            heading = line[2:]
            continue
        number, _, said = line.partition(". ")
        if number.isascii() and number.isdigit():
            found.append(Paragraph(int(number), heading, said))
    return found
