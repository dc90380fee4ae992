"""The same work by other programs: ``python -m benchmarks.peers PACK`` prints JSON.

A peer that is not installed is listed without a value. The ratio that counts is between lines of one group.
"""

import importlib
import importlib.util
import json
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import django

RUNS = 3
OBSERVATIONS = 5_000
Line = dict[str, Any]


def _seconds(work: Callable[[], object]) -> float:
    runs = []
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        runs.append(time.perf_counter() - started)
    return median(runs)


def _line(name: str, value: float | None, note: str = "") -> Line:
    return {"name": name, "value": value, "unit": "s", "note": note}


def _installed(name: str) -> Any:
    return importlib.import_module(name) if importlib.util.find_spec(name) else None


def yaml_reading(pack: Path) -> Iterator[Line]:
    """One YAML file: our reader (lines kept, tags and aliases refused) beside PyYAML's safe loaders."""
    import yaml  # noqa: PLC0415  # only where this peer is measured

    from secretariat.sources.pack.composing import read_yaml  # noqa: PLC0415  # only where this peer is measured

    path = pack / "attendance.yaml"
    text = path.read_text(encoding="utf-8")
    note = f"{path.name}, {len(text.encode()):,} bytes"
    yield _line("YAML: secretariat", _seconds(lambda: list(read_yaml(text, path.name))), note)
    fast = getattr(yaml, "CSafeLoader", None)
    if fast is not None:
        yield _line("YAML: PyYAML, C safe loader", _seconds(lambda: yaml.load(text, Loader=fast)), note)  # noqa: S506  # a safe loader, its C form
    yield _line("YAML: PyYAML, Python safe loader", _seconds(lambda: yaml.safe_load(text)), note)


def json_lines(pack: Path) -> Iterator[Line]:
    """One table of reports as JSON Lines: read and validated, beside the bare loops of the libraries beneath."""
    from secretariat.decisions.pack import TABLES  # noqa: PLC0415  # only where this peer is measured
    from secretariat.sources.pack.json_lines import read_json_lines  # noqa: PLC0415  # only where this peer is measured

    table = next(each for each in TABLES if each.name == "reports")
    path = min((pack / table.name).glob("*.jsonl"))
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    note = f"{len(lines):,} reports"
    orjson = _installed("orjson")
    validate = table.row.model_validate_json
    yield _line("JSON Lines: secretariat, read", _seconds(lambda: list(read_json_lines(text, path.name))), note)
    yield _line("JSON Lines: json.loads", _seconds(lambda: [json.loads(line) for line in lines]), note)
    yield _line(
        "JSON Lines: orjson", _seconds(lambda: [orjson.loads(line) for line in lines]) if orjson else None, note
    )
    yield _line("JSON Lines: pydantic, read and validate", _seconds(lambda: [validate(line) for line in lines]), note)


def survival() -> Iterator[Line]:
    """Kaplan-Meier with intervals over the same invented times."""
    chance = random.Random(1)  # noqa: S311  # repeatable input, no secret
    days = [chance.randrange(1, 3_000) for _ in range(OBSERVATIONS)]
    events = [chance.random() < 0.6 for _ in range(OBSERVATIONS)]
    note = f"{OBSERVATIONS:,} observations, {sum(events):,} events"
    lifelines, statsmodels = _installed("lifelines"), _installed("statsmodels")
    from secretariat.decisions.rules.survival import survival_curve  # noqa: PLC0415  # only where this peer is measured

    observations = list(zip(days, events, strict=True))
    yield _line("survival: secretariat", _seconds(lambda: survival_curve("bench", observations)), note)
    yield _line(
        "survival: lifelines",
        _seconds(lambda: lifelines.KaplanMeierFitter().fit(days, events)) if lifelines else None,
        note,
    )
    yield _line("survival: statsmodels", _statsmodels(days, events) if statsmodels else None, note)


def _statsmodels(days: list[int], events: list[bool]) -> float:
    duration = importlib.import_module("statsmodels.duration.api")
    return _seconds(lambda: duration.SurvfuncRight(days, events))


def main() -> None:
    """Print every line."""
    django.setup()
    pack = Path(sys.argv[1])
    print(json.dumps([*yaml_reading(pack), *json_lines(pack), *survival()]))


if __name__ == "__main__":
    main()
