"""Words, questions and snippets; a database is in ``test_index``."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.kernel import LocalizedText
from secretariat.search.rules import LONGEST, MOST_TERMS, Question, Term, Wording, fields_of, snippet, stem, stems_of
from secretariat.search.rules.wording import GAP, MOST_WORDS

LETTERS = st.characters(categories=["L", "N", "P", "Z", "M", "S"])


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("решение", "решений"),
        ("решениями", "решение"),
        ("министр", "министров"),
        ("безопасность", "безопасности"),
        ("соглашение", "соглашениях"),
        ("государство", "государств"),
        ("самолёт", "самолет"),
        ("устав", "уставы"),
        ("состав", "составе"),
        ("Беларусь", "Беларуси"),
        ("держава", "держав"),
        ("инициативы", "инициатив"),
        ("архивов", "архив"),
        ("глава", "глав"),
        ("права", "прав"),
        ("ОДКБ", "одкб"),
        ("obligations", "obligation"),
        ("Decisions", "decision"),
        ("party", "parties"),
        ("member’s", "members"),
    ],
)
def test_every_form_of_a_word_has_one_stem(asked: str, written: str):
    assert stem(asked) == stem(written)


@pytest.mark.parametrize(("one", "other"), [("устав", "установка"), ("protocol", "protest"), ("1992", "1993")])
def test_different_words_have_different_stems(one: str, other: str):
    assert stem(one) != stem(other)


def test_the_script_of_a_word_chooses_the_language_and_digits_stay():
    assert stems_of("Решения of the 2010-е годы: Rev.2, 65/122")[0] == [
        "решен", "of", "the", "2010", "е", "год", "rev", "2", "65", "122",
    ]  # fmt: skip


def test_accents_of_stress_and_soft_hyphens_are_no_letters():
    assert stem("догово́р") == stem("договор") == stem("дого\u00adвор")
    assert stems_of("и\u0306од")[0] == stems_of("йод")[0]


def test_hyphenated_word_is_found_apart_and_as_one():
    assert stems_of("counter-terrorism") == (["counter", "terror"], ["counterterror"])
    assert stems_of("A/65/122-3")[1] == []


@given(st.text(LETTERS, max_size=60))
def test_stems_are_letters_and_digits_whatever_is_written(text: str):
    stems, joined = stems_of(text)
    assert all(each.isalnum() for each in [*stems, *joined])


@given(st.text(LETTERS, max_size=40))
def test_what_is_written_is_what_is_asked(text: str):
    """Both sides go through the same words: a text, asked for in quotation marks, is the phrase of its own stems."""
    plain = re.sub(r'["“”„«»]', " ", text)
    asked = Question.of(f'"{plain}"')
    stems = stems_of(" ".join(plain.split()))[0]
    assert [term.stems for term in asked.wanted] == ([tuple(stems)] if stems else [])


def test_question_tells_words_phrases_beginnings_and_what_must_not_stand_there():
    asked = Question.of("решения «коллективной безопасности» совмест* -учения CSC/Dec.2010/1")
    assert asked.wanted == (
        Term(("решен",)),
        Term((stem("коллективной"), stem("безопасности"))),
        Term((stem("совмест"),), is_prefix=True),
        Term(("csc", "dec", "2010", "1")),
    )
    assert asked.unwanted == (Term((stem("учения"),)),)


def test_little_words_ask_for_nothing_unless_nothing_else_is_asked():
    assert Question.of("the agreement on the borders").wanted == (Term(("agreement",)), Term(("border",)))
    assert Question.of("of the").wanted == (Term(("of",)), Term(("the",)))
    assert Question.of('"of the"').wanted == (Term(("of", "the")),)


@pytest.mark.parametrize("text", ["", "   ", '""', "-", "***", "...", "\0", '"', "-решение"])
def test_question_may_ask_for_nothing(text: str):
    assert not Question.of(text)


def test_question_is_read_as_far_as_people_write():
    asked = Question.of("слово " * 5_000)
    assert len(asked.text) <= LONGEST
    assert len(Question.of(" ".join(map(str, range(100)))).wanted) == MOST_TERMS


def test_texts_of_a_row_are_kept_apart_and_its_key_is_a_name():
    found = fields_of(
        Wording(
            table="decisions.decision",
            key="DEC-1.corrected",
            identity="DEC-1",
            place="DEC-1",
            title=LocalizedText(en="Decision", ru="Решение"),
            texts=(LocalizedText(ru="О границе"),),
            names=("CSC/2010/1",),
        )
    )
    assert found.names == ["dec", "1", GAP, "dec", "1", "correct", GAP, "csc", "2010", "1", GAP]
    assert found.title == [stem("decision"), GAP, "решен", GAP]
    assert found.body == ["о", stem("границе"), GAP]


def test_a_row_is_indexed_as_far_as_both_databases_count():
    wording = Wording("t", "K", "K", "K", texts=(LocalizedText(en="word " * 20_000),))
    found = fields_of(wording)
    assert len(found.names) + len(found.title) + len(found.body) == MOST_WORDS


def _marked(text: str, asked: str, width: int = 260) -> str:
    return "".join(
        f"[{each.text}]" if each.is_hit else each.text for each in snippet(text, Question.of(asked), width=width)
    )


@pytest.mark.parametrize(
    ("text", "asked", "marked"),
    [
        ("О ходе выполнения решений Совета", "решение", "О ходе выполнения [решений] Совета"),
        ("Совет коллективной безопасности", '"коллективная безопасность"', "Совет [коллективной безопасности]"),
        ("Совет безопасности и коллективной", '"коллективная безопасность"', "Совет безопасности и коллективной"),
        ("Decision CSC/Dec.2010/1 stands", "CSC/Dec.2010/1", "Decision [CSC/Dec.2010/1] stands"),
        ("Joint counter-terrorism centre", "counterterrorism", "Joint [counter-terrorism] centre"),
        ("Joint counterterrorism centre", "counter-terrorism", "Joint [counterterrorism] centre"),
        ("The Organisation and its organs", "organis*", "The [Organisation] and its organs"),
        ("Догово́р подписан", "договор", "[Догово́р] подписан"),
        ("<b>party</b> & parties", "party", "<b>[party]</b> & [parties]"),
    ],
)
def test_snippet_marks_what_was_asked_for(text: str, asked: str, marked: str):
    assert _marked(text, asked) == marked


def test_snippet_of_a_long_text_shows_the_first_hit_between_whole_words():
    text = "before " * 100 + "the agreement " + "after " * 100
    shown = _marked(text, "agreements")
    assert shown.startswith("… before")
    assert shown.endswith("after …")
    assert "the [agreement] after" in shown
    assert len(shown) < 280


@given(st.text(LETTERS, max_size=300), st.text(LETTERS, max_size=20))
def test_snippet_leaves_out_but_never_changes_a_text(text: str, asked: str):
    pieces = snippet(text, Question.of(asked), width=80)
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    shown = "".join(each.text for each in pieces)
    assert shown.removeprefix("… ").removesuffix(" …") in plain or shown in plain
    assert len(shown) <= 90
