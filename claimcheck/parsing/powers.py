"""Powers behind a number: "×10⁶", "10^6", "1.1^2"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.parsing.amount import ONE
from claimcheck.parsing.numerals import Numeral
from claimcheck.parsing.reader import Reader

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_LARGEST_POWER = 400
_COMPARING = frozenset("<>≤≥~")
TEN = 10


def read_times_ten(reader: Reader) -> Decimal | None:
    """The scale "×10⁶" behind a number; None if none follows."""
    token = reader.peek()
    if not ((token.kind == "s" and token.low in "×*·") or token.low == "x"):
        return None
    by = times_ten(reader)
    return None if by is None else ONE.scaleb(by)


def read_exponent(reader: Reader) -> Decimal | None:
    """The scale "e-3" right behind a bracket: "1.23(4)e-3"; None if none follows."""
    signed = reader.peek(1).low in {"-", "+"}
    digits = reader.peek(1 + signed).low
    if reader.peek().low != "e" or not reader.adjoins() or not digits.isdigit():
        return None
    by = _small(f"-{digits}" if reader.peek(1).low == "-" else digits)
    reader.place += 2 + signed
    return ONE.scaleb(by)


def read_raised(reader: Reader, numeral: Numeral) -> Decimal | None:
    """The power in "10^6" or "10⁶"; of ten with one digit only, so that no zero counts as written.

    None if none follows.
    """
    token = reader.peek()
    raised = token.kind == "p" and reader.adjoins()
    if token.low in {"^", "**"} or (numeral.value == TEN and (raised or _compared(reader))):
        by = exponent_at(reader)
        if by is None:
            return None
        return ONE.scaleb(by) if numeral.value == TEN else numeral.value**by
    if raised:
        if numeral.grouped or numeral.value >= 1000:
            reader.place += 1  # a footnote mark
            return None
        reader.fail("a raised number stands here", "write a power as 10^6, a footnote as [1]")
    return None


def _compared(reader: Reader) -> bool:
    """Whether a ten behind a sign of comparison has an exponent that no range could end in."""
    before, after = reader.peek(-2) if reader.place > 1 else None, reader.peek(1)
    sign = before is not None and before.low in _COMPARING
    dash = reader.peek().low == "-" and reader.adjoins() and reader.adjoins(1)
    return sign and dash and after.low.isdigit() and len(after.low) == 1


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
    if digits.kind != "n" or not digits.low.isdigit() or len(digits.low) > 2:
        return None
    reader.place += 1 + sign
    return _small(f"-{digits.low}" if sign else digits.low)


def exponent_at(reader: Reader) -> int | None:
    """The exponent in "⁶", "^-6", "^(-6)" or "−6" behind a ten; None, nothing taken, if none is."""
    token = reader.peek()
    if token.kind == "p" and reader.adjoins():
        reader.place += 1
        return _small(token.low.translate(_RAISED))
    if token.low in {"^", "**"}:
        enclosed = _enclosed(reader)
        if enclosed is not None:
            return enclosed
        sign = "-" if reader.peek(1).low == "-" else ""
        ahead = 2 if reader.peek(1).low in {"-", "+"} else 1
        digits = reader.peek(ahead)
        if digits.kind == "n" and digits.low.isdigit():
            reader.place += ahead + 1
            return _small(sign + digits.low)
        return None
    if token.low in {"-", "–"} and reader.peek(1).kind == "n" and reader.adjoins():
        digits = reader.peek(1)
        if digits.low.isdigit() and len(digits.low) <= 2 and reader.adjoins(1):
            reader.place += 2
            return _small("-" + digits.low)
    return None


def _enclosed(reader: Reader) -> int | None:
    """The exponent in "^(-3)" or "^{-19}"."""
    after = reader.peek(1)
    if after.kind == "b":
        digits, length = after.low.replace("–", "-"), 2
    elif after.low == "{":
        signed = reader.peek(2).low in {"-", "–"}
        digits = f"{'-' if signed else ''}{reader.peek(3 if signed else 2).low}"
        length = 5 if signed else 4
        if reader.peek(length - 1).low != "}":
            return None
    else:
        return None
    if not digits.removeprefix("-").isdigit():
        return None
    reader.place += length
    return _small(digits)


def _small(text: str) -> int:
    if len(text) > 4 or abs(int(text)) > _LARGEST_POWER:
        raise OverflowError
    return int(text)
