"""The kinds of jobs and the duties that the rooms have declared in their ``jobs.py``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Protocol

from django.utils.module_loading import autodiscover_modules

from secretariat.access.rules import Viewer

Progress = Callable[[str, int, int], None]
"""Called with the stage, how much is done and how much there is in all (0: unknown); raises ``JobCancelled``."""
NO_TIME = timedelta()


@dataclass(frozen=True, slots=True)
class Work:
    """What a job's function is given besides its arguments. ``viewer`` is who asked, as they were then."""

    job: str
    attempt: int
    viewer: Viewer
    progress: Progress


class Function(Protocol):
    """The function of a kind: takes the arguments that were asked with, returns what JSON can say."""

    def __call__(self, work: Work, /, **arguments: Any) -> Mapping[str, Any]:
        """Do the work."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of job. The text of ``mistakes`` is for whoever asked; any other failure is told to the log alone."""

    name: str
    function: Function
    is_repeatable: bool
    mistakes: tuple[type[Exception], ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """What is due every so often, counted from midnight UTC and ``at``; called with the database's instant."""

    name: str
    every: timedelta
    at: timedelta
    function: Callable[[datetime], None]


class UnknownKind(LookupError):
    """No room has declared such a kind of job."""


_KINDS: dict[str, Kind] = {}
_DUTIES: dict[str, Duty] = {}


@cache
def _discover() -> None:
    """Import the ``jobs`` module of every room that has one."""
    autodiscover_modules("jobs")


def job_kind(
    name: str, *, is_repeatable: bool = False, mistakes: tuple[type[Exception], ...] = ()
) -> Callable[[Function], Function]:
    """Declare the decorated function as a kind of job.

    ``is_repeatable``: it may be started again after its worker was lost, since doing it twice does no harm.
    """

    def declare(function: Function) -> Function:
        _KINDS[name] = Kind(name, function, is_repeatable, mistakes)
        return function

    return declare


def duty(
    name: str, *, every: timedelta, at: timedelta = NO_TIME
) -> Callable[[Callable[[datetime], None]], Callable[[datetime], None]]:
    """Declare the decorated function as a duty. It runs in a transaction, at most once for each time it is due."""

    def declare(function: Callable[[datetime], None]) -> Callable[[datetime], None]:
        _DUTIES[name] = Duty(name, every, at, function)
        return function

    return declare


def kind_of(name: str) -> Kind:
    """The kind with this name; raises :class:`UnknownKind`."""
    _discover()
    try:
        return _KINDS[name]
    except KeyError:
        msg = f"no room declares the kind of job {name!r}; known are {', '.join(sorted(_KINDS)) or 'none'}"
        raise UnknownKind(msg) from None


def duties() -> tuple[Duty, ...]:
    """Every duty, by name."""
    _discover()
    return tuple(_DUTIES[name] for name in sorted(_DUTIES))
