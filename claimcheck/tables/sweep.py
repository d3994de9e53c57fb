"""Sweep the ends of closed intervals: where most of a group meet, and who lies wholly apart.

The ends of a group are walked in ascending order, lower before upper at ties, so that touching is
meeting. What has begun and not yet ended is the depth (Marzullo and Owicki, "Maintaining the time
in a distributed system", PODC 1983), and the ends already passed are the rows wholly below.
O(n log n) without listing a pair; groups whose rows all meet are settled by their extremes.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from attrs import frozen

from claimcheck.tables.groups import Block, BoolArray, FloatArray, Groups, IntArray


class Extremes(NamedTuple):
    """The outermost and innermost ends of each group, shape ``(g,)``; NaN for an empty group."""

    min_lower: FloatArray
    max_lower: FloatArray
    min_upper: FloatArray
    max_upper: FloatArray

    def meet(self) -> BoolArray:
        """Mask of the groups whose rows share a value, all of them; shape ``(g,)``."""
        return self.max_lower <= self.min_upper


@frozen(eq=False)
class Sweep:
    """What the sweep of each group found.

    Attributes:
        depth: Most rows of the group that share a point, shape ``(g,)``; 0 for an empty group.
        core_lower: Least value of the deepest region, shape ``(g,)``; NaN for an empty group.
            Of several deepest regions this is the narrowest, and of these the lowest.
        core_upper: Greatest value of that region, shape ``(g,)``.
        regions: Number of deepest regions, shape ``(g,)``.
        below: How many rows of its group lie wholly below each row, shape ``(n,)``.
        above: How many rows of its group lie wholly above each row, shape ``(n,)``.
        ends: The outermost and innermost ends of each group.
    """

    depth: IntArray
    core_lower: FloatArray
    core_upper: FloatArray
    regions: IntArray
    below: IntArray
    above: IntArray
    ends: Extremes


class _Deepest(NamedTuple):
    """The deepest region of each group of a block, shape ``(r,)``."""

    depth: IntArray
    lower: FloatArray
    upper: FloatArray
    regions: IntArray


def extremes(lower: FloatArray, upper: FloatArray, groups: Groups) -> Extremes:
    """The least and greatest ends of each group.

    Args:
        lower: Least value of each row, without NaN, shape ``(n,)``.
        upper: Greatest value of each row, not below *lower*, shape ``(n,)``.
        groups: Which rows belong together.

    >>> group = Groups.of(np.zeros(2, int), 1)
    >>> ends = extremes(np.array([5.0, 50]), np.array([10.0, 50]), group)
    >>> ends.max_lower.item(), ends.min_upper.item(), ends.meet().item()
    (50.0, 10.0, False)
    """
    return _extremes(groups.arrange(lower), groups.arrange(upper), groups)


def sweep(lower: FloatArray, upper: FloatArray, groups: Groups) -> Sweep:
    """Find the deepest region of each group, and count for each row who lies wholly apart.

    Args:
        lower: Least value of each row, without NaN, may be infinite, shape ``(n,)``.
        upper: Greatest value of each row, not below *lower*, shape ``(n,)``.
        groups: Which rows belong together. A row may be one of several disjoint pieces of a
            voter: no point lies in two of them, so the depth counts voters.

    >>> group = Groups.of(np.zeros(3, int), 1)
    >>> found = sweep(np.array([8.0, 10, 8]), np.array([12.0, 12, 9]), group)
    >>> found.depth.item(), found.core_lower.item(), found.core_upper.item(), found.regions.item()
    (2, 8.0, 9.0, 2)
    >>> found.below.tolist(), found.above.tolist()
    ([0, 1, 0], [0, 0, 1])
    """
    lower, upper = groups.arrange(lower), groups.arrange(upper)
    ends = _extremes(lower, upper, groups)
    depth = groups.sizes.copy()
    core_lower, core_upper = ends.max_lower.copy(), ends.min_upper.copy()
    regions = np.minimum(groups.sizes, 1)
    below, above = np.zeros(len(lower), np.int64), np.zeros(len(lower), np.int64)

    for block in groups.blocks(np.flatnonzero(ends.max_lower > ends.min_upper)):
        deepest = _sweep_block(block, lower, upper, below, above)
        depth[block.groups], regions[block.groups] = deepest.depth, deepest.regions
        core_lower[block.groups], core_upper[block.groups] = deepest.lower, deepest.upper

    return Sweep(
        depth=depth,
        core_lower=core_lower,
        core_upper=core_upper,
        regions=regions,
        below=groups.restore(below),
        above=groups.restore(above),
        ends=ends,
    )


def _extremes(lower: FloatArray, upper: FloatArray, groups: Groups) -> Extremes:
    """The extremes of columns that are in group order."""
    return Extremes(
        groups.reduce(np.minimum, lower),
        groups.reduce(np.maximum, lower),
        groups.reduce(np.minimum, upper),
        groups.reduce(np.maximum, upper),
    )


def _sweep_block(
    block: Block,
    lower: FloatArray,
    upper: FloatArray,
    below: IntArray,
    above: IntArray,
) -> _Deepest:
    """Sweep the groups of a block; *below* and *above*, in group order, are written to."""
    lowers, uppers = block.take(lower), block.take(upper)
    by_lower, by_upper = np.argsort(lowers, axis=1), np.argsort(uppers, axis=1)
    lowers = np.take_along_axis(lowers, by_lower, axis=1)
    uppers = np.take_along_axis(uppers, by_upper, axis=1)

    ended, begun = _passed_ends(lowers, uppers)
    block.put(below, by_lower, ended)
    block.put(above, by_upper, block.sizes - begun)

    depth = np.arange(1, lowers.shape[1] + 1) - ended
    if block.padding is not None:
        depth[block.padding] = 0
    return _deepest(depth, lowers, uppers, ended)


def _passed_ends(lowers: FloatArray, uppers: FloatArray) -> tuple[IntArray, IntArray]:
    """Count the ends that are passed on the way up, in rows that are sorted.

    Args:
        lowers: Lower ends, ascending in each row, padding (NaN) last, shape ``(r, k)``.
        uppers: Upper ends, likewise.

    Returns:
        How many uppers lie below each lower, and how many lowers lie at or below each upper.
    """
    rows, width = lowers.shape
    walk = np.argsort(np.concatenate([lowers, uppers], axis=1), axis=1, kind="stable")
    is_upper = walk >= width
    ended = np.cumsum(is_upper, axis=1, dtype=np.int64)
    begun = np.arange(1, 2 * width + 1) - ended
    return ended[~is_upper].reshape(rows, width), begun[is_upper].reshape(rows, width)


def _deepest(depth: IntArray, lowers: FloatArray, uppers: FloatArray, ended: IntArray) -> _Deepest:
    """The narrowest deepest region of each row, the lowest of those that are equally narrow.

    A deepest region begins at a lower end where the depth is greatest, and ends at the first upper
    end from there on. No two of them begin at one value: the later would be deeper.
    """
    greatest = depth.max(axis=1)
    row, column = np.nonzero(depth == greatest[:, np.newaxis])
    regions = np.bincount(row, minlength=len(depth))
    lower, upper = lowers[row, column], uppers[row, ended[row, column]]
    narrowest_first = np.lexsort((_widths(lower, upper), row))
    chosen = narrowest_first[np.cumsum(regions) - regions]
    return _Deepest(greatest, lower[chosen], upper[chosen], regions)


def _widths(lower: FloatArray, upper: FloatArray) -> FloatArray:
    """Width of each interval: 0 where both ends are the same infinity, inf where one is open."""
    with np.errstate(over="ignore", invalid="ignore"):
        return np.where(lower == upper, 0.0, upper - lower)
