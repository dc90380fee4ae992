"""The way of a report: written, sent to the head of delegation, submitted, then returned or accepted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from secretariat.access.rules import Duty, Mark, Viewer
from secretariat.decisions.rules import Claim
from secretariat.papers.rules import Step, StepKind, last_step

LONGEST_TEXT = 20_000


class ReportState(StrEnum):
    """Where a report is on its way."""

    WRITING = "writing"
    WITH_HEAD = "with_head"
    SENT_BACK = "sent_back"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"


EDITABLE = frozenset({ReportState.WRITING, ReportState.WITH_HEAD, ReportState.SENT_BACK})
"""While it is the delegation's own alone. What the secretariat has had in hand stays as it was: a returned report is
answered by a new one, which the secretariat does not see before it is submitted."""


def report_state(steps: Iterable[Step]) -> ReportState:
    """Where a report is, by the steps taken."""
    taken = list(steps)
    newest = last_step(taken)
    if newest is None:
        return ReportState.WRITING
    if newest.kind is StepKind.RETURNED:
        submitted = any(step.kind is StepKind.SUBMITTED for step in taken)
        return ReportState.RETURNED if submitted else ReportState.SENT_BACK
    return {
        StepKind.SENT: ReportState.WITH_HEAD,
        StepKind.SUBMITTED: ReportState.SUBMITTED,
        StepKind.ACCEPTED: ReportState.ACCEPTED,
        StepKind.WITHDRAWN: ReportState.WITHDRAWN,
    }[newest.kind]


def steps_open_to(viewer: Viewer, state: ReportState, *, organisation: str) -> frozenset[StepKind]:
    """Which steps a viewer may take with a report of ``organisation``.

    A desk officer sends to the head; the head submits, or sends back to the desk, or takes back what was not answered
    yet; the secretariat's drafters return or accept. Nobody answers a report of the own organisation to itself.
    """
    own = viewer.organisation == organisation
    head = own and Duty.HEAD in viewer.duties
    desk = own and (Duty.DESK in viewer.duties or head)
    reviewer = viewer.organisation == "secretariat" and Duty.DRAFTER in viewer.duties and not own
    found: set[StepKind] = set()
    if state in {ReportState.WRITING, ReportState.SENT_BACK} and desk:
        found.add(StepKind.SENT)
    if state in EDITABLE and head:
        found.add(StepKind.SUBMITTED)
    if state is ReportState.WITH_HEAD and head:
        found.add(StepKind.RETURNED)
    if state is ReportState.SUBMITTED and head:
        found.add(StepKind.WITHDRAWN)
    if state is ReportState.SUBMITTED and reviewer:
        found |= {StepKind.RETURNED, StepKind.ACCEPTED}
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """What a report says; ``mark`` is who sees it in the register once it is accepted.

    ``revises`` is the id of the returned report that it answers, if any.
    """

    claimed: Claim | None
    period_start: date | None
    period_end: date | None
    text_en: str = ""
    text_ru: str = ""
    mark: Mark = Mark.MEMBERS
    revises: str = ""


@dataclass(frozen=True, slots=True)
class ReportMistake:
    """A field that is missing or does not fit, and the word that says how."""

    field: str
    word: str


def mistakes_in(draft: ReportDraft, *, on: date) -> list[ReportMistake]:
    """What has to be mended before a report can be sent on, in the order of the form. ``on``: the day of sending."""
    found = []
    if draft.claimed is None:
        found.append(ReportMistake("claimed", "report_claim_needed"))
    if draft.period_end is None:
        found.append(ReportMistake("period_end", "report_end_needed"))
    elif draft.period_end > on:
        found.append(ReportMistake("period_end", "report_end_in_future"))
    if draft.period_start and draft.period_end and draft.period_end < draft.period_start:
        found.append(ReportMistake("period_end", "report_end_before_start"))
    if not draft.text_en.strip() and not draft.text_ru.strip():
        found.append(ReportMistake("text_en", "report_text_needed"))
    found += [
        ReportMistake(name, "report_text_too_long")
        for name, text in (("text_en", draft.text_en), ("text_ru", draft.text_ru))
        if len(text) > LONGEST_TEXT
    ]
    return found
