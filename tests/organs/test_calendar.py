from datetime import date

import pytest

from secretariat.kernel import Certainty, Constraint, ImpreciseDate, LocalizedText, Standing
from secretariat.organs.rules import (
    Meeting,
    MeetingAct,
    MeetingActKind,
    MeetingKind,
    meeting_states,
    narrowed_calendar,
)
from secretariat.sources.rules import Basis

MINSK = "CFM-2011-05-31"
NEXT_CFM = "CFM-2011-H2"
SESSION = "CSC-2011-12-20"


def meeting(key, kind=MeetingKind.REGULAR, joint_with=()):
    return Meeting(key, key[:3], kind, Basis(key), joint_with)


def act(meeting, kind, day, interval=None, constraints=(), set_at=None, **rest):
    return MeetingAct(
        f"{meeting}:{kind}:{day}",
        meeting,
        MeetingActKind(kind),
        ImpreciseDate.parse(day),
        Basis(meeting, sources=(f"source of {meeting}",)),
        ImpreciseDate.parse(interval) if interval else None,
        constraints=constraints,
        set_at=set_at,
        **rest,
    )


HELD_IN_MINSK = act(MINSK, "held", "2011-05-31")
ANNOUNCED = act(
    NEXT_CFM,
    "scheduled",
    "2011-05-31",
    "2011-07-01/2011-12-31",
    (Constraint("before", "next:CSC"),),
    MINSK,
    place=LocalizedText("Moscow"),
    certainty=Certainty.EXPECTED,
)
ASTANA = act("CSC-2011-08-12", "held", "2011-08-12")
DECEMBER = act(SESSION, "scheduled", "2011-10-10", "2011-12-20")
MEETINGS = [meeting(MINSK), meeting(NEXT_CFM), meeting("CSC-2011-08-12", MeetingKind.INFORMAL), meeting(SESSION)]


def entries(on, *acts, meetings=MEETINGS):
    day = date.fromisoformat(on)
    states = meeting_states(meetings, [each for each in acts if each.when.has_happened_by(day)])
    return {entry.key: entry for entry in narrowed_calendar(states, on=day)}


RECORD = (HELD_IN_MINSK, ANNOUNCED, ASTANA, DECEMBER)


def test_next_ministers_meeting_is_open_at_the_end_on_the_day_of_minsk():
    entry = entries("2011-05-31", *RECORD)[NEXT_CFM]
    assert (entry.earliest, entry.latest) == (date(2011, 7, 1), date(2011, 12, 31))
    assert (entry.open_start, entry.open_end) == (False, True)
    assert entry.constraints[0].waiting
    assert entry.constraints[0].resolved_to is None
    assert (entry.place.en, entry.certainty) == ("Moscow", Certainty.EXPECTED)
    assert not entry.conflicts


def test_known_session_narrows_the_ministers_meeting_to_the_day_before():
    entry = entries("2011-10-31", *RECORD)[NEXT_CFM]
    assert (entry.earliest, entry.latest) == (date(2011, 7, 1), date(2011, 12, 19))
    assert (entry.open_start, entry.open_end) == (False, False)
    assert entry.constraints[0].resolved_to == SESSION
    assert entry.stated == ImpreciseDate.parse("2011-07-01/2011-12-31")
    assert entry.standing is Standing.DERIVED
    assert f"source of {SESSION}" in entry.sources


def test_an_informal_session_is_not_the_next_session():
    entry = entries("2011-09-01", *RECORD)[NEXT_CFM]
    assert entry.open_end
    assert entry.latest == date(2011, 12, 31)


def test_a_session_before_the_announcement_is_not_the_next_one():
    earlier = act("CSC-2010-12-10", "held", "2010-12-10")
    entry = entries("2011-05-31", earlier, *RECORD, meetings=[*MEETINGS, meeting("CSC-2010-12-10")])[NEXT_CFM]
    assert entry.constraints[0].resolved_to is None


def test_session_moved_to_june_contradicts_the_second_half_of_the_year():
    moved = act(SESSION, "moved", "2011-10-11", "2011-06-15")
    found = entries("2011-10-31", *RECORD, moved)
    conflict = found[NEXT_CFM].conflicts[0]
    assert [condition.text for condition in conflict.between] == [
        "CFM-2011-H2 in 2011-07-01/2011-12-31",
        "CFM-2011-H2 before next:CSC (CSC-2011-12-20, 2011-06-15)",
    ]
    assert {condition.act for condition in conflict.between} == {ANNOUNCED.key}
    assert found[SESSION].conflicts == (conflict,)
    assert (found[NEXT_CFM].earliest, found[NEXT_CFM].latest) == (date(2011, 7, 1), date(2011, 12, 31))


def test_a_held_session_keeps_bounding_a_meeting_nobody_reported():
    held = act(SESSION, "held", "2011-12-20")
    entry = entries("2012-01-31", *RECORD, held)[NEXT_CFM]
    assert entry.latest == date(2011, 12, 19)
    assert entry.passed


def test_a_held_meeting_leaves_the_calendar():
    found = entries("2012-01-31", *RECORD, act(NEXT_CFM, "held", "2011-12-19"))
    assert NEXT_CFM not in found


def test_a_cancelled_anchor_leaves_the_end_open():
    cancelled = act(SESSION, "cancelled", "2011-11-01")
    found = entries("2011-11-30", *RECORD, cancelled)
    assert found[NEXT_CFM].open_end
    assert found[SESSION].certainty is Certainty.CANCELLED
    assert SESSION not in entries("2011-12-31", *RECORD, cancelled)


def test_a_meeting_without_a_day_gets_bounds_from_its_conditions_alone():
    waiting = act("CDM-2011-X", "scheduled", "2011-10-12", None, (Constraint("after", SESSION, 3),))
    found = entries("2011-10-31", *RECORD, waiting, meetings=[*MEETINGS, meeting("CDM-2011-X")])
    entry = found["CDM-2011-X"]
    assert (entry.stated, entry.earliest, entry.latest) == (None, date(2011, 12, 23), None)
    assert (entry.open_start, entry.open_end) == (False, True)


def test_a_meeting_narrows_the_session_that_must_follow_it():
    month = act(SESSION, "scheduled", "2011-10-10", "2011-06/2011-12")
    found = entries("2011-10-31", HELD_IN_MINSK, ANNOUNCED, month)
    assert found[SESSION].earliest == date(2011, 7, 2)


def test_conditions_in_a_circle_are_reported_and_end():
    one = act("CFM-1", "scheduled", "2011-01-01", "2011", (Constraint("before", "CSC-1"),))
    two = act("CSC-1", "scheduled", "2011-01-01", "2011", (Constraint("before", "CFM-1"),))
    found = entries("2011-01-31", one, two, meetings=[meeting("CFM-1"), meeting("CSC-1")])
    assert len(found["CFM-1"].conflicts[0].between) == 2
    assert "circle" in found["CFM-1"].conflicts[0].explanation
    assert found["CFM-1"].latest == date(2011, 12, 31)


def test_a_longer_chain_names_every_condition_between_the_two_dates():
    first = act("CFM-1", "scheduled", "2011-01-01", "2011-06")
    second = act("CDM-1", "scheduled", "2011-01-01", None, (Constraint("after", "CFM-1", 10),))
    third = act("CSC-1", "scheduled", "2011-01-01", "2011-06-05", (Constraint("after", "CDM-1"),))
    meetings = [meeting("CFM-1"), meeting("CDM-1"), meeting("CSC-1")]
    conflict = entries("2011-01-31", first, second, third, meetings=meetings)["CDM-1"].conflicts[0]
    assert [condition.text for condition in conflict.between] == [
        "CFM-1 in 2011-06",
        "CDM-1 after CFM-1 by 10 days (2011-06)",
        "CSC-1 after CDM-1 (date not known)",
        "CSC-1 on 2011-06-05",
    ]


def test_a_joint_meeting_is_the_next_session_of_each_organ():
    joint = act("CFM-JOINT", "scheduled", "2011-06-10", "2011-11-05")
    found = entries(
        "2011-10-01", HELD_IN_MINSK, ANNOUNCED, joint, meetings=[*MEETINGS, meeting("CFM-JOINT", joint_with=("CSC",))]
    )
    assert found[NEXT_CFM].constraints[0].resolved_to == "CFM-JOINT"


def test_a_move_keeps_the_conditions_and_counts_as_a_change():
    moved = act(NEXT_CFM, "moved", "2011-09-01", "2011-11")
    entry = entries("2011-10-31", *RECORD, moved)[NEXT_CFM]
    assert entry.changes == 1
    assert entry.constraints[0].resolved_to == SESSION
    assert (entry.earliest, entry.latest) == (date(2011, 11, 1), date(2011, 11, 30))


def test_a_move_without_a_new_day_leaves_the_meeting_without_one():
    moved = act(SESSION, "moved", "2011-11-01", None)
    found = entries("2011-11-30", *RECORD, moved)
    assert found[SESSION].stated is None
    assert found[NEXT_CFM].open_end


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_the_record_does_not_matter(order):
    assert entries("2011-10-31", *RECORD[::order], meetings=MEETINGS[::order]) == entries("2011-10-31", *RECORD)
