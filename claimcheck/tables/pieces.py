"""Intervals that join: the pieces of a voter's union, and the camps of a group.

Both walk the rows of a group by their lower ends and keep the greatest upper end so far, the
reach. Where the next lower end lies beyond the reach, something new begins.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from attrs import frozen

from claimcheck.tables.groups import Block, BoolArray, Codes, FloatArray, Groups, IntArray
from claimcheck.tables.sweep import extremes


class Pieces(NamedTuple):
    """Disjoint closed intervals, by voter and then ascending, shape ``(p,)``."""

    lower: FloatArray
    upper: FloatArray
    voter: IntArray


@frozen(eq=False)
class Camps:
    """Rows that stand together, with a gap to the next camp of their group.

    Attributes:
        number: Camp of each row within its group, the lowest camp is 0, shape ``(n,)``.
        counts: Number of camps of each group, shape ``(g,)``; 0 for an empty group.
        codes: Camp of each row among the camps of all groups, by group and then ascending,
            shape ``(n,)``: the codes of ``counts.sum()`` groups for another kernel.
    """

    number: IntArray
    counts: IntArray
    codes: IntArray

    def groups(self) -> Groups:
        """The camps as groups, for a sweep of each camp."""
        return Groups.of(self.codes, int(self.counts.sum()))


class _Walk(NamedTuple):
    """Rows of a block by their lower ends, shape ``(r, k)``."""

    columns: IntArray
    lowers: FloatArray
    reach: FloatArray


def merge_pieces(lower: FloatArray, upper: FloatArray, voter_codes: Codes) -> Pieces:
    """The union of the closed intervals of each voter, as disjoint pieces.

    Args:
        lower: Least value of each row, without NaN, may be infinite, shape ``(n,)``.
        upper: Greatest value of each row, not below *lower*, shape ``(n,)``.
        voter_codes: Voter of each row, from 0, shape ``(n,)``.

    Touching intervals are one piece:

    >>> pieces = merge_pieces(np.array([1.0, 2, 5]), np.array([2.0, 3, 6]), np.zeros(3, int))
    >>> pieces.lower.tolist(), pieces.upper.tolist(), pieces.voter.tolist()
    ([1.0, 5.0], [3.0, 6.0], [0, 0])
    """
    voters = Groups.of(voter_codes, int(voter_codes.max(initial=-1)) + 1)
    lowers, uppers = voters.arrange(lower), voters.arrange(upper)
    reach = uppers.copy()
    begins = np.ones(len(lowers), np.bool_)

    for block in voters.blocks(np.flatnonzero(voters.sizes > 1)):
        walk = _walk(block, lowers, uppers)
        in_place = np.broadcast_to(np.arange(walk.lowers.shape[1]), walk.lowers.shape)
        block.put(lowers, in_place, walk.lowers)
        block.put(reach, in_place, walk.reach)
        block.put(begins, in_place, _begins(walk.lowers[:, 1:] > walk.reach[:, :-1]))

    first = np.flatnonzero(begins)
    last = np.append(first[1:], len(lowers))[: len(first)] - 1
    return Pieces(lowers[first], reach[last], voters.arrange(voter_codes)[first].astype(np.int64))


def camps(
    lower: FloatArray,
    upper: FloatArray,
    groups: Groups,
    *,
    gap: float = 1.25,
    gap_width: FloatArray | None = None,
    additive: BoolArray | None = None,
) -> Camps:
    """Split each group where a gap runs through it (single link).

    Positive figures are apart where the next is more than *gap* times all before, negative ones
    likewise in the mirror; zero or a change of sign between them sets them apart in any case.

    Args:
        lower: Least value of each row, without NaN, may be infinite, shape ``(n,)``.
        upper: Greatest value of each row, not below *lower*, shape ``(n,)``.
        groups: Which rows belong together.
        gap: Ratio that a gap exceeds.
        gap_width: Difference that a gap exceeds as well, in the unit of the group, shape ``(g,)``;
            None for 0.
        additive: True for groups on a scale without ratios (dates, signed scales), where the
            difference alone decides, shape ``(g,)``; None if there are none.

    >>> points = np.array([50.0, 10.0, 12.0])
    >>> camps(points, points, Groups.of(np.zeros(3, int), 1)).number.tolist()
    [1, 0, 0]
    """
    count = len(groups.sizes)
    width = np.zeros(count) if gap_width is None else gap_width
    by_difference = np.zeros(count, np.bool_) if additive is None else additive
    lowers, uppers = groups.arrange(lower), groups.arrange(upper)
    ends = extremes(lower, upper, groups)
    numbers = np.zeros(len(lowers), np.int64)
    counts = np.minimum(groups.sizes, 1)

    for block in groups.blocks(np.flatnonzero(ends.max_lower > ends.min_upper)):
        walk = _walk(block, lowers, uppers)
        apart = _apart(
            walk.reach[:, :-1],
            walk.lowers[:, 1:],
            gap,
            width[block.groups][:, np.newaxis],
            by_difference[block.groups][:, np.newaxis],
        )
        number = np.cumsum(_begins(apart), axis=1, dtype=np.int64) - 1
        block.put(numbers, walk.columns, number)
        counts[block.groups] = number[:, -1] + 1

    number = groups.restore(numbers)
    first_code = np.cumsum(counts) - counts
    return Camps(number=number, counts=counts, codes=first_code[groups.codes] + number)


def _walk(block: Block, lowers: FloatArray, uppers: FloatArray) -> _Walk:
    """Walk columns in group order by their lower ends."""
    cells = block.take(lowers)
    columns = np.argsort(cells, axis=1)
    reach = np.maximum.accumulate(np.take_along_axis(block.take(uppers), columns, axis=1), axis=1)
    return _Walk(columns, np.take_along_axis(cells, columns, axis=1), reach)


def _begins(beyond: BoolArray) -> BoolArray:
    """Where something new begins, shape ``(r, k)``: in the first row, and beyond the reach."""
    return np.insert(beyond, 0, values=True, axis=1)


def _apart(
    reach: FloatArray, lower: FloatArray, gap: float, width: FloatArray, additive: BoolArray
) -> BoolArray:
    """Mask of the lower ends with a gap to the reach before them; padding has none."""
    with np.errstate(over="ignore", invalid="ignore"):
        wide = lower - reach > width
        positive, negative = lower > gap * reach, gap * lower > reach
    across_zero = (reach <= 0) & (lower >= 0)
    steep = np.where(reach > 0, positive, across_zero | negative)
    return wide & (steep | additive)
