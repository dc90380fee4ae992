"""Editions in the register of a site: ``python -m tests.browser.editing``.

A program of its own, for the reason that ``conftest`` gives. It prints ``{"sessions": {name: cookie}, "edition": id}``:
a drafter who has just signed in, two delegations, and an edition with small files in the place of those of a build.
"""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.browser.pages import Site


def edited(site: Site) -> dict[str, Any]:
    """Run the program on the register of a site."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.browser.editing"],
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
    from secretariat.review.actions.editions import begin_edition
    from tests.people import signed_in
    from tests.review.editions import ACTOR, PLAN, build, fresh, seen_by

    people = {
        "drafter": fresh(signed_in("secretariat", "drafter")),
        "desk": signed_in("state:KZ", "desk"),
        "other": signed_in("state:BY", "head"),
    }
    viewer = seen_by(people["drafter"])
    key = begin_edition(ACTOR, viewer, plan=PLAN)
    with TemporaryDirectory() as folder:
        build(viewer, key, Path(folder))
    sessions = {name: each.client.cookies["sessionid"].value for name, each in people.items()}
    print(json.dumps({"sessions": sessions, "edition": key}))  # noqa: T201  # its answer


if __name__ == "__main__":
    _main()
