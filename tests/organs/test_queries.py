from datetime import UTC, date, datetime

import pytest

from secretariat.access.rules import PUBLIC, SECRETARIAT
from secretariat.sources.rules import end_of

pytestmark = pytest.mark.django_db
MINSK = date(2011, 5, 31)
NOW = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.fixture
def ask(register):
    """Asks a query as of a day, known by its end unless told otherwise."""
    from secretariat.organs import queries

    def answer(name, *arguments, on=MINSK, known_at=None, viewer=SECRETARIAT, **rest):
        return getattr(queries, name)(viewer, *arguments, on=on, known_at=known_at or end_of(on), **rest)

    return answer


def entry_of(entries, key):
    return next(entry for entry in entries if entry.key == key)


def test_calendar_of_the_day_of_minsk_holds_the_next_ministers_meeting_only(ask):
    (entry,) = ask("calendar")
    assert (entry.key, entry.earliest, entry.latest) == ("CFM-2011-H2", date(2011, 7, 1), date(2011, 12, 31))
    assert (entry.open_start, entry.open_end) == (False, True)
    assert entry.sources == ("S1",)


def test_calendar_narrows_when_the_session_becomes_known(ask):
    october = date(2011, 10, 31)
    assert entry_of(ask("calendar", on=october), "CFM-2011-H2").latest == date(2011, 12, 19)
    unaware = ask("calendar", on=october, known_at=end_of(date(2011, 10, 9)))
    assert entry_of(unaware, "CFM-2011-H2").latest == date(2011, 12, 31)
    # Derived from an announcement that an agency reported: not firmer than the report.
    assert entry_of(ask("calendar", on=october), "CFM-2011-H2").standing == "reported"


def test_calendar_names_the_two_conditions_that_clash(load, pack):
    from secretariat.organs.queries import calendar

    pack["meeting_acts"].append(
        {"id": "MA7", "meeting": "CSC-2011-12-20", "kind": "moved", "date": "2011-10-11", "when": "2011-06-15"}
    )
    load(pack)
    october = date(2011, 10, 31)
    (conflict,) = entry_of(calendar(SECRETARIAT, on=october, known_at=end_of(october)), "CFM-2011-H2").conflicts
    assert len(conflict.between) == 2
    assert {condition.act for condition in conflict.between} == {"MA3"}


def test_meetings_do_not_show_what_was_not_announced_yet(ask):
    assert [state.meeting.key for state in ask("meetings")] == ["CSC-2010-12-10", "CFM-2011-05-31", "CFM-2011-H2"]
    assert [state.status.value for state in ask("meetings")] == ["held", "held", "scheduled"]
    assert [state.meeting.key for state in ask("meetings", organ="CSC")] == ["CSC-2010-12-10"]


def test_an_organ_does_not_exist_before_it_is_established(ask):
    assert sorted(ask("organs")) == ["CFM", "CSC", "SG"]
    assert "MC" in ask("organs", on=date(2013, 1, 1))


def test_office_holders_of_the_day_of_minsk(ask):
    found = ask("office_holders")
    assert [(term.organ, term.state, term.person.en) for term in found.holders] == [
        ("CSC", "BY", ""),
        ("SG", "RU", "Nikolai Bordyuzha"),
    ]
    assert not found.conflicts
    assert found.holders[0].end is None


def test_a_meeting_with_all_that_belongs_to_it(ask):
    detail = ask("meeting", "CFM-2011-05-31")
    assert [item.number for item in detail.agenda] == ["2", "10"]
    assert [each.state for each in detail.attendance] == ["BY", "KZ"]
    assert [each.key for each in detail.statements] == ["ST1", "ST2"]
    assert (detail.statements[0].is_attributed, detail.statements[1].is_attributed) == (True, False)
    assert detail.statements[0].claims[0].qualifier == "good"
    assert [each.fate.value for each in detail.proposals] == ["made"]
    assert [each.symbol for each in detail.documents] == ["CFM/2011/3"]


def test_a_meeting_that_nobody_knew_of_is_not_found(ask):
    assert ask("meeting", "CSC-2011-12-20") is None
    assert ask("meeting", "NOWHERE") is None


def test_what_has_no_date_waits_for_its_meeting(ask):
    before = date(2011, 5, 30)
    assert ask("statements", on=before) == []
    assert [each.key for each in ask("statements")] == ["ST1", "ST2"]
    assert [each.key for each in ask("statements", about="CSC-2010-12-10")] == ["ST1"]


def test_the_fate_of_a_proposal_on_three_days(ask):
    fates = [
        ask("proposals", on=day, state="KZ")[0].fate.value for day in (MINSK, date(2011, 9, 1), date(2011, 12, 31))
    ]
    assert fates == ["made", "under_consideration", "adopted"]


def test_adoption_by_silence_on_three_days(ask):
    assert ask("adoption", "D1") is None
    assert ask("adoption", "D1", on=date(2011, 6, 5)).outcome.value == "pending"
    done = ask("adoption", "D1", on=date(2011, 6, 10))
    assert (done.outcome.value, done.bound) == ("adopted", ("AM", "BY", "KG", "KZ", "RU", "TJ", "UZ"))


def test_a_member_suspended_by_then_is_not_bound(load, pack):
    from secretariat.organs.queries import adoption

    opened = {"draft": "D1", "procedure": "consensus", "kind": "opened", "at": "2013-02-01T09:00:00Z"}
    pack["adoptions"] = [
        {"id": "AD1"} | opened,
        {"id": "AD2"}
        | opened
        | {"kind": "position", "at": "2013-02-01T10:00:00Z", "state": "UZ", "position": "objection"},
        {"id": "AD3"} | opened | {"kind": "closed", "at": "2013-02-01T11:00:00Z"},
    ]
    load(pack)
    done = adoption(SECRETARIAT, "D1", on=date(2013, 2, 1), known_at=NOW)
    assert done.outcome.value == "adopted"
    assert "UZ" not in done.bound
    assert done.refused[0].act.key == "AD2"


def test_an_absence_on_record_counts_against_the_quorum(load, pack):
    from secretariat.organs.queries import adoption

    opened = {"draft": "D1", "procedure": "consensus", "kind": "opened", "at": "2011-05-31T09:00:00Z"}
    pack["adoptions"] = [
        {"id": "AD1"} | opened,
        {"id": "AD2"} | opened | {"kind": "closed", "at": "2011-05-31T11:00:00Z"},
    ]
    pack["attendance"].append(
        {"id": "AT3", "meeting": "CFM-2011-05-31", "state": "AM", "level": "absent", "date": "2011-05-31"}
    )
    load(pack)
    done = adoption(SECRETARIAT, "D1", on=MINSK, known_at=NOW)
    assert done.quorum.present == 6
    assert done.quorum.met is None


def test_the_public_sees_no_row_kept_to_the_secretariat(load, pack):
    from secretariat.organs.queries import statements

    pack["statements"][0]["mark"] = "secretariat"
    load(pack)
    assert [each.key for each in statements(PUBLIC, on=MINSK, known_at=NOW)] == ["ST2"]
    assert len(statements(SECRETARIAT, on=MINSK, known_at=NOW)) == 2


def test_a_correction_replaces_a_meeting_act_from_the_day_it_is_known(load, pack):
    from secretariat.organs.queries import meetings

    act = next(row for row in pack["meeting_acts"] if row["id"] == "MA2")
    pack["meeting_acts"].append(
        act | {"id": "MA2-C", "date": "2011-06-01", "corrects": "MA2", "known_from": "2012-01-01"}
    )
    load(pack)
    day = date(2013, 1, 1)
    before, after = (
        {state.meeting.key: str(state.interval) for state in meetings(SECRETARIAT, on=day, known_at=known)}
        for known in (end_of(date(2011, 12, 31)), end_of(day))
    )
    assert (before["CFM-2011-05-31"], after["CFM-2011-05-31"]) == ("2011-05-31", "2011-06-01")


QUERY_COUNTS = {
    "organs": 1,
    "office_holders": 1,
    "meetings": 2,
    "calendar": 2,
    "statements": 3,
    "proposals": 2,
    "documents": 1,
}


def more(pack, count):
    """The small record with ``count`` more meetings and all that belongs to one."""
    for index in range(count):
        key, day = f"CFM-X{index}", f"2011-03-{index % 28 + 1:02}"
        pack["organs"].append({"id": f"WG{index}", "name": {"en": f"Group {index}"}, "kind": "working_group"})
        pack["terms"].append(
            {
                "id": f"TX{index}",
                "term": f"TX{index}",
                "organ": f"WG{index}",
                "role": "chair",
                "kind": "start",
                "state": "BY",
                "date": day,
            }
        )
        pack["meetings"].append({"id": key, "organ": "CFM"})
        pack["meeting_acts"].append(
            {
                "id": f"MX{index}",
                "meeting": key,
                "kind": "scheduled",
                "date": day,
                "when": "2011-09",
                "constraints": [{"relation": "before", "anchor": "next:CSC"}],
            }
        )
        for table, rest in {
            "agenda": {"number": str(index), "title": {"en": "Item"}},
            "attendance": {"state": "BY", "level": "minister"},
            "statements": {"state": "BY", "text": {"en": "Said."}},
            "proposals": {"state": "BY", "title": {"en": "Proposed"}},
            "documents": {"symbol": f"CFM/X/{index}", "title": {"en": "Paper"}},
        }.items():
            pack[table].append({"id": f"X{index}", "meeting": "CFM-2011-05-31", "date": day} | rest)
        pack["proposal_acts"].append({"id": f"PX{index}", "proposal": f"X{index}", "kind": "declined", "date": day})
        pack["adoptions"].append(
            {
                "id": f"AX{index}",
                "draft": "D1",
                "procedure": "silence",
                "kind": "position",
                "at": "2011-06-05T12:00:00Z",
                "state": "BY",
                "position": "agree",
            }
        )
    return pack


@pytest.mark.parametrize("rows", [1, 30])
def test_the_number_of_queries_does_not_grow_with_the_record(load, pack, rows, django_assert_num_queries):
    from secretariat.organs import queries

    load(more(pack, rows))
    day = date(2011, 6, 30)
    for name, count in QUERY_COUNTS.items():
        with django_assert_num_queries(count):
            getattr(queries, name)(SECRETARIAT, on=day, known_at=NOW)
    with django_assert_num_queries(8):
        assert len(queries.meeting(SECRETARIAT, "CFM-2011-05-31", on=day, known_at=NOW).statements) == 2 + rows
    with django_assert_num_queries(8):
        queries.adoption(SECRETARIAT, "D1", on=day, known_at=NOW)
