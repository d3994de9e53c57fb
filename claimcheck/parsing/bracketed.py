"""Figures in brackets: "(12)" of accountants, "(3.1 ± 0.1) × 10²", "(5–10) million"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing.amount import ONE
from claimcheck.parsing.phrases import read_said
from claimcheck.parsing.powers import times_ten
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.remarks import find_time, inner_reader
from claimcheck.parsing.said import Said
from claimcheck.parsing.scales import scale_at
from claimcheck.parsing.unit_reading import read_unit


def read_bracketed(reader: Reader) -> Said | None:
    """A figure in brackets, with what may follow them: a power, a scale, a unit."""
    token = reader.peek()
    alone = len(reader.tokens) == 1
    inner = inner_reader(reader, reader.text[token.start + 1 : token.end - 1])
    reader.place += 1
    if inner is None:
        return None
    plain = [piece.kind for piece in inner.tokens] in (["n"], ["s", "n"])
    said = None
    try:
        said = read_said(inner)
    except FigureSyntaxError:
        reader.fail("this bracket cannot be read", first=0)
    if said is None or not inner.done:
        remark = inner.text.strip()
        found = find_time(inner_reader(reader, remark) or inner)
        main = read_said(reader)
        if main is not None and found is not None:
            main.time = main.time or found[0]
        elif main is not None:
            main.notes.append(remark.casefold())
        return main
    if plain and said.best is not None and token.start >= 0:
        _negate(reader, said)
        if alone:
            return said
    _follow(reader, said)
    return said


def _negate(reader: Reader, said: Said) -> None:
    """What accountants put in brackets is negative; elsewhere it may not be."""
    value = -(said.best or Decimal(0))
    said.lower = said.upper = said.best = value
    reader.doubts.add("sign")


def _follow(reader: Reader, said: Said) -> None:
    """Apply the power, the scale and the unit behind the bracket to all that stands in it."""
    exponent = _exponent(reader)
    factor = ONE if exponent is None else ONE.scaleb(exponent)
    found = scale_at(reader, after_digits=True)
    if found is not None:
        factor *= found[0]
        reader.place += found[1]
    if factor != ONE:
        said.lower = None if said.lower is None else said.lower * factor
        said.upper = None if said.upper is None else said.upper * factor
        said.best = None if said.best is None else said.best * factor
        said.deviation = None if said.deviation is None else said.deviation * factor
    unit = read_unit(reader)
    if unit is not None:
        said.unit = unit


def _exponent(reader: Reader) -> int | None:
    token = reader.peek()
    if token.low in {"×", "x", "*", "·"}:
        return times_ten(reader)
    if token.low == "e" and reader.adjoins():
        sign = reader.peek(1).low
        ahead = 2 if sign in {"+", "-"} else 1
        digits = reader.peek(ahead).low
        if digits.isdigit() and len(digits) <= 3:  # noqa: PLR2004
            reader.place += ahead + 1
            return int(f"-{digits}" if sign == "-" else digits)
    return None
