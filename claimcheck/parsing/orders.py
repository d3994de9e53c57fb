"""Orders of magnitude: "thousands", "tens of thousands", "several million"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.parsing.amount import ONE, Amount
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.scales import scale_at

_LONGEST_CHAIN = 4
"""Nobody chains more; without an end, running text would be read over and over."""


def read_order(reader: Reader) -> Amount | None:
    """An order of magnitude: "thousands", "tens of thousands", "several million"."""
    start, language = reader.place, reader.language
    if reader.cue(("several",)):
        if reader.peek().low in language.mark("of"):
            reader.place += 1
        found = scale_at(reader, after_digits=False) or _plural(reader) or _tens_of(reader)
        if found is None:
            reader.place = start
            return None
        value = found[0]
        reader.place += found[1]
        value *= _chained(reader)
        return Amount(value, value * 10, order=True, worded=True, scales=(value,))
    if reader.cue(("in_orders",)):
        reader.place += reader.peek().low in language.mark("article")
    value_of = language.orders.get(reader.peek().low)
    if value_of is None or reader.peek().kind != "w":
        reader.place = start
        return None
    reader.place += 1
    alone = _is_singular(reader)
    value = value_of * _chained(reader)
    if alone:
        return Amount(value, value, (value,), worded=True)
    return Amount(value, value * 10, order=True, worded=True)


def _is_singular(reader: Reader) -> bool:
    """Whether the order just read is one of its kind: "около тысячи" is about a thousand."""
    language = reader.language
    said = reader.peek(-1).low in language.mark("singular") and reader.place > 1
    return said and reader.peek(-2).low in language.mark("genitive")


def read_digit_order(reader: Reader) -> Amount | None:
    """An order of magnitude in digits: "10,000s", "100s of thousands"; None if it is none."""
    if reader.peek(1).low != "s":
        return None
    token = reader.peek()
    digits = token.low.replace(",", "")
    named = digits[:1] == "1" and len(digits) > 1 and not digits[1:].strip("0")
    counted = "," in token.low or reader.peek(2).low in reader.language.mark("of")
    if not (named and counted and reader.adjoins(1)):
        return None
    reader.place += 2
    value = Decimal(digits) * _chained(reader)
    return Amount(value, value * 10, order=True)


def read_worded_order(reader: Reader) -> Amount | None:
    """A ten or a hundred right before the name of an order: "yüz binlerce"."""
    language, low, order = reader.language, reader.peek().low, reader.peek(1).low
    if order not in language.orders or order in language.scales:
        return None
    value = language.numbers.get(low, language.scales.get(low))
    if value not in {10, 100}:
        return None
    reader.place += 2
    value *= language.orders[order]
    return Amount(value, value * 10, order=True, worded=True)


def _tens_of(reader: Reader) -> tuple[Decimal, int] | None:
    """A ten or a hundred and its scale, as "mehrere zehntausend" has it."""
    value = reader.language.numbers.get(reader.peek().low)
    scale = reader.language.scales.get(reader.peek(1).low, 0)
    return (value * scale, 2) if value in {10, 100} and scale >= 1000 else None


def _plural(reader: Reader) -> tuple[Decimal, int] | None:
    value = reader.language.orders.get(reader.peek().low)
    return None if value is None else (value, 1)


def _chained(reader: Reader) -> Decimal:
    """What further orders multiply by: "of thousands", "thousand"."""
    language, product = reader.language, ONE
    for _ in range(_LONGEST_CHAIN):
        ahead = 1 if reader.peek().low in language.mark("of") else 0
        low = reader.peek(ahead).low
        scale = language.orders.get(low) or language.scales.get(low)
        if scale is None or len(low) < 2:
            return product
        product *= scale
        reader.place += ahead + 1
    return product
