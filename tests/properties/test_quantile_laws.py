"""Weighted quantiles follow from their definition, weight by weight."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import Rows, grouped_intervals, reordered_intervals

from claimcheck.tables.groups import FloatArray, IntArray
from claimcheck.tables.quantiles import interval_median, p_box, weighted_quantiles

TENTH = Fraction(1, 10)


@st.composite
def weighted_intervals(draw: st.DrawFn) -> tuple[Rows, list[Fraction]]:
    """Intervals in groups, with the weights of pieces: one by a whole number, or none."""
    rows = draw(grouped_intervals())
    pieces = st.sampled_from([0, 1, 1, 1, 2, 3, 6, 7])
    counts = draw(st.lists(pieces, min_size=len(rows.codes), max_size=len(rows.codes)))
    return rows, [Fraction(1, count) if count else Fraction(0) for count in counts]


def as_floats(weights: list[Fraction]) -> FloatArray:
    """Weights as a table holds them."""
    return np.array([float(weight) for weight in weights], dtype=np.float64)


def exact_quantile(values: FloatArray, weights: list[Fraction], share: Fraction) -> float:
    """The least value with a *share* of the weight at or below it, in exact arithmetic."""
    total = sum(weights)
    pairs = list(zip(values.tolist(), weights, strict=True))
    return min(x for x, _ in pairs if sum(w for v, w in pairs if v <= x) >= share * total)


@given(weighted_intervals())
@settings(max_examples=100)
def test_the_interval_median_has_half_of_the_weight_on_either_side(
    drawn: tuple[Rows, list[Fraction]],
) -> None:
    """Sums of thirds and sevenths are not exact in floats; a tie is a tie all the same."""
    rows, weights = drawn
    found = interval_median(rows.lower, rows.upper, as_floats(weights), rows.groups)

    for group, members in enumerate(rows.members()):
        own = [weights[row] for row in members]
        if not sum(own):
            assert np.isnan([found.lower[group], found.upper[group]]).all()
            continue
        lower, upper = rows.lower[members], rows.upper[members]
        assert found.lower[group] == exact_quantile(lower, own, Fraction(1, 2))
        assert found.upper[group] == -exact_quantile(-upper, own, Fraction(1, 2))
        assert found.lower[group] <= found.upper[group]


@given(weighted_intervals())
@settings(max_examples=100)
def test_the_p_box_leaves_a_tenth_of_the_weight_on_either_side(
    drawn: tuple[Rows, list[Fraction]],
) -> None:
    """It is the honest spread: from 10 % of what is plausible to 90 % of what is certain."""
    rows, weights = drawn
    found = p_box(rows.lower, rows.upper, as_floats(weights), rows.groups)

    for group, members in enumerate(rows.members()):
        own = [weights[row] for row in members]
        if sum(own):
            assert found.lower[group] == exact_quantile(rows.lower[members], own, TENTH)
            assert found.upper[group] == -exact_quantile(-rows.upper[members], own, TENTH)


@given(weighted_intervals())
@settings(max_examples=50)
def test_the_p_box_holds_the_median(drawn: tuple[Rows, list[Fraction]]) -> None:
    """A spread that leaves out the centre would be none."""
    rows, weights = drawn
    median = interval_median(rows.lower, rows.upper, as_floats(weights), rows.groups)
    box = p_box(rows.lower, rows.upper, as_floats(weights), rows.groups)

    some_weight = ~np.isnan(median.lower)
    assert (box.lower[some_weight] <= median.lower[some_weight]).all()
    assert (box.upper[some_weight] >= median.upper[some_weight]).all()


@given(reordered_intervals(), st.sampled_from([0.0, 0.1, 0.5, 1.0]))
@settings(max_examples=50)
def test_the_order_of_rows_changes_no_quantile(drawn: tuple[Rows, IntArray], share: float) -> None:
    """Equal votes count alike wherever they stand."""
    rows, order = drawn
    moved = rows.take(order)
    votes = np.ones(len(order))

    np.testing.assert_array_equal(
        weighted_quantiles(rows.lower, votes, rows.groups, (share,)),
        weighted_quantiles(moved.lower, votes, moved.groups, (share,)),
    )
