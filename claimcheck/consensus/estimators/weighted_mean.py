"""The weighted mean of values with stated errors, its chi-squared and its Birge ratio.

``w = 1/s²``, ``m = sum(w x) / sum(w)``, ``dm = sum(w)^-1/2``, ``chi² = sum(w (x - m)²)``,
``R_B = sqrt(chi² / (n - 1))``. Data are centred before anything is added, in an order that their
content decides: the order of the input cannot matter. Reference: Birge, Phys. Rev. 40, 1932.
"""

from __future__ import annotations

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import FloatArray, as_measured, in_canonical_order
from claimcheck.consensus.estimators.outcome import Estimate
from claimcheck.consensus.estimators.scipy_extra import scipy_module


@frozen
class WeightedMean:
    """The mean and how well the values agree with it.

    Attributes:
        mean: Weighted mean, unit of the values.
        error: Its standard error from the stated errors alone.
        chi2: Sum of squared residuals in stated errors (Cochran's Q).
        degrees: Degrees of freedom, n - 1.
        p_value: Probability of a greater chi-squared if the errors hold; 1 for one value.
        weights: Share of each value, in the order given.
    """

    mean: float
    error: float
    chi2: float
    degrees: int
    p_value: float
    weights: tuple[float, ...]

    @property
    def birge(self) -> float:
        """The Birge ratio; 1 for a single value."""
        return float(np.sqrt(self.chi2 / self.degrees)) if self.degrees else 1.0

    @property
    def birge_error(self) -> float:
        """The error times the Birge ratio, smaller than the error where the ratio is below 1."""
        return self.error * self.birge

    def to_estimate(self) -> Estimate:
        """The mean with ± 1.96 errors, enlarged by a Birge ratio above 1 and never shrunk."""
        enlarged = self.error * max(1.0, self.birge)
        half = 1.959963984540054 * enlarged
        return Estimate(
            method="weighted_mean",
            estimate=self.mean,
            lower=self.mean - half,
            upper=self.mean + half,
            interval_kind="95 % normal interval of the mean, Birge ratio applied where above 1",
            weights=self.weights,
            diagnostics={
                "error": self.error,
                "chi-squared": self.chi2,
                "degrees of freedom": float(self.degrees),
                "p": self.p_value,
                "Birge ratio": self.birge,
            },
        )


def centred_sums(value: FloatArray, weight: FloatArray) -> tuple[float, float]:
    """Weighted mean and weighted sum of squares about it, of values in canonical order."""
    base = value[value.size // 2]
    offset = value - base
    shift = float((weight * offset).sum() / weight.sum())
    return float(base + shift), float((weight * (offset - shift) ** 2).sum())


def weighted_mean(values: ArrayLike, errors: ArrayLike) -> WeightedMean:
    """The weighted mean of *values* ``(n,)`` with standard errors *errors* ``(n,)``.

    Raises:
        RefusedError: If an error is missing or not positive.
        MissingExtraError: If scipy is not installed.

    >>> round(weighted_mean([10, 30], [4, 5]).mean, 6)
    17.804878
    """
    value, error = as_measured(values, errors)
    ordered, by_order, order = in_canonical_order(value, error)
    weight = 1 / by_order**2
    mean, chi2 = centred_sums(ordered, weight)
    share = np.empty(value.size)
    share[order] = weight / weight.sum()
    degrees = value.size - 1
    p_value = float(scipy_module("special").chdtrc(degrees, chi2)) if degrees else 1.0
    return WeightedMean(
        mean, float(weight.sum() ** -0.5), chi2, degrees, p_value, tuple(share.tolist())
    )
