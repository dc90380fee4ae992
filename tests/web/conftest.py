"""The example organisation as pages, and a reader of HTML that knows no more than a browser must."""

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest
from django.http import HttpResponse
from django.test import Client

_VOID = {"meta", "link", "img", "input", "br", "hr"}


@dataclass
class Page:
    """What a test asks about a page."""

    tags: Counter[str] = field(default_factory=Counter)
    ids: list[str] = field(default_factory=list)
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""
    unclosed: list[str] = field(default_factory=list)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def links(self) -> list[str]:
        return [link["href"] for link in self.all("a")]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.page.tags[tag] += 1
        self.page.elements.append((tag, attributes))
        if "id" in attributes:
            self.page.ids.append(attributes["id"])
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()
        else:
            self.page.unclosed.append(f"</{tag}> inside {self._open[-3:]}")

    def handle_data(self, data: str) -> None:
        self.page.text += data

    def finished(self) -> Page:
        self.close()
        self.page.unclosed += self._open
        self.page.text = " ".join(self.page.text.split())
        return self.page


def read(html: str) -> Page:
    reader = _Reader()
    reader.feed(html)
    return reader.finished()


def assert_well_formed(page: Page, language: str) -> None:
    """A page whose every element is closed, every field labelled, every table captioned, every id there once."""
    assert page.unclosed == []
    assert page.all("html")[0]["lang"] == language
    assert page.tags["h1"] == 1
    assert page.tags["title"] == 1
    assert {tag: page.tags[tag] for tag in ("main", "header", "footer")} == {"main": 1, "header": 1, "footer": 1}
    assert len(page.ids) == len(set(page.ids)), "an id stands twice"
    assert page.tags["caption"] == page.tags["table"]
    assert all("scope" in attributes for attributes in page.all("th"))
    for _, attributes in page.elements:
        for name in ("aria-labelledby", "aria-describedby", "for"):
            if name in attributes:
                assert set(attributes[name].split()) <= set(page.ids)
    labelled = {attributes["for"] for attributes in page.all("label")}
    fields = [each for each in page.all("input") + page.all("select") if each.get("type") != "hidden"]
    assert all(each["id"] in labelled for each in fields)
    regions = [each for each in page.all("div") if each.get("class") == "table"]
    assert all(each["tabindex"] == "0" and each["role"] == "region" for each in regions)
    assert "#content" in page.links


@pytest.fixture(scope="module")
def answers(csto: None) -> dict[str, HttpResponse]:
    """What was answered already: the register does not change, and rendering takes its time."""
    return {}


@pytest.fixture
def get(answers: dict[str, HttpResponse], client: Client):
    """Get a page, read it."""

    def ask(address: str, status: int = 200) -> Page:
        if address not in answers:
            answers[address] = client.get(address)
        assert answers[address].status_code == status, f"{address}: {answers[address].status_code}"
        return read(answers[address].content.decode())

    return ask
