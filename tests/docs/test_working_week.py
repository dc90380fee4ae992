"""The second part of the tutorial: its files are written, its commands run, its pictures are there and looked at."""

import re
from pathlib import Path

import pytest

from tests.docs.reading import DOCS, ROOT, blocks, run

PAGE = DOCS / "working-week.md"
GOES_ON = "not run: goes on until Ctrl-C"
MOST_BYTES = 2_500_000


@pytest.mark.slow
def test_every_command_of_the_week_does_what_it_says(tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    output = ""
    for block in blocks(PAGE):
        if block.file is not None:
            (tmp_path / block.file).write_text(block.text, encoding="utf-8")
        elif block.kind == "sh" and block.remark != GOES_ON:
            done = run(block.text, tmp_path)
            output = done.stdout + done.stderr
            assert done.returncode == 0, f"{block.text}\n{output}"
            assert "Traceback" not in output
        elif block.kind == "text":
            for line in block.text.splitlines():
                assert line.strip() in output, f"{line!r} is not in:\n{output}"


def test_every_picture_is_there_small_enough_and_shown_with_words() -> None:
    shown = {
        (name, words)
        for page in (*DOCS.glob("*.md"), ROOT / "README.md")
        for words, name in re.findall(r"!\[(.*?)\]\((?:docs/)?images/([\w-]+\.png)\)", page.read_text(encoding="utf-8"))
    }
    kept = {path.name: path.stat().st_size for path in (DOCS / "images").glob("*.png")}
    assert {name for name, _ in shown} == set(kept)
    assert all(len(words) > 20 for _, words in shown)
    assert sum(kept.values()) < MOST_BYTES
