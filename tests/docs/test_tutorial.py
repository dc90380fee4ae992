"""The tutorial is executed: its files are written, its commands run through the real command line."""

import re
from pathlib import Path

import pytest

from tests.docs.reading import DOCS, NOT_RUN, ROOT, blocks, run

TUTORIAL = tuple(blocks(DOCS / "tutorial.md"))


@pytest.mark.slow
def test_every_command_of_the_tutorial_does_what_it_says(tmp_path: Path) -> None:
    output = ""
    for block in TUTORIAL:
        if block.file is not None:
            path = tmp_path / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
        elif block.kind == "sh" and block.remark not in NOT_RUN:
            done = run(block.text, tmp_path)
            output = done.stdout + done.stderr
            expected = int(block.remark.removeprefix("exit code ")) if block.remark else 0
            assert done.returncode == expected, f"{block.text}\n{output}"
            assert "Traceback" not in output
        elif block.kind == "text":
            for line in block.text.splitlines():
                assert line.strip() in output, f"{line!r} is not in:\n{output}"
    written = {path.suffix for path in (tmp_path / "review").rglob("*") if path.is_file()}
    assert {".html", ".pdf", ".csv"} <= written


def test_only_what_needs_the_network_or_the_clone_is_left_out() -> None:
    left_out = [block.text for block in TUTORIAL if block.kind == "sh" and block.remark in NOT_RUN]
    assert len(left_out) == 2
    targets = re.findall(r"^make (\w+)", "".join(left_out), re.MULTILINE)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert targets
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)


def test_the_organisation_of_the_tutorial_is_called_invented() -> None:
    organisation = next(block for block in TUTORIAL if block.file == "lakes/organisation.yaml")
    assert "invented" in organisation.text
    assert "Вымышленная" in organisation.text
