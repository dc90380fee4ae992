"""What a state can do in a roll call, and what roll calls are about."""

from enum import StrEnum


class Vote(StrEnum):
    """Six different things; only the first three are votes that were cast."""

    YES = "yes"
    ABSTAIN = "abstain"
    NO = "no"
    ABSENT = "absent"
    """A member that cast no vote."""
    NOT_MEMBER = "not_member"
    """The state was no member of the body on that day."""
    NOT_PARTICIPATING = "not_participating"
    """Present, and said that it takes no part in the vote."""

    @property
    def is_cast(self) -> bool:
        """Whether a vote was cast. Every measure of agreement leaves out what was not."""
        return self in CAST


CAST = (Vote.YES, Vote.ABSTAIN, Vote.NO)
"""The votes that are cast, in the order of the scale on which their distance is taken: abstention is half way."""


class Issue(StrEnum):
    """What a resolution is about, in the classification of the roll-call data; a roll call can have several or none."""

    MIDDLE_EAST = "me"
    """The Palestinian conflict."""
    NUCLEAR = "nu"
    """Nuclear weapons and nuclear material."""
    DISARMAMENT = "di"
    """Arms control and disarmament."""
    HUMAN_RIGHTS = "hr"
    COLONIALISM = "co"
    ECONOMIC = "ec"
    """Economic development."""
