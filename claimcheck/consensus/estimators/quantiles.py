"""Weighted quantiles that are values of the data, counted from below and from above."""

from __future__ import annotations

import numpy as np

from claimcheck.consensus.estimators.arrays import FloatArray

SLACK = 1e-9


def lower_quantile(values: FloatArray, weights: FloatArray, share: float) -> float:
    """The least value with at least *share* of all weight at or below it.

    >>> lower_quantile(np.array([1.0, 2.0, 3.0, 4.0]), np.ones(4), 0.5)
    2.0
    """
    order = np.lexsort((weights, values))
    running = np.cumsum(weights[order])
    reached = running >= share * running[-1] * (1 - SLACK)
    return float(values[order][np.argmax(reached)])


def upper_quantile(values: FloatArray, weights: FloatArray, share: float) -> float:
    """The greatest value with at least *share* of all weight at or above it.

    >>> upper_quantile(np.array([1.0, 2.0, 3.0, 4.0]), np.ones(4), 0.5)
    3.0
    """
    return 0.0 - lower_quantile(-values, weights, share)
