"""The council officer's journey: a table with wrong cells, the same one mended, what it would change, the recording."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import PageAt
from tests.browser.keyboard import Hands
from tests.browser.pages import Opened, Site
from tests.browser.preparing import prepared

WRONG = "indicator,state,period,value,unit,source\ndrugs-seized,Atlantis,2012,much,t,S140\n"
GOOD = "indicator,state,period,value,unit,source\ndrugs-seized,,2007,17.5,t,S140\n"
Seat = Callable[..., Opened]


@pytest.fixture
def seat(own_site: Site, page_at: PageAt) -> Seat:
    session = prepared(own_site, people={"council": ("secretariat", "council")})["sessions"]["council"]

    def of(**how: Any) -> Opened:
        return page_at(site=own_site, session=session, **how)

    return of


@pytest.fixture
def sheets(tmp_path: Path) -> tuple[Path, Path]:
    wrong, good = tmp_path / "wrong.csv", tmp_path / "kanal.csv"
    wrong.write_text(WRONG, encoding="utf-8")
    good.write_text(GOOD, encoding="utf-8")
    return wrong, good


def looked_at(opened: Opened) -> None:
    opened.assert_accessible()
    opened.assert_fits()
    opened.assert_quiet()


def test_table_is_mended_previewed_and_recorded_by_keyboard_alone(seat: Seat, sheets: tuple[Path, Path]):
    opened = seat()
    opened.go("/desk")
    looked_at(opened)
    hands = Hands(opened)
    hands.follow("Tables of figures")
    looked_at(opened)
    hands.choose("field", "drugs")
    hands.attach("file", sheets[0])
    hands.push("Check the table")
    opened.assert_accessible()
    opened.assert_fits()
    opened.said.clear()  # a browser counts a form that comes back among its errors
    problems = opened.page.locator("#problems-table, table").first.inner_text()
    assert "Atlantis" in problems
    assert "much" in problems
    hands.choose("field", "drugs")
    hands.attach("file", sheets[1])
    hands.push("Check the table")
    looked_at(opened)
    assert opened.page.get_by_text("New figures").count() >= 1
    hands.push("Record this")
    looked_at(opened)
    assert opened.page.get_by_text("Rows recorded: 1").count() == 1
    opened.go("/programmes/drugs")
    assert opened.page.get_by_text("17.5").count() >= 1


def test_table_on_a_telephone_in_russian_in_the_dark(seat: Seat, sheets: tuple[Path, Path]):
    opened = seat(width=320, scheme="dark", lang="ru")
    opened.go("/desk/tables")
    looked_at(opened)
    opened.page.locator("#field").select_option("drugs")
    opened.page.locator("#file").set_input_files(sheets[0])
    opened.page.get_by_role("button", name="Проверить таблицу").click()
    opened.page.get_by_text("Ошибки в таблице").first.wait_for()
    opened.assert_accessible()
    opened.assert_fits()
    opened.said.clear()
    opened.page.locator("#field").select_option("drugs")
    opened.page.locator("#file").set_input_files(sheets[1])
    opened.page.get_by_role("button", name="Проверить таблицу").click()
    opened.page.get_by_role("button", name="Записать").wait_for()
    looked_at(opened)
    opened.page.get_by_role("button", name="Отказаться").click()
    opened.page.get_by_text("отозван").first.wait_for()
    looked_at(opened)


def test_journey_needs_no_script(seat: Seat, sheets: tuple[Path, Path]):
    opened = seat(script=False)
    opened.go("/desk/tables")
    opened.page.locator("#field").select_option("drugs")
    opened.page.locator("#file").set_input_files(sheets[1])
    opened.page.get_by_role("button", name="Check the table").click()
    opened.page.get_by_role("button", name="Record this").click()
    assert opened.page.get_by_text("Rows recorded: 1").count() == 1
