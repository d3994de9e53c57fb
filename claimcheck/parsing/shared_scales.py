"""The scale or the unit that stands beside a figure: "('000)", ", in millions", "(% of GDP)"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing.amount import ONE
from claimcheck.parsing.asides import Fit, written_scales
from claimcheck.parsing.powers import times_ten
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.said import Said
from claimcheck.parsing.unit_reading import read_unit
from claimcheck.parsing.units import lookup_unit

_LEAST_SCALE = 100
_LONGEST_SCALE = 4
_LETTERS = {"k": Decimal(10) ** 3, "m": Decimal(10) ** 6, "b": Decimal(10) ** 9}


def take_scale(reader: Reader, inner: Reader, said: Said) -> Fit:
    """Multiply *said* by the scale that a text is: "in thousands", "'000", "million USD".

    A figure that has a scale, or another unit, already is not multiplied.
    """
    found = _read_scale(inner)
    if found is None or not inner.done:
        inner.place = 0
        return Fit.OTHER
    return Fit.TAKEN if _scale(said, *found, written_scales(reader)) else Fit.UNFIT


def _scale(said: Said, factor: Decimal, unit: str | None, scales: tuple[Decimal, ...]) -> bool:
    """Whether *said* could be multiplied: it has no scale and no other unit yet."""
    if len(scales) > 1 or (unit and said.unit and unit != said.unit):
        return False
    multiply(said, factor)
    said.unit = said.unit or unit
    return True


def take_scale_behind(reader: Reader, said: Said) -> bool:
    """Take the scale that the rest of a phrase is: ", in thousands", "in millions of dollars".

    Raises:
        FigureSyntaxError: If the figure has a scale, or another unit, already.
    """
    start, language = reader.place, reader.language
    ahead = reader.lows[start : start + _LONGEST_SCALE]
    if language.scales.keys().isdisjoint(ahead) and language.orders.keys().isdisjoint(ahead):
        return False
    parted = bool(reader.sign(",;"))
    first = reader.peek()
    led = first.low in language.mark("in")
    found = _read_scale(reader) if led or (parted and first.kind == "w") else None
    whole, last, reader.place = _closes(reader), reader.place, start
    if found is None or not whole:
        return False
    named = led or first.low in language.orders
    if not named or not _scale(said, *found, written_scales(reader)):
        reader.fail("this scale does not go with the figure before it", "write one scale")
    reader.place = last
    return True


def _closes(reader: Reader) -> bool:
    """Whether a scale ends a phrase, but for a bracket, a full stop or a year."""
    token = reader.peek()
    year = token.low in reader.language.mark("in") and reader.peek(1).kind == "n"
    return reader.done or token.kind == "b" or token.low in {".", "*"} or year


def take_unit(inner: Reader, said: Said) -> Fit:
    """Give *said*, if it has none, the unit that a text is: "(km)", "(%)", "(% of GDP)"."""
    inner.place = int(inner.peek().low in inner.language.mark("in"))
    lettered = len(inner.tokens) == 1 and inner.text.strip().isalpha() and len(inner.text) == 1
    unclear = inner.peek().low in inner.language.mark("unclear")
    unit = None if said.unit or lettered or unclear else read_unit(inner)
    known = unit is not None and (lookup_unit(unit) is not None or unit.startswith("per "))
    shared = unit == "percent" and inner.peek().low in inner.language.mark("of")
    shared = shared or (unit is not None and unit.startswith("per 1"))
    whole = inner.done
    inner.place = 0
    if not known or not (whole or shared):
        return Fit.OTHER
    said.unit = unit
    said.notes.extend([inner.text.strip()] if shared else [])
    return Fit.TAKEN


def is_scale(inner: Reader) -> bool:
    """Whether all of a text is a scale."""
    inner.place = 0
    return _read_scale(inner) is not None and inner.done


def multiply(said: Said, factor: Decimal) -> None:
    """Multiply all the numbers of *said*."""
    said.lower = None if said.lower is None else said.lower * factor
    said.upper = None if said.upper is None else said.upper * factor
    said.best = None if said.best is None else said.best * factor
    said.deviation = None if said.deviation is None else said.deviation * factor


def _read_scale(inner: Reader) -> tuple[Decimal, str | None] | None:
    marked = inner.peek().low in inner.language.mark("in")
    inner.place += marked
    factor = _power(inner) or _letter_of_money(inner, None)
    unit = None if factor else _known_unit(inner)
    factor = factor or _zeros(inner, marked=marked) or _scale_words(inner)
    if factor is None and unit is not None:
        factor = _letter_of_money(inner, unit)
    if factor is None:
        return None
    if unit is None:
        inner.place += inner.peek().low in inner.language.mark("of")
        inner.place += inner.peek().low == "'"
        unit = _known_unit(inner)
    return factor, unit


def _letter_of_money(inner: Reader, unit: str | None) -> Decimal | None:
    """The scale in "€m", "M€", "$ k": a letter is one beside money only."""
    factor = _LETTERS.get(inner.peek().low)
    if factor is None:
        return None
    start = inner.place
    inner.place += 1
    named = unit or _known_unit(inner)
    known = lookup_unit(named) if named else None
    money = known is not None and known.dimension.startswith("currency")
    inner.place = start + money
    return factor if money else None


def _known_unit(inner: Reader) -> str | None:
    start = inner.place
    unit = read_unit(inner)
    if unit is None or lookup_unit(unit) is None:
        inner.place = start
        return None
    return unit


def _power(inner: Reader) -> Decimal | None:
    if inner.peek().low not in {"×", "x", "*"}:
        return None
    if inner.peek(1).low == "10" and inner.peek(2).kind != "e":
        try:
            exponent = times_ten(inner)
        except FigureSyntaxError:
            return None
        return None if exponent is None else ONE.scaleb(exponent)
    inner.place += 1
    return _zeros(inner, marked=True)


def _zeros(inner: Reader, *, marked: bool) -> Decimal | None:
    """The scale in "'000", "000s", "in 1,000s"."""
    start = inner.place
    inner.sign("'")
    token = inner.peek()
    digits = "".join(letter for letter in token.low if letter.isdigit())
    one = "1" if marked else ""
    if token.kind != "n" or len(digits) < 3 or digits.strip("0") != one[: digits[0] == "1"]:
        inner.place = start
        return None
    inner.place += 1
    quoted = inner.peek().low == "'" and inner.adjoins()
    inner.place += quoted
    inner.place += inner.peek().low == "s" and inner.adjoins()
    return ONE.scaleb(digits.count("0"))


def _scale_words(inner: Reader) -> Decimal | None:
    factor = ONE
    while inner.peek().kind == "w":
        low = inner.peek().low
        value = inner.language.scales.get(low) or inner.language.orders.get(low)
        if value is None or value < _LEAST_SCALE:
            break
        factor *= value
        inner.place += 1
        inner.place += inner.peek().low == "." and inner.adjoins()
    return factor if factor > 1 else None
