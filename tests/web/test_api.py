"""The interface for programs: the rows of the pages, in parts, with problems that say what is wrong."""

import re
from collections import defaultdict
from collections.abc import Iterator
from enum import Enum
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any, get_args

import pytest
from django.test import Client
from pydantic import BaseModel, WithJsonSchema

from secretariat.web.api import API, COMMON, operations, rooms
from secretariat.web.words import WORDS

pytestmark = pytest.mark.django_db
MINSK = "on=2011-05-31&known_at=2011-05-31"
OPERATIONS = operations()
ADDRESSES = [each["address"] for each in OPERATIONS if "{" not in each["address"]]
LISTS = [each for each in ADDRESSES if each not in {"/api/v1/organisation", "/api/v1/pace"}]
TWINS = {
    "/members": "members",
    "/instruments": "instruments",
    "/organs": "organs",
    "/meetings": "meetings",
    "/decisions": "decisions",
    "/commitments": "commitments",
    "/positions": "positions",
    "/positions/votes": "votes",
    "/partners": "partners",
    "/sources": "sources",
    "/data-sets": "releases",
}


def _get(client: Client, address: str, status: int = 200) -> Any:
    response = client.get(address)
    assert response.status_code == status, f"{address}: {response.content.decode()[:500]}"
    assert response["Content-Type"] == "application/json; charset=utf-8"
    return response.json()


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_operation_answers_the_public(csto: None, client: Client, address: str):
    for question in (MINSK, "lang=ru", "on=2022-12-31"):
        assert _get(client, f"{address}?{question}")


@pytest.mark.parametrize("address", LISTS)
def test_parts_of_a_list_make_the_whole(csto: None, client: Client, address: str):
    whole = _get(client, f"{address}?on=2022-12-31&known_at=2022-12-31&limit=500")
    size = max(1, -(-whole["total"] // 3))
    parts = [
        _get(client, f"{address}?on=2022-12-31&known_at=2022-12-31&limit={min(size, 500)}&offset={start}")
        for start in range(0, whole["total"], size)
        if start + size <= 500
    ]
    assert [row for part in parts for row in part["rows"]] == whole["rows"][: sum(len(part["rows"]) for part in parts)]
    assert all(part["total"] == whole["total"] for part in parts)
    assert len(whole["rows"]) == min(whole["total"], 500)


@pytest.mark.parametrize(("path", "name"), TWINS.items())
def test_rows_are_those_of_the_page(csto: None, client: Client, path: str, name: str):
    page = client.get(f"{path}.json?{MINSK}").json()
    found = _get(client, f"/api/v1{path}?{MINSK}&limit=50")
    assert found["rows"] == page[name][:50]
    assert (found["on"], found["known_at"]) == (page["on"], page["known_at"])


def test_filters_choose_as_on_the_page(csto: None, client: Client):
    rows = _get(client, "/api/v1/commitments?on=2012-12-31&status=claimed&state=KZ")["rows"]
    assert rows
    assert {(row["status"], row["state"]) for row in rows} == {("claimed", "KZ")}
    meeting = _get(client, f"/api/v1/decisions?{MINSK}&meeting=CSC-2010-12-10")
    assert {row["meeting"] for row in meeting["rows"]} == {"CSC-2010-12-10"}
    assert 0 < meeting["total"] < _get(client, f"/api/v1/decisions?{MINSK}")["total"]


def test_pace_has_its_denominators(csto: None, client: Client):
    found = _get(client, f"/api/v1/pace?{MINSK}&session=CSC-2010-12-10")
    assert found["session"] == "CSC-2010-12-10"
    assert found["rates"]["implemented"]["denominator"] == found["cohort"]["n"] > 0
    assert _get(client, "/api/v1/pace?session=NONE", 404)["error"] == WORDS["en"]["missing_title"]
    assert _get(client, "/api/v1/pace?session=A&decision=B", 422)["where"] == "decision"


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("on=2011-13-01", "on"),
        ("known_at=now", "known_at"),
        ("lang=fr", "lang"),
        ("limit=0", "limit"),
        ("limit=501", "limit"),
        ("limit=x", "limit"),
        ("offset=-1", "offset"),
        ("status=excellent", "status"),
        ("state=XX", "state"),
        ("overdue=yes", "overdue"),
        ("stat=claimed", "stat"),
        ("on=2011-05-31&on=2012-05-31", "on"),
    ],
)
def test_mistake_is_named_with_what_was_expected(csto: None, client: Client, query: str, where: str):
    english = _get(client, f"/api/v1/commitments?{query}", 422)
    assert set(english) == {"error", "where", "expected"}
    assert english["where"] == where
    assert english["expected"]
    if "lang" not in query:
        russian = _get(client, f"/api/v1/commitments?{query}&lang=ru", 422)
        assert russian["error"] == WORDS["ru"]["mistake_title"]


def test_filter_names_the_values_there_are(csto: None, client: Client):
    assert "claimed, verified" in _get(client, "/api/v1/commitments?status=excellent", 422)["expected"]


def test_token_that_nobody_issued_is_refused_and_not_passed_over(csto: None, client: Client):
    response = client.get("/api/v1/members", headers={"Authorization": "Bearer 0000"})
    assert response.status_code == 401
    assert response["WWW-Authenticate"] == "Bearer"
    assert response.json()["where"] == "Authorization"


def test_address_that_is_no_operation_is_a_problem_too(csto: None, client: Client):
    assert _get(client, "/api/v1/nothing", 404)["error"] == WORDS["en"]["missing_title"]


def test_nothing_can_be_changed(csto: None, client: Client):
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)("/api/v1/members").status_code == 405


def test_head_is_answered_with_the_headers_of_get(csto: None, client: Client):
    address = f"/api/v1/members?{MINSK}"
    head, get = client.head(address), client.get(address)
    assert head.status_code == 200
    assert head.content == b""
    assert head["Content-Length"] == get["Content-Length"]


def test_description_is_complete_and_no_page_for_it_is_loaded_from_elsewhere(client: Client):
    found = client.get("/api/v1/openapi.json").json()
    assert found["openapi"].startswith("3.1")
    for path in found["paths"].values():
        operation = path["get"]
        assert {str(status) for status in operation["responses"]} == {"200", "401", "404", "422", "503"}
        assert operation["description"]
        asked = [each for each in operation["parameters"] if each["in"] == "query"]
        assert {"on", "known_at", "lang"} <= {each["name"] for each in asked}
        assert all(each["schema"].get("description") or each.get("description") for each in asked)
    assert client.get("/api/v1/docs").status_code == 404


def test_page_lists_every_operation(csto: None, client: Client):
    for language in ("en", "ru"):
        html = client.get(f"/api?lang={language}").content.decode()
        for each in OPERATIONS:
            assert f"<code>{each['address']}</code>" in html
            assert escape(WORDS[language][each["word"]], quote=True) in html
            assert not set(each["takes"]) & COMMON


def _shapes(kind: Any) -> Iterator[type[Any]]:
    """A shape and all that stand inside it, enumerations too."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        yield kind
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
        for field in kind.model_fields.values():
            if not any(isinstance(each, WithJsonSchema) for each in field.metadata):
                yield from _shapes(field.annotation)
    for inner in get_args(kind):
        yield from _shapes(inner)


def test_one_name_stands_for_one_shape():
    """The description has one list of shapes by name: of two with one name, one would be lost."""
    known: dict[str, set[type[Any]]] = defaultdict(set)
    for room in rooms():
        for view in room.router.path_operations.values():
            for operation in view.operations:
                for response in operation.response_models.values():
                    for shape in _shapes(response.model_fields["response"].annotation):
                        known[shape.__name__].add(shape)
    assert {name: shapes for name, shapes in known.items() if len(shapes) > 1} == {}


def test_operations_have_names_of_their_own():
    names = [each["word"] for each in OPERATIONS]
    assert len(names) == len(set(names))
    assert API.urls_namespace == "api"


def test_reading_from_a_program_works_as_the_how_to_says(csto: None, client: Client, monkeypatch: pytest.MonkeyPatch):
    """The example runs as it stands; only the network is this program itself."""
    text = (Path(__file__).parents[2] / "docs" / "how-to" / "read-the-register-from-a-program.md").read_text()
    example = text.partition("```python\n")[2].partition("```")[0]
    asked: list[str] = []

    def answer(address: str) -> BytesIO:
        asked.append(address)
        return BytesIO(client.get(address.removeprefix("http://127.0.0.1:8000")).content)

    monkeypatch.setattr("urllib.request.urlopen", answer)
    names: dict[str, Any] = {"__name__": "example"}
    exec(compile(example, "how-to", "exec"), names)  # noqa: S102  # the example of our own page
    said = list(names["claimed"]("http://127.0.0.1:8000"))
    rows = client.get("/commitments.json?status=claimed&on=2012-12-31&known_at=2012-12-31").json()["commitments"]
    assert len(said) == len(rows) > 0
    assert asked
    for address in re.findall(r"'http://127\.0\.0\.1:8000(/[^']+)'", text):
        assert client.get(address).status_code == 200
