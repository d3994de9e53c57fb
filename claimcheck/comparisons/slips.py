"""Slips of the pen between two values: a power of ten, a unit, a digit."""

from __future__ import annotations

import functools
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from claimcheck.comparisons.tolerance import last_digit
from claimcheck.comparisons.units import scale_of

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

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
               ("nautical mile", "mile"), ("ft", "in")),
    "area": (("acre", "ha"), ("sq mi", "km²"), ("sq ft", "m²")),
    "mass": (("kg", "lb"), ("t", "short ton"), ("long ton", "t")),
    "volume": (("gallon", "L"), ("imperial gallon", "L"), ("barrel", "m³")),
    "pressure": (("inHg", "mbar"), ("psi", "kPa")),
    "speed": (("mph", "km/h"), ("knot", "km/h")),
    "energy": (("kcal", "kJ"), ("BTU", "kJ")),
}  # fmt: skip
_FOUR_DIGITS = 1000.0
_DIGITS = 15


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
) -> tuple[Floats, npt.NDArray[np.object_]]:
    """The factor of two units of the dimension that two rounded values stand in, and its name.

    Args:
        low: Rounded ends (lower, upper) of the smaller values, each (n,).
        high: The same of the larger values.
        dimension: Dimension of the unit, shape (n,).

    Returns:
        The factor (0 where none) and "mile and km", shape (n,) each.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        least, greatest = high[0] / low[1], high[1] / low[0]
    found, names = np.zeros(len(least)), np.full(len(least), "", dtype=object)
    for measured in UNIT_PAIRS:
        here = dimension == measured
        if here.any():
            for factor, name in _factors(measured):
                hit = here & (found == 0) & _holds(least, greatest, factor)
                found[hit], names[hit] = factor, name
    return found, names


@functools.cache
def _factors(dimension: str) -> tuple[tuple[float, str], ...]:
    found = []
    for first, second in UNIT_PAIRS[dimension]:
        factor = scale_of(first).factor / scale_of(second).factor
        found.append((max(factor, 1 / factor), f"{first} and {second}"))
    return tuple(found)


def _holds(least: Floats, greatest: Floats, factor: float) -> Flags:
    slack = 1e-9 * factor
    return (least <= factor + slack) & (greatest >= factor - slack)


def coincidence(low: tuple[Floats, Floats], high: tuple[Floats, Floats]) -> Floats:
    """Chance that two values stand in one given factor within their rounding, by accident.

    The logarithm of their ratio may lie anywhere in a decade: the width of what rounding allows
    is the share of it that hits (METHODS, part 1 f).
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        width = np.log10(high[1] / high[0]) + np.log10(low[1] / low[0])
    return np.clip(np.nan_to_num(width, nan=0.0, posinf=1.0), 0.0, 1.0)


def digit_slip(left: Floats, right: Floats) -> Flags:
    """Whether two values differ by two neighbouring digits swapped, or by one changed or dropped.

    Both need four significant digits at least.

    Args:
        left: Values, shape (n,).
        right: Values, shape (n,).

    >>> digit_slip(np.array([284761.0, 284761.0]), np.array([248761.0, 360000.0]))
    array([ True, False])
    """
    unit = np.minimum(last_digit(left), last_digit(right))
    safe = np.where(unit > 0, unit, 1.0)
    first, second = np.rint(left / safe), np.rint(right / safe)
    long = (_significant(left) >= _FOUR_DIGITS) & (_significant(right) >= _FOUR_DIGITS)
    usable = (unit > 0) & long & (left * right > 0) & (np.maximum(first, second) < 10.0**_DIGITS)
    first, second = np.abs(np.where(usable, first, 0)), np.abs(np.where(usable, second, 0))
    small, large = (
        np.minimum(first, second).astype(np.int64),
        np.maximum(first, second).astype(np.int64),
    )
    slip = np.zeros(len(small), bool)
    for place in range(_DIGITS):
        ten = 10**place
        slip |= _changed(small, large, ten) | _swapped(small, large, ten)
        slip |= _dropped(small, large, ten)
    return usable & slip & (small != large)


def _significant(value: Floats) -> Floats:
    grain = last_digit(value)
    return np.divide(np.abs(value), grain, out=np.zeros(len(value)), where=grain > 0) * (1 + 1e-12)


Whole = npt.NDArray[np.int64]


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
