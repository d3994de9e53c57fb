"""Columns of any dtype as text, and the ends of figures as numbers."""

from __future__ import annotations

import math
import numbers
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import singledispatch

import numpy as np
import pandas as pd

SEPARATOR = ";"
FIRST_PLAIN_ORDINAL = 10_000
_EXACT_INTEGERS = 2.0**53
_NUMBER = r"^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$"
_OPEN = r"^[+-]?(?i:inf(?:inity)?)$"
_DAY = r"\d{4}-\d{2}-\d{2}"


def text_column(values: pd.Series) -> pd.Series[str]:
    """The column as stripped text of dtype ``str``, empty where nothing is given.

    Whole numbers lose their ``.0``, days are written in ISO, booleans as yes and no, and lists of
    names are joined by semicolons.

    >>> text_column(pd.Series([603070.0, None])).tolist()
    ['603070', '']
    """
    if isinstance(values.dtype, pd.CategoricalDtype):
        return _taken(values.cat.codes.to_numpy(), values.cat.categories, values.index)
    if pd.api.types.is_object_dtype(values.dtype):
        if pd.api.types.infer_dtype(values, skipna=True) == "string":
            return _stripped(values.astype("str"))
        return pd.Series([cell_text(cell) for cell in values], index=values.index, dtype="str")
    if pd.api.types.is_string_dtype(values.dtype):
        return _stripped(values.astype("str"))
    if _is_nested(values.dtype):
        return text_column(values.astype(object))
    codes, uniques = pd.factorize(values)
    return _taken(codes, uniques, values.index)


@singledispatch
def cell_text(cell: object) -> str:
    """One cell as text.

    >>> cell_text(datetime(1992, 6, 5)), cell_text(True), cell_text(["a", "b"])
    ('1992-06-05', 'yes', 'a;b')
    """
    return str(cell).strip()


@cell_text.register(type(None))
@cell_text.register(type(pd.NA))
@cell_text.register(type(pd.NaT))
def _(_: object) -> str:
    return ""


@cell_text.register(bool)
@cell_text.register(np.bool_)
def _(cell: object) -> str:
    return "yes" if cell else "no"


@cell_text.register(numbers.Integral)
def _(cell: numbers.Integral) -> str:
    return str(int(cell))


@cell_text.register(float)
@cell_text.register(np.floating)
def _(cell: float | np.floating) -> str:
    if math.isnan(cell):
        return ""
    return str(float(cell)) if math.isinf(cell) else np.format_float_positional(cell, trim="-")


@cell_text.register
def _(cell: Decimal) -> str:
    return "" if cell.is_nan() else format(cell, "f")


@cell_text.register
def _(cell: datetime) -> str:
    is_day = cell.time() == datetime.min.time() and cell.tzinfo is None
    return cell.date().isoformat() if is_day else cell.isoformat()


@cell_text.register
def _(cell: date) -> str:
    return cell.isoformat()


@cell_text.register(list)
@cell_text.register(tuple)
@cell_text.register(np.ndarray)
def _(cell: Iterable[object]) -> str:
    return SEPARATOR.join(cell_text(part) for part in cell)


def nested_cells(values: pd.Series, *, lists_allowed: bool) -> pd.Series[bool]:
    """Mask of the cells that hold a list or a mapping, where one text belongs.

    Args:
        values: The column.
        lists_allowed: Whether a flat list of names may stand in the column.
    """
    if not (pd.api.types.is_object_dtype(values.dtype) or _is_nested(values.dtype)):
        return pd.Series(data=False, index=values.index)
    allowed = (list, tuple, np.ndarray) if lists_allowed else ()
    flags = [
        any(_is_container(part) for part in cell) if isinstance(cell, allowed)
        else _is_container(cell)
        for cell in values.astype(object)
    ]  # fmt: skip
    return pd.Series(flags, index=values.index, dtype=bool)


def looks_like_day(values: pd.Series) -> pd.Series[bool]:
    """Mask of the cells written as an ISO day, where no unit says what they are."""
    return text_column(values).str.fullmatch(_DAY)


def end_column(values: pd.Series, *, is_day: pd.Series[bool]) -> tuple[pd.Series, pd.Series]:
    """The ends of figures as float64, and a mask of the cells that are none.

    Args:
        values: Numbers, or their text; ISO days where *is_day*. Numbers are taken for proleptic
            ordinals there, unless they look like a year.
        is_day: Where the unit is ``date``.

    Returns:
        The ends, NaN where nothing is given or readable, and the mask of what is not readable.

    >>> end_column(pd.Series(["5e6", "5 million"]), is_day=pd.Series([False, False]))[1].tolist()
    [False, True]
    """
    if pd.api.types.is_numeric_dtype(values.dtype) and not pd.api.types.is_bool_dtype(values.dtype):
        ends = pd.Series(values.to_numpy("float64", na_value=math.nan), index=values.index)
        return ends, is_day & ~_may_be_days(ends) if is_day.any() else is_day
    text = text_column(values)
    is_open = text.str.fullmatch(_OPEN)
    is_number = text.str.match(_NUMBER) & ~is_day
    ends = _numbers(text.where(is_open | is_number, ""))
    ends = ends.mask(np.isinf(ends) & is_number)
    days = _days(text[is_day & ~is_open])
    ends = ends.where(~is_day | is_open, days.reindex(ends.index))
    return ends, (text != "") & ends.isna()


def end_text(ends: pd.Series, *, is_day: pd.Series[bool]) -> pd.Series[str]:
    """The ends as they are written on disk: plain numbers, ISO days, empty where none is given.

    >>> end_text(pd.Series([727354.0, 20.0]), is_day=pd.Series([True, False])).tolist()
    ['1992-06-05', '20']
    """
    is_whole = (ends % 1 == 0) & (ends.abs() < _EXACT_INTEGERS)
    written = pd.Series("", index=ends.index, dtype="str")
    is_date = is_day & is_whole
    is_integer = is_whole & ~is_day
    is_float = ends.notna() & ~is_whole
    written[is_integer] = ends[is_integer].astype("int64").astype("str")
    written[is_float] = ends[is_float].astype("str")
    written[is_date] = _day_text(ends[is_date])
    return written


def _may_be_days(ends: pd.Series[float]) -> pd.Series[bool]:
    """Mask of the numbers that may stand for a day, and of the ends that are open or not given."""
    whole = (ends % 1 == 0) & ends.between(FIRST_PLAIN_ORDINAL, date.max.toordinal())
    return whole | np.isinf(ends) | ends.isna()


def _numbers(text: pd.Series[str]) -> pd.Series[float]:
    return text.mask(text == "").astype("float64")


def _days(text: pd.Series[str]) -> pd.Series[float]:
    codes, uniques = pd.factorize(text.where(text.str.fullmatch(_DAY), ""))
    ordinals = np.array([_ordinal(day) for day in uniques], dtype="float64")
    return pd.Series(ordinals[codes], index=text.index)


def _ordinal(day: str) -> float:
    try:
        return float(date.fromisoformat(day).toordinal())
    except ValueError:
        return math.nan


def _day_text(days: pd.Series[float]) -> pd.Series[str]:
    codes, uniques = pd.factorize(days)
    written = [date.fromordinal(int(day)).isoformat() for day in uniques]
    return pd.Series(np.array(written, dtype=object)[codes], index=days.index, dtype="str")


def _taken(codes: np.ndarray, uniques: pd.Index | np.ndarray, index: pd.Index) -> pd.Series[str]:
    cells = np.asarray(uniques) if uniques.dtype.kind == "f" else uniques
    texts = np.array([*(cell_text(cell) for cell in cells), ""], dtype=object)
    return pd.Series(texts[codes], index=index, dtype="str")


def _stripped(values: pd.Series[str]) -> pd.Series[str]:
    """The texts without space around them; the same column where there is none."""
    filled = values.fillna("")
    stripped = filled.str.strip()
    return filled if stripped.equals(filled) else stripped


def _is_container(cell: object) -> bool:
    return isinstance(cell, list | tuple | set | frozenset | dict | np.ndarray)


def _is_nested(dtype: object) -> bool:
    return isinstance(dtype, pd.ArrowDtype) and dtype.kind == "O" and dtype.type in {list, dict}
