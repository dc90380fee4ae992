"""Writing the ledger as it happens: positions, each member's answer, versions of a text, the votes to cast."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.kernel import LocalizedText, Standing
from secretariat.parties.queries import states
from secretariat.positions import models
from secretariat.positions.rules import AgreedVote, PositionActKind, PositionKind, TextStage
from secretariat.sources.actions import record_rows
from secretariat.sources.columns import ActColumns
from secretariat.sources.queries import as_known


class UnableToRecordPosition(Exception):
    """A position, or an act about one, cannot be recorded as it stands."""


def _text_of(text: LocalizedText | None) -> dict[str, str] | None:
    if not text:
        return None
    return {language: value for language, value in (("en", text.en), ("ru", text.ru)) if value}


def _record(actor: Actor, action: str, row: ActColumns, on: date, sources: Sequence[str], standing: Standing) -> None:
    """Add one act, known from now."""
    row.date, row.known_from = on.isoformat(), datetime.now(UTC)
    row.sources, row.standing = list(sources), standing.value
    record_rows(actor, action=action, rows=[row])


def _need(model: type[models.Forum | models.PositionPlan | models.Position], key: str, word: str) -> None:
    if not as_known(SECRETARIAT, model, datetime.now(UTC)).filter(key=key).exists():
        msg = f"there is no {word} {key}"
        raise UnableToRecordPosition(msg)


def _need_state(code: str | None) -> None:
    if code is not None and code not in {each.code for each in states(SECRETARIAT, known_at=datetime.now(UTC))}:
        msg = f"there is no state {code}"
        raise UnableToRecordPosition(msg)


def record_position(
    actor: Actor,
    *,
    key: str,
    kind: PositionKind,
    title: LocalizedText,
    forum: str,
    on: date,
    plan: str | None = None,
    planned: bool | None = None,
    meeting: str | None = None,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Enter a position into the ledger.

    Raises :class:`UnableToRecordPosition` for an unknown forum or plan, an empty title, or a position that is said to
    be unplanned and yet names its plan.
    """
    if not title:
        msg = f"the position {key} has no title"
        raise UnableToRecordPosition(msg)
    if plan is not None and planned is False:
        msg = f"the position {key} names the plan {plan} and is said to be unplanned"
        raise UnableToRecordPosition(msg)
    _need(models.Forum, forum, "forum")
    if plan is not None:
        _need(models.PositionPlan, plan, "plan")
    row = models.Position(
        key=key,
        kind=kind.value,
        title=_text_of(title),
        forum_id=forum,
        plan_id=plan,
        planned=planned,
        meeting_id=meeting,
    )
    _record(actor, "record position", row, on, sources, standing)


def record_position_act(
    actor: Actor,
    *,
    key: str,
    position: str,
    kind: PositionActKind,
    on: date,
    state: str | None = None,
    text: LocalizedText | None = None,
    document: str = "",
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Record a member's answer to a position, or that it was delivered, not reached or withdrawn.

    Raises :class:`UnableToRecordPosition` for an unknown position or state, and for an answer without a state.
    """
    _need(models.Position, position, "position")
    if kind.is_response and state is None:
        msg = f"{kind.value} to {position} without a state: an answer is some member's"
        raise UnableToRecordPosition(msg)
    _need_state(state)
    row = models.PositionAct(
        key=key, position_id=position, kind=kind.value, state_id=state, text=_text_of(text), document=document
    )
    _record(actor, f"record {kind.value}", row, on, sources, standing)


def record_position_text(
    actor: Actor,
    *,
    key: str,
    position: str,
    stage: TextStage,
    gist: LocalizedText,
    on: date,
    state: str | None = None,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> int:
    """Record the next version of a position's text; its number.

    Raises :class:`UnableToRecordPosition` for an unknown position or state, and for an empty text.
    """
    _need(models.Position, position, "position")
    _need_state(state)
    if not gist:
        msg = f"a version of the text of {position} that says nothing"
        raise UnableToRecordPosition(msg)
    versions = as_known(SECRETARIAT, models.PositionText, datetime.now(UTC)).filter(position=position)
    number = max(versions.values_list("version", flat=True), default=0) + 1
    row = models.PositionText(
        key=key, position_id=position, version=number, stage=stage.value, gist=_text_of(gist), state_id=state
    )
    _record(actor, f"record text, version {number}", row, on, sources, standing)
    return number


def name_vote(
    actor: Actor,
    *,
    key: str,
    position: str,
    dataset: str,
    rollcall: str,
    on: date,
    agreed: AgreedVote | None,
    resolution: str = "",
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Name a roll call that a position is about; ``agreed`` is the vote to cast, ``None`` where none was agreed.

    Raises :class:`UnableToRecordPosition` for an unknown position, and for a second instruction about one roll call.
    """
    _need(models.Position, position, "position")
    now = datetime.now(UTC)
    same = as_known(SECRETARIAT, models.NamedVote, now).filter(position=position, dataset=dataset, rollcall=rollcall)
    if same.exists():
        msg = f"{position} names the roll call {dataset}:{rollcall} already; a change is a correction of that row"
        raise UnableToRecordPosition(msg)
    row = models.NamedVote(
        key=key,
        position_id=position,
        dataset=dataset,
        rollcall=rollcall,
        resolution=resolution,
        agreed=agreed.value if agreed is not None else None,
    )
    _record(actor, "name vote", row, on, sources, standing)
