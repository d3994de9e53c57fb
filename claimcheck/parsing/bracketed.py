"""Figures in brackets: "(12)" of accountants, "(3.1 ± 0.1) × 10²", "(5–10) million"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing.amount import ONE
from claimcheck.parsing.asides import inner_reader
from claimcheck.parsing.phrases import read_said
from claimcheck.parsing.powers import times_ten
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.remarks import find_time
from claimcheck.parsing.said import Said
from claimcheck.parsing.scales import scale_at
from claimcheck.parsing.shared_scales import is_scale, multiply
from claimcheck.parsing.unit_reading import read_unit
from claimcheck.parsing.units import lookup_unit
from claimcheck.values.figure import FigureKind


def read_bracketed(reader: Reader) -> Said | None:
    """A figure in brackets, with what may follow them: a power, a scale, a unit.

    A bracket that holds no figure, or a time or a scale before one, is that of the figure behind.
    """
    token = reader.peek()
    alone = len(reader.tokens) == 1
    inner = inner_reader(reader, reader.text[token.start + 1 : token.end - 1])
    reader.place += 1
    if inner is None:
        return None
    said = None
    try:
        said = read_said(inner)
    except FigureSyntaxError:
        reader.fail("this bracket cannot be read", first=0)
    if said is None or not inner.done or _leads(reader, inner):
        main = read_said(reader)
        if main is not None:
            main.brackets.insert(0, reader.text[token.start : token.end])
        return main
    plain = [piece.kind for piece in inner.tokens] in (["n"], ["s", "n"])
    if said.best is not None and (plain or _is_sum(inner, said)):
        _negate(reader, said)
        if alone:
            return said
    _follow(reader, said)
    return said


def _leads(reader: Reader, inner: Reader) -> bool:
    """Whether a bracket with a time or a scale stands before a number: "(2010) 5 million"."""
    after = reader.peek()
    if after.kind not in "nf":
        return False
    content = inner_reader(reader, inner.text)
    return content is not None and (find_time(content) is not None or is_scale(inner))


def _is_sum(inner: Reader, said: Said) -> bool:
    """Whether a bracket holds one plain sum of money: "$5m", "€1.2 billion"."""
    unit = lookup_unit(said.unit) if inner.money and said.unit else None
    bare = said.kind is FigureKind.EXACT and not said.notes and not said.brackets
    return bare and unit is not None and unit.dimension.startswith("currency")


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
        multiply(said, factor)
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
        if digits.isdigit() and len(digits) <= 3:
            reader.place += ahead + 1
            return int(f"-{digits}" if sign == "-" else digits)
    return None
