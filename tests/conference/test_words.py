"""The words of the papers: there in both languages, with the same places."""

import re

import pytest

from secretariat.conference.rules import words
from secretariat.conference.rules.grounds import GroundKind
from secretariat.conference.rules.schedule import DayKind
from secretariat.conference.rules.slots import SlotStatus
from secretariat.decisions.rules import Status
from secretariat.decisions.rules.words import STATUS_WORDS
from secretariat.organs.rules import DecisionRule, DocumentPurpose, QuorumRule

TABLES = {
    "words": words.WORDS,
    "sentences": words.SENTENCES,
    "grounds": words.GROUNDS,
    "purposes": words.PURPOSES,
    "slots": words.SLOTS,
    "days": words.DAYS,
    "rules": words.RULES,
    "quorums": words.QUORUMS,
    "statuses": STATUS_WORDS,
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_text_is_there_in_both_languages_with_the_same_places(table):
    for text in table.values():
        assert re.search("[а-яё]", text.ru)
        assert text.en
        assert not re.search("[а-яё]", text.en)
        assert set(re.findall(r"\{\w+\}", text.en)) == set(re.findall(r"\{\w+\}", text.ru))


@pytest.mark.parametrize(
    ("enumeration", "table"),
    [
        (GroundKind, words.GROUNDS),
        (DocumentPurpose, words.PURPOSES),
        (SlotStatus, words.SLOTS),
        (DayKind, words.DAYS),
        (DecisionRule, words.RULES),
        (QuorumRule, words.QUORUMS),
        (Status, STATUS_WORDS),
    ],
)
def test_every_value_of_a_rule_has_its_word(enumeration, table):
    assert list(table) == list(enumeration)
