"""Times as people write them, in EDTF, to be proposed where a table needs that."""

from __future__ import annotations

import calendar
from datetime import date

from claimcheck.errors import ClaimcheckError
from claimcheck.parsing import parse_figure


def written_time(text: str) -> str | None:
    """The time that *text* tells, in EDTF; None where it cannot be read in one way alone.

    >>> written_time("03.06.2024"), written_time("about June 2024"), written_time("soon")
    ('2024-06-03', '2024-06~', None)
    >>> written_time("2011-13"), written_time("summer 2024")
    ('2011/2013', '2024-06/2024-08')
    """
    try:
        figure = parse_figure(text, unit="date")
    except ClaimcheckError:
        return None
    ends = figure.lower, figure.upper
    if figure.kind != "date" or figure.ambiguous or not all(1 <= end <= _LAST for end in ends):
        return None
    first, last = (date.fromordinal(round(end)) for end in ends)
    return _edtf(first, last) + ("~" if figure.approximate else "")


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
