"""Laws that every estimator keeps: no order, no unit and no origin of the scale may matter."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.consensus.estimators.hierarchical_bayes import hierarchical_bayes
from claimcheck.consensus.estimators.interval_median import interval_median
from claimcheck.consensus.estimators.marzullo import marzullo
from claimcheck.consensus.estimators.ntp_intersection import ntp_intersection
from claimcheck.consensus.estimators.outcome import Estimate
from claimcheck.consensus.estimators.p_box import p_box
from claimcheck.consensus.estimators.registry import ESTIMATORS, Input

VALUE_METHODS = [name for name, entry in ESTIMATORS.items() if entry.takes is Input.VALUES]
CLOSED_FORMS = [name for name in VALUE_METHODS if name != "robust_average"]
INTERVAL_METHODS = ["marzullo", "interval_median", "p_box", "interval_mean"]

MEASURED = st.lists(st.tuples(st.integers(-400, 400), st.integers(5, 80)), min_size=2, max_size=7)
INTERVALS = st.lists(st.tuples(st.integers(-50, 50), st.integers(0, 30)), min_size=1, max_size=8)


def on_values(name: str, pairs: list[tuple[float, float]]) -> Estimate:
    """The estimate of one method on pairs of value and error."""
    value, error = np.array(pairs, dtype=float).T
    return ESTIMATORS[name].load()(value, error).to_estimate()


def on_intervals(name: str, pairs: list[tuple[float, float]]) -> Estimate:
    """The estimate of one method on pairs of lower end and width."""
    low, width = np.array(pairs, dtype=float).T
    return ESTIMATORS[name].load()(low, low + width).to_estimate()


def numbers(found: Estimate) -> list[float]:
    """Every number of an estimate that is in the unit of the data."""
    spread = [found.spread.lower, found.spread.upper] if found.spread else []
    given_numbers = [found.estimate, found.lower, found.upper, *spread]
    return [number for number in given_numbers if number is not None]


@pytest.mark.parametrize("name", VALUE_METHODS)
@settings(max_examples=15)
@given(pairs=MEASURED, seed=st.randoms(use_true_random=False))
def test_the_order_of_measured_values_does_not_matter_to_the_last_bit(
    name: str, pairs: list[tuple[float, float]], seed: object
) -> None:
    """A published tool gives four different Q for the orders of three values."""
    shuffled = list(pairs)
    seed.shuffle(shuffled)

    one, other = on_values(name, pairs), on_values(name, shuffled)

    assert numbers(one) == numbers(other)
    assert sorted(one.weights) == sorted(other.weights)


@pytest.mark.parametrize("name", CLOSED_FORMS)
@settings(max_examples=15)
@given(
    pairs=MEASURED, shift=st.sampled_from([-1000.0, 250.0, 1e6]), scale=st.sampled_from([0.5, 8])
)
def test_shifting_and_scaling_measured_values_shifts_and_scales_the_answer(
    name: str, pairs: list[tuple[float, float]], shift: float, scale: float
) -> None:
    """A mass in grams is the mass in kilograms, and centring first keeps the digits."""
    moved = [(scale * value + shift, scale * error) for value, error in pairs]

    before, after = on_values(name, pairs), on_values(name, moved)

    expected = [scale * number + shift for number in numbers(before)]
    assert numbers(after) == pytest.approx(expected, rel=1e-7, abs=1e-4)
    assert after.weights == pytest.approx(before.weights, rel=1e-5, abs=1e-8)


@pytest.mark.parametrize("name", INTERVAL_METHODS)
@settings(max_examples=25)
@given(
    pairs=INTERVALS,
    seed=st.randoms(use_true_random=False),
    shift=st.sampled_from([0.0, -64.0, 4096.0]),
    scale=st.sampled_from([0.5, 1.0, 16.0]),
)
def test_order_shift_and_scale_of_intervals_only_move_the_answer(
    name: str, pairs: list[tuple[float, float]], seed: object, shift: float, scale: float
) -> None:
    """What is possible does not depend on who is named first, nor on the unit."""
    moved = [(scale * low + shift, scale * width) for low, width in pairs]
    seed.shuffle(moved)

    before, after = on_intervals(name, pairs), on_intervals(name, moved)

    assert before.refused == after.refused
    expected = [scale * number + shift for number in numbers(before)]
    assert numbers(after) == pytest.approx(expected, rel=1e-12, abs=1e-9)


@settings(max_examples=60)
@given(pairs=INTERVALS)
def test_the_interval_median_is_never_empty_and_splits_the_votes(
    pairs: list[tuple[float, float]],
) -> None:
    """Half of the lower ends lie at or below each of its ends, half of the upper ends above."""
    low, width = np.array(pairs, dtype=float).T
    high = low + width

    found = interval_median(low, high)

    assert found.lower <= found.upper
    for point in (found.lower, found.upper):
        assert 2 * (low <= point).sum() >= low.size
        assert 2 * (high >= point).sum() >= low.size


@settings(max_examples=60)
@given(pairs=INTERVALS)
def test_marzullo_finds_the_greatest_depth_that_counting_finds(
    pairs: list[tuple[float, float]],
) -> None:
    """Counting at every end is slow and plain: a region of greatest depth starts at one."""
    low, width = np.array(pairs, dtype=float).T
    high = low + width

    found = marzullo(low, high)

    depth = ((low[:, None] >= low) & (low[:, None] <= high)).sum(axis=1).max()
    assert found.depth == depth == sum(found.holds)
    assert found.lower <= found.upper


@settings(max_examples=60)
@given(pairs=INTERVALS)
def test_the_time_intersection_answers_exactly_where_a_majority_exists(
    pairs: list[tuple[float, float]],
) -> None:
    """Fewer than half may be wrong, which is a depth of more than half."""
    low, width = np.array(pairs, dtype=float).T

    found = ntp_intersection(low, low + width)

    assert (found.lower is not None) == marzullo(low, low + width).has_majority


@settings(max_examples=40)
@given(pairs=INTERVALS, at=st.integers(-60, 90))
def test_belief_never_exceeds_plausibility(pairs: list[tuple[float, float]], at: int) -> None:
    """What must lie below can lie below."""
    low, width = np.array(pairs, dtype=float).T

    found = p_box(low, low + width)

    assert found.belief([at])[0] <= found.plausibility([at])[0]


def test_a_finer_prior_of_tau_pulls_discordant_values_together() -> None:
    """The half-Cauchy scale is what the answer hangs on where sources are few."""
    wide = hierarchical_bayes([10, 20], [1, 1], tau_scale=10)
    narrow = hierarchical_bayes([10, 20], [1, 1], tau_scale=0.01)

    assert narrow.tau < wide.tau
    assert narrow.upper - narrow.lower < wide.upper - wide.lower
