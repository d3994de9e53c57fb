"""The random-effects mean, its intervals and its prediction interval, once tau² is known.

``w* = 1/(s² + tau²)``. Wald: ``m ± z sum(w*)^-1/2``. Hartung and Knapp:
``q = sum(w* (x - m)²)/(n - 1)``, ``se = sqrt(q / sum(w*))``, t with n - 1 degrees; modified:
``max(1, q)``, because plain HK can be narrower than Wald. Prediction: ``m ± c sqrt(tau² + se²)``.
The spread to report is the prediction interval, not the interval of the mean. References: Hartung
and Knapp, Stat. Med. 20, 2001; Röver et al., BMC Med. Res. Methodol. 15:99, 2015; Higgins et al.,
JRSS A 172, 2009.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from attrs import frozen

from claimcheck.consensus.estimators.arrays import FloatArray, in_canonical_order
from claimcheck.consensus.estimators.outcome import Estimate, Spread
from claimcheck.consensus.estimators.scipy_extra import scipy_module
from claimcheck.consensus.estimators.weighted_mean import centred_sums, weighted_mean

Test = Literal["wald", "hartung-knapp", "modified-hartung-knapp"]
Prediction = Literal["normal", "t(n-1)", "t(n-2)"]


@frozen
class RandomEffects:
    """A random-effects mean.

    Attributes:
        method: Name of the estimator of tau².
        mean: The mean, unit of the values.
        tau2: Variance between sources, unit squared.
        wald_error: ``sum(w*)^-1/2``.
        hartung_knapp: The ratio q.
        q: Cochran's Q about the fixed-effect mean.
        degrees: n - 1.
        p_value: Probability of a greater Q if the sources agreed.
        typical_variance: Typical variance within, ``(k-1) sum(w) / (sum(w)² - sum(w²))``.
        weights: Share of each value, in the order given.
    """

    method: str
    mean: float
    tau2: float
    wald_error: float
    hartung_knapp: float
    q: float
    degrees: int
    p_value: float
    typical_variance: float
    weights: tuple[float, ...]

    @property
    def i2(self) -> float:
        """Share of the variance that is between sources, in percent."""
        return 100 * self.tau2 / (self.tau2 + self.typical_variance)

    @property
    def h2(self) -> float:
        """Total variance over the typical variance within."""
        return self.tau2 / self.typical_variance + 1

    def error(self, test: Test = "modified-hartung-knapp") -> float:
        """Standard error of the mean that *test* goes by."""
        if test == "wald":
            return self.wald_error
        q = max(1.0, self.hartung_knapp) if test.startswith("modified") else self.hartung_knapp
        return self.wald_error * float(np.sqrt(q))

    def interval(
        self, test: Test = "modified-hartung-knapp", *, level: float = 0.95
    ) -> tuple[float, float]:
        """Interval of the mean: normal for Wald, t with n - 1 degrees for the others."""
        kind: Prediction = "normal" if test == "wald" else "t(n-1)"
        half = self._quantile(kind, level) * self.error(test)
        return self.mean - half, self.mean + half

    def prediction(
        self,
        test: Test = "modified-hartung-knapp",
        *,
        kind: Prediction | None = None,
        level: float = 0.95,
    ) -> tuple[float, float]:
        """Where the value of one more source is to be expected.

        Args:
            test: Which standard error of the mean is used.
            kind: The quantile: normal for Wald and t(n-1) for the others if None; ``t(n-2)`` is
                that of Higgins et al., infinite for two values.
            level: Probability within.
        """
        chosen: Prediction = kind or ("normal" if test == "wald" else "t(n-1)")
        half = self._quantile(chosen, level) * float(np.hypot(np.sqrt(self.tau2), self.error(test)))
        return self.mean - half, self.mean + half

    def to_estimate(self) -> Estimate:
        """The mean with the modified Hartung-Knapp interval and the prediction interval."""
        low, high = self.interval()
        below, above = self.prediction()
        return Estimate(
            method=self.method,
            estimate=self.mean,
            lower=low,
            upper=high,
            interval_kind=f"95 % interval of the mean, modified Hartung-Knapp, t({self.degrees})",
            spread=Spread(
                f"95 % prediction interval, modified Hartung-Knapp, t({self.degrees})", below, above
            ),
            weights=self.weights,
            diagnostics={
                "tau": float(np.sqrt(self.tau2)),
                "Q": self.q,
                "degrees of freedom": float(self.degrees),
                "p of Q": self.p_value,
                "I2 in percent": self.i2,
                "Hartung-Knapp q": self.hartung_knapp,
                "Wald error": self.wald_error,
            },
            notes=("the spread to report is the prediction interval",),
        )

    def _quantile(self, kind: Prediction, level: float) -> float:
        special = scipy_module("special")
        upper = (1 + level) / 2
        if kind == "normal":
            return float(special.ndtri(upper))
        degrees = self.degrees - (kind == "t(n-2)")
        return float(special.stdtrit(degrees, upper)) if degrees > 0 else float("inf")


def random_effects(method: str, value: FloatArray, error: FloatArray, tau2: float) -> RandomEffects:
    """The random-effects mean of values ``(n,)`` and errors ``(n,)`` for a given *tau2*."""
    fixed = weighted_mean(value, error)
    ordered, by_order, order = in_canonical_order(value, error)
    weight = 1 / (by_order**2 + tau2)
    mean, squares = centred_sums(ordered, weight)
    share = np.empty(value.size)
    share[order] = weight / weight.sum()
    precision = by_order**-2
    total = precision.sum()
    typical = fixed.degrees * total / (total**2 - (precision**2).sum())
    return RandomEffects(
        method=method,
        mean=mean,
        tau2=tau2,
        wald_error=float(weight.sum() ** -0.5),
        hartung_knapp=squares / fixed.degrees,
        q=fixed.chi2,
        degrees=fixed.degrees,
        p_value=fixed.p_value,
        typical_variance=float(typical),
        weights=tuple(share.tolist()),
    )
