"""Adoption procedures as folds over acts: consensus, limited format, silence, ad referendum.

A draft is opened, members take positions, the chair closes, or a silence runs out. An act that the procedure does not
allow is refused with its reason and changes nothing; it stays on record.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from secretariat.kernel import LocalizedText, Standing, weakest
from secretariat.organs.rules.organs import QuorumRule
from secretariat.organs.rules.quorum import Quorum, quorum_of
from secretariat.sources.rules import Basis


class Procedure(StrEnum):
    """How a draft is to be adopted."""

    CONSENSUS = "consensus"
    """Nobody objects; recorded as not voted."""
    LIMITED_FORMAT = "limited_format"
    """Some members decide among themselves, and nobody objects to that format."""
    SILENCE = "silence"
    """Adopted when nobody has objected by a deadline."""
    AD_REFERENDUM = "ad_referendum"
    """Adopted subject to the confirmation of every member."""


class AdoptionActKind(StrEnum):
    """What happened to a draft."""

    OPENED = "opened"
    EDITED = "edited"
    EXTENDED = "extended"
    POSITION = "position"
    FORMAT_OBJECTION = "format_objection"
    CLOSED = "closed"
    CONFIRMED = "confirmed"


class Position(StrEnum):
    """What a member says about a draft. Only an objection blocks it."""

    AGREE = "agree"
    NO_OBJECTION = "no_objection"
    NOT_PARTICIPATING = "not_participating"
    RESERVATION = "reservation"
    INTERPRETATIVE_STATEMENT = "interpretative_statement"
    OBJECTION = "objection"
    ABSENT = "absent"


class Outcome(StrEnum):
    """What has become of a draft."""

    NOT_OPENED = "not_opened"
    PENDING = "pending"
    ADOPTED = "adopted"
    ADOPTED_AD_REFERENDUM = "adopted_ad_referendum"
    """Waits for the confirmations of all members taking part."""
    BLOCKED = "blocked"
    """A member objected, to the text or to the format."""
    VOIDED = "voided"
    """The text was edited while the silence ran: the silence must be opened anew."""
    NO_QUORUM = "no_quorum"
    LAPSED = "lapsed"
    """Closed before the silence ran out, or not confirmed by all in time."""


@dataclass(frozen=True, slots=True)
class AdoptionAct:
    """One act in the adoption of a draft. ``at`` and ``deadline`` are instants with their offset."""

    key: str
    draft: str
    procedure: Procedure
    kind: AdoptionActKind
    at: datetime
    basis: Basis
    deadline: datetime | None = None
    state: str | None = None
    position: Position | None = None
    participants: tuple[str, ...] = ()
    text: LocalizedText = LocalizedText()


@dataclass(frozen=True, slots=True)
class Refused:
    """An act that changed nothing, and why."""

    act: AdoptionAct
    reason: str


@dataclass(frozen=True, slots=True)
class Adoption:
    """How far a draft has come at an instant.

    ``bound`` are the members that the adopted text binds, empty unless it is adopted. ``positions`` are the newest of
    each member, by code. ``reasons`` say in words what decided. ``quorum`` is ``None`` where nobody had to be present.
    """

    procedure: Procedure | None
    outcome: Outcome
    decided_at: datetime | None
    bound: tuple[str, ...]
    taking_part: tuple[str, ...]
    positions: tuple[tuple[str, Position], ...]
    confirmed_by: tuple[str, ...]
    deadline: datetime | None
    quorum: Quorum | None
    reasons: tuple[str, ...]
    refused: tuple[Refused, ...]
    standing: Standing
    sources: tuple[str, ...]

    @property
    def is_adopted(self) -> bool:
        """Whether the text binds anybody."""
        return self.outcome is Outcome.ADOPTED


_ENDED = frozenset({Outcome.ADOPTED, Outcome.BLOCKED, Outcome.VOIDED, Outcome.NO_QUORUM, Outcome.LAPSED})


@dataclass(slots=True)
class _Run:
    """A draft while acts are applied to it one after the other."""

    members: frozenset[str]
    suspended: frozenset[str]
    rule: QuorumRule
    present: frozenset[str] | None
    procedure: Procedure | None = None
    outcome: Outcome = Outcome.NOT_OPENED
    decided_at: datetime | None = None
    deadline: datetime | None = None
    participants: frozenset[str] = frozenset()
    positions: dict[str, Position] = field(default_factory=dict)
    confirmed: set[str] = field(default_factory=set)
    quorum: Quorum | None = None
    reasons: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    used: list[AdoptionAct] = field(default_factory=list)

    @property
    def entitled(self) -> frozenset[str]:
        return self.members - self.suspended

    @property
    def taking_part(self) -> frozenset[str]:
        """The members that decide: not those suspended, outside the format or that chose to stay out."""
        out = {state for state, position in self.positions.items() if position is Position.NOT_PARTICIPATING}
        return (self.participants & self.entitled) - out

    def end(self, outcome: Outcome, at: datetime, reason: str) -> None:
        self.outcome, self.decided_at = outcome, at
        self.reasons.append(reason)

    def objectors(self) -> list[str]:
        return sorted(state for state, position in self.positions.items() if position is Position.OBJECTION)


Step = Callable[[_Run, AdoptionAct], str | None]
"""Applies an act; the reason when it is refused."""


def _who(run: _Run, act: AdoptionAct) -> str | None:
    """Why the state of an act may not take part; ``None`` when it may."""
    if act.state is None:
        return "no member is named"
    if act.state in run.suspended:
        return f"{act.state} is suspended and takes no part"
    if act.state not in run.members:
        return f"{act.state} is not a member"
    return None


def _open(run: _Run, act: AdoptionAct) -> str | None:
    if run.outcome is Outcome.ADOPTED:
        return "the text is adopted already"
    if run.outcome in {Outcome.PENDING, Outcome.ADOPTED_AD_REFERENDUM}:
        return "the procedure is open already"
    participants = run.entitled
    if act.procedure is Procedure.LIMITED_FORMAT:
        participants = frozenset(act.participants) & run.entitled
        if not participants:
            return "a limited format names the members that take part"
    if act.procedure is Procedure.SILENCE and (act.deadline is None or act.deadline <= act.at):
        return "a silence needs a deadline after its opening"
    run.procedure, run.outcome, run.decided_at = act.procedure, Outcome.PENDING, None
    run.participants, run.deadline, run.quorum = participants, act.deadline, None
    run.positions, run.confirmed, run.reasons = {}, set(), []
    for state in sorted(frozenset(act.participants) - participants):
        run.reasons.append(f"{state} was named among those taking part and is suspended or not a member")
    return None


def _edit(run: _Run, act: AdoptionAct) -> str | None:
    if run.outcome is not Outcome.PENDING:
        return "only an open text can be edited"
    if run.procedure is Procedure.SILENCE:
        run.end(Outcome.VOIDED, act.at, "the text was edited while the silence ran")
        return None
    # What members said about the old text lapses, but an objection stands until its author speaks again.
    run.positions = {
        state: position
        for state, position in run.positions.items()
        if position in {Position.OBJECTION, Position.NOT_PARTICIPATING, Position.ABSENT}
    }
    return None


def _extend(run: _Run, act: AdoptionAct) -> str | None:
    if run.outcome not in {Outcome.PENDING, Outcome.ADOPTED_AD_REFERENDUM} or run.deadline is None:
        return "there is no running deadline to extend"
    if act.deadline is None or act.deadline <= max(act.at, run.deadline):
        return "an extension names a later deadline"
    run.deadline = act.deadline
    return None


def _take_position(run: _Run, act: AdoptionAct) -> str | None:
    reason = _who(run, act)
    if reason is not None:
        return reason
    if act.state is None or act.position is None:
        return "no position is named"
    if act.state not in run.participants:
        return f"{act.state} is outside the limited format and may object to the format only"
    if run.outcome is Outcome.ADOPTED_AD_REFERENDUM and act.position is Position.OBJECTION:
        run.positions[act.state] = act.position
        run.end(Outcome.LAPSED, act.at, f"{act.state} does not confirm")
        return None
    if run.outcome is not Outcome.PENDING:
        return "the procedure is not open"
    run.positions[act.state] = act.position
    if run.procedure is Procedure.SILENCE and act.position is Position.OBJECTION:
        run.end(Outcome.BLOCKED, act.at, f"{act.state} broke the silence")
    return None


def _object_to_format(run: _Run, act: AdoptionAct) -> str | None:
    reason = _who(run, act)
    if reason is not None:
        return reason
    if run.procedure is not Procedure.LIMITED_FORMAT or run.outcome is not Outcome.PENDING:
        return "there is no open limited format to object to"
    run.end(Outcome.BLOCKED, act.at, f"{act.state} objects to the limited format")
    return None


def _close(run: _Run, act: AdoptionAct) -> str | None:
    if run.outcome is not Outcome.PENDING:
        return "the procedure is not open"
    if run.procedure is Procedure.SILENCE:
        run.end(Outcome.LAPSED, act.at, "closed before the silence ran out")
        return None
    if objectors := run.objectors():
        run.end(Outcome.BLOCKED, act.at, f"{', '.join(objectors)} objected")
        return None
    deciding = run.taking_part
    if not deciding:
        run.end(Outcome.LAPSED, act.at, "no member takes part")
        return None
    absent = {state for state, position in run.positions.items() if position is Position.ABSENT}
    present = (deciding if run.present is None else deciding & run.present) - absent
    run.quorum = quorum_of(rule=run.rule, entitled=deciding, present=present)
    if run.quorum.met is False:
        run.end(Outcome.NO_QUORUM, act.at, run.quorum.text)
        return None
    if run.quorum.met is None:
        run.reasons.append(run.quorum.text)
    if run.procedure is Procedure.AD_REFERENDUM:
        run.deadline = act.deadline or run.deadline
        run.end(Outcome.ADOPTED_AD_REFERENDUM, act.at, "adopted subject to confirmation")
    else:
        run.end(Outcome.ADOPTED, act.at, "nobody objected; not voted")
    return None


def _confirm(run: _Run, act: AdoptionAct) -> str | None:
    reason = _who(run, act)
    if reason is not None:
        return reason
    if run.outcome is not Outcome.ADOPTED_AD_REFERENDUM:
        return "nothing waits for confirmation"
    if act.state is None or act.state not in run.taking_part:
        return f"{act.state} does not take part"
    run.confirmed.add(act.state)
    if run.confirmed >= run.taking_part:
        run.end(Outcome.ADOPTED, act.at, "confirmed by all that take part")
    return None


_STEPS: dict[AdoptionActKind, Step] = {
    AdoptionActKind.OPENED: _open,
    AdoptionActKind.EDITED: _edit,
    AdoptionActKind.EXTENDED: _extend,
    AdoptionActKind.POSITION: _take_position,
    AdoptionActKind.FORMAT_OBJECTION: _object_to_format,
    AdoptionActKind.CLOSED: _close,
    AdoptionActKind.CONFIRMED: _confirm,
}


def _run_out(run: _Run, at: datetime, *, inclusive: bool) -> None:
    """Let the deadline pass: an act at the very instant of the deadline is still in time."""
    if run.deadline is None or at < run.deadline or (at == run.deadline and not inclusive):
        return
    if run.procedure is Procedure.SILENCE and run.outcome is Outcome.PENDING:
        run.end(Outcome.ADOPTED, run.deadline, "nobody broke the silence")
    elif run.procedure is Procedure.AD_REFERENDUM and run.outcome is Outcome.ADOPTED_AD_REFERENDUM:
        missing = ", ".join(sorted(run.taking_part - run.confirmed))
        run.end(Outcome.LAPSED, run.deadline, f"not confirmed in time by {missing}")


_ORDER = tuple(AdoptionActKind)


def adoption_at(
    *,
    acts: Iterable[AdoptionAct],
    members: Collection[str],
    at: datetime,
    suspended: Collection[str] = (),
    quorum_rule: QuorumRule = QuorumRule.UNKNOWN,
    present: Collection[str] | None = None,
) -> Adoption:
    """How far a draft has come at ``at``, from the acts about it up to that instant.

    ``members`` are the parties, ``suspended`` those of them that take no part; ``present`` the members known to have
    been in the room (``None``: all that are not recorded as absent).

    A standing objection blocks. Under the limited format only those taking part are bound. An extension resets the
    deadline of a silence, an edited text voids it, and at the deadline it is adopted. Ad referendum every member
    taking part confirms, or the adoption lapses at its deadline.
    """
    run = _Run(frozenset(members), frozenset(suspended), quorum_rule, None if present is None else frozenset(present))
    for act in sorted(acts, key=lambda act: (act.at, _ORDER.index(act.kind), act.key)):
        if act.at > at:
            break
        _run_out(run, act.at, inclusive=False)
        reason = _STEPS[act.kind](run, act) if act.kind is AdoptionActKind.OPENED else _guarded(run, act)
        if reason is None:
            run.used.append(act)
        else:
            run.refused.append(Refused(act, reason))
    _run_out(run, at, inclusive=True)
    return _result(run)


def _guarded(run: _Run, act: AdoptionAct) -> str | None:
    if run.procedure is None:
        return "nothing has been opened"
    if act.procedure is not run.procedure:
        return f"the draft is under the procedure {run.procedure.value}"
    if run.outcome in _ENDED:
        return f"the procedure has ended: {run.outcome.value}"
    return _STEPS[act.kind](run, act)


def _result(run: _Run) -> Adoption:
    standings = [act.basis.standing for act in run.used]
    unclear = run.quorum is not None and run.quorum.met is None
    return Adoption(
        procedure=run.procedure,
        outcome=run.outcome,
        decided_at=run.decided_at,
        bound=tuple(sorted(run.taking_part)) if run.outcome is Outcome.ADOPTED else (),
        taking_part=tuple(sorted(run.taking_part)),
        positions=tuple(sorted(run.positions.items())),
        confirmed_by=tuple(sorted(run.confirmed)),
        deadline=run.deadline,
        quorum=run.quorum,
        reasons=tuple(run.reasons),
        refused=tuple(run.refused),
        standing=weakest([*standings, *([Standing.DISPUTED] if unclear else [])]),
        sources=tuple(dict.fromkeys(key for act in run.used for key in act.basis.sources)),
    )
