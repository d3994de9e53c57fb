"""The interval median and the p-box on figures that a reader can check."""

from __future__ import annotations

import numpy as np
import pytest

from claimcheck.tables.groups import Groups
from claimcheck.tables.quantiles import interval_median, p_box, spread, weighted_quantiles

INF = float("inf")
Interval = tuple[float, float]


def one_group(count: int) -> Groups:
    """A group of *count* rows."""
    return Groups.of(np.zeros(count, np.int64), 1)


@pytest.mark.parametrize(
    ("rows", "median"),
    [
        ([(5, 10), (50, 50), (8, 8), (7, INF), (6, 9), (0, 12)], (6, 12)),
        ([(5, 10), (50, 50)], (5, 50)),
        ([(5, 10), (8, 12), (50, 50)], (8, 12)),
        ([(5, 5), (50, 50)], (5, 50)),
        ([(1, 2), (1.5, 3), (10, 12), (11, 14)], (1.5, 12)),
        ([(7, INF), (8, INF)], (7, INF)),
        ([(-INF, 7), (-INF, 9), (-INF, INF)], (-INF, 9)),
        ([(4, 4)], (4, 4)),
    ],
)
def test_the_interval_median_is_what_its_definition_says(
    rows: list[Interval], median: Interval
) -> None:
    """The first five are the golden case interval-median; then open ends and one row alone."""
    lower, upper = np.array(rows, dtype=np.float64).T
    found = interval_median(lower, upper, np.ones(len(rows)), one_group(len(rows)))

    assert (found.lower.item(), found.upper.item()) == median


def test_pieces_of_a_voter_weigh_as_much_as_one_vote() -> None:
    """Three thirds below and one vote above are a tie, though thirds do not add up in floats."""
    points = np.array([1.0, 2, 3, 50])
    found = interval_median(points, points, np.array([1 / 3, 1 / 3, 1 / 3, 1]), one_group(4))

    assert (found.lower.item(), found.upper.item()) == (3, 50)


def test_ten_votes_put_one_outside_the_p_box_at_neither_end() -> None:
    """With ten votes the first reaches a tenth, with eleven it does not."""
    ten, eleven = np.arange(10.0), np.arange(11.0)

    box = p_box(ten, ten, np.ones(10), one_group(10))
    assert (box.lower.item(), box.upper.item()) == (0, 9)
    box = p_box(eleven, eleven, np.ones(11), one_group(11))
    assert (box.lower.item(), box.upper.item()) == (1, 9)


def test_the_whole_weight_gives_the_envelope() -> None:
    """From none of the weight to all of it; a row without weight is no part of it."""
    lower, upper = np.array([1.0, 3, -5]), np.array([2.0, 8, 90])
    box = p_box(lower, upper, np.array([1.0, 1, 0]), one_group(3), low=0, high=1)

    assert (box.lower.item(), box.upper.item()) == (1, 8)


def test_a_group_without_weight_has_no_median() -> None:
    """Nobody votes: there is no figure to give."""
    ends = np.array([1.0, 2, 3])
    groups = Groups.of(np.array([0, 0, 1]), 3)

    assert np.isnan(interval_median(ends, ends, np.zeros(3), groups).lower).all()


def test_the_spread_is_the_median_and_the_p_box() -> None:
    """It exists to sort once; it must not differ."""
    draw = np.random.default_rng(3)
    lower = draw.normal(size=200).round(1)
    upper = lower + draw.integers(0, 3, 200)
    weights, groups = draw.random(200), Groups.of(draw.integers(0, 20, 200), 20)

    found = spread(lower, upper, weights, groups)

    np.testing.assert_array_equal(found.median, interval_median(lower, upper, weights, groups))
    np.testing.assert_array_equal(found.box, p_box(lower, upper, weights, groups))


def test_a_hundred_thousand_rows_have_a_median() -> None:
    """Sums over many votes stay within the tolerance of a share."""
    points = np.random.default_rng(5).permutation(100_000).astype(np.float64)
    weights = np.full(100_000, 0.1)

    found = weighted_quantiles(points, weights, one_group(100_000), (0.1, 0.5, 0.9))

    assert found.ravel().tolist() == [9_999, 49_999, 89_999]
