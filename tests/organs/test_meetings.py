from datetime import date

import pytest

from secretariat.kernel import Certainty, ImpreciseDate, LocalizedText, Standing
from secretariat.organs.rules import (
    AgendaSource,
    DocumentKind,
    DueItem,
    Fate,
    MeetingStatus,
    Proposal,
    ProposalAct,
    ProposalActKind,
    UnableToCompose,
    base_symbol,
    derived_symbol,
    meeting_state,
    provisional_agenda,
    symbol_parts,
)
from secretariat.sources.rules import Basis
from tests.organs.test_calendar import ANNOUNCED, DECEMBER, NEXT_CFM, SESSION, act, meeting


def test_an_announcement_of_the_same_day_does_not_undo_the_holding():
    state = meeting_state(meeting(SESSION), [act(SESSION, "held", "2011-10-10"), DECEMBER])
    assert (state.status, state.interval) == (MeetingStatus.HELD, ImpreciseDate.parse("2011-10-10"))


def test_a_cancelled_meeting_may_be_announced_again():
    acts = [DECEMBER, act(SESSION, "cancelled", "2011-11-01"), act(SESSION, "scheduled", "2011-11-10", "2011-12-21")]
    state = meeting_state(meeting(SESSION), acts)
    assert (state.status, state.changes, state.certainty) == (MeetingStatus.SCHEDULED, 2, Certainty.FIXED)


def test_the_place_of_the_announcement_stays_until_another_is_named():
    state = meeting_state(meeting(NEXT_CFM), [ANNOUNCED, act(NEXT_CFM, "held", "2011-12-19/2011-12-20")])
    assert (state.place.en, str(state.interval)) == ("Moscow", "2011-12-19/2011-12-20")
    assert state.is_held


def test_a_meeting_without_acts_has_no_state():
    assert meeting_state(meeting(SESSION), []) is None


def proposal(*kinds):
    acts = tuple(
        ProposalAct(f"a{day}", "PR1", ProposalActKind(kind), ImpreciseDate.parse(f"2011-06-{day:02}"), Basis("a"))
        for day, kind in enumerate(kinds, start=1)
    )
    return Proposal(
        "PR1",
        None,
        "KZ",
        LocalizedText("Wider tasks"),
        LocalizedText(),
        ImpreciseDate.parse("2011-05-31"),
        Basis("p"),
        acts,
    )


def test_a_proposal_is_made_until_something_happens_to_it():
    assert (proposal().fate, str(proposal().since)) == (Fate.MADE, "2011-05-31")
    assert proposal("under_consideration").fate is Fate.UNDER_CONSIDERATION
    assert proposal("under_consideration").standing is Standing.CONFIRMED


def test_a_settled_proposal_stays_settled():
    settled = proposal("under_consideration", "declined", "under_consideration")
    assert (settled.fate, str(settled.since)) == (Fate.DECLINED, "2011-06-02")


def due(source, title, day=None, about=()):
    return DueItem(source, LocalizedText(title), about, date.fromisoformat(day) if day else None)


def test_previous_decisions_come_first_on_a_provisional_agenda():
    items = [
        due(AgendaSource.STANDING, "Next meeting"),
        due(AgendaSource.PROPOSAL, "Wider tasks", about=("PR1",)),
        due(AgendaSource.DECISION, "Action plan", "2011-02-01", ("D5",)),
        due(AgendaSource.DECISION, "Protocols", None, ("D1",)),
        due(AgendaSource.DECISION, "Later", "2011-06-01", ("D9",)),
        due(AgendaSource.DECISION, "Oldest", "2011-01-15", ("D4",)),
        due(AgendaSource.DECISION, "Action plan again", "2011-03-01", ("D5",)),
    ]
    agenda = provisional_agenda(meeting_on=date(2011, 5, 31), due=items)
    assert [(item.number, item.title.en) for item in agenda] == [
        ("1", "Oldest"),
        ("2", "Action plan"),
        ("3", "Protocols"),
        ("4", "Wider tasks"),
        ("5", "Next meeting"),
    ]


def test_symbols_are_composed_from_the_scheme():
    base = base_symbol(scheme="{organ}/{year}/{number:02}", organ="CFM", year=2011, number=3)
    assert base == "CFM/2011/03"
    added = derived_symbol(of=base, kind=DocumentKind.ADDENDUM, number=1)
    corrected = derived_symbol(of=added, kind=DocumentKind.CORRIGENDUM, number=2)
    assert corrected == "CFM/2011/03/Add.1/Corr.2"
    assert symbol_parts(corrected) == (added, DocumentKind.CORRIGENDUM, 2)
    assert symbol_parts(base) == (base, DocumentKind.BASE, None)


@pytest.mark.parametrize("scheme", ["{organ}/{committee}/{number}", "{organ}/{year}", "{organ}/{number:q}"])
def test_a_scheme_that_cannot_number_documents_is_refused(scheme):
    with pytest.raises(UnableToCompose):
        base_symbol(scheme=scheme, organ="CFM", year=2011, number=3)


def test_a_base_document_is_nobody_elses_addendum():
    with pytest.raises(UnableToCompose):
        derived_symbol(of="CFM/2011/3", kind=DocumentKind.BASE, number=1)
