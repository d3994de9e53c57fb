"""GRIM: whether a mean of whole numbers can be what it is said to be, given their number.

With N whole numbers the mean is ``k / N``; the test asks whether some k rounds to the mean as
printed, halves going up, down or to even. It says nothing where N reaches ten to the number of
decimals. Reference: Brown and Heathers, Soc. Psychol. Personal. Sci. 8, 2017.
"""

from __future__ import annotations

from decimal import ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, InvalidOperation
from fractions import Fraction

from attrs import frozen

from claimcheck.errors import RefusedError

ROUNDINGS = (ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN)


@frozen
class Grim:
    """What the test found.

    Attributes:
        consistent: Whether a sum of whole numbers gives that mean.
        informative: Whether the test could have failed: fewer numbers than the decimals can tell.
        nearest: The nearest means that are possible, below and above, exact.
    """

    consistent: bool
    informative: bool
    nearest: tuple[float, float]


def grim(mean: str, count: int, *, items: int = 1, percent: bool = False) -> Grim:
    """Test a mean as printed against *count* answers of *items* whole numbers each.

    Args:
        mean: The mean as text: its decimals are what was printed.
        count: Number of answers.
        items: Whole numbers averaged in each answer.
        percent: Whether the mean is a percentage of yes answers.

    Raises:
        RefusedError: If the mean is no number, or there is nothing to average.

    >>> grim("3.48", 20).consistent, grim("3.45", 20).consistent
    (False, True)
    """
    try:
        printed = Decimal(mean)
    except InvalidOperation as error:
        raise RefusedError(f"{mean!r} is no number", "give the mean as it is printed") from error
    total = count * items
    if total < 1 or not printed.is_finite():
        raise RefusedError(f"a mean of {total} numbers cannot be tested")
    scale = 100 if percent else 1
    step = Decimal(1).scaleb(int(printed.as_tuple().exponent))
    below = int(Fraction(printed) * total / scale // 1)
    means = [Fraction(scale * sum_, total) for sum_ in (below, below + 1)]
    consistent = any(
        _rounded(candidate, step, how) == printed for candidate in means for how in ROUNDINGS
    )
    informative = total < scale / Fraction(step)
    return Grim(consistent, informative, (float(means[0]), float(means[1])))


def _rounded(value: Fraction, step: Decimal, how: str) -> Decimal:
    """*value* to a multiple of *step*; exact at halves, because a fraction is."""
    units = value / Fraction(step)
    whole = units.numerator // units.denominator
    rest = units - whole
    half = Decimal(whole) + (Decimal("0.5") if rest == Fraction(1, 2) else _side(rest))
    return half.quantize(Decimal(1), rounding=how) * step


def _side(rest: Fraction) -> Decimal:
    return Decimal("0.25") if rest < Fraction(1, 2) else Decimal("0.75")
