"""REML: the variance between sources of greatest restricted likelihood.

Maximises ``-½ sum(ln v) - ½ sum((x-m)²/v) - ½ ln sum(1/v)``, ``v = s² + tau²``: on a grid of
tau² first, since there may be several maxima, then by the root of the derivative beside the best.
Reference: Viechtbauer, J. Educ. Behav. Stat. 30, 2005.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import FloatArray, as_measured, in_canonical_order
from claimcheck.consensus.estimators.random_effects import RandomEffects, random_effects
from claimcheck.consensus.estimators.scipy_extra import scipy_module

GRID = 400


def reml(values: ArrayLike, errors: ArrayLike) -> RandomEffects:
    """The random-effects mean of *values* ``(n,)`` with standard errors *errors* ``(n,)``, n >= 2.

    Raises:
        RefusedError: If an error is missing or not positive, or there is one value only.

    >>> reml([10, 11], [4, 5]).tau2
    0.0
    """
    value, error = as_measured(values, errors, least=2)
    return random_effects("reml", value, error, _reml_tau2(value, error))


def restricted_log_likelihood(value: FloatArray, error: FloatArray, tau2: FloatArray) -> FloatArray:
    """The restricted log likelihood, a constant apart, at each of *tau2* ``(g,)``."""
    variance = error**2 + tau2[:, None]
    weight = 1 / variance
    total = weight.sum(axis=1)
    mean = (weight * value).sum(axis=1) / total
    squares = (weight * (value - mean[:, None]) ** 2).sum(axis=1)
    return np.asarray(-(np.log(variance).sum(axis=1) + squares + np.log(total)) / 2)


def _score(value: FloatArray, error: FloatArray, tau2: float) -> float:
    weight = 1 / (error**2 + tau2)
    total = weight.sum()
    mean = (weight * value).sum() / total
    pulled = (weight**2 * (value - mean) ** 2).sum()
    return float(pulled - total + (weight**2).sum() / total) / 2


def _reml_tau2(value: FloatArray, error: FloatArray) -> float:
    ordered, by_order, _ = in_canonical_order(value, error)
    unit = float(by_order.max())
    ordered, by_order = (ordered - ordered[ordered.size // 2]) / unit, by_order / unit
    most = 10 * (float(ordered.var(ddof=1)) + 1)
    least = float(by_order.min()) ** 2 * 1e-6
    grid = np.concatenate([[0.0], np.geomspace(least, most, GRID)])
    best = int(np.argmax(restricted_log_likelihood(ordered, by_order, grid)))
    low, high = grid[max(best - 1, 0)], grid[min(best + 1, GRID)]
    if _score(ordered, by_order, low) <= 0:
        return 0.0
    root = scipy_module("optimize").brentq(
        lambda tau2: _score(ordered, by_order, tau2), low, high, xtol=1e-300, rtol=1e-14
    )
    return float(root) * unit**2
