"""No force without consent: the course of a request refuses what consent does not carry, in every order of acts."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from secretariat.kernel import ImpreciseDate, Standing
from secretariat.organs.rules import QuorumRule
from secretariat.parties.rules import MemberStatus, PartyState, PartyStatus, State
from secretariat.response.rules import (
    Activation,
    ActivationAct,
    ActivationActKind,
    Answer,
    Around,
    CaseAct,
    Consent,
    Consultation,
    ConsultationAct,
    ConsultationActKind,
    Contribution,
    ContributionKind,
    Course,
    Decided,
    MandateEnd,
    Persons,
    Pledge,
    PledgeActKind,
    ReadinessReport,
    Request,
    RequestAct,
    RequestActKind,
    RequestStatus,
    Voices,
    course_of,
    holdings_on,
    is_complete,
    tally,
    voices_of,
)
from secretariat.sources.rules import Basis

MEMBERS = ("AM", "BY", "KG", "KZ", "RU", "TJ", "UZ")
START = date(2022, 1, 5)
LATE = date(2023, 1, 1)
CRRF = Voices(frozenset({"AM", "BY", "KG", "KZ", "RU", "TJ"}), frozenset(), frozenset({"UZ"}), instrument="CRRF-2009")
ALL_SEVEN = Voices(frozenset(MEMBERS))
DECIDED = {"DEC": Decided("CSC", ImpreciseDate.on(START))}


def on(day: int) -> ImpreciseDate:
    return ImpreciseDate.on(START + timedelta(days=day))


def basis(key: str) -> Basis:
    return Basis(key)


def request(state: str = "KZ", territory: str = "KZ") -> Request:
    return Request("R", state, territory, on(0), basis("R"))


def fate(kind: RequestActKind, day: int, state: str | None = "KZ", decision: str | None = None) -> RequestAct:
    return RequestAct(f"R-{kind}", "R", kind, on(day), basis("R-fate"), state, decision)


def opened(day: int = 1, force: str | None = "CPF") -> Consultation:
    return Consultation("C", "R", "CSC", on(day), basis("C"), force)


def consent(state: str, answer: Answer | None = Answer.CONSENTS, day: int = 1, persons: int | None = None) -> Consent:
    return Consent(f"C-{state}-{day}", "C", state, on(day), basis(f"C-{state}"), answer, persons)


def closed(day: int = 1) -> ConsultationAct:
    return ConsultationAct("C-closed", "C", ConsultationActKind.CLOSED, on(day), basis("C-closed"))


def mandate(day: int = 1, until: int | None = None, decision: str = "DEC") -> Activation:
    end = START + timedelta(days=until) if until is not None else None
    return Activation("M", "R", decision, on(day), basis("M"), "CPF", end)


def mandate_act(kind: ActivationActKind, day: int, state: str | None = None, until: int | None = None) -> ActivationAct:
    end = START + timedelta(days=until) if until is not None else None
    return ActivationAct(f"M-{kind}", "M", kind, on(day), basis("M-act"), state, "DEC" if until else None, end)


def gives(state: str | None, persons: int | None, day: int = 2) -> Contribution:
    kind = ContributionKind.MILITARY if state else None
    return Contribution(f"G-{state}-{day}", "M", on(day), basis(f"G-{state}"), state, kind, Persons(persons))


def course(*acts: CaseAct, asked: Request | None = None, voices: Voices = ALL_SEVEN, day: date = LATE) -> Course:
    return course_of(asked or request(), acts, around=Around({"C": voices}, {}, DECIDED), on=day)


def everybody(voices: Voices = ALL_SEVEN) -> list[Consent]:
    return [consent(state) for state in sorted(voices.counted)]


def reasons(found: Course) -> list[str]:
    return [each.reason for each in found.refused]


def test_request_consents_and_decision_carry_a_mandate():
    found = course(opened(), *everybody(), closed(), mandate())
    assert found.refused == ()
    assert found.status is RequestStatus.ACTIVATED
    assert found.hearings[0].agreed


def test_no_mandate_on_the_territory_of_a_state_that_neither_asked_nor_approved():
    asked = request(state="RU", territory="KG")
    answered = (opened(), *everybody(), closed())
    refused = course(*answered, mandate(), asked=asked)
    assert refused.mandates == ()
    assert "KG, on whose territory it would take place, neither asked nor approved" in reasons(refused)
    approved = course(fate(RequestActKind.HOST_APPROVED, 1, "KG"), *answered, mandate(), asked=asked)
    assert approved.status is RequestStatus.ACTIVATED


def test_only_the_state_concerned_can_approve():
    asked = request(state="RU", territory="KG")
    found = course(fate(RequestActKind.HOST_APPROVED, 1, "RU"), asked=asked)
    assert not found.host_agrees
    assert reasons(found) == ["only KG, on whose territory it would take place, can say so"]


def test_one_objection_blocks_whoever_else_consents():
    answers = [consent("UZ", Answer.DECLINES), *(each for each in everybody() if each.state != "UZ")]
    found = course(opened(), *answers, closed(), mandate())
    assert found.mandates == ()
    assert found.status is RequestStatus.BLOCKED
    assert reasons(found) == ["against the adoption rule: UZ objected"]


def test_state_that_is_no_party_to_the_agreement_neither_consents_nor_counts():
    found = course(opened(), *everybody(CRRF), consent("UZ", Answer.DECLINES), closed(), mandate(), voices=CRRF)
    assert found.status is RequestStatus.ACTIVATED
    assert reasons(found) == ["UZ is not a party to CRRF-2009: it is not bound, and its consent does not count"]
    assert found.hearings[0].adoption is not None
    assert "UZ" not in found.hearings[0].adoption.bound


def test_suspended_member_takes_no_part():
    voices = Voices(CRRF.counted, frozenset({"UZ"}))
    found = course(opened(), *everybody(voices), consent("UZ", Answer.DECLINES), closed(), mandate(), voices=voices)
    assert found.status is RequestStatus.ACTIVATED
    assert reasons(found) == ["UZ is suspended and takes no part"]


def test_quorum_that_depends_on_the_reading_is_computed_both_ways_and_disputed():
    answers = [each for each in everybody() if each.state != "BY"]
    hearing = course(opened(), *answers, closed()).hearings[0]
    assert hearing.missing == ("BY",)
    assert hearing.adoption is not None
    assert hearing.adoption.quorum is not None
    assert [(each.needed, each.met) for each in hearing.adoption.quorum.readings] == [(7, False), (1, True)]
    assert (hearing.agreed, hearing.standing) == (True, Standing.DISPUTED)


def test_known_quorum_rule_that_is_not_met_blocks():
    around = Around({"C": ALL_SEVEN}, {"CSC": QuorumRule.ALL}, DECIDED)
    found = course_of(request(), [opened(), consent("KZ"), closed(), mandate()], around=around, on=LATE)
    assert found.mandates == ()
    assert found.status is RequestStatus.BLOCKED


def test_answer_that_was_not_found_is_no_answer():
    hearing = course(opened(), consent("BY", None), closed()).hearings[0]
    assert "BY" in hearing.missing


def test_later_answer_replaces_the_earlier_one_until_the_close():
    first, second = consent("BY", Answer.DECLINES, day=1), consent("BY", Answer.CONSENTS, day=2)
    assert course(opened(), first, second, closed(3)).hearings[0].agreed
    late = course(opened(), first, closed(2), consent("BY", Answer.CONSENTS, day=3))
    assert not late.hearings[0].agreed
    assert reasons(late) == ["the consultation is closed"]


@pytest.mark.parametrize(
    ("acts", "reason"),
    [
        ((mandate(),), "the members have not been consulted, or the consultation is not closed"),
        ((opened(), *everybody(), mandate()), "the members have not been consulted, or the consultation is not closed"),
        (
            (opened(), *everybody(), closed(), mandate(decision="NONE")),
            "no decision of the competent organ is on record",
        ),
        (
            (opened(), *everybody(), closed(), mandate(5, until=5)),
            "its end 2022-01-10 is not after its start 2022-01-10",
        ),
        (
            (fate(RequestActKind.WITHDRAWN, 0), opened(1), closed(1), mandate(2)),
            "the request is withdrawn",
        ),
        ((fate(RequestActKind.LAPSED, 1, None), mandate(2)), "the request is lapsed"),
        ((fate(RequestActKind.DECLINED, 1, None), mandate(2)), "the request is declined"),
    ],
)
def test_nothing_is_activated_without(acts: tuple[CaseAct, ...], reason: str):
    found = course(*acts)
    assert found.mandates == ()
    assert reason in reasons(found)


def test_decision_of_another_organ_does_not_carry():
    around = Around({"C": ALL_SEVEN}, {}, {"DEC": Decided("CFM", on(0))})
    found = course_of(request(), [opened(), *everybody(), closed(), mandate()], around=around, on=LATE)
    assert reasons(found) == ["the decision is one of CFM; the members were consulted in CSC"]


def test_withdrawal_of_the_hosts_consent_ends_the_mandate():
    before = (opened(), *everybody(), closed(), mandate(), gives("RU", 100))
    found = course(*before, fate(RequestActKind.HOST_WITHDREW, 10), gives("RU", 50, day=11))
    assert (found.mandates[0].ended_on, found.mandates[0].end) == (date(2022, 1, 15), MandateEnd.HOST_WITHDREW)
    assert (found.status, found.host_agrees) == (RequestStatus.CONCLUDED, False)
    assert reasons(found) == ["no mandate runs on 2022-01-16"]


def test_mandate_runs_out_on_its_last_day_unless_extended():
    before = (opened(), *everybody(), closed(), mandate(until=10))
    over = course(*before)
    assert (over.mandates[0].ended_on, over.mandates[0].end) == (date(2022, 1, 15), MandateEnd.EXPIRED)
    assert over.status is RequestStatus.CONCLUDED
    extended = course(*before, mandate_act(ActivationActKind.EXTENDED, 5, until=40), day=date(2022, 2, 1))
    assert extended.mandates[0].runs
    late = course(*before, mandate_act(ActivationActKind.EXTENDED, 12, until=40))
    assert reasons(late) == ["the mandate ended on 2022-01-15"]


def test_contributions_stay_within_national_consent():
    answers = [consent("AM", persons=100), consent("BY", Answer.NO_OBJECTION), *everybody()[2:]]
    found = course(opened(), *answers, closed(), mandate(), gives("AM", 101), gives("BY", 10), gives("RU", 3000))
    assert reasons(found) == [
        "101 persons of AM: its national consent allows 100",
        "no national consent of BY is on record",
    ]
    assert [each.state for each in found.mandates[0].contributions] == ["RU"]


def test_published_total_stands_beside_the_sum_of_the_members():
    found = course(opened(), *everybody(), closed(), mandate(), gives("RU", 3000), gives("BY", None), gives(None, 2500))
    persons = found.mandates[0].persons
    assert (persons.total, persons.known, persons.of) == (3000, 1, 2)
    assert [each.persons.value for each in found.mandates[0].totals] == [2500]


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (RequestActKind.DECLINED, RequestStatus.DECLINED),
        (RequestActKind.LAPSED, RequestStatus.LAPSED),
        (RequestActKind.WITHDRAWN, RequestStatus.WITHDRAWN),
        (RequestActKind.OFF_AGENDA, RequestStatus.OFF_AGENDA),
    ],
)
def test_request_that_came_to_nothing_stays_on_record(kind: RequestActKind, status: RequestStatus):
    found = course(fate(kind, 3))
    assert (found.status, found.since, found.refused) == (status, on(3), ())


def test_request_answered_by_a_decision_names_it():
    assert course(fate(RequestActKind.ANSWERED, 3, None, "DEC")).status is RequestStatus.ANSWERED
    assert reasons(course(fate(RequestActKind.ANSWERED, 3, None, "NONE"))) == [
        "no decision that answers it is on record"
    ]


def test_acts_after_the_day_do_not_count():
    acts = (opened(), *everybody(), closed(), mandate(5))
    assert course(*acts, day=START + timedelta(days=4)).status is RequestStatus.AGREED
    assert course(*acts, day=START + timedelta(days=5)).status is RequestStatus.ACTIVATED


def _member(code: str, status: PartyState) -> MemberStatus:
    return MemberStatus(State(code, None, None), PartyStatus(code, "CST", status, None, Standing.CONFIRMED))


def test_signatory_whose_ratification_was_not_found_counts_and_is_named():
    members = [_member("KZ", PartyState.PARTY), _member("AM", PartyState.PARTY), _member("UZ", PartyState.PARTY)]
    parties = [
        PartyStatus("KZ", "CRRF-2009", PartyState.PARTY, None, Standing.CONFIRMED),
        PartyStatus("AM", "CRRF-2009", PartyState.UNKNOWN, None, Standing.UNKNOWN),
    ]
    voices = voices_of(members, instrument="CRRF-2009", parties=parties)
    assert (voices.counted, voices.unclear, voices.not_bound) == ({"KZ", "AM"}, {"AM"}, {"UZ"})


def test_complete_only_when_all_that_count_have_answered():
    assert not is_complete(["AM", "BY", "KG", "KZ", "RU"], CRRF)
    assert is_complete(["AM", "BY", "KG", "KZ", "RU", "TJ"], CRRF)


def _pledge(key: str, day: str, act: PledgeActKind = PledgeActKind.MADE, **rest: object) -> Pledge:
    when = ImpreciseDate.parse(day)
    return Pledge(key, "CRRF", "KZ", ContributionKind.RESCUE, act, when, basis(key), **rest)  # type: ignore[arg-type]


def test_pledges_count_in_their_period_and_the_newest_of_a_kind_only():
    first = _pledge("1", "2010-01-01", persons=Persons(100))
    second = _pledge("2", "2011-01-01", persons=Persons(150), until=date(2012, 1, 1))
    report = ReadinessReport("3", "CRRF", ImpreciseDate.parse("2011-05-01"), basis("3"), "KZ", ContributionKind.RESCUE)

    def held(day: date, *acts: Pledge) -> list[int | None]:
        return [each.pledge.persons.value for each in holdings_on(acts, [report], day)]

    assert held(date(2010, 6, 1), first, second) == [100]
    assert held(date(2011, 6, 1), first, second) == [150]
    assert held(date(2012, 6, 1), first, second) == []
    assert held(date(2011, 6, 1), first, _pledge("4", "2011-02-01", PledgeActKind.TAKEN_BACK)) == []
    assert holdings_on([first], [report], date(2011, 6, 1))[0].report is report


def test_unknown_numbers_are_counted_and_never_zero():
    assert (tally([3, None, 4]).total, tally([3, None, 4]).known, tally([3, None, 4]).of) == (7, 2, 3)
    assert tally([None]).total is None


ANSWERS = st.sampled_from([*Answer, None])


@settings(max_examples=60)
@given(
    data=st.data(),
    answers=st.lists(ANSWERS, min_size=7, max_size=7),
    limits=st.lists(st.sampled_from([None, 50, 200]), min_size=7, max_size=7),
    voices=st.sampled_from([ALL_SEVEN, CRRF, Voices(CRRF.counted, frozenset({"UZ"}))]),
    host=st.sampled_from(["KZ", "KG"]),
)
def test_in_every_order_of_the_acts_of_seven_members_consent_carries_the_mandate(data, answers, limits, voices, host):
    def made(kind: str, day: int) -> CaseAct:
        word, _, number = kind.partition(" ")
        n = int(number or 0)
        possible: dict[str, CaseAct] = {
            "approve": fate(RequestActKind.HOST_APPROVED, day, host),
            "withdraw": fate(RequestActKind.HOST_WITHDREW, day, host),
            "cancel": fate(RequestActKind.WITHDRAWN, day),
            "open": opened(day),
            "close": closed(day),
            "activate": mandate(day, until=day + 9),
            "end": mandate_act(ActivationActKind.ENDED, day),
            "answer": consent(MEMBERS[n], answers[n], day, limits[n]),
            "give": gives(MEMBERS[n], 100, day),
        }
        return possible[word]

    kinds = ["approve", "withdraw", "cancel", "open", "close", "activate", "end"]
    kinds += [f"{word} {n}" for word in ("answer", "give") for n in range(7)]
    acts = [made(kind, day) for day, kind in enumerate(data.draw(st.permutations(kinds)))]
    check(course(*acts, asked=request("KZ", host), voices=voices), acts, voices, host)


def check(found: Course, acts: list[CaseAct], voices: Voices, host: str) -> None:
    """The invariants, told again from the acts and not from the fold."""
    for hearing in found.hearings:
        assert {each.state for each in hearing.answers} <= voices.counted
        if hearing.agreed:
            assert all(each.answer is not Answer.DECLINES for each in hearing.answers)
    for each in found.mandates:
        start = each.activation.when.latest
        told = [act for act in acts if isinstance(act, RequestAct) and act.when.latest <= start]
        spoken = [act.kind for act in told if act.kind in {RequestActKind.HOST_APPROVED, RequestActKind.HOST_WITHDREW}]
        assert (spoken[-1] is RequestActKind.HOST_APPROVED) if spoken else host == "KZ"
        assert RequestActKind.WITHDRAWN not in {act.kind for act in told}
        heard = next(hearing for hearing in found.hearings if hearing.is_closed)
        assert heard.closing is not None
        assert heard.closing.when.latest <= start
        assert heard.agreed
        assert each.ended_on is None or each.ended_on >= start
        ends = [act.when.latest for act in acts if isinstance(act, RequestAct) and act.when.latest > start]
        assert each.ended_on is None or each.ended_on <= min([start + timedelta(days=9), *ends])
        allowed = {answer.state: answer for answer in heard.answers if answer.answer is Answer.CONSENTS}
        for gift in each.contributions:
            assert gift.state in allowed
            limit = allowed[gift.state].persons
            assert limit is None or limit >= 100
            assert start <= gift.when.latest
            assert each.ended_on is None or gift.when.latest < each.ended_on


class Conduct(RuleBasedStateMachine):
    """Somebody who tries anything, day after day, about a request of one state for another's territory."""

    def __init__(self) -> None:
        super().__init__()
        self.acts: list[CaseAct] = []
        self.day = 0
        self.voices = ALL_SEVEN

    def add(self, act: CaseAct) -> None:
        self.acts.append(act)

    def today(self, step: int) -> int:
        self.day += step
        return self.day

    @initialize(voices=st.sampled_from([ALL_SEVEN, CRRF]))
    def begin(self, voices: Voices) -> None:
        self.voices = voices

    @rule(step=st.integers(0, 2), kind=st.sampled_from([RequestActKind.HOST_APPROVED, RequestActKind.HOST_WITHDREW]))
    def host_speaks(self, step: int, kind: RequestActKind) -> None:
        act = fate(kind, self.today(step), "KG")
        if not any(isinstance(each, RequestAct) and each.when == act.when for each in self.acts):
            self.add(act)

    @rule(step=st.integers(0, 1))
    def consult(self, step: int) -> None:
        if not any(isinstance(each, Consultation) for each in self.acts):
            self.add(opened(self.today(step)))

    @rule(step=st.integers(0, 1), state=st.sampled_from(MEMBERS), answer=st.sampled_from(Answer))
    def answer(self, step: int, state: str, answer: Answer) -> None:
        self.add(consent(state, answer, self.today(step)))

    @rule(step=st.integers(1, 2))
    def close(self, step: int) -> None:
        self.add(closed(self.today(step)))

    @rule(step=st.integers(1, 2))
    def activate(self, step: int) -> None:
        if not any(isinstance(each, Activation) for each in self.acts):
            self.add(mandate(self.today(step), until=self.day + 9))

    @rule(step=st.integers(1, 2), state=st.sampled_from(MEMBERS))
    def give(self, step: int, state: str) -> None:
        self.add(gives(state, 100, self.today(step)))

    @invariant()
    def consent_carries_everything(self) -> None:
        found = course(*self.acts, asked=request("KZ", "KG"), voices=self.voices)
        check(found, self.acts, self.voices, "KG")


Conduct.TestCase.settings = settings(max_examples=12, stateful_step_count=20, deadline=None)
test_no_conduct_leads_to_a_mandate_without_consent = Conduct.TestCase
