"""Which sources seem to copy from each other: they share values that are wrong.

Two honest sources share true values; few share false ones. With e the error rate of a pair, c the
share that a copier copies and N the number of false values, independent sources share a true value
with ``(1-e)²``, a false one with ``e²/N``; copiers with ``(1-e)c + (1-e)²(1-c)`` and
``ec + (1-c)e²/N``; they differ ``1-c`` times as often. The odds are added up in logarithms.
Reference: Dong, Berti-Equille and Srivastava, "Integrating conflicting data: the role of source
dependence", PVLDB 2(1), 2009.
"""

from __future__ import annotations

import numpy as np
from attrs import frozen

from claimcheck.consensus.estimators.arrays import BoolArray, FloatArray, IntArray
from claimcheck.consensus.truth.claims import ClaimTable

PRIOR = 0.2
COPIED = 0.8
FALSE_VALUES = 10.0
LARGEST_ITEM = 64
LEAST_ERROR, MOST_ERROR = 0.01, 0.99


@frozen(eq=False)
class ClaimPairs:
    """Pairs of claims about one item, of items with at most 64 claims.

    Attributes:
        left: Position of one claim in the table, ``(p,)``.
        right: Position of the other, ``(p,)``.
        pair: Code of the pair of sources, ``(p,)``.
        first: The source with the lower code of each pair of sources, ``(q,)``.
        second: The other, ``(q,)``.
    """

    left: IntArray
    right: IntArray
    pair: IntArray
    first: IntArray
    second: IntArray


def claim_pairs(table: ClaimTable) -> ClaimPairs:
    """All pairs of claims about one item; items with more than 64 claims are left out.

    The pairs of position i with the one d places on, for d = 1, 2, ... up to 63: a loop over
    distances and never over claims.
    """
    small = (table.counts <= LARGEST_ITEM)[table.item]
    position = np.arange(table.value.size)
    last = (table.starts + table.counts - 1)[table.item]
    widest = int(table.counts[table.counts <= LARGEST_ITEM].max(initial=1))
    lefts = [position[small & (position + step <= last)] for step in range(1, widest)]
    left = np.concatenate([position[:0], *lefts])
    right = np.concatenate(
        [position[:0], *(found + step for step, found in enumerate(lefts, start=1))]
    )
    low = np.minimum(table.source[left], table.source[right])
    high = np.maximum(table.source[left], table.source[right])
    codes, pair = np.unique(low * table.sources + high, return_inverse=True)
    return ClaimPairs(left, right, pair, codes // table.sources, codes % table.sources)


def copy_probability(
    table: ClaimTable, pairs: ClaimPairs, true: BoolArray, accuracy: FloatArray
) -> FloatArray:
    """Probability that the sources of each pair depend on each other, ``(q,)``.

    Args:
        table: The claims.
        pairs: Their pairs.
        true: Whether each claim gives the value held true, ``(c,)``.
        accuracy: Share of true claims of each source, ``(m,)``.
    """
    shared = table.value[pairs.left] == table.value[pairs.right]
    both = true[pairs.left]
    count = pairs.first.size
    shared_true = np.bincount(pairs.pair, shared & both, minlength=count)
    shared_false = np.bincount(pairs.pair, shared & ~both, minlength=count)
    different = np.bincount(pairs.pair, ~shared, minlength=count)
    mean_accuracy = (accuracy[pairs.first] + accuracy[pairs.second]) / 2
    error = np.clip(1 - mean_accuracy, LEAST_ERROR, MOST_ERROR)
    true_alone, false_alone = (1 - error) ** 2, error**2 / FALSE_VALUES
    true_copied = (1 - error) * COPIED + true_alone * (1 - COPIED)
    false_copied = error * COPIED + false_alone * (1 - COPIED)
    against = (
        np.log((1 - PRIOR) / PRIOR)
        + shared_true * np.log(true_alone / true_copied)
        + shared_false * np.log(false_alone / false_copied)
        - different * np.log(1 - COPIED)
    )
    return np.asarray(np.exp(-np.logaddexp(0.0, against)))
