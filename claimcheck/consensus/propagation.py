"""Parts and wholes without errors: every bound tightened as far as the totals force it.

A total ``sum(a_i x_i) = b`` bounds each term by what the others leave:
``a_i x_i <= b - sum of the least of the others``. Bounds are tightened by turns until none moves;
if one crosses the other, no values in the claimed ranges fit, which is a proof and no estimate.
Reference: Davis, "Constraint propagation with interval labels", Artif. Intell. 32, 1987.
"""

from __future__ import annotations

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import FloatArray, as_intervals, as_vector
from claimcheck.errors import RefusedError

ROUNDS = 1000
SLACK = 1e-9


@frozen
class Propagation:
    """Tightened ranges, or the proof that nothing fits.

    Attributes:
        lower: Least value of each figure that the totals leave; None where nothing fits.
        upper: Greatest value; None likewise.
        impossible: Positions of the totals that no values in the ranges can satisfy.
        gap: Least amount by which each total is missed, ``(m,)``; 0 where it can hold alone.
    """

    lower: tuple[float, ...] | None
    upper: tuple[float, ...] | None
    impossible: tuple[int, ...]
    gap: tuple[float, ...]

    @property
    def fits(self) -> bool:
        """Whether no contradiction was found."""
        return self.lower is not None


def tighten(
    lower: ArrayLike,
    upper: ArrayLike,
    constraints: ArrayLike,
    totals: ArrayLike | None = None,
) -> Propagation:
    """Tighten ranges with ends ``(n,)``, ±inf where open, until every total's bounds hold.

    Args:
        lower: Lower ends.
        upper: Upper ends.
        constraints: One row a total, ``(m, n)``: 1 for the whole and -1 for each part.
        totals: What each row adds up to, ``(m,)``; zeros if None.

    Raises:
        RefusedError: If shapes differ, or a lower end exceeds its upper end.

    >>> tighten([90, 30, 0], [100, 40, 200], [[1, -1, -1]]).lower
    (90.0, 30.0, 50.0)
    """
    low, high = as_intervals(lower, upper)
    matrix = np.atleast_2d(np.asarray(constraints, dtype=np.float64))
    if matrix.shape[1] != low.size:
        raise RefusedError(f"constraints have shape {matrix.shape}", f"give rows of {low.size}")
    target = np.zeros(len(matrix)) if totals is None else as_vector(totals, "totals")
    gap = _gaps(low, high, matrix, target)
    size = np.abs(np.concatenate([low[np.isfinite(low)], high[np.isfinite(high)], target]))
    slack = SLACK * float(size.max(initial=1.0))
    missed = np.flatnonzero(gap > slack)
    done = 0
    while missed.size == 0 and done < ROUNDS:
        done += 1
        new_low, new_high = _step(low, high, matrix, target)
        crossed = new_low > new_high + slack
        if crossed.any():
            missed = np.flatnonzero((matrix[:, crossed] != 0).any(axis=1))
            break
        new_high = np.maximum(new_low, new_high)
        settled = _still(low, new_low, slack) and _still(high, new_high, slack)
        low, high = new_low, new_high
        if settled:
            break
    shown = tuple(gap.tolist())
    if missed.size:
        return Propagation(None, None, tuple(missed.tolist()), shown)
    return Propagation(tuple(low.tolist()), tuple(high.tolist()), (), shown)


def _terms(low: FloatArray, high: FloatArray, matrix: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Least and greatest of every term ``a_i x_i``, ``(m, n)``; 0 where a figure has no part."""
    present = matrix != 0
    safe = np.where(present, matrix, 1.0)
    one, other = safe * low, safe * high
    return (
        np.where(present, np.minimum(one, other), 0.0),
        np.where(present, np.maximum(one, other), 0.0),
    )


def _gaps(low: FloatArray, high: FloatArray, matrix: FloatArray, target: FloatArray) -> FloatArray:
    least, most = _terms(low, high, matrix)
    short, over = target - most.sum(axis=1), least.sum(axis=1) - target
    return np.maximum(np.maximum(short, over), 0.0)


def _others(terms: FloatArray, infinite: float) -> FloatArray:
    """Sum of the other terms of the row, for each term; *infinite* if one of them is."""
    open_terms = np.isinf(terms)
    finite = np.where(open_terms, 0.0, terms)
    elsewhere = open_terms.sum(axis=1, keepdims=True) - open_terms
    return np.where(elsewhere > 0, infinite, finite.sum(axis=1, keepdims=True) - finite)


def _step(
    low: FloatArray, high: FloatArray, matrix: FloatArray, target: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """One round of all totals at once."""
    least, most = _terms(low, high, matrix)
    safe = np.where(matrix != 0, matrix, 1.0)
    greatest = (target[:, None] - _others(least, -np.inf)) / safe
    smallest = (target[:, None] - _others(most, np.inf)) / safe
    present = matrix != 0
    bound_low = np.where(present, np.minimum(greatest, smallest), -np.inf).max(axis=0)
    bound_high = np.where(present, np.maximum(greatest, smallest), np.inf).min(axis=0)
    return np.maximum(low, bound_low), np.minimum(high, bound_high)


def _still(old: FloatArray, new: FloatArray, slack: float) -> bool:
    same = old == new
    return bool(
        np.all(same | (np.abs(np.where(same, 0.0, new) - np.where(same, 0.0, old)) <= slack))
    )
