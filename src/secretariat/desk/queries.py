"""What lies on a desk: commitments that ask for something, reports on their way, reports waiting for an answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from secretariat.access.rules import SECRETARIAT, Mark, Viewer
from secretariat.decisions.queries import CommitmentDetail, CommitmentView, commitment, commitments
from secretariat.decisions.rules import Bearing, Claim
from secretariat.desk.rules import Due, ReportDraft, ReportState, due_of, in_order, report_state
from secretariat.papers.queries import paper, papers, visible_papers
from secretariat.papers.rules import Paper, PaperKind, last_step
from secretariat.response.queries import Case, response_register
from secretariat.response.rules import Consent, Hearing

_ABOUT = "commitment:"


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report as a paper, where it is on its way, and what it says."""

    paper: Paper
    state: ReportState
    draft: ReportDraft
    bearings: Mapping[str, Bearing]

    @property
    def commitment(self) -> str:
        """The commitment it is about."""
        return self.paper.about.removeprefix(_ABOUT)


@dataclass(frozen=True, slots=True)
class DeskItem:
    """A commitment on the desk of its addressee, and the reports about it that are on their way."""

    view: CommitmentView
    due: Due
    reports: tuple[ReportView, ...]

    @property
    def key(self) -> str:
        """The commitment's key."""
        return self.view.key

    @property
    def day(self) -> date | None:
        """The day by which it is due, if one is set."""
        return self.view.status.current_due


def about_commitment(key: str) -> str:
    """How a paper says that it is about a commitment."""
    return _ABOUT + key


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if text else None


def draft_of_body(body: Mapping[str, Any]) -> ReportDraft:
    """What the newest version of a report says."""
    return ReportDraft(
        claimed=Claim(body["claimed"]) if body.get("claimed") else None,
        period_start=_day(body.get("period_start")),
        period_end=_day(body.get("period_end")),
        text_en=body.get("text_en", ""),
        text_ru=body.get("text_ru", ""),
        mark=Mark(body.get("mark", Mark.MEMBERS)),
        revises=body.get("revises", ""),
    )


def _report(found: Paper) -> ReportView:
    body = found.version.body
    return ReportView(
        found,
        report_state(found.steps),
        draft_of_body(body),
        {key: Bearing(value) for key, value in dict(body.get("evidence", {})).items()},
    )


def reports(viewer: Viewer, *, about: str | None = None) -> list[ReportView]:
    """Every report on its way that exists for ``viewer``, newest first; about one commitment if named."""
    named = None if about is None else about_commitment(about)
    return [_report(found) for found in papers(viewer, kinds=[PaperKind.REPORT], about=named)]


def report(viewer: Viewer, key: str) -> ReportView | None:
    """One report; ``None`` for one that is hidden, never was, or is another kind of paper."""
    found = paper(viewer, key)
    return _report(found) if found is not None and found.kind is PaperKind.REPORT else None


def _is_returned(found: list[ReportView]) -> bool:
    """Whether the newest report came back and no other one is on its way since."""
    return bool(found) and found[0].state in {ReportState.RETURNED, ReportState.SENT_BACK}


def desk_commitments(viewer: Viewer, *, on: date, known_at: datetime) -> list[DeskItem]:
    """The commitments of the viewer's own state, the most pressing first; none for who speaks for no state."""
    if viewer.state is None:
        return []
    on_their_way: dict[str, list[ReportView]] = {}
    for each in reports(viewer):
        on_their_way.setdefault(each.commitment, []).append(each)
    items = []
    for view in commitments(viewer, on=on, known_at=known_at, state=viewer.state):
        mine = [each for each in on_their_way.get(view.key, []) if each.paper.organisation == viewer.organisation]
        items.append(DeskItem(view, due_of(view.status, on=on, returned=_is_returned(mine)), tuple(mine)))
    return in_order(items)


def own_commitment(viewer: Viewer, key: str, *, on: date, known_at: datetime) -> CommitmentDetail | None:
    """A commitment, if the viewer's own state is its addressee; ``None`` for every other one."""
    if viewer.state is None:
        return None
    found = commitment(viewer, key, on=on, known_at=known_at)
    return found if found is not None and found.view.status.commitment.state == viewer.state else None


@dataclass(frozen=True, slots=True)
class TableView:
    """A table of figures that was sent: to which field, how it is written, and whether it waits for confirmation."""

    paper: Paper
    field: str
    dialect: str
    file: str

    @property
    def is_open(self) -> bool:
        """Whether it was neither confirmed nor given up."""
        return last_step(self.paper.steps) is None


def _table(found: Paper) -> TableView:
    body = found.version.body
    return TableView(found, body.get("field", ""), body.get("dialect", ""), found.attachments[0].key)


def tables(viewer: Viewer) -> list[TableView]:
    """The tables that the viewer may see, newest first."""
    return [_table(found) for found in papers(viewer, kinds=[PaperKind.TABLE])]


def table_paper(viewer: Viewer, key: str) -> TableView | None:
    """One table; ``None`` for one that is hidden, never was, or is another kind of paper."""
    found = paper(viewer, key)
    return _table(found) if found is not None and found.kind is PaperKind.TABLE else None


def corrections(viewer: Viewer) -> list[Paper]:
    """The errors that readers reported, newest first; they are the secretariat's to see."""
    return papers(viewer, kinds=[PaperKind.CORRECTION])


def correction(viewer: Viewer, key: str) -> Paper | None:
    """One reported error; ``None`` for one that is hidden, never was, or is another kind of paper."""
    found = paper(viewer, key)
    return found if found is not None and found.kind is PaperKind.CORRECTION else None


def corrections_since(at: datetime) -> int:
    """How many errors were reported since an instant."""
    return visible_papers(SECRETARIAT).filter(kind=PaperKind.CORRECTION.value, created_at__gt=at).count()


@dataclass(frozen=True, slots=True)
class OpenConsultation:
    """A consultation in which the viewer's state has a say, and what it has answered so far: sealed until the close."""

    case: Case
    hearing: Hearing
    own: Consent | None

    @property
    def key(self) -> str:
        """The consultation's key."""
        return self.hearing.consultation.key


def open_consultations(viewer: Viewer, *, on: date, known_at: datetime) -> list[OpenConsultation]:
    """The open consultations in which the viewer's own state is asked; none for who speaks for no state."""
    if viewer.state is None:
        return []
    found = response_register(viewer, on=on, known_at=known_at)
    return [
        OpenConsultation(case, hearing, next((each for each in hearing.answers if each.state == viewer.state), None))
        for case in found.cases
        for hearing in case.course.hearings
        if not hearing.is_closed and viewer.state in hearing.voices.counted
    ]
