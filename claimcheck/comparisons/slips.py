"""Slips of the pen between two values: a power of ten, a unit, a digit."""

from __future__ import annotations

import functools
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
from attrs import frozen

from claimcheck.comparisons.figures import Figures
from claimcheck.comparisons.tolerance import last_digit
from claimcheck.comparisons.units import scale_of
from claimcheck.tables.kinds import DIGIT_SLIP, MAGNITUDE_SLIP, NO_SLIP, UNIT_SLIP

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int64]
Whole = npt.NDArray[np.int64]

MAGNITUDES: Mapping[float, str] = {
    1e1: "ten",
    1e2: "a hundred",
    1e3: "a thousand",
    1e5: "a lakh",
    1e6: "a million",
    1e7: "a crore",
}
UNIT_PAIRS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "length": (("mile", "km"), ("ft", "m"), ("yd", "m"), ("nautical mile", "km"), ("in", "cm"),
               ("ft", "in")),
    "area": (("acre", "ha"), ("sq mi", "km²"), ("sq ft", "m²")),
    "mass": (("kg", "lb"), ("t", "short ton"), ("long ton", "t")),
    "volume": (("gallon", "L"), ("imperial gallon", "L"), ("barrel", "m³")),
    "pressure": (("inHg", "mbar"), ("psi", "kPa")),
    "speed": (("mph", "km/h"), ("knot", "km/h")),
    "energy": (("kcal", "kJ"), ("BTU", "kJ")),
}  # fmt: skip
_FOUR_DIGITS = 1000.0
_DIGITS = 15


@frozen(eq=False)
class Slips:
    """Which slip would explain each pair, arrays of shape (m,).

    Attributes:
        kind: Code of the slip (``tables.kinds``).
        factor: The factor between the two; 0 for digits, and where there is no slip.
        ratio: Ratio of the values that slipped by a power of ten: single or best values, or the
            lower ends of two ranges; NaN for other slips, and where there is none.
    """

    kind: npt.NDArray[np.int8]
    factor: Floats
    ratio: Floats


def slips_between(figures: Figures, left: Rows, right: Rows) -> Slips:
    """Look for a slip between the smaller figures at *left* and the larger at *right*.

    Single or best values, or ranges both of whose ends stand in the factor; units and digits for
    points only. Rounding counts, a hedge never does.
    """
    kind, factor = np.zeros(len(left), np.int8), np.zeros(len(left))
    ratio = np.full(len(left), np.nan)
    ratios = ~figures.additive[left] & (figures.said_upper[left] > 0)
    rows = np.flatnonzero(ratios & (figures.said_lower[right] > 0))
    if not len(rows):
        return Slips(kind, factor, ratio)
    a, b = figures.take(left[rows]), figures.take(right[rows])
    low, high = _rounded_value(a), _rounded_value(b)
    single = ~np.isnan(a.said_best) & ~np.isnan(b.said_best)
    power = np.where(single, magnitude_factor(low, high), _range_factor(a, b))
    points = (a.said_lower == a.said_upper) & (b.said_lower == b.said_upper)
    unit = np.where(points, unit_factor(low, high, a.dimensions[a.dimension]), 0.0)
    digits = np.zeros(len(rows), bool)
    digits[points] = digit_slip(a.said_best[points], b.said_best[points])
    found = [power > 0, unit > 0, digits]
    kind[rows] = np.select(found, [MAGNITUDE_SLIP, UNIT_SLIP, DIGIT_SLIP], NO_SLIP)
    factor[rows] = np.select(found[:2], [power, unit], 0.0)
    large, small = (np.where(single, side.said_best, side.said_lower) for side in (b, a))
    ratio[rows] = np.divide(large, small, out=np.full(len(rows), np.nan), where=power > 0)
    return Slips(kind, factor, ratio)


def _rounded_value(figures: Figures) -> tuple[Floats, Floats]:
    """What rounding leaves of a single value; the best value of a range is not rounded."""
    point = figures.said_lower == figures.said_upper
    half = np.where(point, (figures.rounded_upper - figures.rounded_lower) / 2, 0.0)
    return figures.said_best - half, figures.said_best + half


def _range_factor(a: Figures, b: Figures) -> Floats:
    """The power of ten in which both ends of two ranges stand, else 0."""
    closed = np.isfinite(a.said_upper) & np.isfinite(b.said_upper)
    closed &= (a.said_lower > 0) & np.isfinite(a.said_lower) & np.isfinite(b.said_lower)
    by_lower = magnitude_factor(
        _rounded_end(a.said_lower, a.rounded_lower), _rounded_end(b.said_lower, b.rounded_lower)
    )
    by_upper = magnitude_factor(
        _rounded_end(a.said_upper, a.rounded_upper), _rounded_end(b.said_upper, b.rounded_upper)
    )
    return np.where(closed & (by_lower == by_upper), by_lower, 0.0)


def _rounded_end(said: Floats, end: Floats) -> tuple[Floats, Floats]:
    with np.errstate(invalid="ignore"):
        half = np.nan_to_num(np.abs(said - end))
    return said - half, said + half


def magnitude_factor(low: tuple[Floats, Floats], high: tuple[Floats, Floats]) -> Floats:
    """The power of ten (lakh and crore among them) that two rounded values stand in, else 0.

    Args:
        low: Rounded ends (lower, upper) of the smaller values, each (n,).
        high: The same of the larger values.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        least, greatest = high[0] / low[1], high[1] / low[0]
    found = np.zeros(len(least))
    for factor in MAGNITUDES:
        found[_holds(least, greatest, factor)] = factor
    return found


def unit_factor(
    low: tuple[Floats, Floats],
    high: tuple[Floats, Floats],
    dimension: npt.NDArray[np.object_],
) -> Floats:
    """The factor of two units of the dimension that two rounded values stand in, else 0.

    Values that rounding moves by half of the factor or more, on the scale of ratios, stand in any.

    Args:
        low: Rounded ends (lower, upper) of the smaller values, each (n,).
        high: The same of the larger values.
        dimension: Dimension of the unit, shape (n,).
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        least, greatest = high[0] / low[1], high[1] / low[0]
    found = np.zeros(len(least))
    for measured in UNIT_PAIRS:
        here = dimension == measured
        if here.any():
            for factor in _factors(measured):
                sharp = here & (greatest < least * np.sqrt(factor))
                found[sharp & (found == 0) & _holds(least, greatest, factor)] = factor
    return found


@functools.cache
def _factors(dimension: str) -> tuple[float, ...]:
    ratios = [scale_of(one).factor / scale_of(two).factor for one, two in UNIT_PAIRS[dimension]]
    return tuple(max(ratio, 1 / ratio) for ratio in ratios)


def _holds(least: Floats, greatest: Floats, factor: float) -> Flags:
    slack = 1e-9 * factor
    return (least <= factor + slack) & (greatest >= factor - slack)


def digit_slip(left: Floats, right: Floats) -> Flags:
    """Whether two values differ by two neighbouring digits swapped, or by one changed or dropped.

    Both need four significant digits at least.

    Args:
        left: Values, shape (n,).
        right: Values, shape (n,).

    >>> digit_slip(np.array([284761.0, 284761.0]), np.array([248761.0, 360000.0]))
    array([ True, False])
    """
    left_unit, right_unit = last_digit(left), last_digit(right)
    unit = np.minimum(left_unit, right_unit)
    safe = np.where(unit > 0, unit, 1.0)
    first, second = np.rint(left / safe), np.rint(right / safe)
    long = _is_long(left, left_unit) & _is_long(right, right_unit)
    usable = (unit > 0) & long & (left * right > 0) & (np.maximum(first, second) < 10.0**_DIGITS)
    usable &= first != second
    first, second = np.abs(first[usable]), np.abs(second[usable])
    slip = np.zeros(len(left), bool)
    slip[usable] = _one_digit_off(
        np.minimum(first, second).astype(np.int64), np.maximum(first, second).astype(np.int64)
    )
    return slip


def _one_digit_off(small: Whole, large: Whole) -> Flags:
    """Whether whole numbers, each pair of which differs, do so by one slip of a digit."""
    slip = np.zeros(len(small), bool)
    for place in range(min(len(str(large.max(initial=0))), _DIGITS)):
        ten = 10**place
        slip |= _changed(small, large, ten) | _swapped(small, large, ten)
        slip |= _dropped(small, large, ten)
    return slip


def _is_long(value: Floats, unit: Floats) -> Flags:
    """Whether each value has four significant digits or more, the last of them one *unit*."""
    digits = np.divide(np.abs(value), unit, out=np.zeros(len(value)), where=unit > 0)
    return digits * (1 + 1e-12) >= _FOUR_DIGITS


def _changed(small: Whole, large: Whole, ten: int) -> Flags:
    same_tail = small % ten == large % ten
    return same_tail & (small // (10 * ten) == large // (10 * ten)) & (large >= ten)


def _swapped(small: Whole, large: Whole, ten: int) -> Flags:
    same_tail = small % ten == large % ten
    same_head = small // (100 * ten) == large // (100 * ten)
    two, other = small // ten % 100, large // ten % 100
    return same_tail & same_head & (two // 10 == other % 10) & (two % 10 == other // 10)


def _dropped(small: Whole, large: Whole, ten: int) -> Flags:
    return (small == large // (10 * ten) * ten + large % ten) & (large >= ten)
