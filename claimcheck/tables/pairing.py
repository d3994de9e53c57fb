"""Pairs of rows within groups: all of them where a group is small, the deepest where it is large.

All pairs come in chunks, so that ten million of them never stand side by side. The deepest pairs
of a large group are found without its other pairs: whoever has the i-th least upper end and the
j-th greatest lower end is outranked by i * j - 1 pairs, so i * j never exceeds the limit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from attrs import frozen

from claimcheck.tables.groups import Block, BoolArray, FloatArray, Groups, IntArray

CHUNK_PAIRS = 2**20
"""Pairs in a chunk: sixteen megabytes for its two columns of rows."""


class Pairs(NamedTuple):
    """Rows that form pairs, shape ``(p,)``."""

    left: IntArray
    right: IntArray


@frozen(eq=False)
class _Candidates:
    """Ranks by upper and by lower end, from 0, of the pairs that can be among the deepest."""

    by_upper: IntArray
    by_lower: IntArray

    @classmethod
    def of(cls, limit: int, width: int) -> _Candidates:
        """The candidates for the *limit* deepest pairs of at most *width* rows."""
        ranks = np.arange(1, min(limit, width) + 1)
        partners = np.minimum(limit // ranks, width)
        by_upper = np.repeat(ranks, partners) - 1
        return cls(by_upper, _count_up(partners))


def listed_pairs(groups: Groups, cap: int, chunk: int = CHUNK_PAIRS) -> Iterator[Pairs]:
    """List every unordered pair of rows of the groups of at most *cap* rows.

    Args:
        groups: Which rows belong together.
        cap: Most rows of a group whose pairs are listed.
        chunk: Pairs that come at a time; the last chunk may be smaller.

    Yields:
        Pairs by group, ``left < right`` in each.

    >>> groups = Groups.of(np.array([0, 1, 0, 0]), 2)
    >>> [(pair.left.tolist(), pair.right.tolist()) for pair in listed_pairs(groups, cap=3, chunk=2)]
    [([0, 0], [2, 3]), ([2], [3])]
    """
    sizes = np.where(groups.sizes <= cap, groups.sizes, 0)
    partners = np.repeat(sizes - 1, sizes) - _count_up(sizes)
    places = np.repeat(groups.starts, sizes) + _count_up(sizes)
    ends = np.cumsum(partners)
    starts = ends - partners
    total = int(partners.sum())
    for first in range(0, total, chunk):
        last = min(first + chunk, total)
        rows = slice(
            int(np.searchsorted(ends, first, side="right")),
            int(np.searchsorted(starts, last, side="left")),
        )
        taken = np.minimum(ends[rows], last) - np.maximum(starts[rows], first)
        left = np.repeat(places[rows], taken)
        right = left + 1 + np.arange(first, last) - np.repeat(starts[rows], taken)
        yield Pairs(groups.order[left], groups.order[right])


def deepest_pairs(
    lower: FloatArray,
    upper: FloatArray,
    groups: Groups,
    selected: IntArray,
    *,
    limit: int = 100,
    additive: BoolArray | None = None,
) -> Pairs:
    """The pairs of each selected group that lie farthest apart, without listing the others.

    Pairs of one sign rank by their ratio, negative ones in the mirror; pairs with zero or a change
    of sign between them come before all ratios. Equal ones rank by their difference, then by the
    order of the rows.

    Args:
        lower: Least value of each row, without NaN, may be infinite, shape ``(n,)``.
        upper: Greatest value of each row, not below *lower*, shape ``(n,)``.
        groups: Which rows belong together.
        selected: Codes of the groups to look at, none of them empty.
        limit: Most pairs of a group.
        additive: True for groups on a scale without ratios (dates, signed scales), which rank by
            difference alone, shape ``(g,)``; None if there are none.

    Returns:
        Pairs by group, the deepest first; *left* lies wholly below *right*.

    >>> points = np.array([10.0, 1, 3])
    >>> group = Groups.of(np.zeros(3, int), 1)
    >>> pairs = deepest_pairs(points, points, group, np.array([0]), limit=2)
    >>> pairs.left.tolist(), pairs.right.tolist()
    ([1, 2], [0, 0])
    """
    by_difference = np.zeros(len(groups.sizes), np.bool_) if additive is None else additive
    lower, upper = groups.arrange(lower), groups.arrange(upper)
    found = [
        _deepest_of_block(block, lower, upper, by_difference, limit)
        for block in groups.blocks(selected)
    ]
    left = np.concatenate([pairs.left for pairs in found]) if found else np.empty(0, np.int64)
    right = np.concatenate([pairs.right for pairs in found]) if found else np.empty(0, np.int64)
    left, right = groups.order[left], groups.order[right]
    by_group = np.argsort(groups.codes[left], kind="stable")
    return Pairs(left[by_group], right[by_group])


def _deepest_of_block(
    block: Block, lower: FloatArray, upper: FloatArray, additive: BoolArray, limit: int
) -> Pairs:
    """The deepest pairs of the groups of a block, as places in group order."""
    lowers, uppers = block.take(lower), block.take(upper)
    width = lowers.shape[1]
    candidates = _Candidates.of(limit, width)
    by_upper = np.argsort(uppers, axis=1, kind="stable")[:, candidates.by_upper]
    by_lower = np.argsort(-lowers, axis=1, kind="stable")[:, candidates.by_lower]

    below = np.take_along_axis(uppers, by_upper, axis=1)
    above = np.take_along_axis(lowers, by_lower, axis=1)
    apart = above > below
    ratio, difference = _depths(below, above, additive[block.groups][:, np.newaxis])
    deepest_first = np.lexsort((-difference, -ratio, ~apart), axis=1)[:, :limit]

    kept = np.take_along_axis(apart, deepest_first, axis=1)
    places = [
        (block.positions[:, :1] + np.take_along_axis(columns, deepest_first, axis=1))[kept]
        for columns in (by_upper, by_lower)
    ]
    return Pairs(*places)


def _depths(
    below: FloatArray, above: FloatArray, additive: BoolArray
) -> tuple[FloatArray, FloatArray]:
    """Ratio and difference of a gap; the ratio is inf across zero, and 1 on an additive scale.

    Neither falls when *below* sinks or *above* rises, which the choice of candidates rests on.
    What is no gap has any values.
    """
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        ratio = np.where(below > 0, above / below, np.where(above < 0, below / above, np.inf))
        return np.where(additive, 1.0, ratio), above - below


def _count_up(counts: IntArray) -> IntArray:
    """0, 1, ... for each count, one after another, shape ``(counts.sum(),)``."""
    starts = np.cumsum(counts) - counts
    return np.arange(counts.sum()) - np.repeat(starts, counts)
