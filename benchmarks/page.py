"""The figures in ``docs/explanation/performance.md``: ``python -m benchmarks.page`` writes them from results.json.

Between two markers the page is made by this program, and outside of them it holds no figure: a test compares.
"""

import json
from collections.abc import Iterator
from typing import Any

from benchmarks.measuring import ROOT

PAGE = ROOT / "docs" / "explanation" / "performance.md"
RESULTS = ROOT / "benchmarks" / "results.json"
START, END = "<!-- figures: made by benchmarks.page -->", "<!-- end of figures -->"
BESIDE_PEERS = tuple(f"python -m benchmarks.{name}" for name in ("peers", "agreement", "watch", "perimeter"))
"""The programs that measure ours and others on the same input."""
Line = dict[str, Any]


def _number(value: float) -> str:
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}" if value < 10 else f"{value:.1f}"


def _cell(line: Line | None) -> str:
    if line is None:
        return "not measured"
    if line["value"] is None:
        return "not installed"
    text = f"{_number(line['value'])} {line['unit']}"
    if line.get("processor"):
        text += f" (processor {_number(line['processor'])} s)"
    return text + (f", {_number(line['peak_mib'])} MiB" if line["peak_mib"] else "")


def _table(head: list[str], rows: list[list[str]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    yield from ("| " + " | ".join(row) + " |" for row in rows)


def _verdict(line: Line) -> str:
    side = "at most" if line["at_most"] else "at least"
    kept = line["value"] <= line["limit"] if line["at_most"] else line["value"] >= line["limit"]
    return f"{side} {_number(line['limit'])} {line['unit']}: {'kept' if kept else '**not kept**'}"


def _growth(lines: dict[tuple[str, int], Line], name: str, sizes: list[int]) -> str:
    """How the time grows from the second size to the largest, beside how the size does."""
    known = [size for size in sizes if lines.get((name, size), {}).get("unit") == "s"]
    if len(known) < 2:
        return ""
    small, large = known[-2], known[-1]
    times = lines[name, large]["value"] / lines[name, small]["value"]
    return f"{_number(times)} times the time for {_number(large / small)} times the decisions"


def figures(results: dict[str, Any]) -> str:
    """The generated part of the page."""
    lines = {(line["name"], line["size"]): line for line in results["results"]}
    peers = [line for line in results["results"] if line["command"].startswith(BESIDE_PEERS)]
    by_size = [line for line in results["results"] if line["size"] and line not in peers]
    sizes = sorted({line["size"] for line in by_size})
    machine = results["machine"]
    where = f"{machine['cores']} cores, {machine['memory_gib']} GiB of memory, {machine['system']}"
    days = sorted({line["measured"] for line in results["results"]})
    text = [f"Measured {' and '.join(days)}: {where}, Python {machine['python']}.", ""]
    names = list(dict.fromkeys(line["name"] for line in by_size))
    rows = [[name, *(_cell(lines.get((name, size))) for size in sizes), _growth(lines, name, sizes)] for name in names]
    text += _table(["", *(f"{size:,} decisions" for size in sizes), "growth"], rows)
    text += ["", "What the sizes hold:", ""]
    loads = [lines[name] for name in (("load", size) for size in sizes) if name in lines]
    tables = list(dict.fromkeys(table for line in loads for table in line["counts"]))
    wanted = [
        name
        for name in ("decisions", "commitments", "deadlines", "reports", "evidence", "assessments")
        if name in tables
    ]
    rows = [[f"{line['size']:,}", *(f"{line['counts'][name]:,}" for name in wanted), line["note"]] for line in loads]
    text += _table(["decisions asked for", *wanted, "all tables"], rows)
    demo = lines.get(("make demo SERVE=0", 0))
    if demo is not None:
        text += ["", f"`make demo SERVE=0` after the set-up: {_cell(demo)}."]
    limits = [line for line in results["results"] if line["limit"] is not None]
    text += ["", "What the project has set itself:", ""]
    rows = [[line["name"], f"{line['size']:,}", _cell(line), _verdict(line)] for line in limits]
    text += _table(["", "decisions", "measured", "limit"], rows)
    if peers:
        text += ["", "Beside other programs, on the same machine and input:", ""]
        text += _table(["", "time", "input"], [[line["name"], _cell(line), line["note"]] for line in peers])
    text += ["", "Commands:", "", "```"]
    text += dict.fromkeys(line["command"] for line in results["results"] if not line["command"].startswith("size"))
    return "\n".join([*text, "```"])


def page(text: str, results: dict[str, Any]) -> str:
    """The page with its generated part made anew."""
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n\n{figures(results)}\n\n{END}{after}"


def main() -> None:
    """Write the page."""
    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), results), encoding="utf-8")


if __name__ == "__main__":
    main()
