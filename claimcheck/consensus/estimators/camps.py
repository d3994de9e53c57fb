"""Camps: claims that stand together, parted where a gap is wider than a factor.

Single link: in rising order a new camp begins where the next lower end is more than ``near`` times
the greatest upper end so far. Zero against a positive figure, and opposite signs, always part.
"""

from __future__ import annotations

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import BoolArray, FloatArray, as_intervals
from claimcheck.consensus.estimators.outcome import Estimate

NEAR = 1.25


@frozen
class Camps:
    """The camps, in rising order.

    Attributes:
        member: Number of the camp of each claim, in the order given, from 0.
        lower: Least lower end of each camp.
        upper: Greatest upper end of each camp.
        sizes: Number of claims in each camp.
    """

    member: tuple[int, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    sizes: tuple[int, ...]

    @property
    def bimodal(self) -> bool:
        """Whether two camps or more have two claims or more each."""
        return sum(size > 1 for size in self.sizes) > 1

    def to_estimate(self) -> Estimate:
        """The camps side by side; no point is given, one camp or several."""
        return Estimate(
            method="camps",
            lower=self.lower[0],
            upper=self.upper[-1],
            interval_kind="envelope of all claims",
            diagnostics={
                "camps": float(len(self.sizes)),
                "sizes": tuple(float(size) for size in self.sizes),
                "camp lower ends": self.lower,
                "camp upper ends": self.upper,
            },
        )


def camps(lower: ArrayLike, upper: ArrayLike, *, near: float = NEAR) -> Camps:
    """The camps of intervals with ends ``(n,)``, ±inf where open.

    Args:
        lower: Lower ends.
        upper: Upper ends.
        near: A gap by more than this factor parts.

    Raises:
        RefusedError: If there is no interval, or one is none.

    >>> camps([5, 8, 50], [10, 12, 50]).member
    (0, 0, 1)
    """
    low, high = as_intervals(lower, upper)
    order = np.lexsort((high, low))
    reach = np.maximum.accumulate(high[order])
    parts = _parted(reach[:-1], low[order][1:], near)
    label = np.concatenate([[0], np.cumsum(parts)])
    first = np.flatnonzero(np.concatenate([[True], parts]))
    last = np.append(first[1:] - 1, low.size - 1)
    member = np.empty(low.size, np.intp)
    member[order] = label
    return Camps(
        tuple(member.tolist()),
        tuple(low[order][first].tolist()),
        tuple(reach[last].tolist()),
        tuple(np.bincount(label).tolist()),
    )


def _parted(below: FloatArray, above: FloatArray, near: float) -> BoolArray:
    """Whether the gap between *below* and *above* is wider than a factor of *near*."""
    apart = below < above
    both_negative = (below < 0) & (above < 0)
    smaller = np.where(both_negative, -above, below)
    larger = np.where(both_negative, -below, above)
    one_sign = (smaller > 0) & (larger > 0)
    bound = np.where(one_sign, smaller, 1.0) * near
    return np.asarray(apart & (~one_sign | (larger > bound)))
