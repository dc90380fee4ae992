"""Hands on a keyboard and nothing else: Tab to what is wanted, then Space, Enter, arrows and letters."""

from dataclasses import dataclass
from pathlib import Path

from tests.browser.pages import Opened

MOST = 150
"""So many stops of Tab at most before something counts as out of reach."""
DAY_ORDERS = ("{month}{day}{year}", "{day}{month}{year}", "{year}{month}{day}")
"""How a date is typed where the browser shows the month, the day, or the year first."""


@dataclass
class Hands:
    """The keyboard of a page."""

    opened: Opened

    def _to(self, selector: str) -> None:
        page = self.opened.page
        wanted = page.locator(selector).first
        wanted.wait_for()
        for _ in range(MOST):
            page.keyboard.press("Tab")
            if wanted.evaluate("each => each === document.activeElement"):
                return
        raise AssertionError(f"not reached by Tab: {selector}")

    def write(self, field: str, text: str) -> None:
        """Tab to a field and type."""
        self._to(f"#{field}")
        self.opened.page.keyboard.type(text)

    def day(self, field: str, text: str) -> None:
        """Tab to a field for a day and type it as this browser wants it: 2011-05-31."""
        self._to(f"#{field}")
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
        raise AssertionError(f"{field}: the browser does not take {text}")

    def mark(self, name: str, value: str) -> None:
        """Tab to a group of choices and take one of them by the arrows."""
        self._to(f"input[name='{name}']")
        page = self.opened.page
        page.keyboard.press("Space")
        for _ in range(MOST):
            if page.locator(f"input[name='{name}'][value='{value}']").is_checked():
                return
            page.keyboard.press("ArrowDown")
        raise AssertionError(f"no choice {value} of {name}")

    def choose(self, field: str, value: str) -> None:
        """Tab to a list and go down it to one of its values."""
        self._to(f"#{field}")
        page = self.opened.page
        page.keyboard.press("Home")
        for _ in range(MOST):
            if page.locator(f"#{field}").input_value() == value:
                return
            page.keyboard.press("ArrowDown")
        raise AssertionError(f"no value {value} of {field}")

    def attach(self, field: str, path: Path) -> None:
        """Tab to the choice of a file, open it by Space, and take one."""
        self._to(f"#{field}")
        with self.opened.page.expect_file_chooser() as chooser:
            self.opened.page.keyboard.press("Space")
        chooser.value.set_files(path)

    def push(self, name: str) -> None:
        """Tab to a button and press it by Space; wait for the page that follows."""
        self._to(f"button:text-is('{name}')")
        with self.opened.page.expect_navigation():
            self.opened.page.keyboard.press("Space")

    def follow(self, name: str) -> None:
        """Tab to a link and follow it by Enter."""
        self._to(f"main a:text-is('{name}')")
        with self.opened.page.expect_navigation():
            self.opened.page.keyboard.press("Enter")
