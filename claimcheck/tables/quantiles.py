"""Weighted quantiles of intervals: the interval median, and the p-box as the honest spread.

The lower ends are what is plausible, the upper ends what is certain: of all weight W,
``W(lower <= x)`` may lie at or below x, and ``W(upper <= x)`` must. Quantiles of the two bound the
quantile of whatever the values are. Never empty, exact, and right for open ends.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from attrs import frozen

from claimcheck.tables.groups import Block, FloatArray, Groups

SHARE_TOLERANCE = 1e-9
"""Share of the total weight that counts as none: three thirds of a vote are one vote."""


class Bounds(NamedTuple):
    """One closed interval a group, shape ``(g,)``; NaN for a group without weight."""

    lower: FloatArray
    upper: FloatArray


@frozen(eq=False)
class Spread:
    """The interval median and the p-box of each group.

    Attributes:
        median: The interval median.
        box: From the low quantile of the lower ends to the high quantile of the upper ends.
    """

    median: Bounds
    box: Bounds


def interval_median(
    lower: FloatArray, upper: FloatArray, weights: FloatArray, groups: Groups
) -> Bounds:
    """The values x with half of the weight at or below x, and half at or above it.

    ``{x : W(lower <= x) >= W/2 and W(upper >= x) >= W/2}``, as a closed interval.

    Args:
        lower: Least value of each row, without NaN, may be infinite, shape ``(n,)``.
        upper: Greatest value of each row, not below *lower*, shape ``(n,)``.
        weights: Weight of each row, not negative, shape ``(n,)``.
        groups: Which rows belong together.

    Two points that differ give all that lies between them, never their mean:

    >>> ends = np.array([5.0, 50.0])
    >>> median = interval_median(ends, ends, np.ones(2), Groups.of(np.zeros(2, int), 1))
    >>> median.lower.item(), median.upper.item()
    (5.0, 50.0)
    """
    return spread(lower, upper, weights, groups).median


def p_box(
    lower: FloatArray,
    upper: FloatArray,
    weights: FloatArray,
    groups: Groups,
    *,
    low: float = 0.1,
    high: float = 0.9,
) -> Bounds:
    """From the *low* quantile of the lower ends to the *high* quantile of the upper ends.

    The least x with ``W(lower <= x) >= low W``, and the greatest with
    ``W(upper >= x) >= (1 - high) W``; with 0 and 1 it is the envelope.

    Args:
        lower: Least value of each row, without NaN, may be infinite, shape ``(n,)``.
        upper: Greatest value of each row, not below *lower*, shape ``(n,)``.
        weights: Weight of each row, not negative, shape ``(n,)``.
        groups: Which rows belong together.
        low: Share of the weight that may lie below the box.
        high: Share of the weight that must not lie above it.
    """
    return spread(lower, upper, weights, groups, low=low, high=high).box


def spread(
    lower: FloatArray,
    upper: FloatArray,
    weights: FloatArray,
    groups: Groups,
    *,
    low: float = 0.1,
    high: float = 0.9,
) -> Spread:
    """The interval median and the p-box together, for the cost of one of them.

    Args:
        lower: Least value of each row, without NaN, may be infinite, shape ``(n,)``.
        upper: Greatest value of each row, not below *lower*, shape ``(n,)``.
        weights: Weight of each row, not negative, shape ``(n,)``.
        groups: Which rows belong together.
        low: Share of the weight that may lie below the box.
        high: Share of the weight that must not lie above it.
    """
    median_lower, box_lower = weighted_quantiles(lower, weights, groups, (0.5, low))
    median_upper, box_upper = -weighted_quantiles(-upper, weights, groups, (0.5, 1 - high))
    return Spread(median=Bounds(median_lower, median_upper), box=Bounds(box_lower, box_upper))


def weighted_quantiles(
    values: FloatArray, weights: FloatArray, groups: Groups, shares: tuple[float, ...]
) -> FloatArray:
    """The least value of each group at or below which a share of its weight lies.

    Args:
        values: Value of each row, without NaN, may be infinite, shape ``(n,)``.
        weights: Weight of each row, not negative, shape ``(n,)``.
        groups: Which rows belong together.
        shares: Shares of the weight, from 0 (the least value with any weight) to 1.

    Returns:
        One row a share, shape ``(len(shares), g)``; NaN for a group without weight.

    >>> values, group = np.array([3.0, 1, 2]), Groups.of(np.zeros(3, int), 1)
    >>> weighted_quantiles(values, np.ones(3), group, (0, 0.5, 1)).ravel().tolist()
    [1.0, 2.0, 3.0]
    """
    values, weights = groups.arrange(values), groups.arrange(weights)
    quantiles = np.full((len(shares), len(groups.sizes)), np.nan)

    lone = np.flatnonzero(groups.sizes == 1)
    row = groups.starts[lone]
    quantiles[:, lone] = np.where(weights[row] > 0, values[row], np.nan)

    for block in groups.blocks(np.flatnonzero(groups.sizes > 1)):
        quantiles[:, block.groups] = _block_quantiles(block, values, weights, shares)
    return quantiles


def _block_quantiles(
    block: Block, values: FloatArray, weights: FloatArray, shares: npt.ArrayLike
) -> FloatArray:
    """The quantiles of the groups of a block, shape ``(len(shares), r)``."""
    cells = block.take(values)
    ascending = np.argsort(cells, axis=1)
    cells = np.take_along_axis(cells, ascending, axis=1)
    summed = np.take_along_axis(block.take(weights, fill=0.0), ascending, axis=1).cumsum(axis=1)
    total = summed[:, -1]
    asked = (np.asarray(shares)[:, np.newaxis] - SHARE_TOLERANCE) * total
    reached = (summed >= asked[:, :, np.newaxis]) & (summed > 0)
    found = cells[np.arange(len(cells)), reached.argmax(axis=2)]
    return np.where(total > 0, found, np.nan)
