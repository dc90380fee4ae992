"""The desk officer's journey: a commitment, a report, the head of delegation, the secretariat, the register."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import PageAt
from tests.browser.keyboard import Hands
from tests.browser.pages import Opened, Site
from tests.browser.preparing import prepared

COMMITMENT = "COM-2010-12-10-1-KZ"
SAID = "The protocol was ratified."
CAST = {"desk": ("state:KZ", "desk"), "head": ("state:KZ", "head"), "drafter": ("secretariat", "drafter")}
Seat = Callable[..., Opened]


@pytest.fixture
def seat(own_site: Site, page_at: PageAt) -> Seat:
    """The browser of one of the three people."""
    sessions = prepared(own_site, people=CAST)["sessions"]

    def of(name: str, **how: Any) -> Opened:
        return page_at(site=own_site, session=sessions[name], **how)

    return of


def looked_at(*readers: Opened) -> None:
    """The pages that the readers have before them are accessible, fit and are quiet."""
    for each in readers:
        each.assert_accessible()
        each.assert_fits()
        each.assert_quiet()


def test_report_goes_from_the_desk_to_the_register_by_keyboard_alone(seat: Seat, tmp_path: Path):
    proof = tmp_path / "act.txt"
    proof.write_text("Акт о ратификации", encoding="utf-8")
    desk, head, drafter = seat("desk"), seat("head"), seat("drafter", scheme="dark")
    desk.go("/desk")
    looked_at(desk)
    desk.page.set_viewport_size({"width": 320, "height": 900})
    desk.assert_fits()
    desk.page.set_viewport_size({"width": 1280, "height": 900})
    desk.go(f"/desk/commitments/{COMMITMENT}")
    looked_at(desk)
    hands = Hands(desk)
    hands.push("Write a report")
    looked_at(desk)
    hands.push("Send to the head of delegation")
    assert desk.page.get_by_role("alert").count() == 1
    desk.assert_accessible()
    desk.said.clear()  # a browser counts a form that comes back among its errors
    hands.mark("claimed", "implemented")
    hands.day("period_start", "2011-01-01")
    hands.day("period_end", "2011-12-31")
    hands.write("text_en", SAID)
    desk.page.locator("#kept:has-text('Kept')").wait_for()
    hands.push("Save")
    hands.attach("file", proof)
    hands.push("Attach a document")
    assert desk.page.get_by_role("link", name="act.txt").count() == 1
    hands.push("Send to the head of delegation")
    desk.assert_accessible()
    address = desk.page.url.split("?")[0].removesuffix("/")
    path = "/" + address.split("/", 3)[3]
    assert drafter.go(path).status == 404

    head.go("/desk")
    looked_at(head)
    with head.page.expect_navigation():
        head.page.locator("#waiting ~ ul a").first.press("Enter")
    assert head.page.get_by_label("Text in English").input_value() == SAID
    Hands(head).push("Submit to the secretariat")
    looked_at(head)
    assert head.page.get_by_text("Receipt").count() >= 2

    drafter.said.clear()  # the refusal above
    drafter.go("/desk")
    looked_at(drafter)
    drafter.go(path)
    looked_at(drafter)
    Hands(drafter).push("Accept into the register")
    looked_at(drafter)
    desk.go(f"/commitments/{COMMITMENT}")
    assert desk.page.get_by_text(SAID).count() == 1
    looked_at(desk)


def test_report_is_written_in_russian_on_a_telephone_in_the_dark_and_comes_back(seat: Seat):
    phone = seat("desk", width=320, scheme="dark", lang="ru")
    phone.go(f"/desk/commitments/{COMMITMENT}")
    looked_at(phone)
    phone.page.get_by_role("button", name="Подготовить отчёт").click()
    phone.page.get_by_label("Текст на русском языке").fill("Протокол ратифицирован.")
    phone.page.locator("#kept:has-text('Сохранено')").wait_for()
    looked_at(phone)
    where = phone.page.url
    phone.page.goto("about:blank")
    phone.page.goto(where)
    assert phone.page.get_by_label("Текст на русском языке").input_value() == "Протокол ратифицирован."
    looked_at(phone)
    phone.page.locator("input[name=claimed][value=implemented]").check()
    phone.page.locator("#period_end").fill("2011-12-31")
    phone.page.get_by_role("button", name="Направить главе делегации").click()
    phone.page.get_by_role("heading", name="Что было сделано").wait_for()
    looked_at(phone)


def test_journey_needs_no_script(seat: Seat):
    desk, head, drafter = (seat(name, script=False) for name in CAST)
    desk.go(f"/desk/commitments/{COMMITMENT}")
    desk.page.get_by_role("button", name="Write a report").click()
    desk.page.locator("input[name=claimed][value=implemented]").check()
    desk.page.locator("#period_end").fill("2011-12-31")
    desk.page.get_by_label("Text in English").fill(SAID)
    desk.page.get_by_role("button", name="Send to the head of delegation").click()
    path = re.sub(r"^https?://[^/]*|\?.*", "", desk.page.url)
    head.go(path)
    head.page.get_by_role("button", name="Submit to the secretariat").click()
    drafter.go(path)
    drafter.page.get_by_label("Reason").fill("The period is missing its first day.")
    drafter.page.get_by_role("button", name="Return with a reason").click()
    desk.go(path)
    assert desk.page.get_by_text("The period is missing its first day.").count() == 1
    desk.page.get_by_role("button", name="Write a new report from this one").click()
    assert desk.page.get_by_label("Text in English").input_value() == SAID
