"""Plans of a council, and how far the commitments beneath them have come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from secretariat.decisions.rules import CommitmentStatus, leaves
from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.sources.rules import Basis


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan names the decision or the provision that lays down what is to be done; the commitments live there."""

    key: str
    field: str
    title: LocalizedText
    adopted: ImpreciseDate | None
    basis: Basis
    decision: str | None = None
    provision: str | None = None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class PlanProgress:
    """A plan and the commitments under its decision or provision, each divided one counted by its parts."""

    plan: Plan
    commitments: tuple[CommitmentStatus, ...]

    @property
    def done(self) -> tuple[CommitmentStatus, ...]:
        """Claimed or verified."""
        return tuple(each for each in self.commitments if each.status.is_done)

    @property
    def overdue(self) -> tuple[CommitmentStatus, ...]:
        """Past their deadline and open."""
        return tuple(each for each in self.commitments if each.commitment_overdue)


def progress_of(plan: Plan, statuses: Iterable[CommitmentStatus]) -> PlanProgress:
    """The commitments of a plan among all of the register. A plan without any says nothing about progress."""
    own = [
        each
        for each in statuses
        if (plan.provision is None or plan.provision in each.commitment.provisions)
        and (plan.decision is None or plan.decision in each.commitment.decisions)
        and (plan.provision is not None or plan.decision is not None)
    ]
    return PlanProgress(plan, tuple(sorted(leaves(own), key=lambda each: each.key)))
