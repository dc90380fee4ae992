"""Reading what preparing a meeting needs, and what members said about its items beforehand."""

from secretariat.conference.queries.preparing import UnableToPrepare, preparation, schedule_of
from secretariat.conference.queries.stances import OwnStance, about_item, own_stances, stances

__all__ = [
    "OwnStance",
    "UnableToPrepare",
    "about_item",
    "own_stances",
    "preparation",
    "schedule_of",
    "stances",
]
