"""Writing a report and sending it on its way; the secretariat's answer: into the register, or back."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.db import transaction

from secretariat.access.actions import NotSeen, place_anew
from secretariat.access.rules import Stage, Viewer, addressed_to, draft_of
from secretariat.audit.rules import Actor
from secretariat.decisions.actions import Grounds, attach_evidence, submit_report
from secretariat.decisions.rules import Bearing
from secretariat.desk.actions.telling import tell_of_report
from secretariat.desk.queries import ReportView, about_commitment, own_commitment, report
from secretariat.desk.rules import EDITABLE, ReportDraft, ReportMistake, mistakes_in, steps_open_to
from secretariat.kernel import LocalizedText
from secretariat.papers.actions import attach_file, begin_paper, hold_paper, take_step, write_paper
from secretariat.papers.rules import PaperKind, StepKind

NEEDS_REASON = frozenset({StepKind.RETURNED, StepKind.WITHDRAWN})


class UnableToSendOn(Exception):
    """The report cannot take this step: not this viewer's to take, or something in it is missing (``mistakes``)."""

    def __init__(self, word: str, mistakes: list[ReportMistake] | None = None) -> None:
        self.word, self.mistakes = word, mistakes or []
        super().__init__(word.replace("_", " "))


def _body(draft: ReportDraft, bearings: Mapping[str, Bearing]) -> dict[str, Any]:
    return {
        "claimed": draft.claimed.value if draft.claimed else "",
        "period_start": draft.period_start.isoformat() if draft.period_start else "",
        "period_end": draft.period_end.isoformat() if draft.period_end else "",
        "text_en": draft.text_en.strip(),
        "text_ru": draft.text_ru.strip(),
        "mark": draft.mark.value,
        "revises": draft.revises,
        "evidence": {key: bearing.value for key, bearing in sorted(bearings.items())},
    }


def begin_report(actor: Actor, viewer: Viewer, *, commitment_key: str, revises: str = "") -> str:
    """Begin a report on a commitment of the viewer's own state; from a returned one, with what that one said.

    The id of the new paper: a draft that nobody outside the delegation knows of. Raises :class:`NotSeen` where the
    commitment is not the viewer's, or there is no such report to revise.
    """
    now = datetime.now(UTC)
    found = own_commitment(viewer, commitment_key, on=now.date(), known_at=now)
    if found is None:
        raise NotSeen(commitment_key)
    draft = ReportDraft(None, None, None)
    earlier = report(viewer, revises) if revises else None
    if revises:
        if earlier is None or earlier.commitment != commitment_key:
            raise NotSeen(revises)
        said = earlier.draft
        draft = ReportDraft(
            said.claimed, said.period_start, said.period_end, said.text_en, said.text_ru, said.mark, revises
        )
    return begin_paper(
        actor,
        viewer,
        kind=PaperKind.REPORT,
        title=str(found.view.title)[:300] or commitment_key,
        body=_body(draft, {}),
        compartment=draft_of(viewer.organisation),
        about=about_commitment(commitment_key),
    )


def _editable(viewer: Viewer, key: str) -> ReportView:
    found = report(viewer, key)
    if found is None:
        raise NotSeen(key)
    if found.state not in EDITABLE or found.paper.organisation != viewer.organisation:
        word = "report_not_editable"
        raise UnableToSendOn(word)
    return found


def save_report(
    actor: Actor,
    viewer: Viewer,
    key: str,
    *,
    base: int,
    draft: ReportDraft,
    bearings: Mapping[str, Bearing] | None = None,
) -> int:
    """Keep what a report says, written from version ``base``; the number of the newest version afterwards.

    Raises :class:`NotSeen`, :class:`UnableToSendOn` once it was submitted, ``WrittenMeanwhile`` and ``UnableToWrite``
    as papers have them.
    """
    found = _editable(viewer, key)
    kept = {**found.bearings, **(bearings or {})}
    return write_paper(actor, viewer, key, base=base, title=found.paper.version.title, body=_body(draft, kept))


def add_evidence(
    actor: Actor,
    viewer: Viewer,
    key: str,
    *,
    name: str,
    media_type: str,
    content: bytes,
    bearing: Bearing,
) -> str:
    """Put a file to a report as evidence, and say what it bears. Raises as :func:`save_report`."""
    with transaction.atomic():
        found = _editable(viewer, key)
        file = attach_file(actor, viewer, key, name=name, media_type=media_type, content=content)
        save_report(actor, viewer, key, base=found.paper.version.number, draft=found.draft, bearings={file: bearing})
    return file


def send_on(actor: Actor, viewer: Viewer, key: str, kind: StepKind, *, text: str = "") -> str:
    """Take one step with a report; the receipt of the step.

    Submitting sends it to the secretariat; accepting puts it, with its evidence, into the register under the mark the
    delegation chose. Raises :class:`NotSeen`, and :class:`UnableToSendOn` for a step that is not the viewer's to take
    now, one that needs a reason and has none, and a report that is not complete.
    """
    with transaction.atomic():
        hold_paper(key)
        found = report(viewer, key)
        if found is None:
            raise NotSeen(key)
        if kind not in steps_open_to(viewer, found.state, organisation=found.paper.organisation):
            word = "report_step_closed"
            raise UnableToSendOn(word)
        if kind in NEEDS_REASON and not text.strip():
            word = "report_reason_needed"
            raise UnableToSendOn(word)
        if kind in {StepKind.SENT, StepKind.SUBMITTED}:
            mistakes = mistakes_in(found.draft, on=datetime.now(UTC).date())
            if mistakes:
                word = "report_incomplete"
                raise UnableToSendOn(word, mistakes)
        if kind is StepKind.SUBMITTED:
            place_anew(actor, viewer, key, addressed_to(found.paper.compartment, ["secretariat"], stage=Stage.TABLED))
        if kind is StepKind.ACCEPTED:
            _enter(actor, found)
        receipt = take_step(actor, viewer, key, kind, text=text.strip())
        tell_of_report(viewer, found, kind)
        return receipt


def _enter(actor: Actor, found: ReportView) -> None:
    """Put a report and its evidence into the register, dated by the day on which it was submitted."""
    submitted = max(step.at for step in found.paper.steps if step.kind is StepKind.SUBMITTED)
    grounds = Grounds(mark=found.draft.mark)
    claimed = found.draft.claimed
    if claimed is None:  # a report is complete when it is submitted
        word = "report_incomplete"
        raise UnableToSendOn(word)
    key = f"REP-{found.paper.key}"
    submit_report(
        actor,
        key=key,
        commitment_key=found.commitment,
        claimed=claimed,
        on=submitted.date(),
        period=(found.draft.period_start, found.draft.period_end),
        by_state=found.paper.organisation.removeprefix("state:"),
        text=LocalizedText(en=found.draft.text_en, ru=found.draft.text_ru),
        grounds=grounds,
    )
    for file in found.paper.attachments:
        attach_evidence(
            actor,
            key=f"EVI-{file.key}",
            report=(found.commitment, key),
            title=LocalizedText(en=file.name, ru=file.name),
            bearing=found.bearings.get(file.key, Bearing.SUPPORTS),
            on=file.at.date(),
            sha256=file.sha256,
            grounds=grounds,
        )
