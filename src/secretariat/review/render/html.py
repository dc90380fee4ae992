"""The review as one self-contained page: no script, no request, readable on a phone and in print."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe


def write_html(resolved: Mapping[str, Any], charts: Mapping[str, str], other_file: str, path: Path) -> None:
    """Write an edition in one language: ``charts`` are SVG texts by file name, ``other_file`` the other edition."""
    sections = [
        dict(section) | {"blocks": [_with_drawing(block, charts) for block in section["blocks"]]}
        for section in resolved["sections"]
    ]
    context = {
        "edition": dict(resolved) | {"sections": sections},
        "other_file": other_file,
        "other_language": "en" if resolved["language"] == "ru" else "ru",
    }
    text = render_to_string("review/review.html", context)
    path.write_text("\n".join(line.rstrip() for line in text.splitlines() if line.strip()) + "\n", encoding="utf-8")


def _with_drawing(block: Mapping[str, Any], charts: Mapping[str, str]) -> dict[str, Any]:
    if block["type"] != "chart":
        return dict(block)
    # Drawn by our own charts module from escaped data, never taken from a pack.
    return dict(block) | {"drawing": mark_safe(charts[block["svg"]])}  # noqa: S308
