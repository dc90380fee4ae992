from dataclasses import replace

import pytest

from secretariat.conference.rules.agenda import agenda_of, lines_above, lines_below, without_ground
from secretariat.conference.rules.grounds import GroundKind
from secretariat.decisions.rules import Status
from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.organs.rules import AgendaItem, AgendaStatus, Organ, Proposal, ProposalAct, ProposalActKind
from secretariat.sources.rules import Basis
from tests.conference.acts import day, decision_of, record_of, status_of

D1, D2, D10 = decision_of("DEC-1"), decision_of("DEC-2"), decision_of("DEC-10")
OLD = decision_of("DEC-OLD", meeting="CSC-2009-06-14", when="2009-06-14")


def kinds(item):
    return [ground.kind for ground in item.grounds]


def proposal(key, *, fate=None, state="KZ"):
    when = ImpreciseDate.parse("2011-05-31")
    acts = (ProposalAct(f"{key}-a", key, fate, when, Basis(f"{key}-a")),) if fate else ()
    return Proposal(key, None, state, LocalizedText("Wider", "Шире"), LocalizedText(), when, Basis(key), acts)


def left_item(key, about=()):
    return AgendaItem(
        key, "CFM-2011-05-31", "7", LocalizedText(key), AgendaStatus.PROVISIONAL, False, about, None, Basis(key)
    )


def test_previous_decisions_come_first_then_proposals_then_what_was_left_and_closing_items_last():
    record = record_of(
        [status_of("C1", "DEC-1", due="2011-02-01")],
        [D1],
        proposals=[proposal("P1")],
        left=[left_item("OLD-ITEM")],
    )
    items = agenda_of(record)
    assert [kinds(item)[0] for item in items] == [
        GroundKind.OVERDUE,
        GroundKind.PROPOSAL,
        GroundKind.CARRIED_OVER,
        GroundKind.STANDING,
    ]
    assert [item.number for item in items] == ["1", "2", "3", "4"]


def test_decisions_of_one_session_are_one_item_whose_parts_are_numbered_as_people_count():
    statuses = [status_of(f"C{key}", f"DEC-{key}", due="2011-02-01") for key in (10, 2, 1)]
    (session, _) = agenda_of(record_of(statuses, [D10, D2, D1]))
    assert [(part.number, part.about) for part in session.parts] == [
        ("1.1", ("DEC-1",)),
        ("1.2", ("DEC-2",)),
        ("1.3", ("DEC-10",)),
    ]
    assert session.title.en == "Implementation of decisions of 10 December 2010 (Council)"
    assert session.title.ru == "О ходе выполнения решений от 10 декабря 2010\N{NO-BREAK SPACE}г. (Совет)"


def test_session_with_the_longest_overdue_commitment_comes_first():
    statuses = [status_of("C1", "DEC-1", due="2011-02-01"), status_of("C0", "DEC-OLD", due="2010-01-01")]
    first, second, _ = agenda_of(record_of(statuses, [D1, OLD]))
    assert (first.about, second.about) == (("DEC-OLD",), ("DEC-1",))


@pytest.mark.parametrize("status", [Status.CLAIMED, Status.VERIFIED, Status.DECLINED, Status.WITHDRAWN])
def test_what_is_done_declined_or_closed_gives_no_ground(status):
    record = record_of([status_of("C1", "DEC-1", due="2011-02-01", status=status)], [D1], recent=frozenset({"DEC-1"}))
    assert [item.about for item in agenda_of(record)] == [()]


def test_ground_names_the_day_the_rows_and_the_sources_it_rests_on():
    (item, _) = agenda_of(record_of([status_of("C1", "DEC-1", due="2011-02-01")], [D1]))
    (ground,) = item.grounds
    assert (ground.kind, ground.due, ground.rows, ground.sources) == (
        GroundKind.OVERDUE,
        day("2011-02-01"),
        ("C1",),
        ("S1",),
    )


def test_deadline_inside_the_meetings_interval_is_on_the_agenda_but_not_for_certain():
    for due, certain in (("2011-07-01", True), ("2011-09-01", False), ("2011-12-31", False)):
        (item, _) = agenda_of(record_of([status_of("C1", "DEC-1", due=due)], [D1]))
        assert [(ground.kind, ground.is_certain) for ground in item.grounds] == [(GroundKind.DUE, certain)]
    assert len(agenda_of(record_of([status_of("C1", "DEC-1", due="2012-01-01")], [D1]))) == 1


def test_report_that_falls_due_on_the_day_of_the_meeting_is_a_ground():
    days = ImpreciseDate.parse("2011-12-20")
    for first, expected in (("2011-12-20", 2), ("2011-12-21", 1)):
        record = record_of([status_of("C1", "DEC-1", report=first)], [D1], days=days)
        assert len(agenda_of(record)) == expected


def test_decision_of_the_last_session_is_followed_up_and_an_older_one_without_deadline_is_named_as_idle():
    record = record_of([status_of("C1", "DEC-1"), status_of("C0", "DEC-OLD")], [D1, OLD], recent=frozenset({"DEC-1"}))
    assert [kinds(item) for item in agenda_of(record)] == [[GroundKind.FOLLOW_UP], [GroundKind.STANDING]]
    assert [status.key for status in without_ground(record)] == ["C0"]


def test_commitment_that_was_divided_counts_by_its_parts():
    whole = status_of("C1", "DEC-1", due="2011-02-01")
    record = record_of([whole, status_of("C1-A", "DEC-1", due="2011-02-01", parent="C1")], [D1])
    (ground,) = agenda_of(record)[0].grounds
    assert ground.rows == ("C1-A",)


def test_organ_hears_what_its_superior_decided_and_what_is_addressed_to_itself_but_not_what_others_did():
    other = decision_of("DEC-CDM", organ="CDM", meeting="CDM-1")
    overdue = {"due": "2011-02-01"}
    statuses = [status_of("C1", "DEC-1", **overdue), status_of("C2", "DEC-CDM", **overdue)]
    assert [item.about for item in agenda_of(record_of(statuses, [D1, other]))] == [("DEC-1",), ()]
    mine = status_of("C3", "DEC-CDM", organ="CFM", **overdue)
    assert [item.about for item in agenda_of(record_of([mine], [other]))] == [("DEC-CDM",), ()]


def test_settled_proposal_and_one_made_before_another_organ_are_not_on_the_agenda():
    settled = proposal("P1", fate=ProposalActKind.WITHDRAWN)
    considered = proposal("P2", fate=ProposalActKind.UNDER_CONSIDERATION)
    record = record_of(
        proposals=[settled, considered, proposal("P3"), proposal("P4"), proposal("P5")],
        made_before={"P3": "CDM", "P4": "WGA", "P5": "CFM"},
    )
    assert [item.about for item in agenda_of(record)] == [("P2",), ("P4",), ("P5",), ()]
    assert agenda_of(record)[0].title == LocalizedText(
        "Proposal “Wider” (Kazakhstan)", "О предложении «Шире» (Казахстан)"
    )


def test_item_left_over_is_not_put_twice():
    record = record_of(
        [status_of("C1", "DEC-1", due="2011-02-01")], [D1], left=[left_item("L1", ("DEC-1",)), left_item("L2")]
    )
    assert [item.about for item in agenda_of(record)] == [("DEC-1",), ("L2",), ()]


def test_same_record_in_another_order_gives_the_same_agenda():
    statuses = [status_of(f"C{key}", f"DEC-{key}", due="2011-02-01") for key in (1, 2, 10)]
    record = record_of(statuses, [D1, D2, D10], proposals=[proposal("P1"), proposal("P2")])
    assert agenda_of(record) == agenda_of(replace(record, statuses=statuses[::-1], proposals=record.proposals[::-1]))


def test_lines_of_organs_end_where_the_record_goes_in_a_circle():
    def organ(key, parent):
        return Organ(key, LocalizedText(key), "council", Basis(key), parent=parent)

    organs = {"A": organ("A", "B"), "B": organ("B", "A"), "C": organ("C", "B")}
    assert lines_above(organs, ["C"]) == {"A", "B"}
    assert lines_below(organs, ["B"]) == {"A", "C"}
