"""What the actions refuse, and that what they record is there."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.organs.actions import record_adoption_act
from secretariat.organs.rules import AdoptionActKind, Position, Procedure
from secretariat.response.actions import (
    UnableToActivate,
    UnableToContinue,
    UnableToContribute,
    UnableToPledge,
    UnableToRequest,
    UnableToSettleRequest,
    activate,
    close_consultation,
    give_consent,
    make_request,
    open_consultation,
    record_activation_act,
    record_assistance,
    record_contribution,
    record_pledge,
    record_readiness,
    settle_request,
)
from secretariat.response.queries import ResponseRegister, response_register
from secretariat.response.rules import (
    ActivationActKind,
    Answer,
    AssistanceKind,
    ChallengeKind,
    ContributionKind,
    PledgeActKind,
    RequestActKind,
    RequestStatus,
)

pytestmark = pytest.mark.django_db


def today() -> date:
    return datetime.now(UTC).date()


def register() -> ResponseRegister:
    return response_register(SECRETARIAT, on=today(), known_at=datetime.now(UTC))


def agree(actor: Actor, **answers: Answer) -> None:
    open_consultation(actor, key="CON", request="KZ-2022", organ="CSC", force="CPF", on=today())
    for state in ("BY", "KZ", "RU", "UZ"):
        give_consent(consultation="CON", state=state, answer=answers.get(state, Answer.CONSENTS), persons=500)
    close_consultation(actor, key="CON-closed", consultation="CON")


def begin(actor: Actor, **rest: Any) -> None:
    activate(actor, key="MAN", request="KZ-2022", decision="DEC-2022-01-06-1", on=today(), **({"force": "CPF"} | rest))


def test_mandate_from_the_request_to_its_end(load: Callable[..., None], actor: Actor):
    load()
    agree(actor)
    begin(actor, until=today() + timedelta(days=30))
    record_contribution(actor, key="G", activation="MAN", state="RU", kind=ContributionKind.RESCUE, persons=400,
                        on=today())  # fmt: skip
    record_contribution(actor, key="T", activation="MAN", persons=450, on=today())
    case = register().cases[0]
    assert case.course.status is RequestStatus.ACTIVATED
    assert case.course.mandates[0].persons.total == 400
    record_activation_act(actor, key="E", activation="MAN", kind=ActivationActKind.ENDED, on=today())
    assert register().cases[0].course.status is RequestStatus.CONCLUDED
    with pytest.raises(UnableToContinue, match="the mandate ended"):
        record_activation_act(actor, key="E2", activation="MAN", kind=ActivationActKind.WITHDRAWAL_BEGUN, on=today())


def test_objection_blocks_the_activation(load: Callable[..., None], actor: Actor):
    load()
    agree(actor, RU=Answer.DECLINES)
    with pytest.raises(UnableToActivate, match="against the adoption rule: RU objected"):
        begin(actor)
    assert register().cases[0].course.mandates == ()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"decision": "NONE"}, "there is no decision NONE"),
        ({"request": "NONE"}, "there is no request NONE"),
        ({"on": date(2999, 1, 1)}, "2999-01-01 has not come"),
        ({"until": date(2000, 1, 1)}, "is not after its start"),
        ({"force": "CRRF"}, "the members have not been consulted"),
    ],
)
def test_what_is_not_activated(load: Callable[..., None], actor: Actor, changes: dict[str, Any], reason: str):
    load()
    agree(actor)
    given = {"request": "KZ-2022", "decision": "DEC-2022-01-06-1", "on": today(), "force": "CPF"} | changes
    with pytest.raises(UnableToActivate, match=reason):
        activate(actor, key="MAN", **given)


def test_decision_whose_adoption_was_blocked_carries_nothing(load: Callable[..., None], actor: Actor):
    load()
    agree(actor)
    now = datetime.now(UTC)
    steps = [
        (AdoptionActKind.OPENED, None, None),
        (AdoptionActKind.POSITION, "RU", Position.OBJECTION),
        (AdoptionActKind.CLOSED, None, None),
    ]
    for number, (kind, state, position) in enumerate(steps):
        record_adoption_act(actor, key=f"A{number}", draft="DEC-2022-01-06-1", procedure=Procedure.CONSENSUS, kind=kind,
                            at=now - timedelta(seconds=9 - number), state=state, position=position,
                            organ="CSC")  # fmt: skip
    with pytest.raises(UnableToActivate, match="is not adopted: blocked"):
        begin(actor)


def test_host_that_withdraws_its_consent_ends_the_mandate(load: Callable[..., None], actor: Actor):
    load()
    agree(actor)
    begin(actor)
    with pytest.raises(UnableToSettleRequest, match="only KZ"):
        settle_request(actor, key="W0", request="KZ-2022", kind=RequestActKind.HOST_WITHDREW, state="RU", on=today())
    settle_request(actor, key="W", request="KZ-2022", kind=RequestActKind.HOST_WITHDREW, state="KZ", on=today())
    assert not register().cases[0].course.mandates[0].runs
    with pytest.raises(UnableToContribute, match="no mandate runs"):
        record_contribution(actor, key="G", activation="MAN", state="RU", persons=1, on=today() + timedelta(days=0))


@pytest.mark.parametrize(
    ("state", "persons", "reason"),
    [
        ("RU", 501, "501 persons of RU: its national consent allows 500"),
        ("BY", 10, "no national consent of BY is on record"),
        ("XX", 10, "XX is not a member"),
    ],
)
def test_contribution_beyond_national_consent_is_refused(
    load: Callable[..., None], actor: Actor, state: str, persons: int, reason: str
):
    load()
    agree(actor, BY=Answer.NO_OBJECTION)
    begin(actor)
    with pytest.raises(UnableToContribute, match=reason):
        record_contribution(actor, key="G", activation="MAN", state=state, persons=persons, on=today())


def test_request_that_was_withdrawn_is_not_activated_and_stays(load: Callable[..., None], actor: Actor):
    load()
    agree(actor)
    settle_request(actor, key="W", request="KZ-2022", kind=RequestActKind.WITHDRAWN, state="KZ", on=today())
    with pytest.raises(UnableToActivate, match="the request is withdrawn"):
        begin(actor)
    assert [case.course.status for case in register().cases] == [RequestStatus.WITHDRAWN]


def test_who_may_ask_and_pledge(load: Callable[..., None], actor: Actor):
    load()
    asks = {"territory": "BY", "on": today(), "kind": ChallengeKind.EMERGENCY}
    with pytest.raises(UnableToRequest, match="XX is not a member"):
        make_request(actor, key="R", state="XX", **asks)
    make_request(actor, key="R", state="BY", **asks)
    pledge = {"force": "CRRF", "kind": ContributionKind.RESCUE, "on": today()}
    with pytest.raises(UnableToPledge, match="UZ is not a party to CRRF-2009"):
        record_pledge(actor, key="P", state="UZ", persons=10, **pledge)
    with pytest.raises(UnableToPledge, match="RU has pledged nothing"):
        record_pledge(actor, key="P", state="RU", act=PledgeActKind.TAKEN_BACK, **pledge)
    record_pledge(actor, key="P", state="RU", persons=10, **pledge)
    record_readiness(actor, key="Q", force="CRRF", state="RU", kind=ContributionKind.RESCUE, persons=8, on=today())
    record_assistance(actor, key="H", kind=AssistanceKind.EQUIPMENT, recipient="BY", request="R", on=today())
    found = register()
    (held,) = found.holdings
    assert held.report is not None
    assert (held.pledge.persons.value, held.report.persons.value) == (10, 8)
    assert {case.request.key: case.course.status for case in found.cases}["R"] is RequestStatus.ASSISTED
