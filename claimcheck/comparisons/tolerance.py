"""From what a figure says to what it leaves possible: rounding, hedges and stated margins."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from attrs import frozen

from claimcheck.settings import Settings

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

_EXACT_DIGITS = 15
_TOLERANCE = 8 * np.finfo(np.float64).eps


@frozen(eq=False)
class Said:
    """Figures as said, as arrays of one length (n,).

    Attributes:
        lower: Lower ends; -inf where open.
        upper: Upper ends; inf where open.
        best: Single or best values; NaN where none is said.
        lower_grain: One unit of the last digit that counts in the lower end; 0 where none.
        upper_grain: The same for the upper end.
        deviation: Standard uncertainties of ``best``; NaN where none is stated.
        approximate: Whether a hedge stands before the figure.
        counted: Whether whole things are counted.
        signed: Whether values below zero have a meaning, as in a balance or a temperature.
        dated: Whether the figures are days.
    """

    lower: Floats
    upper: Floats
    best: Floats
    lower_grain: Floats
    upper_grain: Floats
    deviation: Floats
    approximate: Flags
    counted: Flags
    signed: Flags
    dated: Flags


@frozen(eq=False)
class Possible:
    """What figures leave possible: closed intervals, each array of shape (n,).

    Attributes:
        lower: Least possible value.
        upper: Greatest possible value.
        rounded_lower: The same by rounding alone, without hedge and margin.
        rounded_upper: The same, for the upper end.
    """

    lower: Floats
    upper: Floats
    rounded_lower: Floats
    rounded_upper: Floats


def possible(said: Said, settings: Settings) -> Possible:
    """The values that each figure leaves possible (DESIGN, section 3).

    A point is rounded at its last non-zero digit, an end of a range at its last written one, both
    by no more than ``rounding_cap`` of the value; counted integers with no zeros at their end are
    not rounded. A hedged point may be off by ``hedge``; a stated standard uncertainty leaves
    ``coverage`` times itself.
    """
    point = said.lower == said.upper
    whole = point & said.counted & (said.lower_grain == 1)
    low_half = _half(said.lower, np.where(whole, 0.0, said.lower_grain), settings)
    high_half = _half(said.upper, np.where(whole, 0.0, said.upper_grain), settings)
    margin = np.isfinite(said.deviation)
    low_half[margin] = high_half[margin] = 0.0

    rounded_lower, rounded_upper = said.lower - low_half, said.upper + high_half
    hedge = np.where(point & said.approximate & ~said.dated, settings.hedge, 0.0)
    lower = said.lower - np.maximum(low_half, _share(said.lower, hedge))
    upper = said.upper + np.maximum(high_half, _share(said.upper, hedge))
    lower[margin] = (said.best - settings.coverage * said.deviation)[margin]
    upper[margin] = (said.best + settings.coverage * said.deviation)[margin]

    no_less = ~said.signed & ~said.dated & (said.upper >= 0)
    lower = np.where(no_less & ((said.lower >= 0) | np.isinf(lower)), np.maximum(lower, 0), lower)
    return Possible(lower, np.maximum(upper, lower), rounded_lower, rounded_upper)


def _half(value: Floats, grain: Floats, settings: Settings) -> Floats:
    cap = _share(value, np.full(len(value), settings.rounding_cap))
    return np.minimum(grain / 2, cap)


def _share(value: Floats, share: Floats) -> Floats:
    finite = np.where(np.isfinite(value), np.abs(value), 0.0)
    return finite * share


def last_digit(value: Floats) -> Floats:
    """One unit of the last non-zero digit of each value, as written with up to 15 digits.

    0 stands for values that have none: zero, open ends, NaN.

    >>> last_digit(np.array([603070.0, 64.0, 2.5, 0.0]))
    array([10. ,  1. ,  0.1,  0. ])
    """
    grain = np.zeros(len(value))
    rest = np.flatnonzero(np.isfinite(value) & (value != 0))
    scaled, unit = np.abs(value[rest]), np.ones(len(rest))
    for _ in range(_EXACT_DIGITS):
        part = ~_is_whole(scaled)
        if not part.any():
            break
        unit[part] /= 10
        scaled[part] *= 10
    scaled = np.rint(scaled)
    for _ in range(_EXACT_DIGITS + 1):
        zero = (scaled % 10 == 0) & (scaled > 0)
        if not zero.any():
            break
        unit[zero] *= 10
        scaled[zero] /= 10
    grain[rest] = unit
    return grain


def written_digit(value: Floats) -> Floats:
    """One unit of the last written digit of an end that is a number: 1 for integers.

    >>> written_digit(np.array([20000.0, 1.25]))
    array([1.  , 0.01])
    """
    return np.minimum(last_digit(value), 1.0)


def significant_digits(value: Floats) -> npt.NDArray[np.int64]:
    """How many digits each value has from its first to its last that is not zero; 0 if none.

    >>> significant_digits(np.array([17500000.0, 36676818.0, np.inf]))
    array([3, 8, 0])
    """
    grain = last_digit(value)
    usable = grain > 0
    shown = np.divide(np.abs(value), grain, out=np.ones(len(value)), where=usable)
    return np.where(usable, np.floor(np.log10(shown * (1 + 1e-12))).astype(np.int64) + 1, 0)


def _is_whole(scaled: Floats) -> Flags:
    return np.abs(scaled - np.rint(scaled)) <= _TOLERANCE * np.maximum(scaled, 1)
