"""The p-box of a random set: between which bounds every distribution of the claims must run.

Belief ``Bel(X <= x) = W(U_i <= x) / W`` and plausibility ``Pl(X <= x) = W(L_i <= x) / W``, each
claim having its vote as mass. The honest spread reaches from the 10 % point of the lower ends to
the 90 % point of the upper ends. Reference: Ferson et al., "Constructing probability boxes and
Dempster-Shafer structures", Sandia report SAND2002-4015.
"""

from __future__ import annotations

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import (
    FloatArray,
    as_intervals,
    as_vector,
    as_weights,
)
from claimcheck.consensus.estimators.outcome import Estimate, Spread
from claimcheck.consensus.estimators.quantiles import lower_quantile, upper_quantile


@frozen(eq=False)
class PBox:
    """The claims as masses.

    Attributes:
        ends_below: Lower ends, ``(n,)``.
        ends_above: Upper ends, ``(n,)``.
        mass: Mass of each claim, ``(n,)``, summing to 1.
    """

    ends_below: FloatArray
    ends_above: FloatArray
    mass: FloatArray

    def belief(self, thresholds: ArrayLike) -> FloatArray:
        """Least probability that the value is at most each threshold, ``(k,)``."""
        at = as_vector(thresholds, "thresholds")
        return np.asarray((self.ends_above <= at[:, None]) @ self.mass)

    def plausibility(self, thresholds: ArrayLike) -> FloatArray:
        """Greatest probability that the value is at most each threshold, ``(k,)``."""
        at = as_vector(thresholds, "thresholds")
        return np.asarray((self.ends_below <= at[:, None]) @ self.mass)

    def between(self, share: float = 0.1) -> tuple[float, float]:
        """From the *share* point of the lower ends to the 1 - *share* point of the upper ends."""
        low = lower_quantile(self.ends_below, self.mass, share)
        return low, upper_quantile(self.ends_above, self.mass, share)

    def to_estimate(self) -> Estimate:
        """The spread alone: a p-box has no centre."""
        low, high = self.between()
        return Estimate(
            method="p_box",
            spread=Spread("p-box, 10 to 90 %", low, high),
            weights=tuple(self.mass.tolist()),
            notes=("a spread of what is claimed; it holds no estimate",),
        )


def p_box(lower: ArrayLike, upper: ArrayLike, weights: ArrayLike | None = None) -> PBox:
    """The p-box of intervals with ends ``(n,)``, ±inf where open.

    Raises:
        RefusedError: If there is no interval, or one is none.

    >>> p_box([5, 8, 7], [10, 8, np.inf]).between()
    (5.0, inf)
    """
    low, high = as_intervals(lower, upper)
    weight = as_weights(weights, low.size)
    return PBox(low, high, weight / weight.sum())
