"""The rows behind every figure: CSV and metadata, one pair a figure."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from secretariat.kernel import Figure
from secretariat.review.rules.rows import RowLine

COLUMNS = ("row", "table", "date", "what", "standing", "sources")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _safe(text: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def csv_text(lines: Iterable[RowLine]) -> str:
    """Rows as CSV (RFC 4180, UTF-8)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for line in lines:
        writer.writerow(
            [
                _safe(text)
                for text in (line.key, line.table, line.when, line.what.en, line.standing, " ".join(line.sources))
            ]
        )
    return out.getvalue()


def metadata(number: int, figure: Figure, common: Mapping[str, Any]) -> dict[str, Any]:
    """What a figure is, as JSON."""
    trace = figure.trace
    value = figure.value.isoformat() if isinstance(figure.value, date) else figure.value
    return {
        "number": number,
        "name": figure.name,
        "value": value,
        "unit": figure.unit,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "method": trace.method,
        "version": trace.version,
        "filters": list(trace.filters),
        "standing": figure.standing.value,
        "rows": len(trace.rows),
        "sources": list(trace.sources),
    } | dict(common)


def write_data(
    folder: Path, figures: Mapping[str, Figure], lines: Mapping[str, RowLine], common: Mapping[str, Any]
) -> None:
    """Write ``NAME.csv`` and ``NAME.json`` for every figure."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        # What an earlier edition left in this folder would be taken for a part of this one.
        if path.suffix in {".csv", ".json"} and path.stem not in figures:
            path.unlink()
    for number, (name, figure) in enumerate(figures.items(), start=1):
        rows = [lines.get(key) or RowLine(key) for key in figure.trace.rows]
        (folder / f"{name}.csv").write_text(csv_text(rows), encoding="utf-8", newline="")
        text = json.dumps(metadata(number, figure, common), ensure_ascii=False, indent=2, sort_keys=True)
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")
