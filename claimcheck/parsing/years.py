"""Years: their digits, their eras, and what some languages put to them."""

from __future__ import annotations

from claimcheck.parsing.periods import date_cue
from claimcheck.parsing.reader import Reader

ERAS = frozenset({"ce", "ad"})
EARLIER_ERAS = frozenset({"bc", "bce"})
YEAR_DIGITS = 4


def year_of_digits(text: str, least: int = 100) -> int | None:
    """The year that *text* is, from *least* on; None if it is none."""
    if not text.isdigit() or len(text) > YEAR_DIGITS or int(text) < least:
        return None
    return int(text) or None


def closing_year(reader: Reader) -> int | None:
    """The year of four digits that ends a date, with what is put to it; None if none comes next."""
    ahead = 0
    if reader.peek().low == "." and reader.adjoins():
        ahead += 1
    if reader.peek(ahead).low in {",", *reader.language.mark("of")}:
        ahead += 1
    token = reader.peek(ahead)
    year = year_of_digits(token.low) if token.kind == "n" else None
    if year is not None and len(token.low) == YEAR_DIGITS:
        reader.place += ahead + 1
        take_era(reader)
        return year
    return None


def take_era(reader: Reader) -> None:
    """Take the era behind a year, or what some languages put to one: "2010'da", "2010 году"."""
    if reader.peek().low in ERAS:
        reader.place += 1
        return
    ending = reader.peek().low in {"-", "'"} and reader.adjoins() and reader.adjoins(1)
    if ending and reader.peek(1).low in _endings(reader):
        reader.place += 2
    reader.place += date_cue(reader, ("year",))[1]


def _endings(reader: Reader) -> frozenset[str]:
    """The endings that a year may have, in languages that put them to digits."""
    language = reader.language
    known = language.mark("in") | language.mark("ordinal_suffixes")
    return known if language.mark("suffixes") else frozenset()
