"""Periods by their names, decades, centuries, parts of years, and the words that lead to dates."""

from __future__ import annotations

import re

from claimcheck.parsing import spans
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.spans import Span

_YEAR_DIGITS = 4
_THIS_CENTURY = 1900
_LAST_CENTURY = 21
_ROMAN = re.compile(r"(X{0,2})(IX|IV|V?I{0,3})(?:e|er|ème)?")
_CYRILLIC = str.maketrans("ІХ", "IX")
_UNITS = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
_LEADS_TO_DATE = frozenset({
    "in", "on", "the", "at", "of", "as", "year", "during", "dated", "fiscal", "founded",
    "established", "created", "formed", "opened", "built", "born", "died", "signed", "adopted",
})  # fmt: skip
_RUSSIAN_CENTURY = frozenset({"век", "веке", "в"})
_PARTS_OF_YEARS = {"quarter": 3, "half": 6}


def date_cue(reader: Reader, roles: tuple[str, ...]) -> tuple[str, int]:
    """Role and length of the longest date cue that comes next, of one of *roles*."""
    token = reader.peek()
    for words, role in reader.language.date_cues.get(token.low, ()):
        last = reader.place + len(words)
        said = reader.tokens[reader.place : last]
        if role in roles and tuple(piece.low for piece in said) == words:
            return role, len(words)
    return "", 0


def leads_to_date(reader: Reader) -> int:
    """How many words lead to a date: "on", "am", "founded in", "Thursday"; 0 if none does."""
    low = reader.peek().low
    if low in _LEADS_TO_DATE or low in reader.language.mark("in"):
        return 1
    if date_cue(reader, ("before", "until", "since", "after"))[1]:
        return 0
    length = date_cue(reader, ("in", "weekday"))[1]
    joined = reader.peek(length).kind == "n" and reader.adjoins(length)
    return 0 if joined else length


def decade_length(reader: Reader, year: int) -> int:
    """How many tokens "1990s", "1990's", "1990er Jahre" or "1990-е" take; 0 if it is none."""
    if year % 10 or year < 100:
        return 0
    start = reader.place
    reader.place += 1
    reader.place += reader.peek().low in {"'", "-"} and reader.adjoins()
    length = date_cue(reader, ("decade",))[1] if reader.adjoins() else 0
    ahead, reader.place = reader.place - start, start
    return ahead + length if length else 0


def read_decade_after_word(reader: Reader, part: str) -> Span | None:
    """The decade of "années 1990" or "anni 90"; None, and nothing taken, if none comes next."""
    length = date_cue(reader, ("decade_before",))[1]
    digits = reader.peek(length).low
    if not length or not digits.isdigit() or len(digits) not in {2, _YEAR_DIGITS}:
        return None
    year = int(digits) + (_THIS_CENTURY if len(digits) == 2 else 0)
    if year % 10:
        return None
    reader.place += length + 1
    return spans.decade_of(year, part)


def decade_named(reader: Reader, year: int, part: str) -> Span | None:
    """The decade from *year*, or the hundred years that Swedish calls after their first."""
    hundred = year % 100 == 0 and not part and reader.language.code in {"sv", "da", "no"}
    return spans.years(year, year + 99) if hundred else spans.decade_of(year, part)


def read_century(reader: Reader, part: str) -> Span | None:
    """A century by its number: "20th century", "the nineteenth century", "XIX век", "siglo XIX"."""
    start = reader.place
    leading = date_cue(reader, ("century",))[1]
    reader.place += leading
    number = _roman(reader) if leading else _numbered(reader)
    role, length = ("", 0) if leading else date_cue(reader, ("century",))
    if number and (leading or role):
        reader.place += length
        return spans.century_of(number, part)
    reader.place = start
    return None


def _numbered(reader: Reader) -> int | None:
    """The number of a century before its word: digits, an ordinal or a Roman numeral."""
    token, language = reader.peek(), reader.language
    if token.kind == "n" and token.low.isdigit() and len(token.low) <= 2:
        reader.place += 1
        return int(token.low) if _ordinal_mark(reader) else None
    if token.low in language.ordinals:
        reader.place += 1
        return language.ordinals[token.low]
    if token.low in language.numbers and reader.peek(1).low == "-":
        reader.place += 3
        return int(language.numbers[token.low]) + language.ordinals.get(reader.peek(-1).low, 0)
    return _roman(reader)


def _ordinal_mark(reader: Reader) -> bool:
    """Whether digits are those of an ordinal, whose mark is taken; "12 centuries" are a stretch."""
    language = reader.language
    hyphen = int(reader.peek().low in {"-", "'"} and reader.adjoins())
    if reader.peek(hyphen).low in language.mark("ordinal_suffixes"):
        reader.place += hyphen + 1
        return True
    if reader.peek().low == ".":
        reader.place += 1
        return True
    return language.code == "ru" and reader.peek().low in _RUSSIAN_CENTURY


def _roman(reader: Reader) -> int | None:
    """The Roman numeral that comes next, with the ending of an ordinal or none; None if none."""
    token = reader.peek()
    found = _ROMAN.fullmatch(reader.text[token.start : token.end].translate(_CYRILLIC))
    if token.kind != "w" or found is None:
        return None
    number = 10 * len(found[1]) + _UNITS[found[2]]
    if not 0 < number <= _LAST_CENTURY:
        return None
    reader.place += 1
    return number


def read_part_of_year(reader: Reader) -> Span | None:
    """A stretch of a year in words: "first quarter of 1999", "the second half of 1999"."""
    number = reader.language.ordinals.get(reader.peek().low)
    months = _PARTS_OF_YEARS.get(reader.peek(1).low)
    ahead = 2 + (reader.peek(2).low in reader.language.mark("of"))
    year = reader.peek(ahead).low
    if number is None or months is None or not year.isdigit() or len(year) != _YEAR_DIGITS:
        return None
    if number * months > 12:
        return None
    reader.place += ahead + 1
    return spans.quarter_of(int(year), number, months)
