"""Numbers, intervals, dates and times as people read them."""

from __future__ import annotations

import calendar
import math
import re
from datetime import date

from claimcheck.values.asof import AsOf
from claimcheck.values.relation import Severity

_WHOLE = 1e15
_TINY = 1e-4
_THOUSAND = 1000
_DIGITS = 6
_DATE_UNIT = "date"
_THREE_DIGITS = 100
_DECADE = re.compile(r"(\d{3})X")
_CENTURY = re.compile(r"(\d{2})XX")
_DAYS_PER_YEAR = 365.2425
_LONG_TIME = 730
_ABOUT_A_YEAR = 0.95


def number(value: float) -> str:
    """A number with thousands set off and no more digits than it needs.

    >>> number(10_180_770), number(1609.344), number(474424.4), number(1 / 3), number(-2.1)
    ('10,180,770', '1,609', '474,424', '0.333333', '−2.1')
    """
    if not math.isfinite(value):
        return "" if math.isnan(value) else "without limit"
    if value < 0:
        return f"−{number(-value)}"
    if abs(value) >= _WHOLE or 0 < abs(value) < _TINY:
        return f"{value:.4g}"
    if value == round(value):
        return f"{round(value):,}"
    if abs(value) >= _THOUSAND:
        return f"{value:,.0f}"
    places = _DIGITS - 1 - math.floor(math.log10(abs(value)))
    return f"{value:.{places}f}".rstrip("0").rstrip(".")


def interval(lower: float, upper: float, unit: str = "") -> str:
    """The values from *lower* to *upper*, in the words for *unit*; empty where either is NaN.

    >>> interval(7, float("inf")), interval(5, 5), interval(5e6, 1e7), interval(-2.1, -1.9)
    ('7 or more', '5', '5,000,000–10,000,000', '−2.1 to −1.9')
    """
    if math.isnan(lower) or math.isnan(upper):
        return ""
    if unit == _DATE_UNIT:
        return days(lower, upper)
    if lower == upper:
        return number(lower)
    match math.isinf(lower), math.isinf(upper):
        case True, True:
            words = "any"
        case False, True:
            words = f"{number(lower)} or more"
        case True, False:
            words = f"{number(upper)} or fewer"
        case _:
            dash = " to " if lower < 0 else "–"
            words = dash.join(dict.fromkeys((number(lower), number(upper))))
    return words


def days(first: float, last: float) -> str:
    """The days from *first* to *last* (proleptic ordinals): a day, a month, a year, or both ends.

    >>> days(727354, 727354), days(727198, 727563)
    ('1992-06-05', '1992')
    """
    match math.isinf(first), math.isinf(last):
        case True, True:
            words = "any day"
        case False, True:
            words = f"{AsOf.day_text(first)} or later"
        case True, False:
            words = f"{AsOf.day_text(last)} or earlier"
        case _:
            words = _span(_day(first), _day(last))
    return words


def time(edtf: str) -> str:
    """An EDTF text in words.

    >>> time("2004~"), time("199X"), time("1918/1920"), time("../1917"), time("2024-05/..")
    ('about 2004', '1990s', '1918 to 1920', 'until 1917', 'since 2024-05')
    """
    first, stroke, last = edtf.strip().partition("/")
    if not stroke:
        return _moment(first)
    if first in {"", ".."}:
        return f"until {_moment(last)}" if last not in {"", ".."} else ""
    if last in {"", ".."}:
        return f"since {_moment(first)}"
    return f"{_moment(first)} to {_moment(last)}"


def ratio(value: float) -> str:
    """How many times the larger is the smaller; empty where there is no ratio.

    >>> ratio(5.0), ratio(1.036), ratio(12345.6), ratio(float("inf"))
    ('×5', '×1.04', '×12,346', 'no common scale')
    """
    if math.isnan(value):
        return ""
    return "no common scale" if math.isinf(value) else f"×{times(value)}"


def times(value: float) -> str:
    """A ratio in three digits, or to the whole; more where it is all but 1.

    >>> times(5.0), times(16.409), times(1.00123), times(1.0000134), times(12345.6)
    ('5', '16.4', '1.0012', '1.000013', '12,346')
    """
    if not math.isfinite(value):
        return "∞"
    if abs(value) >= _THREE_DIGITS:
        return f"{value:,.0f}"
    told = (f"{value:.{digits}g}" for digits in (3, 5, 7))
    return next((words for words in told if words != "1"), "1")


def share(severity: float) -> str:
    """A severity in two decimals, or as many as keep it in its level and off 0 and 1.

    >>> share(0.7789), share(0.8987), share(0.0033), share(0.99655), share(1.0)
    ('0.78', '0.899', '0.003', '0.997', '1')
    """
    if severity in {0, 1}:
        return f"{severity:.0f}"
    told = (f"{severity:.{places}f}" for places in range(2, 16))
    return next(
        (
            text
            for text in told
            if 0 < float(text) < 1 and Severity.of(float(text)) is Severity.of(severity)
        ),
        f"{severity:.2g}",
    )


def gap(value: float, unit: str) -> str:
    """A gap in days where *unit* is a date, else in the unit itself; empty where there is none.

    >>> gap(1.0, "date"), gap(1461.0, "date"), gap(3.5, "degC")
    ('1 day apart', '4 years apart', '3.5 degC apart')
    """
    if math.isnan(value):
        return ""
    if unit != _DATE_UNIT:
        return f"{number(value)} {unit} apart"
    if abs(value) >= _LONG_TIME:
        return f"{value / _DAYS_PER_YEAR:.3g} years apart"
    return f"{counted(round(value), 'day')} apart"


def duration(days: float) -> str:
    """A stretch of days, in years from about a year on.

    >>> duration(1), duration(92), duration(366), duration(4017.3), duration(900)
    ('1 day', '92 days', '1 year', '11 years', '2.5 years')
    """
    years = days / _DAYS_PER_YEAR
    if years < _ABOUT_A_YEAR:
        return counted(round(days), "day")
    told = f"{years:,.1f}".removesuffix(".0")
    return f"{told} year" if told == "1" else f"{told} years"


def yearly(rate: float) -> str:
    """A yearly rate in per cent with its sign; empty where there is none.

    >>> yearly(0.029), yearly(-0.5), yearly(float("nan"))
    ('+2.9 % a year', '−50.0 % a year', '')
    """
    return "" if math.isnan(rate) else f"{rate * 100:+.1f} % a year".replace("-", "−")


def rate(value: float) -> str:
    """A rate in three digits.

    >>> rate(39.3929), rate(1_079_670), rate(0.0123456)
    ('39.4', '1,080,000', '0.0123')
    """
    return number(float(f"{value:.3g}"))


def counted(count: int, noun: str, plural: str = "") -> str:
    """A count with its noun.

    >>> counted(1, "claim"), counted(1200, "quantity", "quantities")
    ('1 claim', '1,200 quantities')
    """
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def joined(parts: list[str], separator: str = " · ") -> str:
    """The parts that say something, in one line."""
    return separator.join(part for part in parts if part)


def _span(start: date, end: date) -> str:
    if start == end:
        return start.isoformat()
    if start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
        if (start.month, end.month, start.year) == (1, 12, end.year):
            return f"{start.year:04d}"
        if (start.year, start.month) == (end.year, end.month):
            return f"{start.year:04d}-{start.month:02d}"
    return f"{start.isoformat()} to {end.isoformat()}"


def _day(ordinal: float) -> date:
    return date.fromordinal(round(min(max(ordinal, 1), date.max.toordinal())))


def _moment(edtf: str) -> str:
    plain = edtf.rstrip("~?%")
    if decade := _DECADE.fullmatch(plain):
        plain = f"{decade[1]}0s"
    elif century := _CENTURY.fullmatch(plain):
        plain = f"{century[1]}00s"
    marks = edtf[len(edtf.rstrip("~?%")) :]
    words = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
    return words.get(marks, "") + plain
