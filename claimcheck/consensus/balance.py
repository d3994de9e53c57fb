"""Parts and wholes by least squares: figures with stated errors, moved so that totals hold.

With constraints ``A y = b`` and covariance V: ``y^ = y - V A' (A V A')^-1 (A y - b)`` and
``cov = V - V A' (A V A')^-1 A V``. MinT with ``W = V`` is the same. The global test
``r' (A V A')^-1 r`` follows chi-squared with as many degrees as constraints; if it rejects,
nothing is balanced, for 1000 against 90 would give 545 and 545. Reference: Stone, Champernowne and
Meade, Rev. Econ. Stud. 9, 1942; Narasimhan and Jordache, "Data Reconciliation", 2000.
"""

from __future__ import annotations

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import FloatArray, as_vector
from claimcheck.consensus.estimators.scipy_extra import scipy_module
from claimcheck.errors import RefusedError


@frozen
class Balance:
    """A balanced account, or the refusal to balance it.

    Attributes:
        balanced: The figures moved so that every total holds; None where refused.
        errors: Their standard errors; None likewise.
        imbalance: ``A y - b`` of each constraint, as given.
        global_test: The statistic of the global test.
        degrees: Its degrees of freedom.
        p_value: Probability of a greater one if all figures were right within their errors.
        measurement_tests: ``|adjustment| / sd(adjustment)`` of each figure; 0 where it cannot move.
        critical: The measurement test beyond which a figure is suspect (Šidák).
        suspects: Positions of the figures beyond it.
        refusals: Why nothing is balanced.
        notes: What a reader has to know.
    """

    balanced: tuple[float, ...] | None
    errors: tuple[float, ...] | None
    imbalance: tuple[float, ...]
    global_test: float
    degrees: int
    p_value: float
    measurement_tests: tuple[float, ...]
    critical: float
    suspects: tuple[int, ...]
    refusals: tuple[str, ...]
    notes: tuple[str, ...]


def balance(
    figures: ArrayLike,
    errors: ArrayLike,
    constraints: ArrayLike,
    totals: ArrayLike | None = None,
    *,
    level: float = 0.05,
) -> Balance:
    """Balance *figures* so that ``constraints @ figures == totals``.

    Args:
        figures: What is claimed, ``(n,)``, one unit.
        errors: Their standard errors ``(n,)`` (0 for a figure that must not move), or their
            covariance ``(n, n)``.
        constraints: One row a total, ``(m, n)``: 1 for the whole and -1 for each part.
        totals: What each row adds up to, ``(m,)``; zeros if None.
        level: Level of both tests.

    Raises:
        RefusedError: If shapes differ, errors are negative, or the constraints leave nothing to
            move (they repeat each other, or bind figures without error).

    >>> balance([1000, 300, 400, 350], [10, 10, 20, 30], [[1, -1, -1, -1]]).balanced[0]
    1003.3333...
    """
    y = as_vector(figures, "figures")
    matrix = np.atleast_2d(np.asarray(constraints, dtype=np.float64))
    covariance = _covariance(np.asarray(errors, dtype=np.float64), y.size)
    if matrix.ndim != 2 or matrix.shape[1] != y.size:  # noqa: PLR2004 - a matrix
        raise RefusedError(f"constraints have shape {matrix.shape}", f"give rows of {y.size}")
    rows = matrix.shape[0]
    target = np.zeros(rows) if totals is None else as_vector(totals, "totals")
    residual = matrix @ y - target
    spread = matrix @ covariance @ matrix.T
    if np.linalg.matrix_rank(spread) < rows:
        raise RefusedError(
            "the constraints cannot be told apart",
            "drop totals that follow from others, and let a figure of each total have an error",
        )
    gain = np.linalg.solve(spread, matrix @ covariance).T
    moved = covariance - gain @ matrix @ covariance
    adjustment = gain @ residual
    test = float(residual @ np.linalg.solve(spread, residual))
    return _judged(
        y - adjustment,
        np.sqrt(np.maximum(np.diag(moved), 0.0)),
        residual,
        test,
        _measurement_tests(adjustment, np.diag(gain @ matrix @ covariance)),
        level,
    )


def _covariance(errors: FloatArray, count: int) -> FloatArray:
    covariance = np.diag(errors**2) if errors.ndim == 1 else errors
    if covariance.shape != (count, count) or np.isnan(covariance).any():
        raise RefusedError(
            f"errors have shape {errors.shape}", "give one a figure; none is made up"
        )
    if (errors.ndim == 1 and (errors < 0).any()) or (np.diag(covariance) < 0).any():
        raise RefusedError("an error is negative")
    return covariance


def _measurement_tests(adjustment: FloatArray, variance: FloatArray) -> FloatArray:
    movable = variance > 0
    deviation = np.sqrt(np.where(movable, variance, 1.0))
    return np.where(movable, np.abs(adjustment) / deviation, 0.0)


def _judged(
    balanced: FloatArray,
    errors: FloatArray,
    residual: FloatArray,
    test: float,
    tests: FloatArray,
    level: float,
) -> Balance:
    special = scipy_module("special")
    degrees = residual.size
    p_value = float(special.chdtrc(degrees, test))
    single = 1 - (1 - level) ** (1 / tests.size)
    critical = float(special.ndtri(1 - single / 2))
    rejected = p_value < level
    notes = (
        [] if degrees > 1 else ["one constraint: all tests are equal, no figure can be singled out"]
    )
    suspects = np.flatnonzero(tests > critical) if degrees > 1 else np.array([], np.intp)
    why = f"the totals cannot hold within the errors: chi-squared {test:.4g}, p = {p_value:.3g}"
    return Balance(
        balanced=None if rejected else tuple(balanced.tolist()),
        errors=None if rejected else tuple(errors.tolist()),
        imbalance=tuple(residual.tolist()),
        global_test=test,
        degrees=degrees,
        p_value=p_value,
        measurement_tests=tuple(tests.tolist()),
        critical=critical,
        suspects=tuple(suspects.tolist()),
        refusals=(why,) if rejected else (),
        notes=tuple(notes),
    )


def mint(base: ArrayLike, summing: ArrayLike, weights: ArrayLike) -> FloatArray:
    """MinT: coherent figures ``S (S' W^-1 S)^-1 S' W^-1 y``, the same as ``balance`` with W = V.

    Args:
        base: Figures of all levels, ``(n,)``.
        summing: The summing matrix S, ``(n, m)``: all levels from the m lowest.
        weights: Variances ``(n,)`` or covariance ``(n, n)``; ones for OLS, ``S @ ones`` for
            structural scaling.

    Raises:
        RefusedError: If shapes differ.

    >>> mint([10, 4, 4], [[1, 1], [1, 0], [0, 1]], [1, 1, 1]).round(3).tolist()
    [9.333, 4.667, 4.667]
    """
    y, matrix = as_vector(base, "figures"), np.asarray(summing, dtype=np.float64)
    spread = np.asarray(weights, dtype=np.float64)
    spread = np.diag(spread) if spread.ndim == 1 else spread
    if matrix.shape[0] != y.size or spread.shape != (y.size, y.size):
        raise RefusedError(f"{y.size} figures, summing matrix {matrix.shape}, W {spread.shape}")
    scaled = np.linalg.solve(spread, np.column_stack([matrix, y]))
    lowest = np.linalg.solve(matrix.T @ scaled[:, :-1], matrix.T @ scaled[:, -1])
    return np.asarray(matrix @ lowest)
