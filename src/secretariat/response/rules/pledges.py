"""What members have pledged to a force, and what reports confirm of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from secretariat.kernel import ImpreciseDate, LocalizedText, Standing, weakest
from secretariat.response.rules.kinds import ContributionKind, NumberQualifier, PledgeActKind
from secretariat.sources.rules import Basis


@dataclass(frozen=True, slots=True)
class Force:
    """A joint force of the organisation; ``instrument`` is the agreement whose parties it concerns."""

    key: str
    name: LocalizedText
    basis: Basis
    short: LocalizedText = LocalizedText()
    instrument: str | None = None
    decision: str | None = None
    rule: LocalizedText = LocalizedText()
    """Who may ask for it and who decides, in the register's own words."""


@dataclass(frozen=True, slots=True)
class Persons:
    """A number of persons as a source gives it; ``value`` is ``None`` when it is unknown."""

    value: int | None = None
    qualifier: NumberQualifier = NumberQualifier.EXACT

    def __bool__(self) -> bool:
        return self.value is not None


UNKNOWN_PERSONS = Persons()


@dataclass(frozen=True, slots=True)
class OtherPersons:
    """Another number that some source gives."""

    persons: Persons
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pledge:
    """A member's pledge, or its taking back. It counts from ``start`` (else its own date) up to, not on, ``until``."""

    key: str
    force: str
    state: str
    kind: ContributionKind
    act: PledgeActKind
    when: ImpreciseDate
    basis: Basis
    persons: Persons = UNKNOWN_PERSONS
    percent: int | None = None
    start: date | None = None
    until: date | None = None
    text: LocalizedText = LocalizedText()

    def counts_on(self, day: date) -> bool:
        """Whether the day lies in its period."""
        return (self.start or self.when.latest) <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class ReadinessReport:
    """What is reported about a force or one member's part of it; without a state it is about the whole force."""

    key: str
    force: str
    when: ImpreciseDate
    basis: Basis
    state: str | None = None
    kind: ContributionKind | None = None
    persons: Persons = UNKNOWN_PERSONS
    others: tuple[OtherPersons, ...] = ()
    by: LocalizedText = LocalizedText()
    text: LocalizedText = LocalizedText()


@dataclass(frozen=True, slots=True)
class Holding:
    """One member's pledge of one kind on a day, with the newest report about it, if any."""

    force: str
    state: str
    kind: ContributionKind
    pledge: Pledge
    report: ReadinessReport | None

    @property
    def standing(self) -> Standing:
        """The weakest standing of the pledge and the report."""
        return weakest([self.pledge.basis.standing, *([self.report.basis.standing] if self.report else [])])


def holdings_on(pledges: Iterable[Pledge], reports: Iterable[ReadinessReport], on: date) -> list[Holding]:
    """The pledges that count on a day, by force, state and kind; of one kind of a member only the newest.

    A pledge that was taken back, has run out or has not begun is not among them.
    """
    newest: dict[tuple[str, str, ContributionKind], Pledge] = {}
    for pledge in sorted(pledges, key=lambda each: (each.when.latest, each.key)):
        if pledge.when.has_happened_by(on) and (pledge.start is None or pledge.start <= on):
            newest[pledge.force, pledge.state, pledge.kind] = pledge
    confirmed: dict[tuple[str, str | None, ContributionKind | None], ReadinessReport] = {}
    for report in sorted(reports, key=lambda each: (each.when.latest, each.key)):
        if report.when.has_happened_by(on):
            confirmed[report.force, report.state, report.kind] = report
    return [
        Holding(force, state, kind, pledge, confirmed.get((force, state, kind)))
        for (force, state, kind), pledge in sorted(newest.items())
        if pledge.act is PledgeActKind.MADE and pledge.counts_on(on)
    ]


@dataclass(frozen=True, slots=True)
class Tally:
    """A sum over some numbers: how many of them are known, of how many; ``total`` is ``None`` when none is."""

    total: int | None
    known: int
    of: int


def tally(numbers: Iterable[int | None]) -> Tally:
    """Add what is known: unknown numbers are counted, never taken as zero."""
    every = list(numbers)
    known = [number for number in every if number is not None]
    return Tally(sum(known) if known else None, len(known), len(every))
