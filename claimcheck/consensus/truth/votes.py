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
    group = table.same_value()
    first: IntArray = np.flatnonzero(np.concatenate([[True], np.diff(group) > 0]))
    item, value = table.item[first], table.value[first]
    weight = np.bincount(group, weights).round(SAME).astype(np.float64)
    distance = np.abs(value - tie_breaker[item])
    order = np.lexsort((value, distance, -weight, item))
    item, value, weight = item[order], value[order], weight[order]
    leads = np.flatnonzero(np.concatenate([[True], np.diff(item) > 0]))
    follows = np.minimum(leads + 1, item.size - 1)
    contested = item[follows] == item[leads]
    contested &= follows != leads
    second = np.where(contested, weight[follows], 0.0)
    tied = contested & (second == weight[leads])
    rival = np.where(tied, value[follows], np.nan)
    return Poll(value[leads], weight[leads], second, rival)
