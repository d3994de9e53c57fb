"""The sweep at its edges: ties, open ends, groups of nothing and of very many."""

from __future__ import annotations

import numpy as np
import pytest

from claimcheck.tables.groups import Groups
from claimcheck.tables.sweep import Sweep, extremes, sweep

INF = float("inf")
Interval = tuple[float, float]


def swept(rows: list[Interval]) -> Sweep:
    """The sweep of one group."""
    lower, upper = np.array(rows, dtype=np.float64).reshape(-1, 2).T
    return sweep(lower, upper, Groups.of(np.zeros(len(rows), np.int64), 1))


@pytest.mark.parametrize(
    ("rows", "core", "depth"),
    [
        ([(11, 13), (10, 12), (8, 12)], (11, 12), 3),
        ([(8, 12), (11, 13), (14, 15)], (11, 12), 2),
        ([(-10, 10), (-1, 1), (0, 0)], (0, 0), 3),
        ([(8, 12), (10, 11), (8, 10)], (10, 10), 3),
        ([(8, 12), (10, 12), (8, 9)], (8, 9), 2),
        ([(7, 9), (7, 12), (10, 11)], (10, 11), 2),
        ([(1, 3), (4, 5)], (4, 5), 1),
    ],
)
def test_the_published_cases_of_marzullo_hold(
    rows: list[Interval], core: Interval, depth: int
) -> None:
    """Golden case marzullo-tigerbeetle; the first is the classic 10±2, 12±1, 11±1.

    The last shows that the sweep always gives a winner, one of two at that: whether the depth is
    a majority is for the caller to ask.
    """
    found = swept(rows)

    assert (found.core_lower.item(), found.core_upper.item()) == core
    assert found.depth.item() == depth


@pytest.mark.parametrize(
    ("rows", "core", "depth", "regions"),
    [
        ([(1, 2), (2, 3)], (2, 2), 2, 1),
        ([(5, 5), (5, 5), (5, 5), (9, 9)], (5, 5), 3, 1),
        ([(-INF, 3), (5, INF)], (-INF, 3), 1, 2),
        ([(-INF, INF), (-INF, 3), (5, INF), (8, 9)], (8, 9), 3, 1),
        ([(-INF, INF), (-INF, INF)], (-INF, INF), 2, 1),
        ([(INF, INF), (-INF, -INF), (1, 1)], (-INF, -INF), 1, 3),
        ([(INF, INF), (0, 4)], (INF, INF), 1, 2),
        ([(0, 2), (4, 6), (8, 10)], (0, 2), 1, 3),
        ([(-1.7e308, 1.7e308), (-1.7e308, -1), (1, 2)], (1, 2), 2, 2),
        ([(4, 4)], (4, 4), 1, 1),
    ],
)
def test_ties_go_to_the_narrowest_region_and_then_to_the_lowest(
    rows: list[Interval], core: Interval, depth: int, regions: int
) -> None:
    """An open region is the widest of all, and a point the narrowest, be it at infinity."""
    found = swept(rows)

    assert (found.core_lower.item(), found.core_upper.item()) == core
    assert (found.depth.item(), found.regions.item()) == (depth, regions)


def test_touching_is_meeting_for_the_counts_too() -> None:
    """Only who is wholly apart counts as below or above."""
    found = swept([(1, 2), (2, 3), (3, 3), (4, INF), (-INF, 0)])

    assert found.below.tolist() == [1, 1, 2, 4, 0]
    assert found.above.tolist() == [2, 1, 1, 0, 4]


def test_pieces_of_one_voter_never_vote_twice_at_a_point() -> None:
    """A source with two figures, 1 to 2 and 8 to 9, meets each of the others once."""
    found = swept([(1, 2), (8, 9), (2, 3), (8, 8)])

    assert found.depth.item() == 2
    assert (found.core_lower.item(), found.core_upper.item()) == (2, 2)
    assert found.regions.item() == 2


def test_a_group_without_rows_has_no_core() -> None:
    """A quantity of which every claim is disputed has no vote."""
    found = sweep(np.array([1.0]), np.array([2.0]), Groups.of(np.array([1]), 3))

    assert found.depth.tolist() == [0, 1, 0]
    assert found.regions.tolist() == [0, 1, 0]
    assert np.isnan(found.core_lower).tolist() == [True, False, True]


def test_no_rows_at_all_are_swept() -> None:
    """An empty table is no error."""
    found = swept([])

    assert found.depth.tolist() == [0]
    assert found.below.tolist() == []


def test_rows_meet_where_the_extremes_do() -> None:
    """Five to ten and fifty do not; five to ten and at least seven do."""
    lower, upper = np.array([5.0, 50, 5, 7]), np.array([10.0, 50, 10, INF])

    assert extremes(lower, upper, Groups.of(np.array([0, 0, 1, 1]), 2)).meet().tolist() == [
        False,
        True,
    ]


def test_a_hundred_thousand_rows_in_disagreement_are_counted() -> None:
    """Their five billion pairs are counted in 64 bits and never listed."""
    count = 100_000
    points = np.random.default_rng(7).permutation(count).astype(np.float64)
    found = sweep(points, points, Groups.of(np.zeros(count, np.int64), 1))

    assert found.below.sum() == found.above.sum() == count * (count - 1) // 2
    np.testing.assert_array_equal(found.below, points)
    assert (found.depth.item(), found.regions.item()) == (1, count)


def test_groups_of_every_size_are_swept_alike() -> None:
    """Padding must not show: each group holds its numbers 0, 1, ... as points, and one range."""
    sizes = np.arange(1, 120)
    codes = np.repeat(np.arange(len(sizes)), sizes)
    rank = np.arange(len(codes)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    lower, upper = rank.astype(np.float64), np.where(rank == 0, 1.0, rank)

    found = sweep(lower, upper, Groups.of(codes, len(sizes)))

    np.testing.assert_array_equal(found.below, np.where(rank > 1, rank, 0))
    assert (found.core_upper == 1).all()
    np.testing.assert_array_equal(found.depth, np.minimum(sizes, 2))
