"""The hierarchical Gaussian model by quadrature: mu flat, tau half-Cauchy, stated errors known.

``x_i ~ N(mu, u_i² + tau²)``, ``tau ~ half-Cauchy(scale)``, the scale being 1.4826 times the median
absolute deviation of the values (of the stated errors where that is 0). Given tau, mu is normal, so
one sum over a fine grid of ln(tau) gives the posterior; nothing is sampled. Reference: Gelman,
Bayesian Analysis 1, 2006; Koepke et al., Metrologia 54, 2017.
"""

from __future__ import annotations

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import FloatArray, as_measured, in_canonical_order
from claimcheck.consensus.estimators.linear_opinion_pool import mixture_quantile
from claimcheck.consensus.estimators.outcome import Estimate, Spread

GRID = 4000
SMALLEST, LARGEST = 1e-6, 1e6
MAD_TO_SD = 1.4826


@frozen
class HierarchicalBayes:
    """The posterior.

    Attributes:
        mean: Posterior mean of mu, unit of the values.
        sd: Posterior standard deviation of mu.
        lower: 2.5 % quantile of mu.
        upper: 97.5 % quantile of mu.
        tau: Posterior mean of tau.
        tau_scale: Scale of the prior of tau.
        predicted_lower: 2.5 % quantile of what one more source would find without error.
        predicted_upper: Its 97.5 % quantile.
        weights: Posterior mean share of each value, in the order given.
    """

    mean: float
    sd: float
    lower: float
    upper: float
    tau: float
    tau_scale: float
    predicted_lower: float
    predicted_upper: float
    weights: tuple[float, ...]

    def to_estimate(self) -> Estimate:
        """The posterior mean with the central 95 % of mu and of the prediction."""
        return Estimate(
            method="hierarchical_bayes",
            estimate=self.mean,
            lower=self.lower,
            upper=self.upper,
            interval_kind="central 95 % of the posterior of the mean",
            spread=Spread(
                "central 95 % of the posterior predictive",
                self.predicted_lower,
                self.predicted_upper,
            ),
            weights=self.weights,
            diagnostics={
                "posterior standard deviation": self.sd,
                "posterior mean of tau": self.tau,
                "prior scale of tau": self.tau_scale,
            },
            notes=("the prior of tau counts where sources are few",),
        )


def hierarchical_bayes(
    values: ArrayLike, errors: ArrayLike, *, tau_scale: float | None = None
) -> HierarchicalBayes:
    """The posterior for *values* ``(n,)`` with standard errors *errors* ``(n,)``, n >= 2.

    Args:
        values: What the sources say.
        errors: Their standard errors, taken to be known.
        tau_scale: Scale of the half-Cauchy prior of tau; by the data if None.

    Raises:
        RefusedError: If an error is missing or not positive, or there is one value only.

    >>> round(hierarchical_bayes([9, 10, 11], [1, 1, 1]).mean, 6)
    10.0
    """
    given, stated = as_measured(values, errors, least=2)
    value, error, order = in_canonical_order(given, stated)
    base = float(np.median(value))
    deviation = MAD_TO_SD * float(np.median(np.abs(value - base)))
    scale = tau_scale or deviation or float(np.median(error))
    tau = np.geomspace(SMALLEST, LARGEST, GRID) * scale
    weight = 1 / (error**2 + tau[:, None] ** 2)
    total = weight.sum(axis=1)
    mean = (weight * (value - base)).sum(axis=1) / total
    mass = _posterior(value - base, weight, total, mean, tau, scale)
    centre = float((mass * mean).sum())
    variance = float((mass * (1 / total + (mean - centre) ** 2)).sum())
    share = np.empty(value.size)
    share[order] = mass @ (weight / total[:, None])
    inner, outer = total**-0.5, np.sqrt(1 / total + tau**2)
    kept = mass > mass.max() * 1e-14
    inside = (base + mean[kept], inner[kept], mass[kept] / mass[kept].sum())
    beyond = (base + mean[kept], outer[kept], mass[kept] / mass[kept].sum())
    return HierarchicalBayes(
        mean=base + centre,
        sd=float(np.sqrt(variance)),
        lower=mixture_quantile(0.025, *inside),
        upper=mixture_quantile(0.975, *inside),
        tau=float((mass * tau).sum()),
        tau_scale=scale,
        predicted_lower=mixture_quantile(0.025, *beyond),
        predicted_upper=mixture_quantile(0.975, *beyond),
        weights=tuple(share.tolist()),
    )


def _posterior(
    offset: FloatArray,
    weight: FloatArray,
    total: FloatArray,
    mean: FloatArray,
    tau: FloatArray,
    scale: float,
) -> FloatArray:
    """Posterior mass of each grid point of ln(tau), summing to 1."""
    squares = (weight * (offset - mean[:, None]) ** 2).sum(axis=1)
    log = np.log(weight).sum(axis=1) / 2 - np.log(total) / 2 - squares / 2
    log += np.log(tau) - np.log1p((tau / scale) ** 2)
    mass = np.exp(log - log.max())
    return np.asarray(mass / mass.sum())
