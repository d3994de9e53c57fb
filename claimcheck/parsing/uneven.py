"""Margins that differ upwards and downwards: "5.0 +0.3 −0.2", "5 (+0.3/−0.2)"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.parsing.amount import ONE
from claimcheck.parsing.numerals import read_numeral
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.said import Said
from claimcheck.parsing.scales import scale_at
from claimcheck.parsing.terms import Term
from claimcheck.parsing.unit_reading import read_unit
from claimcheck.values.figure import FigureKind

_MINUS = frozenset({"-", "–"})
_PARTING = frozenset({"/", ",", ";"})


def read_uneven(reader: Reader, first: Term) -> Said | None:
    """The value of *first* with the two margins that follow it; None if none do.

    A scale behind the margins is that of all three numbers; a scale of the value is theirs too.
    """
    value = first.amount
    if first.lower or first.upper or value.order:
        return None
    sizes = read_sizes(reader)
    if sizes is None:
        return None
    below, above = sizes
    scale = ONE
    for part in value.scales:
        scale *= part
    found = None if value.scales else scale_at(reader, after_digits=True)
    if found is not None:
        scale = found[0]
        value.times(scale)
        reader.place += found[1]
    unit = read_unit(reader) if value.unit is None else value.unit
    return Said(
        value.low - below * scale, value.low + above * scale, FigureKind.RANGE, best=value.low,
        hedged=first.hedged, unit=unit, notes=first.notes, brackets=first.brackets,
    )  # fmt: skip


def take_uneven(inner: Reader, said: Said) -> bool:
    """Whether a bracket holds two such margins and nothing else; then *said* has taken them."""
    if said.best is None or said.kind not in {FigureKind.EXACT, FigureKind.APPROXIMATE}:
        return False
    sizes = read_sizes(inner)
    if sizes is None or not inner.done:
        inner.place = 0
        return False
    scale = _last_scale(said.best, max(sizes))
    said.lower, said.upper = said.best - sizes[0] * scale, said.best + sizes[1] * scale
    said.kind = FigureKind.RANGE
    return True


def read_sizes(reader: Reader) -> tuple[Decimal, Decimal] | None:
    """How far down and how far up, in either order; None, and nothing taken, if not both stand."""
    start = reader.place
    sizes: dict[str, Decimal] = {}
    for _ in range(2):
        sign, digits = reader.peek(), reader.peek(1)
        side = "up" if sign.low == "+" else "down" if sign.low in _MINUS else ""
        if not side or side in sizes or digits.kind != "n":
            break
        numeral = read_numeral(digits.low, reader.decimal)
        if numeral is None:
            break
        sizes[side] = numeral.value
        reader.place += 2
        if len(sizes) == 1 and reader.peek().low in _PARTING:
            reader.place += 1
    if len(sizes) == 2:
        return sizes["down"], sizes["up"]
    reader.place = start
    return None


def _last_scale(value: Decimal, margin: Decimal) -> Decimal:
    """The scale that the value was written with, where its margin would vanish without it."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < 0 or margin % 1 == 0:
        return ONE
    written = value.normalize().adjusted() // 3 * 3
    return ONE.scaleb(written)
