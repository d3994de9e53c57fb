"""One claim a source and item: its latest where dates are given, else its lower median."""

from __future__ import annotations

import numpy as np

from claimcheck.consensus.estimators.arrays import FloatArray, IntArray


def one_claim_each(
    item: IntArray, source: IntArray, value: FloatArray, when: FloatArray | None
) -> IntArray:
    """Positions of the claims to keep, one for every source and item.

    A source that says two things of one item has one vote. Its latest claim stands where *when*
    is known; of several at one time, or of none dated, the lower median: no order of rows decides.

    Args:
        item: Codes of the items, ``(c,)``.
        source: Codes of the sources, ``(c,)``.
        value: The figures, ``(c,)``.
        when: Time of each claim, ``(c,)``, NaN where unknown (oldest); None if no time is known.
    """
    time = np.zeros(value.size) if when is None else np.nan_to_num(when, nan=-np.inf)
    order = np.lexsort((value, -time, source, item))
    new_pair = np.diff(item[order]) != 0
    new_pair |= np.diff(source[order]) != 0
    in_order = time[order]
    new_time = new_pair | (in_order[1:] != in_order[:-1])
    pair_starts = np.flatnonzero(np.concatenate([[True], new_pair]))
    time_starts = np.flatnonzero(np.concatenate([[True], new_time]))
    sizes = np.diff(np.append(time_starts, value.size))
    latest = np.isin(time_starts, pair_starts, assume_unique=True)
    middle = time_starts[latest] + (sizes[latest] - 1) // 2
    return np.asarray(order[middle], dtype=np.intp)
