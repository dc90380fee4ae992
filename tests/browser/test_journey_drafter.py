"""The drafter's journey: the gaps, a build that is stopped, circulation, comments, issue, a corrigendum."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import PageAt
from tests.browser.editing import edited
from tests.browser.keyboard import Hands
from tests.browser.pages import Opened, Site

Seat = Callable[..., Opened]


class Desk:
    """A register with one edition that is built, and who works on it."""

    def __init__(self, site: Site, page_at: PageAt) -> None:
        self.site, self._page_at = site, page_at
        found = edited(site)
        self.sessions, self.edition = found["sessions"], f"/editions/{found['edition']}"

    def seat(self, name: str, **how: Any) -> Opened:
        return self._page_at(site=self.site, session=self.sessions[name], **how)


@pytest.fixture
def work(own_site: Site, page_at: PageAt) -> Desk:
    return Desk(own_site, page_at)


def looked_at(*readers: Opened) -> None:
    """The pages that the readers have before them are accessible, fit and are quiet."""
    for each in readers:
        each.assert_accessible()
        each.assert_fits()
        each.assert_quiet()


def path_of(reader: Opened) -> str:
    return "/" + reader.page.url.split("?")[0].split("/", 3)[3]


def test_edition_goes_from_its_plan_to_its_corrigendum_by_keyboard_alone(work: Desk):
    drafter, desk, other = work.seat("drafter"), work.seat("desk", scheme="dark"), work.seat("other")
    drafter.go("/editions")
    looked_at(drafter)
    drafter.go(work.edition)
    looked_at(drafter)
    assert drafter.page.get_by_role("region", name="Decisions and members").get_by_role("row").count() > 1
    hands = Hands(drafter)
    hands.push("Circulate to all members")
    looked_at(drafter)
    sent = path_of(drafter)

    desk.go(sent)
    looked_at(desk)
    desk.go(f"{sent}/paragraphs/1")
    keys = Hands(desk)
    keys.write("text", "Five, not four")
    desk.page.locator("#kept:has-text('Kept')").wait_for()
    keys.push("Send to the secretariat")
    looked_at(desk)
    other.go(f"{sent}/paragraphs/1")
    assert other.page.get_by_text("Five, not four").count() == 0
    looked_at(other)

    drafter.go(f"{sent}/paragraphs/1")
    looked_at(drafter)
    hands.to("textarea[name=reason]")
    drafter.page.keyboard.type("Four is what the register says.")
    hands.push("Do not accept")
    looked_at(drafter)
    drafter.go(sent)
    hands.push("Issue under CFM/2011/R.1")
    looked_at(drafter)
    assert drafter.page.get_by_role("button", name="Issue under CFM/2011/R.1").count() == 0
    hands.write("text_en", "For four read five.")
    hands.write("text_ru", "Вместо «четыре» читать «пять».")
    hands.push("Issue the corrigendum")
    looked_at(drafter)
    desk.go(sent)
    assert desk.page.get_by_role("link", name="CFM/2011/R.1/Corr.1").count() == 1
    looked_at(desk)


def test_build_says_how_far_it_is_and_is_stopped(work: Desk):
    drafter = work.seat("drafter")
    drafter.go(work.edition)
    drafter.page.get_by_role("button", name="Build again").click()
    drafter.page.get_by_role("button", name="Stop").wait_for()
    looked_at(drafter)
    drafter.page.get_by_role("button", name="Stop").click()
    drafter.page.get_by_text("stopped").first.wait_for()
    looked_at(drafter)


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_pages_of_editions_in_russian(work: Desk, width: int, scheme: str):
    drafter = work.seat("drafter", width=width, scheme=scheme, lang="ru")
    for address in ("/editions", "/editions/new", f"{work.edition}", f"{work.edition}/plan"):
        drafter.go(address)
        looked_at(drafter)
