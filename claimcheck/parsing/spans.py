"""Stretches of days, as words name them: years, decades, centuries, seasons, parts of each."""

from __future__ import annotations

import math
from calendar import monthrange
from datetime import date
from functools import lru_cache

from attrs import evolve, frozen

from claimcheck.values.asof import AsOf

FIRST_YEAR, LAST_YEAR = 1, 9999
_SPRING_END = (6, 21)
_SEASON_MONTHS = ((3, 6), (6, 8), (9, 11), (12, 14))
_THIRDS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
_DECADE = {"early": (0, 4), "mid": (3, 7), "late": (5, 9)}
_CENTURY = {"early": (1, 33), "mid": (34, 66), "late": (67, 100)}
_MONTHS = 12


@frozen
class Span:
    """Whole days from first to last, with the EDTF text nearest to them.

    Attributes:
        first: First day, as a proleptic ordinal; ``-inf`` where open.
        last: Last day; ``inf`` where open.
        edtf: The same in EDTF.
        year: The year, where it is one year and no more: what "1918–20" goes on from.
        approximate: Whether it is hedged.
    """

    first: float
    last: float
    edtf: str
    year: int | None = None
    approximate: bool = False

    def as_of(self) -> AsOf:
        """The time as a value."""
        return AsOf.parse(f"{self.edtf}~" if self._takes_mark() else self.edtf)

    def _takes_mark(self) -> bool:
        return self.approximate and "/" not in self.edtf and not self.edtf.endswith("X")


@lru_cache(maxsize=512)
def as_of_year(year: int) -> AsOf:
    """A year of four digits, as a value."""
    return AsOf.parse(str(year))


def day(year: int, month: int, number: int) -> Span | None:
    """One day; None if the calendar has no such day."""
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= _MONTHS:
        return None
    if not 1 <= number <= monthrange(year, month)[1]:
        return None
    ordinal = float(date(year, month, number).toordinal())
    return Span(ordinal, ordinal, f"{year:04d}-{month:02d}-{number:02d}")


def month_of(year: int, month: int) -> Span | None:
    """One month."""
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= _MONTHS:
        return None
    first = date(year, month, 1).toordinal()
    last = first + monthrange(year, month)[1] - 1
    return Span(float(first), float(last), f"{year:04d}-{month:02d}")


def year_of(year: int, part: str = "") -> Span | None:
    """One year, or its early, mid or late third."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if part:
        first, last = _THIRDS[part]
        return _months(year, first, last)
    span = years(year, year)
    return span and Span(span.first, span.last, f"{year:04d}", year)


def years(first: int, last: int) -> Span | None:
    """Whole years from *first* to *last*."""
    if not FIRST_YEAR <= first <= last <= LAST_YEAR:
        return None
    start, end = date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()
    return Span(float(start), float(end), f"{first:04d}/{last:04d}")


def decade_of(year: int, part: str = "") -> Span | None:
    """The ten years from *year*, or their early, mid or late part."""
    low, high = _DECADE[part] if part else (0, 9)
    span = years(year + low, year + high)
    return span and (span if part else evolve(span, edtf=f"{year // 10:03d}X"))


def century_of(number: int, part: str = "") -> Span | None:
    """The *number*-th century of our era, or its early, mid or late third."""
    low, high = _CENTURY[part] if part else (1, 100)
    before = (number - 1) * 100
    return years(before + low, before + high)


def season_of(year: int, season: int) -> Span | None:
    """Spring (0) to winter (3) of a year of the northern half; spring ends with the solstice."""
    first, last = _SEASON_MONTHS[season]
    start = month_of(year, first)
    end = month_of(year + (last > _MONTHS), (last - 1) % _MONTHS + 1)
    if start is None or end is None:
        return None
    closing = end.last if season else float(date(year, *_SPRING_END).toordinal())
    return Span(start.first, closing, f"{year:04d}-{21 + season}")


def quarter_of(year: int, number: int, length: int = 3) -> Span | None:
    """The *number*-th stretch of *length* months of a year."""
    return _months(year, (number - 1) * length + 1, number * length)


def _months(year: int, first: int, last: int) -> Span | None:
    start, end = month_of(year, first), month_of(year, last)
    if start is None or end is None:
        return None
    return Span(start.first, end.last, f"{start.edtf}/{end.edtf}")


def between(first: Span, last: Span) -> Span | None:
    """From the start of one to the end of the other; None if they stand in the wrong order."""
    if first.first > last.last:
        return None
    opening = AsOf.parse(first.edtf)
    closing = AsOf.parse(last.edtf)
    start = first.edtf.split("/")[0] if opening.is_interval else first.edtf
    end = last.edtf.split("/")[-1] if closing.is_interval else last.edtf
    approximate = first.approximate or last.approximate
    return Span(first.first, last.last, f"{start}/{end}", approximate=approximate)


def one_sided(span: Span, side: str) -> Span:
    """What "before", "until", "since" and "after" leave of the time around *span*."""
    ends = {
        "before": (-math.inf, span.first - 1),
        "until": (-math.inf, span.last),
        "since": (span.first, math.inf),
        "after": (span.last + 1, math.inf),
    }
    first, last = ends[side]
    known = AsOf.day_text(last if math.isinf(first) else first)
    if side in {"until", "since"} and "/" not in span.edtf and "X" not in span.edtf:
        known = span.edtf
    edtf = f"../{known}" if math.isinf(first) else f"{known}/.."
    return Span(first, last, edtf, approximate=span.approximate)
