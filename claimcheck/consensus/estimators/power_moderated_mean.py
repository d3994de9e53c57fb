"""The power-moderated mean: between the plain and the weighted mean, by how many values there are.

``w ∝ ((u² + s²)^(a/2) S^(2-a))^-1`` with ``a = 2 - 3/n``, s² the variance between sources after
Paule and Mandel, and ``S² = n max(var of the arithmetic mean, var of the Paule-Mandel mean)``; the
uncertainty of the mean is ``(sum 1/((u² + s²)^(a/2) S^(2-a)))^-1/2``. Reference: Pommé and
Keightley, Metrologia 52, 2015.
"""

from __future__ import annotations

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import as_measured, in_canonical_order
from claimcheck.consensus.estimators.outcome import Estimate
from claimcheck.consensus.estimators.paule_mandel import paule_mandel_tau2
from claimcheck.consensus.estimators.weighted_mean import centred_sums

MEASURED_ERRORS = 3.0


@frozen
class PowerModeratedMean:
    """The mean.

    Attributes:
        mean: Unit of the values.
        error: Its standard error.
        power: The exponent a, 0 for the arithmetic and 2 for the weighted mean.
        characteristic: The characteristic uncertainty S of one value.
        weights: Share of each value, in the order given.
    """

    mean: float
    error: float
    power: float
    characteristic: float
    weights: tuple[float, ...]

    def to_estimate(self) -> Estimate:
        """The mean ± two errors."""
        return Estimate(
            method="power_moderated_mean",
            estimate=self.mean,
            lower=self.mean - 2 * self.error,
            upper=self.mean + 2 * self.error,
            interval_kind="± two standard errors",
            weights=self.weights,
            diagnostics={
                "error": self.error,
                "power": self.power,
                "characteristic uncertainty": self.characteristic,
            },
        )


def power_moderated_mean(
    values: ArrayLike, errors: ArrayLike, *, power: float | None = None
) -> PowerModeratedMean:
    """The mean of *values* ``(n,)`` with standard errors *errors* ``(n,)``, n >= 2.

    Args:
        values: What the sources say.
        errors: Their standard errors.
        power: The exponent; ``2 - 3/n``, not below 0, if None.

    Raises:
        RefusedError: If an error is missing or not positive, or there is one value only.

    >>> power_moderated_mean([9, 10, 11], [1, 1, 1]).mean
    10.0
    """
    given, stated = as_measured(values, errors, least=2)
    value, error, order = in_canonical_order(given, stated)
    count = value.size
    exponent = max(0.0, 2 - MEASURED_ERRORS / count) if power is None else power
    variance = error**2 + paule_mandel_tau2(value, error)
    arithmetic = centred_sums(value, np.ones(count))[1] / (count * (count - 1))
    characteristic = float(np.sqrt(count * max(arithmetic, 1 / (1 / variance).sum())))
    weight = 1 / (variance ** (exponent / 2) * characteristic ** (2 - exponent))
    share = np.empty(count)
    share[order] = weight / weight.sum()
    return PowerModeratedMean(
        centred_sums(value, weight)[0],
        float(weight.sum() ** -0.5),
        exponent,
        characteristic,
        tuple(share.tolist()),
    )
