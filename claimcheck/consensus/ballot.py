"""One vote an origin: what each of them leaves possible, as disjoint pieces."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from attrs import frozen
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import (
    FloatArray,
    IntArray,
    as_intervals,
    as_weights,
)
from claimcheck.errors import RefusedError
from claimcheck.tables.pieces import merge_pieces


@frozen(eq=False)
class Ballot:
    """The pieces of all voters.

    Attributes:
        lower: Lower end of each piece, ``(p,)``.
        upper: Upper end.
        voter: Code of the voter of each piece.
        weight: Whole weight of the voter of each piece: a voter counts once at each point.
        share: That weight divided by the number of the voter's pieces.
        votes: Weight of all voters.
        voters: Their number.
    """

    lower: FloatArray
    upper: FloatArray
    voter: IntArray
    weight: FloatArray
    share: FloatArray
    votes: float
    voters: int

    @property
    def is_single(self) -> bool:
        """Whether no voter has more than one piece."""
        return self.voter.size == self.voters


def voter_codes(origins: Sequence[object] | None, count: int) -> IntArray:
    """Code of the voter of each claim, ``(count,)``; without *origins* every claim is its own.

    Raises:
        RefusedError: If there are more or fewer origins than claims.
    """
    if origins is None:
        return np.arange(count)
    if len(origins) != count:
        raise RefusedError(f"{len(origins)} origins for {count} claims", "give one a claim")
    codes = pd.factorize(np.array([str(origin) for origin in origins], dtype=object), sort=True)[0]
    return np.asarray(codes, dtype=np.intp)


def cast_ballot(
    lower: ArrayLike,
    upper: ArrayLike,
    *,
    origins: Sequence[object] | None = None,
    weights: ArrayLike | None = None,
) -> Ballot:
    """The ballot of claims with ends ``(n,)``; an origin's overlapping claims are one piece.

    Args:
        lower: Lower ends.
        upper: Upper ends.
        origins: Whom each claim comes from, ``(n,)``; None if all are independent.
        weights: Weight of each claim; that of an origin is the greatest of its claims.

    Raises:
        RefusedError: If there is no claim, or one is no interval.
    """
    low, high = as_intervals(lower, upper)
    weight = as_weights(weights, low.size)
    codes = voter_codes(origins, low.size)
    heard = weight > 0
    used, voters = np.unique(codes[heard], return_inverse=True)
    own = np.zeros(used.size)
    np.maximum.at(own, voters, weight[heard])
    pieces = merge_pieces(low[heard], high[heard], voters)
    voter = np.asarray(pieces.voter, dtype=np.intp)
    number = np.bincount(voter, minlength=used.size)
    return Ballot(
        lower=pieces.lower,
        upper=pieces.upper,
        voter=voter,
        weight=own[voter],
        share=own[voter] / number[voter],
        votes=float(np.sort(own).sum()),
        voters=used.size,
    )
