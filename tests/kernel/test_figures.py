from hypothesis import given
from hypothesis import strategies as st

from secretariat.kernel import Figure, LocalizedText, Standing, Trace, weakest

STANDINGS = st.lists(st.sampled_from(Standing))


@given(STANDINGS, STANDINGS)
def test_a_conclusion_is_never_firmer_than_any_fact_beneath_it(first: list[Standing], second: list[Standing]) -> None:
    order = list(Standing)
    both = weakest([*first, *second])
    for part in (first, second):
        if part:
            assert order.index(both) >= order.index(weakest(part))
    assert both in {*first, *second, Standing.UNKNOWN}


@given(STANDINGS)
def test_the_weakest_standing_does_not_depend_on_the_order(standings: list[Standing]) -> None:
    assert weakest(standings) is weakest(reversed(standings))


def test_of_no_facts_nothing_is_known() -> None:
    assert weakest([]) is Standing.UNKNOWN


@given(st.integers(min_value=0, max_value=10_000), st.integers(min_value=0, max_value=10_000))
def test_a_rate_keeps_its_counts_and_is_unknown_over_nothing(numerator: int, denominator: int) -> None:
    figure = Figure.rate("reporting rate", numerator, denominator, Trace("share of those asked", 1))
    assert (figure.numerator, figure.denominator) == (numerator, denominator)
    if denominator:
        assert figure.value == numerator / denominator
    else:
        assert figure.value is None
        assert figure.standing is Standing.UNKNOWN


def test_a_figure_inherits_the_weakest_standing_of_its_rows() -> None:
    trace = Trace("count", 1, rows=("A", "B"), standings=(Standing.CONFIRMED, Standing.DISPUTED))
    assert Figure("members", 7, "states", trace).standing is Standing.DISPUTED
    assert Figure("decisions", 0, "decisions", Trace("count", 1)).standing is Standing.DERIVED


def test_a_missing_language_falls_back_to_the_other() -> None:
    assert LocalizedText(en="Charter", ru="Устав").in_language("ru") == "Устав"
    assert LocalizedText(ru="Устав").in_language("en") == "Устав"
    assert str(LocalizedText.of({"en": "Charter"})) == "Charter"
    assert LocalizedText.of("Charter") == LocalizedText(en="Charter")
    assert not LocalizedText.of(None)
