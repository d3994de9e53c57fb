"""The door of the estimators: what numbers they take, and in which shape."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from claimcheck.errors import RefusedError

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.intp]
BoolArray = NDArray[np.bool_]


def as_vector(values: ArrayLike, name: str) -> FloatArray:
    """*values* as floats of shape ``(n,)``.

    Raises:
        RefusedError: If there is none, one is NaN, or they are no vector.

    >>> as_vector([1, 2], "values").tolist()
    [1.0, 2.0]
    """
    vector = np.asarray(values, dtype=np.float64)
    if vector.ndim != 1 or vector.size == 0:
        raise RefusedError(f"{name} have shape {vector.shape}", "give one number a claim")
    if np.isnan(vector).any():
        raise RefusedError(f"{name} hold NaN", "set claims without a figure aside first")
    return vector


def as_weights(weights: ArrayLike | None, count: int) -> FloatArray:
    """*weights* as floats of shape ``(count,)``, ones for None.

    Raises:
        RefusedError: If one is negative or infinite, all are zero, or their number is another.
    """
    if weights is None:
        return np.ones(count)
    vector = as_vector(weights, "weights")
    if vector.size != count:
        raise RefusedError(f"{vector.size} weights for {count} claims", "give one a claim")
    if (vector < 0).any() or np.isinf(vector).any() or not vector.any():
        raise RefusedError("weights must be finite, not negative and not all zero")
    return vector


def as_intervals(lower: ArrayLike, upper: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Lower and upper ends, each ``(n,)``, ±inf where open.

    Raises:
        RefusedError: If their numbers differ, or a lower end exceeds its upper end.
    """
    low, high = as_vector(lower, "lower ends"), as_vector(upper, "upper ends")
    if low.size != high.size:
        raise RefusedError(f"{low.size} lower ends and {high.size} upper ends", "give both a claim")
    crossed = low > high
    if crossed.any():
        first = int(np.flatnonzero(crossed)[0])
        raise RefusedError(f"lower end {low[first]:g} exceeds upper end {high[first]:g}")
    return low, high


def as_measured(
    values: ArrayLike, errors: ArrayLike, *, least: int = 1
) -> tuple[FloatArray, FloatArray]:
    """Values and their standard errors, each ``(n,)``, finite, the errors positive.

    Args:
        values: What the sources say.
        errors: Standard uncertainty that each source states, same unit.
        least: How many are needed at least.

    Raises:
        RefusedError: If there are fewer, or an error is not positive: no error is made up here.
    """
    value, error = as_vector(values, "values"), as_vector(errors, "errors")
    if value.size != error.size:
        raise RefusedError(f"{value.size} values and {error.size} errors", "give one a value")
    if np.isinf(value).any() or np.isinf(error).any():
        raise RefusedError("values and errors must be finite", "open figures are for intervals")
    if (error <= 0).any():
        raise RefusedError(
            f"a standard error is {error.min():g}", "only an error that a source states is used"
        )
    if value.size < least:
        raise RefusedError(f"{value.size} value(s), {least} needed")
    return value, error


def in_canonical_order(
    first: FloatArray, second: FloatArray
) -> tuple[FloatArray, FloatArray, IntArray]:
    """Both arrays in one order that their content alone decides, and that order ``(n,)``.

    Sums of floats depend on the order of their terms; sorted first, the order of the input
    cannot matter, to the last bit.
    """
    order = np.lexsort((second, first))
    return first[order], second[order], order
