"""Who looks at the register, and the marks that say who may. Here, below the log, so that reading the log asks too."""

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """The distribution mark of a row: who may see it. Not a security classification."""

    PUBLIC = "public"
    MEMBERS = "members"
    SECRETARIAT = "secretariat"


class Body(StrEnum):
    """On whose behalf somebody looks at the register."""

    SECRETARIAT = "secretariat"
    DELEGATION = "delegation"
    PARTNER = "partner"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who reads, and on whose behalf.

    ``code`` names the state of a delegation or the partner organisation. ``person`` is the account, empty where nobody
    signed in. ``active`` is false while a member is suspended and once it is no party any more: it keeps its own and
    what is public. ``seats`` are the organs in which the person sits, ``groups`` the need-to-know groups the person is
    in, ``duties`` what the person does for the own organisation; all at the instant of looking.
    """

    body: Body
    code: str = ""
    person: str = ""
    active: bool = True
    seats: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    duties: frozenset[str] = frozenset()

    @property
    def state(self) -> str | None:
        """Whose delegation it is, if any."""
        return self.code if self.body is Body.DELEGATION else None

    @property
    def organisation(self) -> str:
        """The one organisation somebody reads for: ``secretariat``, ``state:KG``, ``partner:UN``; empty for nobody."""
        match self.body:
            case Body.SECRETARIAT:
                return "secretariat"
            case Body.DELEGATION:
                return f"state:{self.code}"
            case Body.PARTNER:
                return f"partner:{self.code}"
            case _:
                return ""

    @property
    def is_among_members(self) -> bool:
        """Whether what goes to all members reaches the viewer: delegations of members, and the secretariat."""
        return self.active and self.body in {Body.SECRETARIAT, Body.DELEGATION}

    def sees(self, mark: Mark) -> bool:
        """Whether a row with this mark exists for the viewer; a hidden row equals a missing one."""
        match mark:
            case Mark.PUBLIC:
                return True
            case Mark.MEMBERS:
                return self.is_among_members
            case _:
                return self.body is Body.SECRETARIAT


SECRETARIAT = Viewer(Body.SECRETARIAT)
PUBLIC = Viewer(Body.PUBLIC)


def delegation_of(state: str) -> Viewer:
    """The delegation of a member: it sees what is public, what goes to members, and what its own state has sealed."""
    return Viewer(Body.DELEGATION, state)
