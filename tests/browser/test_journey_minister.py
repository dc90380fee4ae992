"""The minister's tablet: the brief, a position stated, the brief without a connection, and nothing left at sign-out."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import PageAt
from tests.browser.pages import Opened, Site
from tests.browser.preparing import prepared

CAST = {
    "minister": ("state:KZ", "minister"),
    "other": ("state:BY", "minister"),
    "officer": ("secretariat", "conference"),
}
EVE = "on=2011-05-30"
MEETING = "CFM-2011-05-31"
PAGE = f"/brief/{MEETING}?{EVE}"
TOO_SMALL = """
() => [...document.querySelectorAll(
  "main button, main label.pick, main summary, main li > a, main td > a, main h2 > a")]
  .filter((each) => each.offsetParent !== null && each.getBoundingClientRect().height < 44)
  .map((each) => `${each.textContent.trim()}: ${each.getBoundingClientRect().height}`)
"""
KEPT = "async () => (await caches.keys()).filter((name) => name.startsWith('brief:')).length"


class Hall:
    """A register on the eve of a meeting, and who sits in the hall with which tablet."""

    def __init__(self, site: Site, page_at: PageAt) -> None:
        self.site, self._page_at = site, page_at
        self.found: dict[str, Any] = prepared(site, people=CAST)

    def seat(self, name: str, **how: Any) -> Opened:
        return self._page_at(
            site=self.site, session=self.found["sessions"][name], **{"width": 768, "height": 1024, **how}
        )


@pytest.fixture
def hall(own_site: Site, page_at: PageAt) -> Hall:
    return Hall(own_site, page_at)


def kept(minister: Opened) -> None:
    """Keep the brief, and be told so."""
    minister.go(PAGE)
    minister.page.get_by_role("button", name="Keep for offline use").click()
    minister.page.get_by_text("Kept on this device as of").wait_for()


@pytest.mark.parametrize(("width", "height", "scheme", "lang"), [(768, 1024, "light", "en"), (1024, 768, "dark", "ru")])
def test_brief_fits_a_tablet_either_way_round(hall: Hall, width: int, height: int, scheme: str, lang: str):
    minister = hall.seat("minister", width=width, height=height, scheme=scheme, lang=lang)
    for address in (f"/brief?{EVE}", PAGE, "/brief/CFM-2011-H2?on=2011-05-31"):
        minister.go(address)
        minister.assert_accessible()
        minister.assert_fits()
        assert minister.page.evaluate(TOO_SMALL) == []
    minister.assert_quiet()


def test_position_reaches_the_conference_officer_and_no_other_minister(hall: Hall):
    minister, other, officer = hall.seat("minister"), hall.seat("other"), hall.seat("officer", width=1280)
    minister.go(PAGE)
    item = minister.page.locator(f"[id='{MEETING}-2']")
    item.get_by_label("reservation").check()
    item.get_by_text("Text (needed for a reservation)").click()
    item.get_by_label("Text in English").fill("Only after the rules of procedure")
    item.get_by_role("button", name="Send to the secretariat").click()
    item.get_by_text("Sent to the secretariat").wait_for()
    minister.assert_accessible()
    other.go(PAGE)
    assert other.page.get_by_text("Only after the rules").count() == 0
    officer.go(f"/meetings/{MEETING}/preparation?{EVE}")
    row = officer.page.get_by_role("region", name="Positions stated before the meeting").get_by_role("row")
    assert "Kazakhstan" in row.nth(1).inner_text()
    assert "Only after the rules of procedure" in row.nth(1).inner_text()
    officer.assert_accessible()
    minister.assert_quiet()


def test_kept_brief_is_read_without_a_connection_and_says_how_old_it_is(hall: Hall):
    minister = hall.seat("minister")
    kept(minister)
    minister.page.context.set_offline(True)
    minister.page.reload()
    minister.page.get_by_text("No connection. A copy kept on this device, as of").wait_for()
    assert minister.page.get_by_role("heading", name="Council of Ministers of Foreign Affairs").count() == 1
    # with its own style, and the list behind it too
    assert minister.page.evaluate("getComputedStyle(document.querySelector('.item')).borderTopStyle") == "solid"
    minister.page.get_by_role("link", name="Brief", exact=True).click()
    minister.page.get_by_role("heading", name="Brief", exact=True).wait_for()
    minister.page.get_by_role("link", name="Council of Ministers of Foreign Affairs").first.click()
    minister.page.get_by_text("No connection. A copy kept on this device, as of").wait_for()
    minister.said.clear()  # what could not be fetched
    minister.assert_accessible()


def test_position_typed_without_a_connection_is_not_sent_says_so_and_is_sent_later(hall: Hall):
    minister = hall.seat("minister")
    kept(minister)
    minister.page.context.set_offline(True)
    minister.page.reload()
    item = minister.page.locator(f"[id='{MEETING}-1']")
    item.get_by_label("wishes to speak").check()
    item.get_by_role("button", name="Send to the secretariat").click()
    item.get_by_role("alert").get_by_text("this was not sent").wait_for()
    assert item.get_by_label("wishes to speak").is_checked()
    minister.page.context.set_offline(False)
    item.get_by_role("button", name="Send to the secretariat").click()
    item.get_by_text("Sent to the secretariat").wait_for()
    assert minister.page.locator("#offline-copy").is_hidden()


def test_nothing_is_kept_unasked_and_it_is_removed_when_asked(hall: Hall):
    minister = hall.seat("minister")
    minister.go(PAGE)
    assert minister.page.evaluate(KEPT) == 0
    kept(minister)
    assert minister.page.evaluate(KEPT) == 1
    minister.page.get_by_role("button", name="Remove from this device").click()
    minister.page.get_by_text("Nothing is kept on this device.").wait_for()
    assert minister.page.evaluate(KEPT) == 0


def test_nothing_is_left_on_the_device_after_signing_out(hall: Hall):
    minister = hall.seat("minister")
    kept(minister)
    minister.go("/sign-out/")
    minister.page.get_by_role("main").get_by_role("button", name="Sign out").click()
    minister.page.get_by_role("link", name="Sign in").first.wait_for()
    assert minister.page.evaluate(KEPT) == 0
    assert minister.page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
    assert minister.page.evaluate("async () => (await fetch('/sw.js')).ok")


def test_nothing_is_left_once_the_account_is_closed_and_the_device_is_heard_of(
    hall: Hall, run_command: Callable[..., str]
):
    minister = hall.seat("minister")
    kept(minister)
    email = re.findall(r"\S+@\S+", run_command(hall.site, "user", "list"))
    for each in email:
        run_command(hall.site, "user", "disable", each)
    minister.go(PAGE)
    assert "/sign-in/" in minister.page.url
    assert minister.page.evaluate(KEPT) == 0


def test_session_that_ran_out_leaves_the_copy_for_where_there_is_no_connection(hall: Hall):
    minister = hall.seat("minister")
    kept(minister)
    minister.page.context.clear_cookies()
    minister.go(PAGE)
    assert "/sign-in/" in minister.page.url
    minister.page.context.set_offline(True)
    minister.go(PAGE)
    minister.page.get_by_text("No connection. A copy kept on this device, as of").wait_for()
