"""The style guide in both languages, light and dark, a telephone to a desk."""

import pytest

from tests.browser.conftest import PageAt


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (768, "light"), (1280, "dark")])
def test_every_part_is_accessible_and_fits(page_at: PageAt, lang: str, width: int, scheme: str):
    opened = page_at(width=width, scheme=scheme, lang=lang)
    opened.go("/styleguide")
    opened.assert_fits()
    opened.assert_accessible()
    opened.assert_quiet()


def test_mistake_leads_to_its_field(page_at: PageAt):
    opened = page_at()
    opened.go("/styleguide")
    opened.page.locator('[role="alert"] a').first.click()
    assert opened.focused()["id"] == "specimen-title"
