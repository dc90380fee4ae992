"""What a test asks of a page in the browser."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import ConsoleMessage, Page, Response

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""The sets of axe's rules; those of WCAG 2.2 are asked for by name."""
ASK_AXE = """
async (tags) => {
  const found = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
  return found.violations.map((rule) => ({
    rule: rule.id,
    nodes: rule.nodes.map((node) => `${node.target.join(" ")}: ${node.failureSummary}`),
  }));
}
"""
TOO_WIDE = """
() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  return [...document.querySelectorAll("body *")]
    .filter((each) => each.getBoundingClientRect().right > room + 0.5)
    .map((each) => `${each.tagName.toLowerCase()}.${each.className} ends at ${each.getBoundingClientRect().right}`);
}
"""
FOCUSED = """
() => {
  const found = document.activeElement;
  const box = found.getBoundingClientRect();
  const style = getComputedStyle(found);
  return {
    tag: found.tagName.toLowerCase(),
    id: found.id,
    name: (found.getAttribute("aria-label") || found.textContent || "").trim(),
    address: found.getAttribute("href") || "",
    ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    seen: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
  };
}
"""


SERVER_ERROR = 500


@dataclass(frozen=True)
class Site:
    """A served register: its address, its folder, the environment of commands on it, the server's log."""

    address: str
    folder: Path
    environment: dict[str, str]
    log: Path

    def complaints(self) -> str:
        """What the server wrote to its standard error."""
        return self.log.read_text()


@dataclass
class Opened:
    """A page of a browser, in one language, and what its console said."""

    page: Page
    lang: str
    axe: Path
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.said.append(str(error)))

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.said.append(message.text)

    def go(self, address: str) -> Response:
        """Go to an address of the site, in the language of this reader."""
        found = self.page.goto(f"{address}{'&' if '?' in address else '?'}lang={self.lang}")
        assert found is not None
        assert found.status < SERVER_ERROR, f"{address}: {found.status}"
        return found

    def assert_accessible(self) -> None:
        """No rule of axe is broken, WCAG 2.2 AA and good practice alike."""
        if not self.page.evaluate("'axe' in window"):
            # through the debugger, so that no policy of the page has to be loosened
            self.page.evaluate(self.axe.read_text())
        found: list[dict[str, Any]] = self.page.evaluate(ASK_AXE, list(RULES))
        told = [f"{each['rule']}\n    " + "\n    ".join(each["nodes"][:3]) for each in found]
        assert not told, f"{self.page.url}\n" + "\n".join(told)

    def assert_quiet(self) -> None:
        """Nothing failed and nothing was refused: the console has no error."""
        assert self.said == []

    def assert_fits(self) -> None:
        """The page scrolls in one direction only; a wide table scrolls in its own frame."""
        assert self.page.evaluate(TOO_WIDE) == [], self.page.url

    def press(self, keys: str) -> dict[str, Any]:
        """Press a key and say what has the focus then, and how wide its ring is."""
        self.page.keyboard.press(keys)
        return self.focused()

    def focused(self) -> dict[str, Any]:
        """What has the focus: its tag, id, name, address, the width of its ring, and whether it is in sight."""
        found: dict[str, Any] = self.page.evaluate(FOCUSED)
        return found

    def walk(self, *, least: int = 1, most: int = 400) -> list[dict[str, Any]]:
        """Tab through the page once; every stop is visible and has a ring. Gives the stops."""
        stops: list[dict[str, Any]] = []
        while len(stops) < most:
            stop = self.press("Tab")
            if stop["tag"] == "body":
                break
            assert stop["seen"], f"out of sight: {stop}"
            assert stop["ring"] >= 2, f"no ring: {stop}"
            stops.append(stop)
        assert len(stops) >= least
        return stops
