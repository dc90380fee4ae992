"""The conference officer's journey: meeting, agenda from what is due, deadlines, the papers, the agenda on record."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.conftest import PageAt
from tests.browser.pages import Opened, Site

MINSK = "on=2011-05-31"
EMAIL = "officer@example.org"
PASSWORD = "a table for seven 2011"  # noqa: S105  # of nobody


@pytest.fixture
def officer(own_site: Site, run_command: Callable[..., str], page_at: PageAt) -> Opened:
    """A conference officer who has just signed in."""
    said = run_command(
        own_site, "user", "add", EMAIL, "--name", "An Officer", "--organisation", "secretariat",
        "--duty", "conference",
    )  # fmt: skip
    opened = page_at(site=own_site)
    page = opened.page
    opened.go("/sign-in/?next=/account")
    page.get_by_label("E-mail address").fill(EMAIL)
    page.get_by_label("Password").fill(said.split()[-1])
    page.keyboard.press("Enter")
    page.get_by_label("Present password").fill(said.split()[-1])
    page.get_by_label("New password", exact=True).fill(PASSWORD)
    page.get_by_label("New password once more").fill(PASSWORD)
    page.get_by_role("button", name="Keep this password").click()
    page.get_by_role("heading", name="My account").wait_for()
    return opened


def fetched(opened: Opened, row: str, kind: str, folder: Path) -> bytes:
    """The file behind a link of the list of papers."""
    link = opened.page.get_by_role("listitem").filter(has_text=re.compile(f"^{row}")).get_by_role("link", name=kind)
    with opened.page.expect_download() as waiting:
        link.click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path.read_bytes()


def test_meeting_is_prepared_from_its_agenda_to_its_papers(officer: Opened, tmp_path: Path):
    page = officer.page
    officer.go(f"/meetings/CFM-2011-H2?{MINSK}")
    page.get_by_role("link", name="Preparing the meeting").click()
    page.get_by_role("heading", name="Provisional agenda", exact=True).wait_for()
    agenda = page.get_by_role("region", name="Provisional agenda")
    assert agenda.get_by_text("deadline passed, not reported as done (1 February 2011)").count() == 1
    officer.assert_accessible()
    assert fetched(officer, "Annotated", "PDF", tmp_path).startswith(b"%PDF")
    assert fetched(officer, "Brief", "DOCX", tmp_path).startswith(b"PK")
    # by keyboard alone: the button is reached by Tab and pressed
    button = page.get_by_role("button", name="Put this agenda on record")
    button.focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Agenda on record").wait_for()
    assert page.get_by_role("button", name="Put this agenda on record").count() == 0
    officer.assert_accessible()
    officer.assert_quiet()


def test_page_for_everybody_is_walked_by_keyboard_on_a_telephone_in_the_dark(page_at: PageAt):
    opened = page_at(width=320, scheme="dark", lang="ru")
    opened.go(f"/meetings/CFM-2011-H2/preparation?{MINSK}&known_at=2011-05-31")
    stops = opened.walk(least=20)
    assert any("annotated-agenda.pdf" in stop["address"] for stop in stops)
    opened.assert_fits()
