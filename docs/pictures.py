"""The pictures of the documentation: ``python -m docs.pictures FOLDER [NAME...]`` makes all or some.

From the example, as a reader sees it: a register of its own, served on this machine, with people and papers that the
browser tests make too; Debian's Chromium. The pictures that are kept lie in ``docs/images``, with fewer colours.
"""

import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.pages import Site
from tests.browser.preparing import prepared
from tests.browser.serving import load_example, serving

MINSK = "on=2011-05-31&known_at=2011-05-31"
LATE = "on=2012-12-31"
COMMITMENT = "COM-2010-12-10-1-KZ"
PEOPLE: dict[str, tuple[str, ...]] = {
    "desk": ("state:KZ", "desk"),
    "head": ("state:KZ", "head"),
    "minister": ("state:KZ", "minister"),
    "other": ("state:BY", "head"),
    "drafter": ("secretariat", "drafter"),
    "officer": ("secretariat", "conference"),
    "council": ("secretariat", "council"),
}
PUBLIC = {
    "home": f"/?{MINSK}",
    "members": f"/members?{MINSK}",
    "decisions": f"/decisions?{MINSK}",
    "decision": f"/decisions/DEC-2010-12-10-1?{LATE}",
    "commitments": f"/commitments?{LATE}",
    "commitment": f"/commitments/{COMMITMENT}?{LATE}",
    "meeting": f"/meetings/CFM-2011-05-31?{MINSK}",
    "calendar": f"/calendar?{MINSK}",
    "positions": f"/positions?{MINSK}",
    "votes": f"/positions/votes?{MINSK}",
    "partners": f"/partners?{MINSK}",
    "watch": f"/watch?{MINSK}",
    "programmes": f"/programmes/drugs?{MINSK}",
    "response": f"/response?{MINSK}",
    "search": f"/search?q=протокол&{MINSK}",
    "sign-in": "/sign-in/",
    "cite": f"/cite?page={quote(f'/commitments?{MINSK}')}&{MINSK}",
    "report-an-error": "/report-an-error?about=/commitments",
    "editions": "/editions",
}
DRAWING = 8_000
"""Milliseconds for a map to be drawn in software."""
DEVICES: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 360, "height": 780}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
}


class Camera:
    """Takes pictures of a site into a folder, as each of the people sees it."""

    def __init__(self, browser: Browser, site: Site, sessions: dict[str, str], folder: Path) -> None:
        self._browser, self._site, self._sessions, self._folder = browser, site, sessions, folder

    def page(self, who: str = "", device: str = "desktop", lang: str = "en") -> Page:
        """A page of a browser in which somebody is signed in."""
        context = self._browser.new_context(
            base_url=self._site.address, locale=lang, reduced_motion="reduce", **DEVICES[device]
        )
        context.set_default_timeout(60_000)
        if who:
            context.add_cookies([{"name": "sessionid", "value": self._sessions[who], "url": self._site.address}])
        return context.new_page()

    def take(self, name: str, address: str, who: str = "", devices: tuple[str, ...] = tuple(DEVICES)) -> None:
        """Pictures of one address on each device; the telephone reads Russian."""
        for device in devices:
            lang = "ru" if device == "phone" else "en"
            page = self.page(who, device, lang)
            page.goto(f"{address}{'&' if '?' in address else '?'}lang={lang}")
            page.wait_for_load_state("networkidle")
            if page.locator("canvas").count():
                page.wait_for_timeout(DRAWING)
            page.screenshot(path=self._folder / f"{name}-{device}.png", full_page=device == "phone")
            page.context.close()


def _report(camera: Camera) -> str:
    """A report written at the desk and sent to the head of delegation; its address."""
    page = camera.page("desk")
    page.goto(f"/desk/commitments/{COMMITMENT}")
    page.get_by_role("button", name="Write a report").click()
    page.locator("input[name=claimed][value=implemented]").check()
    page.locator("#period_start").fill("2011-01-01")
    page.locator("#period_end").fill("2011-12-31")
    page.get_by_label("Text in English").fill(
        "The law on ratification was signed. The instrument of ratification is deposited."
    )
    page.get_by_role("button", name="Save").click()
    page.wait_for_load_state()
    address = page.url.removeprefix(page.url.split("/desk/")[0])
    page.get_by_role("button", name="Send to the head of delegation").click()
    page.wait_for_load_state()
    page.context.close()
    return address.partition("?")[0]


def _silence(camera: Camera, draft: str) -> str:
    """A document under silence, about which one member has said something; its address."""
    page = camera.page("officer")
    page.goto(f"/silence/new?draft={draft}")
    page.locator("#day").fill((datetime.now(UTC) + timedelta(days=9)).date().isoformat())
    page.locator("#clock").fill("17:00")
    page.locator("#zone").select_option("Europe/Moscow")
    page.get_by_role("button", name="Open the silence").click()
    page.get_by_role("heading", name="The members").wait_for()
    page.context.close()
    page = camera.page("other")
    page.goto(f"/silence/{draft}")
    page.locator("input[name=position][value=no_objection]").check()
    page.get_by_role("button", name="Put it on record").click()
    page.wait_for_load_state()
    page.context.close()
    return f"/silence/{draft}"


def _table(camera: Camera, folder: Path) -> str:
    """A council's table that waits for its confirmation; its address."""
    sheet = folder / "kanal.csv"
    sheet.write_text("indicator,state,period,value,unit,source\ndrugs-seized,,2007,17.5,t,S140\n", encoding="utf-8")
    page = camera.page("council")
    page.goto("/desk/tables")
    page.locator("#field").select_option("drugs")
    page.locator("#file").set_input_files(sheet)
    page.get_by_role("button", name="Check the table").click()
    page.get_by_role("button", name="Record this").wait_for()
    address = page.url.removeprefix(page.url.split("/desk/")[0])
    page.context.close()
    return address.partition("?")[0]


def main() -> None:
    """Make every picture."""
    folder, wanted = Path(sys.argv[1]).resolve(), set(sys.argv[2:])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        register = Path(name)
        load_example(register)
        with serving(register) as site:
            found = prepared(site, people=PEOPLE, silences=1)
            browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
            camera = Camera(browser, site, found["sessions"], folder)
            report, silence, table = _report(camera), _silence(camera, found["drafts"][0]), _table(camera, register)
            for title, address in PUBLIC.items():
                if not wanted or title in wanted:
                    camera.take(title, address)
            for title, address, who in (
                ("desk", "/desk", "desk"),
                ("desk-commitment", f"/desk/commitments/{COMMITMENT}", "desk"),
                ("report", report, "head"),
                ("desk-secretariat", "/desk", "drafter"),
                ("silence", silence, "head"),
                ("silences", "/silence", "officer"),
                ("table", table, "council"),
                ("tables", "/desk/tables", "council"),
                ("preparation", f"/meetings/CFM-2011-H2/preparation?{MINSK}", "officer"),
                ("brief", f"/brief?{MINSK}", "minister"),
                ("edition-new", "/editions/new?on=2011-05-31", "drafter"),
                ("papers", "/papers", "desk"),
                ("account", "/account", "desk"),
                ("notices", "/notices", "drafter"),
            ):
                if not wanted or title in wanted:
                    camera.take(title, address, who)
            browser.close()


if __name__ == "__main__":
    main()
