"""TruthFinder: near values lend each other support, and sources earn trust by the support they get.

``tau = -ln(1 - T)``; the support of a value is the tau of its sources, plus half of what its
neighbours have, times ``exp(-distance)`` in spreads of the item; its confidence is
``1 / (1 + exp(-0.3 support))``; the trust T of a source is its mean confidence. Reference: Yin, Han
and Yu, "Truth discovery with multiple conflicting information providers on the web", TKDE 2008.
"""

from __future__ import annotations

import numpy as np

from claimcheck.consensus.estimators.arrays import FloatArray
from claimcheck.consensus.truth.centres import spreads, weighted_medians
from claimcheck.consensus.truth.claims import ClaimTable
from claimcheck.consensus.truth.neighbours import lent_support
from claimcheck.consensus.truth.truths import Truths

START_TRUST = 0.9
MOST_TRUST = 1 - 1e-9
STILL = 1e-6


def truthfinder(
    table: ClaimTable, *, rho: float = 0.5, gamma: float = 0.3, rounds: int = 10
) -> Truths:
    """The claimed value of each item with the greatest confidence.

    Args:
        table: The claims.
        rho: Share of the support that comes from neighbouring values.
        gamma: How fast support becomes confidence; damps sources that are not independent.
        rounds: At most so many.
    """
    centre, scale = weighted_medians(table, table.ones), spreads(table)
    scaled = (table.value - centre[table.item]) / scale[table.item]
    trust = np.full(table.sources, START_TRUST)
    confidence = table.ones
    done = 0
    while done < rounds:
        done += 1
        tau = -np.log1p(-np.minimum(trust, MOST_TRUST))
        support = _support(table, scaled, tau[table.source], rho)
        confidence = 1 / (1 + np.exp(-gamma * support))
        earned = table.by_source(confidence) / np.maximum(table.claims_by_source, 1)
        stands = bool(np.abs(earned - trust).max() <= STILL)
        trust = earned
        if stands:
            break
    order = np.lexsort((table.value, -confidence, table.item))
    return Truths(
        table.value[order][table.starts],
        trust,
        done,
        tie_rule="of values with equal confidence the lower stands",
    )


def _support(table: ClaimTable, scaled: FloatArray, tau: FloatArray, rho: float) -> FloatArray:
    """Support of the value of each claim, ``(c,)``."""
    own = np.bincount(table.distinct, tau)[table.distinct]
    return np.asarray((1 - rho) * own + rho * lent_support(table, scaled, tau))
