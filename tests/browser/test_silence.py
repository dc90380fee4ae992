"""The silence procedure: opened with an exact end, extended, edited, broken; one that ended, and its letter."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import PageAt
from tests.browser.keyboard import Hands
from tests.browser.pages import Opened, Site
from tests.browser.preparing import prepared

CAST = {
    "officer": ("secretariat", "conference"),
    "head": ("state:KZ", "head"),
    "other": ("state:BY", "head"),
}
LATER = (datetime.now(UTC) + timedelta(days=20)).date().isoformat()
LATEST = (datetime.now(UTC) + timedelta(days=30)).date().isoformat()


class Room:
    """A register with two documents to put under silence and a silence that has ended, and who acts."""

    def __init__(self, site: Site, page_at: PageAt) -> None:
        self.site, self._page_at = site, page_at
        self.found: dict[str, Any] = prepared(site, people=CAST, silences=2)

    def seat(self, name: str, **how: Any) -> Opened:
        return self._page_at(site=self.site, session=self.found["sessions"][name], **how)


@pytest.fixture
def room(own_site: Site, page_at: PageAt) -> Room:
    return Room(own_site, page_at)


def looked_at(*readers: Opened) -> None:
    for each in readers:
        each.assert_accessible()
        each.assert_fits()
        each.assert_quiet()


def test_silence_is_opened_extended_voided_and_opened_anew_by_keyboard_alone(room: Room):
    officer = room.seat("officer")
    draft = room.found["drafts"][0]
    officer.go("/silence")
    looked_at(officer)
    hands = Hands(officer)
    hands.follow("Open a silence procedure")
    looked_at(officer)
    hands.choose("draft", draft)
    hands.day("day", LATER)
    hands.clock("clock", "17:00")
    hands.choose("zone", "Europe/Moscow")
    hands.push("Open the silence")
    looked_at(officer)
    assert officer.page.get_by_text(f"{LATER} 17:00 Europe/Moscow").count() == 1
    assert officer.page.locator(".board li").count() == 7
    hands.day("day", LATEST)
    hands.clock("clock", "17:00")
    hands.choose("zone", "Europe/Moscow")
    hands.write("text_en", "Asked for by a delegation")
    hands.push("Extend to this end")
    looked_at(officer)
    assert officer.page.get_by_text(f"{LATEST} 17:00 Europe/Moscow").count() == 1
    hands.write("text_en", "Paragraph 3 was edited")
    hands.push("The text was edited: void it")
    looked_at(officer)
    assert officer.page.locator(".facts .chip").inner_text() == "voided by an edit"
    officer.go("/silence/new")
    assert officer.page.locator(f"option[value='{draft}']").count() == 1


def test_objection_breaks_the_silence_on_a_telephone_in_russian_in_the_dark(room: Room):
    officer, head, other = (
        room.seat("officer"),
        room.seat("head", width=320, scheme="dark", lang="ru"),
        room.seat("other", width=320, scheme="dark", lang="ru"),
    )
    draft = room.found["drafts"][1]
    officer.go(f"/silence/new?draft={draft}")
    officer.page.locator("#day").fill(LATER)
    officer.page.locator("#clock").fill("17:00")
    officer.page.get_by_role("button", name="Open the silence").click()
    officer.page.get_by_role("heading", name="The members").wait_for()
    for reader in (head, other):
        reader.go("/silence")
        looked_at(reader)
        reader.go(f"/silence/{draft}")
        looked_at(reader)
    other.page.locator("input[name=position][value=no_objection]").check()
    other.page.get_by_role("button", name="Внести в реестр").click()
    other.page.locator(".board .chip:has-text('не возражает')").wait_for()
    head.page.locator("input[name=position][value=objection]").check()
    head.page.get_by_role("button", name="Внести в реестр").click()
    head.page.get_by_role("alert").first.wait_for()
    head.assert_accessible()
    head.said.clear()  # a browser counts a form that comes back among its errors
    head.page.get_by_label("Текст на русском языке").fill("Нужны консультации")
    head.page.get_by_role("button", name="Внести в реестр").click()
    head.page.get_by_text("Нужны консультации").first.wait_for()
    looked_at(head)
    officer.go(f"/silence/{draft}")
    assert officer.page.locator(".facts .chip").inner_text() == "broken"
    looked_at(officer)


def test_worker_closes_an_ended_silence_once_and_the_letter_can_be_fetched(
    room: Room, run_command: Callable[..., str], tmp_path: Path
):
    run_command(room.site, "worker", "--once")
    run_command(room.site, "worker", "--once")
    head = room.seat("head", scheme="dark")
    head.go(f"/silence/{room.found['ended']}")
    looked_at(head)
    assert head.page.get_by_text("Closed by the register's clock").count() == 1
    for kind, start in (("PDF", b"%PDF"), ("DOCX", b"PK")):
        with head.page.expect_download() as waiting:
            head.page.get_by_role("link", name=kind, exact=True).click()
        path = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(path)
        assert path.read_bytes().startswith(start)
    assert head.page.get_by_role("button", name="Put it on record").count() == 0


def test_journey_needs_no_script(room: Room):
    officer, head = room.seat("officer", script=False), room.seat("head", script=False)
    draft = room.found["drafts"][0]
    officer.go("/silence/new")
    officer.page.locator("#draft").select_option(draft)
    officer.page.locator("#day").fill(LATER)
    officer.page.locator("#clock").fill("17:00")
    officer.page.locator("#zone").select_option("Asia/Almaty")
    officer.page.get_by_role("button", name="Open the silence").click()
    head.go(f"/silence/{draft}")
    head.page.locator("input[name=position][value=agree]").check()
    head.page.get_by_role("button", name="Put it on record").click()
    officer.go(f"/silence/{draft}")
    assert officer.page.locator(".board .chip:text-is('agrees')").count() == 1
