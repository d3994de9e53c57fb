"""Dates written in digits: days and months with hyphens, strokes or points."""

from __future__ import annotations

import re

from claimcheck.parsing import spans
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.spans import Span

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})\.(\d{2})\.(\d{2})")
_YEAR_DIGITS = 4


def read_digits_date(reader: Reader) -> Span | None:
    """A day as 1992-03-23, 23.3.1992, 23/03/1992 where one reading is left, or a month as 2007-07.

    None, and nothing taken, if none comes next.
    """
    dotted = _DOTTED.fullmatch(reader.peek().low)
    if dotted is not None:
        return _taken(reader, 1, spans.day(int(dotted[3]), int(dotted[2]), int(dotted[1])))
    ordered = _YEAR_FIRST.fullmatch(reader.peek().low)
    if ordered is not None:
        return _taken(reader, 1, spans.day(int(ordered[1]), int(ordered[2]), int(ordered[3])))
    if not reader.peek().low.isdigit():
        return None
    return _with_month_name(reader) or _parted(reader)


def _with_month_name(reader: Reader) -> Span | None:
    """A day as 4-Mar-1999."""
    month = reader.language.months.get(reader.peek(2).low)
    hyphens = reader.peek(1).low == reader.peek(3).low == "-"
    day, year = reader.peek().low, reader.peek(4).low
    if month is None or not hyphens or len(day) > 2 or not year.isdigit():
        return None
    span = spans.day(int(year), month, int(day)) if len(year) == _YEAR_DIGITS else None
    return _taken(reader, 5, span)


def _parted(reader: Reader) -> Span | None:  # noqa: PLR0911 - one return a form
    first, sign, second = reader.peek(), reader.peek(1), reader.peek(2)
    if sign.low not in {"-", "/"} or second.kind != "n" or not second.low.isdigit():
        return None
    closing, third = reader.peek(3), reader.peek(4)
    full = closing.low == sign.low and third.kind == "n" and third.low.isdigit()
    if full and len(first.low) == _YEAR_DIGITS and len(second.low) <= 2 and len(third.low) <= 2:
        return _taken(reader, 5, spans.day(int(first.low), int(second.low), int(third.low)))
    if full and len(third.low) == _YEAR_DIGITS and len(first.low) <= 2 and len(second.low) <= 2:
        one, other = int(first.low), int(second.low)
        day_first = reader.language.code not in {"", "en"}
        if day_first and other <= 12:
            return _taken(reader, 5, spans.day(int(third.low), other, one))
        if (one > 12) == (other > 12) and one != other:
            return None
        return _taken(reader, 5, spans.day(int(third.low), min(one, other), max(one, other)))
    month = len(first.low) == _YEAR_DIGITS and len(second.low) == 2 and sign.low == "-"
    if sign.low == "/" and not full and len(second.low) == _YEAR_DIGITS:
        return _month_or_years(reader, first.low, second.low)
    glued = not full and reader.adjoins(1) and reader.adjoins(2)
    if month and glued and second.low < "13" and (
        int(second.low) <= int(first.low) % 100 or second.low.startswith("0")
    ):  # fmt: skip
        return _taken(reader, 3, spans.month_of(int(first.low), int(second.low)))
    return None


def _month_or_years(reader: Reader, first: str, second: str) -> Span | None:
    """The month of "03/1999", or the two years of "1999/2000"."""
    if len(first) == 2 and first <= "12":
        return _taken(reader, 3, spans.month_of(int(second), int(first)))
    follows = len(first) == _YEAR_DIGITS and int(second) == int(first) + 1
    return _taken(reader, 3, spans.years(int(first), int(second)) if follows else None)


def _taken(reader: Reader, length: int, span: Span | None) -> Span | None:
    """*span*, whose tokens are taken; nothing is taken if the calendar has no such day."""
    if span is not None:
        reader.place += length
    return span
