import json
import re

import pytest

from benchmarks.page import END, PAGE, RESULTS, START, page


def test_every_figure_of_the_performance_page_was_measured():
    text = PAGE.read_text(encoding="utf-8")
    assert page(text, json.loads(RESULTS.read_text(encoding="utf-8"))) == text, "run: python -m benchmarks.page"


def test_the_prose_of_the_performance_page_holds_no_figure():
    text = PAGE.read_text(encoding="utf-8")
    prose = text[: text.index(START)] + text[text.index(END) :]
    without_code = re.sub(r"```.*?```|`[^`]*`", "", prose, flags=re.DOTALL)
    assert re.findall(r"[0-9]+", without_code) == []


@pytest.mark.parametrize("word", ["/work", "secretariat-bench-", "/root"])
def test_the_results_name_no_folder_of_the_machine(word):
    assert word not in RESULTS.read_text(encoding="utf-8")
