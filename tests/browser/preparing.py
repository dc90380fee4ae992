"""People who are signed in, and silences, in the register of a site: ``python -m tests.browser.preparing``.

A program of its own, for the reason that ``conftest`` gives. It reads ``{"people": {name: [organisation, duty...]},
"silences": n}`` and prints ``{"sessions": {name: cookie}, "drafts": [key...], "ended": key}``.
"""

import json
import subprocess
import sys
from datetime import timedelta
from typing import Any

from tests.browser.pages import Site

OFFICER = ("secretariat", "conference")


def prepared(site: Site, *, people: dict[str, tuple[str, ...]], silences: int = 0) -> dict[str, Any]:
    """Run the program on the register of a site."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.browser.preparing"],
        input=json.dumps({"people": people, "silences": silences}),
        env=site.environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _main() -> None:
    import django

    django.setup()
    from tests.people import signed_in
    from tests.silence.conftest import issued, opened_earlier

    wanted = json.load(sys.stdin)
    sessions = {
        name: signed_in(organisation, *duties).client.cookies["sessionid"].value
        for name, (organisation, *duties) in wanted["people"].items()
    }
    drafts = [issued(number) for number in range(1, wanted["silences"] + 1)]
    ended = ""
    if drafts:
        ended = issued(len(drafts) + 1)
        opened_earlier(ended, began=timedelta(hours=3), ends=timedelta(hours=-1))
    print(json.dumps({"sessions": sessions, "drafts": drafts, "ended": ended}))  # noqa: T201  # its answer


if __name__ == "__main__":
    _main()
