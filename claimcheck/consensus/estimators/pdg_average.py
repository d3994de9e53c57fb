"""The average of the Particle Data Group: errors are scaled up where the values disagree.

``S = sqrt(chi² / (N' - 1))`` over the N' values with an error below ``3 sqrt(N) dm``, about their
own mean; the error of the mean is multiplied by S where S is above 1. The mean itself keeps all N
values. Averaging in steps is not averaging at once where S exceeds 1. Reference: Particle Data
Group, "Review of Particle Physics", introduction, section 5.2.2.
"""

from __future__ import annotations

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import (
    FloatArray,
    as_measured,
    as_vector,
    in_canonical_order,
)
from claimcheck.consensus.estimators.outcome import Estimate
from claimcheck.consensus.estimators.weighted_mean import weighted_mean

SMALL = 3.0


@frozen
class PdgAverage:
    """The average and its scale factor.

    Attributes:
        mean: Weighted mean of all values.
        error: Its standard error before scaling.
        chi2: Chi-squared of all values.
        limit: Errors from here on do not count for the scale factor, ``3 sqrt(N) dm``.
        counted: Number of values that do.
        scale: The factor S as computed; 1 where fewer than two values count.
        weights: Share of each value in the mean.
    """

    mean: float
    error: float
    chi2: float
    limit: float
    counted: int
    scale: float
    weights: tuple[float, ...]

    @property
    def scaled_error(self) -> float:
        """The error times S, never shrunk."""
        return self.error * max(1.0, self.scale)

    def to_estimate(self) -> Estimate:
        """The mean ± one scaled error."""
        return Estimate(
            method="pdg_average",
            estimate=self.mean,
            lower=self.mean - self.scaled_error,
            upper=self.mean + self.scaled_error,
            interval_kind=f"± one standard error, scale factor S = {max(1.0, self.scale):.3g}",
            weights=self.weights,
            diagnostics={
                "error before scaling": self.error,
                "chi-squared": self.chi2,
                "scale factor": self.scale,
                "values that count for it": float(self.counted),
            },
            notes=("look at the ideogram: a mean between two camps describes neither",),
        )


def pdg_average(
    values: ArrayLike, errors: ArrayLike, *, small_error_rule: bool = True
) -> PdgAverage:
    """The average of *values* ``(n,)`` with standard errors *errors* ``(n,)``.

    Args:
        values: What the sources say.
        errors: Their standard errors; statistical and systematic ones added in quadrature before.
        small_error_rule: Whether large errors stay out of the scale factor.

    Raises:
        RefusedError: If an error is missing or not positive.

    >>> round(pdg_average([10, 30], [4, 5]).scaled_error, 4)
    9.7561
    """
    value, error = as_measured(values, errors)
    pooled = weighted_mean(value, error)
    limit = SMALL * float(np.sqrt(value.size)) * pooled.error
    small = error < limit if small_error_rule else np.ones(value.size, bool)
    counted = int(small.sum())
    scale = weighted_mean(value[small], error[small]).birge if counted > 1 else 1.0
    return PdgAverage(pooled.mean, pooled.error, pooled.chi2, limit, counted, scale, pooled.weights)


def pdg_ideogram(
    values: ArrayLike, errors: ArrayLike, at: ArrayLike, *, small_error_rule: bool = True
) -> FloatArray:
    """The ideogram's density at each point of *at* ``(k,)``: a picture, and no likelihood.

    A Gaussian for each value, of an area in proportion to 1/error, so that one tiny error does not
    hide the rest; the whole area is 1. Two peaks mean two camps.

    Args:
        values: What the sources say, ``(n,)``.
        errors: Their standard errors, ``(n,)``.
        at: Where the density is wanted.
        small_error_rule: Whether values with errors of ``3 sqrt(N) dm`` or more stay out.
    """
    value, error = as_measured(values, errors)
    value, error, _ = in_canonical_order(value, error)
    kept = error < pdg_average(value, error).limit if small_error_rule else error > 0
    value, error = value[kept], error[kept]
    area = (1 / error) / (1 / error).sum()
    score = (as_vector(at, "points")[:, None] - value) / error
    height = area / (error * np.sqrt(2 * np.pi))
    return np.asarray((np.exp(-(score**2) / 2) * height).sum(axis=1))
