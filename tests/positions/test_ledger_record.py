"""The ledger in the register: as of a day, as known at an instant, with the votes of the lake, at fixed cost."""

import hashlib
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from secretariat.access.rules import PUBLIC, SECRETARIAT
from secretariat.audit.queries import audit_entries
from secretariat.audit.rules import Actor
from secretariat.kernel import LocalizedText
from secretariat.positions.actions import (
    UnableToRecordPosition,
    name_vote,
    record_position,
    record_position_act,
    record_position_text,
)
from secretariat.positions.queries import ledger, position_rows, recorded_votes
from secretariat.positions.queries.record import voting_record
from secretariat.positions.rules import (
    AgreedVote,
    Conduct,
    Outcome,
    PositionActKind,
    PositionKind,
    Response,
    Stage,
    TextStage,
    Untested,
)
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.problems import UnableToReadPack
from secretariat.sources.pack.tables import PackTable

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, tzinfo=UTC)
CODES = ("AM", "BY", "KG", "KZ", "RU", "TJ", "UZ")
VOTED = date(2008, 3, 14)
SHEET = (
    "rollcall,date,session,resolution,yes,abstain,no,AM,BY,KG,KZ,RU,TJ,UZ\n"
    "4828,2008-03-14,62,A/RES/62/243,39,100,7,N,X,X,A,N,X,Y\n"
    "5145,2011-12-24,66,A/RES/66/230,83,39,21,Y,N,A,Y,N,X,N\n"
)
"""Two roll calls of the seven, as the General Assembly recorded them."""

PLANNED_AND_NOT = (
    "- {id: POS-0, kind: joint_statement, title: {en: P}, forum: UNGA, plan: PLAN, planned: false, date: 2008-03-01}\n"
)

Load = Callable[..., None]


def _pack(positions: int) -> dict[str, str | bytes]:
    indexes = range(positions)
    return {
        "states": "".join(f"- {{id: {code}, name: {{en: {code}}}, protocol_name: {{en: {code}}}}}\n" for code in CODES),
        "organisation": "{id: ORG, name: {en: O}, short: {en: O}, languages: [en], constituent: T}\n",
        "instruments": "- {id: T, kind: treaty, title: {en: T}}\n",
        "treaty_acts": "- {id: T-F, instrument: T, kind: announcement, date: 2003-09-18}\n"
        + "".join(
            f"- {{id: T-{code}, instrument: T, state: {code}, kind: accession, date: 2003-09-18}}\n" for code in CODES
        )
        + "- {id: T-UZ-OUT, instrument: T, state: UZ, kind: suspension, date: 2012-12-19}\n",
        "releases": "- {id: VOTES, dataset: unga-rollcalls, kind: roll-call-sheet, file: votes.csv, "
        f"sha256: {hashlib.sha256(SHEET.encode()).hexdigest()}, retrieved: 2003-01-01, rows_known_by: date}}\n",
        "csv__votes": SHEET.encode(),
        "forums": "- {id: UNGA, name: {en: General Assembly}, known_from: 2000-01-01}\n",
        "position_plans": "- {id: PLAN, kind: consultations, title: {en: Plan}, date: 2008-01-01}\n",
        "positions": "".join(
            f"- {{id: POS-{n}, kind: common_position, title: {{en: Position {n}}}, forum: UNGA, plan: PLAN, "
            "date: 2008-03-01}\n"
            for n in indexes
        ),
        "position_texts": "".join(
            f"- {{id: POS-{n}-1, position: POS-{n}, version: 1, stage: agreed, gist: {{en: No}}, date: 2008-03-01}}\n"
            for n in indexes
        ),
        "position_acts": "".join(
            f"- {{id: POS-{n}-{code}, position: POS-{n}, state: {code}, kind: joined, date: 2008-03-01}}\n"
            for n in indexes
            for code in ("AM", "RU", "UZ")
        ),
        "named_votes": "".join(
            f"- {{id: POS-{n}-V, position: POS-{n}, dataset: unga-rollcalls, rollcall: '4828', agreed: 'no', "
            "date: 2008-03-01}\n"
            for n in indexes
        ),
    }


@pytest.fixture
def load(make_pack: Callable[..., Path], pack_tables: tuple[PackTable, ...], actor: Actor) -> Load:
    def put(number: int = 1, /, **files: str | bytes) -> None:
        load_pack(actor, make_pack(**(_pack(number) | files)), pack_tables)

    return put


def view(on: date, known_at: datetime = NOW) -> Any:
    found = position_rows(ledger(SECRETARIAT, on=on, known_at=known_at), "POS-0")
    assert found is not None
    return found


def test_named_vote_is_tested_from_the_day_it_was_held(load: Load):
    load()
    before, after = view(date(2008, 3, 13)), view(VOTED)
    assert (before.outcome.outcome, before.outcome.why_untested) == (Outcome.NOT_TESTED, Untested.NOT_ON_RECORD)
    assert after.outcome.outcome is Outcome.SPLIT
    (test,) = after.outcome.tests
    assert {each.state: each.conduct for each in test.members if each.vote == "yes"} == {"UZ": Conduct.OTHERWISE}
    assert test.count(Conduct.AS_AGREED) == 2


def test_vote_counts_as_known_from_its_own_day(load: Load):
    load()
    early = datetime(2008, 3, 10, tzinfo=UTC)
    assert view(date(2011, 5, 31), early).outcome.why_untested is Untested.NOT_ON_RECORD


def test_members_are_those_of_the_day_of_the_position_without_the_suspended(load: Load):
    load(
        positions="- {id: POS-0, kind: joint_statement, title: {en: P}, forum: UNGA, date: 2013-01-15}\n",
        position_acts="",
        position_texts="",
        named_votes="",
    )
    assert view(date(2013, 2, 1)).members == tuple(code for code in CODES if code != "UZ")


def test_member_without_an_act_is_shown_as_not_recorded(load: Load):
    load()
    answers = {each.state: each.response for each in view(VOTED).answers}
    assert answers["AM"] is Response.JOINED
    assert answers["BY"] is Response.NOT_RECORDED
    assert (view(VOTED).rate_joined().numerator, view(VOTED).rate_joined().denominator) == (3, 7)


def test_position_is_not_there_before_its_day_nor_before_it_was_known(load: Load):
    load()
    assert ledger(SECRETARIAT, on=date(2008, 2, 29), known_at=NOW).views == ()
    assert ledger(SECRETARIAT, on=VOTED, known_at=datetime(2008, 2, 1, tzinfo=UTC)).views == ()


def test_hidden_position_does_not_exist_for_the_public(load: Load):
    row = "- {id: POS-0, kind: joint_statement, title: {en: P}, forum: UNGA, date: 2008-03-01, mark: secretariat}\n"
    load(positions=row, position_acts="", position_texts="", named_votes="")
    assert ledger(PUBLIC, on=VOTED, known_at=NOW).views == ()
    assert len(ledger(SECRETARIAT, on=VOTED, known_at=NOW).views) == 1


def test_votes_of_a_hidden_release_are_not_on_record_for_the_public(load: Load):
    load(releases=str(_pack(1)["releases"]).replace("}\n", ", mark: secretariat}\n"))
    wanted = {("unga-rollcalls", "4828")}
    assert recorded_votes(PUBLIC, wanted, on=VOTED, known_at=NOW) == {}
    assert recorded_votes(SECRETARIAT, wanted, on=VOTED, known_at=NOW)["unga-rollcalls", "4828"].votes["UZ"] == "yes"


@pytest.mark.parametrize("positions", [1, 30])
def test_ledger_asks_as_often_for_thirty_positions_as_for_one(load: Load, django_assert_num_queries, positions: int):
    load(positions)
    with django_assert_num_queries(13):
        assert len(ledger(SECRETARIAT, on=VOTED, known_at=NOW).views) == positions


def test_voting_record_gives_every_member_and_pages(load: Load):
    load()
    page = voting_record(SECRETARIAT, group=CODES, on=date(2011, 12, 31), known_at=NOW, count=1)
    assert page is not None
    (newest,) = page.records
    assert (page.total, newest.rollcall, newest.is_split, newest.is_clash) == (2, "5145", True, True)
    assert newest.votes == {
        "AM": "yes",
        "BY": "no",
        "KG": "abstain",
        "KZ": "yes",
        "RU": "no",
        "TJ": "absent",
        "UZ": "no",
    }
    earlier = voting_record(SECRETARIAT, group=CODES, on=VOTED, known_at=NOW)
    assert earlier is not None
    assert [record.rollcall for record in earlier.records] == ["4828"]


def test_recording_a_position_its_answers_and_its_vote(load: Load, actor: Actor):
    load()
    today = datetime.now(UTC).date()
    record_position(
        actor, key="NEW", kind=PositionKind.JOINT_STATEMENT, title=LocalizedText("Peace", "Мир"), forum="UNGA", on=today
    )
    record_position_act(actor, key="NEW-BY", position="NEW", kind=PositionActKind.JOINED, state="BY", on=today)
    record_position_act(actor, key="NEW-D", position="NEW", kind=PositionActKind.DELIVERED, on=today)
    for number, stage in ((1, TextStage.PROPOSED), (2, TextStage.AGREED)):
        key = f"NEW-T{number}"
        gist = LocalizedText("Peace")
        assert record_position_text(actor, key=key, position="NEW", stage=stage, gist=gist, on=today) == number
    name_vote(
        actor,
        key="NEW-V",
        position="NEW",
        dataset="unga-rollcalls",
        rollcall="9999",
        on=today,
        agreed=AgreedVote.YES,
    )
    found = position_rows(ledger(SECRETARIAT, on=today, known_at=datetime.now(UTC)), "NEW")
    assert found is not None
    assert (found.stage, found.joined, len(found.texts)) == (Stage.DELIVERED, ("BY",), 2)
    assert found.outcome.why_untested is Untested.NOT_ON_RECORD
    assert audit_entries(SECRETARIAT)[0].action == "name vote"


def test_what_cannot_be_is_refused_with_its_reason(load: Load, actor: Actor):
    load()
    on = date(2008, 3, 1)
    about = {"kind": PositionKind.JOINT_STATEMENT, "title": LocalizedText("P"), "forum": "UNGA", "on": on}
    refused: tuple[tuple[str, Callable[[], Any]], ...] = (
        ("no forum MOON", lambda: record_position(actor, key="A", **{**about, "forum": "MOON"})),
        ("no plan NONE", lambda: record_position(actor, key="A", plan="NONE", **about)),
        ("said to be unplanned", lambda: record_position(actor, key="A", plan="PLAN", planned=False, **about)),
        ("no title", lambda: record_position(actor, key="A", **{**about, "title": LocalizedText()})),
        (
            "without a state",
            lambda: record_position_act(actor, key="A", position="POS-0", kind=PositionActKind.JOINED, on=on),
        ),
        (
            "no position X",
            lambda: record_position_act(actor, key="A", position="X", kind=PositionActKind.DELIVERED, on=on),
        ),
        (
            "no state QQ",
            lambda: record_position_act(
                actor, key="A", position="POS-0", kind=PositionActKind.JOINED, state="QQ", on=on
            ),
        ),
        (
            "already",
            lambda: name_vote(
                actor,
                key="A",
                position="POS-0",
                dataset="unga-rollcalls",
                rollcall="4828",
                on=on,
                agreed=None,
            ),
        ),
    )
    for said, action in refused:
        with pytest.raises(UnableToRecordPosition, match=said):
            action()


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"positions": PLANNED_AND_NOT},
            "not planned, and yet in a plan",
        ),
        ({"position_acts": "- {id: A, position: POS-0, kind: silent, date: 2008-03-01}\n"}, "silent without a state"),
        (
            {
                "position_texts": "- {id: A, position: POS-0, version: 1, stage: agreed, gist: {en: a}}\n"
                "- {id: B, position: POS-0, version: 1, stage: agreed, gist: {en: b}}\n"
            },
            "has version 1 already",
        ),
    ],
)
def test_pack_says_what_does_not_fit_together(load: Load, files: dict[str, str], said: str):
    with pytest.raises(UnableToReadPack) as refused:
        load(**files)
    assert said in str(refused.value)


def test_page_of_votes_whose_files_are_gone_says_so(load: Load, client, settings, tmp_path: Path):
    load()
    settings.LAKE = str(tmp_path / "another lake")
    answer = client.get("/positions/votes?on=2011-12-31")
    assert answer.status_code == 503
    assert "not in the lake" in answer.content.decode()
