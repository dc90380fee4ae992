from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.organs.rules.bounds import Bounds, Edge, narrow

NAMES = ["A", "B", "C", "D", "E"]


@st.composite
def systems(draw):
    stated = {}
    for name in NAMES:
        first = draw(st.none() | st.integers(0, 60))
        length = draw(st.none() | st.integers(0, 60))
        latest = None if length is None else (first or 0) + length
        stated[name] = Bounds(first, latest)
    edges = draw(
        st.lists(
            st.builds(
                Edge,
                st.sampled_from(NAMES),
                st.sampled_from(NAMES),
                st.integers(0, 10),
                st.sampled_from(NAMES),
                st.integers(0, 3),
            ),
            max_size=8,
        )
    )
    fixed = frozenset(
        name
        for name in draw(st.sets(st.sampled_from(NAMES), max_size=2))
        if None not in (stated[name].earliest, stated[name].latest)
    )
    return stated, edges, fixed


def is_within(inner, outer):
    start = outer.earliest is None or (inner.earliest is not None and inner.earliest >= outer.earliest)
    end = outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest)
    return start and end


@given(systems())
@settings(max_examples=80)
def test_narrowing_never_widens(system):
    stated, edges, fixed = system
    narrowed = narrow(stated, edges, fixed).bounds
    assert all(is_within(narrowed[name], stated[name]) for name in NAMES)


@given(systems())
@settings(max_examples=80)
def test_narrowing_twice_changes_nothing_more(system):
    stated, edges, fixed = system
    once = narrow(stated, edges, fixed)
    twice = narrow(once.bounds, edges, fixed)
    assert twice.bounds == once.bounds
    assert bool(twice.clashes) is bool(once.clashes)


@given(systems(), st.randoms(use_true_random=False))
@settings(max_examples=80)
def test_narrowing_does_not_depend_on_the_order(system, random):
    stated, edges, fixed = system
    shuffled = list(edges)
    random.shuffle(shuffled)
    names = list(stated)
    random.shuffle(names)
    again = narrow({name: stated[name] for name in names}, shuffled, fixed)
    assert again == narrow(stated, edges, fixed)


@given(systems())
@settings(max_examples=80)
def test_narrowed_days_of_a_possible_calendar_are_never_empty(system):
    stated, edges, fixed = system
    for bounds in narrow(stated, edges, fixed).bounds.values():
        assert bounds.earliest is None or bounds.latest is None or bounds.earliest <= bounds.latest


@given(systems(), st.data())
@settings(max_examples=80)
def test_narrowing_keeps_every_possible_calendar(system, data):
    """Days chosen at random that meet every edge stay within the narrowed bounds."""
    stated, _, fixed = system
    days = {
        name: data.draw(
            st.integers(
                bounds.earliest if bounds.earliest is not None else (bounds.latest or 0) - 20,
                bounds.latest if bounds.latest is not None else (bounds.earliest or 0) + 20,
            )
        )
        for name, bounds in stated.items()
    }
    fixed = frozenset()
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=8))
    edges = [
        Edge(first, second, data.draw(st.integers(0, days[second] - days[first])))
        for first, second in pairs
        if days[first] <= days[second] and first != second
    ]
    narrowing = narrow(stated, edges, fixed)
    assert not narrowing.clashes
    assert all(is_within(Bounds(days[name], days[name]), narrowing.bounds[name]) for name in NAMES)


def test_a_circle_is_named_and_narrows_nothing():
    stated = {"A": Bounds(1, 90), "B": Bounds(1, 90), "C": Bounds(1, 90)}
    edges = [Edge("A", "B", 1), Edge("B", "A", 1), Edge("B", "C", 5)]
    narrowing = narrow(stated, edges)
    assert [set(clash.edges) for clash in narrowing.clashes] == [{edges[0], edges[1]}]
    assert narrowing.bounds == stated


def test_an_endless_circle_without_any_date_ends():
    edges = [Edge("A", "B", 1), Edge("B", "C", 1), Edge("C", "A", 1)]
    narrowing = narrow({name: Bounds() for name in "ABC"}, edges)
    assert len(narrowing.clashes) == 1
    assert len(narrowing.clashes[0].edges) == 3


def test_bounds_travel_along_a_chain_in_both_directions():
    stated = {"A": Bounds(10, None), "B": Bounds(), "C": Bounds(None, 30)}
    narrowed = narrow(stated, [Edge("A", "B", 5), Edge("B", "C", 2)]).bounds
    assert narrowed == {"A": Bounds(10, 23), "B": Bounds(15, 28), "C": Bounds(17, 30)}


def test_a_day_that_has_happened_does_not_move():
    stated = {"A": Bounds(10, 20), "B": Bounds(15, 15)}
    narrowed = narrow(stated, [Edge("A", "B", 1)], frozenset({"B"})).bounds
    assert narrowed == {"A": Bounds(10, 14), "B": Bounds(15, 15)}


def test_a_clash_of_one_pair_does_not_spoil_what_only_shares_a_past_meeting():
    stated = {"A": Bounds(16, 20), "B": Bounds(15, 15), "C": Bounds(10, 20)}
    narrowing = narrow(stated, [Edge("A", "B", 1), Edge("C", "B", 1)], frozenset({"B"}))
    assert len(narrowing.clashes) == 1
    assert narrowing.bounds == {"A": Bounds(16, 20), "B": Bounds(15, 15), "C": Bounds(10, 14)}
