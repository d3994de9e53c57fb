"""Scales that only money has: "$40MM", "$5 grand", "5 kEUR", "5 T€", "75 USD million"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.parsing.amount import Amount
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.scales import MILLION, scale_at
from claimcheck.parsing.units import lookup_unit

_CODE = 3
_CURRENCY_SCALES = {
    "k": Decimal(1000), "K": Decimal(1000), "T": Decimal(1000), "t": Decimal(1000),
    "M": MILLION, "Mio": MILLION, "m": MILLION, "mn": MILLION, "Mrd": Decimal("1e9"),
    "md": Decimal("1e9"), "mdr": Decimal("1e9"), "bn": Decimal("1e9"),
}  # fmt: skip
_LEADING_SCALES = {
    "MM": MILLION, "grand": Decimal(1000), "L": Decimal(100_000), "b": Decimal("1e9"),
}  # fmt: skip


def take_money_scale(reader: Reader, amount: Amount) -> None:
    """Take the scale that only money has: "$40MM", "$5 grand", "5 kEUR", "5 T€", "5 т. руб."."""
    if amount.scales:
        return
    if amount.unit is not None and is_currency(amount.unit):
        scale, length = _scale_of_leading(reader)
    else:
        scale, length = _scale_before_currency(reader)
    if scale is not None:
        amount.times(scale)
        amount.scales = (scale,)
        reader.place += length


def _scale_of_leading(reader: Reader) -> tuple[Decimal | None, int]:
    """The scale behind an amount whose currency stands before it, and how many tokens it takes."""
    hyphen = int(reader.peek().low == "-" and reader.adjoins() and reader.adjoins(1))
    token = reader.peek(hyphen)
    if token.kind != "w":
        return None, 0
    written = reader.text[token.start : token.end]
    if hyphen:
        return _LEADING_SCALES.get(written) or _CURRENCY_SCALES.get(written), 2
    return _LEADING_SCALES.get(written), 1


def _scale_before_currency(reader: Reader) -> tuple[Decimal | None, int]:
    """The scale in one with a currency behind it, and how many tokens it takes.

    The currency itself is left, but where both are one word, which it ends.
    """
    token, after = reader.peek(), reader.peek(1)
    if token.kind != "w":
        return None, 0
    written = reader.text[token.start : token.end]
    if after.low == "€" and reader.adjoins(1):
        return _CURRENCY_SCALES.get(written), 1
    if after.low == "." and token.low in {"t", "т"} and _names_currency(reader, 2):
        return Decimal(1000), 2
    return None, 0


def _names_currency(reader: Reader, ahead: int) -> bool:
    token = reader.peek(ahead)
    return token.kind == "w" and is_currency(reader.text[token.start : token.end])


def currency_with_scale(reader: Reader) -> tuple[Decimal, str] | None:
    """Scale and currency of a word that is both, which is taken: "kEUR", "MNOK", "mkr"."""
    token = reader.peek()
    written = reader.text[token.start : token.end]
    if token.kind != "w" or lookup_unit(written) is not None:
        return None
    for code in (written[-_CODE:], "kr" if written.endswith("kr") else ""):
        scale = _CURRENCY_SCALES.get(written.removesuffix(code)) if code else None
        unit = lookup_unit(code) if scale and (code.isupper() or code == "kr") else None
        if scale is not None and unit is not None and unit.dimension.startswith("currency"):
            reader.place += 1
            return scale, unit.name
    return None


def take_scale_after_unit(reader: Reader, amount: Amount) -> None:
    """The scale in "75 USD million"."""
    if amount.scales or amount.unit is None or amount.leading or not is_currency(amount.unit):
        return
    found = scale_at(reader, after_digits=False)
    if found is not None:
        amount.times(found[0])
        amount.scales = (found[0],)
        reader.place += found[1]


def is_currency(name: str) -> bool:
    """Whether *name* is the name of a currency."""
    unit = lookup_unit(name)
    return unit is not None and unit.dimension.startswith("currency")
