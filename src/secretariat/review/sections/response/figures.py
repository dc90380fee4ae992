"""The figures of the chapter, each with the rows it was computed from."""

from collections.abc import Iterable, Sequence

from secretariat.kernel import Figure, Standing, Trace
from secretariat.response.queries import Case
from secretariat.response.rules import (
    Contribution,
    ContributionKind,
    Hearing,
    Holding,
    Mandate,
    OtherPersons,
    Pledge,
    ReadinessReport,
    RequestStatus,
)
from secretariat.review.queries import Snapshot
from secretariat.review.rules.method import Method, count
from secretariat.review.rules.response import CASES, CONSENT, CONTRIBUTED, PLEDGED
from secretariat.sources.rules import Basis

OPEN = frozenset(
    {
        RequestStatus.MADE,
        RequestStatus.UNDER_CONSULTATION,
        RequestStatus.AGREED,
        RequestStatus.NOT_AGREED,
        RequestStatus.ACTIVATED,
    }
)


def trace_of(method: Method, bases: Sequence[Basis], *filters: str, more: Iterable[str] = ()) -> Trace:
    """The trace of a figure that rests on some acts."""
    return Trace(
        method.name,
        method.version,
        tuple(dict.fromkeys(basis.key for basis in bases)),
        filters,
        tuple(basis.standing for basis in bases),
        tuple(dict.fromkeys([*(key for basis in bases for key in basis.sources), *more])),
    )


def in_persons(shot: Snapshot) -> list[Holding]:
    """The pledges that are made in persons, not in a share of the costs."""
    return [each for each in shot.response.holdings if each.kind is not ContributionKind.BUDGET]


def members_pledging(shot: Snapshot) -> Figure:
    """How many members have a pledge in persons on record."""
    held = in_persons(shot)
    codes = {member.state.code for member in shot.members}
    trace = trace_of(PLEDGED, [each.pledge.basis for each in held], f"on = {shot.on}", "kind is not budget")
    return Figure.rate("force-members-pledging", len({each.state for each in held} & codes), len(codes), trace)


def pledges_numbered(shot: Snapshot) -> Figure:
    """How many pledges state a number of persons."""
    held = in_persons(shot)
    trace = trace_of(PLEDGED, [each.pledge.basis for each in held], f"on = {shot.on}", "kind is not budget")
    return Figure.rate("force-pledges-numbered", sum(bool(each.pledge.persons) for each in held), len(held), trace)


def pledges_confirmed(shot: Snapshot) -> Figure:
    """How many pledges a readiness report of the same member and kind confirms."""
    held = in_persons(shot)
    bases = [each.pledge.basis for each in held] + [each.report.basis for each in held if each.report]
    trace = trace_of(PLEDGED, bases, f"on = {shot.on}", "kind is not budget")
    return Figure.rate(
        "force-pledges-confirmed",
        sum(each.report is not None and bool(each.report.persons) for each in held),
        len(held),
        trace,
    )


def _cases(shot: Snapshot, name: str, chosen: Sequence[Case], *filters: str) -> Figure:
    bases = [basis for case in chosen for basis in (case.request.basis, *(act.basis for act in case.course.acts))]
    return Figure(name, len(chosen), "requests", trace_of(CASES, bases, f"on = {shot.on}", *filters))


def requests_made(shot: Snapshot) -> Figure:
    """Every request on record."""
    return _cases(shot, "force-requests", shot.response.cases)


def requests_open(shot: Snapshot) -> Figure:
    """Requests that are neither answered nor over."""
    chosen = [case for case in shot.response.cases if case.course.status in OPEN]
    return _cases(shot, "force-requests-open", chosen, "neither answered nor over")


def mandates(shot: Snapshot) -> list[tuple[Case, Mandate]]:
    """Every mandate with its case."""
    return [(case, mandate) for case in shot.response.cases for mandate in case.course.mandates]


def mandates_figure(shot: Snapshot, *, running: bool) -> Figure:
    """How many mandates there were, or run on the day."""
    chosen = [mandate for _, mandate in mandates(shot) if mandate.runs or not running]
    bases = [basis for each in chosen for basis in (each.activation.basis, *(act.basis for act in each.acts))]
    name = "force-mandates-running" if running else "force-mandates"
    filters = ("not over",) if running else ()
    return Figure(name, len(chosen), "mandates", trace_of(CASES, bases, f"on = {shot.on}", *filters))


def pledged(pledge: Pledge) -> Figure:
    """The persons of one pledge, or its share of the costs."""
    name, value, unit = ("persons-pledged", pledge.persons.value, "persons")
    if pledge.kind is ContributionKind.BUDGET:
        name, value, unit = ("cost-share", pledge.percent, "percent")
    return Figure(f"{pledge.key.lower()}-{name}", value, unit, trace_of(PLEDGED, [pledge.basis]))


def reported(report: ReadinessReport) -> Figure:
    """The persons of one readiness report."""
    return Figure(
        f"{report.key.lower()}-persons-reported", report.persons.value, "persons", trace_of(PLEDGED, [report.basis])
    )


def contributed(contribution: Contribution) -> Figure:
    """The persons of one contribution or published total."""
    name = f"{contribution.key.lower()}-persons-contributed"
    return Figure(name, contribution.persons.value, "persons", trace_of(CONTRIBUTED, [contribution.basis]))


def other_number(owner: str, number: int, basis: Basis, other: OtherPersons) -> Figure:
    """The persons that another source gives."""
    method = CONTRIBUTED
    trace = Trace(method.name, method.version, (basis.key,), ("another source",), (Standing.DISPUTED,), other.sources)
    return Figure(f"{owner.lower()}-{number}-persons-other", other.persons.value, "persons", trace)


def contributed_sum(mandate: Mandate) -> Figure:
    """The sum over the members' contributions."""
    bases = [each.basis for each in mandate.contributions]
    trace = trace_of(CONTRIBUTED, bases, "members whose number is known")
    return Figure(f"{mandate.activation.key.lower()}-contributed-sum", mandate.persons.total, "persons", trace)


def consents_figure(hearing: Hearing) -> Figure:
    """How many of those that have a say consent; only of a closed consultation."""
    agreeing = [each for each in hearing.answers if each.answer is not None and each.answer.value in _AGREEING]
    bases = [hearing.consultation.basis, *(each.basis for each in hearing.answers)]
    return Figure.rate(
        f"{hearing.consultation.key.lower()}-agreed-of-asked",
        len(agreeing),
        len(hearing.voices.counted),
        trace_of(CONSENT, bases, "answers open"),
    )


_AGREEING = frozenset({"consents", "no_objection"})


def assistance_given(shot: Snapshot) -> Figure:
    """How many times assistance other than forces is on record."""
    given = [each for case in shot.response.cases for each in case.assistance] + list(shot.response.other_assistance)
    return count(
        "assistance-given",
        CASES,
        tuple(each.key for each in given),
        unit="acts",
        standings=tuple(each.basis.standing for each in given),
        sources=tuple(key for each in given for key in each.basis.sources),
        filters=(f"on = {shot.on}",),
    )
