"""Reading roll calls from the lake: as of a day, as known at an instant, for a viewer, in a fixed number of queries."""

import hashlib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from secretariat.access.rules import PUBLIC, SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.kernel import Period, Standing
from secretariat.positions.queries import (
    UnableToFindGroup,
    UnableToFindRelease,
    agreement,
    agreement_by_session,
    clashes,
    days_of_votes,
    is_organisation,
    loyalty,
    member_group,
    member_group_by_date,
    named_states,
    pair_table,
    roll_calls,
    splits,
)
from secretariat.positions.rules.groups import GroupByDate, Membership, states_of
from secretariat.positions.rules.votes import CAST, Vote
from secretariat.sources.pack.loading import load_pack
from tests.positions.records import END, FULL, SEVEN, SHEET_FILE, START, full

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, tzinfo=UTC)
ON = date(2011, 12, 31)
MINSK = date(2011, 5, 31)


def release_row(path: Path, **values: str) -> str:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    row = {"id": "members", "dataset": "unga-rollcalls", "kind": "roll-call-sheet", "file": "data/votes.csv"}
    row |= {"sha256": digest, "release": "Seven members", "known_from": "1992-08-03", "rows_known_by": "date"}
    return "- {" + ", ".join(f"{name}: {value}" for name, value in (row | values).items() if value) + "}\n"


def load(make_pack, tables, actor: Actor, source: Path, **values: str) -> None:
    folder = make_pack(
        states="".join(f"- {{id: {code}, name: {{en: {code}}}, protocol_name: {{en: {code}}}}}\n" for code in SEVEN),
        instruments="- {id: CST, kind: treaty, title: {en: Treaty}, entry: {kind: deposits, deposits: 6}}\n",
        organisation="{id: CSTO, name: {en: Organisation}, short: {en: CSTO, ru: ОДКБ}, languages: [en], "
        "constituent: CST}",
        treaty_acts="".join(
            f"- {{id: {code}, instrument: CST, state: {code}, kind: ratification, date: '1993-12-01'}}\n"
            for code in SEVEN
        )
        + "- {id: UZ-LAPSE, instrument: CST, state: UZ, kind: lapse, date: '1999-04-02'}\n"
        "- {id: UZ-RETURN, instrument: CST, state: UZ, kind: accession, date: '2006-08-16'}\n",
        releases=release_row(source, **values),
    )
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / "votes.csv").write_bytes(source.read_bytes())
    load_pack(actor, folder, tables)


@pytest.fixture
def loaded(make_pack, party_tables, actor) -> None:
    load(make_pack, party_tables, actor, SHEET_FILE)


def test_the_agreement_of_two_years(loaded) -> None:
    found = agreement(SECRETARIAT, group=SEVEN, on=ON, known_at=NOW, start=START, end=END)
    assert found is not None
    assert (found.roll_calls, found.used, found.rice_used, found.release) == (187, 186, 186, "members")
    rounded = [round(value or 0, 4) for value in (found.agreement_index, found.rice, found.unanimous)]
    assert rounded == [0.8643, 0.9639, 0.6559]
    means = found.pair_means
    assert [round(value or 0, 4) for value in (means.exact, means.linear, means.pi)] == [0.8571, 0.9219, 0.4816]
    assert len(found.pairs) == 21
    for pair in found.pairs:
        assert pair.linear_interval is not None
        assert pair.linear_interval.low <= pair.linear <= pair.linear_interval.high
    bounds = found.intervals["agreement_index"]
    assert bounds.low < (found.agreement_index or 0) < bounds.high
    assert (found.consensus_adjusted, found.level) == (None, 0.95)


def test_the_whole_membership_stands_beside_it_but_no_random_groups_without_its_votes(loaded) -> None:
    found = agreement(SECRETARIAT, group=SEVEN, on=ON, known_at=NOW, start=START, end=END)
    assert found is not None
    assert found.baseline is not None
    assert round(found.baseline.all_members or 0, 4) == 0.7537
    assert found.baseline.random_groups is None


def test_one_seed_repeats_every_figure(loaded) -> None:
    first, again = (agreement(SECRETARIAT, group=SEVEN, on=ON, known_at=NOW, start=START, end=END) for _ in range(2))
    other = agreement(SECRETARIAT, group=SEVEN, on=ON, known_at=NOW, start=START, end=END, seed=1)
    assert first == again
    assert other is not None
    assert first is not None
    assert (first.agreement_index, first.intervals) != (other.agreement_index, other.intervals)
    assert first.agreement_index == other.agreement_index


def test_no_vote_held_later_counts(loaded) -> None:
    found = roll_calls(SECRETARIAT, on=MINSK, known_at=NOW)
    assert found is not None
    assert found.rollcalls["date"].max().to_pyarrow().as_py() <= MINSK
    assert found.votes["date"].max().to_pyarrow().as_py() <= MINSK


def test_no_vote_known_later_counts(loaded) -> None:
    found = roll_calls(SECRETARIAT, on=ON, known_at=datetime(2011, 5, 31, tzinfo=UTC))
    assert found is not None
    assert found.rollcalls["date"].max().to_pyarrow().as_py() <= MINSK


def test_before_the_release_was_known_there_is_none(loaded) -> None:
    early = datetime(1992, 1, 1, tzinfo=UTC)
    assert roll_calls(SECRETARIAT, on=ON, known_at=early) is None
    assert agreement(SECRETARIAT, group=SEVEN, on=ON, known_at=early) is None
    assert splits(SECRETARIAT, group=SEVEN, on=ON, known_at=early) == []
    assert agreement_by_session(SECRETARIAT, group=SEVEN, on=ON, known_at=early) == []
    assert pair_table(SECRETARIAT, on=ON, known_at=early) is None


def test_who_may_not_see_the_release_sees_no_votes(make_pack, party_tables, actor) -> None:
    load(make_pack, party_tables, actor, SHEET_FILE, mark="secretariat")
    assert agreement(SECRETARIAT, group=SEVEN, on=ON, known_at=NOW, start=START) is not None
    assert agreement(PUBLIC, group=SEVEN, on=ON, known_at=NOW, start=START) is None
    assert loyalty(PUBLIC, group=SEVEN, on=ON, known_at=NOW) == []


def test_a_release_is_chosen_by_its_key_or_its_name(loaded) -> None:
    for name in ("members", "Seven members"):
        found = roll_calls(SECRETARIAT, on=ON, known_at=NOW, release=name)
        assert found is not None
        assert found.release.key == "members"
    with pytest.raises(UnableToFindRelease, match="expected one of: members"):
        roll_calls(SECRETARIAT, on=ON, known_at=NOW, release="2031")


def test_splits_give_every_members_vote_the_most_divided_first(loaded) -> None:
    found = splits(SECRETARIAT, group=SEVEN, on=ON, known_at=NOW, start=START, end=END)
    assert len(found) == 64
    assert all(tuple(split.votes) == SEVEN for split in found)
    assert [split.ai for split in found] == sorted(split.ai for split in found)
    assert "absent" in {vote for split in found for vote in split.votes.values()}
    by_resolution = {split.resolution: split for split in found}
    assert by_resolution["A/RES/65/276"].votes == {code: "abstain" if code == "BY" else "no" for code in SEVEN}
    opposed = clashes(SECRETARIAT, group=SEVEN, on=ON, known_at=NOW, start=START, end=END)
    assert opposed == [split for split in found if {"yes", "no"} <= set(split.votes.values())]
    assert opposed


def test_loyalty_lists_every_state_of_the_group(loaded) -> None:
    found = loyalty(SECRETARIAT, group=(*SEVEN, "ZZ"), on=ON, known_at=NOW, start=START, end=END)
    assert [each.state for each in found] == [*SEVEN, "ZZ"]
    assert (found[-1].n, found[-1].loyalty) == (0, None)
    assert {each.state: round(each.loyalty or 0, 3) for each in found[:3]} == {"AM": 0.850, "BY": 0.935, "KG": 0.939}
    assert all(each.loyalty == each.agreed / each.n for each in found[:-1])


def test_sessions_are_those_with_a_vote_and_add_up(loaded) -> None:
    found = agreement_by_session(SECRETARIAT, group=SEVEN, on=ON, known_at=NOW, start=START, end=END)
    assert [(each.session, each.roll_calls, each.used) for each in found] == [(64, 6, 6), (65, 88, 88), (66, 93, 92)]
    [session] = [each for each in found if each.session == 65]
    assert round(session.agreement_index or 0, 4) == 0.8731
    assert session.last is not None
    assert session.first is not None
    assert session.first < session.last <= ON
    assert 0 < (session.all_members or 0) < (session.agreement_index or 0)


def test_a_session_still_sitting_is_counted_up_to_the_day(loaded) -> None:
    day = date(2010, 12, 8)
    found = agreement_by_session(SECRETARIAT, group=SEVEN, on=day, known_at=NOW, start=START)
    assert found[-1].session == 65
    assert 0 < found[-1].roll_calls < 88
    assert found[-1].last is not None
    assert found[-1].last <= day


def test_members_of_each_vote_follow_the_register(loaded) -> None:
    assert member_group(SECRETARIAT, on=ON, known_at=NOW) == SEVEN
    assert "UZ" not in member_group(SECRETARIAT, on=date(2001, 12, 1), known_at=NOW)
    choice = {"start": date(1998, 1, 1), "end": date(2008, 1, 1)}
    days = days_of_votes(SECRETARIAT, on=ON, known_at=NOW, **choice)
    group = member_group_by_date(SECRETARIAT, days, known_at=NOW)
    assert group.on(date(1998, 12, 1)) == SEVEN
    assert group.on(date(2003, 12, 1)) == tuple(code for code in SEVEN if code != "UZ")
    assert group.on(date(2007, 12, 1)) == SEVEN
    by_date = splits(SECRETARIAT, group=group, on=ON, known_at=NOW, **choice)
    assert {len(split.votes) for split in by_date if split.date.year == 2003} == {6}
    assert {len(split.votes) for split in by_date if split.date.year == 1998} == {7}
    found = agreement(SECRETARIAT, group=group, on=ON, known_at=NOW, **choice)
    fixed = agreement(SECRETARIAT, group=SEVEN, on=ON, known_at=NOW, **choice)
    assert found is not None
    assert fixed is not None
    votes_with_uzbekistan = {pair.b: pair.n for pair in found.pairs if pair.a == "RU"}["UZ"]
    assert votes_with_uzbekistan < {pair.b: pair.n for pair in fixed.pairs if pair.a == "RU"}["UZ"]


def test_questions_ask_the_register_a_fixed_number_of_times(loaded, django_assert_num_queries) -> None:
    for end in (START + timedelta(days=340), END):
        with django_assert_num_queries(3):
            agreement(SECRETARIAT, group=SEVEN, on=ON, known_at=NOW, start=START, end=end)
        with django_assert_num_queries(3):
            splits(SECRETARIAT, group=SEVEN, on=ON, known_at=NOW, start=START, end=end)
    for days in ([ON], [date(2010, 1, 1) + timedelta(days=day) for day in range(30)]):
        with CaptureQueriesContext(connection) as asked:
            member_group_by_date(SECRETARIAT, days, known_at=NOW)
        assert len(asked) == 4


def test_a_group_is_named_by_the_organisation_or_by_codes(loaded) -> None:
    assert all(is_organisation(SECRETARIAT, name, known_at=NOW) for name in ("csto", "CSTO", "одкб"))
    assert not is_organisation(SECRETARIAT, "cis", known_at=NOW)
    assert named_states(SECRETARIAT, "by, AM,BY", known_at=NOW) == ("AM", "BY")
    with pytest.raises(UnableToFindGroup, match="'cis' is no group, expected CSTO or codes of states such as AM,BY"):
        named_states(SECRETARIAT, "cis", known_at=NOW)


def test_a_group_by_date_joins_the_days_between() -> None:
    days = [(date(2001, 1, 1), ("AM",)), (date(2002, 1, 1), ("AM", "BY")), (date(2003, 1, 1), ("BY",))]
    group = GroupByDate.from_days(days)
    assert group.memberships == (
        Membership("AM", Period(date(2001, 1, 1), date(2003, 1, 1))),
        Membership("BY", Period(date(2002, 1, 1))),
    )
    assert [group.on(date(year, 6, 1)) for year in (2000, 2001, 2002, 2030)] == [(), ("AM",), ("AM", "BY"), ("BY",)]
    assert states_of(group) == ("AM", "BY")
    assert states_of(["BY", "AM", "BY"]) == ("AM", "BY")


def test_three_of_six_things_a_state_can_do_are_votes() -> None:
    assert [vote for vote in Vote if vote.is_cast] == list(CAST)
    assert len(Vote) == 6


@pytest.mark.slow
def test_the_whole_membership_by_all_files(make_pack, party_tables, actor, tmp_path) -> None:
    records = full()
    from secretariat.positions.forms.unvotes import UNVOTES
    from secretariat.sources import lake
    from secretariat.sources.actions import add_release
    from secretariat.sources.rules import Basis, Release

    load(make_pack, party_tables, actor, SHEET_FILE)
    stored = lake.import_snapshot(UNVOTES, FULL, dataset="unga-rollcalls", options={})
    key, _ = add_release(
        actor,
        Release(
            key="",
            dataset="unga-rollcalls",
            kind=UNVOTES.name,
            release="2020",
            sha256=lake.source_sha256(UNVOTES, FULL),
            importer=UNVOTES.version,
            basis=Basis("", Standing.CONFIRMED, ()),
            known_from=datetime(2020, 7, 24, tzinfo=UTC),
        ),
    )
    assert stored.rows["rollcalls"] == records.rollcalls.num_rows == 6203
    found = agreement(SECRETARIAT, group=SEVEN, on=ON, known_at=NOW, start=START, end=END)
    assert found is not None
    assert (found.release, found.roll_calls, found.used) == (key, 187, 186)
    assert round(found.agreement_index or 0, 4) == 0.8643
    assert found.baseline is not None
    drawn = found.baseline.random_groups
    assert drawn is not None
    assert (drawn.size, drawn.drawn_from, drawn.draws) == (7, 193, 1000)
    assert drawn.mean == pytest.approx(0.775, abs=0.01)
    assert 85 < drawn.percentile < 99
    before = agreement(SECRETARIAT, group=SEVEN, on=ON, known_at=datetime(2019, 1, 1, tzinfo=UTC), start=START, end=END)
    assert before is not None
    assert before.release == "members"
    table = pair_table(SECRETARIAT, on=date(2020, 12, 31), known_at=NOW)
    assert table is not None
    assert table.num_rows > 800_000
