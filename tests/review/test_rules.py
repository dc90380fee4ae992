import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.kernel import Figure, ImpreciseDate, LocalizedText, Standing, Trace
from secretariat.review.rules.blocks import Display, Edition, Masthead, Paragraph, Section, Table, UnfilledPlace, say
from secretariat.review.rules.difference import ChangeKind, SavedFigure, changes
from secretariat.review.rules.labels import label_of
from secretariat.review.rules.language import figure_in, value_in
from secretariat.review.rules.resolved import plain_text, resolve
from secretariat.review.rules.words import COMMITMENT_LETTERS, COMMITMENT_WORDS, PARTY_LETTERS, PARTY_WORDS
from secretariat.sources.rules import end_of

TRACE = Trace("membership", 1, ("CST-signature-AM",), standings=(Standing.CONFIRMED,))
DAY = date(2011, 5, 31)


def figure(name="members", value=7, version=1):
    return Figure(name, value, "states", Trace("membership", version))


def edition(*blocks):
    head = Masthead(
        "CFM/2011/R.1",
        LocalizedText("O", "О"),
        LocalizedText("C", "С"),
        say("m", "м"),
        LocalizedText("i", "п"),
        LocalizedText("General", "Общее"),
        DAY,
        DAY,
        end_of(DAY),
        "0" * 64,
        LocalizedText("Review", "Обзор"),
    )
    return Edition(head, (Section("0", LocalizedText("Brief", "Кратко"), blocks),))


def test_place_without_a_value_is_refused():
    with pytest.raises(UnfilledPlace, match="n"):
        say("{n} members", "членов нет")


def test_every_place_of_a_language_is_filled_from_the_same_values():
    sentence = say("{n} members on {on}", "на {on} членов: {n}", n=figure(), on=DAY)
    assert plain_text(sentence, "en") == "7 members on 31 May 2011"
    assert plain_text(sentence, "ru") == "на 31 мая 2011\xa0г. членов: 7"


def test_date_at_the_end_of_a_russian_sentence_has_one_full_stop():
    assert plain_text(say("Until {on}.", "До {on}.", on=DAY), "ru") == "До 31 мая 2011\xa0г."


@pytest.mark.parametrize(
    ("text", "en", "ru"),
    [
        ("2011-05-31", "31 May 2011", "31 мая 2011 г."),
        ("2009-10", "October 2009", "октябрь 2009 г."),
        ("2003", "2003", "2003 г."),
        ("2009-04-16/2009-04-17", "16 April 2009 – 17 April 2009", "16 апреля 2009 г. – 17 апреля 2009 г."),
    ],
)
def test_imprecise_date_reads_as_far_as_it_is_known(text, en, ru):
    when = ImpreciseDate.parse(text)
    assert (value_in("en", when), value_in("ru", when).replace("\xa0", " ")) == (en, ru)


def test_share_always_shows_both_counts():
    rate = Figure.rate("implemented", 1, 21, TRACE)
    assert figure_in("en", rate) == "1 of 21 (5%)"
    assert figure_in("ru", rate).replace("\xa0", " ") in {"1 из 21 (5%)", "1 из 21 (5 %)"}


def test_share_of_nothing_is_not_computable_and_never_zero():
    assert figure_in("en", Figure.rate("implemented", 0, 0, TRACE)) == "0 of 0 (not computable)"


def test_unknown_value_is_a_word():
    assert value_in("en", None) == "unknown"
    assert value_in("ru", None) == "неизвестно"


def test_one_name_cannot_stand_for_two_values():
    made = edition(Paragraph(say("{n}", "{n}", n=figure(value=7))), Paragraph(say("{n}", "{n}", n=figure(value=8))))
    with pytest.raises(ValueError, match="members"):
        made.figures()


def test_figures_are_numbered_in_reading_order():
    made = edition(
        Paragraph(say("{b}", "{b}", b=figure("b"))),
        Paragraph(say("{a} {b}", "{b} {a}", a=figure("a"), b=figure("b"))),
    )
    resolved = resolve(made, "ru")
    assert [trace["name"] for trace in resolved["traces"]] == ["b", "a"]
    assert [part.get("figure") for part in resolved["sections"][0]["blocks"][1]["parts"]] == [1, None, 2]


def test_rows_of_states_follow_the_alphabet_of_the_language():
    armenia, austria = LocalizedText("Armenia", "Республика Армения"), LocalizedText("Zealand", "Австрия")
    display = Display("t", say("t", "т"), say("s", "с"), say("r", "р"))
    made = edition(Table(display, (LocalizedText("S", "Г"),), ((armenia,), (austria,)), alphabetical=True))

    def first(language):
        return resolve(made, language)["sections"][0]["blocks"][0]["rows"][0][0]["parts"][0]["text"]

    assert (first("en"), first("ru")) == ("Armenia", "Австрия")


def test_what_happened_since_is_a_change_in_the_world():
    found = changes({"members": figure()}, {"members": figure()}, {"members": figure(value=6)})
    assert [(each.kind, each.before.value, each.after.value) for each in found] == [(ChangeKind.WORLD, 7, 6)]


def test_what_became_known_about_the_same_day_is_a_change_in_the_data():
    found = changes({"members": figure()}, {"members": figure(value=6)}, {"members": figure(value=6)})
    assert [each.kind for each in found] == [ChangeKind.DATA]


def test_new_version_of_a_rule_is_a_change_of_method():
    now = {"members": figure(version=2)}
    found = changes({"members": figure(version=2)}, now, now, {"members": SavedFigure(7, "membership", 1)})
    assert [each.kind for each in found] == [ChangeKind.METHOD]


VALUES = st.dictionaries(st.sampled_from("abc"), st.integers(0, 3).map(lambda value: figure(value=value)))


@given(before=VALUES, known=VALUES, now=VALUES)
def test_steps_lead_from_the_last_review_to_this_one(before, known, now):
    found = changes(before, known, now)
    values = {name: each.value for name, each in before.items()}
    for kind in (ChangeKind.DATA, ChangeKind.WORLD):
        for each in found:
            if each.kind is kind:
                assert values.get(each.name) == (each.before.value if each.before else None)
                if each.after is None:
                    values.pop(each.name)
                else:
                    values[each.name] = each.after.value
    assert values == {name: each.value for name, each in now.items()}


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(("words", "letters"), [(PARTY_WORDS, PARTY_LETTERS), (COMMITMENT_WORDS, COMMITMENT_LETTERS)])
def test_each_status_has_a_letter_of_its_own_in_a_matrix(language, words, letters):
    assert words.keys() == letters.keys()
    read = [letter.in_language(language) for letter in letters.values()]
    assert len(set(read)) == len(read)


def test_labels_name_the_session_and_the_step():
    assert label_of("csc-2010-12-10-implemented").en == "Implemented, claimed or verified – CSC-2010-12-10"
    assert label_of("members-before-world").en == "Members (before)"
    assert re.fullmatch("[а-яё, –A-Z0-9-]+", label_of("csc-2010-12-10-verified").ru, re.IGNORECASE)
