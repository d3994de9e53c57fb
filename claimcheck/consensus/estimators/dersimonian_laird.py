"""DerSimonian and Laird: the variance between sources from the moments of Q.

``tau² = max(0, (Q - (n-1)) / (sum(w) - sum(w²)/sum(w)))``. Reference: DerSimonian and Laird,
Controlled Clinical Trials 7, 1986.
"""

from __future__ import annotations

from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import as_measured, in_canonical_order
from claimcheck.consensus.estimators.random_effects import RandomEffects, random_effects
from claimcheck.consensus.estimators.weighted_mean import weighted_mean


def dersimonian_laird(values: ArrayLike, errors: ArrayLike) -> RandomEffects:
    """The random-effects mean of *values* ``(n,)`` with standard errors *errors* ``(n,)``, n >= 2.

    Raises:
        RefusedError: If an error is missing or not positive, or there is one value only.

    >>> round(dersimonian_laird([34.3, 32.9, 34.5], [1.0, 0.7, 0.8]).tau2, 4)
    0.2223
    """
    value, error = as_measured(values, errors, least=2)
    fixed = weighted_mean(value, error)
    weight = in_canonical_order(value, error)[1] ** -2
    spare = float(weight.sum() - (weight**2).sum() / weight.sum())
    tau2 = max(0.0, (fixed.chi2 - fixed.degrees) / spare)
    return random_effects("dersimonian_laird", value, error, tau2)
