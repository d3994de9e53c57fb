"""The centre and the spread of every item at once: weighted medians, means, deviations."""

from __future__ import annotations

import numpy as np

from claimcheck.consensus.estimators.arrays import FloatArray
from claimcheck.consensus.truth.claims import ClaimTable

SLACK = 1e-9


def running_weights(table: ClaimTable, weights: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Cumulative weight within each item ``(c,)``, and the total of each item ``(n,)``.

    Weights are scaled by the largest of their item, so that no item's rounding reaches another's;
    an item without any weight counts its claims as equals.
    """
    largest = np.maximum.reduceat(weights, table.starts)[table.item]
    scaled = np.where(largest > 0, weights / np.where(largest > 0, largest, 1.0), 1.0)
    running = np.cumsum(scaled)
    before = (running - scaled)[table.starts]
    return running - before[table.item], table.by_item(scaled)


def weighted_medians(
    table: ClaimTable, weights: FloatArray, values: FloatArray | None = None
) -> FloatArray:
    """The lower weighted median of each item, ``(n,)``: a value that a source gave.

    It is the smallest value with half of the item's weight at or below it. An even split is not
    averaged: the lower of the two stands.

    Args:
        table: The claims, n items.
        weights: Weight of each claim, ``(c,)``.
        values: What to take the median of, in the order of the table's values; those if None.
    """
    running, total = running_weights(table, weights)
    reached = running >= total[table.item] / 2 - SLACK
    ahead = np.concatenate([[False], reached[:-1]])
    ahead[table.starts] = False
    first = np.flatnonzero(reached & ~ahead)
    return np.asarray((table.value if values is None else values)[first])


def weighted_means(
    table: ClaimTable, weights: FloatArray, values: FloatArray | None = None
) -> FloatArray:
    """The weighted mean of each item, ``(n,)``, centred on its median before anything is added."""
    value = table.value if values is None else values
    centre = weighted_medians(table, table.ones, value)
    total = table.by_item(weights)
    shift = table.by_item(weights * (value - centre[table.item]))
    return np.asarray(centre + shift / np.where(total > 0, total, 1.0))


def spreads(table: ClaimTable, values: FloatArray | None = None) -> FloatArray:
    """Population standard deviation of each item, ``(n,)``; 1 where its claims agree."""
    value = table.value if values is None else values
    mean = weighted_means(table, table.ones, value)
    variance = table.by_item((value - mean[table.item]) ** 2) / table.counts
    return np.asarray(np.where(table.contested & (variance > 0), np.sqrt(variance), 1.0))
