"""The reference pages say what the code says, and leave nothing without a word."""

import re

from docs import generate
from secretariat.cli.pack import pack_tables
from tests.docs.reading import DOCS, ROOT, blocks


def test_reference_pages_are_current() -> None:
    assert generate.differences(generate.REFERENCE) == [], "run: make docs"


def test_the_check_notices_a_page_that_is_not_current(tmp_path) -> None:
    generate.write(tmp_path)
    assert generate.differences(tmp_path) == []
    (tmp_path / "cli.md").write_text("# Commands\n", encoding="utf-8")
    (tmp_path / "schemas" / "nothing.schema.json").write_text("{}", encoding="utf-8")
    assert generate.differences(tmp_path) == ["cli.md", "schemas/nothing.schema.json"]


def test_every_command_says_what_it_does() -> None:
    known = list(generate.commands())
    assert known
    assert [each.name for each in known if not each.summary] == []


def test_every_option_says_what_it_does() -> None:
    assert [option for option in generate.options() if not option.help] == []


def test_pages_use_only_commands_and_options_that_exist() -> None:
    known = {name: set(option_names) | {"--db", "--help"} for name, option_names in generate.flags().items()}
    wrong = []
    for page in sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")]):
        for block in blocks(page):
            for line in block.text.splitlines() if block.kind == "sh" else ():
                for words in re.findall(r"\bsecretariat ([a-z]+)([^#&|>\n]*)", line):
                    unknown = {word for word in words[1].split() if word.startswith("--")} - known.get(words[0], set())
                    if words[0] not in known or unknown:
                        wrong.append(f"{page.name}: {line}")
    assert wrong == []


def test_every_variable_of_the_environment_is_listed() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    page = (generate.REFERENCE / "cli.md").read_text(encoding="utf-8")
    named = set(re.findall(r"""["'](SECRETARIAT_[A-Z]+(?:_[A-Z]+)*)(?![A-Z_])""", code))
    assert named
    assert [name for name in sorted(named) if f"| `{name}` |" not in page] == []


def test_every_table_says_what_it_holds() -> None:
    assert [table.name for table in pack_tables() if not table.row.__doc__] == []


def test_every_field_has_a_description() -> None:
    models = dict.fromkeys(
        [generate.Row, generate.Act]
        + [model for table in pack_tables() for model in (table.row, *generate.parts_of(table.row))]
    )
    silent = [
        f"{model.__name__}.{name}"
        for model in models
        for name, info in generate.own_fields(model).items()
        if not generate.description_of(info)
    ]
    assert silent == []


def test_every_method_is_defined_in_both_languages() -> None:
    assert generate.review_methods()
    assert [each.name for each in generate.review_methods() if not (each.definition.en and each.definition.ru)] == []
