"""The search page on a register: ``python -m benchmarks.search`` prints JSON; SECRETARIAT_DATABASE_URL chooses it.

The peer looks for the same letters with LIKE in the same texts, as Django's ``icontains`` does: it knows no forms of
words, no rank and nobody who looks, and only counts and takes the first fifty.
"""

import json
import time
from collections.abc import Callable
from functools import reduce
from operator import or_
from statistics import median
from typing import Any
from urllib.parse import quote

import django

django.setup()

from django.db.models import Q  # noqa: E402  # after Django is set up
from django.test import Client  # noqa: E402  # after Django is set up

from secretariat.audit.rules import Actor  # noqa: E402  # after Django is set up
from secretariat.search.actions import rebuild_index  # noqa: E402  # after Django is set up
from secretariat.search.models import Entry  # noqa: E402  # after Django is set up

QUESTIONS = (
    "решений", "решение 1912", "SYN/CSC/2004/1912", "task 1339", "задача 719", "carry out", '"выполнить задачу"',
    "sessions", "заседание", "протоколы", "agreements", "treaty", "state*", "members", "drugs", "операция",
    "decision -1912", "partners", "SYN-D000719", "nothing of the kind",
)  # fmt: skip
"""Twenty questions of twenty readers; two of them find every decision, two more every decision and provision."""
EVERYTHING = "задачи"
"""A word that stands in nearly every row."""
COLUMNS = ("name", "title_en", "title_ru", "text_en", "text_ru")
MOST = 50


def _page(words: str) -> None:
    response = Client().get(f"/search?q={quote(words)}")
    if response.status_code != 200:
        msg = f"{words}: {response.status_code}"
        raise SystemExit(msg)


def _letters(words: str) -> None:
    rows = Entry.objects.filter(reduce(or_, (Q(**{f"{column}__icontains": words}) for column in COLUMNS)))
    rows.count()
    list(rows.order_by("key")[:MOST])


def _line(name: str, questions: tuple[str, ...], ask: Callable[[str], None], **rest: Any) -> dict[str, Any]:
    ask(questions[0])
    runs, work = [], []
    for words in questions:
        started = time.perf_counter(), time.process_time()
        ask(words)
        runs.append(1_000 * (time.perf_counter() - started[0]))
        work.append(1_000 * (time.process_time() - started[1]))
    note = f"{rest.pop('note')}; processor {median(work):.0f} ms, longest {max(runs):.0f} ms"
    return {"name": name, "value": median(runs), "unit": "ms", "runs": runs, "limit": None, "note": note} | rest


def main() -> None:
    """Print what was measured."""
    rows = Entry.objects.count()
    started = time.perf_counter()
    rebuild_index(Actor("benchmark"))
    anew = time.perf_counter() - started
    lines = [
        {
            "name": "search: the index written anew", "value": anew, "unit": "s", "runs": [anew], "limit": None,
            "note": f"{rows:,} rows",
        },
        _line("search: the page", QUESTIONS, _page, limit=200.0, note="median of 20 questions"),
        _line("search: a word in nearly every row", (EVERYTHING,) * 5, _page, note="the page, median of 5"),
        _line("search: LIKE in the same texts", QUESTIONS, _letters, note="Django icontains, no forms, no marks"),
    ]  # fmt: skip
    print(json.dumps(lines))


if __name__ == "__main__":
    main()
