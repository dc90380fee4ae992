"""Setting a PDF/A-2a and PDF/UA-1 by Typst: tagged, with fonts inside, the same bytes for the same content."""

import json
import tempfile
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import typst

from secretariat.sources.render.fonts import FONT_FILES


def set_pdf(template: Path, content: Mapping[str, Any], pictures: Mapping[str, str], day: date) -> bytes:
    """The document that ``template`` makes of ``content``, which it reads as ``edition.json`` beside itself.

    ``pictures`` are SVG texts by file name. ``day`` is the date in the document's properties: no clock is asked.
    """
    dated = dict(content) | {"year": day.year, "month": day.month, "day": day.day}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "edition.json").write_text(json.dumps(dated, ensure_ascii=False), encoding="utf-8")
        for file, svg in pictures.items():
            (folder / file).write_text(svg, encoding="utf-8")
        (folder / template.name).write_bytes(template.read_bytes())
        return bytes(
            typst.compile(
                str(folder / template.name),
                root=str(folder),
                font_paths=[str(FONT_FILES)],
                ignore_system_fonts=True,
                format="pdf",
                pdf_standards=["a-2a", "ua-1"],
                timestamp=int(datetime.combine(day, time(12), UTC).timestamp()),
            )
        )
