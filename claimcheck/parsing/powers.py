"""Powers behind a number: "×10⁶", "10^6", "1.1^2"."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from claimcheck.parsing.amount import ONE
from claimcheck.parsing.numerals import Numeral
from claimcheck.parsing.reader import Reader

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_LARGEST_POWER = 400
TEN = 10


def read_power(reader: Reader, numeral: Numeral) -> Callable[[Decimal], Decimal] | None:
    """A function that applies "×10⁶", "^6" or "⁶" to a number; None if none follows."""
    token = reader.peek()
    if (token.kind == "s" and token.low in "×*·") or token.low == "x":
        by = times_ten(reader)
        return None if by is None else partial(_shifted, by=by)
    raised = token.kind == "p" and reader.adjoins()
    if token.low == "^" or (raised and numeral.value == TEN):
        by = exponent_at(reader)
        return None if by is None else partial(_raised, by=by)
    if raised:
        if numeral.grouped or numeral.value >= 1000:  # noqa: PLR2004
            reader.place += 1  # a footnote mark
            return None
        reader.fail("a raised number stands here", "write a power as 10^6, a footnote as [1]")
    return None


def _shifted(number: Decimal, *, by: int) -> Decimal:
    return number.scaleb(by)


def _raised(number: Decimal, *, by: int) -> Decimal:
    """The power; of ten with one digit only, so that no zero of it counts as written."""
    return ONE.scaleb(by) if number == TEN else number**by


def times_ten(reader: Reader) -> int | None:
    """The exponent in "×10⁶", "x 10^6", "·10−5"; nothing is taken if there is none."""
    start = reader.place
    reader.place += 1
    ten = reader.peek()
    if ten.kind == "n" and ten.low != "10":
        reader.fail("a product stands here", "write the number that it makes")
    if ten.kind != "n":
        reader.place = start
        return None
    reader.place += 1
    exponent = exponent_at(reader)
    if exponent is None:
        exponent = _lowered(reader)
    if exponent is None:
        reader.fail("a product stands here", "write a power as 10^6")
    return exponent


def _lowered(reader: Reader) -> int | None:
    """An exponent that lost its raised place: "×10 −5", "×10 5"."""
    sign = reader.peek().low in {"-", "–"} and reader.adjoins(1)
    digits = reader.peek(1 if sign else 0)
    if digits.kind != "n" or not digits.low.isdigit() or len(digits.low) > 2:  # noqa: PLR2004
        return None
    reader.place += 1 + sign
    return _small(f"-{digits.low}" if sign else digits.low)


def exponent_at(reader: Reader) -> int | None:
    """The exponent in "⁶", "^-6" or "−6" behind a ten; None, nothing taken, if there is none."""
    token = reader.peek()
    if token.kind == "p" and reader.adjoins():
        reader.place += 1
        return _small(token.low.translate(_RAISED))
    if token.low == "^":
        sign = "-" if reader.peek(1).low == "-" else ""
        ahead = 2 if reader.peek(1).low in {"-", "+"} else 1
        digits = reader.peek(ahead)
        if digits.kind == "n" and digits.low.isdigit():
            reader.place += ahead + 1
            return _small(sign + digits.low)
        return None
    if token.low in {"-", "–"} and reader.peek(1).kind == "n" and reader.adjoins():
        digits = reader.peek(1)
        if digits.low.isdigit() and len(digits.low) <= 2 and reader.adjoins(1):  # noqa: PLR2004
            reader.place += 2
            return _small("-" + digits.low)
    return None


def _small(text: str) -> int:
    if len(text) > 4 or abs(int(text)) > _LARGEST_POWER:  # noqa: PLR2004
        raise OverflowError
    return int(text)
