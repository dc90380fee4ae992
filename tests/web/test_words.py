"""The pages speak two languages, and every word that a template or a rule uses is there."""

import inspect
import re
from datetime import date
from enum import StrEnum
from importlib import import_module
from pathlib import Path

import pytest
from django.conf import settings

import secretariat
from secretariat.kernel import Certainty, ImpreciseDate, Standing
from secretariat.web.tags import MARKS, spoken_day, spoken_term
from secretariat.web.terms import TERMS
from secretariat.web.words import WORDS

PACKAGE = Path(secretariat.__file__).parent
ROOMS = ("web", "conference", *settings.ROOMS)
TEMPLATES = sorted(path for room in ROOMS for path in PACKAGE.glob(f"{room}/templates/**/*.html"))
NOT_SHOWN = {"AgendaSource", "Outcome", "PaceResult"}
"""Enumerations that no page shows; the review has words of its own."""
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def _enumerations() -> list[type[StrEnum]]:
    rooms = [import_module(f"secretariat.{room}.rules") for room in settings.ROOMS if room != "sources"]
    rooms.append(import_module("secretariat.decisions.rules.status"))
    found = [
        value for room in rooms for _, value in inspect.getmembers(room, inspect.isclass) if issubclass(value, StrEnum)
    ]
    return [*(each for each in dict.fromkeys(found) if each.__name__ not in NOT_SHOWN), Standing, Certainty]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_every_word_of_a_template_exists(path: Path):
    used = set(re.findall(r"words\.([a-z_]+)", path.read_text()))
    assert used <= set(WORDS["en"])


def test_both_languages_have_the_same_words():
    assert set(WORDS["en"]) == set(WORDS["ru"])
    assert all(WORDS["en"].values())
    assert not [name for name, word in WORDS["en"].items() if CYRILLIC.search(word)]
    assert not [name for name, word in WORDS["ru"].items() if not CYRILLIC.search(word) and len(word) > 2]


@pytest.mark.parametrize("enumeration", _enumerations(), ids=lambda each: each.__name__)
def test_every_value_of_a_rule_has_a_term_in_both_languages(enumeration: type[StrEnum]):
    missing = [
        value for value in enumeration if value.value not in TERMS and f"{enumeration.__name__}.{value}" not in TERMS
    ]
    assert missing == []


def test_terms_are_translated():
    same = [name for name, (english, russian) in TERMS.items() if english == russian]
    assert same == ["ad_referendum"]


def test_kind_that_no_rule_knows_is_shown_as_written():
    assert spoken_term("memorandum_of_understanding", "ru") == "memorandum of understanding"


def test_every_standing_has_a_sign_of_its_own():
    assert len(set(MARKS.values())) == len(Standing)


@pytest.mark.parametrize(
    ("text", "english", "russian"),
    [
        ("2011-05-31", "31 May 2011", "31 мая 2011"),
        ("2009-10", "October 2009", "октябрь 2009"),
        ("2007", "2007", "2007"),
        ("2009-04-16/2009-04-17", "16\u2009–\u200917 Apr 2009", "16—17 апр. 2009\u202fг."),
        ("2011-07/2011-12", "July\u2009–\u2009December 2011", "июль\xa0— декабрь 2011\u202fг."),
    ],
)
def test_dates_are_written_as_precisely_as_they_are_known(text: str, english: str, russian: str):
    when = ImpreciseDate.parse(text)
    assert spoken_day(when, "en") == english
    assert spoken_day(when, "ru") == russian


def test_date_that_nobody_knows_is_unknown():
    assert spoken_day(None, "en") == "unknown"
    assert spoken_day(None, "ru") == "неизвестно"
    assert spoken_day(date(2011, 5, 31), "en") == "31 May 2011"
