"""What the measures of a group and of pairs say, by their definitions."""

import math
from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.positions import measures
from tests.positions.records import roll_calls_of, votes_of

divisions_of_five = st.lists(st.text("YANX", min_size=5, max_size=5), min_size=1, max_size=12)
DISTANCE = {"Y": 1, "A": 2, "N": 3}


def divided(*divisions: str) -> list[dict]:
    found = measures.divisions(measures.ballots(votes_of(*divisions)))
    return found.order_by("rollcall").to_pyarrow().to_pylist()


@pytest.mark.parametrize(
    ("division", "index"),
    [
        ("YYYYYYY", 1),
        ("YYYYYAA", 0.5714),
        ("YYYAANN", 0.1429),
        ("YYYAAA", 0.25),
        ("YYAANN", 0),
        ("YN", 0.25),
    ],
)
def test_the_agreement_index_of_a_division(division, index):
    [row] = divided(division)
    assert row["agreement"] == pytest.approx(index, abs=5e-5)


def test_one_vote_alone_agrees_with_nobody():
    [alone, none] = divided("YXX", "YAX")
    assert (alone["n"], alone["agreement"], alone["rice"], alone["unanimous"]) == (1, None, None, None)
    assert none["unanimous"] == 0


def test_rice_knows_only_yes_and_no():
    rows = divided("YYYN", "YAAA", "AAAA", "YYNN")
    assert [row["rice"] for row in rows] == [0.5, 1, None, 0]


def test_absence_is_no_abstention():
    [with_absent, with_abstention] = divided("YYX", "YYA")
    assert (with_absent["agreement"], with_absent["unanimous"]) == (1, 1)
    assert (with_abstention["agreement"], with_abstention["unanimous"]) == (0.5, 0)


def test_means_leave_out_what_cannot_be_measured():
    [row] = (
        measures.cohesion(measures.divisions(measures.ballots(votes_of("YYY", "YNX", "AAA", "YXX", "XXX"))))
        .to_pyarrow()
        .to_pylist()
    )
    assert (row["used"], row["rice_used"]) == (3, 2)
    assert row["agreement_index"] == pytest.approx((1 + 0.25 + 1) / 3)
    assert (row["rice"], row["unanimous"]) == (0.5, pytest.approx(2 / 3))


def test_the_whole_membership_is_measured_by_the_totals():
    rows = measures.assembly(roll_calls_of((129, 4, 1), (83, 55, 5))).order_by("rollcall").to_pyarrow().to_pylist()
    assert rows[0]["agreement"] == pytest.approx((129 - 5 / 2) / 134)
    assert rows[1]["rice"] == pytest.approx((83 - 5) / 88)
    assert [row["unanimous"] for row in rows] == [0, 0]


def test_splits_stand_by_how_divided_they_are():
    found = measures.splits(measures.divisions(measures.ballots(votes_of("YYY", "YYN", "YAN", "YYA", "AXX"))))
    rows = found.to_pyarrow().to_pylist()
    assert [(row["rollcall"], row["clash"]) for row in rows] == [("r2", True), ("r1", True), ("r3", False)]


def pair(*divisions: str) -> dict:
    [row] = measures.pairs(measures.ballots(votes_of(*divisions))).to_pyarrow().to_pylist()
    return row


def test_two_that_always_vote_alike_agree_beyond_chance_only_where_votes_differ():
    always_yes = pair("YY", "YY")
    assert (always_yes["exact"], always_yes["linear"], always_yes["s"]) == (1, 1, 1)
    assert (always_yes["kappa"], always_yes["pi"]) == (None, None)
    both = pair("YY", "NN")
    assert (both["kappa"], both["pi"]) == (1, 1)


def test_an_abstention_is_half_way():
    row = pair("YY", "YA", "YN", "NX")
    assert (row["n"], row["exact"], row["linear"], row["s"], row["clashes"]) == (
        3,
        pytest.approx(1 / 3),
        0.5,
        pytest.approx(0, abs=1e-12),
        1,
    )


def test_chance_corrected_measures_by_hand():
    # 2 YY, 1 YN, 1 NN: observed distance 2 of 4; each state's votes: a 3 yes 1 no, b 2 yes 2 no
    row = pair("YY", "YY", "YN", "NN")
    expected_by_own = 2 * (3 * 2 + 1 * 2) / 16
    expected_by_both = 2 * 2 * (5 * 3) / 64
    assert row["kappa"] == pytest.approx(1 - (2 / 4) / expected_by_own)
    assert row["pi"] == pytest.approx(1 - (2 / 4) / expected_by_both)


def by_hand(divisions: list[str], first: int, second: int) -> dict[str, float | None]:
    """The definitions in their textbook form, with shares of votes and weights."""
    both = [
        (DISTANCE[each[first]], DISTANCE[each[second]]) for each in divisions if "X" not in each[first] + each[second]
    ]
    n = len(both)
    weight = {(x, y): 1 - abs(x - y) / 2 for x in (1, 2, 3) for y in (1, 2, 3)}
    a, b = (Counter(vote[side] for vote in both) for side in (0, 1))
    linear = sum(weight[vote] for vote in both) / n
    by_own = sum(a[x] / n * b[y] / n * weight[x, y] for x, y in weight)
    by_both = sum((a[x] + b[x]) * (a[y] + b[y]) / (2 * n) ** 2 * weight[x, y] for x, y in weight)
    return {
        "n": n,
        "exact": sum(x == y for x, y in both) / n,
        "linear": linear,
        "s": 1 - 2 * sum(abs(x - y) / 2 for x, y in both) / n,
        "kappa": None if math.isclose(by_own, 1) else (linear - by_own) / (1 - by_own),
        "pi": None if math.isclose(by_both, 1) else (linear - by_both) / (1 - by_both),
        "clashes": sum(abs(x - y) == 2 for x, y in both),
    }


@settings(max_examples=12)  # each builds and runs queries
@given(divisions_of_five)
def test_query_kernel_and_textbook_give_the_same_pairs(divisions):
    cast = measures.ballots(votes_of(*divisions))
    as_query = measures.pairs(cast).to_pyarrow().to_pylist()
    as_kernel = measures.dyads(measures.panel(cast), by_session=False).to_pylist()
    together = [
        (first, second)
        for first, second in combinations(range(5), 2)
        if any("X" not in each[first] + each[second] for each in divisions)
    ]
    assert len(as_query) == len(as_kernel) == len(together)
    for query, kernel, (first, second) in zip(as_query, as_kernel, together, strict=True):
        assert (query["a"], query["b"]) == (kernel["a"], kernel["b"]) == ("ABCDE"[first], "ABCDE"[second])
        for name, value in by_hand(divisions, first, second).items():
            expected = None if value is None else pytest.approx(value, abs=1e-9)
            assert (query[name], kernel[name]) == (expected, expected)


def test_pairs_are_counted_within_each_session():
    votes = votes_of("YY", "YN", "NN")
    cast = measures.ballots(votes.mutate(session=votes["rollcall"].cases(("r0", 64), else_=65).cast("int16")))
    as_kernel = measures.dyads(measures.panel(cast))
    assert as_kernel.select(["session", "n", "exact"]).to_pylist() == [
        {"session": 64, "n": 1, "exact": 1},
        {"session": 65, "n": 2, "exact": 0.5},
    ]
    assert measures.pairs(cast, by=["session"]).to_pyarrow().to_pylist() == as_kernel.to_pylist()


@settings(max_examples=12)  # each builds and runs queries
@given(divisions_of_five)
def test_measures_keep_to_their_ranges(divisions):
    cast = measures.ballots(votes_of(*divisions))
    for row in measures.divisions(cast).to_pyarrow().to_pylist():
        for name in ("agreement", "rice", "unanimous"):
            assert row[name] is None or -1e-12 <= row[name] <= 1
    for row in measures.pairs(cast).to_pyarrow().to_pylist():
        assert 0 <= row["exact"] <= row["linear"] <= 1
        assert row["s"] == pytest.approx(2 * row["linear"] - 1)
        assert all(row[name] is None or row[name] <= 1 for name in ("kappa", "pi"))


def test_loyalty_is_to_the_unique_plurality_of_the_others():
    found = measures.loyalty(measures.ballots(votes_of("YYYN", "YNXX", "YYNN", "YXXX"))).to_pyarrow().to_pylist()
    # r0: all have a plurality of the others, D is not with it. r1: each has one other. r2: A and B see Y, N, N.
    # r3: nobody else voted.
    assert {row["state"]: (row["n"], row["agreed"]) for row in found} == {
        "A": (3, 1),
        "B": (3, 1),
        "C": (2, 1),
        "D": (2, 0),
    }


def test_who_has_no_plurality_beside_it_has_no_loyalty():
    [first, second, third] = measures.loyalty(measures.ballots(votes_of("YAN"))).to_pyarrow().to_pylist()
    assert {row["n"] for row in (first, second, third)} == {0}
    assert first["loyalty"] is None


def test_a_corrected_vote_counts_only_where_it_is_asked_for():
    votes = votes_of("YN")
    votes = votes.mutate(intended=votes["state"].cases(("B", "yes")))
    recorded, intended = (
        measures.divisions(measures.ballots(votes, intended=each)).to_pyarrow().to_pylist() for each in (False, True)
    )
    assert (recorded[0]["unanimous"], intended[0]["unanimous"]) == (0, 1)


def test_contested_votes_have_a_minority():
    calls = roll_calls_of((120, 40, 0), (121, 40, 0), (50, 50, 50))
    found = measures.selected(calls, min_minority=0.25).order_by("rollcall").to_pyarrow()["rollcall"].to_pylist()
    assert found == ["r0", "r2"]


def test_paragraphs_and_amendments_can_be_left_out_where_the_source_tells():
    calls = roll_calls_of((1, 0, 0), (1, 0, 0), (1, 0, 0), paragraph=[True, False, None], amendment=[None, False, None])
    found = measures.selected(calls, paragraphs=False).order_by("rollcall").to_pyarrow()["rollcall"].to_pylist()
    assert found == ["r1", "r2"]


def test_consensus_counts_as_agreement():
    assert measures.with_consensus(0.5, used=10, adopted_without_vote=30) == pytest.approx(0.875)
    assert measures.with_consensus(None, used=0, adopted_without_vote=4) == 1
    assert measures.with_consensus(None, used=0, adopted_without_vote=0) is None


def test_a_panel_holds_each_vote_once():
    found = measures.panel(measures.ballots(votes_of("YNX", "XXA")))
    assert found.states.tolist() == ["A", "B", "C"]
    assert found.places.tolist() == [[1, 3, 0], [0, 0, 2]]
    assert found.of(["C", "Z"]).places.tolist() == [[0], [2]]


def test_an_empty_selection_is_no_error():
    nothing = measures.ballots(votes_of("XX"))
    assert measures.panel(nothing).places.shape == (0, 0)
    assert measures.dyads(measures.panel(nothing), by_session=False).num_rows == 0
    assert measures.pairs(nothing).to_pyarrow().num_rows == 0
    assert np.isnan(measures.intervals(np.empty((0, 2)), seed=0)).all()
