"""Reading the ledger of coordinated positions as of a day, as known at an instant."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from django.db.models import Q

from secretariat.access.rules import Viewer
from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.parties.queries import instruments, organisation, states, treaty_acts
from secretariat.parties.rules import PartyState, members_on
from secretariat.positions import models
from secretariat.positions.queries.named import Recorded, recorded_votes
from secretariat.positions.rules import (
    AgreedVote,
    Forum,
    MemberAnswer,
    NamedVote,
    Plan,
    PlanKind,
    PlanState,
    Position,
    PositionAct,
    PositionActKind,
    PositionKind,
    PositionText,
    PositionView,
    Stage,
    TextStage,
    position_outcome,
    responses_on,
    stage_on,
    standing_of,
    vote_test,
)
from secretariat.sources.columns import ActColumns
from secretariat.sources.queries import as_known, basis_of

ActRow = TypeVar("ActRow", bound=ActColumns)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every position on record by a day, newest first and undated ones last, with the plans and the forums."""

    views: tuple[PositionView, ...]
    plans: tuple[Plan, ...]
    forums: Mapping[str, Forum]

    def since(self, day: date) -> tuple[PositionView, ...]:
        """The positions agreed or made on or after a day."""
        return tuple(view for view in self.views if view.position.day is not None and view.position.day >= day)

    def before(self, day: date) -> tuple[PositionView, ...]:
        """The positions agreed or made before a day."""
        return tuple(view for view in self.views if view.position.day is not None and view.position.day < day)

    @property
    def not_found(self) -> tuple[PositionView, ...]:
        """What was looked for and not found."""
        return tuple(view for view in self.views if view.stage is Stage.NOT_FOUND)


def _when(text: str | None) -> ImpreciseDate | None:
    return ImpreciseDate.parse(text) if text else None


def forums(viewer: Viewer, *, known_at: datetime) -> dict[str, Forum]:
    """The bodies before which positions are put forward, by key."""
    rows = as_known(viewer, models.Forum, known_at)
    return {row.identity: Forum(row.identity, LocalizedText.of(row.name), row.parent_id) for row in rows}


def position_titles(viewer: Viewer, *, known_at: datetime) -> dict[str, LocalizedText]:
    """What each position is about, by key."""
    return {row.identity: LocalizedText.of(row.title) for row in as_known(viewer, models.Position, known_at)}


def plans(viewer: Viewer, *, on: date, known_at: datetime) -> list[Plan]:
    """Plans adopted or spoken of by a day, oldest first; one whose day nobody has found comes first."""
    rows = _happened(viewer, models.PositionPlan, on, known_at)
    return [
        Plan(
            key=row.identity,
            kind=PlanKind(row.kind),
            state=PlanState(row.state),
            title=LocalizedText.of(row.title),
            when=_when(row.date),
            covers=_when(row.covers),
            meeting=row.meeting_id,
            basis=basis_of(row, known_at),
        )
        for row in sorted(rows, key=lambda row: (row.latest or date.min, row.key))
    ]


def _happened(viewer: Viewer, model: type[ActRow], on: date, known_at: datetime) -> list[ActRow]:
    """Acts that had surely happened by a day, and those whose day nobody has found."""
    return list(as_known(viewer, model, known_at).filter(Q(latest__lte=on) | Q(date__isnull=True)))


def _position(row: models.Position, known_at: datetime) -> Position:
    return Position(
        key=row.identity,
        kind=PositionKind(row.kind),
        title=LocalizedText.of(row.title),
        forum=row.forum_id,
        when=_when(row.date),
        basis=basis_of(row, known_at),
        plan=row.plan_id,
        planned=row.planned,
        meeting=row.meeting_id,
        decision=row.decision_id,
    )


def _act(row: models.PositionAct, known_at: datetime) -> PositionAct:
    return PositionAct(
        key=row.key,
        position=row.position_id,
        kind=PositionActKind(row.kind),
        state=row.state_id,
        when=_when(row.date),
        basis=basis_of(row, known_at),
        text=LocalizedText.of(row.text),
        document=row.document,
    )


def _text(row: models.PositionText, known_at: datetime) -> PositionText:
    return PositionText(
        key=row.key,
        position=row.position_id,
        version=row.version,
        stage=TextStage(row.stage),
        gist=LocalizedText.of(row.gist),
        state=row.state_id,
        when=_when(row.date),
        basis=basis_of(row, known_at),
    )


def _named(row: models.NamedVote, known_at: datetime) -> NamedVote:
    return NamedVote(
        key=row.key,
        position=row.position_id,
        dataset=row.dataset,
        rollcall=row.rollcall,
        resolution=row.resolution,
        agreed=AgreedVote(row.agreed) if row.agreed else None,
        when=_when(row.date),
        basis=basis_of(row, known_at),
    )


Piece = TypeVar("Piece", PositionAct, PositionText, NamedVote)


def _by_position(pieces: Iterable[Piece]) -> Mapping[str, list[Piece]]:
    """The pieces of each position, by date and key."""
    grouped: defaultdict[str, list[Piece]] = defaultdict(list)
    for piece in sorted(pieces, key=lambda each: (each.when.latest if each.when else date.max, each.key)):
        grouped[piece.position].append(piece)
    return grouped


class _Membership:
    """Who takes part in the organisation, by day; a suspended member takes none. Four queries, however many days."""

    def __init__(self, viewer: Viewer, known_at: datetime) -> None:
        body = organisation(viewer, known_at=known_at)
        self.constituent = instruments(viewer, known_at=known_at)[body.constituent]
        self.states = states(viewer, known_at=known_at)
        self.acts = treaty_acts(viewer, known_at=known_at, instrument=body.constituent)
        self.found: dict[date, frozenset[str]] = {}

    def on(self, day: date) -> frozenset[str]:
        if day not in self.found:
            members = members_on(self.states, self.constituent, self.acts, day)
            taking_part = [each for each in members if each.status.status is not PartyState.SUSPENDED]
            self.found[day] = frozenset(each.state.code for each in taking_part)
        return self.found[day]


def _view(
    position: Position,
    acts: Sequence[PositionAct],
    texts: Sequence[PositionText],
    named: Sequence[NamedVote],
    members: frozenset[str],
    recorded: Recorded,
    on: date,
) -> PositionView:
    answers = responses_on(members, acts, on)
    tests = [vote_test(each, recorded.get((each.dataset, each.rollcall)), answers) for each in named]
    stage = stage_on(position, acts, on)
    return PositionView(
        position=position,
        stage=stage,
        standing=standing_of(position, acts),
        answers=tuple(MemberAnswer(each.state, each.response, each.state in members, each.act) for each in answers),
        acts=tuple(acts),
        texts=tuple(texts),
        outcome=position_outcome(tests),
        planned=True if position.plan is not None else position.planned,
    )


def ledger(viewer: Viewer, *, on: date, known_at: datetime) -> Ledger:
    """The ledger on a day. Raises ``NoOrganisation`` on an empty register.

    The same number of queries however many positions there are; the votes that positions name are read from the lake.
    """
    found = [_position(row, known_at) for row in _happened(viewer, models.Position, on, known_at)]
    acts = _by_position(_act(row, known_at) for row in _happened(viewer, models.PositionAct, on, known_at))
    texts = _by_position(_text(row, known_at) for row in _happened(viewer, models.PositionText, on, known_at))
    named = _by_position(_named(row, known_at) for row in _happened(viewer, models.NamedVote, on, known_at))
    membership = _Membership(viewer, known_at)
    wanted = {(each.dataset, each.rollcall) for group in named.values() for each in group}
    recorded = recorded_votes(viewer, wanted, on=on, known_at=known_at)
    views = [
        _view(each, acts[each.key], texts[each.key], named[each.key], membership.on(each.day or on), recorded, on)
        for each in found
    ]
    views.sort(key=lambda view: (view.position.day is None, -(view.position.day or on).toordinal(), view.position.key))
    return Ledger(tuple(views), tuple(plans(viewer, on=on, known_at=known_at)), forums(viewer, known_at=known_at))


def position_rows(found: Ledger, key: str) -> PositionView | None:
    """One position of the ledger; ``None`` when there is none of this key."""
    return next((view for view in found.views if view.position.key == key), None)
