"""``secretariat positions`` over the example: the keys of its JSON, its options, and how mistakes are answered."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.cli import application
from secretariat.positions.queries import splits
from secretariat.sources.pack.loading import load_pack
from tests.positions.records import SEVEN, SHEET_FILE
from tests.positions.test_votes import END, NOW, ON, START, release_row

pytestmark = pytest.mark.django_db
YEARS = ["--from", "2010-01-01", "--to", "2011-12-31"]


@pytest.fixture
def loaded(make_pack, party_tables, actor: Actor) -> None:
    """The seven members and their votes."""
    folder: Path = make_pack(
        states="".join(f"- {{id: {code}, name: {{en: {code}}}, protocol_name: {{en: {code}}}}}\n" for code in SEVEN),
        instruments="- {id: CST, kind: treaty, title: {en: Treaty}, entry: {kind: deposits, deposits: 6}}\n",
        organisation="{id: CSTO, name: {en: Organisation}, short: {en: CSTO}, languages: [en], constituent: CST}\n",
        treaty_acts="".join(
            f"- {{id: {code}, instrument: CST, state: {code}, kind: ratification, date: '1993-12-01'}}\n"
            for code in SEVEN
        ),
        releases=release_row(SHEET_FILE),
    )
    (folder / "data").mkdir()
    (folder / "data" / "votes.csv").write_bytes(SHEET_FILE.read_bytes())
    load_pack(actor, folder, party_tables)


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(application(), ["positions", *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


def answer(*arguments: str):
    code, out, err = run(*arguments, "--json")
    assert code == 0, err
    return json.loads(out)


def test_agreement_has_the_keys_it_promises(loaded) -> None:
    found = answer("agreement", "--group", "csto", *YEARS)
    assert {"roll_calls", "used", "agreement_index", "rice", "unanimous", "pairs", "baseline"} <= set(found)
    assert (found["roll_calls"], found["used"], round(found["agreement_index"], 4)) == (187, 186, 0.8643)
    assert {tuple(pair) for pair in found["pairs"]} == {
        ("a", "b", "n", "exact", "linear", "s", "kappa", "pi", "clashes")
    }
    assert {"all_members", "random_groups"} <= set(found["baseline"])
    assert found["baseline"]["random_groups"] is None
    assert found["group"] == list(SEVEN)


def test_the_organisation_and_its_codes_are_one_group(loaded) -> None:
    assert answer("agreement", "--group", "CSTO", *YEARS) == answer("agreement", "--group", ",".join(SEVEN), *YEARS)
    assert answer("agreement", "--group", "csto", *YEARS, "--membership-on", "each-vote")["used"] == 186


@pytest.mark.parametrize(
    ("options", "roll_calls"),
    [
        (["--issue", "hr"], 50),
        (["--issue", "me"], 33),
        (["--min-minority", "0.25"], 66),
        (["--no-paragraphs"], 138),
        (["--to", "2011-05-31"], 91),
        (["--known-at", "2011-05-31"], 91),
    ],
)
def test_options_choose_the_roll_calls(loaded, options, roll_calls) -> None:
    assert answer("agreement", "--group", "csto", *YEARS, *options)["roll_calls"] == roll_calls


def test_resolutions_adopted_without_a_vote_are_counted_when_they_are_told(loaded) -> None:
    found = answer("agreement", "--group", "csto", *YEARS, "--adopted-without-vote", "400")
    assert found["consensus_adjusted"] == pytest.approx((found["agreement_index"] * 186 + 400) / 586)


def test_splits_list_every_members_vote_the_worst_first(loaded) -> None:
    found = answer("splits", "--group", "csto", *YEARS)
    expected = splits(SECRETARIAT, group=SEVEN, on=ON, known_at=NOW, start=START, end=END)
    assert [each["rollcall"] for each in found] == [each.rollcall for each in expected]
    assert all(list(each["votes"]) == list(SEVEN) for each in found)
    assert found[0]["agreement_index"] <= found[-1]["agreement_index"] < 1


def test_loyalty_has_a_row_for_each_member(loaded) -> None:
    found = answer("loyalty", "--group", "csto", *YEARS)
    assert [each["state"] for each in found] == list(SEVEN)
    assert {tuple(each) for each in found} == {("state", "n", "loyalty")}
    assert found[0] == {"state": "AM", "n": 173, "loyalty": pytest.approx(147 / 173)}


@pytest.mark.parametrize("command", ["agreement", "splits", "loyalty"])
def test_every_command_prints_a_table_for_a_person(loaded, command) -> None:
    code, out, _ = run(command, "--group", "csto", *YEARS)
    assert code == 0
    assert all(state in out for state in SEVEN)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--group", "cis"], "'cis' is no group, expected CSTO or codes of states such as AM,BY"),
        (["--group", "csto", "--from", "2012-01-01", "--to", "2011-01-01"], "--from 2012-01-01 is after --to"),
        (["--group", "csto", "--release", "2031"], "has no release '2031'"),
        (["--group", "csto", "--dataset", "osce"], "no release of osce was known by"),
        (["--group", "csto", "--known-at", "1990-01-01"], "no release of unga-rollcalls was known by 1990-01-01"),
        (["--group", "csto", "--membership-on", "yesterday"], "'yesterday' is not a day of the calendar"),
        (["--group", "csto", "--issue", "sport"], "'sport' is not one of"),
    ],
)
def test_a_mistake_is_answered_with_a_word_and_2(loaded, arguments, said) -> None:
    code, _, err = run("agreement", *arguments)
    assert code == 2
    assert said in " ".join(err.replace("│", " ").split())
