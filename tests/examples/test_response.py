"""The real requests, consents and mandates of the example pack, and nothing too early."""

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
from secretariat.cli import response as response_command
from secretariat.cli.pack import pack_tables
from secretariat.decisions.queries import commitments
from secretariat.decisions.rules.status import Status
from secretariat.kernel import Standing
from secretariat.response.queries import Case, ResponseRegister, membership, response_register
from secretariat.response.rules import Answer, MandateEnd, RequestStatus
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.rules import end_of

PACK = Path(__file__).parents[2] / "examples" / "csto"
MINSK, LATE = date(2011, 5, 31), date(2022, 12, 31)
FIVE = ("AM", "KG", "KZ", "RU", "TJ")
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def csto(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The pack in the register for all tests of this module; rolled back at the end, since the tables refuse DELETE."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_pack(Actor("test"), PACK, pack_tables())
        yield
        transaction.set_rollback(True)


def register(day: date) -> ResponseRegister:
    return response_register(SECRETARIAT, on=day, known_at=end_of(day))


def case(key: str, day: date = LATE) -> Case:
    return next(each for each in register(day).cases if each.request.key == key)


def answer(day: str) -> dict[str, list[dict[str, Any]]]:
    app = typer.Typer()
    response_command.add_to(app)
    result = CliRunner().invoke(app, ["--on", day, "--known-at", day, "--json"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_minsk_knows_of_one_request_and_no_mandate():
    found = answer("2011-05-31")
    assert [(each["id"], each["status"]) for each in found["requests"]] == [("KG-2010", "assisted")]
    assert found["activations"] == []
    assert {each["state"]: each["persons"] for each in found["pledges"]} == dict.fromkeys(
        ["AM", "KG", "KZ", "RU", "TJ"]
    )
    assert [(each["state"], each["persons"]) for each in found["readiness"]] == [("UZ", None)]


def test_end_of_2022_knows_the_fate_of_five_requests():
    found = {each["id"]: each["status"] for each in answer("2022-12-31")["requests"]}
    assert found == {
        "KG-2010": "assisted",
        "TJ-2013": "answered",
        "AM-2021": "declined",
        "KZ-2022": "concluded",
        "AM-2022": "not_agreed",
    }


def test_no_act_of_the_real_record_is_refused():
    assert [each.course.refused for each in register(date(2026, 1, 1)).cases] == [()] * 5


def test_kyrgyzstan_2010_got_equipment_and_no_forces():
    found = case("KG-2010", MINSK)
    assert sorted(each.kind.value for each in found.assistance) == ["equipment", "experts"]
    assert found.course.mandates == ()


def test_consent_of_belarus_in_2010_is_unknown_and_both_readings_of_the_quorum_are_there():
    (hearing,) = case("KG-2010", MINSK).course.hearings
    assert hearing.missing == ("BY",)
    assert {each.state for each in hearing.answers if each.answer is Answer.CONSENTS} == {*FIVE, "UZ"}
    assert hearing.adoption is not None
    assert hearing.adoption.quorum is not None
    assert [each.met for each in hearing.adoption.quorum.readings] == [False, True]
    assert hearing.standing is Standing.DISPUTED


def test_uzbekistan_has_no_say_about_the_rapid_reaction_forces():
    voices = membership(SECRETARIAT, known_at=end_of(MINSK)).voices_on(MINSK, "CRRF-2009")
    assert voices.not_bound == {"UZ"}
    assert voices.unclear == {"AM", "BY", "KG", "TJ"}
    assert membership(SECRETARIAT, known_at=end_of(MINSK)).voices_on(MINSK).counted >= {"UZ"}


def test_kazakhstan_2022_used_the_peacekeeping_forces_and_its_numbers_disagree():
    (mandate,) = case("KZ-2022").course.mandates
    assert mandate.activation.force == "CPF"
    assert (mandate.ended_on, mandate.end) == (date(2022, 1, 19), MandateEnd.ENDED)
    assert (mandate.persons.total, mandate.persons.known, mandate.persons.of) == (3950, 5, 5)
    (total,) = mandate.totals
    assert [total.persons.value, *(other.persons.value for other in total.others)] == [2500, 2000, 3600]
    assert total.basis.standing is Standing.DISPUTED
    assert mandate.left == ("AM", "BY", "KG", "TJ")


def test_suspended_uzbekistan_had_no_say_in_2022():
    (hearing,) = case("KZ-2022").course.hearings
    assert hearing.voices.suspended == {"UZ"}
    assert (hearing.agreed, hearing.missing) == (True, ())


def test_other_total_is_not_known_before_it_was_published():
    day = date(2022, 1, 10)
    (mandate,) = case("KZ-2022", day).course.mandates
    assert mandate.runs
    assert mandate.totals[0].others == ()
    assert mandate.totals[0].basis.standing is Standing.REPORTED


def test_armenia_2022_had_missions_and_no_agreed_draft():
    found = case("AM-2022")
    assert [each.organ for each in found.assistance] == ["JS", "SG"]
    assert found.course.status is RequestStatus.NOT_AGREED
    assert case("AM-2022", date(2024, 1, 1)).course.status is RequestStatus.OFF_AGENDA


def test_programme_for_tajikistan_came_eleven_years_later():
    def status(day: date) -> Status:
        found = commitments(SECRETARIAT, on=day, known_at=end_of(day), decision="DEC-2013-09-23-1")
        return next(each.status.status for each in found if each.status.commitment.organ == "CSC")

    assert status(LATE) is Status.UNKNOWN
    assert status(date(2024, 12, 1)) is Status.CLAIMED
    assert [act.decision for act in case("TJ-2013", date(2024, 12, 1)).course.acts] == [
        "DEC-2013-09-23-1",
        "DEC-2024-11-28-1",
    ]


def test_nothing_known_later_is_in_the_register_of_minsk():
    text = json.dumps(answer("2011-05-31"), ensure_ascii=False)
    assert not [year for year in range(2012, 2027) if str(year) in text]


def test_everything_is_known_today():
    now = datetime.now(UTC)
    found = response_register(SECRETARIAT, on=now.date(), known_at=now)
    assert (len(found.forces), len(found.reports), len(found.cases)) == (3, 9, 5)
