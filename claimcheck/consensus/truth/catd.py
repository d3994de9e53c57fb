"""CATD: a source's weight is the cautious end of what its errors allow, so few claims earn little.

``w_s = chi2inv(alpha/2, n_s) / sum of squared errors``, with the LOWER quantile of chi-squared:
a source with two claims and small errors may have been lucky. Truths are weighted means of claims
scaled by item. Reference: Li et al., "A confidence-aware approach for truth discovery on long-tail
data", PVLDB 8(4), 2015, equations 1-7 and tables 5 and 6.
"""

from __future__ import annotations

import numpy as np

from claimcheck.consensus.estimators.arrays import FloatArray
from claimcheck.consensus.estimators.scipy_extra import scipy_module
from claimcheck.consensus.truth.centres import spreads, weighted_means, weighted_medians
from claimcheck.consensus.truth.claims import ClaimTable
from claimcheck.consensus.truth.truths import Truths, settled

LEAST_ERROR = 1e-9


def cautious_variance(
    squared_errors: FloatArray, claims: FloatArray, *, alpha: float = 0.05
) -> FloatArray:
    """Upper confidence limit of each source's error variance, ``(m,)``: the inverse of its weight.

    Args:
        squared_errors: Sum of squared errors of each source, ``(m,)``, scaled claims.
        claims: Number of claims of each source, ``(m,)``.
        alpha: Two-sided level.

    >>> cautious_variance(np.array([0.1 * 200, 0.1 * 2]), np.array([200.0, 2.0])).round(4).tolist()
    [0.1229, 3.9498]
    """
    quantile = scipy_module("special").chdtri(claims, 1 - alpha / 2)
    return np.asarray(np.maximum(squared_errors, LEAST_ERROR) / quantile)


def catd(table: ClaimTable, *, alpha: float = 0.05, rounds: int = 100) -> Truths:
    """Truths and weights by turns, until no truth moves by a millionth of its item's spread.

    Outliers should be set aside before: a mean of raw claims follows them.
    """
    centre, scale = weighted_medians(table, table.ones), spreads(table)
    scaled = (table.value - centre[table.item]) / scale[table.item]
    claims = np.maximum(table.claims_by_source, 1).astype(np.float64)
    truth, unit = np.zeros(table.items), np.ones(table.items)
    weight = np.ones(table.sources)
    done = 0
    while done < rounds:
        done += 1
        errors = table.by_source((scaled - truth[table.item]) ** 2)
        weight = 1 / cautious_variance(errors, claims, alpha=alpha)
        moved = weighted_means(table, weight[table.source], scaled)
        stands = settled(truth, moved, unit)
        truth = moved
        if stands:
            break
    return Truths(centre + scale * truth, weight, done, tie_rule="claims are averaged by weight")
