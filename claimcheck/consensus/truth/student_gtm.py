"""GTM with the tails of Student's t, so that a wild claim loses its pull instead of winning.

Residuals are scaled by 1.4826 times their median; a claim has the weight
``(nu + 1) / (nu + u²/s2_s)`` over the variance ``s2_s`` of its source, which is shrunk towards 1 as
if it had ``prior`` more claims. The EM steps of a scale mixture of normals: Lange, Little and
Taylor, "Robust statistical modeling using the t distribution", JASA 84, 1989.
"""

from __future__ import annotations

import numpy as np

from claimcheck.consensus.estimators.arrays import FloatArray
from claimcheck.consensus.truth.centres import weighted_means, weighted_medians
from claimcheck.consensus.truth.claims import ClaimTable
from claimcheck.consensus.truth.scale import wide_ranged
from claimcheck.consensus.truth.truths import Truths, settled

LEAST_VARIANCE = 0.02
MAD_TO_SD = 1.4826


def student_gtm(
    table: ClaimTable, *, nu: float = 3.0, prior: float = 8.0, rounds: int = 30
) -> Truths:
    """Robust weighted means; on logarithms where the items span two decades or more.

    Args:
        table: The claims.
        nu: Degrees of freedom of the tails.
        prior: So many claims' worth of the common variance is added to each source.
        rounds: At most so many.
    """
    logs = wide_ranged(table) and bool((table.value > 0).all())
    value = np.log(table.value) if logs else table.value
    truth = weighted_medians(table, table.ones, value)
    unit = np.full(table.items, _usual_residual(np.abs(value - truth[table.item])))
    variance = np.ones(table.sources)
    done = 0
    while done < rounds:
        done += 1
        squares = ((value - truth[table.item]) / unit[0]) ** 2
        pull = (nu + 1) / (nu + squares / variance[table.source])
        claims = prior + table.claims_by_source
        variance = np.maximum((prior + table.by_source(pull * squares)) / claims, LEAST_VARIANCE)
        moved = weighted_means(table, pull / variance[table.source], value)
        stands = settled(truth, moved, unit)
        truth = moved
        if stands:
            break
    return Truths(
        np.exp(truth) if logs else truth,
        1 / variance,
        done,
        tie_rule="claims are averaged by weight",
    )


def _usual_residual(distances: FloatArray) -> float:
    """1.4826 times the median distance that is not zero; 1 where all are."""
    apart = distances[distances > 0]
    return float(MAD_TO_SD * np.median(apart)) if apart.size else 1.0
