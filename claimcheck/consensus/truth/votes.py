"""Which value most sources of an item give, how many give it, and what happens at a tie."""

from __future__ import annotations

import numpy as np
from attrs import frozen

from claimcheck.consensus.estimators.arrays import BoolArray, FloatArray, IntArray
from claimcheck.consensus.truth.claims import ClaimTable

SAME = 9


@frozen(eq=False)
class Poll:
    """The vote of every item.

    Attributes:
        winner: The value with the most weight, ``(n,)``; at a tie the one nearest to the tie
            breaker, the lower of two as near.
        top: Its weight, ``(n,)``.
        second: Weight of the next value, ``(n,)``; 0 where there is none.
        rival: The other value of a tie, ``(n,)``; NaN where nothing is tied.
    """

    winner: FloatArray
    top: FloatArray
    second: FloatArray
    rival: FloatArray

    @property
    def tied(self) -> BoolArray:
        """Whether two values have the same weight, ``(n,)``."""
        return ~np.isnan(self.rival)


def poll(table: ClaimTable, weights: FloatArray, tie_breaker: FloatArray) -> Poll:
    """Count every item's votes; equal values are one value, near ones are not.

    Args:
        table: The claims, n items.
        weights: Weight of each claim, ``(c,)``.
        tie_breaker: Of tied values the nearest to this one wins, ``(n,)``. Nothing is averaged.
    """
    item, value = table.item[table.firsts], table.value[table.firsts]
    starts = np.flatnonzero(np.concatenate([[True], np.diff(item) > 0]))
    weight = np.bincount(table.distinct, weights).round(SAME).astype(np.float64)
    distance = np.abs(value - tie_breaker[item])
    top = np.maximum.reduceat(weight, starts)
    best = weight == top[item]
    winner = _nearest(distance, best, item, starts)
    best[winner] = False
    others = weight.copy()
    others[winner] = 0.0
    second = np.maximum.reduceat(others, starts)
    tied = np.logical_or.reduceat(best, starts)
    rival = _nearest(distance, best, item, starts)
    return Poll(value[winner], top, second, np.where(tied, value[rival], np.nan))


def _nearest(distance: FloatArray, chosen: BoolArray, item: IntArray, starts: IntArray) -> IntArray:
    """Position of the least distance among the *chosen* of each item; of equals the first."""
    reach = np.where(chosen, distance, np.inf)
    least = np.minimum.reduceat(reach, starts)
    position = np.where(reach == least[item], np.arange(item.size), item.size)
    return np.asarray(np.minimum.reduceat(position, starts), dtype=np.intp)
