"""The example pack says of the partners what the record says, and nothing too early."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import typer
from django.db import transaction
from typer.testing import CliRunner

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.cli import partners as command
from secretariat.cli.pack import pack_tables
from secretariat.kernel import Standing
from secretariat.partners.queries import PartnerRegister, partner_register
from secretariat.partners.rules import Adoption, LinkState, Seat, Votes
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.rules import end_of

PACK = Path(__file__).parents[2] / "examples" / "csto"
MINSK, LATE = date(2011, 5, 31), date(2022, 12, 31)
NOW = datetime(2026, 11, 24, tzinfo=UTC)
ALL = ["AM", "BY", "KG", "KZ", "RU", "TJ", "UZ"]

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def csto(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The pack in the register for all tests of this module; rolled back at the end, since the tables refuse DELETE."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_pack(Actor("test"), PACK, pack_tables())
        yield
        transaction.set_rollback(True)


def answer(on: date, known_at: date | None = None) -> dict[str, dict[str, Any]]:
    app = typer.Typer()
    app.callback()(lambda: None)
    command.add_to(app)
    arguments = ["partners", "--on", on.isoformat(), "--json"]
    if known_at is not None:
        arguments += ["--known-at", known_at.isoformat()]
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return {row["id"]: row for row in json.loads(result.output)}


def in_minsk() -> PartnerRegister:
    return partner_register(SECRETARIAT, on=MINSK, known_at=end_of(MINSK))


def late() -> PartnerRegister:
    return partner_register(SECRETARIAT, on=LATE, known_at=NOW)


def test_links_as_the_ministers_in_minsk_could_know_them():
    found = answer(MINSK, MINSK)
    assert {key: (row["link_status"], row["since"]) for key, row in found.items()} == {
        "CIS": ("unknown", None),
        "CIS-HQ": ("in_force", "2001-12-14"),
        "CIS-IPA": ("in_force", "2004-04-16"),
        "CustomsUnion": ("none", None),
        "EurAsEC": ("unknown", None),
        "IOM": ("in_force", "2006-07-31"),
        "NATO_PfP": ("none", None),
        "OSCE": ("unknown", None),
        "SCO": ("in_force", "2007-10-05"),
        "UN": ("in_force", "2004-12-02"),
        "UNODC": ("in_force", "2006-04-05"),
    }


def test_members_in_common_in_may_2011():
    found = answer(MINSK, MINSK)
    assert found["CIS"]["members_in_common"] == found["UN"]["members_in_common"] == ALL
    assert found["OSCE"]["members_in_common"] == ALL
    assert found["SCO"]["members_in_common"] == ["KG", "KZ", "RU", "TJ", "UZ"]
    assert found["CustomsUnion"]["members_in_common"] == ["BY", "KZ", "RU"]
    assert found["EurAsEC"]["members_in_common"] == ["BY", "KG", "KZ", "RU", "TJ", "UZ"]
    assert found["IOM"]["members_in_common"] is None


def test_who_stands_beside_the_members_of_each_partner():
    found = in_minsk()
    assert found.seat("EurAsEC", "AM") is Seat.OBSERVER
    assert found.seat("SCO", "BY") is Seat.DIALOGUE_PARTNER
    assert found.seat("SCO", "AM") is Seat.NONE
    overview = found.overview("EurAsEC")
    assert overview is not None
    uzbekistan = next(place for place in overview.overlap.places if place.state == "UZ")
    assert (uzbekistan.seat, uzbekistan.standing, uzbekistan.disputed) == (
        Seat.SUSPENDED,
        Standing.DISPUTED,
        (Seat.MEMBER,),
    )


def test_protocol_with_the_anti_terrorist_structure_came_two_weeks_after_minsk():
    assert "SCO-RATS" not in answer(MINSK, MINSK)
    assert answer(MINSK)["SCO-RATS"]["link_status"] == "none"
    found = answer(date(2011, 6, 14))["SCO-RATS"]
    assert (found["link_status"], found["since"], found["sources"]) == ("in_force", "2011-06-14", ["T64"])


def test_resolutions_with_how_they_were_adopted():
    resolutions = {
        status.link.key: status.adopted
        for status in partner_register(SECRETARIAT, on=date(2024, 12, 31), known_at=NOW).links
        if status.link.key.startswith("UN-RES")
    }
    adoptions = {key: act.adoption if act else None for key, act in resolutions.items()}
    assert adoptions == {
        "UN-RES-64": Adoption.WITHOUT_VOTE,
        "UN-RES-65": Adoption.WITHOUT_VOTE,
        "UN-RES-67": Adoption.WITHOUT_VOTE,
        "UN-RES-69": None,
        "UN-RES-71": Adoption.WITHOUT_VOTE,
        "UN-RES-73": None,
        "UN-RES-75": None,
        "UN-RES-77": Adoption.RECORDED_VOTE,
        "UN-RES-79": Adoption.RECORDED_VOTE,
    }
    last, before = resolutions["UN-RES-79"], resolutions["UN-RES-77"]
    assert last is not None
    assert before is not None
    assert last.votes == Votes(67, 8, 69, ("EE", "LT", "LV", "MD", "PG", "PL", "RO", "UA"))
    assert before.votes == Votes()
    assert [status.link.key for status in in_minsk().links if status.state is LinkState.ADOPTED] == [
        "UN-RES-64",
        "UN-RES-65",
    ]


def test_resolution_from_memory_is_no_more_than_reported():
    standings = {status.link.key: status.standing for status in late().links}
    assert standings["UN-RES-64"] is Standing.CONFIRMED
    assert {standings[key] for key in ("UN-RES-65", "UN-RES-67", "UN-RES-69")} == {Standing.REPORTED}


def test_community_that_ceased_and_its_successor_in_2022():
    found = answer(LATE)
    assert (found["EurAsEC"]["link_status"], found["EurAsEC"]["since"]) == ("ceased", "2015-01-01")
    assert found["EurAsEC"]["members_in_common"] == []
    assert found["EAEU"]["members_in_common"] == ["AM", "BY", "KG", "KZ", "RU"]
    overview = late().overview("EurAsEC")
    assert overview is not None
    assert overview.existence.successor == "EAEU"
    assert late().seat("SCO", "BY") is Seat.OBSERVER
    assert late().seat("SCO", "AM") is Seat.DIALOGUE_PARTNER


def test_link_without_a_date_is_listed_as_unknown_once_it_is_known_of():
    assert "UNOCT" not in answer(MINSK, MINSK)
    found = answer(LATE)["UNOCT"]
    assert (found["link_status"], found["since"], found["standing"]) == ("unknown", None, "unknown")


def test_meeting_of_the_heads_was_agreed_and_never_reported():
    (agreed,) = in_minsk().follow_ups
    assert (agreed.follow_up.key, str(agreed.due), agreed.overdue) == ("FOLLOW-2011-heads", "2011", False)
    overdue = {status.follow_up.key: status.overdue for status in late().follow_ups}
    assert overdue == {"FOLLOW-2011-heads": True, "FOLLOW-2018-experts": False}


def test_united_nations_entities_of_2022():
    found = answer(LATE)
    assert {key: found[key]["since"] for key in ("UNODC", "UN-DPO", "CTED", "UNHCR")} == {
        "UNODC": "2006-04-05",
        "UN-DPO": "2012-09-28",
        "CTED": "2016-09-30",
        "UNHCR": "2017-01-17",
    }
