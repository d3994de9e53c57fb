"""Whether sources report one fact, or each gives a judgement of its own.

Two of Krippendorff's alphas, on items with two claims or more: ``alpha = 1 - observed / expected``
disagreement. The nominal one asks how often two sources give the very same value, beyond what two
claims about different items do; the one on ranks asks how near they are. Reporters of one fact
share values (they read one register) or stand near each other; raters on a scale do neither. Below
0.2 agreement counts as slight (Landis and Koch, Biometrics 33, 1977), below 0.667 data bear no
conclusion about single items (Krippendorff, "Content Analysis", 2004).
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from attrs import frozen

from claimcheck.consensus.estimators.arrays import BoolArray, FloatArray
from claimcheck.consensus.truth.claims import ClaimTable

SLIGHT = 0.2
ENOUGH_ITEMS = 30
TENTATIVE = 2 / 3


@frozen
class Reliability:
    """How well sources agree over all items.

    Attributes:
        sharing: Nominal alpha: 1 if sources always give the same value, 0 as often as by chance.
        nearness: Alpha of the ranks of the values: 1 if they always agree, 0 as far as by chance.
        items: Number of items with two claims or more.
    """

    sharing: float
    nearness: float
    items: int

    @property
    def judgements(self) -> bool:
        """Whether the claims are judgements: values shared by little more than chance, and far.

        Fewer than 30 items bear no such conclusion: they count as reports of facts.
        """
        disagree = self.sharing < SLIGHT and self.nearness < TENTATIVE
        return disagree and self.items >= ENOUGH_ITEMS


def reliability(table: ClaimTable) -> Reliability:
    """Both alphas of *table*; 1 where nothing can be compared."""
    paired = (table.counts > 1)[table.item]
    if not paired.any():
        return Reliability(1.0, 1.0, 0)
    items = int((table.counts > 1).sum())
    return Reliability(_sharing(table, paired), _nearness(table, paired), items)


def _sharing(table: ClaimTable, paired: BoolArray) -> float:
    same = np.bincount(table.distinct)[table.distinct]
    observed = ((same - 1) / np.maximum(table.counts[table.item] - 1, 1))[paired].mean()
    _, alike = np.unique(table.value[paired], return_counts=True)
    total = float(alike.sum())
    expected = float((alike * (alike - 1.0)).sum()) / (total * (total - 1))
    return 1.0 if expected == 1 else float((observed - expected) / (1 - expected))


def _nearness(table: ClaimTable, paired: BoolArray) -> float:
    rank: FloatArray = np.zeros(table.value.size)
    rank[paired] = pd.Series(table.value[paired]).rank().to_numpy(np.float64)
    mean = table.by_item(rank) / table.counts
    squares = table.by_item((rank - mean[table.item]) ** 2)
    pairs = table.counts > 1
    spread = squares[pairs] / (table.counts[pairs] - 1) * table.counts[pairs]
    total = float(rank[paired].var(ddof=1))
    return 1.0 if total == 0 else float(1 - spread.sum() / paired.sum() / total)
