"""Digits with separators, of every locale, into exact numbers."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

LONGEST_NUMERAL = 330
_SEPARATOR = re.compile(r"[^0-9]")
_EXPONENT = re.compile(r"[eE]")
_MEMO = 4096


class Numeral(NamedTuple):
    """A number as its digits say it.

    Attributes:
        value: The number; its exponent is that of the last digit written.
        grouped: Whether its thousands are set apart.
        settles: The decimal separator that this numeral proves to be in use; None if it does not.
        open: Whether it reads otherwise with the other decimal separator.
        decimals: Whether it has digits behind a decimal point.
    """

    value: Decimal
    grouped: bool = False
    settles: str | None = None
    open: bool = False
    decimals: bool = False


@lru_cache(maxsize=_MEMO)
def read_numeral(text: str, decimal: str | None, *, usual: bool = False) -> Numeral | None:
    """The number that *text* writes; None if no locale writes numbers so.

    Args:
        text: Digits and separators, with or without an exponent ("1,234.5", "1.2e6").
        decimal: The decimal separator; None where the numeral itself has to tell. Then a lone
            comma before three digits parts thousands, and a lone point is open to both readings.
            A lone point before an exponent is decimal.
        usual: Whether *decimal* is only what the language has by custom, so that three digits
            behind it are open to both readings.

    >>> read_numeral("1.234.567,89", None).value
    Decimal('1234567.89')
    >>> read_numeral("1.2.3", None) is None
    True
    """
    if text.isdigit():
        return Numeral(Decimal(text)) if len(text) <= LONGEST_NUMERAL else None
    if len(text) > LONGEST_NUMERAL:
        return None
    mantissa, *power = _EXPONENT.split(text)
    signs = _SEPARATOR.findall(mantissa) if power else []
    pointed = signs == ["."]
    read = _mantissa(mantissa, "." if pointed else decimal, usual=usual and not pointed)
    if read is None:
        return None
    value = read.value.scaleb(int(power[0])) if power else read.value
    return read._replace(value=value, decimals=not is_written_whole(read.value))


def is_written_whole(value: Decimal) -> bool:
    """Whether *value* is written without digits behind a point: 500 and 5E+2, but not 5.0."""
    _, _, exponent = value.as_tuple()
    return isinstance(exponent, int) and exponent >= 0


def _mantissa(text: str, decimal: str | None, *, usual: bool) -> Numeral | None:
    signs = _SEPARATOR.findall(text)
    if not signs:
        return Numeral(Decimal(text))
    kinds = list(dict.fromkeys(signs))
    if len(kinds) == 1 and len(signs) == 1 and signs[0] in ".,":
        return _single(text, signs[0], decimal, usual=usual)
    if len(kinds) == 1:
        return _grouped(text, kinds[0], None, decimal)
    last = signs[-1]
    if len(kinds) == 2 and signs.count(last) == 1 and last in ".,":
        return _grouped(text, kinds[0], last, decimal)
    return None


def _single(text: str, sign: str, decimal: str | None, *, usual: bool) -> Numeral | None:
    before, after = text.split(sign)
    plain = Decimal(f"{before or '0'}.{after}")
    certain = len(after) != 3 or len(before) > 3 or before[:1] in {"", "0"}
    if certain:
        return Numeral(plain, settles=sign)
    thousands = Decimal(before + after)
    if decimal is not None:
        if sign == decimal:
            return Numeral(plain, open=usual)
        return Numeral(thousands, grouped=True)
    if sign == ",":
        return Numeral(thousands, grouped=True)
    return Numeral(plain, open=True)


def _grouped(text: str, group: str, point: str | None, decimal: str | None) -> Numeral | None:
    whole, _, rest = text.partition(point) if point else (text, "", "")
    groups = whole.split(group)
    if point and point in whole:
        return None
    western = 1 <= len(groups[0]) <= 3 and all(len(part) == 3 for part in groups[1:])
    indian = group == "," and (
        1 <= len(groups[0]) <= 2
        and len(groups[-1]) == 3
        and all(len(part) == 2 for part in groups[1:-1])
    )
    if not (western or indian) or (groups[0].startswith("0") and len(groups[0]) > 1):
        return None
    if group == " " and point is None and decimal is None and len(groups) == 1:
        return None
    settles = point or ({".": ",", ",": "."}.get(group))
    digits = "".join(groups)
    return Numeral(Decimal(f"{digits}.{rest}" if point else digits), grouped=True, settles=settles)
