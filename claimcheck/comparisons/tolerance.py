"""From what a figure says to what it leaves possible: rounding, hedges and stated margins."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from attrs import frozen

from claimcheck.settings import Settings

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

_BLOCK = 1 << 15
_WRITTEN_DIGITS = 12
_LARGEST_POWER = 290
_POWERS = np.array([float(f"1e{power}") for power in range(-_LARGEST_POWER, _LARGEST_POWER + 1)])
_TENS = 10 ** np.arange(16, dtype=np.int64)
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


@frozen(eq=False)
class Digits:
    """The digits of values, each array of shape (n,).

    Attributes:
        last: One unit of the last non-zero digit. 0 stands for values that have none: zero, open
            ends, NaN, and values of more than 12 digits, which nobody rounds.
        count: How many there are from the first to the last that is not zero; 0 where none.
    """

    last: Floats
    count: npt.NDArray[np.int64]

    @property
    def last_written(self) -> Floats:
        """One unit of the last written digit of an end that is a number: 1 for integers."""
        return np.minimum(self.last, 1.0)


def digits_of(value: Floats) -> Digits:
    """The digits of each value, as a person would write it.

    >>> digits_of(np.array([603070.0, 64.0, 2.5, 0.0, 1 / 3])).last
    array([10. ,  1. ,  0.1,  0. ,  0. ])
    >>> digits_of(np.array([17500000.0, 36676818.0, np.inf])).count
    array([3, 8, 0])
    """
    last, count = np.empty(len(value)), np.empty(len(value), np.int64)
    for first in range(0, len(value), _BLOCK):
        block = slice(first, first + _BLOCK)
        last[block], count[block] = _digits_of_block(value[block])
    return Digits(last, count)


def _digits_of_block(value: Floats) -> tuple[Floats, npt.NDArray[np.int64]]:
    mantissa, exponent = _decimal(value)
    last = np.where(mantissa > 0, _POWERS[exponent + _LARGEST_POWER], 0.0)
    count = np.searchsorted(_TENS, mantissa, side="right")
    written = np.isfinite(value) & (value != 0)
    return last, np.where(written & (mantissa == 0), _WRITTEN_DIGITS + 1, count)


def last_digit(value: Floats) -> Floats:
    """One unit of the last non-zero digit of each value; 0 where there is none."""
    return digits_of(value).last


def _decimal(value: Floats) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Each value as mantissa * 10**exponent, with no zero at the end of the mantissa.

    The mantissa is 0 where the value is zero, beyond what float64 holds, or of more than 12 digits.
    """
    mantissa, exponent = np.zeros(len(value), np.int64), np.zeros(len(value), np.int64)
    size = np.abs(value)
    rows = np.flatnonzero((size > _POWERS[_WRITTEN_DIGITS]) & (size < _POWERS[-1]))
    size = size[rows]
    power = np.floor(np.log10(size)).astype(np.int64) - (_WRITTEN_DIGITS - 1)
    scaled = np.where(
        power < 0, size * _POWERS[_LARGEST_POWER - power], size / _POWERS[_LARGEST_POWER + power]
    )
    whole = np.rint(scaled)
    short = np.abs(scaled - whole) <= _TOLERANCE * scaled
    rows, digits, power = rows[short], whole[short].astype(np.int64), power[short]
    for zeros in (8, 4, 2, 1):
        ends = digits % 10**zeros == 0
        digits = np.where(ends, digits // 10**zeros, digits)
        power += zeros * ends
    mantissa[rows], exponent[rows] = digits, power
    return mantissa, exponent
