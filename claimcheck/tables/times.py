"""Times as people write them, in EDTF, to be proposed where a table needs that."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from claimcheck.errors import ClaimcheckError
from claimcheck.parsing import parse_figure


def written_time(text: str) -> str | None:
    """The time that *text* tells, in EDTF; None where it cannot be read in one way alone.

    >>> written_time("03.06.2024"), written_time("about June 2024"), written_time("soon")
    ('2024-06-03', '2024-06~', None)
    >>> written_time("2011-13"), written_time("summer 2024")
    ('2011/2013', '2024-06/2024-08')
    >>> written_time("2023Q1"), written_time("2023-02-13T09:30:00Z"), written_time("45000")
    ('2023-01/2023-03', '2023-02-13', '2023-03-15')
    """
    try:
        figure = parse_figure(_as_people_write(text), unit="date")
    except ClaimcheckError:
        return None
    ends = figure.lower, figure.upper
    if figure.kind != "date" or figure.ambiguous or not all(1 <= end <= _LAST for end in ends):
        return None
    first, last = (date.fromordinal(round(end)) for end in ends)
    return _edtf(first, last) + ("~" if figure.approximate else "")


def _as_people_write(text: str) -> str:
    """What programs write of a time, as people do; other texts as they are."""
    if part := _PART_OF_YEAR.fullmatch(text):
        return f"{part['part'].upper()} {part['year']}"
    if stamp := _STAMP.fullmatch(text):
        return f"{stamp['year']}-{stamp['month']}-{stamp['day']}"
    if _SERIAL.fullmatch(text):
        return (_DAY_BEFORE_SERIALS + timedelta(days=int(text))).isoformat()
    return text


_PART_OF_YEAR = re.compile(r"(?P<year>\d{4})[- ]?(?P<part>[QH][1-4])", re.IGNORECASE)
_STAMP = re.compile(r"(?P<year>\d{4})(-?)(?P<month>\d\d)\2(?P<day>\d\d)(?:[T ]\d\d:?\d\d.*)?")
_SERIAL = re.compile(r"[2-5]\d{4}")  # the days of 1954 to 2064, as spreadsheets count them
_DAY_BEFORE_SERIALS = date(1899, 12, 30)
_LAST = date.max.toordinal()
_YEAR, _MONTH, _DAY = 4, 7, 10


def _edtf(first: date, last: date) -> str:
    if first == last:
        return first.isoformat()
    ends_month = last.day == calendar.monthrange(last.year, last.month)[1]
    letters = _DAY
    if first.day == 1 and ends_month:
        letters = _YEAR if (first.month, last.month) == (1, 12) else _MONTH
    start, end = first.isoformat()[:letters], last.isoformat()[:letters]
    return start if start == end else f"{start}/{end}"
