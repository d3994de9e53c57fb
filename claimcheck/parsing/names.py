"""Names that have a numeral in them, and are no number: "COVID-19", "CO2", "H1N1", "Boeing 737"."""

from __future__ import annotations

from claimcheck.parsing.labels import labels_of
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.units import lookup_unit

_KNOWN = frozenset({"covid", "sars", "cov", "pm", "co"})
_LONGEST = 8


def name_length(reader: Reader, ahead: int = 0) -> int:
    """How many tokens the name with a numeral takes that starts *ahead*; 0 if none does.

    A name is written in one, with a capital, or is led by a word such as "Boeing".
    """
    token = reader.peek(ahead)
    if token.kind != "w":
        return 0
    after = reader.peek(ahead + 1)
    hyphen = int(after.low == "-" and reader.adjoins(ahead + 1))
    number = ahead + 1 + hyphen
    if reader.peek(number).kind != "n":
        return 0
    written = reader.text[token.start : token.end]
    if written.islower() and token.low not in _KNOWN:
        return 0
    if reader.adjoins(number):
        return 0 if _is_money(written) else _joined(reader, number + 1) - ahead
    led = not hyphen and token.low in labels_of(reader.language.code)
    return _joined(reader, number + 1) - ahead if led else 0


def _joined(reader: Reader, ahead: int) -> int:
    """Where the letters and digits end that go on without a space from *ahead*."""
    for last in range(ahead, ahead + _LONGEST):
        pointed = reader.peek(last).low == "." and reader.adjoins(last + 1)
        if not reader.adjoins(last) or not (reader.peek(last).kind in "wnp" or pointed):
            return last
    return ahead


def _is_money(written: str) -> bool:
    unit = lookup_unit(written)
    return unit is not None and unit.dimension.startswith("currency")
