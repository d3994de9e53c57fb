"""Days, years and periods in running text, and what tells a year from a quantity."""

from __future__ import annotations

from functools import lru_cache

from attrs import evolve

from claimcheck.parsing.dates import read_time
from claimcheck.parsing.languages import load_language
from claimcheck.parsing.periods import date_cue
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.running.changes import leads_to_start
from claimcheck.parsing.running.identifiers import BREAK, is_labelled
from claimcheck.parsing.spans import Span, between, year_of
from claimcheck.parsing.units import lookup_unit
from claimcheck.values.figure import Figure

_YEAR_DIGITS = 4
_SHORT = 3
_MOST_WORDS = 2
_NEAR = 9
_EARLIEST_YEAR, _LATEST_YEAR = "1000", "2100"
_FIRST_MODERN_YEAR = "1800"
_FIRST_COMMON_YEAR = "1900"
_ERAS = frozenset({"ce", "ad", "bc", "bce"})
_LEADS = frozenset({"in", "of", "since", "by", "until", "from", "before", "after", "during"})
_YEARS = "г год года году роке ili ildə il yılı yılında yıl roku rok jahr jahre jahres år året"
_YEAR_WORDS = frozenset(_YEARS.split())
_OPENERS = ("early", "mid", "late", "before", "since", "until")
_SAYING_MORE = frozenset({"by", "to", "through"})
_PERIODS = frozenset({"fy", "q", "h"})
_PLURALS = {
    "en": ("s",),
    "es": ("s",),
    "fr": ("s", "x"),
    "pl": ("ów",),
    "pt": ("s",),
    "ru": ("ов", "ев"),
}


def date_at(reader: Reader) -> Figure | None:
    """The dated event that comes next; None, and nothing taken, if none does."""
    if not _opens(reader) or is_labelled(reader) or _continues(reader) or leads_to_start(reader):
        return None
    first, year = reader.place, _is_year(reader)
    span = read_time(reader, plain_years=year) or (_lone_year(reader) if year else None)
    if span is None or _scaled(reader):
        reader.place = first
        return None
    if reader.peek().low in _YEAR_WORDS:
        reader.place += 1
    span = _with_next_year(reader, span)
    figure = Figure.dated(span.first, span.last)
    return evolve(figure, approximate=True) if span.approximate else figure


def _with_next_year(reader: Reader, span: Span) -> Span:
    """The span with the year behind the stroke of "2019/20", if it is the one that follows."""
    year, stroke, short = reader.peek(-1), reader.peek(), reader.peek(1)
    glued = stroke.low == "/" and reader.adjoins() and reader.adjoins(1)
    if not (glued and year.low.isdigit() and len(year.low) == _YEAR_DIGITS and short.kind == "n"):
        return span
    following = str(int(year.low) + 1)
    if short.low not in {following, following[2:]}:
        return span
    reader.place += 2
    second = year_of(int(following))
    return (second and between(span, second)) or span


def _lone_year(reader: Reader) -> Span | None:
    """The year alone, where it makes no period with what follows: "in 1990 to 124 deaths"."""
    digits = reader.peek().low
    if len(digits) != _YEAR_DIGITS or not digits.isdigit():
        return None
    reader.place += 1
    return year_of(int(digits))


def _opens(reader: Reader) -> bool:
    token, language = reader.peek(), reader.language
    if token.kind == "n":
        return len(token.low) <= _YEAR_DIGITS or "." in token.low
    if (
        token.low in language.months
        or token.low in language.seasons
        or token.low in language.ordinals
    ):
        return True
    if token.low in _PERIODS:
        return reader.peek(1).kind == "n"
    early = token.low in _date_openers(language.code) and date_cue(reader, _OPENERS)[1]
    opening = early or reader.cue_at(reader.place, ("between", "from"))[1]
    return bool(opening) and _time_follows(reader)


def _time_follows(reader: Reader) -> bool:
    """Whether what a time is made of stands near; else words alone would be read on and on."""
    language = reader.language
    ahead = (reader.peek(step) for step in range(1, _NEAR))
    return any(
        token.kind == "n"
        or token.low in language.months
        or token.low in language.seasons
        or token.low in language.ordinals
        for token in ahead
    )


def _is_year(reader: Reader) -> bool:
    """Whether the next number is a year and no quantity: four digits and no noun behind."""
    ahead = 0
    while reader.peek(ahead).kind == "w" and ahead < _MOST_WORDS:
        ahead += 1
    token = reader.peek(ahead)
    if token.kind != "n" or not token.low.isdigit():
        return False
    if any(reader.peek(ahead + step).low in _ERAS for step in (1, 3)):
        return True
    if len(token.low) != _YEAR_DIGITS or not _EARLIEST_YEAR <= token.low <= _LATEST_YEAR:
        return _is_early_year(reader, ahead)
    before = reader.peek(ahead - 1) if reader.place + ahead else None
    if before is not None and before.kind == "s" and before.low in "$€£¥<>≤≥~±":
        return False
    after = reader.peek(ahead + 1)
    if after.kind == "s" and after.low in "%°€":
        return False
    return _may_follow_year(reader, ahead)


def _may_follow_year(reader: Reader, ahead: int) -> bool:
    """Whether what follows a number of four digits is nothing that it counts."""
    after = reader.peek(ahead + 1)
    if after.low in _YEAR_WORDS:
        return True
    if _counts_things(reader, ahead):
        return False
    if after.low in reader.language.mark("stops"):
        return True
    return after.kind != "w" or lookup_unit(reader.text[after.start : after.end]) is None


def _is_early_year(reader: Reader, ahead: int) -> bool:
    """Whether three digits are a year: "in 630." ends with them."""
    led = reader.place + ahead > 0 and reader.peek(ahead - 1).low == "in"
    after = reader.peek(ahead + 1)
    listed = after.low == "," and reader.peek(ahead + 2).kind == "n"
    ends = after.kind in "se" and after.low in {"", ".", ",", ";", ")"} and not listed
    return led and ends and len(reader.peek(ahead).low) == _YEAR_DIGITS - 1


def _counts_things(reader: Reader, ahead: int) -> bool:
    """Whether a number of four digits is a count: "1500 protesters", not "the 1992 games"."""
    led = reader.place + ahead > 0 and _leads_to_year(reader, ahead)
    english, digits = reader.language.code == "en", reader.peek(ahead).low
    if led and (english or digits >= _FIRST_MODERN_YEAR):
        return False
    early = not english or digits < _FIRST_COMMON_YEAR
    return early and is_plain_plural(reader, ahead + 1)


def _leads_to_year(reader: Reader, ahead: int) -> bool:
    before, language = reader.peek(ahead - 1), reader.language
    if before.low in language.months or before.low == BREAK:
        return True
    if language.code == "en":
        return before.low == "the" or before.low in _LEADS
    return before.low in _date_words(language.code) or before.low in language.mark("in")


def is_plain_plural(reader: Reader, ahead: int) -> bool:
    """Whether a word is a noun in the plural, as far as its ending or its capital tells."""
    noun, language = reader.peek(ahead), reader.language
    if noun.kind != "w" or len(noun.low) <= _SHORT or noun.low in language.mark("stops"):
        return False
    if language.code == "de":
        return reader.text[noun.start].isupper()
    endings = _PLURALS.get(language.code, ())
    return noun.low.endswith(endings) and not noun.low.endswith("ss") if endings else False


@lru_cache(maxsize=32)
def _date_openers(code: str) -> frozenset[str]:
    """First words of what opens a time: "early", "since"."""
    rows = load_language(code).date_cues.values()
    first = frozenset(words[0] for row in rows for words, role in row if role in _OPENERS)
    return first - _SAYING_MORE


@lru_cache(maxsize=32)
def _date_words(code: str) -> frozenset[str]:
    """First words of what leads to a year."""
    rows = load_language(code).date_cues.values()
    return frozenset(words[0] for row in rows for words, role in row if role == "in")


def _continues(reader: Reader) -> bool:
    before = reader.peek(-1) if reader.place else None
    return before is not None and before.kind == "s" and before.low in "$€£¥/"


def _scaled(reader: Reader) -> bool:
    return reader.peek().kind == "w" and reader.peek().low in reader.language.scales
