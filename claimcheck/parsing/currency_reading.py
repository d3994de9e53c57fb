"""Currencies before numbers: "$5", "US$ 1.2 billion", "MXN $1,499"."""

from __future__ import annotations

from claimcheck.parsing.reader import Reader
from claimcheck.parsing.unit_reading import longest_unit

_VERBS = frozenset({"won", "mark", "real"})
_DOLLARS = frozenset(
    f"currency {code}"
    for code in (
        "USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU", "JMD",
        "TTD", "BZD", "BSD", "BBD", "FJD", "BMD", "KYD", "XCD", "GYD", "SRD", "LRD", "NAD", "BND",
        "DOP", "CUP", "BRL", "NIO",
    )
)  # fmt: skip


def read_currency(reader: Reader) -> str | None:
    """The currency that stands before a number; None, and nothing taken, if none does."""
    start = reader.place
    low = reader.peek().low
    if low in _VERBS or low in reader.language.numbers or reader.language.is_hundred(low):
        return None
    found = longest_unit(reader, currency=True)
    if found is None:
        return None
    unit, length = found
    reader.place += length
    if length == 1 and reader.peek().low == "$" and unit.dimension in _DOLLARS:
        reader.place += 1  # "MXN $1,499"
    if unit.name == "USD" and reader.peek().kind == "w":
        second = longest_unit(reader, currency=True)
        if second is not None:
            unit = second[0]
            reader.place += second[1]
    after = reader.peek()
    sign = after.kind == "s" and after.low in "-–+" and reader.peek(1).kind == "n"
    spoken = after.kind == "w" and reader.language.is_number_word(after.low)
    if after.kind not in "nfb" and not sign and not spoken:
        reader.place = start
        return None
    if after.kind == "b" and reader.text[after.start] == "[":
        reader.place = start
        return None
    reader.money = True
    return unit.name
