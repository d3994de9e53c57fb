"""Words and letters that multiply the number before them: million, bn, k, lakh."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.parsing.reader import Reader
from claimcheck.parsing.units import lookup_unit

MILLION = Decimal("1e6")
_LETTERS = {
    "k": Decimal("1e3"),
    "K": Decimal("1e3"),
    "M": MILLION,
    "b": Decimal("1e9"),
    "B": Decimal("1e9"),
    "T": Decimal("1e12"),
    "t": Decimal("1e12"),
    "G": Decimal("1e9"),
    "К": Decimal("1e3"),
    "к": Decimal("1e3"),
    "М": MILLION,
}
_COUNTED = frozenset({"people", "percent"})


def scale_at(reader: Reader, *, after_digits: bool) -> tuple[Decimal, int] | None:
    """The scale that comes next and how many tokens it takes; None if there is none.

    Args:
        reader: Where to read; nothing is taken.
        after_digits: Whether digits stand before it: only then a single letter multiplies.
    """
    token = reader.peek()
    if token.kind != "w":
        return None
    if len(token.low) == 1:
        return _letter(reader) if after_digits else None
    scale = reader.language.scales.get(token.low)
    if scale is None:
        return None
    if token.low == "mil" and reader.language.code == "en":
        reader.doubts.add("mil")
        scale = Decimal(1000) if reader.letter_m == "thousand" else MILLION
    dotted = reader.peek(1).low == "." and reader.adjoins(1) and len(token.low) <= 4
    return scale, 1 + (dotted and not reader.running)


def _letter(reader: Reader) -> tuple[Decimal, int] | None:  # noqa: PLR0911 - one a letter
    token = reader.peek()
    letter = reader.text[token.start : token.end]
    glued = reader.adjoins()
    if letter in "mм":
        return _letter_m(reader, glued=glued)
    scale = _LETTERS.get(letter)
    if scale is None or (_goes_on_as_unit(reader) and not _is_rate_of_money(reader)):
        return None
    if letter in "TtK" and reader.peek(1).low == "€" and reader.adjoins(1):
        return _LETTERS["K"], 1
    if letter == "K" and not glued and not _money(reader) and not _counts(reader):
        return None
    if letter in "tT" and not _money(reader):
        return None
    if letter == "G" and not {".", ","} & set(reader.peek(-1).low):
        return None
    if letter in "bB" and not glued and not _money(reader):
        return None
    return scale, 1


def _is_rate_of_money(reader: Reader) -> bool:
    return reader.peek(1).low == "/" and _money(reader)


def _goes_on_as_unit(reader: Reader) -> bool:
    after = reader.peek(1)
    if after.kind == "p" or (after.kind == "n" and reader.adjoins(1)):
        return True
    return after.low in {"/", "·", "^", "²", "³", "⊙", "☉", "⊕"} or (
        after.low == "-" and reader.peek(2).kind == "n" and not reader.adjoins(1)
        and reader.adjoins(2)
    )  # fmt: skip


def _money(reader: Reader) -> bool:
    """Whether the number is an amount of money, by a sign before it or a name after it."""
    if reader.money and not reader.running:
        return True
    before = reader.peek(-2)
    if reader.place >= 2 and before.kind in "ws":
        written = reader.text[before.start : before.end]
        unit = lookup_unit(written)
        if unit is not None and unit.dimension.startswith("currency"):
            return True
    after = reader.peek(1)
    if after.kind in "ws":
        unit = lookup_unit(reader.text[after.start : after.end])
        if unit is not None and unit.dimension.startswith("currency"):
            return True
    expected = lookup_unit(reader.unit) if reader.unit else None
    return expected is not None and expected.dimension.startswith("currency")


def _letter_m(reader: Reader, *, glued: bool) -> tuple[Decimal, int] | None:
    """Million or metre: money and counted things are millions, the rest is told by its form."""
    if (_goes_on_as_unit(reader) and not _is_rate_of_money(reader)) or (
        reader.peek(1).low in _OF_LENGTHS
    ):
        return None
    if _money(reader) or _counts(reader):
        return MILLION, 1
    expected = lookup_unit(reader.unit) if reader.unit else None
    if expected is not None:
        return None if expected.dimension == "length" else (MILLION, 1)
    if reader.letter_m:
        return (MILLION, 1) if reader.letter_m == "million" else None
    reader.doubts.add("m")
    decimals = "." in reader.peek(-1).low or "," in reader.peek(-1).low
    return (MILLION, 1) if glued and decimals else None


def _counts(reader: Reader) -> bool:
    """Whether a noun follows that no metre could be of."""
    after = reader.peek(1)
    if after.kind != "w" or len(after.low) < 3:
        return False
    return not reader.cue_at(reader.place + 1, _NO_NOUN)[0] and after.low not in _OF_LENGTHS


_NO_NOUN = frozenset(
    {"to", "or", "but", "after_at_least", "after_at_most", "after_hedge", "plus_minus", "over",
     "under", "at_least", "at_most", "hedge", "exact"}
)  # fmt: skip
_OF_LENGTHS = frozenset({
    "and",
    "long",
    "high",
    "tall",
    "wide",
    "deep",
    "thick",
    "away",
    "from",
    "squared",
    "cubed",
    "above",
    "below",
    "asl",
    "apart",
    "across",
    "tief",
    "hoch",
    "lang",
    "breit",
    "per",
    "sprint",
    "dash",
    "race",
    "run",
    "freestyle",
    "hurdles",
    "relay",
})  # fmt: skip
