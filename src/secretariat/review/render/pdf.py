"""The review as PDF/A-2a and PDF/UA-1 by Typst: tagged, with fonts inside, the same bytes for the same edition."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from secretariat.sources.render.setting import set_pdf

TEMPLATE = Path(__file__).with_name("review.typ")


def write_pdf(resolved: Mapping[str, Any], charts: Mapping[str, str], issued_on: date, path: Path) -> None:
    """Write an edition in one language. ``charts`` are SVG texts by file name."""
    path.write_bytes(set_pdf(TEMPLATE, resolved, charts, issued_on))
