"""The review as PDF/A-2a and PDF/UA-1 by Typst: tagged, with fonts inside, the same bytes for the same edition."""

import json
import tempfile
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import typst

from secretariat.review.render.charts.frame import FONT_FILES

TEMPLATE = Path(__file__).with_name("review.typ")


def write_pdf(resolved: Mapping[str, Any], charts: Mapping[str, str], issued_on: date, path: Path) -> None:
    """Write an edition in one language. ``charts`` are SVG texts by file name."""
    content = dict(resolved) | {"year": issued_on.year, "month": issued_on.month, "day": issued_on.day}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "edition.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        for file, svg in charts.items():
            (folder / file).write_text(svg, encoding="utf-8")
        (folder / "review.typ").write_bytes(TEMPLATE.read_bytes())
        document = typst.compile(
            str(folder / "review.typ"),
            root=str(folder),
            font_paths=[str(FONT_FILES)],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["a-2a", "ua-1"],
            timestamp=int(datetime.combine(issued_on, time(12), UTC).timestamp()),
        )
    path.write_bytes(document)
