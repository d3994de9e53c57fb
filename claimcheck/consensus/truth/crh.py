"""CRH: sources are weighed by how far they lie from the weighted median of the others and theirs.

Minimises the sum over sources of weight times loss. With absolute losses, scaled by the spread of
the item, the truth is a weighted median; ``w = -ln(L / max L)`` with L the mean loss of a source.
The mean, and not the sum as in the paper, because sources differ by a thousand in how much they
say. Reference: Li et al., "Resolving conflicts in heterogeneous data by truth discovery and source
reliability estimation", SIGMOD 2014.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

from claimcheck.consensus.estimators.arrays import FloatArray
from claimcheck.consensus.truth.centres import spreads, weighted_means, weighted_medians
from claimcheck.consensus.truth.claims import ClaimTable
from claimcheck.consensus.truth.truths import Truths, settled

LEAST_LOSS = 1e-12


def crh(
    table: ClaimTable,
    *,
    loss: Literal["absolute", "squared"] = "absolute",
    against: Literal["max", "sum"] = "max",
    per_claim: bool = True,
    rounds: int = 100,
) -> Truths:
    """Truths and weights by turns, until the truths stand still.

    Items whose claims all agree teach nothing and leave the losses alone.

    Args:
        table: The claims.
        loss: ``absolute`` gives weighted medians, ``squared`` weighted means.
        against: What a source's loss is compared with: the largest loss, or their sum.
        per_claim: Whether a source's loss is its mean loss, else its sum.
        rounds: At most so many.
    """
    absolute = loss == "absolute"
    centre = weighted_medians if absolute else weighted_means
    scale = spreads(table)
    teaching = table.contested[table.item].astype(np.float64)
    lessons = table.by_source(teaching)
    truth = centre(table, table.ones)
    weight = np.ones(table.sources)
    done = 0
    while done < rounds:
        done += 1
        weight = _weights(
            table, truth, scale, teaching, lessons,
            absolute=absolute, against=against, per_claim=per_claim,
        )  # fmt: skip
        moved = centre(table, weight[table.source])
        stands = settled(truth, moved, scale)
        truth = moved
        if stands:
            break
    return Truths(truth, weight, done)


def _weights(
    table: ClaimTable,
    truth: FloatArray,
    scale: FloatArray,
    teaching: FloatArray,
    lessons: FloatArray,
    *,
    absolute: bool,
    against: str,
    per_claim: bool,
) -> FloatArray:
    """Weight of each source, ``(m,)``; a source without a lesson has the mean loss of all."""
    distance = np.abs(table.value - truth[table.item])
    losses = (distance if absolute else distance**2) / scale[table.item] * teaching
    total = table.by_source(losses)
    if not losses.any():
        return np.ones(table.sources)
    if per_claim:
        usual = losses.sum() / teaching.sum()
        total = np.where(lessons > 0, total / np.maximum(lessons, 1.0), usual)
    total = np.maximum(total, LEAST_LOSS * total.sum())
    most = total.max() if against == "max" else total.sum()
    return np.asarray(-np.log(total / most * (1 - LEAST_LOSS)))
