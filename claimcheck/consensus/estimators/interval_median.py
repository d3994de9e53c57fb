"""The interval median: every value that half of the votes could lie below and half above.

``M = {x : W(L_i <= x) >= W/2 and W(U_i >= x) >= W/2}``. It is never empty, exact, needs no
distribution, holds out against almost half of all votes being wrong, and takes open ends. Two
disjoint points a < b give [a, b], and never their mean.
"""

from __future__ import annotations

from attrs import frozen
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import as_intervals, as_weights
from claimcheck.consensus.estimators.outcome import Estimate
from claimcheck.consensus.estimators.quantiles import lower_quantile, upper_quantile


@frozen
class IntervalMedian:
    """All medians that the claims allow.

    Attributes:
        lower: Least of them, unit of the claims; ``-inf`` if half of the claims are open below.
        upper: Greatest of them.
    """

    lower: float
    upper: float

    def to_estimate(self) -> Estimate:
        """The interval; a point only where it is one."""
        return Estimate(
            method="interval_median",
            estimate=self.lower if self.lower == self.upper else None,
            lower=self.lower,
            upper=self.upper,
            interval_kind="every median that the claims allow",
            notes=("any point in it is a median; none is better than another",),
        )


def interval_median(
    lower: ArrayLike, upper: ArrayLike, weights: ArrayLike | None = None
) -> IntervalMedian:
    """The interval median of intervals with lower and upper ends ``(n,)``, ±inf where open.

    Raises:
        RefusedError: If there is no interval, or one is none.

    >>> interval_median([5, 50], [10, 50])
    IntervalMedian(lower=5.0, upper=50.0)
    """
    low, high = as_intervals(lower, upper)
    weight = as_weights(weights, low.size)
    return IntervalMedian(lower_quantile(low, weight, 0.5), upper_quantile(high, weight, 0.5))
