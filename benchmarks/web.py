"""The pages of a register before a browser: ``python -m benchmarks.web`` prints JSON; SECRETARIAT_DATABASE_URL chooses.

``secretariat serve`` answers, as it does for people: gunicorn, one process. *Largest contentful paint* is what
Chromium's PerformanceObserver says in a new context, without anything in its cache; *answers* are the whole time of a
request, from asking to the last byte, one after the other over one connection.
"""

import http.client
import json
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, sync_playwright

from benchmarks.measuring import SECRETARIAT

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--use-gl=angle", "--use-angle=swiftshader",
         "--enable-unsafe-swiftshader"]  # fmt: skip
CONTEXTS, ASKED = 5, 20
PAINT_LIMIT, ANSWER_LIMIT = 2_500.0, 200.0
"""Milliseconds."""
LARGEST_PAINT = """
() => new Promise((resolve) => {
  new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
    .observe({ type: "largest-contentful-paint", buffered: true });
})
"""
PAGES = {
    "home": "/",
    "decisions": "/decisions",
    "commitments": "/commitments",
    "one decision": "/decisions/SYN-D002500",
    "one commitment": "/commitments/SYN-D002526-P3-C03",
    "watch": "/watch",
    "search": "/search?q=" + quote("решение"),
}
STATUSES = ("claimed", "verified", "in_progress", "unknown")
WORDS = (
    "решений", "решение 1912", "task 1339", "задача 719", "carry out", '"выполнить задачу"', "sessions", "заседание",
    "протоколы", "agreements", "treaty", "state*", "members", "drugs", "операция", "decision -1912", "partners",
    "задание", "report", "nothing of the kind",
)  # fmt: skip


@contextmanager
def _served() -> Iterator[int]:
    """``secretariat serve`` on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    server = subprocess.Popen([SECRETARIAT, "serve", "--port", str(port)], stdout=subprocess.PIPE, text=True)
    try:
        if server.stdout is None or not server.stdout.readline():
            message = "secretariat serve did not start"
            raise SystemExit(message)
        yield port
    finally:
        server.send_signal(signal.SIGINT)
        server.communicate(timeout=30)


class _Reader:
    """Asks over one connection and tells how long it took, in milliseconds."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)

    def ask(self, address: str) -> float:
        started = time.perf_counter()
        self.read(address)
        return 1_000 * (time.perf_counter() - started)

    def read(self, address: str) -> bytes:
        self._connection.request("GET", address)
        answer = self._connection.getresponse()
        body = answer.read()
        if answer.status != http.client.OK:
            message = f"{address}: {answer.status}"
            raise SystemExit(message)
        return body


def _line(name: str, runs: list[float], limit: float | None, note: str) -> dict[str, Any]:
    note = f"{note}; longest {max(runs):.0f} ms"
    return {"name": name, "value": median(runs), "unit": "ms", "runs": runs, "limit": limit, "note": note}


def _paint(browser: Browser, port: int, address: str) -> float:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_navigation_timeout(120_000)
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{port}{address}", wait_until="networkidle")
    found: float = page.evaluate(LARGEST_PAINT)
    context.close()
    return found


def _filters(reader: _Reader) -> dict[str, list[str]]:
    """Twenty questions of each kind; the addressees are those of the register."""
    rows = json.loads(reader.read("/commitments.json"))["choices"]["addressees"]
    states = [row["id"] for row in rows][: ASKED // len(STATUSES)]
    return {
        "/decisions?page=": [f"/decisions?page={number}" for number in range(1, ASKED + 1)],
        "/commitments?status=&state=": [
            f"/commitments?status={status}&state={state}" for state in states for status in STATUSES
        ],
        "/commitments?page=": [f"/commitments?page={number}" for number in range(1, ASKED + 1)],
        "/search?q=": [f"/search?q={quote(words)}" for words in WORDS],
    }


def lines() -> Iterator[dict[str, Any]]:
    """Everything that is measured."""
    with _served() as port:
        reader = _Reader(port)
        first = [reader.ask("/")]
        yield _line(
            "web: the first page of a day, nothing kept yet", first, None, "the home page; once a day and change"
        )
        for name, addresses in _filters(reader).items():
            reader.ask(addresses[0])
            runs = [reader.ask(address) for address in addresses]
            yield _line(f"web: answer to {name}", runs, ANSWER_LIMIT, f"median of {len(runs)}")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            _paint(browser, port, "/about")
            for name, address in PAGES.items():
                runs = [_paint(browser, port, address) for _ in range(CONTEXTS)]
                note = f"median of {CONTEXTS} new contexts"
                yield _line(f"web: largest contentful paint, {name}", runs, PAINT_LIMIT, note)
            browser.close()


def main() -> None:
    """Print what was measured."""
    if not Path(CHROMIUM).exists():
        message = "chromium is not installed"
        raise SystemExit(message)
    print(json.dumps(list(lines())))


if __name__ == "__main__":
    main()
