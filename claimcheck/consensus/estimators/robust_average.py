"""The average that takes stated errors as lower bounds: a source may be worse than it says.

With ``R = |x - m| / u`` the likelihood of each value is ``erf(R/√2)/R`` (Jeffreys' prior of the
true error) or ``(1 - exp(-R²/2))/R²`` (the conservative one). The mean is where the product is
greatest, its error the curvature there. Often there are several maxima; their number is told.
References: Sivia and Skilling, "Data Analysis", 2006; Trassinelli and Maxton, 2024.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import FloatArray, as_measured, in_canonical_order
from claimcheck.consensus.estimators.outcome import Estimate, Place
from claimcheck.consensus.estimators.scipy_extra import scipy_module

Prior = Literal["jeffreys", "conservative"]
STEP = 1e-3
NEAR_ZERO = 1e-4
STEPS_PER_ERROR = 20
MOST_POINTS = 20_001


@frozen
class RobustAverage:
    """The average.

    Attributes:
        mean: Where the likelihood is greatest, unit of the values.
        error: From the curvature there.
        modes: Number of maxima.
        prior: Which likelihood was used.
    """

    mean: float
    error: float
    modes: int
    prior: str

    def to_estimate(self) -> Estimate:
        """The mean ± two errors, withheld where the likelihood has several maxima."""
        found = Estimate(
            method="robust_average",
            estimate=self.mean,
            lower=self.mean - 2 * self.error,
            upper=self.mean + 2 * self.error,
            interval_kind=f"± two standard errors, {self.prior} prior",
            diagnostics={
                "error": self.error,
                "maxima": float(self.modes),
                "mean": Place(self.mean),
            },
        )
        if self.modes == 1:
            return found
        return found.withheld((f"the likelihood has {self.modes} maxima: several answers fit",))


def robust_average(
    values: ArrayLike, errors: ArrayLike, *, prior: Prior = "jeffreys"
) -> RobustAverage:
    """The average of *values* ``(n,)`` with errors of at least *errors* ``(n,)``.

    Raises:
        RefusedError: If an error is missing or not positive.

    >>> round(robust_average([9, 10, 11], [1, 1, 1]).mean, 6)
    10.0
    """
    given, stated = as_measured(values, errors)
    value, error, _ = in_canonical_order(given, stated)
    base, unit = float(value[value.size // 2]), float(error.min())
    value, error = (value - base) / unit, error / unit
    span = float(np.ptp(value))
    count = int(min(max(span * STEPS_PER_ERROR, 1000), MOST_POINTS))
    grid = np.linspace(value[0] - 1, value[-1] + 1, count)
    height = _log_likelihood(grid, value, error, prior)
    peaks = (height[1:-1] > height[:-2]) & (height[1:-1] >= height[2:])
    best = int(np.argmax(height))
    found = scipy_module("optimize").minimize_scalar(
        lambda at: -float(_log_likelihood(np.array([at]), value, error, prior)[0]),
        bounds=(grid[max(best - 1, 0)], grid[min(best + 1, count - 1)]),
        method="bounded",
        options={"xatol": 1e-10},
    )
    mode = float(found.x)
    around = _log_likelihood(mode + STEP * np.array([-1.0, 0.0, 1.0]), value, error, prior)
    curvature = float(around[0] - 2 * around[1] + around[2]) / STEP**2
    return RobustAverage(
        base + unit * mode, unit * (-curvature) ** -0.5, max(int(peaks.sum()), 1), prior
    )


def _log_likelihood(
    at: FloatArray, value: FloatArray, error: FloatArray, prior: Prior
) -> FloatArray:
    """Log likelihood at each point, ``(g,)``, a constant apart; series where R is near 0."""
    distance = np.abs(at[:, None] - value) / error
    safe = np.maximum(distance, NEAR_ZERO)
    if prior == "jeffreys":
        likelihood = scipy_module("special").erf(safe / np.sqrt(2)) / safe
    else:
        likelihood = -np.expm1(-(safe**2) / 2) / safe**2
    return np.asarray(np.log(likelihood).sum(axis=1))
