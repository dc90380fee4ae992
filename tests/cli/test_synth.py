"""The invented organisation: labelled, whole, and the same on every machine."""

import hashlib
import json
import os
import subprocess
import sys
from collections import defaultdict
from datetime import date
from statistics import median

import pytest
import typer
from typer.testing import CliRunner

from secretariat.audit.rules import Actor
from secretariat.cli import synth
from secretariat.cli.pack import pack_tables
from secretariat.cli.synthetic import MOST_STATES, STATE_CODES, synthetic_rows
from secretariat.cli.synthetic.calendar import LAST_DAY
from secretariat.cli.synthetic.chance import Chance
from secretariat.cli.synthetic.writing import UnableToWriteSynthetic, write_synthetic
from secretariat.decisions import rules as decisions
from secretariat.organs import rules as organs
from secretariat.parties import rules as parties
from secretariat.programmes import rules as programmes
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.reading import read_pack

# What one seed gave when it was last looked at. A change here means that old figures cannot be made again: say so in
# the changelog.
SEED_1_SHA256 = "8f0e1ecf21afbb040da8f4bf950da81561cfe456953a28134a3c5fce7462cb63"


@pytest.fixture(scope="module")
def rows():
    found = defaultdict(list)
    for block in synthetic_rows(seed=1, states=15, decisions=400):
        for table, row in block:
            found[table].append(row)
    return found


def content_hash(folder):
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.*")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def runner():
    app = typer.Typer()
    app.callback()(lambda: None)
    synth.add_to(app)
    return lambda *arguments: CliRunner().invoke(app, ["synth", *map(str, arguments)])


@pytest.mark.parametrize(("states", "amount"), [(2, 1), (3, 25), (15, 60), (MOST_STATES, 30)])
def test_a_synthetic_pack_of_any_size_passes_the_check(tmp_path, states, amount):
    counts = write_synthetic(tmp_path, pack_tables(), seed=7, states=states, decisions=amount)
    placed = read_pack(tmp_path, pack_tables())
    assert {name: len(found) for name, found in placed.items()} == counts
    assert counts["decisions"] == amount
    assert counts["states"] == states + 2


def test_the_same_seed_gives_the_same_bytes_in_two_processes(tmp_path):
    program = (
        "import sys, django; django.setup()\n"
        "from pathlib import Path\n"
        "from secretariat.cli.pack import pack_tables\n"
        "from secretariat.cli.synthetic.writing import write_synthetic\n"
        "write_synthetic(Path(sys.argv[1]), pack_tables(), seed=1, states=15, decisions=40)\n"
    )
    for hash_seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "DJANGO_SETTINGS_MODULE": "secretariat.web.settings"}
        subprocess.run([sys.executable, "-c", program, tmp_path / hash_seed], env=environment, check=True)
    assert content_hash(tmp_path / "1") == content_hash(tmp_path / "2")


def test_a_seed_gives_the_rows_it_always_gave():
    digest = hashlib.sha256()
    for block in synthetic_rows(seed=1, states=15, decisions=40):
        digest.update(json.dumps(block, ensure_ascii=False, sort_keys=True).encode())
    assert digest.hexdigest() == SEED_1_SHA256


def test_another_seed_gives_another_organisation(tmp_path):
    for seed in (1, 2):
        write_synthetic(tmp_path / str(seed), pack_tables(), seed=seed, states=5, decisions=5)
    assert content_hash(tmp_path / "1") != content_hash(tmp_path / "2")


def test_every_name_and_title_says_that_it_is_synthetic(rows):
    labelled = [("organisation", "name"), ("organisation", "disclaimer"), ("states", "name")]
    labelled += [("states", "protocol_name"), ("organs", "name")]
    labelled += [(table, "title") for table, found in rows.items() if any("title" in row for row in found)]
    assert {"sources", "instruments", "decisions", "commitments", "agenda"} <= {table for table, _ in labelled}
    for table, field in labelled:
        for row in rows[table]:
            if field in row:
                assert "SYNTHETIC" in row[field]["en"], (table, row)
                assert "СИНТЕТИЧЕСК" in row[field]["ru"], (table, row)


def test_invented_states_have_codes_that_iso_3166_gives_to_nobody(rows):
    assert len(STATE_CODES) == len(set(STATE_CODES)) == MOST_STATES + 2
    for row in rows["states"]:
        assert row["id"] == "AA" or row["id"][0] == "X" or (row["id"][0] == "Q" and "M" <= row["id"][1] <= "Z")
    assert len({row["name"]["en"] for row in rows["states"]}) == len(rows["states"])


@pytest.mark.parametrize(
    ("table", "field", "kinds"),
    [
        ("treaty_acts", "kind", parties.ActKind),
        ("instruments", "entry", parties.EntryRuleKind),
        ("meeting_acts", "kind", organs.MeetingActKind),
        ("meetings", "kind", organs.MeetingKind),
        ("terms", "kind", organs.TermEdge),
        ("terms", "role", organs.Role),
        ("agenda", "status", organs.AgendaStatus),
        ("documents", "kind", organs.DocumentKind),
        ("proposal_acts", "kind", organs.ProposalActKind),
        ("adoptions", "kind", organs.AdoptionActKind),
        ("adoptions", "procedure", organs.Procedure),
        ("decisions", "procedure", decisions.Procedure),
        ("provisions", "force", decisions.Force),
        ("provisions", "collective", decisions.Collective),
        ("commitments", "kind", decisions.CommitmentKind),
        ("commitment_acts", "kind", decisions.CommitmentActKind),
        ("reports", "claimed", decisions.Claim),
        ("evidence", "bearing", decisions.Bearing),
        ("assessments", "assessor", decisions.Assessor),
        ("assessments", "result", decisions.Result),
        ("operation_acts", "kind", programmes.OperationActKind),
    ],
)
def test_every_kind_of_act_occurs(rows, table, field, kinds):
    values = [row[field] for row in rows[table]]
    found = {value["kind"] if isinstance(value, dict) else value for value in values}
    assert found == {kind.value for kind in kinds}


def test_disputed_unknown_corrected_and_moved_facts_occur(rows):
    assert {row.get("standing", "confirmed") for row in rows["treaty_acts"]} == {
        "confirmed", "derived", "reported", "disputed", "unknown",
    }  # fmt: skip
    assert any(row["date"] is None for row in rows["treaty_acts"])
    assert any("corrects" in row for row in rows["reports"])
    for field in ("also_under", "parent", "instrument", "state", "organ"):
        assert any(field in row for row in rows["commitments"]), field
    deadlines = defaultdict(list)
    for row in rows["deadlines"]:
        deadlines[row["commitment"]].append(row["due"])
    assert {len(found) for found in deadlines.values()} == {1, 2, 3}
    assert all(found == sorted(set(found)) for found in deadlines.values())


def test_a_decision_has_about_eight_commitments_and_a_commitment_five_reports(rows):
    assert 7 < len(rows["commitments"]) / len(rows["decisions"]) < 9
    assert 4.5 < len(rows["reports"]) / len(rows["commitments"]) < 6.5
    assert {row["state"] for row in rows["commitments"] if "state" in row} <= {row["id"] for row in rows["states"]}


def test_reports_come_late_and_never_after_the_last_day(rows):
    delays = [
        (date.fromisoformat(row["date"]) - date.fromisoformat(row["period_end"])).days
        for row in rows["reports"] if "corrects" not in row
    ]  # fmt: skip
    assert min(delays) >= 0
    assert 15 < median(delays) < 35
    # Skewed: the slowest tenth takes more than twice the median.
    assert sorted(delays)[len(delays) * 9 // 10] > 2 * median(delays)
    assert all((row.get("date") or "") <= LAST_DAY.isoformat() for found in rows.values() for row in found)


def test_half_of_all_delays_are_below_the_median():
    chance = Chance("delays")
    delays = [chance.delay(1_000) for _ in range(4_000)]
    assert 0.47 < sum(delay < 1_000 for delay in delays) / len(delays) < 0.53


def test_large_tables_become_json_lines_that_read_back(tmp_path, monkeypatch):
    monkeypatch.setattr("secretariat.cli.synthetic.writing.ROWS_A_FILE", 300)
    counts = write_synthetic(tmp_path, pack_tables(), seed=1, states=4, decisions=30)
    files = sorted((tmp_path / "reports").glob("*.jsonl"))
    assert len(files) == -(-counts["reports"] // 300) > 1
    assert sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files) == counts["reports"]
    read_pack(tmp_path, pack_tables())


@pytest.mark.django_db
def test_a_synthetic_pack_loads_and_loading_it_again_changes_nothing(tmp_path):
    counts = write_synthetic(tmp_path, pack_tables(), seed=1, states=6, decisions=20)
    first = load_pack(Actor("test"), tmp_path, pack_tables())
    assert {name: done.added for name, done in first.items()} == counts
    again = load_pack(Actor("test"), tmp_path, pack_tables())
    assert {name: (done.added, done.unchanged) for name, done in again.items()} == {
        name: (0, count) for name, count in counts.items()
    }


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UnableToWriteSynthetic):
        write_synthetic(tmp_path, pack_tables(), seed=1, states=5, decisions=5)
    answer = runner()(tmp_path, "--states", 5, "--decisions", 5)
    assert answer.exit_code == 2
    assert "not an empty folder" in answer.output
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize(("option", "value"), [("--states", 1), ("--states", 99), ("--decisions", 0), ("--seed", "x")])
def test_a_size_that_cannot_be_is_a_mistake(tmp_path, option, value):
    answer = runner()(tmp_path / "pack", option, value)
    assert answer.exit_code == 2
    assert not (tmp_path / "pack").exists()


def test_the_command_says_what_it_wrote(tmp_path):
    answer = runner()(tmp_path / "pack", "--seed", 3, "--states", 4, "--decisions", 6)
    assert answer.exit_code == 0
    assert "SYNTHETIC" in answer.output
    assert json.dumps(6) in answer.output
    assert (tmp_path / "pack" / "organisation.yaml").exists()
