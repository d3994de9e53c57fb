"""Marzullo's algorithm: the region that the most sources leave possible.

It always returns something, one of two disjoint claims too; only a depth of more than half of all
votes is an agreement. Reference: Marzullo and Owicki, "Maintaining the time in a distributed
system", PODC 1983.
"""

from __future__ import annotations

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import as_intervals, as_weights
from claimcheck.consensus.estimators.outcome import Estimate
from claimcheck.consensus.estimators.regions import depth_at

SLACK = 1e-9


@frozen
class Marzullo:
    """The deepest region.

    Attributes:
        lower: Lower end of it, unit of the claims.
        upper: Upper end.
        depth: Weight of the claims that hold all of it.
        votes: Weight of all claims.
        holds: Whether each claim holds it, in the order given.
    """

    lower: float
    upper: float
    depth: float
    votes: float
    holds: tuple[bool, ...]

    @property
    def has_majority(self) -> bool:
        """Whether more than half of all votes hold it."""
        return self.depth > self.votes / 2 * (1 + SLACK)

    def to_estimate(self) -> Estimate:
        """The region, withheld where only half of the votes or fewer hold it."""
        found = Estimate(
            method="marzullo",
            lower=self.lower,
            upper=self.upper,
            interval_kind=f"held possible by {self.depth:g} of {self.votes:g} votes",
            diagnostics={"depth": self.depth, "votes": self.votes},
            notes=("a majority is a vote and no proof",),
        )
        if self.has_majority:
            return found
        return found.withheld((f"no value is shared by more than half of {self.votes:g} votes",))


def marzullo(
    lower: ArrayLike,
    upper: ArrayLike,
    weights: ArrayLike | None = None,
    *,
    votes: float | None = None,
) -> Marzullo:
    """The deepest region of closed intervals; of several the narrowest, then the lowest.

    Args:
        lower: Lower ends, ``(n,)``, ``-inf`` where open.
        upper: Upper ends, ``(n,)``, ``inf`` where open.
        weights: Weight of each, ``(n,)``; ones if None.
        votes: Weight of all votes, where a voter may give several disjoint intervals.

    Raises:
        RefusedError: If there is no interval, or one is none.

    >>> found = marzullo([8, 11, 14], [12, 13, 15])
    >>> found.lower, found.upper, found.depth
    (11.0, 12.0, 2.0)
    """
    low, high = as_intervals(lower, upper)
    weight = as_weights(weights, low.size)
    starts = np.unique(low)
    depth = depth_at(starts, low, high, weight)
    deepest = starts[depth >= depth.max() * (1 - SLACK)]
    rising = np.sort(high)
    stops = rising[np.searchsorted(rising, deepest, side="left")]
    both_open = np.isinf(deepest) & np.isinf(stops)
    width = np.where(both_open, np.inf, stops - np.where(both_open, 0.0, deepest))
    best = int(np.lexsort((deepest, width))[0])
    first, last = float(deepest[best]), float(stops[best])
    holds = (low <= first) & (high >= last)
    total = float(weight.sum()) if votes is None else votes
    return Marzullo(first, last, float(depth.max()), total, tuple(holds.tolist()))
