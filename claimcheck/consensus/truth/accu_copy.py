"""ACCU-COPY: a vote by accuracy in which a copied value counts once, all in logarithms.

A source adds ``ln(N·A/(1-A))`` to its value; P(value) is the softmax over the item; A is the mean
P of a source's claims. A source that gives a value together with a more accurate one that it seems
to depend on adds only the share ``1 - c·P(dependent)``. Reference: Dong, Berti-Equille and
Srivastava, PVLDB 2(1), 2009.
"""

from __future__ import annotations

import numpy as np

from claimcheck.consensus.estimators.arrays import FloatArray
from claimcheck.consensus.truth.centres import weighted_medians
from claimcheck.consensus.truth.claims import ClaimTable
from claimcheck.consensus.truth.copying import (
    COPIED,
    FALSE_VALUES,
    claim_pairs,
    copy_probability,
)
from claimcheck.consensus.truth.truths import Truths
from claimcheck.consensus.truth.votes import poll

START_ACCURACY = 0.8
LEAST, MOST = 0.01, 0.99


def accu_copy(table: ClaimTable, *, copies: bool = True, rounds: int = 20) -> Truths:
    """Winners, accuracies and dependences by turns, until no winner changes.

    Args:
        table: The claims.
        copies: Whether copied values count once; without it this is ACCU.
        rounds: At most so many.
    """
    pairs = claim_pairs(table)
    same = table.value[pairs.left] == table.value[pairs.right]
    medians = weighted_medians(table, table.ones)
    found = poll(table, table.ones, medians)
    accuracy = np.full(table.sources, START_ACCURACY)
    independence = table.ones
    done = 0
    while done < rounds:
        done += 1
        if copies:
            true = table.value == found.winner[table.item]
            dependent = copy_probability(table, pairs, true, accuracy)[pairs.pair]
            left_better = accuracy[table.source[pairs.left]] > accuracy[table.source[pairs.right]]
            follower = np.where(left_better, pairs.right, pairs.left)
            logs = np.where(same, np.log1p(-COPIED * dependent), 0.0)
            independence = np.exp(np.bincount(follower, logs, minlength=table.value.size))
        score = np.log(FALSE_VALUES * accuracy / (1 - accuracy))[table.source] * independence
        probability = _probabilities(table, score)
        earned = table.by_source(probability) / np.maximum(table.claims_by_source, 1)
        accuracy = np.clip(earned, LEAST, MOST)
        new = poll(table, score, medians)
        stands = np.array_equal(new.winner, found.winner)
        found = new
        if stands and done > 1:
            break
    return Truths(
        found.winner,
        accuracy,
        done,
        tie_rule="of tied values the one nearest the lower median stands, the other is shown",
        rival=found.rival,
    )


def _probabilities(table: ClaimTable, score: FloatArray) -> FloatArray:
    """Probability of the value of each claim among those of its item, ``(c,)``."""
    votes = np.bincount(table.distinct, score)
    item = table.item[table.firsts]
    starts = np.flatnonzero(np.concatenate([[True], np.diff(item) > 0]))
    odds = np.exp(votes - np.maximum.reduceat(votes, starts)[item])
    return np.asarray((odds / np.bincount(item, odds)[item])[table.distinct])
