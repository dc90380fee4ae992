"""Every page: its links lead somewhere, and it names neither this machine nor a registry."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md"), *(ROOT / "examples").rglob("*.md")],
    key=lambda page: page.as_posix(),
)
LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)")
CODE = re.compile(r"^```.*?^```$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
# Spelled in two parts, so that this file passes its own test.
REGISTRIES = tuple("".join(parts) for parts in (("py", "pi.org"), ("python", "hosted"), ("registry.", "npmjs")))
MACHINE = re.compile(r"(?<![\w./-])/(?:home|root|work|Users|tmp)/")


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as forges make them."""
    text = CODE.sub(lambda code: code[0].strip("`"), page.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for link in LINK.finditer(CODE.sub("", page.read_text(encoding="utf-8"))):
        target, _, anchor = unquote(link["target"]).partition("#")
        if "://" in target or target.startswith("mailto:"):
            continue
        assert not target.startswith("/"), f"{target} is an absolute path"
        path = (page.parent / target).resolve() if target else page
        assert path.exists(), f"{target} does not exist"
        if anchor and path.suffix == ".md":
            assert anchor in anchors(path), f"{target} has no heading #{anchor}"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_pages_name_no_machine_and_no_registry(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert MACHINE.search(text) is None
    assert not [host for host in REGISTRIES if host in text]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_pages_begin_with_their_title(page: Path) -> None:
    assert page.read_text(encoding="utf-8").startswith("# ")


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or not page.exists():
            continue
        reached.add(page)
        for link in LINK.finditer(CODE.sub("", page.read_text(encoding="utf-8"))):
            target = unquote(link["target"]).partition("#")[0]
            if target.endswith(".md") and "://" not in target:
                waiting.append((page.parent / target).resolve())
    assert [name(page) for page in PAGES if page not in reached] == []
