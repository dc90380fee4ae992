"""Chapter 3: what became of the coordinated positions, then how the members voted, and no word too many."""

import csv
import json
from datetime import date

import pytest

from secretariat.access.rules import SECRETARIAT
from secretariat.review.queries import Snapshot
from secretariat.review.queries.positions import window_start
from secretariat.review.rules.blocks import Chart, Heading, Table
from secretariat.review.rules.resolved import plain_text
from secretariat.review.sections import positions
from tests.review.test_minsk import Page

pytestmark = pytest.mark.django_db
MINSK = date(2011, 5, 31)
LAST_MEETING = date(2010, 12, 9)


def chapter(page: Page, title: str, following: str) -> str:
    return page.text.split(title)[2].partition(following)[0]


@pytest.fixture
def english(reviews) -> str:
    return chapter(Page(reviews.minsk.pages["en"]), "3. Coordinated positions", "4. Partner organisations")


@pytest.fixture
def russian(reviews) -> str:
    return chapter(Page(reviews.minsk.pages["ru"]), "3. Согласованные позиции", "4. Организации-партнёры")


def test_parts_stand_in_their_order(english, russian):
    for text, headings in (
        (
            english,
            ("Positions and what became of them", "The votes on which the members split", "Yes against no",
             "How far the members vote alike", "by session", "by subject", "each pair", "Ideal points"),
        ),
        (
            russian,
            ("Позиции и что из них вышло", "Голосования, где голоса членов разошлись", "«За» против «против»",
             "Насколько сходно голосуют члены", "по сессиям", "по темам", "каждая пара", "Идеальные точки"),
        ),
    ):  # fmt: skip
        places = [text.index(heading) for heading in headings]
        assert places == sorted(places)


def test_similar_votes_are_not_called_coordination(english, russian):
    assert "not tested: it names no vote" in english
    assert "Similar votes are no evidence that they were agreed beforehand" in english
    assert "не доказывает, что они согласованы заранее" in russian
    after = english.split("The votes on which the members split")[1].lower()
    assert "coordinat" not in after


def test_every_member_stands_in_each_divided_vote(english):
    korea = english.split("A/RES/65/225")[1].split("A/RES/65/110")[0]
    for name in ("Armenia", "Belarus", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan", "Uzbekistan"):
        assert name in korea


def test_index_stands_beside_its_interval_the_assembly_and_the_contested_votes(reviews, english):
    figures = json.loads(reviews.minsk.record.read_text(encoding="utf-8"))["figures"]
    assert figures["votes-ai-low"]["value"] < figures["votes-ai"]["value"] < figures["votes-ai-high"]["value"]
    assert figures["votes-ai-all"]["value"] is not None
    assert figures["votes-ai-contested"]["value"] < figures["votes-ai"]["value"]
    assert "random groups of the same size cannot be drawn from it" in english


def test_figure_of_votes_lists_its_roll_calls(reviews):
    with (reviews.minsk.data / "votes-of-period.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 36
    assert {row["table"] for row in rows} == {"rollcall"}
    assert all("2010-12-09" <= row["date"] <= "2011-05-31" for row in rows)


def test_ideal_points_wait_for_a_release_that_was_known(example, english):
    assert "No estimate of the members' ideal points was known" in english
    shot = Snapshot(SECRETARIAT, MINSK, example)
    charts = [block for block in positions.blocks(shot, None, LAST_MEETING) if isinstance(block, Chart)]
    assert charts[-1].kind == "ideal-points"
    assert max(row["year"] for row in charts[-1].rows) == 2009


def test_states_of_a_chart_have_one_order_a_language(example, end_of_minsk):
    shot = Snapshot(SECRETARIAT, MINSK, end_of_minsk)
    blocks = positions.blocks(shot, None, LAST_MEETING)
    tables = {block.display.key: block for block in blocks if isinstance(block, Table)}
    assert tables["votes-clash"].alphabetical
    assert all(plain_text(block.display.title, "ru") for block in blocks if isinstance(block, Table | Chart))
    assert sum(isinstance(block, Heading) for block in blocks) == 5


@pytest.mark.parametrize(
    ("day", "start"),
    [(MINSK, date(2009, 6, 1)), (date(2011, 12, 31), date(2010, 1, 1)), (date(2012, 2, 28), date(2010, 2, 28))],
)
def test_agreement_is_taken_over_two_years_up_to_the_day(day, start):
    assert window_start(day) == start
