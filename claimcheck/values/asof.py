"""The time that a figure is true of, written in EDTF (ISO 8601-2)."""

from __future__ import annotations

import math
import re
from calendar import monthrange
from datetime import date

from attrs import field, frozen

from claimcheck.errors import InvalidDateError

DAYS_PER_YEAR = 365.2425
_LEAP_YEAR = 366

_HINT = (
    "write 2010, 2007-07, 1992-06-05, 1918/1920, 2004~ (about), 2011? (uncertain), 199X, "
    "../1917 or 2024-05/.."
)
_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?"
    r"(?P<mark>[~?%])?"
)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_LAST_DAY = date.max.toordinal()


@frozen
class AsOf:
    """A day, a month, a year or a stretch of time, as sure as the source is of it.

    Attributes:
        text: The EDTF text.
        start: First day, as a proleptic ordinal; ``-inf`` where open or not known.
        end: Last day, the same; ``inf`` where open or not known.
        is_interval: Whether two dates are written with a stroke between them.
        is_vague: Whether it is marked about (``~``), uncertain (``?``) or has a digit left open.
        latest_start: First day of the last date written: that of the end of an interval.

    Raises:
        InvalidDateError: If the text is no EDTF of the levels named in the hint.

    >>> AsOf.parse("1918/1920").years
    3.0
    >>> AsOf.parse("../1917").start
    -inf
    """

    text: str
    start: float
    end: float
    is_interval: bool = field(kw_only=True, default=False)
    is_vague: bool = field(kw_only=True, default=False)
    latest_start: float = field(kw_only=True, default=-math.inf)

    @classmethod
    def parse(cls, text: str) -> AsOf:
        """Read an EDTF text.

        Raises:
            InvalidDateError: If it is none, with the forms that are read, or no text.
        """
        if not isinstance(text, str):
            raise InvalidDateError(
                f"a time is text in EDTF, and this is {type(text).__name__}", f'write "{text}"'
            )
        written = text.strip()
        first, stroke, last = written.partition("/")
        if not stroke:
            start, end, vague = _span(written)
            return cls(written, start, end, is_vague=vague, latest_start=start)
        start, _, vague_first = _end_of(first, open_value=-math.inf, whole=written)
        closing, end, vague_last = _end_of(last, open_value=math.inf, whole=written)
        if start > end:
            raise InvalidDateError(
                f"{written!r} ends before it starts", f"did you mean {last}/{first}?"
            )
        return cls(
            written,
            start,
            end,
            is_interval=True,
            is_vague=vague_first or vague_last,
            latest_start=start if math.isinf(closing) else closing,
        )

    @property
    def is_open(self) -> bool:
        """Whether one end at least is open or not known."""
        return math.isinf(self.start) or math.isinf(self.end)

    @property
    def years(self) -> float:
        """Length in years of 365.2425 days, rounded to the day; ``inf`` where an end is open."""
        return math.inf if self.is_open else round((self.end - self.start + 1) / DAYS_PER_YEAR, 2)

    @property
    def is_long_period(self) -> bool:
        """Whether it is a definite interval of more than a year (366 days)."""
        certain = self.is_interval and not self.is_vague and not self.is_open
        return certain and self.end - self.start + 1 > _LEAP_YEAR

    @staticmethod
    def day_text(ordinal: float) -> str:
        """The ISO day of a proleptic ordinal.

        >>> AsOf.day_text(727354)
        '1992-06-05'
        """
        return date.fromordinal(round(min(max(ordinal, 1), _LAST_DAY))).isoformat()

    def __str__(self) -> str:
        return self.text


def _end_of(text: str, *, open_value: float, whole: str) -> tuple[float, float, bool]:
    if text in {"..", ""}:
        return open_value, open_value, False
    try:
        return _span(text)
    except InvalidDateError as error:
        raise InvalidDateError(f"{whole!r} is no EDTF date", error.hint) from error


def _span(text: str) -> tuple[float, float, bool]:
    match = _DATE.fullmatch(text)
    if match is None:
        raise InvalidDateError(f"{text!r} is no EDTF date", _HINT)
    year, month, day = match["year"], match["month"], match["day"]
    vague = match["mark"] is not None or "X" in text
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    try:
        if month is None or month == "XX" or first_year != last_year:
            start, end = date(max(first_year, 1), 1, 1), date(last_year, 12, 31)
            return float(start.toordinal()), float(end.toordinal()), vague
        return *_within_year(first_year, int(month), day), vague
    except ValueError as error:
        raise InvalidDateError(f"{text!r} is no day of the calendar", _HINT) from error


def _within_year(year: int, month: int, day: str | None) -> tuple[float, float]:
    if month in _SEASONS and day is None:
        opening, closing = _SEASONS[month]
        years_on, months_on = divmod(closing - 1, 12)
        return _month(year, opening)[0], _month(year + years_on, months_on + 1)[1]
    if day is None or day == "XX":
        return _month(year, month)
    ordinal = float(date(year, month, int(day)).toordinal())
    return ordinal, ordinal


def _month(year: int, month: int) -> tuple[float, float]:
    first = date(year, month, 1).toordinal()
    return float(first), float(first + monthrange(year, month)[1] - 1)
