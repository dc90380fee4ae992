"""Who holds an office, and who presides, on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations

from secretariat.kernel import ImpreciseDate, LocalizedText, Period, Standing, weakest
from secretariat.sources.rules import Basis


class Role(StrEnum):
    """What somebody is to an organ."""

    CHAIR = "chair"
    HEAD = "head"


class TermEdge(StrEnum):
    """Which end of a term an act is."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class TermAct:
    """The first day of a term, or the last one; ``term`` pairs the two."""

    key: str
    term: str
    organ: str
    role: Role
    kind: TermEdge
    when: ImpreciseDate
    basis: Basis
    person: LocalizedText = LocalizedText()
    state: str | None = None
    acting: bool = False
    temporary: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office: the days on which somebody surely holds it, and the dates as the record has them.

    An imprecise start counts from its last possible day, an imprecise end until its last possible day: on days between
    the bounds of either the holder is not :meth:`certain_on`.
    """

    key: str
    organ: str
    role: Role
    person: LocalizedText
    state: str | None
    acting: bool
    temporary: bool
    start: ImpreciseDate | None
    end: ImpreciseDate | None
    period: Period
    standing: Standing
    sources: tuple[str, ...]
    acts: tuple[str, ...]

    def certain_on(self, day: date) -> bool:
        """Whether the dates leave no doubt that the term ran on ``day``."""
        started = self.start is not None and self.start.latest <= day
        return started and (self.end is None or day <= self.end.earliest)


@dataclass(frozen=True, slots=True)
class TermConflict:
    """Two terms in one office that share more than the day of the handover."""

    terms: tuple[str, str]
    shared: Period


def _period(start: ImpreciseDate | None, end: ImpreciseDate | None) -> Period | None:
    first = start.latest if start else None
    after = end.latest + timedelta(days=1) if end else None
    if first is not None and after is not None and after <= first:
        return None
    return Period(first, after)


def _term(key: str, acts: Sequence[TermAct]) -> Term | None:
    ordered = sorted(acts, key=lambda act: (act.when.latest, act.key))
    start = next((act for act in ordered if act.kind is TermEdge.START), None)
    end = next((act for act in reversed(ordered) if act.kind is TermEdge.END), None)
    lead = start or end
    if lead is None:
        return None
    period = _period(start.when if start else None, end.when if end else None)
    if period is None:
        return None
    used = [act for act in (start, end) if act is not None]
    return Term(
        key=key,
        organ=lead.organ,
        role=lead.role,
        person=lead.person,
        state=lead.state,
        acting=lead.acting,
        temporary=lead.temporary,
        start=start.when if start else None,
        end=end.when if end else None,
        period=period,
        standing=weakest(act.basis.standing for act in used),
        sources=tuple(dict.fromkeys(source for act in used for source in act.basis.sources)),
        acts=tuple(act.key for act in used),
    )


def terms_from(acts: Iterable[TermAct]) -> list[Term]:
    """The terms that acts describe, by organ, role and first day.

    A term that ends before it starts has no day and is left out; reading a pack refuses it.
    """
    grouped: dict[str, list[TermAct]] = {}
    for act in acts:
        grouped.setdefault(act.term, []).append(act)
    found = [term for key, group in grouped.items() if (term := _term(key, group)) is not None]
    return sorted(found, key=lambda term: (term.organ, term.role, term.period.start or date.min, term.key))


def term_conflicts(found: Sequence[Term]) -> list[TermConflict]:
    """Pairs of terms in one office that overlap by more than the day on which one hands over to the other."""
    conflicts = []
    for first, second in combinations(found, 2):
        if (first.organ, first.role) != (second.organ, second.role):
            continue
        shared = first.period.intersection(second.period)
        if shared is None or (shared.days == 1 and _is_handover(first, second)):
            continue
        conflicts.append(TermConflict((first.key, second.key), shared))
    return conflicts


def _is_handover(first: Term, second: Term) -> bool:
    """Whether the last day of one is the first day of the other."""
    return any(
        before.period.end is not None and before.period.end - timedelta(days=1) == after.period.start
        for before, after in ((first, second), (second, first))
    )


def holders_on(found: Iterable[Term], day: date) -> list[Term]:
    """Who holds each office on ``day``; on the day of a handover the one who takes over.

    More than one term for an office means that the record is in conflict; all of them are given.
    """
    running = [term for term in found if day in term.period]
    return [
        term
        for term in running
        if not any(
            other.key != term.key
            and (other.organ, other.role) == (term.organ, term.role)
            and other.period.start == day
            and term.period.end == day + timedelta(days=1)
            and term.period.start != day
            for other in running
        )
    ]
