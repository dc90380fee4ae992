# ruff: noqa: E501, Q003  # wrong input stands beside its answer on one line
"""Every wrong input is named with its file, line and path; none of it is read."""

import os
from pathlib import Path

import pytest

from secretariat.sources.pack.problems import UnableToReadPack
from secretariat.sources.pack.reading import read_pack
from secretariat.sources.pack.tables import PackTable

Tables = tuple[PackTable, ...]

SOURCES = "- {id: S01, title: {en: Official site}, date: '2004'}\n"
STATES = "- {id: AM, name: {en: Armenia, ru: Армения}, protocol_name: {en: Republic of Armenia}}\n"
INSTRUMENTS = "- {id: CHARTER, kind: charter, title: {en: Charter}}\n"


def problems(folder: Path, tables: Tables) -> list[str]:
    with pytest.raises(UnableToReadPack) as error:
        read_pack(folder, tables)
    return [str(problem) for problem in error.value.problems]


def only(folder: Path, tables: Tables) -> str:
    found = problems(folder, tables)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (STATES + "- {id: BY,\n   name: {en: Belarus}, protocol_name: {en: Belarus}, nmae: x}\n",
         "states.yaml:3: nmae: the key nmae is not known here, expected one of id"),
        ("- id: AM\n  name: Armenia\n  protocol_name: {en: Armenia}\n",
         "states.yaml:2: name: 'Armenia' does not fit, expected a mapping"),
        ("- id: AM\n  name: {en: 1}\n  protocol_name: {en: Armenia}\n", "states.yaml:2: name.en: 1 does not fit, expected a valid string"),
        ("- id: AM\n  name: {en: A}\n", "states.yaml:1: protocol_name: protocol_name is missing"),
        (STATES + STATES, "states.yaml:2: id: the id 'AM' stands already at states.yaml:1, expected each id once"),
        ("- &a {id: AM, name: {en: A}, protocol_name: {en: A}}\n- *a\n", "states.yaml:1: [0]: the anchor &a"),
        ("- &a [x, x]\n- &b [*a, *a]\n- &c [*b, *b]\n", "states.yaml:1: [0]: the anchor &a"),
        ("- id: *nothing\n", "states.yaml:1: "),
        ("- id: AM\n  name: !!python/object/apply:os.system ['true']\n", "states.yaml:2: [0].name: the tag tag:yaml.org,2002:python"),
        ("- !!python/name:os.system ''\n", "states.yaml:1: [0]: the tag"),
        ("- id: !!str AM\n", "states.yaml:1: [0].id: the tag"),
        ("- id: AM\n  id: BY\n", "states.yaml:2: [0].id: the key stands twice, expected each key once"),
        ("- {id: AM, &k name: {en: A}}\n", "states.yaml:1: [0]: the anchor &k"),
        ("- ? [a, b]\n  : c\n", "states.yaml:1: [0]: a key that is not a text"),
        ("- id: AM\n  name: {en: \"\\0\"}\n", "states.yaml:2: [0].name.en: the control character U+0000"),
        ("- id: AM\n  name: {en: \"\\e[31m\"}\n", "states.yaml:2: [0].name.en: the control character U+001B"),
        (STATES + "---\n" + STATES, "states.yaml:2: a second document in one file"),
        ("just a text\n", "states.yaml:1: neither a list nor a mapping, expected a list of rows"),
        ("- id: [unclosed\n", "states.yaml:2: not YAML: "),
        ("- id: AM\n\tname: x\n", "states.yaml:2: not YAML: "),
        ("- AM\n- null\n", "states.yaml:1: 'AM' does not fit, expected a mapping"),
        ("- id: 99999999999999999999999999\n", "states.yaml:1: [0].id: a whole number that is too large"),
        ("- id: 1e999\n", "states.yaml:1: [0].id: a number that is too large"),
        ("[" * 100_000, "states.yaml:1: more than 24 levels deep"),
        ("{a: " * 100_000, "states.yaml:1: a.a.a: more than 24 levels deep"),
        (b"- id: AM\n  name: \xff\n", "states.yaml:2: the byte 0xff is not UTF-8"),
        ("- id: AM\n".encode("utf-16"), "states.yaml:1: "),
        (b"- id: AM\n  name: a\0b\n", "states.yaml:2: a NUL byte"),
        (b"- id: AM\r\n  name: a\x07b\r\n", "states.yaml:2: "),
    ],
    ids=lambda value: value[:50] if isinstance(value, str) else repr(value[:20]),
)  # fmt: skip
def test_a_wrong_yaml_file_is_answered_with_its_line(
    make_pack, party_tables: Tables, text: str | bytes, answer: str
) -> None:
    assert problems(make_pack(states=text), party_tables)[0].startswith(answer)


GOOD_LINE = '{"id":"BY","name":{"en":"Belarus"},"protocol_name":{"en":"Belarus"}}\n'


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ('{"id":"AM","name":{"en":NaN}}', "not JSON: NaN is not JSON"),
        ('{"id":"AM","name":{"en":-Infinity}}', "not JSON: -Infinity is not JSON"),
        ('{"id":1e999}', "not JSON: a number that is too large"),
        ('{"id":' + "9" * 5_000 + "}", "not JSON: a whole number beyond 2^53 - 1"),
        ('{"id":"AM","id":"BY"}', "id: the key stands twice"),
        ("[" * 100_000, "more than 24 levels deep"),
        ('{"a":' * 100 + "1" + "}" * 100, "a.a.a: more than 24 levels deep"),
        ('{"id":"AM","name":{"en":"\\u0000"}}', "name.en: the control character U+0000"),
        ('{"id":"AM","name":{"en":"\\ud800"}}', "name.en: the control character U+D800"),
        ('{"id":"AM"', "not JSON: "),
        ("AM", "not JSON: "),
        ("[1]", "a list does not fit, expected a mapping"),
    ],
    ids=lambda value: value[:50],
)
def test_a_wrong_line_is_named_and_the_next_ones_are_read(
    make_pack, party_tables: Tables, line: str, answer: str
) -> None:
    found = problems(make_pack(jsonl__states=GOOD_LINE + line + "\n" + '{"id":"b"}\n'), party_tables)
    assert found[0].startswith("states.jsonl:2: " + answer)
    assert any(problem.startswith("states.jsonl:3: name: name is missing") for problem in found)


@pytest.mark.parametrize(
    ("act", "answer"),
    [
        ("kind: ratification, state: XX", "state: 'XX' does not exist, expected the id of a row in states"),
        ("kind: ratification, state: AM, sources: [S01, S99]", "sources[1]: 'S99' does not exist"),
        ("kind: ratification, state: AM, date: '2011-02-30'", "date: '2011-02-30' does not exist in the calendar"),
        ("kind: ratification, state: AM, date: 2012/2011", "date: a date cannot end before it starts"),
        ("kind: ratified, state: AM", "kind: 'ratified' does not fit, expected 'definitive_signature'"),
        ("kind: ratification", "a ratification without a state, expected state with its ISO code"),
        ("kind: ratification, state: AM, alternatives: [{date: '1993', sources: [S77]}]",
         "alternatives[0].sources[0]: 'S77' does not exist"),
        ("kind: ratification, state: AM, corrects: NOBODY", "corrects: 'NOBODY' does not exist"),
        ("kind: ratification, state: AM, retracted: true", "retracted: a row that retracts nothing"),
        ("kind: ratification, state: AM, known_from: 2011-05-31T12:00", "known_from: '2011-05-31T12:00' has no offset"),
        ("kind: ratification, state: AM, mark: secret", "mark: 'secret' does not fit"),
        ("kind: ratification, state: NO", "state: 'NO' does not exist"),
    ],
)  # fmt: skip
def test_a_wrong_act_is_named_with_its_path(make_pack, party_tables: Tables, act: str, answer: str) -> None:
    text = f"# acts\n- {{id: A1, instrument: CHARTER, {act}}}\n"
    folder = make_pack(sources=SOURCES, states=STATES, instruments=INSTRUMENTS, treaty_acts=text)
    assert only(folder, party_tables).startswith(f"treaty_acts.yaml:2: {answer}")


def test_a_correction_says_since_when_it_is_known(make_pack, party_tables: Tables) -> None:
    again = STATES.rstrip() + "\n- {id: 'AM#2', corrects: AM, name: {en: Armenia}, protocol_name: {en: Armenia}}\n"
    found = only(make_pack(sources=SOURCES, states=again, instruments=INSTRUMENTS), party_tables)
    assert "corrects: does not say since when it is known, expected known_from" in found


def test_problems_of_all_files_are_told_in_one_run(make_pack, party_tables: Tables) -> None:
    folder = make_pack(
        sources=SOURCES + "- {id: S02}\n",
        states=STATES + "- {id: b}\n",
        instruments="- {id: A, kind: treaty, title: {en: A}, amends: A}\n",
        treaty_acts="- {id: A1, instrument: NOT, state: AM, kind: signature, sources: [S02]}\n",
        jsonl__treaty_acts="x\n",
    )
    found = "\n".join(problems(folder, party_tables))
    for part in ("sources.yaml:2: title", "states.yaml:2: id", "instruments.yaml:1: amends: amendments run in a circle",
                 "treaty_acts.yaml:1: instrument: 'NOT'", "treaty_acts.jsonl:1: not JSON"):  # fmt: skip
        assert part in found
    assert "S02" not in found, "a row that is wrong itself is still there to be referred to"


def test_amendments_in_a_circle_are_refused(make_pack, party_tables: Tables) -> None:
    text = "".join(f"- {{id: {a}, kind: protocol, title: {{en: x}}, amends: {b}}}\n" for a, b in ("AB", "BC", "CA"))
    found = problems(make_pack(instruments=text), party_tables)
    assert len(found) == 3
    assert all("amendments run in a circle" in problem for problem in found)


def test_a_file_of_100_mb_is_not_opened(make_pack, party_tables: Tables) -> None:
    folder = make_pack(states=STATES)
    with (folder / "states.jsonl").open("wb") as file:
        file.truncate(100_000_000)
    assert only(folder, party_tables).startswith("states.jsonl:1: the file has 100,000,000 bytes, expected at most")


def test_what_is_not_a_file_is_named(make_pack, party_tables: Tables) -> None:
    folder = make_pack(states=STATES)
    (folder / "sources.yaml").mkdir()
    (folder / "instruments.yaml").symlink_to("instruments.yaml")
    os.mkfifo(folder / "treaty_acts.yaml")
    (folder / "loop").symlink_to(".")
    found = problems(folder, party_tables)
    assert [problem.partition(":1: ")[0] for problem in found] == [
        "instruments.yaml",
        "sources.yaml",
        "treaty_acts.yaml",
    ]


def test_file_names_that_no_table_has_are_named(make_pack, party_tables: Tables) -> None:
    folder = make_pack(states=STATES, sttaes=STATES, yml__states=STATES)
    (folder / ".hidden.yaml").write_text("x")
    (folder / "README.md").write_text("x")
    assert [problem.partition(",")[0] for problem in problems(folder, party_tables)] == [
        "states.yml:1: files *.yml are not read",
        "sttaes.yaml:1: no table has this name",
    ]


def test_no_folder_and_no_table_are_told(tmp_path: Path, make_pack, party_tables: Tables) -> None:
    assert "is not a folder" in only(tmp_path / "nowhere", party_tables)
    file = tmp_path / "file"
    file.write_text(STATES)
    assert "is not a folder" in only(file, party_tables)
    assert "holds no table" in only(make_pack(), party_tables)


def test_marks_of_order_line_ends_and_norway_are_read_as_meant(make_pack, party_tables: Tables) -> None:
    text = "\ufeff- id: NO\r\n  name: {en: Norway}\r\n  protocol_name: {en: |-\r\n    Kingdom of\r\n    Norway}\r\n"
    text = text.replace(
        "{en: |-\r\n    Kingdom of\r\n    Norway}", "\r\n    en: |-\r\n      Kingdom of\r\n      Norway"
    )
    rows = read_pack(make_pack(states=text, jsonl__states="\ufeff" + GOOD_LINE.replace("\n", "\r\n")), party_tables)
    norway, belarus = sorted((placed.row for placed in rows["states"]), key=lambda row: row.id, reverse=True)
    assert norway.id == "NO"
    assert norway.model_dump()["protocol_name"]["en"] == "Kingdom of\nNorway"
    assert belarus.id == "BY"


def test_a_text_longer_than_its_column_is_refused_on_every_database(make_pack, party_tables: Tables) -> None:
    text = f"- {{id: A, kind: {'k' * 41}, title: {{en: A}}}}\n"
    assert (
        only(make_pack(instruments=text), party_tables)
        == "instruments.yaml:1: kind: 41 characters, expected at most 40"
    )
