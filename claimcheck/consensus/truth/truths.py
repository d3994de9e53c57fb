"""What a method of truth discovery hands back."""

from __future__ import annotations

import numpy as np
from attrs import frozen

from claimcheck.consensus.estimators.arrays import FloatArray

TIE_RULE = "an even split is never averaged: the lower value stands, and the other is shown"


@frozen(eq=False)
class Truths:
    """One value an item and one weight a source.

    Attributes:
        value: The estimate of each item, ``(n,)``, unit of the claims.
        weight: How far each source is trusted, ``(m,)``; relative, without a unit.
        rounds: How many rounds it took.
        tie_rule: What was done where two values had the same support.
        rival: The other value of a tie, ``(n,)``; NaN where nothing was tied. None if the method
            knows no ties.
        rule: Why each item has its value, in words, ``(n,)``; None if one sentence holds for all.
        notes: What the method found out about the sources as a whole.
    """

    value: FloatArray
    weight: FloatArray
    rounds: int = 1
    tie_rule: str = TIE_RULE
    rival: FloatArray | None = None
    rule: np.ndarray[tuple[int], np.dtype[np.str_]] | None = None
    notes: tuple[str, ...] = ()


def settled(old: FloatArray, new: FloatArray, scale: FloatArray, *, within: float = 1e-6) -> bool:
    """Whether no item moved by more than *within* of its own scale."""
    return bool(np.all(np.abs(new - old) <= within * scale))
