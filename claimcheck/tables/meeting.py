"""Which intervals meet one of their group, counted without listing pairs."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.int64]


def meets_any(
    lower: Floats, upper: Floats, group: Codes, other_lower: Floats, other_upper: Floats,
    other_group: Codes,
) -> Flags:  # fmt: skip
    """Whether each interval meets at least one of the others of its group.

    Args:
        lower: Lower ends, shape (n,).
        upper: Upper ends, shape (n,).
        group: Groups, shape (n,).
        other_lower: Lower ends of the others, shape (m,).
        other_upper: Upper ends of the others, shape (m,).
        other_group: Groups of the others, shape (m,).

    An interval misses those that lie wholly below or above it; it meets one if others are left.
    O((n + m) log(n + m)).
    """
    begun = _count(upper, group, other_lower, other_group, inclusive=True)
    ended = _count(lower, group, other_upper, other_group, inclusive=False)
    return begun > ended


def _count(
    at: Floats, group: Codes, values: Floats, value_group: Codes, *, inclusive: bool
) -> Codes:
    """How many *values* of its group lie below (or at) each point *at*, shape (n,)."""
    points, others = len(at), len(values)
    is_value = np.r_[np.zeros(points, bool), np.ones(others, bool)]
    first_at_tie = is_value if not inclusive else ~is_value
    order = np.lexsort((first_at_tie, np.r_[at, values], np.r_[group, value_group]))
    so_far = np.cumsum(is_value[order])
    before = np.bincount(value_group, minlength=int(group.max(initial=-1)) + 2).cumsum()
    count = np.empty(points + others, np.int64)
    count[order] = so_far
    return count[:points] - np.r_[0, before][group]
