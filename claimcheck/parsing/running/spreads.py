"""Estimates with their intervals, and shares of people, in running text."""

from __future__ import annotations

import re
from contextlib import suppress

from attrs import evolve

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing.figures import parse_figure
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.running.dates import is_plain_plural
from claimcheck.parsing.units import lookup_unit
from claimcheck.values.figure import Figure, FigureKind

_NUMBER = r"[-−–]?\d+(?:[.,]\d+)?(?: ?%)?"
_SCALE = r"(?: (?:thousand|million|billion|trillion))?"
_LEVEL = r"(?:\d{2}(?:[.,]\d)? ?%[ -]?)?"
_NAME = (
    r"(?:CI|CrI|UI|HDI|IC|KI|(?:confidence|credible|uncertainty|compatibility) intervals?)"
    r"(?: ?95 ?%)?"
)
_JOINT = r"(?: ?(?:–|-|;|to|and|bis|à|a|до|til|till) ?|, )"
_NAMED = re.compile(
    rf"(?: ?[,;:] ?| ?[(\[] ?| )(?:with an? |\()?{_LEVEL}{_NAME}(?: of)?\)? ?[:,=]? ?"
    rf"[(\[]?(?P<low>{_NUMBER}){_JOINT}(?P<high>{_NUMBER}{_SCALE})"
    r"(?:[)\]]|(?:[;,] ?[pP] ?[=<>] ?[\d.,]+)?[)\]])?"
)
_BRACKETED = re.compile(r" ?(?:\([^()\n]{0,80}\)|\[[^\[\]\n]{0,80}\.[^\[\]\n]{0,80}\])")
_SPREAD = (FigureKind.RANGE, FigureKind.PLUS_MINUS)
_POINTS = (FigureKind.EXACT, FigureKind.APPROXIMATE)
_YEAR_DIGITS = 4
_LONGEST_PART = 2


def with_interval(
    figure: Figure, plain: str, start: int, end: int, *, lang: str
) -> tuple[Figure, int] | None:
    """A point with the interval that stands behind it, and where that ends; None if none does."""
    if figure.kind not in _POINTS:
        return None
    written = plain[start:end]
    bracket = _BRACKETED.match(plain, end)
    if bracket is not None and any(letter.isdigit() for letter in bracket[0]):
        read = _spread_of(figure, written + bracket[0], lang)
        if read is not None:
            return read, bracket.end()
    named = _NAMED.match(plain, end)
    if named is None:
        return None
    read = _spread_of(figure, f"{written} (95% CI {named['low']} to {named['high']})", lang)
    bracketed = any(sign in named[0] for sign in "([")
    return None if read is None else (read, named.end() if bracketed else named.end("high"))


def _spread_of(figure: Figure, phrase: str, lang: str) -> Figure | None:
    """The figure of *phrase* if it is *figure* with an interval around it."""
    with suppress(FigureSyntaxError):
        read = parse_figure(phrase, lang=lang)
        if read.kind in _SPREAD and read.best == figure.best:
            return evolve(read, unit=read.unit or figure.unit)
    return None


def share_at(reader: Reader, first: int) -> Figure | None:
    """The share in "1 in 5 people" or "one person in ten", number from index *first* on.

    Nothing is taken if there is none; a noun that follows is left.
    """
    start = reader.place
    reader.place = first
    middle, last = _share(reader)
    reader.place = start
    if not last:
        return None
    phrase = f"{reader.written(start, first + 1)} {reader.written(middle, last)}"
    with suppress(FigureSyntaxError):
        figure = parse_figure(phrase, lang=reader.language.code)
        if figure.unit == "ratio":
            reader.place = last
            return figure
    return None


def _share(reader: Reader) -> tuple[int, int]:
    """Index of the "in" in "1 in 5" or "one person in ten", and that of the end; 0 if none."""
    part = reader.peek()
    if (part.kind == "n" and len(part.low) > _LONGEST_PART) or not _is_number(reader, 0):
        return 0, 0
    middle = 1 + (reader.peek(1).kind == "w" and not _joint(reader, 1))
    ahead = middle + _joint(reader, middle)
    if ahead == middle:
        return 0, 0
    ahead += reader.peek(ahead).low in {"every", "each"}
    if not _is_number(reader, ahead) or _is_year(reader.peek(ahead).low):
        return 0, 0
    ahead += 1
    while reader.peek(ahead).kind == "w" and reader.language.is_number_word(reader.peek(ahead).low):
        ahead += 1
    noun = reader.peek(ahead)
    unit = lookup_unit(reader.text[noun.start : noun.end]) if noun.kind == "w" else None
    measured = unit is not None and not unit.counted
    counted = middle > 1 and noun.kind == "w" and is_plain_plural(reader, ahead)
    if measured or counted or noun.low in reader.language.months:
        return 0, 0
    return reader.place + middle, reader.place + ahead


def _joint(reader: Reader, ahead: int) -> int:
    """How many tokens the "in" or the "out of" of a share takes; 0 if there is none."""
    length = reader.cue_at(reader.place + ahead, ("out_of",))[1]
    return length or int(reader.peek(ahead).low in reader.language.mark("in"))


def _is_number(reader: Reader, ahead: int) -> bool:
    token = reader.peek(ahead)
    return token.kind == "n" or reader.language.is_number_word(token.low)


def _is_year(digits: str) -> bool:
    return len(digits) == _YEAR_DIGITS and digits.isdigit() and not digits.endswith("00")
