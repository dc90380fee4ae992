"""Reading editions: what is prepared, what was circulated, issued and corrected; comments; what is still missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from secretariat.access.rules import Viewer
from secretariat.decisions.queries import decisions, register
from secretariat.decisions.rules import leaves
from secretariat.kernel import Figure, LocalizedText
from secretariat.organs.queries import documents, meetings
from secretariat.organs.rules import MeetingState
from secretariat.papers.queries import paper, papers
from secretariat.papers.rules import Attachment, Paper, PaperKind
from secretariat.parties.queries import members, organisation
from secretariat.review.rules.editions import (
    CommentState,
    EditionPlan,
    EditionState,
    Paragraph,
    about_edition,
    comment_state,
    edition_state,
    is_drafter,
    paragraph_of,
    paragraphs_in,
    reader_of,
)
from secretariat.review.rules.gaps import Gap, Line, gap_figures, grid
from secretariat.sources.rules import end_of


@dataclass(frozen=True, slots=True)
class EditionView:
    """An edition as a paper, and how far it has come.

    ``of`` is the id of the paper on which a drafter prepared what was circulated, empty on that paper itself; ``files``
    are those of the build it states.
    """

    paper: Paper
    plan: EditionPlan
    state: EditionState
    of: str
    snapshot: str
    files: tuple[Attachment, ...]
    edited: frozenset[str]

    @property
    def key(self) -> str:
        """The id."""
        return self.paper.key

    @property
    def is_built(self) -> bool:
        """Whether there are files of the plan as it stands."""
        return bool(self.snapshot)

    def paragraphs(self, language: str) -> list[Paragraph]:
        """The numbered paragraphs in one language."""
        return paragraphs_in(self.paper.version.body.get(f"text_{language}", ""))


@dataclass(frozen=True, slots=True)
class CommentView:
    """A comment on a paragraph, and what became of it."""

    paper: Paper
    state: CommentState
    edition: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class GapGrid:
    """What is missing: lines by decision, newest first, with the members' codes and the counts with their traces."""

    lines: tuple[Line, ...]
    members: tuple[str, ...]
    titles: Mapping[str, LocalizedText]
    figures: Mapping[Gap, Figure]


def _edition(found: Paper) -> EditionView:
    body = found.version.body
    of = found.about.removeprefix("circulation:") if found.about.startswith("circulation:") else ""
    stated = dict(body.get("files", {}))
    return EditionView(
        found,
        EditionPlan.from_body(body),
        edition_state(found.steps, is_circulated=bool(of)),
        of,
        body.get("snapshot", ""),
        tuple(_newest(found, name, sha256) for name, sha256 in sorted(stated.items())),
        frozenset(body.get("edited", ())),
    )


def _newest(found: Paper, name: str, sha256: str) -> Attachment:
    return [each for each in found.attachments if (each.name, each.sha256) == (name, sha256)][-1]


def is_corrigendum(found: Paper) -> bool:
    """Whether a paper corrects an edition that was issued."""
    return found.about.startswith("corrigendum:")


def about_circulation(key: str) -> str:
    """How a circulated edition says on which paper it was prepared."""
    return f"circulation:{key}"


def about_corrigendum(key: str) -> str:
    """How a corrigendum says which edition it corrects."""
    return f"corrigendum:{key}"


def editions(viewer: Viewer) -> list[EditionView]:
    """Every edition that exists for ``viewer``, newest first. Six queries."""
    found = papers(viewer, kinds=[PaperKind.EDITION])
    return [_edition(each) for each in found if not is_corrigendum(each)]


def circulations(viewer: Viewer, key: str) -> list[EditionView]:
    """What was circulated of what a drafter prepares, newest first."""
    return [_edition(each) for each in papers(viewer, kinds=[PaperKind.EDITION], about=about_circulation(key))]


def edition(viewer: Viewer, key: str) -> EditionView | None:
    """One edition; ``None`` for one that is hidden, never was, or is another paper."""
    found = paper(viewer, key)
    if found is None or found.kind is not PaperKind.EDITION or is_corrigendum(found):
        return None
    return _edition(found)


def corrigendum(viewer: Viewer, key: str) -> Paper | None:
    """One corrigendum; ``None`` for what is hidden, never was, or is another paper."""
    found = paper(viewer, key)
    return found if found is not None and found.kind is PaperKind.EDITION and is_corrigendum(found) else None


def corrigenda(viewer: Viewer, key: str) -> list[Paper]:
    """The corrigenda of an edition, oldest first."""
    return papers(viewer, kinds=[PaperKind.EDITION], about=about_corrigendum(key))[::-1]


def _comment(found: Paper) -> CommentView:
    return CommentView(found, comment_state(found.steps), *paragraph_of(found.about))


def comments(viewer: Viewer, key: str) -> list[CommentView]:
    """The comments on an edition that exist for ``viewer``, by paragraph, then oldest first. Six queries."""
    found = papers(viewer, kinds=[PaperKind.COMMENT], about_within=about_edition(key))
    return sorted(map(_comment, found), key=lambda each: (each.paragraph, each.paper.created_at, each.paper.key))


def every_comment(viewer: Viewer) -> list[CommentView]:
    """Every comment that exists for ``viewer``. Six queries."""
    return [_comment(each) for each in papers(viewer, kinds=[PaperKind.COMMENT])]


def comment(viewer: Viewer, key: str) -> CommentView | None:
    """One comment; ``None`` for one that is hidden, never was, or is another kind of paper."""
    found = paper(viewer, key)
    return _comment(found) if found is not None and found.kind is PaperKind.COMMENT else None


def meetings_to_review(viewer: Viewer, *, on: date, known_at: datetime) -> list[MeetingState]:
    """The meetings with a day, the latest first."""
    found = [each for each in meetings(viewer, on=on, known_at=known_at) if each.interval is not None]
    return found[::-1]


def free_symbol(viewer: Viewer, *, organ: str, day: date, known_at: datetime) -> str:
    """The first symbol of a review by the organisation's scheme under which nothing was issued."""
    taken = {each.symbol for each in documents(viewer, on=date.max, known_at=known_at)}
    scheme = organisation(viewer, known_at=known_at).symbol_scheme or "{organ}/{year}/{number}"
    for number in range(1, len(taken) + 2):
        symbol = scheme.format(organ=organ, year=day.year, number=f"R.{number}", month=day.month, day=day.day)
        if symbol not in taken:
            break
    return symbol


def is_symbol_taken(viewer: Viewer, symbol: str, *, known_at: datetime) -> bool:
    """Whether a document bears the symbol. One query."""
    return any(each.symbol == symbol for each in documents(viewer, on=date.max, known_at=known_at))


def gap_grid(viewer: Viewer, plan: EditionPlan) -> GapGrid:
    """What is missing for an edition, read as its readers will see the register, so that no gap is hidden from them.

    Whoever is no drafter sees it with the own eyes.
    """
    reader, known_at = reader_of(plan.audience) if is_drafter(viewer) else viewer, end_of(plan.as_of)
    found = leaves(register(reader, on=plan.as_of, known_at=known_at).statuses)
    decided = decisions(reader, on=plan.as_of, known_at=known_at)
    codes = tuple(each.state.code for each in members(reader, on=plan.as_of, known_at=known_at))
    filters = (f"on = {plan.as_of}", f"for = {plan.audience}")
    return GapGrid(
        tuple(grid(found, codes, [each.key for each in decided][::-1])),
        codes,
        {each.key: each.title for each in decided},
        gap_figures(found, filters=filters),
    )
