"""The figures that were computed elsewhere from the same votes: the seven members in 2010 and 2011.

On the example's selection always; on all files where the optional data lie beside the clone.
"""

import numpy as np
import pytest

from secretariat.positions import measures
from secretariat.positions.rules.alignment import UnableToAlign, alignment
from tests.positions.records import END, RELEASES, SEVEN, START, full, tables


@pytest.fixture(params=RELEASES.values(), ids=RELEASES, scope="module")
def release(request):
    """Roll calls of the two years and the seven's ballots."""
    rollcalls, votes = tables(request.param())
    chosen = measures.selected(rollcalls, start=START, end=END)
    return chosen, measures.of_group(measures.ballots(votes), SEVEN)


def figures(chosen, own) -> dict[str, float]:
    """The cohesion of the group and the unweighted means over its pairs, over some roll calls."""
    cast = own.semi_join(chosen, "rollcall")
    [cohesion] = measures.cohesion(measures.divisions(cast)).to_pyarrow().to_pylist()
    pairs = measures.pairs(cast).to_pyarrow()
    assert pairs.num_rows == 21
    means = {name: float(np.nanmean(pairs[name].to_numpy())) for name in ("exact", "linear", "pi")}
    return {"roll_calls": chosen.count().to_pyarrow().as_py(), **cohesion, **means}


def test_two_years(release):
    found = figures(*release)
    assert (found["roll_calls"], found["used"]) == (187, 186)
    rounded = [round(found[name], 4) for name in ("agreement_index", "rice", "unanimous", "exact", "linear", "pi")]
    assert rounded == [0.8643, 0.9639, 0.6559, 0.8571, 0.9219, 0.4816]


def test_session_65(release):
    chosen, own = release
    found = figures(chosen.filter(chosen["session"] == 65), own)
    assert found["roll_calls"] == found["used"] == 88
    rounded = [round(found[name], 4) for name in ("agreement_index", "rice", "unanimous", "exact", "linear")]
    assert rounded == [0.8731, 0.9777, 0.6818, 0.8628, 0.9281]


@pytest.mark.parametrize(
    ("issue", "n", "index", "linear"),
    [("me", 33, 0.9383, 0.9644), ("hr", 50, 0.7910, 0.8731), ("nu", 40, 0.8321, 0.9030)],
)
def test_issues(release, issue, n, index, linear):
    chosen, own = release
    found = figures(measures.selected(chosen, issue=issue), own)
    assert (found["roll_calls"], round(found["agreement_index"], 4), round(found["linear"], 4)) == (n, index, linear)


def test_pairs_that_agree_least_and_most(release):
    chosen, own = release
    rows = measures.pairs(own.semi_join(chosen, "rollcall")).order_by("linear").to_pyarrow().to_pylist()
    found = [(row["a"], row["b"], round(row["linear"], 4), row["n"]) for row in rows]
    assert found[:3] == [("KZ", "RU", 0.8770, 183), ("AM", "RU", 0.8835, 176), ("KG", "RU", 0.8905, 169)]
    assert found[-1] == ("BY", "UZ", 0.9654, 159)


def test_absence_taken_for_abstention_would_lower_the_index(release):
    chosen, own = release
    panel = measures.panel(own.semi_join(chosen, "rollcall"))
    # every one of the seven was a member throughout: what is no vote is an absence
    places = np.zeros((chosen.count().to_pyarrow().as_py(), 7), dtype=np.int8)
    places[: len(panel.places)] = panel.places
    wrong = np.where(places == 0, 2, places)
    index = {
        name: measures.random_groups(votes.astype(np.int8), size=7, seed=0, draws=1)[0]
        for name, votes in {"left out": places, "abstained": wrong}.items()
    }
    assert {name: round(float(value), 3) for name, value in index.items()} == {"left out": 0.864, "abstained": 0.809}


def test_random_groups_of_other_sizes_are_no_baseline():
    rollcalls, votes = tables(full())
    chosen = measures.selected(rollcalls, start=START, end=END)
    everyone = measures.panel(measures.ballots(votes).semi_join(chosen, "rollcall"))
    by_size = {size: float(measures.random_groups(everyone.places, size=size, seed=0).mean()) for size in (2, 7, 27)}
    assert by_size[2] > by_size[7] > by_size[27]
    assert by_size[2] - by_size[7] > 0.03


@pytest.mark.parametrize(("joined", "invited", "percent"), [(65, 136, "48%"), (52, 91, "57%")])
def test_alignment_keeps_its_counts(joined, invited, percent):
    assert str(alignment(joined=joined, invited=invited)) == f"{joined}/{invited} ({percent})"


def test_alignment_over_nothing_is_no_rate():
    assert alignment(joined=0, invited=0).share is None
    with pytest.raises(UnableToAlign):
        alignment(joined=2, invited=1)
