"""Whole numbers times a power of ten, as floats that are right to the last bit."""

from __future__ import annotations

_POWERS = tuple(float(f"1e{power}") for power in range(40))


def as_float(digits: int, exponent: int) -> float:
    """*digits* times ten to the *exponent*.

    >>> as_float(12345, -2)
    123.45
    """
    if exponent == 0:
        return float(digits)
    return float(digits * 10**exponent) if exponent > 0 else digits / 10**-exponent


def unit_of(exponent: int) -> float:
    """Ten to the *exponent*."""
    return _POWERS[exponent] if exponent >= 0 else 1 / 10**-exponent


def grain_of_point(digits: int, exponent: int, *, decimals: bool) -> float:
    """One unit of the last digit that counts: with *decimals* every one does; 0 for zero.

    >>> grain_of_point(50, -1, decimals=True), grain_of_point(50, 0, decimals=False)
    (0.1, 10.0)
    """
    return unit_of(exponent) if decimals and digits else last_digit(digits, exponent)


def last_digit(digits: int, exponent: int) -> float:
    """One unit of the last digit that is not zero; 0 for zero.

    >>> last_digit(12300, 0)
    100.0
    """
    if digits == 0:
        return 0.0
    if digits % 10:
        return unit_of(exponent)
    written = str(abs(digits))
    return unit_of(exponent + len(written) - len(written.rstrip("0")))
