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


def _edtf(first: date, last: date) -> str:
    if first == last:
        return first.isoformat()
    ends_month = last.day == calendar.monthrange(last.year, last.month)[1]
    is_whole = first.day == 1 and ends_month and first.year == last.year
    if is_whole and first.month == last.month:
        return f"{first.year:04}-{first.month:02}"
    if is_whole and (first.month, last.month) == (1, 12):
        return f"{first.year:04}"
    return f"{first.isoformat()}/{last.isoformat()}"
