"""How the cells of a row become the fields of a value, and back."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from datetime import date

from claimcheck.errors import InvalidClaimError
from claimcheck.values.asof import AsOf
from claimcheck.values.halves import HALF_LETTER, HALF_MEND, is_halved

SEPARATOR = ";"


def text_of(value: object) -> str:
    """The text of a cell, without the spaces around it; empty for None and NaN.

    Raises:
        InvalidClaimError: If it holds half a letter, which no file can keep.

    >>> text_of(float("nan"))
    ''
    """
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    text = str(value).strip()
    if is_halved(text):
        raise InvalidClaimError(f"{text!a}: {HALF_LETTER}", HALF_MEND)
    return text


def number_of(value: object) -> float | None:
    """The number of a cell; None where it is empty or NaN.

    Raises:
        InvalidClaimError: If the cell holds no number.

    >>> number_of("") is None
    True
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, date):
        return float(value.toordinal())
    try:
        number = float(str(value))
    except ValueError as error:
        raise InvalidClaimError(f"{value!r} is no number", "write digits alone") from error
    return None if math.isnan(number) else number


def names_of(value: object) -> tuple[str, ...]:
    """The names of a cell that lists several, separated by semicolons.

    >>> names_of("a; b;")
    ('a', 'b')
    """
    if not isinstance(value, str) and isinstance(value, Iterable):
        parts = [text_of(name) for name in value]
    else:
        parts = [name.strip() for name in text_of(value).split(SEPARATOR)]
    return tuple(name for name in parts if name)


def time_of(value: object) -> AsOf | None:
    """The time of a cell in EDTF; None where it is empty.

    Raises:
        InvalidDateError: If it is no EDTF date.
    """
    if isinstance(value, AsOf):
        return value
    text = text_of(value)
    return AsOf.parse(text) if text else None


def cell_of(value: object) -> str | float:
    """The cell that a field is written as: numbers as floats, all else as text.

    >>> cell_of(("a", "b"))
    'a;b'
    """
    if isinstance(value, tuple):
        return SEPARATOR.join(value)
    return value if isinstance(value, float) else text_of(value)


def unknown_cells(row: Mapping[str, object], known: Iterable[str]) -> dict[str, object]:
    """The cells of *row* whose column is none of *known*."""
    names = set(known)
    return {column: value for column, value in row.items() if column not in names}
