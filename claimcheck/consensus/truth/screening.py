"""Claims set aside before sources are weighed: ten times off what most of their item say.

A mistyped zero would otherwise decide a mean, and the weight of its source. A claim is set aside
only where more than half of the item's claims stand within a factor of ten of the lower median,
three or more of them in all, and only on ratio scales that range wide. Nothing is lost: what is
set aside is listed, with the factor it seems to be off by.
"""

from __future__ import annotations

import numpy as np
from attrs import frozen

from claimcheck.consensus.estimators.arrays import BoolArray, FloatArray
from claimcheck.consensus.truth.centres import weighted_medians
from claimcheck.consensus.truth.claims import ClaimTable
from claimcheck.consensus.truth.scale import wide_ranged

FACTOR = 10.0
LEAST_CLAIMS = 3
POWERS = np.array([-6.0, -3.0, -2.0, -1.0, 1.0, 2.0, 3.0, 6.0])
WITHIN = 0.02


@frozen(eq=False)
class Screening:
    """What was set aside.

    Attributes:
        aside: Whether a claim is set aside, ``(c,)``, in the order of the table.
        factor: The power of ten that it is off by within 2 %, ``(c,)``; NaN where it is none.
    """

    aside: BoolArray
    factor: FloatArray


def screen(table: ClaimTable) -> Screening:
    """The claims of *table* that are a factor of ten or more off a clear middle."""
    if not wide_ranged(table):
        return Screening(np.zeros(table.value.size, bool), np.full(table.value.size, np.nan))
    middle = weighted_medians(table, table.ones)[table.item]
    positive = (table.value > 0) & (middle > 0)
    ratio = np.divide(table.value, middle, out=np.full(table.value.size, np.inf), where=positive)
    far = (ratio >= FACTOR) | (ratio <= 1 / FACTOR)
    far[table.value == middle] = False
    near = table.by_item((~far).astype(np.float64))
    clear = (table.counts >= LEAST_CLAIMS) & (near > table.counts / 2)
    aside = far & clear[table.item]
    return Screening(aside, np.where(aside, _power_of_ten(ratio), np.nan))


def _power_of_ten(ratio: FloatArray) -> FloatArray:
    """10**k for ratios within 2 % of it, k of ±1, ±2, ±3, ±6; NaN for others."""
    finite = np.isfinite(ratio) & (ratio > 0)
    power = np.round(np.log10(np.where(finite, ratio, 1.0)))
    hit = np.isin(power, POWERS) & (np.abs(np.where(finite, ratio, 1.0) / 10**power - 1) <= WITHIN)
    return np.asarray(np.where(hit & finite, 10**power, np.nan))
