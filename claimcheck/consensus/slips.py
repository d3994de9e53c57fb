"""Slips of the pen between two figures: a power of ten, a unit, two digits swapped.

A hit is a hint and never a verdict: among random pairs a share of ``2 d`` hits one power of ten, d
being the half-width of the logarithm that rounding leaves. The chance is told with every hit.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import BoolArray, FloatArray, IntArray, as_vector

POWERS = (1, 2, 3, 6, 9)
ROUNDING = 0.005
UNITS: Mapping[str, float] = MappingProxyType(
    {
        "mile / kilometre": 1.609344,
        "square mile / square kilometre": 2.589988110336,
        "hectare / acre": 2.4710538146717,
        "kilogram / pound": 2.2046226218488,
        "tonne / short ton": 1.1023113109244,
        "long ton / tonne": 1.0160469088,
        "US gallon / litre": 3.785411784,
        "imperial gallon / litre": 4.54609,
        "metre / foot": 3.2808398950131,
        "foot / inch": 12.0,
        "inch of mercury / millibar": 33.8639,
        "lakh / one": 1e5,
        "crore / one": 1e7,
    }
)


@frozen(eq=False)
class DecadeSlips:
    """Which pairs stand in a power of ten.

    Attributes:
        power: The power k of each pair, ``(n,)``, negative where the second is smaller; 0 for none.
        log_ratio: ``log10(b / a)``, ``(n,)``; NaN where a figure is not positive.
        chance: Probability that a random pair hits one of the powers, ``(n,)``.
    """

    power: IntArray
    log_ratio: FloatArray
    chance: FloatArray


def decade_slips(first: ArrayLike, second: ArrayLike, *, within: float = ROUNDING) -> DecadeSlips:
    """Test pairs of positive figures ``(n,)`` for a factor of 10, 100, 1000, 10⁶ or 10⁹.

    Args:
        first: One figure of each pair.
        second: The other.
        within: Share by which the factor may be off, from the rounding of both.

    >>> decade_slips([1250, 5.1e6], [125000, 49e6]).power.tolist()
    [2, 0]
    """
    log_ratio = _log_ratio(first, second)
    width = float(np.log10(1 + within))
    nearest = np.round(np.nan_to_num(log_ratio)).astype(np.intp)
    close = np.abs(log_ratio - nearest) <= width
    hit = close & np.isin(np.abs(nearest), POWERS)
    return DecadeSlips(
        np.where(hit, nearest, 0), log_ratio, np.full(log_ratio.size, coincidence(width))
    )


def coincidence(half_width: float) -> float:
    """Chance that two figures with random leading digits hit a power of ten: ``2 d``, at most 1.

    >>> round(coincidence(0.04345), 4)
    0.0869
    """
    return min(1.0, 2 * half_width)


@frozen(eq=False)
class UnitSlips:
    """Which pairs stand in the factor of two units.

    Attributes:
        unit: The pair of units of the nearest factor, ``(n,)``, empty for none.
        off: By what share the ratio is off that factor, ``(n,)``; NaN for none.
        chance: Probability that a ratio spread evenly over the range tested hits any, ``(n,)``.
    """

    unit: np.ndarray[tuple[int], np.dtype[np.str_]]
    off: FloatArray
    chance: FloatArray


def unit_slips(
    first: ArrayLike,
    second: ArrayLike,
    *,
    within: float = ROUNDING,
    units: Mapping[str, float] = UNITS,
) -> UnitSlips:
    """Test pairs of positive figures ``(n,)`` for the factor of two units, either way round.

    The chance is that of a ratio whose logarithm is spread evenly between the inverse of the
    largest factor and that factor.

    >>> str(unit_slips([100.0], [160.9]).unit[0])
    'mile / kilometre'
    """
    names = np.array(list(units))
    logs = np.log10(np.array(list(units.values())))
    distance = np.abs(np.abs(_log_ratio(first, second))[:, None] - logs)
    best = np.argmin(np.nan_to_num(distance, nan=np.inf), axis=1)
    nearest = distance[np.arange(best.size), best]
    width = float(np.log10(1 + within))
    hit = nearest <= width
    chance = min(1.0, 2 * width * logs.size / float(logs.max() + width))
    return UnitSlips(
        np.where(hit, names[best], ""),
        np.where(hit, 10**nearest - 1, np.nan),
        np.full(best.size, chance),
    )


def transposed(first: ArrayLike, second: ArrayLike) -> BoolArray:
    """Whether two whole numbers differ by one swap of neighbouring digits, ``(n,)``.

    Their difference is then ``9 d 10^k``, and the digits beside place k explain it.

    >>> transposed([284761, 284761], [248761, 360000]).tolist()
    [True, False]
    """
    one, other = np.abs(as_vector(first, "figures")), np.abs(as_vector(second, "figures"))
    whole = (one == np.floor(one)) & (other == np.floor(other)) & (one != other)
    place = 10.0 ** np.arange(15)
    right = np.floor(one[:, None] / place) % 10
    left = np.floor(one[:, None] / (place * 10)) % 10
    swapped = one[:, None] + (right - left) * 9 * place
    same_length = np.floor(np.log10(np.maximum(one, 1))) == np.floor(np.log10(np.maximum(other, 1)))
    return np.asarray(whole & same_length & (swapped == other[:, None]).any(axis=1))


def _log_ratio(first: ArrayLike, second: ArrayLike) -> FloatArray:
    one, other = as_vector(first, "figures"), as_vector(second, "figures")
    usable = (one > 0) & (other > 0) & np.isfinite(one) & np.isfinite(other)
    safe_one, safe_other = np.where(usable, one, 1.0), np.where(usable, other, 1.0)
    return np.where(usable, np.log10(safe_other) - np.log10(safe_one), np.nan)
