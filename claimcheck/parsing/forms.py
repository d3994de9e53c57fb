"""Numerals by their form: how they are written, apart from their digits."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.parsing.shifted import as_float

_SPACE = "[ \u00a0\u2009\u202f]"
NUMERAL = re.compile(
    r"(\d(?<![\d.,]\d)(?<!m\d)(?<!m\^\d)(?<!per \d)"
    rf"(?:\d{{0,2}}(?:{_SPACE}\d{{3}})+(?!\d)(?:[.,]\d+)?|\d*(?:[.,'’]\d+)*))",
    re.ASCII,
)
"""A numeral, but for the powers of metres and the bases of rates."""
_FORMS = re.compile(
    r"(?P<group>[1-9]\d{0,2},\d{3})"
    r"|(?P<groups>[1-9]\d{0,2}(?:,\d{3}){2,})"
    r"|(?P<point>(?:0|[1-9]\d{0,14})\.(?:\d{1,2}|\d{4,8})|(?:0|[1-9]\d{3,14})\.\d{3})"
    r"|(?P<open>[1-9]\d{0,2}\.\d{3})"
    r"|(?P<comma>(?:0|[1-9]\d{0,14}),(?:\d{1,2}|\d{4,8})|(?:0|[1-9]\d{3,14}),\d{3})"
    r"|(?P<exact>[1-9]\d{0,2}(?:,\d{3})+\.\d{1,8})"
    r"|(?P<dots>[1-9]\d{0,2}(?:\.\d{3}){2,})"
    r"|(?P<dotted>[1-9]\d{0,2}(?:\.\d{3})+,\d{1,8})"
    rf"|(?P<spaced>[1-9]\d{{0,2}}(?:{_SPACE}\d{{3}})+)"
    rf"|(?P<spaced_comma>[1-9]\d{{0,2}}(?:{_SPACE}\d{{3}})+,\d{{1,8}})"
    rf"|(?P<spaced_point>[1-9]\d{{0,2}}(?:{_SPACE}\d{{3}})+\.\d{{1,8}})"
    r"|(?P<raised>[1-9]\d{0,2}(?:['’]\d{3})+)"
    r"|(?P<indian>[1-9]\d?(?:,\d\d)+,\d{3})"
    r"|(?P<indian_point>[1-9]\d?(?:,\d\d)+,\d{3}\.\d{1,8})",
    re.ASCII,
)
_POINT_OF = {
    "point": ".", "open": ".", "comma": ",", "exact": ".", "dotted": ",", "spaced_comma": ",",
    "spaced_point": ".", "indian_point": ".",
}  # fmt: skip
_DECIMALS = ("point", "open", "comma")
_SEPARATOR_OF = {"group": ",", "groups": ",", "point": ".", "open": ".", "comma": ","}
_SEPARATORS = dict.fromkeys(map(ord, " \u00a0\u2009\u202f.,'’"))
_ROUND_NUMBERS = frozenset([0, *(10**power for power in range(16))])
_MOST_DIGITS = 15
_LAST_DAY = 31
_FORM_OF_LENGTH = {2: "tens", 3: "hundreds"}
_THOUSAND = 1000
_YEAR_DIGITS = 4
_LAST_YEAR = 2100
_ROUND = "000"
YEARS = ("year", "four")
"""Forms of the numerals that may be years."""


class Number(NamedTuple):
    """A numeral as a whole number and the exponent of its last digit.

    Attributes:
        form: How it is written; empty for those that may mean something by themselves, such as
            single digits and powers of ten. Never a word of digits.
        digits: Its digits, as a number.
        exponent: Exponent of ten of the last one.
    """

    form: str
    digits: int
    exponent: int

    @property
    def value(self) -> float:
        """The number."""
        return as_float(self.digits, self.exponent)


def number_of(numeral: str) -> Number | None:
    """The number that a numeral writes, its point parting decimals; None for other numerals."""
    if numeral.isdigit():
        return _whole(numeral)
    match = _FORMS.fullmatch(numeral)
    if match is None or match.lastgroup is None:
        return None
    form = match.lastgroup
    separator = _SEPARATOR_OF.get(form)
    plain = numeral.replace(separator, "") if separator else numeral.translate(_SEPARATORS)
    digits, exponent = int(plain), _exponent(form, numeral)
    if digits in _ROUND_NUMBERS:
        form = ""
    elif form in _DECIMALS:
        one = 10**-exponent
        form += _ROUND * (digits % one == 0) + "large" * (digits >= _THOUSAND * one)
    elif numeral.endswith(_ROUND):
        form += _ROUND
    if form and exponent < 0 and digits % 10 == 0:
        form += "zero"
    return Number(form, digits, exponent)


def _whole(numeral: str) -> Number | None:
    length = len(numeral)
    if numeral[0] == "0" or length > _MOST_DIGITS:
        return None
    digits = int(numeral)
    if length == 1 or digits in _ROUND_NUMBERS:
        form = ""
    elif length == _YEAR_DIGITS:
        form = "year" if digits <= _LAST_YEAR else "four"
    elif digits > _THOUSAND:
        form = "large"
    else:
        form = "day" if digits <= _LAST_DAY else _FORM_OF_LENGTH[length]
    return Number(form, digits, 0)


def _exponent(form: str, numeral: str) -> int:
    point = _POINT_OF.get(form)
    return 0 if point is None else numeral.rindex(point) + 1 - len(numeral)


def may_share_thousands(first: Number, second: Number) -> bool:
    """Whether two numerals may be short for a range: "15–20,000"."""
    return first.exponent == 0 and second.form.endswith(_ROUND)
