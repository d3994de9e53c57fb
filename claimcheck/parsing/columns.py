"""A column of phrases into a table of figures; every phrase is read once."""

from __future__ import annotations

import math
import numbers
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing.figures import parse_figure
from claimcheck.values.figure import Bound, Figure

COLUMNS = (
    "lower", "upper", "best", "kind", "unit", "as_of", "approximate", "annotations", "lower_grain",
    "upper_grain", "deviation", "lower_open", "upper_open", "ambiguous", "error",
)  # fmt: skip
_Row = tuple[object, ...]
_SHOWN = 60


def parse_figures(
    series: pd.Series[str],
    *,
    lang: str | None = None,
    decimal: str | None = None,
    unit: str | None = None,
) -> pd.DataFrame:
    """Read a column of phrases; the index is kept.

    Args:
        series: The phrases, ``(n,)``; numbers among them are taken as written. Missing ones are
            unreadable.
        lang: As in :func:`parse_figure`.
        decimal: As in :func:`parse_figure`.
        unit: As in :func:`parse_figure`.

    Returns:
        ``lower``, ``upper``, ``best``, ``lower_grain``, ``upper_grain``, ``deviation``: floats,
        NaN where there is none; an open end is ``-inf`` or ``inf``.
        ``kind``, ``unit``, ``as_of`` (EDTF), ``annotations`` (parted by ``;``), ``error``: text,
        missing where there is none. ``approximate``, ``lower_open``, ``upper_open``,
        ``ambiguous``: booleans. A phrase that cannot be read has an ``error`` and no figure.

    Raises:
        FigureSyntaxError: If *series* is no column.

    >>> import pandas as pd
    >>> parse_figures(pd.Series(["5–10 million", "a lot"]))["upper"].tolist()
    [10000000.0, nan]
    """
    _refuse_no_column(series)
    codes, phrases = pd.factorize(series, use_na_sentinel=False)
    rows = [_row(phrase, lang, decimal, unit) for phrase in phrases.tolist()]
    columns = dict(zip(COLUMNS, zip(*rows, strict=True), strict=True)) if rows else {}
    distinct = pd.DataFrame(
        {name: _column(name, columns.get(name, ())) for name in COLUMNS}, columns=list(COLUMNS)
    )
    table = distinct.take(codes)
    table.index = series.index
    return table


_NUMBERS = frozenset({"lower", "upper", "best", "lower_grain", "upper_grain", "deviation"})
_FLAGS = frozenset({"approximate", "lower_open", "upper_open", "ambiguous"})


def _column(name: str, values: tuple[object, ...]) -> pd.Series[str] | np.ndarray:
    if name in _NUMBERS:
        return np.asarray(values, dtype=np.float64)
    if name in _FLAGS:
        return np.asarray(values, dtype=bool)
    return pd.Series(list(values), dtype="str")


def _refuse_no_column(series: object) -> None:
    if isinstance(series, pd.Series):
        return
    written, kind = repr(series)[:_SHOWN], type(series).__name__
    hint = "give a column of a frame, or pandas.Series(...); parse_figure reads one phrase"
    raise FigureSyntaxError(
        f"a column of phrases is a Series, and this is {kind}", written, 0, len(written), hint
    )


def _row(
    cell: Any,  # noqa: ANN401 - a cell holds anything
    lang: str | None,
    decimal: str | None,
    unit: str | None,
) -> _Row:
    phrase = cell if isinstance(cell, str) else _as_phrase(cell)
    if not isinstance(phrase, str):
        is_missing = pd.api.types.is_scalar(cell) and pd.isna(cell)
        kind = type(cell).__name__
        return _unread("there is no phrase" if is_missing else f"{kind} is no text and no number")
    try:
        return _read(parse_figure(phrase, lang=lang, decimal=decimal, unit=unit))
    except FigureSyntaxError as error:
        return _unread(error.problem)


def _as_phrase(cell: Any) -> object:  # noqa: ANN401 - a cell holds anything
    """The digits of a number, as a spreadsheet shows them; anything else as it is."""
    is_number = isinstance(cell, numbers.Real | Decimal) and not isinstance(cell, bool)
    if not is_number or not math.isfinite(cell):
        return cell
    if isinstance(cell, Decimal):
        return format(cell, "f")
    if isinstance(cell, numbers.Integral):
        return str(int(cell))
    return np.format_float_positional(float(cell), trim="-")


def _unread(problem: str) -> _Row:
    nan = math.nan
    return (
        nan,
        nan,
        nan,
        None,
        None,
        None,
        False,
        None,
        nan,
        nan,
        nan,
        False,
        False,
        False,
        problem,
    )


def _read(figure: Figure) -> _Row:
    return (
        figure.lower,
        figure.upper,
        math.nan if figure.best is None else figure.best,
        figure.kind.value,
        figure.unit,
        None if figure.as_of is None else figure.as_of.text,
        figure.approximate,
        "; ".join(figure.annotations) or None,
        figure.lower_grain,
        figure.upper_grain,
        math.nan if figure.deviation is None else figure.deviation,
        figure.lower_bound is Bound.OPEN,
        figure.upper_bound is Bound.OPEN,
        bool(figure.ambiguous),
        None,
    )
