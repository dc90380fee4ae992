"""The analyst's journey: choices in the address, what the rules propose, a word with its reason, the file of it."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import PageAt
from tests.browser.keyboard import Hands
from tests.browser.pages import Opened, Site
from tests.browser.preparing import prepared
from tests.watch.counts import census

YEAR = "from=2010-06&to=2011-05&unit=region"
Seat = Callable[..., Opened]


@pytest.fixture
def seat(own_site: Site, page_at: PageAt, run_command: Callable[..., str], tmp_path: Path) -> Seat:
    """An analyst before a register with a census of events, in which one month stands out."""
    sheet = tmp_path / "acled.csv"
    sheet.write_text(census(), encoding="utf-8")
    run_command(own_site, "data", "add", "acled", str(sheet), "--known-from", "2000-01-01")
    session = prepared(own_site, people={"analyst": ("secretariat", "analyst")})["sessions"]["analyst"]

    def of(**how: Any) -> Opened:
        return page_at(site=own_site, **({"session": session} | how))

    return of


def looked_at(opened: Opened) -> None:
    opened.assert_accessible()
    opened.assert_fits()
    opened.assert_quiet()


def test_arrow_is_proposed_confirmed_with_a_reason_and_exported_by_keyboard_alone(seat: Seat):
    opened = seat()
    opened.go(f"/watch?{YEAR}&dataset=acled")
    hands = Hands(opened)
    hands.follow("Findings: the list")
    looked_at(opened)
    hands.push("Propose")
    page = opened.page
    page.get_by_text("events: 30").first.wait_for()
    looked_at(opened)
    page.get_by_role("row").filter(has_text="arrow: deteriorated").get_by_role("link").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Your word on it").wait_for()
    looked_at(opened)
    address = page.url.partition("?")[0]
    hands.mark("judgement", "confirm")
    hands.write("reason_en", "Two sources agree.")
    hands.push("Put it on record")
    page.get_by_text("Two sources agree.").wait_for()
    looked_at(opened)
    stranger = seat(session="")
    stranger.go(address)
    stranger.page.get_by_text("Two sources agree.").wait_for()
    looked_at(stranger)
    stranger.go(f"/watch/findings?{YEAR}")
    with stranger.page.expect_download() as waiting:
        stranger.page.get_by_role("link", name="CSV").click()
    (row,) = csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text(encoding="utf-8-sig")))
    assert (row["stage"], row["value"], row["reason_en"]) == ("confirmed", "deteriorated", "Two sources agree.")


def test_finding_on_a_telephone_in_russian_in_the_dark_without_a_script(seat: Seat):
    opened = seat(width=320, scheme="dark", lang="ru", script=False)
    opened.go(f"/watch/findings?{YEAR}&dataset=acled")
    opened.assert_fits()
    page = opened.page
    page.get_by_role("button", name="Предложить").click()
    page.get_by_role("row").filter(has_text=re.compile("направление: ухудшение")).get_by_role("link").first.click()
    opened.assert_fits()
    page.locator("#judgement-amend").check()
    page.locator("#value").select_option("unchanged")
    page.get_by_role("button", name="Внести в реестр").click()
    page.get_by_text("Укажите обоснование.").first.wait_for()
    page.locator("#reason_ru").fill("Одно событие учтено дважды.")
    page.get_by_role("button", name="Внести в реестр").click()
    page.get_by_text("изменено").first.wait_for()
    opened.assert_fits()
