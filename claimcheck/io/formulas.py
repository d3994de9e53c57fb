r"""Text that a spreadsheet would run as a formula, and the apostrophe that keeps it text.

CSV cannot say that a cell is text, and a spreadsheet computes what starts with ``= + - @``: an
attack at worst, and ``-5-3`` turned into -8 at best. Such a cell is written with an apostrophe
before it, as people type it in a spreadsheet (OWASP, CSV Injection), and read without it. Numbers
are written as they are. A text that has an apostrophe there already gets one more, so that what
is read is what was written.
"""

from __future__ import annotations

import pandas as pd

_MARK = "'"
_STARTS = r"[=+\-@＝＋－＠\t\r\n]"
_NUMBER = r"[+\-](?:inf|[\d.,' ]*\d(?:[eE][+\-]?\d+)?%?)"


def guarded(cells: pd.Series[str]) -> pd.Series[str]:
    """The cells as they are written: an apostrophe before what would be run.

    >>> guarded(pd.Series(["=1+1", "-5", "-5-3", "'-5", "5"])).tolist()
    ["'=1+1", '-5', "'-5-3", "''-5", '5']
    """
    would_run = cells.str.match(f"{_MARK}*{_STARTS}") & ~cells.str.fullmatch(_NUMBER)
    return cells.mask(would_run, _MARK + cells)


def unguarded(cells: pd.Series[str]) -> pd.Series[str]:
    """The cells as they were before :func:`guarded`.

    >>> unguarded(pd.Series(["'=1+1", "-5", "'til 1920"])).tolist()
    ['=1+1', '-5', "'til 1920"]
    """
    is_guarded = cells.str.match(f"{_MARK}+{_STARTS}")
    return cells.mask(is_guarded, cells.str[1:])
