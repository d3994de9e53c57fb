"""Phrases that are no number: dates, and statements that there is none."""

from __future__ import annotations

import re

from attrs import evolve

from claimcheck.parsing.dates import read_time
from claimcheck.parsing.periods import leads_to_date
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.tail_times import time_to_the_end
from claimcheck.values.figure import Figure

_DAY = re.compile(r"\d(?:-\d\d?-|/\d\d?/|\.\d+\.)\d|\d{4}-[01]\d(?!\d)")
_FIRST_WORDS = 9
_NOTHING = frozenset({"-", "–", "?", ".", "*"})
_BEHIND_DATE = frozenset({".", ",", ";", "*", "census", "survey"})


def read_missing(reader: Reader, text: str) -> Figure | None:  # noqa: PLR0911 - one a wording
    """The statement that there is no figure, or that the figure is zero."""
    tokens = reader.tokens
    if not tokens:
        return None
    if tokens[0].low in _NOTHING and all(token.low in _NOTHING for token in tokens):
        return Figure.missing(text)
    if tokens[0].low not in reader.language.cues:
        return None
    role, length = reader.cue_at(0, ("no_figure", "zero"))
    if not length:
        return None
    time = time_to_the_end(reader, length)
    if time is None and any(token.kind in "nf" for token in tokens):
        return None
    if role == "zero" and text.strip() == "None":
        reader.fail("this may say that there are none, or that nothing was entered",
                    'write "0" or "no data"')  # fmt: skip
    if role == "zero":
        alone = time is not None or _ends(reader, length) or (
            tokens[length].low in reader.language.mark("of")
        )  # fmt: skip
        zero = evolve(Figure.exactly(0), text=text, as_of=time.as_of() if time else None)
        return zero if alone or length > 1 else None
    if time is not None:
        return evolve(Figure.missing(text), as_of=time.as_of())
    counts = any(reader.language.is_number_word(token.low) for token in tokens[length:])
    return None if counts else Figure.missing(text)


def may_be_date(reader: Reader) -> bool:
    """Whether a word or a numeral of the phrase is one that dates have."""
    words = reader.language.date_words
    if not words.isdisjoint(reader.lows) and any(
        token.kind == "w" and token.low in words for token in reader.tokens[:_FIRST_WORDS]
    ):
        return True
    return _DAY.search(reader.text) is not None


def read_dated(reader: Reader, text: str, *, certain: bool) -> Figure | None:
    """The dated event that the whole phrase is; None, and nothing taken, if it is none.

    Args:
        reader: Where to read.
        text: The phrase, as the source has it.
        certain: Whether it is a date for sure, so that "1992" is a year.
    """
    start = reader.place
    while reader.peek().kind == "w" and (length := leads_to_date(reader)):
        reader.place += length
        reader.sign(",")
    span = read_time(reader, plain_years=certain)
    if span is not None and _ends(reader):
        figure = Figure.dated(span.first, span.last, text=text)
        return evolve(figure, approximate=True) if span.approximate else figure
    reader.place = start
    return None


def _ends(reader: Reader, place: int | None = None) -> bool:
    first = reader.place if place is None else place
    return all(token.kind == "b" or token.low in _BEHIND_DATE for token in reader.tokens[first:])
