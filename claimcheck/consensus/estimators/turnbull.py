"""Turnbull's estimator: the distribution that makes closed intervals most likely.

Mass lies only on innermost intervals (a lower end followed at once by an upper end). EM,
``p_j <- p_j * mean_i(A_ij / (Ap)_i)``, until the conditions of Karush, Kuhn and Tucker hold:
``max_j mean_i(A_ij / (Ap)_i) <= 1 + 1e-9``. Intervals are closed at both ends, as claims are; in
survival analysis they are half-open, which moves the innermost intervals. Where a mass lies within
its interval is not told by the data. Reference: Turnbull, JRSS B 38, 1976; Gentleman and Geyer,
Biometrika 81, 1994.
"""

from __future__ import annotations

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import FloatArray, as_intervals, as_weights
from claimcheck.consensus.estimators.outcome import Estimate

KKT = 1e-9
ROUNDS = 100_000
NO_MASS = 1e-12


@frozen
class Turnbull:
    """The distribution of greatest likelihood.

    Attributes:
        lower: Lower ends of the innermost intervals that bear mass.
        upper: Upper ends.
        mass: Their masses, summing to 1.
        log_likelihood: Sum of the logarithms of the claims' probabilities, by weight.
        gradient: ``max_j mean_i(A_ij / (Ap)_i)``: 1 at the maximum.
        converged: Whether the conditions of the maximum were reached.
    """

    lower: tuple[float, ...]
    upper: tuple[float, ...]
    mass: tuple[float, ...]
    log_likelihood: float
    gradient: float
    converged: bool

    @property
    def median(self) -> tuple[float, float]:
        """The innermost interval in which half of the mass is reached."""
        half = int(np.argmax(np.cumsum(self.mass) >= 0.5 - KKT))
        return self.lower[half], self.upper[half]

    def to_estimate(self) -> Estimate:
        """The median's interval; its width is no uncertainty, and the note says so."""
        low, high = self.median
        notes = ["a spread of 0 is no certainty: full overlap puts all mass on one interval"]
        if not self.converged:
            notes.append(f"stopped before the maximum: gradient {self.gradient:.12g}")
        return Estimate(
            method="turnbull",
            estimate=low if low == high else None,
            lower=low,
            upper=high,
            interval_kind="innermost interval of the median",
            diagnostics={
                "mass": self.mass,
                "mass lower ends": self.lower,
                "mass upper ends": self.upper,
                "log likelihood": self.log_likelihood,
            },
            notes=tuple(notes),
        )


def turnbull(lower: ArrayLike, upper: ArrayLike, weights: ArrayLike | None = None) -> Turnbull:
    """The estimator for closed intervals with ends ``(n,)``, ±inf where open.

    Raises:
        RefusedError: If there is no interval, or one is none.

    >>> turnbull([100, 150, 120], [200, 150, np.inf]).median
    (150.0, 150.0)
    """
    low, high = as_intervals(lower, upper)
    weight = as_weights(weights, low.size)
    order = np.lexsort((weight, high, low))
    low, high, share = low[order], high[order], weight[order] / weight.sum()
    start, stop = _innermost(low, high)
    covers = ((low[:, None] <= start) & (high[:, None] >= stop)).astype(np.float64)
    mass = np.full(start.size, 1 / start.size)
    gradient = np.full(start.size, np.inf)
    done = 0
    while done < ROUNDS and gradient.max() > 1 + KKT:
        mass = mass if done == 0 else mass * gradient
        gradient = covers.T @ (share / (covers @ mass))
        done += 1
    bears = mass > NO_MASS
    likelihood = float((share * np.log(covers @ mass)).sum() * weight.sum())
    return Turnbull(
        tuple(start[bears].tolist()),
        tuple(stop[bears].tolist()),
        tuple((mass[bears] / mass[bears].sum()).tolist()),
        likelihood,
        float(gradient.max()),
        bool(gradient.max() <= 1 + KKT),
    )


def _innermost(low: FloatArray, high: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Lower ends that are followed by an upper end, lower ends first where they are level."""
    ends = np.concatenate([low, high])
    is_upper = np.repeat([0, 1], low.size)
    order = np.lexsort((is_upper, ends))
    ends, is_upper = ends[order], is_upper[order]
    found = np.flatnonzero((is_upper[:-1] == 0) & (is_upper[1:] == 1))
    return ends[found], ends[found + 1]
