"""Who looks at the register, and the marks that say who may. Here, below the log, so that reading the log asks too."""

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """The distribution mark of a row: who may see it. Not a security classification."""

    PUBLIC = "public"
    SECRETARIAT = "secretariat"


class Body(StrEnum):
    """On whose behalf somebody looks at the register."""

    SECRETARIAT = "secretariat"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who reads, and on whose behalf; ``state`` is whose delegation it is, if any."""

    body: Body
    state: str | None = None

    def sees(self, mark: Mark) -> bool:
        """Whether a row with this mark exists for the viewer; a hidden row equals a missing one."""
        return mark is Mark.PUBLIC or self.body is Body.SECRETARIAT


SECRETARIAT = Viewer(Body.SECRETARIAT)
PUBLIC = Viewer(Body.PUBLIC)


def delegation_of(state: str) -> Viewer:
    """The delegation of a member: it sees what is public, and what its own state has sealed."""
    return Viewer(Body.PUBLIC, state)
