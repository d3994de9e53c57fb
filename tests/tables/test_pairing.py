"""Pairs within groups: listed where they are few, ranked where they are many."""

from __future__ import annotations

import numpy as np
import pytest

from claimcheck.tables.groups import Groups
from claimcheck.tables.pairing import deepest_pairs, listed_pairs

INF = float("inf")
Interval = tuple[float, float]


def deepest(rows: list[Interval], limit: int, *, additive: bool = False) -> list[tuple[int, int]]:
    """The deepest pairs of one group."""
    lower, upper = np.array(rows, dtype=np.float64).T
    found = deepest_pairs(
        lower,
        upper,
        Groups.of(np.zeros(len(rows), np.int64), 1),
        np.array([0]),
        limit=limit,
        additive=np.array([additive]),
    )
    return list(zip(found.left.tolist(), found.right.tolist(), strict=True))


def test_pairs_stay_within_groups_and_below_the_cap() -> None:
    """Rows 0 and 2 share a group; the group of four is above the cap; row 3 is alone."""
    groups = Groups.of(np.array([0, 1, 0, 2, 1, 1, 1]), 4)
    (pairs,) = listed_pairs(groups, cap=3)

    assert (pairs.left.tolist(), pairs.right.tolist()) == ([0], [2])


def test_groups_of_one_have_no_pairs() -> None:
    """Nothing to compare is no chunk, not an empty one."""
    assert list(listed_pairs(Groups.of(np.arange(3), 3), cap=200)) == []


def test_a_hundred_thousand_rows_are_not_listed_beyond_the_cap() -> None:
    """Their five billion pairs would fill the memory; those of a small group still come."""
    codes = np.append(np.zeros(100_000, np.int64), [1, 1])
    (pairs,) = listed_pairs(Groups.of(codes, 2), cap=200)

    assert (pairs.left.tolist(), pairs.right.tolist()) == ([100_000], [100_001])


def test_chunks_are_as_long_as_asked_and_join_to_the_whole_list() -> None:
    """A chunk may end within a group, and within the partners of one row."""
    groups = Groups.of(np.repeat(np.arange(50), 7), 50)
    chunks = list(listed_pairs(groups, cap=7, chunk=100))

    assert [len(pairs.left) for pairs in chunks] == [100] * 10 + [50]
    whole = next(listed_pairs(groups, cap=7))
    np.testing.assert_array_equal(np.concatenate([pairs.left for pairs in chunks]), whole.left)
    np.testing.assert_array_equal(np.concatenate([pairs.right for pairs in chunks]), whole.right)


@pytest.mark.parametrize(
    ("rows", "pairs"),
    [
        ([(1, 1), (2, 2), (30, 30)], [(0, 2), (1, 2), (0, 1)]),
        ([(-1, -1), (-2, -2), (-30, -30)], [(2, 0), (2, 1), (1, 0)]),
        ([(0, 0), (5, 5), (9, 9)], [(0, 2), (0, 1), (1, 2)]),
        ([(-1, -1), (1, 1), (100, 100)], [(0, 2), (0, 1), (1, 2)]),
        ([(-INF, 4), (4, 9), (40, INF)], [(0, 2), (1, 2)]),
        ([(1, 5), (5, 9), (3, 7)], []),
    ],
)
def test_deeper_pairs_come_first(rows: list[Interval], pairs: list[tuple[int, int]]) -> None:
    """By ratio within one sign; across zero no ratio says how far, so these come first."""
    assert deepest(rows, limit=10) == pairs
    assert deepest(rows, limit=1) == pairs[:1]


def test_dates_rank_by_days() -> None:
    """Ten to twenty-one is the larger ratio, twenty-one to forty the longer time."""
    points = [(10.0, 10.0), (21.0, 21.0), (40.0, 40.0)]

    assert deepest(points, limit=2) == [(0, 2), (0, 1)]
    assert deepest(points, limit=2, additive=True) == [(0, 2), (1, 2)]


def test_only_selected_groups_are_looked_at() -> None:
    """Small groups are listed whole elsewhere."""
    points = np.array([1.0, 2, 1, 2])
    groups = Groups.of(np.array([0, 0, 1, 1]), 2)

    none = deepest_pairs(points, points, groups, np.empty(0, np.int64))
    second = deepest_pairs(points, points, groups, np.array([1]))

    assert none.left.tolist() == []
    assert (second.left.tolist(), second.right.tolist()) == ([2], [3])


def test_the_deepest_of_a_hundred_thousand_rows_are_found() -> None:
    """The hundred greatest ratios of 1, 2, ..., 100,000 start with the ends."""
    points = np.random.default_rng(4).permutation(np.arange(1.0, 100_001))
    found = deepest_pairs(points, points, Groups.of(np.zeros(100_000, np.int64), 1), np.array([0]))

    ratios = points[found.right] / points[found.left]
    assert ratios.tolist() == [100_000.0 - rank for rank in range(100)]
