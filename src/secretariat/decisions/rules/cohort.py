"""Which commitments are counted together, and that each is counted once."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from secretariat.decisions.rules.acts import Engagement
from secretariat.decisions.rules.status import CommitmentStatus, Status
from secretariat.kernel import weakest


@dataclass(frozen=True, slots=True)
class Cohort:
    """The commitments of some decisions: as they were laid down at adoption, and as they stand on a day.

    Only leaves are counted: a commitment that is divided into others is represented by them. In ``frozen`` a commitment
    that was divided after adoption stays one, with the status its parts give it. ``frozen_on`` is the last adoption;
    ``None`` when there are no decisions. ``added`` are in ``current`` only, ``gone`` in ``frozen`` only.
    """

    name: str
    frozen_on: date | None
    frozen: tuple[CommitmentStatus, ...]
    current: tuple[CommitmentStatus, ...]
    decisions: tuple[str, ...] = ()

    @property
    def added(self) -> tuple[str, ...]:
        """Keys of the commitments assigned since."""
        frozen = {status.key for status in self.frozen}
        return tuple(status.key for status in self.current if status.key not in frozen)

    @property
    def gone(self) -> tuple[str, ...]:
        """Keys of those that were divided since, or whose addressee is a member no longer."""
        current = {status.key for status in self.current}
        return tuple(status.key for status in self.frozen if status.key not in current)


def leaves(statuses: Iterable[CommitmentStatus]) -> list[CommitmentStatus]:
    """Those that no other one of them is a part of, each once, in the order given."""
    unique = {status.key: status for status in statuses}
    divided = {status.commitment.parent for status in unique.values()}
    return [status for key, status in unique.items() if key not in divided]


Parts = Mapping[str, list[CommitmentStatus]]
"""What each divided commitment was divided into."""


def _parts(statuses: Iterable[CommitmentStatus]) -> Parts:
    parts: dict[str, list[CommitmentStatus]] = {}
    for status in statuses:
        if status.commitment.parent is not None:
            parts.setdefault(status.commitment.parent, []).append(status)
    return parts


def _with_parts(chosen: Mapping[str, CommitmentStatus], parts: Parts) -> dict[str, CommitmentStatus]:
    """The chosen ones and everything they were divided into, under whatever decision that stands."""
    found, waiting = dict(chosen), list(chosen)
    while waiting:
        for part in parts.get(waiting.pop(), ()):
            if part.key not in found:
                found[part.key] = part
                waiting.append(part.key)
    return found


_SILENT = frozenset({Status.UNKNOWN, Status.PROPOSED, Status.ACCEPTED})


def rolled_up(own: CommitmentStatus, parts: Sequence[CommitmentStatus]) -> CommitmentStatus:
    """The status of a divided commitment: what was said about itself, else what its parts give.

    Verified or claimed when every part that still stands is; blocked when every one is; not started when every one is;
    in progress when anything is under way or done; else as silent as it was.
    """
    standing_parts = [part for part in parts if not part.status.is_closed and part.status is not Status.DECLINED]
    if own.status not in _SILENT or not standing_parts:
        return own
    found = {part.status for part in standing_parts}
    if found == {Status.VERIFIED}:
        status = Status.VERIFIED
    elif all(each.is_done for each in found):
        status = Status.CLAIMED
    elif found <= {Status.NOT_STARTED} or found <= {Status.BLOCKED}:
        status = found.pop()
    elif found & {Status.IN_PROGRESS, Status.STAGNANT, Status.CLAIMED, Status.VERIFIED, Status.BLOCKED}:
        status = Status.IN_PROGRESS
    else:
        return own
    claims = [part.first_claimed for part in standing_parts]
    verifications = [part.first_verified for part in standing_parts]
    words = [part.last_word for part in standing_parts if part.last_word is not None]
    reports = [part.last_report for part in standing_parts if part.last_report is not None]
    return own._replace(
        status=status,
        engagement=Engagement.ACCEPTED if own.engagement is Engagement.UNKNOWN else own.engagement,
        commitment_overdue=own.current_due is not None and status.is_open and own.commitment_overdue,
        first_claimed=None if None in claims else max(day for day in claims if day is not None),
        first_verified=None if None in verifications else max(day for day in verifications if day is not None),
        last_word=max(words, default=None),
        last_report=max(reports, default=None),
        standing=weakest(part.standing for part in standing_parts if part.status not in _SILENT),
        acts=tuple(dict.fromkeys((*own.acts, *(key for part in standing_parts for key in part.acts)))),
        sources=tuple(dict.fromkeys((*own.sources, *(key for part in standing_parts for key in part.sources)))),
    )


def cohort_of(
    name: str,
    *,
    decisions: Mapping[str, date],
    statuses: Sequence[CommitmentStatus],
    members: AbstractSet[str] | None = None,
) -> Cohort:
    """The cohort of some decisions, given with their days of adoption, among all statuses of a register on a day.

    ``frozen``: assigned by the adoption of a decision they stand under; who joined or left later changes nothing in it.
    ``current``: assigned by now to organs and to those who are ``members`` now (``None``: to anybody).
    """
    frozen_on = max(decisions.values(), default=None)
    chosen: dict[str, CommitmentStatus] = {}
    at_adoption: list[CommitmentStatus] = []
    for status in statuses:
        commitment = status.commitment
        if days := [decisions[key] for key in commitment.decisions if key in decisions]:
            chosen[status.key] = status
            if commitment.assigned <= max(days):
                at_adoption.append(status)
    parts = _parts(statuses)
    frozen = [
        rolled_up(status, _leaf_parts(status, parts)) if status.key in parts else status
        for status in leaves(at_adoption)
    ]
    current = [
        status
        for status in leaves(_with_parts(chosen, parts).values())
        if members is None or status.commitment.state is None or status.commitment.state in members
    ]
    return Cohort(name, frozen_on, tuple(frozen), tuple(current), tuple(sorted(decisions)))


def _leaf_parts(status: CommitmentStatus, parts: Parts) -> list[CommitmentStatus]:
    """The undivided commitments that a divided one consists of."""
    found = _with_parts({status.key: status}, parts)
    return [part for part in leaves(found.values()) if part.key != status.key]
