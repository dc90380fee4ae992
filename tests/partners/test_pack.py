import json
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from secretariat.cli import partners as command
from secretariat.sources.pack.problems import UnableToReadPack
from secretariat.sources.pack.reading import read_pack

ODD = [
    ("partners", "- {id: B, kind: body, name: {en: B}, short: {en: B}}\n", "kind: a body of nobody"),
    (
        "partners",
        "- {id: B, part_of: SCO, name: {en: B}, short: {en: B}}\n",
        "part_of: a partner of the kind organisation inside another",
    ),
    (
        "partners",
        "- {id: B, kind: body, part_of: B, name: {en: B}, short: {en: B}}\n",
        "part_of: bodies stand inside each other in a circle",
    ),
    (
        "partner_acts",
        "- {id: B, partner: SCO, kind: founded, date: '2001-06-15', successor: EAEU}\n",
        "successor: a successor of a partner that was founded",
    ),
    (
        "partner_acts",
        "- {id: B, partner: SCO, kind: ceased, date: '2030-06-15', successor: SCO}\n",
        "successor: its own successor",
    ),
    ("links", "- {id: B, partner: NATO, kind: protocol, title: {en: B}}\n", "partner: 'NATO' does not exist"),
    ("links", "- {id: B, partner: SCO, kind: pact, title: {en: B}}\n", "kind: 'pact' does not fit"),
    (
        "link_acts",
        "- {id: B, link: MOU, kind: signed, date: '2007-10-05', adoption: without_vote}\n",
        "adoption: a way of adoption of an act of the kind signed",
    ),
    (
        "link_acts",
        "- {id: B, link: MOU, kind: adopted, date: '2007-10-05', votes: {yes: 1}}\n",
        "votes: a result without a recorded vote",
    ),
    (
        "link_acts",
        (
            "- {id: B, link: MOU, kind: adopted, date: '2007-10-05', adoption: recorded_vote, "
            "votes: {no: 1, against: [EE, LV]}}\n"
        ),
        "votes.against: 2 states named for 1 votes",
    ),
    ("contacts", "- {id: B, partners: [], kind: meeting, title: {en: B}, date: '2011'}\n", "partners: a list"),
    (
        "follow_up_acts",
        "- {id: B, follow_up: F-1, kind: done, date: '2011-05-01', due: '2012'}\n",
        "due: a due date of something that was done",
    ),
    ("follow_up_acts", "- {id: B, follow_up: F-1, kind: moved, date: '2011-05-01'}\n", "kind: moved to no day"),
]


@pytest.mark.parametrize(("table", "row", "said"), ODD, ids=[said.split(":")[1].strip() for _, _, said in ODD])
def test_row_that_cannot_be_is_named_with_file_and_line(pack_of, partner_tables, table, row, said) -> None:
    with pytest.raises(UnableToReadPack) as caught:
        read_pack(pack_of(**{f"more_{table}": row}), partner_tables)
    (problem,) = caught.value.problems
    assert problem.file.endswith(f"{table}.yaml")
    assert said in str(problem)


def answer(*arguments: str) -> Any:
    app = typer.Typer()
    app.callback()(lambda: None)
    command.add_to(app)
    result = CliRunner().invoke(app, ["partners", *arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.django_db
def test_command_answers_with_the_keys_of_its_contract(register) -> None:
    found = json.loads(answer("--on", "2011-05-31", "--json"))
    assert {tuple(row) for row in found} == {
        ("id", "name", "link_status", "since", "members_in_common", "open_follow_ups", "standing", "sources")
    }
    sco = next(row for row in found if row["id"] == "SCO")
    assert (sco["link_status"], sco["since"], sco["members_in_common"]) == (
        "in_force",
        "2007-10-05",
        ["KG", "KZ", "RU", "TJ", "UZ"],
    )
    assert sco["open_follow_ups"] == [
        {"id": "F-1", "title": {"en": "Meeting of the heads", "ru": ""}, "due": "2011", "overdue": False}
    ]
    unrecorded = next(row for row in found if row["id"] == "EurAsEC")
    assert (unrecorded["link_status"], unrecorded["since"], unrecorded["members_in_common"]) == ("unknown", None, None)


@pytest.mark.django_db
def test_command_prints_a_table_for_people(register) -> None:
    printed = answer("--on", "2012-05-31")
    assert "Partners on 2012-05-31" in printed
    assert "unknown" in printed
