"""Ideal points: which votes enter, what links sessions, and whether the sampler finds what was put in."""

from collections.abc import Sequence
from datetime import date
from importlib.util import find_spec

import ibis
import numpy as np
import pyarrow as pa
import pytest
from scipy.stats import truncnorm

from secretariat.positions.measures.ideal_points import (
    Direction,
    Panel,
    Settings,
    UnableToEstimate,
    convergence,
    estimate,
    linked,
    long_draws,
    panel,
    rhat,
    summary,
)

ROLLS = pa.schema(
    [
        ("rollcall", pa.string()),
        ("session", pa.int16()),
        ("date", pa.date32()),
        ("paragraph", pa.bool_()),
        ("amendment", pa.bool_()),
    ]
)
CHOICES = np.array(["yes", "abstain", "no"])
needs_numba = pytest.mark.skipif(find_spec("numba") is None, reason="numba (the extra analytics) is not installed")


def roll(number: int, session: int, when: date, *, part: bool = False) -> dict[str, object]:
    return {"rollcall": str(number), "session": session, "date": when, "paragraph": part, "amendment": None}


def cast(number: int, **votes: str) -> list[dict[str, str]]:
    return [{"rollcall": str(number), "state": state, "vote": vote} for state, vote in votes.items()]


def panel_of(
    rolls: Sequence[dict[str, object]],
    votes: Sequence[dict[str, str]],
    repeated: Sequence[tuple[str, str]] = (),
    sessions: Sequence[int] | None = None,
) -> Panel:
    return panel(
        ibis.memtable(pa.Table.from_pylist(list(votes))),
        ibis.memtable(pa.Table.from_pylist(list(rolls), ROLLS)),
        repeated=repeated,
        sessions=sessions,
    )


TWO = [roll(1, 46, date(1991, 12, 1)), roll(2, 47, date(1992, 12, 1))]
BOTH = cast(1, AM="yes", RU="no", US="no") + cast(2, AM="yes", RU="yes", US="no")


def test_absence_is_no_vote() -> None:
    found = panel_of(TWO, BOTH + cast(1, KZ="absent") + cast(2, KZ="not_member"))
    assert "KZ" not in set(found.states)
    assert found.votes == 6


def test_after_1989_a_vote_on_a_paragraph_does_not_count_and_before_it_does() -> None:
    early = [roll(3, 44, date(1989, 12, 1), part=True), roll(4, 44, date(1990, 2, 1), part=True)]
    found = panel_of([*TWO, *early], BOTH + cast(3, RU="yes", US="no") + cast(4, RU="yes", US="no"))
    assert found.items == ("1", "2", "3")


def test_the_session_of_a_single_vote_is_left_out() -> None:
    found = panel_of([*TWO, roll(3, 19, date(1964, 12, 30))], BOTH + cast(3, RU="yes", US="no"))
    assert sorted({*found.sessions}) == [46, 47]


def test_a_roll_call_on_which_all_voted_alike_says_nothing() -> None:
    found = panel_of([*TWO, roll(3, 47, date(1992, 12, 2))], BOTH + cast(3, AM="yes", RU="yes", US="yes"))
    assert found.items == ("1", "2")


def test_repeated_resolutions_that_together_divide_the_voters_are_one_item() -> None:
    rolls = [*TWO, roll(3, 46, date(1991, 12, 2)), roll(4, 47, date(1992, 12, 2))]
    found = panel_of(rolls, BOTH + cast(3, RU="yes", US="yes") + cast(4, RU="yes", US="no"), [("3", "4")])
    assert found.items == ("1", "2", "3")
    assert found.bounds[2].tolist() == [6, 9, 9, 10]


def test_a_state_seen_in_one_session_only_is_left_out_and_what_then_divides_nobody_too() -> None:
    rolls = [*TWO, roll(3, 46, date(1991, 12, 2))]
    found = panel_of(rolls, BOTH + cast(3, RU="yes", US="yes", AF="no"))
    assert set(found.states) == {"AM", "RU", "US"}
    assert found.items == ("1", "2")


def test_one_session_alone_keeps_everybody_and_leans_on_nothing() -> None:
    found = panel_of(TWO, BOTH, sessions=[46])
    assert found.before.tolist() == [-1, -1, -1]
    assert found.precision.tolist() == [1.0, 1.0, 1.0]


def test_a_session_leans_on_the_one_before_the_first_on_the_second_and_a_gap_is_bridged() -> None:
    rolls = [*TWO, roll(3, 47, date(1992, 12, 2)), roll(4, 50, date(1995, 12, 1))]
    found = panel_of(rolls, BOTH + cast(3, RU="yes", US="no") + cast(4, AM="yes", RU="yes", US="no"))
    places = {
        (str(state), int(session)): place
        for place, (state, session) in enumerate(zip(found.states, found.sessions, strict=True))
    }
    assert found.before[places["RU", 46]] == places["RU", 47]
    assert found.before[places["RU", 47]] == places["RU", 46]
    assert found.before[places["RU", 50]] == places["RU", 47]
    # precision 1 / (0.5 n_t / (n_t + n_before))
    assert found.precision[places["RU", 47]] == pytest.approx(1 / (0.5 * 2 / 3))
    assert found.precision[places["RU", 50]] == pytest.approx(1 / (0.5 * 1 / 3))


def test_chains_of_repetitions_lead_to_their_first_text() -> None:
    assert linked([("470", "512"), ("512", "545"), ("545", "577")]) == {"512": "470", "545": "470", "577": "470"}


def test_of_several_earlier_texts_the_first_counts() -> None:
    assert linked([("5312", "5389"), ("5310", "5389"), ("990", "1000"), ("1000", "5310")])["5389"] == "990"


def test_a_circle_of_repetitions_is_refused() -> None:
    with pytest.raises(UnableToEstimate, match="circle: 2 -> 1 -> 2"):
        linked([("1", "2"), ("2", "1")])


def test_unanimous_sessions_have_nothing_to_estimate() -> None:
    with pytest.raises(UnableToEstimate, match="nothing to estimate"):
        panel_of(TWO, cast(1, AM="yes", RU="yes") + cast(2, AM="no", RU="no"))


def test_equal_votes_have_equal_digests_in_any_order() -> None:
    assert panel_of(TWO, BOTH).digest == panel_of(TWO, BOTH[::-1]).digest
    assert panel_of(TWO, BOTH).digest != panel_of(TWO, BOTH + cast(1, KZ="no") + cast(2, KZ="no")).digest


# The sampler.


def invented(*, states: int = 40, sessions: int = 4, items: int = 40, seed: int = 7) -> tuple[Panel, np.ndarray]:
    """Votes of states that stay near where they are, by the model; and where each state-session of the panel stood."""
    rng = np.random.default_rng(seed)
    codes = ["US", "RU", *(f"S{number:02d}" for number in range(states - 2))]
    place = rng.standard_normal(states)
    place[:2] = 1.8, -1.5
    rolls, votes, truth = [], [], {}
    for session in range(61, 61 + sessions):
        place = place + 0.15 * rng.standard_normal(states)
        for number in range(items):
            key = session * 100 + number
            rolls.append(roll(key, session, date(1945 + session, 12, 1)))
            cuts = np.sort(rng.normal(0.3, 0.8, 2))
            at = rng.normal(0, 1.3) * place + rng.standard_normal(states)
            chosen = CHOICES[(at > cuts[0]).astype(int) + (at > cuts[1])]
            votes += cast(key, **dict(zip(codes, chosen.tolist(), strict=True)))
        truth |= {(code, session): where for code, where in zip(codes, place, strict=True)}
    found = panel_of(rolls, votes)
    real = np.array(
        [truth[str(state), int(session)] for state, session in zip(found.states, found.sessions, strict=True)]
    )
    return found, (real - real.mean()) / real.std(ddof=1)


@needs_numba
def test_the_points_that_made_the_votes_are_found_and_lie_in_their_intervals() -> None:
    votes, truth = invented()
    drawn = estimate(votes, settings=Settings(burn_in=500, iterations=2_000, thin=5))
    points = summary(votes, drawn.theta)
    assert np.corrcoef(points["mean"], truth)[0, 1] > 0.97
    is_inside = (points["q05"].to_numpy() < truth) & (truth < points["q95"].to_numpy())
    assert 0.83 < is_inside.mean() < 0.97
    # Two processors add in another order, and chains part after a while: between .993 and .996 on those tried.
    assert convergence(points, drawn.theta).chain_correlation > 0.99
    assert np.median(points["rhat"]) < 1.1
    assert points["n"].to_pylist() == votes.counts.tolist()


@needs_numba
def test_the_same_seed_gives_the_same_draws_and_another_seed_others() -> None:
    votes, _truth = invented(states=12, sessions=2, items=10)
    short = {"burn_in": 20, "iterations": 40, "thin": 2}
    first, again = (estimate(votes, settings=Settings(seed=5, **short)).theta for _ in range(2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, estimate(votes, settings=Settings(seed=6, **short)).theta)
    assert not np.array_equal(first[0], first[1]), "chains have generators of their own"


@needs_numba
def test_the_direction_is_the_one_that_was_said() -> None:
    votes, truth = invented(states=12, sessions=2, items=20)
    settings = Settings(burn_in=100, iterations=100, direction=Direction(high=("RU",), low=("US",)))
    means = estimate(votes, settings=settings).theta.mean(axis=(0, 1))
    assert np.corrcoef(means, truth)[0, 1] < -0.9


@needs_numba
def test_without_a_direction_nothing_is_estimated() -> None:
    votes, _truth = invented(states=12, sessions=2, items=20)
    with pytest.raises(UnableToEstimate, match="direction cannot be found"):
        estimate(votes, settings=Settings(direction=Direction(high=("FR",), low=("CN",))))


@needs_numba
def test_progress_counts_every_iteration_of_every_chain() -> None:
    votes, _truth = invented(states=12, sessions=2, items=10)
    told: list[int] = []
    settings = Settings(burn_in=30, iterations=70, chains=3)
    estimate(votes, settings=settings, progress=told.append)
    assert sum(told) == settings.work == 300


@needs_numba
def test_the_compiled_sampler_agrees_with_a_plain_one() -> None:
    from benchmarks.ideal_points_numpy import numpy_draws
    from secretariat.positions.measures.ideal_points.starting import start

    votes, _truth = invented(states=20, sessions=3, items=20, seed=3)
    first = start(votes, direction=Direction())
    plain = numpy_draws(
        votes, theta=first.theta, beta=first.beta, cuts=first.cuts, seed=1, burn_in=300, iterations=1_500
    )
    ours = estimate(votes, settings=Settings(burn_in=300, iterations=3_000, thin=3)).theta.reshape(
        -1, len(votes.counts)
    )
    # The cutpoints move slowly: two runs of this length differ by less than a third of a posterior standard deviation.
    assert np.abs(plain.mean(axis=0) - ours.mean(axis=0)).mean() < 0.1
    assert ours.std(axis=0).mean() == pytest.approx(plain.std(axis=0).mean(), rel=0.08)


@needs_numba
def test_the_tables_of_the_normal_distribution_hold_far_out() -> None:
    from scipy.special import log_ndtr, ndtr

    from secretariat.positions.measures.ideal_points.kernels import log_between, log_phi, phi

    grid = np.linspace(-30, 12, 4_001)
    assert np.abs([log_phi(x) for x in grid] - log_ndtr(grid)).max() < 2e-5
    middle = grid[np.abs(grid) < 8]
    assert np.abs([log_phi(x) for x in middle] - log_ndtr(middle)).max() < 1e-8
    assert np.abs([phi(x) for x in middle] - ndtr(middle)).max() < 1e-9
    for lower, upper in [(-9.0, -8.5), (-0.2, 0.1), (3.0, 3.5), (-2.0, 6.0), (5.0, 9.0)]:
        left, right = (lower, upper) if lower < 0 else (-upper, -lower)
        assert log_between(lower, upper) == pytest.approx(np.log(ndtr(right) - ndtr(left)), abs=1e-6)


@needs_numba
@pytest.mark.parametrize(
    ("lower", "upper"),
    [(-np.inf, 1.5), (-np.inf, -0.3), (-np.inf, -4.0), (-0.5, 0.4), (-3.0, 2.0), (1.0, 1.2), (2.0, 6.0), (-9.0, -3.0)],
)
def test_draws_in_an_interval_have_the_mean_and_spread_of_the_truncated_normal(lower: float, upper: float) -> None:
    from secretariat.positions.measures.ideal_points.kernels import draw_below, draw_between

    rng = np.random.default_rng(11)
    size = 20_000
    draws = np.array(
        [draw_below(rng, upper) if np.isinf(lower) else draw_between(rng, lower, upper) for _ in range(size)]
    )
    assert ((lower < draws) & (draws < upper)).all()
    exact = truncnorm(lower, upper)
    assert draws.mean() == pytest.approx(exact.mean(), abs=5 * exact.std() / np.sqrt(size))
    assert draws.std() == pytest.approx(exact.std(), rel=0.04)


# What the draws say.


def test_rhat_is_that_of_arviz() -> None:
    stats = pytest.importorskip("arviz_stats.base", reason="arviz-stats (the extra analytics) is not installed")
    rng = np.random.default_rng(2)
    draws = rng.standard_normal((2, 101, 6)).cumsum(axis=1) * [0.0, 0.01, 0.1, 1.0, 2.0, 0.3] + rng.standard_normal(
        (2, 101, 6)
    )
    draws[1, :, 5] += 2.0
    expected = stats.array_stats.rhat(draws, chain_axis=0, draw_axis=1)
    assert rhat(draws) == pytest.approx(expected, rel=1e-9)
    assert rhat(draws)[5] > 1.1


def test_every_draw_has_its_row() -> None:
    votes = panel_of(TWO, BOTH)
    theta = np.arange(2 * 60 * len(votes.counts), dtype=np.float32).reshape(2, 60, -1)
    rows = long_draws(votes, theta).read_all()
    assert rows.num_rows == theta.size
    last = rows.slice(rows.num_rows - 1).to_pylist()[0]
    assert last == {"chain": 1, "draw": 59, "state": "US", "session": 47, "theta": float(theta[1, 59, -1])}
    assert rows.schema.field("theta").type == pa.float32()
