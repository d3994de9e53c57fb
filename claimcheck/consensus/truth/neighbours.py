"""The sum of weights of an item's claims, each damped by its distance, without listing pairs."""

from __future__ import annotations

import numpy as np

from claimcheck.consensus.estimators.arrays import FloatArray, IntArray
from claimcheck.consensus.truth.claims import ClaimTable

CELLS = 1 << 17
FARTHEST = 300.0


def lent_support(table: ClaimTable, scaled: FloatArray, weight: FloatArray) -> FloatArray:
    """Sum over an item's claims of weight times ``exp(-distance)``, for each claim, ``(c,)``.

    Sums run up and down the sorted values: an exponential kernel needs only the running sum
    before, so the cost is linear in the claims. Items of like size share one padded table.

    Args:
        table: The claims, sorted by value within an item.
        scaled: Values in units of the item's spread, ``(c,)``, in that order.
        weight: Weight of each claim, ``(c,)``.
    """
    support = np.empty(table.value.size)
    size_class = np.ceil(np.log2(table.counts)).astype(np.intp)
    for size in np.unique(size_class):
        members = np.flatnonzero(size_class == size)
        rows = max(CELLS >> int(size), 1)
        for start in range(0, members.size, rows):
            chunk = members[start : start + rows]
            _fill(table, scaled, weight, chunk, 1 << int(size), support)
    return support


def _fill(
    table: ClaimTable,
    scaled: FloatArray,
    weight: FloatArray,
    items: IntArray,
    width: int,
    support: FloatArray,
) -> None:
    """Write the support of the claims of *items*, all of at most *width* claims."""
    column = np.arange(width)
    real = column < table.counts[items][:, None]
    place = np.where(real, table.starts[items][:, None] + column, table.starts[items][:, None])
    value = np.where(real, scaled[place], 0.0)
    mass = np.where(real, weight[place], 0.0)
    middle = value.sum(axis=1, keepdims=True) / real.sum(axis=1, keepdims=True)
    offset = np.clip(value - middle, -FARTHEST, FARTHEST)
    up, down = np.exp(offset), np.exp(-offset)
    below = np.cumsum(mass * up, axis=1) * down
    above = (np.cumsum((mass * down)[:, ::-1], axis=1)[:, ::-1] - mass * down) * up
    support[place[real]] = (below + above)[real]
