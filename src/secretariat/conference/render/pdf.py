"""A paper as PDF/A-2a and PDF/UA-1: tagged, with fonts inside, the same bytes for the same paper."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from secretariat.sources.render.setting import set_pdf

TEMPLATE = Path(__file__).with_name("paper.typ")


def paper_pdf(paper: Mapping[str, Any], day: date) -> bytes:
    """The file; ``day`` is the date in its properties."""
    return set_pdf(TEMPLATE, paper, {}, day)
