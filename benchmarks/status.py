"""The computed status of every commitment on a day: ``python -m benchmarks.status 2011-05-31`` prints JSON."""

import json
import sys
import time
from datetime import date

import django

RUNS = 5


def main() -> None:
    """Time the query and the rule together, several times."""
    django.setup()
    from secretariat.access.rules import SECRETARIAT  # noqa: PLC0415  # after Django is set up
    from secretariat.decisions.queries import register  # noqa: PLC0415  # only where this peer is measured
    from secretariat.sources.queries import every_row  # noqa: PLC0415  # only where this peer is measured
    from secretariat.sources.rules import end_of  # noqa: PLC0415  # only where this peer is measured

    on = date.fromisoformat(sys.argv[1])
    seconds = []
    found = 0
    for _ in range(RUNS):
        started = time.perf_counter()
        found = len(register(SECRETARIAT, on=on, known_at=end_of(on)).statuses)
        seconds.append(time.perf_counter() - started)
    reports = every_row(SECRETARIAT, django.apps.apps.get_model("decisions.Report")).count()
    print(json.dumps({"commitments": found, "reports": reports, "seconds": seconds}))


if __name__ == "__main__":
    main()
