"""Roll calls from three kinds of files: what is read, what is put aside, and what the source does not say."""

import csv
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import ibis
import pytest

from secretariat.positions.forms.digital_library import DIGITAL_LIBRARY
from secretariat.positions.forms.r_data import data_frames
from secretariat.positions.forms.sheet import SHEET
from secretariat.positions.forms.unvotes import UNVOTES
from secretariat.positions.rules.united_nations import ALPHA_3, CODES, MEMBERSHIPS, is_un_member, takes_part
from secretariat.sources import lake
from secretariat.sources.lake import Importer, UnableToImport

EXAMPLE = Path(__file__).parents[2] / "examples" / "csto" / "data" / "unga_votes.csv"
FULL = Path(__file__).parents[3] / "shared" / "data" / "unga"
needs_full = pytest.mark.skipif(not FULL.is_dir(), reason=f"the data of unvotes is not at {FULL}")


def rows(importer: Importer, path: Path) -> tuple[dict[str, list[dict]], list[str]]:
    reading = importer.read(path, {})
    tables = {name: reader.read_all().to_pylist() for name, reader in reading.tables.items()}
    return tables, [str(problem) for problem in reading.quarantine.shown]


@pytest.fixture
def sheet(tmp_path: Path):
    def write(*lines: str, header: str = "rollcall,date,session,resolution,paragraph,issues,yes,abstain,no,BY,RU,UZ"):
        path = tmp_path / "votes.csv"
        path.write_text("\n".join([header, *lines, ""]))
        return path

    return write


def test_six_kinds_of_vote_are_six_different_things(sheet):
    lines = [f"{n},2010-12-21,65,A/RES/65/{n},,,,,,{letter},," for n, letter in enumerate("YANX-P")]
    tables, problems = rows(SHEET, sheet(*lines))
    assert [row["vote"] for row in tables["votes"]] == [
        "yes",
        "abstain",
        "no",
        "absent",
        "not_member",
        "not_participating",
    ]
    assert problems == []


def test_an_empty_cell_is_no_vote_of_any_kind(sheet):
    tables, _ = rows(SHEET, sheet("1,2010-12-21,65,A/RES/65/1,,,,,,Y,,"))
    assert [(row["state"], row["vote"]) for row in tables["votes"]] == [("BY", "yes")]


def test_recorded_and_intended_votes_are_both_kept(sheet):
    tables, _ = rows(SHEET, sheet("1,2010-12-21,65,A/RES/65/1,,,,,,N>Y,Y,"))
    assert [(row["vote"], row["intended"]) for row in tables["votes"]] == [("no", "yes"), ("yes", None)]


def test_what_the_sheet_does_not_say_stays_unknown(sheet):
    tables, _ = rows(SHEET, sheet("1,2010-12-21,65,,,,,,,Y,Y,", "2,2010-12-21,65,,1,nu di,100,20,3,Y,Y,"))
    first, second = tables["rollcalls"]
    assert (first["resolution"], first["paragraph"], first["yes"], first["issues"]) == (None, None, None, [])
    assert (second["paragraph"], second["yes"], second["abstain"], second["no"]) == (True, 100, 20, 3)
    assert second["issues"] == ["nu", "di"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("1,2010-02-30,65,,,,,,,Y,Y,Y", "votes.csv:2: date: '2010-02-30', expected a day, YYYY-MM-DD"),
        ("1,2010-12-21,65,,,,,,,Y,Q,Y", "votes.csv:2: RU: 'Q', expected Y, A, N, X, -, P"),
        ("1,2010-12-21,65,,,,,,,Y,X>Y,Y", "votes.csv:2: RU: 'X>Y', expected Y, A, N, X, -, P"),
        ("1,2010-12-21,65,,,,,,,Y,Y>,Y", "votes.csv:2: RU: 'Y>', expected Y, A, N, X, -, P"),
        ("1,2010-12-21,65,,,zz,,,,Y,Y,Y", "votes.csv:2: issues: 'zz', expected codes among me nu di hr co ec"),
        ("1,2010-12-21,65,,2,,,,,Y,Y,Y", "votes.csv:2: paragraph: '2', expected 1, 0 or nothing"),
        ("1,2010-12-21,65,,,,-1,,,Y,Y,Y", "votes.csv:2: yes: -1, expected 0 to 999"),
        ("1,2010-12-21,,,,,,,,Y,Y,Y", "votes.csv:2: session: is empty, expected the number of the session"),
        (",2010-12-21,65,,,,,,,Y,Y,Y", "votes.csv:2: rollcall: is empty, expected each roll call once"),
        ("1,2010-12-21,65", "votes.csv:2: resolution: 3 cells, expected 12, as the header has"),
    ],
)
def test_a_wrong_cell_is_named_by_line_and_column(sheet, line: str, problem: str):
    tables, problems = rows(SHEET, sheet(line, "2,2010-12-21,65,,,,,,,Y,Y,Y"))
    assert len(problems) == 1
    assert problems[0].startswith(problem)
    assert [row["rollcall"] for row in tables["rollcalls"]] == ["2"]
    assert {row["rollcall"] for row in tables["votes"]} == {"2"}


def test_a_roll_call_stands_once(sheet):
    _, problems = rows(SHEET, sheet("1,2010-12-21,65,,,,,,,Y,Y,Y", "1,2010-12-22,65,,,,,,,N,N,N"))
    assert problems == ["votes.csv:3: rollcall: '1' stands already, expected each roll call once, with an id"]


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("rollcall,session,BY", "the column date is missing"),
        ("rollcall,date,session,BY,BY", "the column 'BY' stands twice"),
        ("rollcall,date,session,belarus", "the column 'belarus' is not known"),
    ],
)
def test_a_header_that_does_not_fit_is_refused(sheet, header: str, message: str):
    with pytest.raises(UnableToImport, match=message):
        rows(SHEET, sheet(header=header))


def test_an_empty_file_is_refused(tmp_path: Path):
    (tmp_path / "empty.csv").write_text("")
    for importer in (SHEET, DIGITAL_LIBRARY):
        with pytest.raises(UnableToImport, match="the file is empty"):
            rows(importer, tmp_path / "empty.csv")


def test_the_sheet_of_the_example_pack_has_the_votes_of_the_seven():
    tables, problems = rows(SHEET, EXAMPLE)
    assert problems == []
    assert len(tables["rollcalls"]) == 1751
    votes = Counter((row["state"], row["vote"]) for row in tables["votes"])
    assert {state for state, _ in votes} == {"AM", "BY", "KG", "KZ", "RU", "TJ", "UZ"}
    assert [votes["AM", each] for each in ("yes", "abstain", "no", "absent")] == [1286, 296, 69, 100]
    assert [votes["UZ", each] for each in ("yes", "abstain", "no", "absent")] == [823, 217, 40, 671]
    in_two_years = [row for row in tables["rollcalls"] if date(2010, 1, 1) <= row["date"] <= date(2011, 12, 31)]
    assert len(in_two_years) == 187


UNDL = "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,title,total_yes,total_no,total_abstentions"


def library(tmp_path: Path, *lines: str, header: str = UNDL) -> Path:
    path = tmp_path / "ga_voting.csv"
    path.write_text("\n".join([header, *lines, ""]))
    return path


def test_the_digital_library_gives_a_row_a_state_with_alpha_2_codes(tmp_path: Path):
    path = library(
        tmp_path,
        '4025240,RUS,RUSSIAN FEDERATION,N,2006-12-19,61,A/RES/61/173,"Torture, question of",99,71,7',
        "4025240,UZB,UZBEKISTAN,N,2006-12-19,61,A/RES/61/173,,99,71,7",
        "9,BLR,BELARUS,a,2023-10-27,ES-10,A/RES/ES-10/21,,121,14,44",
        "4025240,KGZ,KYRGYZSTAN,X,2006-12-19,61,A/RES/61/173,,99,71,7",
        "4025240,KAZ,KAZAKHSTAN,,2006-12-19,61,A/RES/61/173,,99,71,7",
    )
    tables, problems = rows(DIGITAL_LIBRARY, path)
    assert problems == []
    assert [(row["rollcall"], row["state"], row["vote"]) for row in tables["votes"]] == [
        ("4025240", "RU", "no"),
        ("4025240", "UZ", "no"),
        ("9", "BY", "abstain"),
        ("4025240", "KG", "absent"),
        ("4025240", "KZ", "absent"),
    ]
    first, second = tables["rollcalls"]
    assert (first["session"], first["emergency"], first["title"]) == (61, False, "Torture, question of")
    assert (first["yes"], first["abstain"], first["no"], first["paragraph"]) == (99, 7, 71, None)
    assert (second["session"], second["emergency"]) == (10, True)


def test_a_member_without_a_part_in_the_assembly_is_not_absent(tmp_path: Path):
    path = library(
        tmp_path,
        "1,ZAF,SOUTH AFRICA,X,1985-12-10,40,A/RES/40/64,,1,1,1",
        "1,YUG,YUGOSLAVIA,Y,1985-12-10,40,A/RES/40/64,,1,1,1",
    )
    tables, _ = rows(DIGITAL_LIBRARY, path)
    assert [(row["state"], row["vote"]) for row in tables["votes"]] == [("ZA", "not_participating"), ("YU", "yes")]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("1,XKX,KOSOVO,Y,2010-12-21,65,,,1,1,1", "ga_voting.csv:2: ms_code: 'XKX', expected the ISO 3166-1 alpha-3"),
        ("1,RUS,,P,2010-12-21,65,,,1,1,1", "ga_voting.csv:2: ms_vote: 'P', expected Y, N, A, X or nothing"),
        ("1,RUS,,Y,21.12.2010,65,,,1,1,1", "ga_voting.csv:2: date: '21.12.2010', expected a day, YYYY-MM-DD"),
        ("1,RUS,,Y,2010-12-21,last,,,1,1,1", "ga_voting.csv:2: session: 'last', expected a session"),
        ("1,RUS,,Y,2010-12-21,65,,,many,1,1", "ga_voting.csv:2: total_yes: 'many', expected a whole number"),
    ],
)
def test_a_wrong_line_of_the_digital_library_is_put_aside(tmp_path: Path, line: str, problem: str):
    tables, problems = rows(DIGITAL_LIBRARY, library(tmp_path, line, "2,RUS,,Y,2010-12-21,65,,,1,1,1"))
    assert problems[0].startswith(problem)
    assert [row["rollcall"] for row in tables["votes"]] == ["2"]


def test_a_state_votes_once_in_a_roll_call(tmp_path: Path):
    line = "1,RUS,,Y,2010-12-21,65,,,1,1,1"
    assert rows(DIGITAL_LIBRARY, library(tmp_path, line, line))[1] == [
        "ga_voting.csv:3: ms_code: RU has a vote already, expected one a roll call"
    ]


def test_columns_of_the_digital_library_are_found_by_name(tmp_path: Path):
    path = library(
        tmp_path, "65,2010-12-21,Y,RUS,1,something new", header="session,date,ms_vote,ms_code,undl_id,novelty"
    )
    assert rows(DIGITAL_LIBRARY, path)[0]["votes"][0]["state"] == "RU"
    with pytest.raises(UnableToImport, match="the column ms_vote is missing"):
        rows(DIGITAL_LIBRARY, library(tmp_path, header="undl_id,ms_code,date,session"))


def test_every_code_of_the_membership_table_has_one_alpha_3():
    assert set(ALPHA_3.values()) == set(CODES)
    assert len(CODES) == 199
    today = date(2026, 1, 1)
    assert sum(is_un_member(code, today) for code in CODES) == 193


@pytest.mark.parametrize(
    ("code", "on", "member", "part"),
    [
        ("RU", date(1991, 12, 1), True, True),
        ("KZ", date(1992, 3, 1), False, False),
        ("KZ", date(1992, 3, 2), True, True),
        ("ID", date(1965, 6, 1), False, False),
        ("SY", date(1960, 1, 1), False, False),
        ("ZA", date(1980, 1, 1), True, False),
        ("ZA", date(1994, 12, 1), True, True),
        ("YU", date(1995, 1, 1), True, False),
        ("RS", date(2000, 12, 1), True, True),
        ("DD", date(1990, 10, 3), False, False),
        ("SS", date(2011, 7, 13), False, False),
    ],
)
def test_membership_and_taking_part_are_two_questions(code: str, on: date, member: bool, part: bool):
    assert (is_un_member(code, on), takes_part(code, on)) == (member, part)


def test_memberships_of_one_state_do_not_overlap():
    for code in CODES:
        periods = [period for each, period in MEMBERSHIPS if each == code]
        assert all(not one.overlaps(other) for one, other in pairwise(periods))


def test_a_file_that_r_did_not_write_is_refused(tmp_path: Path):
    for name, content in (
        ("text.rda", b"no data of R"),
        ("short.rda", b"RDX2\nX\n\0\0\0\2"),
        ("bz.rda", b"BZh9broken"),
    ):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(UnableToImport, match=name):
            data_frames(tmp_path / name)


def test_the_three_files_of_unvotes_are_wanted_together(tmp_path: Path):
    with pytest.raises(UnableToImport, match=r"un_votes.rda, un_roll_calls.rda, un_roll_call_issues.rda"):
        lake.source_sha256(UNVOTES, tmp_path)


@pytest.fixture(scope="module")
def full() -> tuple[ibis.Table, ibis.Table]:
    stored = lake.import_snapshot(UNVOTES, FULL, dataset="unga-rollcalls", options={})
    assert stored.quarantined == 0
    return tuple(lake.table("unga-rollcalls", stored.address, name) for name in ("votes", "rollcalls"))


@needs_full
def test_no_vote_of_unvotes_is_lost_or_invented(full):
    votes, _ = full
    counts = dict(votes.vote.value_counts().to_pandas().itertuples(index=False))
    assert {name: counts[name] for name in ("yes", "abstain", "no")} == {"yes": 693664, "abstain": 110897, "no": 65548}
    assert votes.count().to_pyarrow().as_py() == 6203 * len(CODES)


@needs_full
def test_states_without_a_code_in_unvotes_have_one_here(full):
    votes, rollcalls = full
    cast = votes.filter(votes.vote.isin(["yes", "no", "abstain"])).join(rollcalls, "rollcall")
    before = cast.filter(cast.session <= 45)
    counts = dict(before.state.value_counts().to_pandas().itertuples(index=False))
    assert (counts["DE"], counts["ZAN"]) == (2151, 2)
    assert "YE" in counts
    assert "RS" not in counts


@needs_full
def test_numbers_from_9000_on_are_not_all_of_emergency_sessions(full):
    _, rollcalls = full
    late = rollcalls.filter(rollcalls.rollcall.cast("int64") >= 9000)
    assert late.filter(~late.emergency).session.value_counts().to_pandas().to_numpy().tolist() == [[74, 91]]
    assert late.filter(late.emergency).count().to_pyarrow().as_py() == 56


@needs_full
def test_votes_contradict_the_membership_table_only_in_the_month_of_admission(full):
    # The source writes a number from 1 to 7 for the day for years: the month is what it knows.
    votes, rollcalls = full
    cast = votes.filter(votes.vote.isin(["yes", "no", "abstain"])).join(rollcalls, "rollcall")
    days = cast.select("state", "date").distinct().to_pyarrow().to_pylist()
    wrong = {
        (state, on.year, on.month)
        for state, on in (day.values() for day in days)
        if not takes_part(state, on) and not takes_part(state, date(on.year + on.month // 12, on.month % 12 + 1, 1))
    }
    assert wrong == {("FJ", 1970, 9)}  # two roll calls that the source has a month too early


@needs_full
def test_the_sheet_of_the_example_pack_agrees_with_unvotes(full):
    votes, _ = full
    with EXAMPLE.open(newline="") as file:
        header, *lines = csv.reader(file)
    letters = {"Y": "yes", "A": "abstain", "N": "no", "X": "absent"}
    sheet = {
        (cells[0], state): letters[cell] for cells in lines for state, cell in zip(header[-7:], cells[-7:], strict=True)
    }
    seven = votes.filter(votes.state.isin(header[-7:])).to_pandas()
    there = {(key, state): vote for key, state, vote, _ in seven.itertuples(index=False)}
    assert {key: (vote, there[key]) for key, vote in sheet.items() if there[key] != vote} == {}
