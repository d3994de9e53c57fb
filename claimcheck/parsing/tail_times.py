"""The time behind a figure: "in 2010", "at the 2010 census", "from 2005 to 2010"."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.parsing.dates import read_time
from claimcheck.parsing.languages import language_codes, load_language
from claimcheck.parsing.periods import date_cue
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.said import Said
from claimcheck.parsing.spans import Span, years

_TIME_WORDS = frozenset({
    "in", "since", "as", "by", "until", "during", "before", "after", "on",
})  # fmt: skip
_COUNTS = frozenset({"census", "survey", "count", "register", "estimate", "estimates"})
_LAST_DAY = 31
_LONGEST_SHORT_NAME = 3


def take_time(reader: Reader, said: Said) -> bool:
    """Whether a time follows the figure, "in 2010", "as of May 2019", ", 2010"; *said* takes it."""
    start = reader.place
    reader.sign(",;–-")
    span = _span_of_years(reader)
    if span is not None:
        return _date(said, span)
    preposition = reader.peek().low in _TIME_WORDS or reader.peek().low in reader.language.mark(
        "in"
    )
    if reader.peek().low in {"as", "at"} or (
        preposition and reader.peek().low not in {"since", "until", "before", "after", "by"}
    ):
        reader.place += 2 if reader.peek().low == "as" else 1
    elif not preposition and reader.place == start:
        reader.place += _led_day(reader)
    if reader.peek().low in {"the", "year"}:
        reader.place += 1
    elif preposition:
        reader.place += _led_year(reader)
    counted = _dates_count(reader)
    led = preposition or (reader.place > start and reader.peek(-1).kind == "w")
    worded = led and (_is_year(reader, 0) or reader.peek().kind == "w")
    span = read_time(reader, plain_years=worded or counted)
    if span is None or starts_number(reader, 0):
        reader.place = start
        return False
    return _date(said, span)


def _led_day(reader: Reader) -> int:
    """How many words lead to a day: the "au" of "au 1er janvier 2010"; 0 if none does."""
    length = date_cue(reader, ("in",))[1]
    foreign = reader.language.code != "en"
    day = length and reader.peek(length).kind == "n" and (foreign or not _is_year(reader, length))
    return length if day else 0


def _led_year(reader: Reader) -> int:
    """How many words lead from a preposition to a year: the "Jahr" of "im Jahr 2010"."""
    length = date_cue(reader, ("in",))[1]
    return length if length and _is_year(reader, length) else 0


def _date(said: Said, span: Span) -> bool:
    """Make *span* the time of *said*, or a remark if it has one."""
    if said.time is None:
        said.time = span
    else:
        said.notes.append(span.edtf)
    return True


def _dates_count(reader: Reader) -> bool:
    """Whether the year of a count comes next, "2010 census" or "census of 2010"; "of" is taken."""
    if _is_year(reader, 0):
        return reader.peek(1).low in _COUNTS
    led = reader.peek().low in reader.language.mark("of") and _is_year(reader, 1)
    counted = led and reader.place > 0 and reader.peek(-1).low in _COUNTS
    reader.place += counted
    return counted


def _is_year(reader: Reader, ahead: int) -> bool:
    token = reader.peek(ahead)
    return token.kind == "n" and token.low.isdigit() and len(token.low) == 4 and (
        "1000" <= token.low <= "2100"
    )  # fmt: skip


def years_ahead(reader: Reader) -> bool:
    """Whether "from 2005 to 2010" or "between 2005 and 2010" comes next."""
    opens = reader.cue_at(reader.place, ("from", "between"))[1] == 1
    return opens and _is_year(reader, 1) and _is_year(reader, 3)


def part_of_year_ahead(reader: Reader) -> bool:
    """Whether a part of a year comes next, and the year: "Ende 2010", "early 2010"."""
    length = date_cue(reader, ("early", "mid", "late"))[1]
    return bool(length) and _is_year(reader, length)


def _span_of_years(reader: Reader) -> Span | None:
    """The years in "from 2005 to 2010" or "between 2005 and 2010", which are taken."""
    if not years_ahead(reader):
        return None
    span = years(int(reader.peek(1).low), int(reader.peek(3).low))
    reader.place += 0 if span is None else 4
    return span


def refuse_lone_day(reader: Reader) -> None:
    """Refuse a day and a month of whatever language without a year: "5. Mai", "5 de mayo".

    Raises:
        FigureSyntaxError: If that is all that there is.
    """
    before = reader.peek(-1)
    day = reader.place > 0 and before.kind == "n" and before.low.isdigit()
    if not day or len(before.low) > 2 or not 1 <= int(before.low) <= _LAST_DAY:
        return
    ahead = int(reader.peek().low == "." or reader.peek().low in reader.language.mark("of"))
    alone = reader.peek(ahead + 1).kind == "e"
    if alone and reader.peek(ahead).low in _month_names() | reader.language.months.keys():
        reader.fail("this is a day without its year", "write a date with its year", first=0)


@lru_cache(maxsize=1)
def _month_names() -> frozenset[str]:
    """The long names of the months, of all languages."""
    names = {name for code in language_codes() for name in load_language(code).months}
    return frozenset(name for name in names if len(name) > _LONGEST_SHORT_NAME)


def starts_number(reader: Reader, ahead: int) -> bool:
    """Whether the token *ahead* starts a number; a lone "one" is none, nor is an article."""
    token, language = reader.peek(ahead), reader.language
    if token.kind in "nf":
        return True
    if token.kind != "w" or token.low in language.mark("article"):
        return False
    value = language.numbers.get(token.low)
    if value is not None:
        return value != 1
    if token.low in language.orders:
        return True
    return token.low in language.scales and len(token.low) > 3


def time_ahead(reader: Reader) -> bool:
    """Whether a word comes next that leads to a time, and a number soon behind it."""
    led = reader.peek().low in _TIME_WORDS
    return led and any(reader.peek(step).kind == "n" for step in (1, 2, 3))


def time_to_the_end(reader: Reader, place: int) -> Span | None:
    """The time that is all that stands from token *place* on: "no fatalities in 2015"."""
    start = reader.place
    reader.place = place
    leads = reader.peek().kind == "w" and reader.peek().low in (
        reader.language.mark("in") | _TIME_WORDS
    )
    length = date_cue(reader, ("in",))[1] or int(leads)
    reader.place += length
    reader.place += _led_year(reader)
    span = read_time(reader, plain_years=True) if length else None
    whole = all(
        token.kind == "b" or token.low in {".", "*"} for token in reader.tokens[reader.place :]
    )
    reader.place = start
    return span if whole else None
