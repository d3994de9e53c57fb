"""A vote in which a source's record counts, but never for more than a factor of e either way.

The accuracy of a source is its share of claims that equal the current winner, shrunk by two
claims' worth of the common rate; its weight is the odds against that rate, capped. Only items with
two claims or more count for the record.
"""

from __future__ import annotations

import numpy as np

from claimcheck.consensus.estimators.arrays import FloatArray
from claimcheck.consensus.truth.centres import weighted_medians
from claimcheck.consensus.truth.claims import ClaimTable
from claimcheck.consensus.truth.truths import Truths
from claimcheck.consensus.truth.votes import poll

SURE = 1e-6


def log_odds(share: FloatArray) -> FloatArray:
    """Logarithm of the odds of *share*, kept off 0 and 1."""
    safe = np.clip(share, SURE, 1 - SURE)
    return np.asarray(np.log(safe) - np.log1p(-safe))


def capped_vote(
    table: ClaimTable, *, prior: float = 2.0, cap: float = 1.0, rounds: int = 20
) -> Truths:
    """Winners and records by turns, until no winner changes.

    Args:
        table: The claims.
        prior: So many claims' worth of the common rate is added to each record.
        cap: The logarithm of a weight stays within ± this.
        rounds: At most so many.
    """
    compared = (table.counts >= 2)[table.item].astype(np.float64)  # noqa: PLR2004 - a pair
    records = table.by_source(compared)
    weight = np.ones(table.sources)
    found = poll(table, table.ones, weighted_medians(table, table.ones))
    done = 0
    while done < rounds:
        done += 1
        hits = compared * (table.value == found.winner[table.item])
        rate = hits.sum() / max(compared.sum(), 1.0)
        accuracy = (prior * rate + table.by_source(hits)) / (prior + records)
        weight = np.exp(np.clip(log_odds(accuracy) - log_odds(np.asarray(rate)), -cap, cap))
        by_claim = weight[table.source]
        new = poll(table, by_claim, weighted_medians(table, by_claim))
        stands = np.array_equal(new.winner, found.winner)
        found = new
        if stands:
            break
    return Truths(
        found.winner,
        weight,
        done,
        tie_rule="of tied values the one nearest the weighted median stands, the other is shown",
        rival=found.rival,
    )
