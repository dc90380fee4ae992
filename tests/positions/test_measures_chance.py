"""Random groups and intervals: what they protect from, and that a seed repeats them."""

import numpy as np
import pytest

from secretariat.positions import measures
from secretariat.positions.measures.chance import mean_agreement


@pytest.fixture(scope="module")
def assembly_by_lot() -> np.ndarray:
    """Forty states and sixty roll calls without any blocs: each votes yes, abstains or votes no by lot."""
    return np.random.default_rng(7).choice([1, 2, 3], p=[0.6, 0.2, 0.2], size=(60, 40)).astype(np.int8)


def test_the_kernel_has_the_definition_of_the_agreement_index():
    counts = np.array([[[7, 5, 3, 2, 1]], [[0, 2, 2, 2, 0]], [[0, 0, 2, 2, 0]]], dtype=np.float32).swapaxes(0, 1)
    # the last roll call has one vote and does not count
    assert mean_agreement(counts) == pytest.approx((1 + 4 / 7 + 1 / 7 + 0) / 4)


def test_small_groups_agree_more_than_large_ones_by_chance_alone(assembly_by_lot):
    by_size = {size: measures.random_groups(assembly_by_lot, size=size, seed=1).mean() for size in (2, 3, 7, 20)}
    assert by_size[2] > by_size[7] > by_size[20]
    assert by_size[2] - by_size[20] > 0.05


def test_a_group_of_everybody_is_no_sample(assembly_by_lot):
    drawn = measures.random_groups(assembly_by_lot, size=40, seed=1, draws=5)
    assert drawn.std() == 0


def test_one_seed_draws_the_same_groups(assembly_by_lot):
    first, again, other = (measures.random_groups(assembly_by_lot, size=5, seed=seed) for seed in (3, 3, 4))
    assert (first == again).all()
    assert (first != other).any()


@pytest.mark.parametrize("size", [1, 41])
def test_groups_that_cannot_be_drawn_are_refused(assembly_by_lot, size):
    with pytest.raises(ValueError, match="cannot be drawn from 40 states"):
        measures.random_groups(assembly_by_lot, size=size, seed=1)


def test_a_percentile_counts_ties_half():
    groups = np.array([0.1, 0.2, 0.2, 0.3, np.nan])
    assert [measures.standing_among(value, groups) for value in (0.0, 0.2, 0.25, 1.0)] == [0, 50, 75, 100]


def test_an_interval_holds_the_mean_and_narrows_with_more_roll_calls():
    values = np.random.default_rng(5).random((400, 1))
    (low, high), (low_few, high_few) = (measures.intervals(values[:rows], seed=0)[:, 0] for rows in (400, 25))
    assert low < values.mean() < high
    assert high - low < (high_few - low_few) / 2


def test_an_interval_covers_the_truth_about_as_often_as_it_says():
    truth, chance, samples = 0.7, np.random.default_rng(11), 200
    covered = 0
    for seed in range(samples):
        low, high = measures.intervals((chance.random((80, 1)) < truth).astype(float), seed=seed, resamples=300)[:, 0]
        covered += low <= truth <= high
    assert 0.88 <= covered / samples <= 1


def test_an_interval_leaves_out_what_does_not_count():
    values = np.array([[1.0, np.nan], [1.0, np.nan], [1.0, 0.5]])
    bounds = measures.intervals(values, seed=0)
    assert bounds[:, 0].tolist() == [1, 1]
    assert bounds[:, 1].tolist() == [0.5, 0.5]
    assert np.isnan(measures.intervals(np.full((3, 1), np.nan), seed=0)).all()
    assert (measures.intervals(values, seed=4)[:, 0] == measures.intervals(values, seed=4)[:, 0]).all()
