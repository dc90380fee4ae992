"""Tables of pages as files: the same rows for spreadsheets and programs, and nothing in them that runs."""

import csv
import io
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from secretariat.web.api import rooms
from secretariat.web.tables.columns import cell, code_of, columns_of, plain_text
from secretariat.web.tables.sheets import csv_bytes, xlsx_bytes
from secretariat.web.words import WORDS
from secretariat.web.words.columns import COLUMNS

pytestmark = [pytest.mark.django_db, pytest.mark.pages]
MINSK = "on=2011-05-31&known_at=2011-05-31"
AT = datetime(2011, 5, 31, tzinfo=UTC)
LATE = "on=2022-12-31&known_at=2022-12-31"
TABLES = [
    (f"/members?{MINSK}", "members"),
    ("/states/UZ?on=2013-01-01", "instruments"),
    ("/states/UZ?on=2013-01-01&table=acts", "acts"),
    (f"/instruments?{MINSK}", "instruments"),
    (f"/instruments/CST?{MINSK}", "states"),
    (f"/instruments/CST?{MINSK}&table=acts", "acts"),
    (f"/organs?{MINSK}", "organs"),
    (f"/meetings?{LATE}", "meetings"),
    (f"/calendar?{MINSK}", "entries"),
    (f"/decisions?{LATE}", "decisions"),
    (f"/organs/CSC?{LATE}", "meetings"),
    (f"/organs/SG?{LATE}&table=terms", "terms"),
    (f"/meetings/CSC-2010-12-10?{LATE}", "decisions"),
    (f"/meetings/CFM-2011-05-31?{LATE}&table=attendance", "attendance"),
    (f"/commitments/COM-2010-12-10-1-KZ?{LATE}", "deadlines"),
    (f"/commitments/COM-2010-12-10-1-KZ?{LATE}&table=reports", "reports"),
    (f"/partners/UN?{LATE}", "contacts"),
    (f"/partners/CIS?{LATE}&table=follow_ups", "follow_ups"),
    ("/commitments?on=2012-12-31&status=claimed&state=KZ", "commitments"),
    (f"/positions?{LATE}", "positions"),
    (f"/positions/votes?{LATE}&issue=hr", "votes"),
    (f"/partners?{LATE}", "partners"),
    (f"/partners?{LATE}&table=follow_ups", "follow_ups"),
    (f"/response?{LATE}", "pledges"),
    (f"/response?{LATE}&table=requests", "requests"),
    (f"/response?{LATE}&table=activations", "activations"),
    (f"/response?{LATE}&table=assistance", "assistance"),
    (f"/response?{LATE}&table=readiness", "readiness"),
    (f"/response?{LATE}&table=forces", "forces"),
    (f"/sources?{LATE}", "sources"),
    (f"/data-sets?{LATE}", "releases"),
]


def _as(ending: str, address: str) -> str:
    path, _, query = address.partition("?")
    return f"{path}.{ending}?{query}"


def _lines(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode())))


def _every_row(client: Client, address: str, name: str) -> list[Any]:
    """The rows of all leaves of a page."""
    first = client.get(_as("json", address)).json()
    leaves = first["shelf"]["last"] if "shelf" in first else 1
    return [
        row for leaf in range(1, leaves + 1) for row in client.get(_as("json", f"{address}&page={leaf}")).json()[name]
    ]


@pytest.mark.parametrize(("address", "name"), TABLES)
def test_csv_has_every_row_of_the_page_on_all_its_leaves(csto: None, client: Client, address: str, name: str):
    response = client.get(_as("csv", address))
    assert response.status_code == 200
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"].startswith(f'attachment; filename="{name}-')
    lines, rows = _lines(response.content), _every_row(client, address, name)
    assert len(lines) == len(rows) > 0
    for key in ("id", "state", "rollcall"):
        if key in rows[0]:
            assert [line[key] for line in lines] == [row[key] or "" for row in rows]
    for key in ("title", "name"):
        if isinstance(rows[0].get(key), dict):
            assert [line[f"{key}_ru"].removeprefix("'") for line in lines] == [
                row[key]["ru"] if row[key] else "" for row in rows
            ]


@pytest.mark.parametrize(("address", "name"), TABLES)
def test_workbook_names_columns_in_the_language_with_codes_beside(csto: None, client: Client, address: str, name: str):
    response = client.get(_as("xlsx", f"{address}&lang=ru"))
    assert response.status_code == 200
    book = load_workbook(io.BytesIO(response.content))
    assert book.sheetnames == [WORDS["ru"][f"table_{name}"], WORDS["ru"]["about_sheet"]]
    head, *rows = list(book.worksheets[0].iter_rows(values_only=True))
    plain = client.get(_as("csv", address)).content
    codes = [str(each).rpartition("[")[2].rstrip("]") for each in head if "[" in str(each)]
    assert codes == next(csv.reader(io.StringIO(plain.decode())))
    assert len(rows) == len(_lines(plain))


def test_workbook_says_what_it_is(csto: None, client: Client):
    address = f"/commitments.xlsx?{MINSK}&status=unknown"
    about = dict(load_workbook(io.BytesIO(client.get(address).content)).worksheets[1].iter_rows(values_only=True))
    words = WORDS["en"]
    assert about[words["on"]] == "2011-05-31"
    assert about[words["known_at"]].startswith("2011-05-31T23:59:59")
    assert about[f"{words['about_choice']}: status"] == "unknown"
    assert about[words["about_address"]].startswith("http://testserver/commitments.csv?")
    assert len(about[words["about_hash"]]) == 64


def test_hash_in_the_workbook_is_that_of_the_csv(csto: None, client: Client):
    about = dict(
        load_workbook(io.BytesIO(client.get(f"/members.xlsx?{MINSK}").content))
        .worksheets[1]
        .iter_rows(values_only=True)
    )
    content = client.get(f"/members.csv?{MINSK}").content
    assert about[WORDS["en"]["about_hash"]] == sha256(content).hexdigest()


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_same_question_gives_the_same_bytes(csto: None, client: Client, ending: str):
    first, second = (client.get(f"/decisions.{ending}?{MINSK}").content for _ in range(2))
    assert first == second


def test_numbers_stay_numbers_and_unknown_stays_empty(csto: None, client: Client):
    book = load_workbook(io.BytesIO(client.get(f"/instruments.xlsx?{MINSK}").content))
    head, *rows = list(book.worksheets[0].iter_rows(values_only=True))
    parties = next(number for number, each in enumerate(head) if "[parties]" in str(each))
    assert all(isinstance(row[parties], int) for row in rows)
    lines = _lines(client.get(f"/commitments.csv?{MINSK}").content)
    assert {line["slippage_days"] for line in lines} >= {""}


def test_word_stands_beside_each_code(csto: None, client: Client):
    book = load_workbook(io.BytesIO(client.get("/members.xlsx?on=2013-01-01&lang=ru").content))
    head, *rows = list(book.worksheets[0].iter_rows(values_only=True))
    code = next(number for number, each in enumerate(head) if "[status]" in str(each))
    assert ("party", "участник") in {(row[code], row[code + 1]) for row in rows}


@pytest.mark.parametrize("text", ["=1+1", "+7 495", "-5", "@SUM(A1)", "\tx", "\rx"])
def test_text_that_a_spreadsheet_would_run_begins_with_an_apostrophe(text: str):
    assert plain_text(text) == f"'{text}"
    assert cell({"title": {"en": text, "ru": ""}}, ("title", "en")) == f"'{text}"
    assert cell({"sources": [text]}, ("sources",)) == f"'{text}"
    content = xlsx_bytes([["head"], [plain_text(text)]], title="t", about=[], about_title="a", at=AT)
    written = load_workbook(io.BytesIO(content)).worksheets[0]["A2"]
    assert written.data_type == "s"


def test_negative_number_is_no_formula():
    assert cell({"days": -5}, ("days",)) == -5
    assert csv_bytes([["days"], [-5], [None], [True]]) == b'days\r\n-5\r\n""\r\ntrue\r\n'


def test_letters_that_no_workbook_can_hold_are_left_out():
    content = xlsx_bytes([["head"], ["a\x0bb"]], title="t", about=[], about_title="a", at=AT)
    assert load_workbook(io.BytesIO(content)).worksheets[0]["A2"].value == "ab"


def test_empty_table_keeps_its_columns(csto: None, client: Client):
    some = client.get(f"/decisions.csv?{MINSK}").content.split(b"\r\n")[0]
    none = client.get("/decisions.csv?on=1980-01-01").content
    assert none == some + b"\r\n"


def test_every_column_has_a_head_in_both_languages():
    missing = {
        part
        for room in rooms()
        for tables in room.TABLES.values()
        for shape in tables.values()
        for path in columns_of(shape, [])
        for part in path
        if part not in COLUMNS
    }
    assert missing == set()


def test_every_declared_table_has_a_name_in_both_languages():
    names = {name for room in rooms() for tables in room.TABLES.values() for name in tables}
    assert {name for name in names if f"table_{name}" not in WORDS["en"]} == set()


def test_no_two_columns_of_a_table_have_one_name():
    for room in rooms():
        for tables in room.TABLES.values():
            for shape in tables.values():
                codes = [code_of(path) for path in columns_of(shape, [])]
                assert len(codes) == len(set(codes))


@pytest.mark.parametrize("address", ["/about.csv", "/index.xlsx", "/nothing.csv", "/states/ZZ.csv"])
def test_page_without_a_table_has_no_file(csto: None, client: Client, address: str):
    assert client.get(address).status_code == 404


def test_table_that_a_page_has_not_is_a_mistake(csto: None, client: Client):
    assert client.get("/members.csv?table=acts").status_code == 400


@pytest.mark.parametrize(("address", "name"), TABLES)
def test_page_links_to_its_files(csto: None, client: Client, address: str, name: str):
    html = client.get(address).content.decode()
    path = address.partition("?")[0]
    assert f'href="{path}.csv' in html
    assert f'href="{path}.xlsx' in html
