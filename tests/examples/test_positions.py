"""The example's ledger and votes say of the real record what they are supposed to say, and nothing too early."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import transaction
from typer.testing import CliRunner

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.cli.pack import pack_tables
from secretariat.cli.positions import positions_app
from secretariat.kernel import Standing
from secretariat.positions.queries import ledger, position_rows, splits
from secretariat.positions.queries.ledger import Ledger
from secretariat.positions.queries.points import published_points
from secretariat.positions.rules import Conduct, Outcome, PlanState, Stage, Untested, ledger_rates
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.rules import end_of

PACK = Path(__file__).parents[2] / "examples" / "csto"
MINSK = date(2011, 5, 31)
AT_MINSK = end_of(MINSK)
NOW = datetime(2026, 11, 24, tzinfo=UTC)
SEVEN = ("AM", "BY", "KG", "KZ", "RU", "TJ", "UZ")

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def csto(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The pack in the register for all tests of this module; rolled back at the end, since the tables refuse DELETE."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_pack(Actor("test"), PACK, pack_tables())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def minsk() -> Ledger:
    return ledger(SECRETARIAT, on=MINSK, known_at=AT_MINSK)


def test_statement_at_the_65th_session_was_made_for_all_seven(minsk):
    found = position_rows(minsk, "POS-2010-12-UN-COOPERATION")
    assert found is not None
    assert (found.stage, found.joined) == (Stage.DELIVERED, SEVEN)
    assert [act.state for act in found.acts if act.kind.value == "delivered"] == ["BY"]


def test_vote_on_karabakh_is_named_and_tests_nothing_since_no_common_vote_was_agreed(minsk):
    found = position_rows(minsk, "POS-2008-03-28-KARABAKH")
    assert found is not None
    (test,) = found.outcome.tests
    assert (found.stage, found.outcome.outcome, test.why_untested) == (
        Stage.NOT_REACHED,
        Outcome.NOT_TESTED,
        Untested.NO_VOTE_AGREED,
    )
    assert test.recorded is not None
    assert test.recorded.day == date(2008, 3, 14)
    cast = {each.state: each.vote for each in test.members if each.vote in {"yes", "no", "abstain"}}
    assert cast == {"AM": "no", "KZ": "abstain", "RU": "no", "UZ": "yes"}
    assert {each.conduct for each in test.members} == {Conduct.NOT_JOINED}
    assert test.named.basis.standing is Standing.DERIVED


def test_no_instruction_for_a_vote_is_on_record_so_nothing_is_called_kept(minsk):
    rates = ledger_rates(minsk.views)
    assert (rates["with-a-vote"].numerator, rates["with-a-vote"].denominator) == (0, 7)
    assert rates["kept"].value is None


def test_statement_on_the_middle_east_was_looked_for_and_not_found(minsk):
    assert [view.position.key for view in minsk.not_found] == ["POS-2011-MIDDLE-EAST"]
    assert minsk.not_found[0].standing is Standing.UNKNOWN


def test_plan_before_the_ministers_is_not_called_adopted(minsk):
    states = {plan.key: plan.state for plan in minsk.plans}
    assert states == {
        "PLAN-2008-09-04-CONSULTATIONS": PlanState.ADOPTED,
        "PLAN-2009-CONSULTATIONS": PlanState.MENTIONED,
        "PLAN-2011-05-31-CONSULTATIONS": PlanState.ON_AGENDA,
    }


def test_statement_of_the_secretaries_has_two_dates(minsk):
    found = position_rows(minsk, "POS-2008-12-09-SECURITY-TREATY")
    assert found is not None
    assert found.standing is Standing.DISPUTED
    assert [other.get("date") for other in found.position.basis.alternatives] == ["2008-12-10"]


def test_members_of_later_statements_are_those_of_their_day():
    found = ledger(SECRETARIAT, on=date(2022, 12, 31), known_at=NOW)
    view = position_rows(found, "POS-2022-11-23-OSCE")
    assert view is not None
    assert view.members == tuple(code for code in SEVEN if code != "UZ")
    assert view.joined == view.members


def test_nothing_that_happened_after_minsk_is_in_its_ledger(minsk):
    assert all(view.position.day is None or view.position.day <= MINSK for view in minsk.views)
    assert len(minsk.views) == 8


def test_most_divided_vote_before_minsk_is_on_korea():
    start = date(2010, 12, 9)
    found = splits(SECRETARIAT, group=SEVEN, on=MINSK, known_at=AT_MINSK, start=start)
    assert len(found) == 12
    assert all(start <= split.date <= MINSK for split in found)
    korea = next(split for split in found if split.resolution == "A/RES/65/225")
    assert (korea.clash, korea.votes["RU"], korea.votes["KZ"]) == (True, "no", "yes")


def test_ideal_points_are_known_from_their_release_on_and_stop_at_the_last_ended_session():
    assert published_points(SECRETARIAT, group=SEVEN, on=MINSK, known_at=AT_MINSK) is None
    found = published_points(SECRETARIAT, group=SEVEN, on=MINSK, known_at=NOW)
    assert found is not None
    assert {point.state for point in found.points} == set(SEVEN)
    assert max(point.session for point in found.points) == 64
    assert all(point.low <= point.mean <= point.high for point in found.points)


def test_command_gives_every_rate_with_its_two_counts():
    asked = ["ledger", "--on", "2011-05-31", "--known-at", "2011-06-01T00:00:00Z"]
    answer = json.loads(CliRunner().invoke(positions_app, [*asked, "--json"], catch_exceptions=False).stdout)
    assert answer["rates"]["delivered"] == {"n": 2, "of": 7, "share": 2 / 7}
    assert answer["rates"]["kept"] == {"n": 0, "of": 0, "share": None}
    karabakh = next(each for each in answer["positions"] if each["id"] == "POS-2008-03-28-KARABAKH")
    assert (karabakh["outcome"], karabakh["votes"][0]["agreed"]) == ("not_tested", None)
    table = CliRunner().invoke(positions_app, asked, catch_exceptions=False, env={"COLUMNS": "160"}).stdout
    assert "no_vote_agreed" in table
    assert "delivered" in table
