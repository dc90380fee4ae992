"""Alignment with statements: how often a state joined when it was asked to."""

from dataclasses import dataclass


class UnableToAlign(Exception):
    """The two counts contradict each other."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Statements joined out of those to which the state was invited."""

    joined: int
    invited: int

    @property
    def share(self) -> float | None:
        """Between 0 and 1; ``None`` where there was no invitation: over nothing there is no rate."""
        return self.joined / self.invited if self.invited else None

    def __str__(self) -> str:
        return f"{self.joined}/{self.invited}" + (f" ({self.share:.0%})" if self.share is not None else "")


def alignment(*, joined: int, invited: int) -> Alignment:
    """The rate at which a state aligned itself, as the European Union's reports count it for candidates.

    A statement to which the state was not invited is in neither count; silence is in the second only.
    Raises :class:`UnableToAlign` when more were joined than there were invitations, or a count is negative.
    """
    if not 0 <= joined <= invited:
        msg = f"{joined} statements joined out of {invited}: expected 0 <= joined <= invited"
        raise UnableToAlign(msg)
    return Alignment(joined, invited)
