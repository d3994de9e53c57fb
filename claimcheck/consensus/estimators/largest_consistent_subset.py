"""The largest set of values that a chi-squared test leaves together: to flag with, not to conclude.

Among all subsets of the greatest size that pass ``chi² <= chi²_0.95(k - 1)`` the one with the
smallest chi-squared. It rejects outliers unsupervised: no consensus value should rest on it, and a
subset of half of the values or fewer is always to be had. Reference: Cox, Metrologia 44, 2007.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import (
    FloatArray,
    IntArray,
    as_measured,
    in_canonical_order,
)
from claimcheck.consensus.estimators.outcome import Estimate, Place
from claimcheck.consensus.estimators.scipy_extra import scipy_module
from claimcheck.errors import RefusedError

MOST = 20


@frozen
class ConsistentSubset:
    """The subset.

    Attributes:
        members: Positions of its values, in the order given.
        size: Their number.
        total: Number of all values.
        alternatives: How many subsets of that size pass.
        chi2: Its chi-squared.
        critical: The greatest that passes.
        mean: Its weighted mean.
        error: Standard error of that.
    """

    members: tuple[int, ...]
    size: int
    total: int
    alternatives: int
    chi2: float
    critical: float
    mean: float
    error: float

    @property
    def has_majority(self) -> bool:
        """Whether more than half of the values are in it."""
        return 2 * self.size > self.total

    def to_estimate(self) -> Estimate:
        """Which values are flagged; no estimate is concluded."""
        places = range(self.total)
        found = Estimate(
            method="largest_consistent_subset",
            by_claim={
                "subset": tuple(
                    "consistent" if place in self.members else "flagged" for place in places
                )
            },
            diagnostics={
                "chi-squared": self.chi2,
                "critical value": self.critical,
                "subsets of that size that pass": float(self.alternatives),
                "mean of the subset": Place(self.mean),
                "error of that mean": self.error,
            },
            notes=("flags values to look at; no value should be concluded from it",),
        )
        if self.has_majority:
            return found
        return found.withheld(
            (f"only {self.size} of {self.total} values are consistent with each other",)
        )


def largest_consistent_subset(
    values: ArrayLike, errors: ArrayLike, *, alpha: float = 0.05
) -> ConsistentSubset:
    """The subset of *values* ``(n,)`` with standard errors *errors* ``(n,)``, n at most 20.

    Args:
        values: What the sources say.
        errors: Their standard errors.
        alpha: Level of the test.

    Raises:
        RefusedError: If there are more than 20 values, or an error is missing or not positive.

    >>> largest_consistent_subset([10, 11, 30], [1, 1, 1]).members
    (0, 1)
    """
    given, stated = as_measured(values, errors)
    if given.size > MOST:
        raise RefusedError(f"{given.size} values have too many subsets", f"at most {MOST}")
    value, error, order = in_canonical_order(given, stated)
    offset, weight = value - value[value.size // 2], error**-2
    critical = scipy_module("special").chdtri(np.arange(1, value.size), alpha)
    for size in range(value.size, 0, -1):
        chosen = np.array(list(combinations(range(value.size), size)), dtype=np.intp)
        chi2 = _chi2(offset[chosen], weight[chosen])
        limit = float(critical[size - 2]) if size > 1 else 0.0
        passing = np.flatnonzero(chi2 <= limit) if size > 1 else np.arange(len(chosen))
        if passing.size:
            break
    best = chosen[passing[_least(chi2[passing], weight[chosen[passing]])]]
    total = float(weight[best].sum())
    mean = float(value[value.size // 2] + (weight[best] * offset[best]).sum() / total)
    return ConsistentSubset(
        members=tuple(sorted(order[best].tolist())),
        size=size,
        total=value.size,
        alternatives=passing.size,
        chi2=float(_chi2(offset[best], weight[best])),
        critical=limit,
        mean=mean,
        error=total**-0.5,
    )


def _chi2(offset: FloatArray, weight: FloatArray) -> FloatArray:
    total = weight.sum(axis=-1, keepdims=True)
    mean = (weight * offset).sum(axis=-1, keepdims=True) / total
    return np.asarray((weight * (offset - mean) ** 2).sum(axis=-1))


def _least(chi2: FloatArray, weight: FloatArray) -> IntArray:
    """The subset with the least chi-squared; of equals the one with the smallest error."""
    return np.asarray(np.lexsort((-weight.sum(axis=1), chi2))[0])
