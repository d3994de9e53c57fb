"""How far each value stands from a reference, in its own expanded uncertainty.

``d_i = x_i - x_ref``, ``U_i = k sqrt(u_i² - u_ref²)`` for values that the reference averages and
``k sqrt(u_i² + u_ref²)`` for the others; ``|d_i| <= U_i`` is equivalence. The reference is the mean
of the largest consistent subset unless one is given. Reference: Cox, Metrologia 39, 2002.
"""

from __future__ import annotations

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import as_measured
from claimcheck.consensus.estimators.largest_consistent_subset import largest_consistent_subset
from claimcheck.consensus.estimators.outcome import Estimate, Place


@frozen
class DegreesOfEquivalence:
    """Distances from the reference, in the order of the values.

    Attributes:
        reference: The reference value.
        reference_error: Its standard error.
        distance: ``x_i - x_ref`` of each value.
        expanded: Expanded uncertainty of each distance.
    """

    reference: float
    reference_error: float
    distance: tuple[float, ...]
    expanded: tuple[float, ...]

    @property
    def normalised(self) -> tuple[float, ...]:
        """Each distance over its expanded uncertainty; beyond ± 1 it is not equivalent."""
        pairs = zip(self.distance, self.expanded, strict=True)
        return tuple(float(np.divide(gap, reach)) if reach else np.inf for gap, reach in pairs)

    def to_estimate(self) -> Estimate:
        """The distances; nothing is concluded about the value."""
        return Estimate(
            method="degrees_of_equivalence",
            by_claim={
                "distance": self.distance,
                "expanded uncertainty": self.expanded,
                "normalised": self.normalised,
                "equivalent": tuple("yes" if abs(far) <= 1 else "no" for far in self.normalised),
            },
            diagnostics={
                "reference": Place(self.reference),
                "reference error": self.reference_error,
            },
            notes=("says who stands apart from the reference; no estimate of its own",),
        )


def degrees_of_equivalence(
    values: ArrayLike,
    errors: ArrayLike,
    *,
    reference: tuple[float, float] | None = None,
    coverage: float = 2.0,
) -> DegreesOfEquivalence:
    """The degrees of equivalence of *values* ``(n,)`` with standard errors *errors* ``(n,)``.

    Args:
        values: What the sources say.
        errors: Their standard errors.
        reference: A value and its standard error from elsewhere; the mean of the largest
            consistent subset if None.
        coverage: The factor k; 2 for about 95 %.

    Raises:
        RefusedError: If an error is missing or not positive.

    >>> degrees_of_equivalence([10, 12], [1, 1], reference=(10, 0)).normalised
    (0.0, 1.0)
    """
    value, error = as_measured(values, errors)
    inside = np.zeros(value.size, bool)
    if reference is None:
        subset = largest_consistent_subset(value, error)
        inside[list(subset.members)] = True
        reference = (subset.mean, subset.error)
    centre, uncertainty = float(reference[0]), float(reference[1])
    squared = error**2 + np.where(inside, -1.0, 1.0) * uncertainty**2
    expanded = coverage * np.sqrt(np.maximum(squared, 0.0))
    return DegreesOfEquivalence(
        centre, uncertainty, tuple((value - centre).tolist()), tuple(expanded.tolist())
    )
