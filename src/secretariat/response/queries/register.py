"""Reading the whole register of joint forces as of a day: each case with what has become of it."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from django.db.models import Q

from secretariat.access.rules import Viewer
from secretariat.decisions.queries import decisions
from secretariat.organs.queries import organs
from secretariat.parties.queries import instruments, organisation, states, treaty_acts
from secretariat.response import models
from secretariat.response.queries.reading import (
    activation_act_of,
    activation_of,
    assistance_of,
    consent_of,
    consultation_act_of,
    consultation_of,
    contribution_of,
    force_of,
    pledge_of,
    readiness_of,
    request_act_of,
    request_of,
)
from secretariat.response.rules import (
    Activation,
    ActivationAct,
    Around,
    Assistance,
    CaseAct,
    Consent,
    Consultation,
    ConsultationAct,
    Contribution,
    Course,
    Decided,
    Force,
    Holding,
    Membership,
    Pledge,
    ReadinessReport,
    Request,
    RequestAct,
    course_of,
    holdings_on,
    is_complete,
)
from secretariat.sources.queries import as_known, as_of


@dataclass(frozen=True, slots=True)
class Case:
    """A request with its course, the assistance given in answer to it, and how its open consultations stand.

    ``complete`` says of each consultation that is not closed whether every member that has a say has answered: that is
    all that anybody learns before the close.
    """

    course: Course
    assistance: tuple[Assistance, ...]
    complete: dict[str, bool]

    @property
    def request(self) -> Request:
        """What was asked."""
        return self.course.request

    @property
    def sources(self) -> tuple[str, ...]:
        """Every citation beneath the case, each once."""
        course = self.course
        bases = [
            course.request.basis,
            *(act.basis for act in course.acts),
            *(hearing.consultation.basis for hearing in course.hearings),
            *(hearing.closing.basis for hearing in course.hearings if hearing.closing),
            *(answer.basis for hearing in course.hearings for answer in hearing.answers),
            *(mandate.activation.basis for mandate in course.mandates),
            *(act.basis for mandate in course.mandates for act in mandate.acts),
            *(each.basis for mandate in course.mandates for each in (*mandate.contributions, *mandate.totals)),
            *(each.basis for each in self.assistance),
        ]
        others = [
            key
            for mandate in course.mandates
            for each in (*mandate.contributions, *mandate.totals)
            for other in each.others
            for key in other.sources
        ]
        return tuple(dict.fromkeys([*(key for basis in bases for key in basis.sources), *others]))


@dataclass(frozen=True, slots=True)
class ResponseRegister:
    """Forces, what is pledged to them and reported of them, requests by date, assistance without a request."""

    forces: dict[str, Force]
    holdings: tuple[Holding, ...]
    pledges: tuple[Pledge, ...]
    reports: tuple[ReadinessReport, ...]
    cases: tuple[Case, ...]
    other_assistance: tuple[Assistance, ...]

    def __bool__(self) -> bool:
        return bool(self.forces or self.pledges or self.cases or self.other_assistance)


Made = TypeVar("Made")
_CASE_TABLES: tuple[tuple[Any, Callable[[Any, datetime], CaseAct]], ...] = (
    (models.RequestAct, request_act_of),
    (models.Consultation, consultation_of),
    (models.ConsultationAct, consultation_act_of),
    (models.Consent, consent_of),
    (models.Activation, activation_of),
    (models.ActivationAct, activation_act_of),
    (models.Contribution, contribution_of),
)


@dataclass(frozen=True, slots=True)
class _Acts:
    """Every act by the case it belongs to."""

    by_request: dict[str, list[CaseAct]]
    consultations: tuple[Consultation, ...]
    closes: dict[str, ConsultationAct]


def _read(
    viewer: Viewer, model: Any, make: Callable[[Any, datetime], Made], on: date, known_at: datetime
) -> list[Made]:
    """What the rows of a table say that had happened by ``on``, by date and key. One query."""
    rows = as_of(viewer, model, on, known_at)
    return [make(row, known_at) for row in sorted(rows, key=lambda row: (row.latest, row.key))]


def _acts(viewer: Viewer, on: date, known_at: datetime, also: Sequence[CaseAct]) -> _Acts:
    """The acts of all cases, with some that are not recorded. Seven queries."""
    every = [*also, *(act for model, make in _CASE_TABLES for act in _read(viewer, model, make, on, known_at))]
    consultations = {act.key: act for act in every if isinstance(act, Consultation)}
    activations = {act.key: act for act in every if isinstance(act, Activation)}
    grouped: dict[str, list[CaseAct]] = defaultdict(list)
    for act in every:
        owner: RequestAct | Consultation | Activation | None
        match act:
            case Consent() | ConsultationAct():
                owner = consultations.get(act.consultation)
            case ActivationAct() | Contribution():
                owner = activations.get(act.activation)
            case _:
                owner = act
        if owner is not None:
            grouped[owner.request].append(act)
    closes = {act.consultation: act for act in every if isinstance(act, ConsultationAct)}
    return _Acts(dict(grouped), tuple(consultations.values()), closes)


def membership(viewer: Viewer, *, known_at: datetime) -> Membership:
    """What says who is a member and bound by what. Four queries. Raises ``NoOrganisation`` on an empty register."""
    return Membership(
        states=states(viewer, known_at=known_at),
        instruments=instruments(viewer, known_at=known_at),
        acts=treaty_acts(viewer, known_at=known_at),
        constituent=organisation(viewer, known_at=known_at).constituent,
    )


def _around(
    viewer: Viewer, on: date, known_at: datetime, acts: _Acts, forces: dict[str, Force], parties: Membership
) -> Around:
    """Who has a say in each consultation (on the day of its close, else on ``on``), and the decisions. Two queries."""
    voices = {}
    for each in acts.consultations:
        close = acts.closes.get(each.key)
        force = forces.get(each.force or "")
        voices[each.key] = parties.voices_on(close.when.latest if close else on, force.instrument if force else None)
    return Around(
        voices=voices,
        quorum={key: organ.quorum for key, organ in organs(viewer, on=on, known_at=known_at).items()},
        decisions={each.key: Decided(each.organ, each.when) for each in decisions(viewer, on=on, known_at=known_at)},
    )


def _answered(on: date, known_at: datetime, consultations: Sequence[str]) -> dict[str, set[str]]:
    """Who has answered in consultations that are still open: for counting to the full number, never for showing."""
    rows = models.Consent._default_manager.filter(
        Q(known_from__isnull=True) | Q(known_from__lte=known_at),
        consultation__in=consultations,
        answer__isnull=False,
        latest__lte=on,
    )
    found: dict[str, set[str]] = defaultdict(set)
    for consultation, state in rows.values_list("consultation", "state"):
        found[consultation].add(state)
    return found


def response_register(
    viewer: Viewer, *, on: date, known_at: datetime, also: Sequence[CaseAct] = ()
) -> ResponseRegister:
    """The register as of a day. Nineteen queries, however much it holds.

    Raises ``NoOrganisation`` on an empty register. Answers of a consultation that is not closed by ``known_at`` are
    not read, except those of the viewer's own state. ``also`` adds acts that are not recorded, to see what they do.
    """
    forces = {
        row.identity: force_of(row, known_at)
        for row in sorted(as_known(viewer, models.Force, known_at), key=lambda row: row.identity)
    }
    pledges = _read(viewer, models.Pledge, pledge_of, on, known_at)
    reports = _read(viewer, models.Readiness, readiness_of, on, known_at)
    requests = _read(viewer, models.Request, request_of, on, known_at)
    helped = _read(viewer, models.Assistance, assistance_of, on, known_at)
    acts = _acts(viewer, on, known_at, also)
    around = _around(viewer, on, known_at, acts, forces, membership(viewer, known_at=known_at))
    still_open = [each.key for each in acts.consultations if each.key not in acts.closes]
    answered = _answered(on, known_at, still_open)
    cases = []
    for request in requests:
        own = tuple(each for each in helped if each.request == request.key)
        course = course_of(
            request,
            acts.by_request.get(request.key, ()),
            around=around,
            on=on,
            assisted=[each.when for each in own],
            tried={act.key for act in also},
        )
        complete = {
            hearing.consultation.key: is_complete(answered[hearing.consultation.key], hearing.voices)
            for hearing in course.hearings
            if not hearing.is_closed
        }
        cases.append(Case(course, own, complete))
    known = {request.key for request in requests}
    return ResponseRegister(
        forces=forces,
        holdings=tuple(holdings_on(pledges, reports, on)),
        pledges=tuple(pledges),
        reports=tuple(reports),
        cases=tuple(cases),
        other_assistance=tuple(each for each in helped if each.request not in known),
    )
