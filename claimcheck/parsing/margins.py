"""Margins: "a ± b", of one part or of several, in numbers or in percent."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.parsing.amount import ONE, Amount
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.said import Said
from claimcheck.parsing.terms import Term, read_term
from claimcheck.values.figure import FigureKind

_HUNDRED = Decimal(100)
_RELATIVE_FROM = 100


def read_plus_minus(reader: Reader, first: Term) -> Said | None:
    """The value with the margins that follow it; None if none does.

    Several margins, of chance and of method, add in quadrature.
    """
    start = reader.place
    if reader.peek().kind == "w" and reader.peek().low not in reader.language.cues:
        return None
    stated = False
    margins: list[Amount] = []
    while True:
        here = reader.place
        reader.sign(",")
        sign = plus_minus_sign(reader)
        if not sign:
            reader.place = here
            break
        stated = stated or sign == "stated"
        term = read_term(reader)
        if term is None:
            reader.place = here
            break
        margins.append(term.amount)
        first.brackets.extend(term.brackets)
    if not margins:
        reader.place = start
        return None
    value = first.amount
    for margin in margins:
        alike = {None, "percent", value.unit}
        if value.unit == "percent":
            alike.add("percentage-points")
        if margin.unit not in alike and value.unit is not None:
            reader.fail("value and margin have different units", "give both in one unit",
                        first=margin.first)  # fmt: skip
    relative = any(_relative(value, margin) for margin in margins)
    unit = value.unit if relative or value.unit else margins[-1].unit
    total = _quadrature(value, margins)
    said = Said(value.low, value.low, FigureKind.PLUS_MINUS, hedged=first.hedged, unit=unit,
                notes=first.notes, brackets=first.brackets)  # fmt: skip
    take_margin(said, value.low, total)
    if stated:
        said.deviation = None
    return said


def take_margin(said: Said, value: Decimal, margin: Decimal) -> None:
    """Make *said* the value with its standard uncertainty."""
    said.kind, said.best = FigureKind.PLUS_MINUS, value
    said.lower, said.upper, said.deviation = value - margin, value + margin, margin


def plus_minus_sign(reader: Reader) -> str:
    """``plain`` for "±" and its like, ``stated`` for words of a margin of error, empty for none."""
    if reader.sign("±"):
        return "plain"
    if reader.peek().low == "+" and reader.peek(1).low == "-":
        reader.place += 2
        return "plain"
    if reader.peek().low == "+" and reader.peek(1).low == "/" and reader.peek(2).low == "-":
        reader.place += 3
        return "plain"
    if not reader.cue(("plus_minus",)):
        return ""
    return "plain" if reader.peek(-1).low in {"-", "minus"} else "stated"


def _quadrature(value: Amount, margins: list[Amount]) -> Decimal:
    """One margin, or several as the root of their squares; a shared scale belongs to all."""
    last = margins[-1]
    if last.scales and not value.scales and not value.grouped:
        scale = ONE
        for part in last.scales:
            scale *= part
        value.times(scale)
        for margin in margins[:-1]:
            margin.times(scale)
    elif value.scales and not last.scales and last.unit is None and last.low < value.low:
        for margin in margins:
            scaled = margin.low * _product(value)
            if not margin.grouped and scaled < abs(value.low):
                margin.times(_product(value))
    sizes = [
        value.low * margin.low / _HUNDRED if _relative(value, margin) else margin.low
        for margin in margins
    ]
    if len(sizes) == 1:
        return abs(sizes[0])
    return sum((size * size for size in sizes), Decimal(0)).sqrt()


def _product(amount: Amount) -> Decimal:
    product = ONE
    for scale in amount.scales:
        product *= scale
    return product


def _relative(value: Amount, margin: Amount) -> bool:
    """Whether a margin in percent is a share of the value, and not in points of a percentage."""
    if margin.unit != "percent" or value.unit == "percent":
        return False
    return value.unit is not None or bool(value.scales) or value.low > _RELATIVE_FROM
