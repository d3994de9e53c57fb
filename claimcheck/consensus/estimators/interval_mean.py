"""The mean and the variance that claimed ranges leave possible, whatever the values in them.

The mean is ``[mean L, mean U]``. The least variance is that of the values clipped to one common
point, found by segments in O(n²); the greatest needs every corner of the box, so it is given for 15
claims at most. Reference: Ferson et al., "Experimental uncertainty estimation and statistics for
data having interval uncertainty", Sandia report SAND2007-0939.
"""

from __future__ import annotations

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import FloatArray, as_intervals
from claimcheck.consensus.estimators.outcome import Estimate
from claimcheck.errors import RefusedError

MOST_CORNERS = 15


@frozen
class IntervalMean:
    """Bounds of mean and variance.

    Attributes:
        lower: Least mean, unit of the claims.
        upper: Greatest mean.
        least_variance: Least variance (over n), unit squared.
        greatest_variance: Greatest variance; None for more than 15 claims.
    """

    lower: float
    upper: float
    least_variance: float
    greatest_variance: float | None

    def to_estimate(self) -> Estimate:
        """The interval of the mean; no point."""
        greatest = np.nan if self.greatest_variance is None else self.greatest_variance
        return Estimate(
            method="interval_mean",
            lower=self.lower,
            upper=self.upper,
            interval_kind="every mean that the claims allow",
            diagnostics={
                "least variance": self.least_variance,
                "greatest variance": float(greatest),
            },
            notes=("it averages all claims, those that contradict each other too",),
        )


def interval_mean(lower: ArrayLike, upper: ArrayLike) -> IntervalMean:
    """Bounds for intervals with finite ends ``(n,)``.

    Raises:
        RefusedError: If an end is open: then the mean is unbounded.

    >>> interval_mean([5, 8], [10, 8]).upper
    9.0
    """
    low, high = as_intervals(lower, upper)
    if np.isinf(low).any() or np.isinf(high).any():
        raise RefusedError("an end is open", "the mean of open intervals is unbounded")
    order = np.lexsort((high, low))
    low, high = low[order], high[order]
    base = float(low[0])
    greatest = _greatest_variance(low - base, high - base) if low.size <= MOST_CORNERS else None
    return IntervalMean(
        base + float((low - base).mean()),
        base + float((high - base).mean()),
        _least_variance(low - base, high - base),
        greatest,
    )


def _least_variance(low: FloatArray, high: FloatArray) -> float:
    """Least over the segments between ends, in each of which the best common point is a mean."""
    ends = np.unique(np.concatenate([low, high]))
    middle = np.append((ends[:-1] + ends[1:]) / 2, ends[-1])[:, None]
    above, below = low >= middle, high <= middle
    count = (above | below).sum(axis=1)
    total = np.where(above, low, np.where(below, high, 0.0)).sum(axis=1)
    best = np.where(count > 0, total / np.maximum(count, 1), ends)
    best = np.clip(best, ends, np.append(ends[1:], ends[-1]))
    return float(((np.clip(best[:, None], low, high) - best[:, None]) ** 2).mean(axis=1).min())


def _greatest_variance(low: FloatArray, high: FloatArray) -> float:
    corner = (np.arange(1 << low.size)[:, None] >> np.arange(low.size)) & 1
    return float(np.where(corner == 1, high, low).var(axis=1).max())
