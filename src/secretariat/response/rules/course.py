"""The course of a request: a fold over all that followed it, which refuses what consent does not carry.

Nothing is activated without the request or the approval of the state on whose territory it takes place, nor against
the adoption rule of the organ that decides; a suspended member and one not bound by the agreement have no say; the
host's withdrawal of its consent ends the mandate; nobody contributes more than its national consent allows. A refused
act stays on record with its reason and changes nothing.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from secretariat.kernel import ImpreciseDate, Standing, weakest
from secretariat.organs.rules import QuorumRule
from secretariat.response.rules.hearing import Hearing, OpenHearing
from secretariat.response.rules.kinds import MandateEnd, RequestActKind, RequestStatus
from secretariat.response.rules.mandates import Mandate, RunningMandate
from secretariat.response.rules.requests import (
    Activation,
    ActivationAct,
    CaseAct,
    Consent,
    Consultation,
    ConsultationAct,
    Contribution,
    Request,
    RequestAct,
)
from secretariat.response.rules.voices import Voices


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as an activation needs it: whose it is, when it was taken, and whether it was adopted.

    ``adopted`` is ``None`` when no adoption is on record and the decision itself is all that is known.
    """

    organ: str
    when: ImpreciseDate | None
    adopted: bool | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """What a case rests on outside of it: who has a say in each consultation, quorum rules, decisions."""

    voices: Mapping[str, Voices] = field(default_factory=dict)
    quorum: Mapping[str, QuorumRule] = field(default_factory=dict)
    decisions: Mapping[str, Decided] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RefusedAct:
    """An act that changed nothing, and why."""

    act: CaseAct
    reason: str


@dataclass(frozen=True, slots=True)
class Course:
    """What has become of a request by a day."""

    request: Request
    status: RequestStatus
    since: ImpreciseDate
    host_agrees: bool
    hearings: tuple[Hearing, ...]
    mandates: tuple[Mandate, ...]
    acts: tuple[RequestAct, ...]
    refused: tuple[RefusedAct, ...]

    @property
    def standing(self) -> Standing:
        """The weakest standing of the request and of what became of it."""
        return weakest(
            [
                self.request.basis.standing,
                *(act.basis.standing for act in self.acts),
                *(hearing.standing for hearing in self.hearings),
                *(mandate.standing for mandate in self.mandates),
            ]
        )


_ENDINGS = {
    RequestActKind.WITHDRAWN: RequestStatus.WITHDRAWN,
    RequestActKind.DECLINED: RequestStatus.DECLINED,
    RequestActKind.LAPSED: RequestStatus.LAPSED,
    RequestActKind.OFF_AGENDA: RequestStatus.OFF_AGENDA,
}
_RANK = (RequestAct, Consultation, Consent, ConsultationAct, Activation, Contribution, ActivationAct)
_NO_VOICES = Voices(frozenset())


def _order(act: CaseAct) -> tuple[date, int, str]:
    """By day; on one day consent comes before the close, the close before the activation, the end last.

    A request is withdrawn or ends after everything else of its day; the host approves before.
    """
    rank = _RANK.index(type(act))
    if isinstance(act, RequestAct) and act.kind is not RequestActKind.HOST_APPROVED:
        rank = len(_RANK)
    return act.when.latest, rank, act.key


@dataclass(slots=True)
class _Run:
    request: Request
    around: Around
    host_agrees: bool
    status: RequestStatus = RequestStatus.MADE
    since: ImpreciseDate | None = None
    ended: RequestStatus | None = None
    hearings: dict[str, OpenHearing] = field(default_factory=dict)
    mandates: dict[str, RunningMandate] = field(default_factory=dict)
    acts: list[RequestAct] = field(default_factory=list)
    refused: list[RefusedAct] = field(default_factory=list)

    def become(self, status: RequestStatus, when: ImpreciseDate) -> None:
        self.status, self.since = status, when

    @property
    def running(self) -> list[RunningMandate]:
        return [each for each in self.mandates.values() if each.ended_on is None]

    def pass_time(self, day: date) -> None:
        """Let mandates run out whose last day has come."""
        for mandate in self.running:
            mandate.pass_time(day)
            if mandate.ended_on is not None and not self.running:
                self.become(RequestStatus.CONCLUDED, ImpreciseDate.on(mandate.ended_on))

    def stop_all(self, when: ImpreciseDate, end: MandateEnd) -> None:
        if self.running:
            for mandate in self.running:
                mandate.stop(when.latest, end)
            self.become(RequestStatus.CONCLUDED, when)

    def step(self, act: CaseAct) -> str | None:  # noqa: PLR0911  # one line for each kind of act
        """Apply an act; the reason when it is refused."""
        if act.when.latest < self.request.when.earliest:
            return f"before the request of {self.request.when}"
        match act:
            case RequestAct():
                return self.fate(act)
            case Consultation():
                return self.consult(act)
            case Consent() | ConsultationAct():
                return self.hear(act)
            case Activation():
                return self.activate(act)
            case ActivationAct():
                return self.continue_(act)
            case Contribution():
                mandate = self.mandates.get(act.activation)
                return "no such mandate has begun" if mandate is None else mandate.contribute(act)

    def fate(self, act: RequestAct) -> str | None:  # one line for each condition
        if self.ended is not None:
            return f"the request is {self.ended.value}"
        if act.kind in {RequestActKind.HOST_APPROVED, RequestActKind.HOST_WITHDREW}:
            return self.host(act)
        if act.kind in {RequestActKind.WITHDRAWN, RequestActKind.OFF_AGENDA} and act.state != self.request.state:
            return f"only {self.request.state}, which made the request, takes it back"
        if act.kind in {RequestActKind.DECLINED, RequestActKind.LAPSED} and self.mandates:
            return "it has been acted upon"
        if act.kind in _ENDINGS:
            self.ended = _ENDINGS[act.kind]
            self.stop_all(act.when, MandateEnd.HOST_WITHDREW)
            self.become(self.ended, act.when)
        elif act.kind is RequestActKind.ANSWERED:
            decided = self.around.decisions.get(act.decision or "")
            if decided is None:
                return "no decision that answers it is on record"
            if self.status is not RequestStatus.ANSWERED:
                self.become(RequestStatus.ANSWERED, act.when)
        else:
            self.become(RequestStatus.NOT_AGREED, act.when)
        self.acts.append(act)
        return None

    def host(self, act: RequestAct) -> str | None:
        territory = self.request.territory
        if act.state != territory:
            return f"only {territory}, on whose territory it would take place, can say so"
        self.host_agrees = act.kind is RequestActKind.HOST_APPROVED
        if not self.host_agrees:
            self.stop_all(act.when, MandateEnd.HOST_WITHDREW)
        self.acts.append(act)
        return None

    def consult(self, act: Consultation) -> str | None:
        if self.ended is not None:
            return f"the request is {self.ended.value}"
        voices = self.around.voices.get(act.key, _NO_VOICES)
        self.hearings[act.key] = OpenHearing(act, voices)
        if not self.mandates:
            self.become(RequestStatus.UNDER_CONSULTATION, act.when)
        return None

    def hear(self, act: Consent | ConsultationAct) -> str | None:
        hearing = self.hearings.get(act.consultation)
        if hearing is None:
            return "there is no such consultation"
        if isinstance(act, Consent):
            return hearing.take(act)
        refusal = hearing.close(act, self.around.quorum)
        if refusal is None and not self.mandates and self.ended is None:
            agreed = hearing.result().agreed
            self.become(RequestStatus.AGREED if agreed else RequestStatus.BLOCKED, act.when)
        return refusal

    def hearing_for(self, force: str | None) -> OpenHearing | None:
        """The consultation about this force (or about none) that was closed last."""
        closed = [each for each in self.hearings.values() if each.closing is not None]
        fitting = [each for each in closed if each.consultation.force in {force, None}]
        return max(fitting, key=_closing_day, default=None)

    def decision_refusal(self, key: str | None, organ: str, day: date) -> str | None:
        decided = self.around.decisions.get(key or "")
        if decided is None:
            return "no decision of the competent organ is on record"
        if decided.organ != organ:
            return f"the decision is one of {decided.organ}; the members were consulted in {organ}"
        if decided.when is None or decided.when.earliest > day:
            return f"the decision was not taken by {day}"
        return "the decision was not adopted" if decided.adopted is False else None

    def activation_refusal(self, act: Activation) -> str | None:  # noqa: PLR0911  # one line for each condition
        """Why nothing may be activated; ``None`` when everything is there."""
        if self.ended is not None:
            return f"the request is {self.ended.value}"
        if not self.host_agrees:
            return f"{self.request.territory}, on whose territory it would take place, neither asked nor approved"
        if self.running:
            return "a mandate is running"
        if act.until is not None and act.until <= act.when.latest:
            return f"its end {act.until} is not after its start {act.when}"
        hearing = self.hearing_for(act.force)
        if hearing is None:
            return "the members have not been consulted, or the consultation is not closed"
        if hearing.adoption is None or not hearing.adoption.is_adopted:
            reasons = "; ".join(hearing.adoption.reasons) if hearing.adoption else ""
            return f"against the adoption rule: {reasons}"
        return self.decision_refusal(act.decision, hearing.consultation.organ, act.when.latest)

    def activate(self, act: Activation) -> str | None:
        refusal = self.activation_refusal(act)
        if refusal is not None:
            return refusal
        hearing = self.hearing_for(act.force)
        consents = {} if hearing is None else dict(hearing.answers)
        voices = None if hearing is None else hearing.voices
        self.mandates[act.key] = RunningMandate(act, voices, act.until, consents)
        self.become(RequestStatus.ACTIVATED, act.when)
        return None

    def continue_(self, act: ActivationAct) -> str | None:
        mandate = self.mandates.get(act.activation)
        if mandate is None:
            return "no such mandate has begun"
        if act.until is not None:
            hearing = self.hearing_for(mandate.activation.force)
            organ = "" if hearing is None else hearing.consultation.organ
            if (refusal := self.decision_refusal(act.decision, organ, act.when.latest)) is not None:
                return refusal
        refusal = mandate.apply(act)
        if mandate.ended_on is not None and not self.running and self.ended is None:
            self.become(RequestStatus.CONCLUDED, ImpreciseDate.on(mandate.ended_on))
        return refusal


def _closing_day(hearing: OpenHearing) -> tuple[date, str]:
    day = hearing.closing.when.latest if hearing.closing else date.min
    return day, hearing.consultation.key


def course_of(
    request: Request,
    acts: Iterable[CaseAct],
    *,
    around: Around,
    on: date,
    assisted: Iterable[ImpreciseDate] = (),
    tried: Collection[str] = (),
) -> Course:
    """What has become of ``request`` by ``on``; acts after that day are left out.

    ``assisted`` are the days on which assistance other than forces was given in answer to it. ``tried`` are the keys
    of acts that are not on record yet: they come after everything else of their day.
    """
    run = _Run(request, around, host_agrees=request.state == request.territory)
    for act in sorted(acts, key=lambda act: (act.when.latest, act.key in tried, *_order(act))):
        if act.when.latest > on:
            break
        run.pass_time(act.when.latest)
        reason = run.step(act)
        if reason is not None:
            run.refused.append(RefusedAct(act, reason))
    run.pass_time(on)
    helped = [day for day in assisted if day.has_happened_by(on)]
    untouched = {RequestStatus.MADE, RequestStatus.UNDER_CONSULTATION, RequestStatus.AGREED, RequestStatus.BLOCKED}
    if helped and run.status in untouched:
        run.become(RequestStatus.ASSISTED, min(helped))
    return Course(
        request=request,
        status=run.status,
        since=run.since or request.when,
        host_agrees=run.host_agrees,
        hearings=tuple(each.result() for each in run.hearings.values()),
        mandates=tuple(each.result() for each in run.mandates.values()),
        acts=tuple(run.acts),
        refused=tuple(run.refused),
    )
