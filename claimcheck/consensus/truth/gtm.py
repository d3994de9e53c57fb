"""GTM: a Gaussian model in which every source has an error variance of its own.

Claims are scaled by item; ``x_si ~ N(mu_i, s2_s)``, ``mu_i ~ N(0, 1)`` and
``s2_s ~ InvGamma(10, 10)``; the updates are its EM steps. Reference: Zhao and Han, "A probabilistic
model for estimating real-valued truth from conflicting sources", QDB 2012.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

from claimcheck.consensus.truth.centres import spreads, weighted_means, weighted_medians
from claimcheck.consensus.truth.claims import ClaimTable
from claimcheck.consensus.truth.truths import Truths, settled


def gtm(
    table: ClaimTable,
    *,
    centre: Literal["median", "mean"] = "median",
    alpha: float = 10.0,
    beta: float = 10.0,
    rounds: int = 99,
) -> Truths:
    """Posterior means of the items, and one over the error variance of the sources.

    Squares follow outliers: set those aside first.

    Args:
        table: The claims.
        centre: What the claims of an item are centred on, towards which the prior pulls.
        alpha: Shape of the prior of a source's variance: it counts as 2·(alpha + 1) claims.
        beta: Its scale.
        rounds: At most so many.
    """
    middle = weighted_medians if centre == "median" else weighted_means
    zero, scale = middle(table, table.ones), spreads(table)
    scaled = (table.value - zero[table.item]) / scale[table.item]
    truth, unit = np.zeros(table.items), np.ones(table.items)
    variance = np.ones(table.sources)
    done = 0
    while done < rounds:
        done += 1
        errors = table.by_source((scaled - truth[table.item]) ** 2)
        variance = (2 * beta + errors) / (2 * (alpha + 1) + table.claims_by_source)
        precision = 1 / variance[table.source]
        moved = table.by_item(scaled * precision) / (1 + table.by_item(precision))
        stands = settled(truth, moved, unit)
        truth = moved
        if stands:
            break
    return Truths(
        zero + scale * truth, 1 / variance, done, tie_rule="claims are averaged by weight"
    )
