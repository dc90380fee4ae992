"""Hands on a keyboard and nothing else: Tab to what is wanted, then Space, Enter, arrows and letters."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.pages import Opened

MOST = 300
"""So many stops of Tab at most before something counts as out of reach."""
DAY_ORDERS = ("{month}{day}{year}", "{day}{month}{year}", "{year}{month}{day}")
"""How a date is typed where the browser shows the month, the day, or the year first."""


@dataclass
class Hands:
    """The keyboard of a page."""

    opened: Opened

    def to(self, selector: str) -> None:
        """Tab until the focus is on the first thing of a kind."""
        page = self.opened.page
        wanted = page.locator(selector).first
        wanted.wait_for()
        for _ in range(MOST):
            page.keyboard.press("Tab")
            if wanted.evaluate("each => each === document.activeElement"):
                return
        pytest.fail(f"not reached by Tab: {selector}")

    def write(self, field: str, text: str) -> None:
        """Tab to a field and type."""
        self.to(f"#{field}")
        self.opened.page.keyboard.type(text)

    def day(self, field: str, text: str) -> None:
        """Tab to a field for a day and type it as this browser wants it: 2011-05-31."""
        self.to(f"#{field}")
        year, month, day = text.split("-")
        page = self.opened.page
        for order in DAY_ORDERS:
            for _ in range(3):
                page.keyboard.press("Backspace")
                page.keyboard.press("ArrowLeft")
            page.keyboard.type(order.format(year=year, month=month, day=day))
            if page.locator(f"#{field}").input_value() == text:
                return
            page.keyboard.press("ArrowLeft")
            page.keyboard.press("ArrowLeft")
        pytest.fail(f"{field}: the browser does not take {text}")

    def clock(self, field: str, text: str) -> None:
        """Tab to a field for a time of day and type it as this browser wants it: 17:00."""
        self.to(f"#{field}")
        hour, minute = text.split(":")
        page = self.opened.page
        page.keyboard.type(f"{hour}{minute}")
        if page.locator(f"#{field}").input_value() != text:
            page.keyboard.press("ArrowLeft")
            page.keyboard.press("ArrowLeft")
            page.keyboard.type(f"{(int(hour) - 1) % 12 + 1:02}{minute}{'PM' if int(hour) >= 12 else 'AM'}")
        assert page.locator(f"#{field}").input_value() == text

    def mark(self, name: str, value: str) -> None:
        """Tab to a group of choices and take one of them by the arrows."""
        self.to(f"input[name='{name}']")
        page = self.opened.page
        page.keyboard.press("Space")
        for _ in range(MOST):
            if page.locator(f"input[name='{name}'][value='{value}']").is_checked():
                return
            page.keyboard.press("ArrowDown")
        pytest.fail(f"no choice {value} of {name}")

    def choose(self, field: str, value: str) -> None:
        """Tab to a list and find one of its values by its first letters, else by going down the list."""
        self.to(f"#{field}")
        page = self.opened.page
        page.keyboard.type(page.locator(f"#{field} option[value='{value}']").inner_text())
        if page.locator(f"#{field}").input_value() == value:
            return
        page.keyboard.press("Home")
        for _ in range(MOST):
            if page.locator(f"#{field}").input_value() == value:
                return
            page.keyboard.press("ArrowDown")
        pytest.fail(f"no value {value} of {field}")

    def attach(self, field: str, path: Path) -> None:
        """Tab to the choice of a file, open it by Space, and take one."""
        self.to(f"#{field}")
        with self.opened.page.expect_file_chooser() as chooser:
            self.opened.page.keyboard.press("Space")
        chooser.value.set_files(path)

    def push(self, name: str) -> None:
        """Tab to a button and press it by Space; wait for the page that follows."""
        self.to(f"button:text-is('{name}')")
        with self.opened.page.expect_navigation():
            self.opened.page.keyboard.press("Space")

    def follow(self, name: str) -> None:
        """Tab to a link and follow it by Enter."""
        self.to(f"main a:text-is('{name}')")
        with self.opened.page.expect_navigation():
            self.opened.page.keyboard.press("Enter")
