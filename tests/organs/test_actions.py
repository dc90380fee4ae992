from datetime import UTC, date, datetime, timedelta

import pytest

from secretariat.access.rules import SECRETARIAT
from secretariat.kernel import Constraint, ImpreciseDate, LocalizedText
from secretariat.organs.rules import (
    AdoptionActKind,
    AttendanceLevel,
    DocumentKind,
    MeetingActKind,
    Outcome,
    Position,
    Procedure,
    ProposalActKind,
    Role,
)
from tests.organs.conftest import ACTOR

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]
TODAY = datetime.now(UTC).date()
MINSK = date(2011, 5, 31)


def entries():
    from secretariat.audit.queries import audit_entries

    return audit_entries(SECRETARIAT, limit=1000)


@pytest.fixture
def actions():
    from secretariat.organs import actions

    return actions


@pytest.fixture
def ask():
    from secretariat.organs import queries

    def answer(name, *arguments, **rest):
        now = datetime.now(UTC)
        return getattr(queries, name)(SECRETARIAT, *arguments, on=now.date(), known_at=now, **rest)

    return answer


def test_a_meeting_is_registered_announced_moved_and_held(actions, ask):
    before = len(entries())
    actions.register_meeting(ACTOR, key="CFM-NEXT", organ="CFM")
    assert ask("meeting", "CFM-NEXT") is None
    actions.schedule_meeting(
        ACTOR,
        key="N1",
        meeting="CFM-NEXT",
        on=TODAY,
        interval=ImpreciseDate.parse("2030"),
        place=LocalizedText("Minsk"),
        constraints=[Constraint("before", "next:CSC")],
    )
    actions.schedule_meeting(
        ACTOR, key="N2", meeting="CFM-NEXT", on=TODAY, kind=MeetingActKind.MOVED, interval=ImpreciseDate.parse("2031")
    )
    entry = next(each for each in ask("calendar") if each.key == "CFM-NEXT")
    assert (str(entry.stated), entry.changes, entry.constraints[0].waiting) == ("2031", 1, True)
    actions.hold_meeting(ACTOR, key="N3", meeting="CFM-NEXT", held_on=ImpreciseDate.on(TODAY))
    assert ask("meeting", "CFM-NEXT").state.is_held
    assert len(entries()) == before + 4
    assert entries()[0].action == "hold meeting"


def test_a_meeting_of_an_unknown_organ_is_refused(actions):
    with pytest.raises(actions.UnableToSchedule, match="no organ XYZ"):
        actions.register_meeting(ACTOR, key="X", organ="XYZ")


@pytest.mark.parametrize(
    ("meeting", "kind", "on", "match"),
    [
        ("NOWHERE", MeetingActKind.SCHEDULED, TODAY, "no meeting NOWHERE"),
        ("CFM-2011-05-31", MeetingActKind.MOVED, TODAY, "was held on 2011-05-31"),
        ("CFM-2011-H2", MeetingActKind.MOVED, TODAY + timedelta(days=2), "cannot have been made yet"),
        ("CFM-2011-H2", MeetingActKind.HELD, TODAY, "use hold_meeting"),
        ("CFM-SECRET", MeetingActKind.CANCELLED, TODAY, "never announced"),
    ],
)
def test_an_impossible_change_is_refused_and_leaves_no_trace(actions, meeting, kind, on, match):
    actions.register_meeting(ACTOR, key="CFM-SECRET", organ="CFM")
    before = len(entries())
    with pytest.raises(actions.UnableToSchedule, match=match):
        actions.schedule_meeting(ACTOR, key="N1", meeting=meeting, on=on, kind=kind)
    assert len(entries()) == before


def test_a_meeting_cannot_depend_on_itself(actions):
    with pytest.raises(actions.UnableToSchedule, match="itself"):
        actions.schedule_meeting(
            ACTOR, key="N1", meeting="CFM-2011-H2", on=TODAY, constraints=[Constraint("before", "CFM-2011-H2")]
        )


def test_a_meeting_is_not_held_twice_nor_in_the_future(actions):
    with pytest.raises(actions.UnableToHold, match="was held"):
        actions.hold_meeting(ACTOR, key="N1", meeting="CFM-2011-05-31", held_on=ImpreciseDate.on(TODAY))
    with pytest.raises(actions.UnableToHold, match="not come"):
        actions.hold_meeting(
            ACTOR, key="N1", meeting="CFM-2011-H2", held_on=ImpreciseDate.on(TODAY + timedelta(days=2))
        )


def test_proceedings_are_recorded(actions, ask):
    minsk = {"meeting": "CFM-2011-05-31", "on": MINSK}
    actions.record_agenda_item(ACTOR, key="A1", number="3", title=LocalizedText("Links"), **minsk)
    actions.record_attendance(ACTOR, key="A2", state="RU", level=AttendanceLevel.MINISTER, **minsk)
    actions.record_statement(
        ACTOR, key="A3", group=LocalizedText("some delegations"), text=LocalizedText("Said."), **minsk
    )
    actions.issue_document(
        ACTOR,
        key="A4",
        symbol="CFM/2011/3/Corr.1",
        kind=DocumentKind.CORRIGENDUM,
        of="D1",
        title=LocalizedText("C"),
        **minsk,
    )
    detail = ask("meeting", "CFM-2011-05-31")
    assert [item.number for item in detail.agenda] == ["2", "3", "10"]
    assert "RU" in [each.state for each in detail.attendance]
    assert "A3" in [each.key for each in detail.statements]
    assert "A4" in [each.key for each in detail.documents]


def test_a_statement_without_a_speaker_is_refused(actions):
    with pytest.raises(actions.UnableToRecordProceedings, match="without a speaker"):
        actions.record_statement(ACTOR, key="A", text=LocalizedText("Said."), on=MINSK)


@pytest.mark.parametrize(
    ("symbol", "kind", "of", "match"),
    [
        ("CFM/2011/3", DocumentKind.BASE, None, "is taken"),
        ("CFM/2011/4/Add.1", DocumentKind.ADDENDUM, "D1", "does not belong to CFM/2011/3"),
        ("CFM/2011/3/Add.2", DocumentKind.ADDENDUM, None, "of is given"),
        ("CFM/2011/3/Add.2", DocumentKind.REVISION, "D1", "not the symbol of a revision"),
    ],
)
def test_a_symbol_that_does_not_fit_is_refused(actions, symbol, kind, of, match):
    with pytest.raises(actions.UnableToRecordProceedings, match=match):
        actions.issue_document(ACTOR, key="A", symbol=symbol, kind=kind, of=of, title=LocalizedText("T"), on=MINSK)


def test_a_settled_proposal_is_not_settled_again(actions, ask):
    actions.record_proposal(ACTOR, key="P", title=LocalizedText("Wider tasks"), state="KZ", on=MINSK)
    with pytest.raises(actions.UnableToSettle, match="was made on"):
        actions.settle_proposal(ACTOR, key="P1", proposal="P", kind=ProposalActKind.DECLINED, on=date(2011, 1, 1))
    with pytest.raises(actions.UnableToSettle, match="has no decision"):
        actions.settle_proposal(ACTOR, key="P1", proposal="P", kind=ProposalActKind.DECLINED, on=MINSK, decision="D")
    actions.settle_proposal(ACTOR, key="P1", proposal="P", kind=ProposalActKind.WITHDRAWN, on=MINSK)
    with pytest.raises(actions.UnableToSettle, match="withdrawn since"):
        actions.settle_proposal(ACTOR, key="P2", proposal="P", kind=ProposalActKind.ADOPTED, on=TODAY)
    with pytest.raises(actions.UnableToSettle, match="no proposal"):
        actions.settle_proposal(ACTOR, key="P2", proposal="NONE", kind=ProposalActKind.ADOPTED, on=TODAY)


def test_a_suspended_member_cannot_take_a_position(actions):
    now = datetime.now(UTC)
    draft = {"draft": "D1A", "procedure": Procedure.CONSENSUS}
    actions.record_adoption_act(ACTOR, key="C1", kind=AdoptionActKind.OPENED, at=now - timedelta(minutes=9), **draft)
    said = {"kind": AdoptionActKind.POSITION, "position": Position.OBJECTION, "at": now - timedelta(minutes=8)}
    with pytest.raises(actions.UnableToAdopt, match="UZ is suspended"):
        actions.record_adoption_act(ACTOR, key="C2", state="UZ", **said, **draft)
    closed = {"kind": AdoptionActKind.CLOSED, "at": now - timedelta(minutes=7)}
    assert actions.record_adoption_act(ACTOR, key="C3", **closed, **draft) is Outcome.ADOPTED
    with pytest.raises(actions.UnableToAdopt, match="has ended"):
        actions.record_adoption_act(
            ACTOR, key="C4", kind=AdoptionActKind.EDITED, at=now - timedelta(minutes=1), **draft
        )


def test_a_silence_without_a_deadline_is_refused(actions):
    with pytest.raises(actions.UnableToAdopt, match="deadline"):
        actions.record_adoption_act(
            ACTOR,
            key="C1",
            draft="D1A",
            procedure=Procedure.SILENCE,
            kind=AdoptionActKind.OPENED,
            at=datetime.now(UTC) - timedelta(minutes=1),
        )


def test_a_term_begins_and_ends_once(actions, ask):
    actions.start_term(
        ACTOR, key="Z1", term="SG-NEXT", organ="SG", role=Role.HEAD, on=TODAY, person=LocalizedText("N. N.")
    )
    with pytest.raises(actions.UnableToRecordTerm, match="begun already"):
        actions.start_term(ACTOR, key="Z2", term="SG-NEXT", organ="SG", role=Role.HEAD, on=TODAY, state="BY")
    with pytest.raises(actions.UnableToRecordTerm, match="after"):
        actions.end_term(ACTOR, key="Z2", term="SG-NEXT", on=MINSK)
    actions.end_term(ACTOR, key="Z2", term="SG-NEXT", on=TODAY)
    with pytest.raises(actions.UnableToRecordTerm, match="ended"):
        actions.end_term(ACTOR, key="Z3", term="SG-NEXT", on=TODAY)
    with pytest.raises(actions.UnableToRecordTerm, match="neither a person nor a state"):
        actions.start_term(ACTOR, key="Z3", term="NOBODY", organ="SG", role=Role.HEAD, on=TODAY)
