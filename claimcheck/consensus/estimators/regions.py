"""How many intervals cover what: the regions of constant depth along the line."""

from __future__ import annotations

import numpy as np
from attrs import frozen

from claimcheck.consensus.estimators.arrays import FloatArray


@frozen(eq=False)
class Regions:
    """Closed regions in rising order, each covered by the same intervals throughout.

    Attributes:
        lower: Lower end of each region, ``(r,)``; may be ``-inf``.
        upper: Upper end, ``(r,)``; equal to the lower one where intervals meet in a point.
        depth: Weight of the intervals that cover it, ``(r,)``.
    """

    lower: FloatArray
    upper: FloatArray
    depth: FloatArray


def depth_at(
    points: FloatArray, lower: FloatArray, upper: FloatArray, weights: FloatArray
) -> FloatArray:
    """Weight of the closed intervals that hold each of *points*, ``(p,)``."""
    return np.asarray(_weight_up_to(points, lower, weights, "right")) - np.asarray(
        _weight_up_to(points, upper, weights, "left")
    )


def regions(lower: FloatArray, upper: FloatArray, weights: FloatArray) -> Regions:
    """Stretches between neighbouring ends, and single points that are deeper than both sides."""
    ends = np.unique(np.concatenate([lower, upper]))
    at_point = depth_at(ends, lower, upper, weights)
    after = _weight_up_to(ends, lower, weights, "right") - _weight_up_to(
        ends, upper, weights, "right"
    )
    before = np.concatenate([[0.0], after[:-1]])
    peak = (at_point > before) & (at_point > after)
    stretch = after[:-1] > 0
    starts = np.concatenate([ends[peak], ends[:-1][stretch]])
    stops = np.concatenate([ends[peak], ends[1:][stretch]])
    depth = np.concatenate([at_point[peak], after[:-1][stretch]])
    order = np.lexsort((stops, starts))
    return Regions(starts[order], stops[order], depth[order])


def _weight_up_to(
    points: FloatArray, ends: FloatArray, weights: FloatArray, side: str
) -> FloatArray:
    """Weight of the *ends* below each point; those at it count where *side* is ``right``."""
    order = np.lexsort((weights, ends))
    running = np.concatenate([[0.0], np.cumsum(weights[order])])
    position = (
        np.searchsorted(ends[order], points, side="right")
        if side == "right"
        else np.searchsorted(ends[order], points, side="left")
    )
    return np.asarray(running[position])
