"""Everything can be reached and done by keyboard alone, and one always sees where one is."""

import pytest

from tests.browser.conftest import PageAt
from tests.browser.pages import Opened

MINSK = "on=2011-05-31&known_at=2011-05-31"


def _tab_to(opened: Opened, **wanted: str) -> None:
    """Tab until the focus is on what is wanted."""
    for _ in range(60):
        stop = opened.press("Tab")
        if all(stop[name] == value for name, value in wanted.items()):
            return
    pytest.fail(f"not reached: {wanted}")


def test_first_stop_skips_to_the_content(page_at: PageAt):
    opened = page_at()
    opened.go(f"/decisions?{MINSK}")
    assert opened.press("Tab")["address"] == "#content"
    assert opened.press("Enter")["id"] == "content"
    assert opened.press("Tab")["id"] == "decisions" or opened.focused()["tag"] in {"a", "div"}


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_every_stop_of_a_page_is_in_sight_and_has_a_ring(page_at: PageAt, width: int, scheme: str):
    opened = page_at(width=width, scheme=scheme)
    opened.go(f"/commitments?{MINSK}&status=claimed")
    opened.walk(least=12)


def test_section_is_opened_by_keyboard(page_at: PageAt):
    opened = page_at()
    opened.go(f"/members?{MINSK}")
    _tab_to(opened, tag="a", name="Decisions")
    with opened.page.expect_navigation():
        opened.page.keyboard.press("Enter")
    assert opened.page.locator("h1").inner_text() == "Decisions"
    assert opened.page.locator(".within [aria-current=page]").inner_text() == "Decisions"
    _tab_to(opened, tag="a", name="Commitments")
    with opened.page.expect_navigation():
        opened.page.keyboard.press("Enter")
    assert opened.page.locator("h1").inner_text() == "Commitments"
    assert "on=2011-05-31" in opened.page.url


def test_menu_of_a_telephone_opens_by_keyboard_and_holds_every_section(page_at: PageAt):
    opened = page_at(width=320, lang="ru")
    opened.go(f"/members?{MINSK}")
    menu = opened.page.locator("details.menu")
    assert not menu.get_by_role("link", name="Члены").is_visible()
    _tab_to(opened, tag="summary")
    opened.page.keyboard.press("Enter")
    assert menu.get_by_role("link", name="Члены").get_attribute("aria-current") == "page"
    opened.assert_fits()
    opened.assert_accessible()
    _tab_to(opened, tag="a", name="Поручения")
    with opened.page.expect_navigation():
        opened.page.keyboard.press("Enter")
    assert opened.page.locator("h1").inner_text() == "Поручения"


def test_form_is_filled_and_sent_by_keyboard(page_at: PageAt):
    opened = page_at()
    opened.go("/commitments?on=2012-12-31")
    _tab_to(opened, tag="input", id="overdue")
    opened.page.keyboard.press("Space")
    with opened.page.expect_navigation():
        opened.page.keyboard.press("Enter")
    assert "overdue=1" in opened.page.url
    assert "on=2012-12-31" in opened.page.url
    assert opened.page.locator("#overdue").is_checked()


def test_every_link_of_the_navigation_is_the_same_on_a_telephone_and_a_desk(page_at: PageAt):
    opened = page_at()
    opened.go(f"/members?{MINSK}")
    wide = opened.page.locator(".sections a, .within a").evaluate_all("links => links.map((each) => each.href)")
    narrow = opened.page.locator(".menu a").evaluate_all("links => links.map((each) => each.href)")
    assert set(wide) <= set(narrow)
    assert len(narrow) == len(set(narrow))
