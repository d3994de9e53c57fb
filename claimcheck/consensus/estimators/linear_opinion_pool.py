"""The linear opinion pool: a mixture of what each source says, so that disagreement stays visible.

``f = sum(w_i N(x_i, u_i²))``; mean ``sum(w x)``, variance ``sum(w (u² + (x - mean)²))``, quantiles
by root. Nothing is narrowed by agreement: the spread is honest where sources disagree. Reference:
Stone, Ann. Math. Stat. 32, 1961; Koepke et al., "Consensus building for interlaboratory studies",
Metrologia 54, 2017.
"""

from __future__ import annotations

from functools import partial

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import (
    FloatArray,
    as_measured,
    as_weights,
)
from claimcheck.consensus.estimators.outcome import Estimate, Place, Spread
from claimcheck.consensus.estimators.scipy_extra import scipy_module

FAR = 40.0


@frozen
class LinearPool:
    """The mixture.

    Attributes:
        mean: Its mean, unit of the values.
        sd: Its standard deviation.
        median: Its median.
        lower: Its 2.5 % quantile.
        upper: Its 97.5 % quantile.
        weights: Share of each source, in the order given.
    """

    mean: float
    sd: float
    median: float
    lower: float
    upper: float
    weights: tuple[float, ...]

    def to_estimate(self) -> Estimate:
        """The median of the mixture with its central 95 %."""
        return Estimate(
            method="linear_opinion_pool",
            estimate=self.median,
            lower=self.lower,
            upper=self.upper,
            interval_kind="central 95 % of the mixture",
            spread=Spread("central 95 % of the mixture", self.lower, self.upper),
            weights=self.weights,
            diagnostics={"mean": Place(self.mean), "standard deviation": self.sd},
            notes=("a mixture of opinions: it does not narrow where many agree",),
        )


def mixture_quantile(
    share: float, value: FloatArray, error: FloatArray, weight: FloatArray
) -> float:
    """The quantile of a mixture of normals, weights summing to 1."""
    special, optimize = scipy_module("special"), scipy_module("optimize")
    base, unit = float(value[value.size // 2]), float(error.max())
    scaled, width = (value - base) / unit, error / unit

    def excess(point: float) -> float:
        return float((weight * special.ndtr((point - scaled) / width)).sum()) - share

    low, high = float(scaled.min()) - FAR, float(scaled.max()) + FAR
    return base + unit * float(optimize.brentq(excess, low, high, xtol=1e-13, rtol=1e-14))


def linear_opinion_pool(
    values: ArrayLike, errors: ArrayLike, weights: ArrayLike | None = None
) -> LinearPool:
    """The pool of *values* ``(n,)`` with standard errors *errors* ``(n,)``.

    Args:
        values: What the sources say.
        errors: Their standard errors.
        weights: Weight of each, ``(n,)``; equal if None.

    Raises:
        RefusedError: If an error is missing or not positive.

    >>> round(linear_opinion_pool([0, 10], [1, 1]).sd, 4)
    5.099
    """
    given, stated = as_measured(values, errors)
    share = as_weights(weights, given.size)
    share /= share.sum()
    order = np.lexsort((share, stated, given))
    value, error, weight = given[order], stated[order], share[order]
    base = value[value.size // 2]
    mean = float(base + (weight * (value - base)).sum())
    sd = float(np.sqrt((weight * (error**2 + (value - mean) ** 2)).sum()))
    quantile = partial(mixture_quantile, value=value, error=error, weight=weight)
    return LinearPool(
        mean, sd, quantile(0.5), quantile(0.025), quantile(0.975), tuple(share.tolist())
    )
