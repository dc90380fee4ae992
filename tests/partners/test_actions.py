from datetime import UTC, date, datetime

import pytest

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.queries import audit_entries
from secretariat.audit.rules import Actor
from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.parties.rules import ActKind
from secretariat.partners.actions import (
    UnableToFollowUp,
    UnableToRecordContact,
    UnableToRecordLink,
    UnableToRecordMembership,
    agree_follow_up,
    record_contact,
    record_link,
    record_link_act,
    record_membership,
    settle_follow_up,
)
from secretariat.partners.queries import partner_register
from secretariat.partners.rules import (
    Adoption,
    ContactKind,
    FollowUpActKind,
    FollowUpState,
    LinkActKind,
    LinkKind,
    LinkState,
    Seat,
    Votes,
)

pytestmark = pytest.mark.django_db
ON = date(2011, 5, 31)
TITLE = LocalizedText("Title", "Название")


def now():
    return partner_register(SECRETARIAT, on=date(2022, 12, 31), known_at=datetime.now(UTC))


def test_member_is_suspended_readmitted_and_leaves(register, actor: Actor) -> None:
    steps = (
        (ActKind.SUSPENSION, date(2012, 1, 1), Seat.SUSPENDED),
        (ActKind.LIFTING, date(2013, 1, 1), Seat.MEMBER),
        (ActKind.WITHDRAWAL, date(2014, 1, 1), Seat.FORMER),
    )
    for kind, day, seat in steps:
        record_membership(actor, key=f"SCO-UZ-{kind}", partner="SCO", state="UZ", kind=kind, on=day)
        found = partner_register(SECRETARIAT, on=day, known_at=datetime.now(UTC))
        assert found.seat("SCO", "UZ") is seat
    assert len(list(audit_entries(SECRETARIAT))) >= len(steps)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"state": "BY", "kind": ActKind.SUSPENSION}, "it is dialogue_partner, expected member"),
        ({"state": "UZ", "kind": ActKind.LIFTING}, "it is member, expected suspended"),
        ({"partner": "NATO"}, "there is no partner NATO"),
        ({"state": "XX"}, "there is no state XX"),
        ({"partner": "EurAsEC", "on": date(2016, 1, 1)}, "has ceased to exist"),
    ],
)
def test_membership_act_needs_its_position(register, actor: Actor, changes: dict[str, object], reason: str) -> None:
    given = {"key": "X", "partner": "SCO", "state": "UZ", "kind": ActKind.ACCESSION, "on": ON, **changes}
    with pytest.raises(UnableToRecordMembership, match=reason):
        record_membership(actor, **given)


def test_resolution_is_adopted_by_a_recorded_vote(register, actor: Actor) -> None:
    record_link(actor, key="RES", partner="SCO", kind=LinkKind.RESOLUTION, title=TITLE, symbol="A/1")
    votes = Votes(yes=67, no=8, abstaining=69, against=("EE", "LV"))
    adopted = {"adoption": Adoption.RECORDED_VOTE, "votes": votes}
    record_link_act(actor, key="RES-1", link="RES", kind=LinkActKind.ADOPTED, on=ON, **adopted)
    (status,) = [each for each in now().links if each.link.key == "RES"]
    assert (status.state, status.since) == (LinkState.ADOPTED, ON)
    assert status.adopted is not None
    assert status.adopted.votes == votes


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"link": "NOTHING"}, "there is no link NOTHING"),
        ({"kind": LinkActKind.RESUMED}, "is in_force on 2011-05-31, expected suspended"),
        ({"kind": LinkActKind.SIGNED, "adoption": Adoption.WITHOUT_VOTE}, "signed is no adoption"),
        ({"kind": LinkActKind.ADOPTED, "votes": Votes(yes=1)}, "a result belongs to a recorded vote"),
    ],
)
def test_link_act_needs_a_link_in_the_right_state(
    register, actor: Actor, changes: dict[str, object], reason: str
) -> None:
    given = {"key": "X", "link": "MOU", "kind": LinkActKind.SUSPENDED, "on": ON, **changes}
    with pytest.raises(UnableToRecordLink, match=reason):
        record_link_act(actor, **given)


def test_link_names_a_partner_and_members_that_exist(register, actor: Actor) -> None:
    with pytest.raises(UnableToRecordLink, match="there is no partner NATO"):
        record_link(actor, key="X", partner="NATO", kind=LinkKind.PROTOCOL, title=TITLE)
    with pytest.raises(UnableToRecordLink, match="there is no state XX"):
        record_link(actor, key="X", partner="SCO", kind=LinkKind.PROTOCOL, title=TITLE, binds=["KZ", "XX"])


def test_contact_is_with_partners_that_exist_on_its_day(register, actor: Actor) -> None:
    for partners, reason in (([], "at least one partner"), (["SCO", "EAEU"], "there is no partner EAEU")):
        with pytest.raises(UnableToRecordContact, match=reason):
            record_contact(actor, key="X", partners=partners, kind=ContactKind.MEETING, title=TITLE, on=ON)


def test_what_was_agreed_is_moved_and_done(register, actor: Actor) -> None:
    record_contact(actor, key="C-2", partners=["SCO"], kind=ContactKind.CONSULTATION, title=TITLE, on=ON)
    due, later = ImpreciseDate.parse("2011-09"), ImpreciseDate.parse("2011-12-31")
    agree_follow_up(actor, key="F-2", contact="C-2", title=TITLE, on=ON, due=due)
    moved, done = date(2011, 9, 1), date(2011, 11, 1)
    settle_follow_up(actor, key="F-2-m", follow_up="F-2", kind=FollowUpActKind.MOVED, on=moved, due=later)
    settle_follow_up(actor, key="F-2-d", follow_up="F-2", kind=FollowUpActKind.DONE, on=done)
    (status,) = [each for each in now().follow_ups if each.follow_up.key == "F-2"]
    assert (status.state, status.since, status.first_due, status.due) == (FollowUpState.DONE, done, due, later)
    with pytest.raises(UnableToFollowUp, match="F-2 is done since 2011-11-01"):
        settle_follow_up(actor, key="F-2-x", follow_up="F-2", kind=FollowUpActKind.DROPPED, on=date(2012, 1, 1))


def test_follow_up_needs_a_contact_an_agreement_and_a_date_ahead(register, actor: Actor) -> None:
    with pytest.raises(UnableToFollowUp, match="there is no contact NOTHING"):
        agree_follow_up(actor, key="X", contact="NOTHING", title=TITLE, on=ON)
    with pytest.raises(UnableToFollowUp, match="before it was agreed"):
        agree_follow_up(actor, key="X", contact="C-1", title=TITLE, on=ON, due=ImpreciseDate.parse("2011-04"))
    with pytest.raises(UnableToFollowUp, match="nothing called F-1 had been agreed by 2011-04-19"):
        settle_follow_up(actor, key="X", follow_up="F-1", kind=FollowUpActKind.DONE, on=date(2011, 4, 19))
    with pytest.raises(UnableToFollowUp, match="a move names the new one"):
        settle_follow_up(actor, key="X", follow_up="F-1", kind=FollowUpActKind.MOVED, on=ON)
