"""The researcher's journey: search, a page, from a figure to its rows, the file, the citation, an error reported."""

import csv
import re
from pathlib import Path

import pytest

from tests.browser.conftest import PageAt
from tests.browser.keyboard import Hands
from tests.browser.pages import Opened, Site

MINSK = "on=2011-05-31&known_at=2011-05-31"


def looked_at(opened: Opened) -> None:
    opened.assert_accessible()
    opened.assert_fits()
    opened.assert_quiet()


def test_word_leads_to_a_page_its_file_its_citation_and_a_report_of_an_error_by_keyboard_alone(
    page_at: PageAt, own_site: Site, tmp_path: Path
):
    opened = page_at(site=own_site)
    page = opened.page
    opened.go(f"/?{MINSK}")
    looked_at(opened)
    page.keyboard.press("/")
    assert opened.focused()["tag"] == "input"
    page.keyboard.type("ratify protocol")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    looked_at(opened)
    hands = Hands(opened)
    hands.to("main ol a[href^='/decisions/'], main li a[href^='/decisions/']")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    looked_at(opened)
    assert page.url.split("?")[0].startswith(f"{own_site.address}/decisions/")

    opened.go(f"/commitments?{MINSK}")
    hands.to("footer a[href*='.csv']")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file) if row]
    assert len(rows) > 10
    hands.to("footer a[href^='/cite']")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    looked_at(opened)
    permalink = page.locator(".permalink").inner_text()
    assert "on=2011-05-31" in permalink
    assert "known_at=2011-05-31" in permalink
    opened.go(permalink.removeprefix(own_site.address))
    assert page.locator("h1").inner_text() == "Commitments"

    hands.to("footer a[href^='/report-an-error']")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    looked_at(opened)
    assert page.locator("#about").input_value().startswith("/commitments")
    hands.write("text", "The protocol has another number.")
    hands.push("Send")
    looked_at(opened)
    assert re.search(r"Receipt: \S{12,}", page.get_by_role("status").inner_text())


def test_figure_leads_to_its_rows(page_at: PageAt, site: Site):
    opened = page_at(site=site)
    page = opened.page
    opened.go(f"/?{MINSK}")
    hands = Hands(opened)
    hands.to("main a[href*='status=']")
    counted = int(re.sub(r"\D", "", page.evaluate("document.activeElement.closest('li, tr, div').innerText") or "0"))
    with page.expect_navigation():
        page.keyboard.press("Enter")
    looked_at(opened)
    assert page.locator("table tbody tr").count() == min(counted, 50)


@pytest.mark.parametrize("script", [True, False])
def test_journey_on_a_telephone_in_russian_in_the_dark(page_at: PageAt, own_site: Site, script: bool):
    opened = page_at(site=own_site, width=320, scheme="dark", lang="ru", script=script)
    page = opened.page
    opened.go(f"/search?q=протокол&{MINSK}")
    opened.assert_fits()
    if script:
        looked_at(opened)
    page.locator("main a[href^='/decisions/']").first.click()
    page.locator("footer a[href^='/report-an-error']").click()
    page.locator("#text").fill("В протоколе другой номер.")
    page.get_by_role("button", name="Отправить").click()
    page.get_by_text("Спасибо").wait_for()
    opened.assert_fits()
    if script:
        looked_at(opened)
