"""A browser before the served example: Debian's Chromium, a server of its own for each module, axe-core.

A journey that writes takes ``own_site``: its own copy of the register and its own server. Nothing here touches the
database of the test process, and no test below this folder should: Playwright keeps an event loop in the thread, in
which Django refuses to ask a database. For the same reason the browser ends with its module.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.pages import Opened, Site
from tests.browser.serving import PROGRAM, load_example, serving

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]
"""No call home; WebGL in software, for the map."""
AXE = Path(__file__).parents[2] / "assets" / "node_modules" / "axe-core" / "axe.min.js"
PATIENCE = 15_000
"""Milliseconds for what should take one or two hundred: the machine may be busy."""
PageAt = Callable[..., Opened]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def _need(path: Path, how: str) -> None:
    """Skip loudly where the browser is not set up; where tests are the purpose (CI), fail."""
    if not path.exists():
        reason = f"NO BROWSER TESTS: {path.name} is missing; {how}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a register with the example in it, made once for all workers of a run."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "browser-example"
    with (folder.parent / "browser-example.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not (folder / "loaded").exists():
            folder.mkdir(exist_ok=True)
            load_example(folder)
            (folder / "loaded").touch()
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    _need(CHROMIUM, "apt-get install chromium")
    _need(AXE, "make assets")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield found
        found.close()


@contextmanager
def _served(example: Path, folder: Path) -> Iterator[Site]:
    """A copy of the register in ``folder``, served; what the server complained of is printed."""
    shutil.copytree(example, folder, dirs_exist_ok=True)
    with serving(folder) as site:
        yield site
    print(site.complaints())  # noqa: T201  # pytest shows it where a test failed
    assert "Traceback" not in site.complaints()


@pytest.fixture(scope="module")
def site(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server for tests that only read."""
    with _served(example, tmp_path_factory.mktemp("site")) as found:
        yield found


@pytest.fixture
def own_site(example: Path, tmp_path: Path) -> Iterator[Site]:
    """A server and a register for one journey."""
    with _served(example, tmp_path / "site") as found:
        yield found


@pytest.fixture
def run_command() -> Callable[..., str]:
    """Run ``secretariat`` on the register of a site: ``run_command(own_site, "user", "add", ...)``; its output."""

    def run(site: Site, *arguments: str) -> str:
        done = subprocess.run(
            [PROGRAM, *arguments],
            env=site.environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture
def page_at(browser: Browser, request: pytest.FixtureRequest) -> Iterator[PageAt]:
    """Open a page as a reader has it: ``page_at(width=320, scheme="dark", lang="ru")``; on ``site`` unless named.

    ``session`` is that of somebody signed in (``tests/browser/preparing.py``); ``script=False`` is a browser without.
    """
    opened: list[Opened] = []

    def open_page(
        *,
        width: int = 1280,
        height: int = 900,
        scheme: str = "light",
        lang: str = "en",
        site: Site | None = None,
        script: bool = True,
        session: str = "",
    ) -> Opened:
        found = site or request.getfixturevalue("site")
        context = browser.new_context(
            base_url=found.address,
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            locale={"en": "en-GB", "ru": "ru-RU"}[lang],
            timezone_id="UTC",
            reduced_motion="reduce",
            java_script_enabled=script,
        )
        if session:
            context.add_cookies([{"name": "sessionid", "value": session, "url": found.address}])
        context.set_default_timeout(PATIENCE)
        context.set_default_navigation_timeout(4 * PATIENCE)
        opened.append(Opened(context.new_page(), lang, AXE))
        return opened[-1]

    yield open_page
    for each in opened:
        each.page.context.close()
