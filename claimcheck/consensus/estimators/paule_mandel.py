"""Paule and Mandel: the variance between sources at which Q equals what is expected of it.

The root of ``F(tau²) = sum((x - m)² / (s² + tau²)) - (n - 1)``, which falls throughout; 0 if
``F(0) <= 0``. The root is bracketed, not approached by steps that stop early. Reference: Paule and
Mandel, J. Res. NBS 87, 1982.
"""

from __future__ import annotations

from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import FloatArray, as_measured, in_canonical_order
from claimcheck.consensus.estimators.random_effects import RandomEffects, random_effects
from claimcheck.consensus.estimators.scipy_extra import scipy_module
from claimcheck.consensus.estimators.weighted_mean import centred_sums


def paule_mandel(values: ArrayLike, errors: ArrayLike) -> RandomEffects:
    """The random-effects mean of *values* ``(n,)`` with standard errors *errors* ``(n,)``, n >= 2.

    Raises:
        RefusedError: If an error is missing or not positive, or there is one value only.

    >>> paule_mandel([10, 11], [4, 5]).tau2
    0.0
    """
    value, error = as_measured(values, errors, least=2)
    return random_effects("paule_mandel", value, error, paule_mandel_tau2(value, error))


def paule_mandel_tau2(value: FloatArray, error: FloatArray) -> float:
    """The variance between sources, to the last digits of a float."""
    ordered, by_order, _ = in_canonical_order(value, error)
    unit = float(by_order.max())
    ordered, by_order = (ordered - ordered[ordered.size // 2]) / unit, by_order / unit

    def excess(tau2: float) -> float:
        return centred_sums(ordered, 1 / (by_order**2 + tau2))[1] - (ordered.size - 1)

    if excess(0.0) <= 0:
        return 0.0
    most = float(((ordered - ordered.mean()) ** 2).sum()) + 1.0
    root = scipy_module("optimize").brentq(excess, 0.0, most, xtol=1e-300, rtol=1e-14)
    return float(root) * unit**2
