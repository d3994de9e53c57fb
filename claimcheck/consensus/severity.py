"""How severe the conflict of a whole set of figures is, and whether a majority can stand together.

The set: ``1 - min U / max L``. Trimmed: the least severity after dropping ``(n-1)//2`` claims, so
0 says that a majority shares a value.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import FloatArray, as_intervals
from claimcheck.tables.gaps import ratio, severity


def set_severity(lower: ArrayLike, upper: ArrayLike) -> float:
    """Severity of intervals with ends ``(n,)`` taken together; 0 exactly if all share a value.

    >>> set_severity([5, 8, 50], [10, 12, 50])
    0.8
    """
    low, high = as_intervals(lower, upper)
    return float(severity(ratio(np.array([low.max()]), np.array([high.min()])))[0])


def trimmed_severity(lower: ArrayLike, upper: ArrayLike) -> float:
    """Least severity of any majority of ``n - (n-1)//2`` claims.

    The best majority drops some claims with the greatest lower ends; of the rest those with the
    smallest upper ends: one threshold on the lower ends for each claim, so ``O(n²)``.

    >>> trimmed_severity([5, 8, 50], [10, 12, 50])
    0.0
    """
    low, high = as_intervals(lower, upper)
    kept = low.size - (low.size - 1) // 2
    order = np.lexsort((high, low))
    low, high = low[order], high[order]
    reach = np.where(low <= low[kept - 1 :, None], high, -np.inf)
    reach.sort(axis=1)
    return float(severity(ratio(low[kept - 1 :], _smallest_of_kept(reach, kept))).min())


def _smallest_of_kept(reach: FloatArray, kept: int) -> FloatArray:
    """The smallest upper end among the *kept* greatest of each row."""
    return np.asarray(reach[:, -kept])
