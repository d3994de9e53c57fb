"""The sweep finds what looking at every row and every pair would find."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from strategies import Rows, grouped_intervals, reordered_intervals

from claimcheck.tables.groups import IntArray
from claimcheck.tables.sweep import extremes, sweep

Interval = tuple[float, float]


def deepest_regions(rows: list[Interval]) -> tuple[int, list[Interval]]:
    """Depth and deepest regions of some intervals, narrowest and then lowest first."""
    depth_from = {start: sum(a <= start <= b for a, b in rows) for start, _ in rows}
    depth = max(depth_from.values())
    regions = [
        (start, min(b for _, b in rows if b >= start))
        for start, found in depth_from.items()
        if found == depth
    ]
    return depth, sorted(regions, key=lambda region: (width(*region), region))


def width(lower: float, upper: float) -> float:
    """Width of an interval, 0 for a point at infinity."""
    return 0.0 if lower == upper else upper - lower


@given(grouped_intervals())
@settings(max_examples=150)
def test_the_core_is_the_narrowest_of_the_deepest_regions(rows: Rows) -> None:
    """Every deepest region begins at a lower end, so that trying them all finds each of them."""
    found = sweep(rows.lower, rows.upper, rows.groups)

    for group, members in enumerate(rows.members()):
        if not members:
            assert (found.depth[group], found.regions[group]) == (0, 0)
            assert np.isnan(found.core_lower[group])
            continue
        depth, regions = deepest_regions(rows.intervals(members))
        core = (found.core_lower[group], found.core_upper[group])
        assert (found.depth[group], found.regions[group], core) == (depth, len(regions), regions[0])


@given(grouped_intervals())
@settings(max_examples=100)
def test_below_and_above_count_the_rows_wholly_apart(rows: Rows) -> None:
    """They stand for the pairs of a group too large to list, so they must equal the list."""
    found = sweep(rows.lower, rows.upper, rows.groups)

    for row, (lower, upper) in enumerate(zip(rows.lower, rows.upper, strict=True)):
        peers = rows.codes == rows.codes[row]
        assert found.below[row] == (peers & (rows.upper < lower)).sum()
        assert found.above[row] == (peers & (rows.lower > upper)).sum()


@given(grouped_intervals())
@settings(max_examples=50)
def test_extremes_are_the_outermost_and_innermost_ends(rows: Rows) -> None:
    """A group whose greatest lower end is within its least upper end needs no sweep."""
    found = extremes(rows.lower, rows.upper, rows.groups)

    for group, members in enumerate(rows.members()):
        lower, upper = rows.lower[members], rows.upper[members]
        ends = [found[end][group] for end in range(4)]
        if members:
            assert ends == [lower.min(), lower.max(), upper.min(), upper.max()]
        else:
            assert np.isnan(ends).all()


@given(reordered_intervals())
@settings(max_examples=50)
def test_the_order_of_rows_changes_no_sweep(drawn: tuple[Rows, IntArray]) -> None:
    """Who is written down first must not decide what the sources agree on."""
    rows, order = drawn
    first = sweep(rows.lower, rows.upper, rows.groups)
    moved = rows.take(order)
    second = sweep(moved.lower, moved.upper, moved.groups)

    for of_group in ("depth", "core_lower", "core_upper", "regions"):
        np.testing.assert_array_equal(getattr(first, of_group), getattr(second, of_group))
    np.testing.assert_array_equal(first.below[order], second.below)
    np.testing.assert_array_equal(first.above[order], second.above)


@given(grouped_intervals())
@settings(max_examples=50)
def test_the_mirror_swaps_below_and_above(rows: Rows) -> None:
    """Debts are counted as credits are: the sign has no say in who is apart from whom."""
    found = sweep(rows.lower, rows.upper, rows.groups)
    mirrored = sweep(-rows.upper, -rows.lower, rows.groups)

    assert found.depth.tolist() == mirrored.depth.tolist()
    assert found.regions.tolist() == mirrored.regions.tolist()
    assert found.below.tolist() == mirrored.above.tolist()
    assert found.above.tolist() == mirrored.below.tolist()


@given(grouped_intervals())
@settings(max_examples=50)
def test_as_many_rows_are_below_others_as_are_above_others(rows: Rows) -> None:
    """Each disjoint pair is seen once from either side."""
    found = sweep(rows.lower, rows.upper, rows.groups)

    for members in rows.members():
        assert found.below[members].sum() == found.above[members].sum()
