"""The feed of public acts: the newest first, under names that stay, and only once to whoever has it."""

from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
MINSK = "on=2011-05-31&known_at=2011-05-31"
ATOM = "{http://www.w3.org/2005/Atom}"


def _entries(client: Client, query: str = MINSK) -> list[dict[str, str]]:
    response = client.get(f"/acts.atom?{query}")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = ET.fromstring(response.content)  # noqa: S314  # written by this program
    return [
        {
            "link": each.find(f"{ATOM}link").attrib["href"],
            **{name: each.findtext(f"{ATOM}{name}") or "" for name in ("id", "title", "updated", "summary")},
        }
        for each in root.findall(f"{ATOM}entry")
    ]


def test_newest_come_first_and_at_most_a_hundred(csto: None, client: Client):
    entries = _entries(client, "")
    assert len(entries) == 100
    updated = [each["updated"] for each in entries]
    assert updated == sorted(updated, reverse=True)


def test_nothing_later_than_the_instant_is_told(csto: None, client: Client):
    entries = _entries(client)
    assert entries
    assert max(each["updated"] for each in entries) <= "2011-05-31T23:59:59.999999+00:00"
    assert max(each["updated"] for each in _entries(client, "")) > "2011-06"


def test_names_stay_the_same_in_every_language_and_on_every_host(csto: None, client: Client):
    english, russian = _entries(client), _entries(client, f"{MINSK}&lang=ru")
    assert [each["id"] for each in english] == [each["id"] for each in russian]
    assert len({each["id"] for each in english}) == len(english)
    assert all(each["id"].startswith("tag:csto.secretariat,2026:") for each in english)
    assert [each["title"] for each in english] != [each["title"] for each in russian]


def test_links_are_whole_addresses_and_lead_somewhere(csto: None, client: Client):
    links = {each["link"] for each in _entries(client)}
    assert all(link.startswith("http://testserver/") for link in links)
    broken = [link for link in sorted(links) if client.get(urlsplit(link).path).status_code != 200]
    assert broken == []


@pytest.mark.parametrize("kind", ["instruments", "meetings", "decisions", "commitments", "partners", "positions"])
def test_acts_of_every_kind_are_told(csto: None, client: Client, kind: str):
    days = ("2011-05-31", "2011-12-31", "2010-12-10", "2008-12-31", "")
    found: list[Any] = []
    for day in days:
        found += _entries(client, f"on={day}&known_at={day}" if day else "")
    assert [each for each in found if f"/{kind}/" in each["link"]]


def test_reader_that_has_it_is_told_so(csto: None, client: Client):
    first = client.get(f"/acts.atom?{MINSK}")
    again = client.get(f"/acts.atom?{MINSK}", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    later = client.get(f"/acts.atom?{MINSK}", headers={"if-modified-since": first["Last-Modified"]})
    assert later.status_code == 304
    other = client.get("/acts.atom?on=2012-12-31&known_at=2012-12-31", headers={"if-none-match": first["ETag"]})
    assert other.status_code == 200


def test_pages_name_the_feed(csto: None, client: Client):
    html = client.get("/members?lang=ru").content.decode()
    assert 'type="application/atom+xml"' in html
    assert 'href="/acts.atom?lang=ru"' in html
