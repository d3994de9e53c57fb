"""Unions of a voter's figures, and camps of those who stand together."""

from __future__ import annotations

import numpy as np
import pytest

from claimcheck.tables.groups import Groups
from claimcheck.tables.pieces import camps, merge_pieces
from claimcheck.tables.sweep import sweep

INF = float("inf")
Interval = tuple[float, float]


def camp_numbers(rows: list[Interval], *, width: float = 0.0, additive: bool = False) -> list[int]:
    """The camps of one group."""
    lower, upper = np.array(rows, dtype=np.float64).T
    groups = Groups.of(np.zeros(len(rows), np.int64), 1)
    found = camps(lower, upper, groups, gap_width=np.array([width]), additive=np.array([additive]))
    return found.number.tolist()


@pytest.mark.parametrize(
    ("rows", "pieces"),
    [
        ([(5, 6), (1, 2), (2, 3)], [(1, 3), (5, 6)]),
        ([(1, 9), (2, 3), (8, 10)], [(1, 10)]),
        ([(4, 4), (4, 4)], [(4, 4)]),
        ([(7, INF), (-INF, 2), (9, 9)], [(-INF, 2), (7, INF)]),
        ([(-INF, -INF), (INF, INF)], [(-INF, -INF), (INF, INF)]),
    ],
)
def test_figures_of_one_voter_join_where_they_touch(
    rows: list[Interval], pieces: list[Interval]
) -> None:
    """A voter votes for their union, which counts once at each point."""
    lower, upper = np.array(rows, dtype=np.float64).T
    merged = merge_pieces(lower, upper, np.zeros(len(rows), np.int64))

    assert list(zip(merged.lower.tolist(), merged.upper.tolist(), strict=True)) == pieces


def test_voters_are_kept_apart() -> None:
    """Two voters who say the same are two votes; a voter without figures has no piece."""
    merged = merge_pieces(np.array([1.0, 1, 2]), np.array([3.0, 3, 4]), np.array([3, 0, 3]))

    assert merged.voter.tolist() == [0, 3]
    assert merged.upper.tolist() == [3, 4]


def test_no_figures_merge_into_no_pieces() -> None:
    """An empty table is no error."""
    merged = merge_pieces(np.empty(0), np.empty(0), np.empty(0, np.int64))

    assert [column.tolist() for column in merged] == [[], [], []]


@pytest.mark.parametrize(
    ("rows", "numbers"),
    [
        ([(10, 10), (12.5, 12.5), (15, 15)], [0, 0, 0]),
        ([(10, 10), (12.6, 12.6)], [0, 1]),
        ([(50, 50), (5, 10), (8, 12)], [1, 0, 0]),
        ([(1, 100), (2, 3), (90, 95)], [0, 0, 0]),
        ([(-10, -10), (-12.5, -12.5), (-20, -20)], [1, 1, 0]),
        ([(-1, -1), (1, 1), (0, 0)], [0, 2, 1]),
        ([(0, 0), (0, 5)], [0, 0]),
        ([(-INF, 3), (4, INF)], [0, 1]),
        ([(-INF, -INF), (INF, INF)], [0, 1]),
    ],
)
def test_a_camp_ends_at_a_gap_of_more_than_a_quarter(
    rows: list[Interval], numbers: list[int]
) -> None:
    """Ratios hold within one sign; from zero, or across it, every gap is a gap."""
    assert camp_numbers(rows) == numbers


def test_dates_part_by_days_and_not_by_ratios() -> None:
    """728,000 and 729,000 are days of 1994 and 1996: a ratio of 1.001, and years apart."""
    days = [(728_000.0, 728_000.0), (728_365.0, 728_365.0), (729_000.0, 729_000.0)]

    assert camp_numbers(days) == [0, 0, 0]
    assert camp_numbers(days, width=365.0, additive=True) == [0, 0, 1]


def test_a_gap_width_is_asked_beside_the_ratio() -> None:
    """Two and three are far apart as a ratio, and one apart as a difference."""
    assert camp_numbers([(2, 2), (3, 3)]) == [0, 1]
    assert camp_numbers([(2, 2), (3, 3)], width=1.0) == [0, 0]


def test_camps_are_groups_for_a_sweep_of_their_cores() -> None:
    """Each camp has a core of its own, by group and then ascending."""
    lower = np.array([50.0, 5, 8, 1])
    upper = np.array([60.0, 10, 12, 1])
    found = camps(lower, upper, Groups.of(np.array([0, 0, 0, 2]), 3))
    cores = sweep(lower, upper, found.groups())

    assert found.counts.tolist() == [2, 0, 1]
    assert found.codes.tolist() == [1, 0, 0, 2]
    assert cores.core_lower.tolist() == [8, 50, 1]
    assert cores.core_upper.tolist() == [10, 60, 1]


def test_a_hundred_thousand_rows_part_into_camps() -> None:
    """A chain of near figures is one camp, however far its ends are apart."""
    chain = 1.0002 ** np.arange(50_000)
    points = np.random.default_rng(2).permutation(np.concatenate([chain, chain * 1e6]))
    found = camps(points, points, Groups.of(np.zeros(100_000, np.int64), 1))

    np.testing.assert_array_equal(found.number, (points > chain.max() * 1.25).astype(np.int64))
