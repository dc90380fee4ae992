"""The style guide shows every part, and its colours can be read."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.template import Context, Template
from django.test import RequestFactory

import secretariat.web
from secretariat.web.components import pieces
from secretariat.web.styleguide.samples import samples
from secretariat.web.words import WORDS

WEB = Path(secretariat.web.__file__).parent
PARTS = sorted(path.stem for path in (WEB / "templates" / "web" / "parts").glob("*.html"))
SHEETS = WEB / "static" / "web"
DECLARED = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")
LIMIT = {"text": 4.5, "shape": 3.0}
"""WCAG 2.2: 1.4.3 for text, 1.4.11 and 2.4.13 for borders of fields and rings of focus."""
PAIRS = [
    ("text", "ink", "paper"),
    ("text", "ink", "sheet"),
    ("text", "ink", "calm-bg"),
    ("text", "quiet", "paper"),
    ("text", "quiet", "sheet"),
    ("text", "link", "paper"),
    ("text", "link", "sheet"),
    ("text", "link", "calm-bg"),
    ("text", "accent-ink", "accent"),
    ("text", "accent-ink", "accent-deep"),
    *(("text", tone, f"{tone}-bg") for tone in ("good", "warn", "bad", "calm")),
    *(("text", tone, ground) for tone in ("good", "warn", "bad") for ground in ("paper", "sheet")),
    *(("shape", line, ground) for line in ("rule", "focus") for ground in ("paper", "sheet")),
]


def _light(colour: str) -> float:
    """The relative luminance of WCAG."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    bright, dim = sorted((_light(one), _light(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _schemes() -> dict[str, dict[str, str]]:
    light, dark = re.findall(r":root \{(.*?)\}", (SHEETS / "register.css").read_text(), re.DOTALL)
    found = dict(DECLARED.findall(light))
    return {"light": found, "dark": found | dict(DECLARED.findall(dark))}


def test_contrast_is_computed_as_wcag_does():
    assert _contrast("#ffffff", "#000000") == pytest.approx(21)
    assert _contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("kind", "front", "ground"), PAIRS)
def test_colour_can_be_read_on_its_ground(scheme: str, kind: str, front: str, ground: str):
    colours = _schemes()[scheme]
    assert _contrast(colours[front], colours[ground]) >= LIMIT[kind]


def test_dark_scheme_says_every_colour_anew():
    light, dark = re.findall(r":root \{(.*?)\}", (SHEETS / "register.css").read_text(), re.DOTALL)
    assert {name for name, _ in DECLARED.findall(light)} == {name for name, _ in DECLARED.findall(dark)}


@pytest.mark.parametrize("path", sorted(SHEETS.glob("*.css")), ids=lambda path: path.stem)
def test_style_sheet_fits_in_a_head_and_fetches_nothing(path: Path):
    text = path.read_text()
    assert len(text.splitlines()) <= 400
    assert "@import" not in text
    assert "http" not in text
    assert text.count("{") == text.count("}")


def test_guide_shows_every_part_and_no_other():
    assert sorted(samples("en")) == sorted(samples("ru")) == PARTS


@pytest.mark.parametrize("part", PARTS)
def test_part_has_a_name_and_a_rule_of_use(part: str):
    for words in WORDS.values():
        assert words[f"part_{part}"]
        assert words[f"part_{part}_rule"].endswith(".")


@pytest.mark.django_db
def test_guide_names_every_part(get: Callable[..., Any], csto: None):
    page = get("/styleguide")
    assert [name for name in page.ids if name.startswith("part-")] == [f"part-{name}" for name in samples("en")]
    assert "{%" in page.text


def _table(content: str, address: str = "/members", **options: str) -> str:
    given = " ".join(f'{name}="{value}"' for name, value in options.items())
    template = Template('{% table "k" "state since:num" caption="C" ' + given + " %}" + content + "{% endtable %}")
    return template.render(Context({"language": "en", "name": "<b>", "request": RequestFactory().get(address)}))


def test_table_without_rows_says_so():
    assert "<table" not in _table("  \n ")
    assert WORDS["en"]["none"] in _table("")
    assert "no vote yet" in _table("", empty="no vote yet")


def test_table_has_a_caption_and_a_scope_for_each_head():
    html = _table("<tr><th scope='row'>KZ</th></tr>")
    assert '<caption id="k">C</caption>' in html
    assert html.count('scope="col"') == 2
    assert '<th scope="col" class="num">Since</th>' in html


@pytest.mark.parametrize(
    ("chosen", "order", "next_order"),
    [("", "none", "since"), ("&sort=since", "ascending", "-since"), ("&sort=-since", "descending", "since")],
)
def test_head_says_its_order_and_turns_it(chosen: str, order: str, next_order: str):
    html = _table("<tr></tr>", f"/members?status=x&page=3{chosen}", sortable="since")
    assert f'aria-sort="{order}"' in html
    assert f'href="/members?status=x&amp;sort={next_order}"' in html


def test_cells_are_escaped_once():
    assert "&lt;b&gt;" in _table("<tr><td>{{ name }}</td></tr>")


def test_difference_keeps_both_texts():
    old, new = "The ministers took note of the report.", "The ministers  approved the long report."
    found = pieces(old, new)
    assert "".join(text for kind, text in found if kind != "new") == old
    assert "".join(text for kind, text in found if kind != "gone") == new
    assert [kind for kind, _ in pieces(old, old)] == ["same"]
    assert pieces("", "") == []
