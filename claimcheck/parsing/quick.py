"""The commonest shapes of figures, read by one anchored pattern each, without the grammar.

What is read here is what the grammar reads, only sooner; everything else is left to it.
"""

from __future__ import annotations

import math
import re

from claimcheck.parsing.units import lookup_unit
from claimcheck.values.figure import Bound, Figure, FigureKind

_DIGITS = (
    r"(?:[1-9]\d{0,2}(?:,\d{3})+|(?:0|[1-9]\d{0,9}),\d{1,2}|0\.\d{1,8}|(?!\d{1,3}\.\d{3}(?!\d))[1-9]\d{0,14}(?:\.\d{1,6})?|0)"
    r"(?![\d,.])"
)
_POINT = re.compile(
    rf"(?P<cue>[A-Za-z][a-z ]{{2,20}} |[~<>≥≤] ?)?(?P<sign>[$€£] ?)?(?P<low>{_DIGITS})"
    rf"(?: ?(?:[-–]|(?P<joint>to|and)) ?(?P<high>{_DIGITS}))?"
    r"(?P<scale> (?:thousand|million|billion|trillion)| ?bn)?(?P<plus>\+)?"
    r"(?P<unit> ?[%€]| ?[A-Za-z°µ]{1,12}2?(?:/[a-z]{1,3}2?)?)?"
)
_CUES = {
    "": "", "about": "hedge", "around": "hedge", "some": "hedge", "approximately": "hedge",
    "roughly": "hedge", "nearly": "hedge", "almost": "hedge", "an estimated": "hedge",
    "~": "hedge", "circa": "hedge", "over": "over", "more than": "over", ">": "over",
    "at least": "at_least", "≥": "at_least", "at most": "at_most", "up to": "at_most",
    "no more than": "at_most", "≤": "at_most", "under": "under", "below": "under",
    "less than": "under", "fewer than": "under", "<": "under", "between": "between",
    "from": "from", "exceeding": "over", "above": "over", "greater than": "over",
    "larger than": "over", "higher than": "over", "older than": "over", "in excess of": "over",
    "lower than": "under", "smaller than": "under", "no less than": "at_least",
    "no fewer than": "at_least", "not less than": "at_least", "not more than": "at_most",
    "as many as": "at_most", "estimated": "hedge", "close to": "hedge",
}  # fmt: skip
_SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "bn": 9}
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP"}
_POWERS = tuple(float(f"1e{power}") for power in range(40))
_UNSURE = frozenset({"in", "mil", "cr", "bn", "mn", "tn", "am", "pm", "st", "nd", "rd", "th", "mark"})
_YEAR_DIGITS = 4
_Number = tuple[float, int, int]


def read_quickly(text: str, unit: str | None) -> Figure | None:
    """The figure of a clean English phrase of a common shape; None for every other phrase."""
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    cue, sign, low, joint, high, scale, plus, noun = match.groups()
    role = _CUES.get(cue.strip().lower() if cue else "")
    named = _unit(sign, noun)
    if role is None or named is None or (plus and (role or high)):
        return None
    if (role == "between" or joint == "and") and (role != "between" or joint != "and"):
        return None
    power = _SCALES[scale.strip()] if scale else 0
    if high is None:
        if role in {"between", "from"}:
            return None
        return _bound(role, _number(low, power), named or unit, text, plus=bool(plus))
    if role not in {"", "hedge", "between", "from"}:
        return None
    return _range(low, high, power, named or unit, text, hedged=role == "hedge")


def _unit(sign: str | None, noun: str | None) -> str | None:
    """Name of the unit; empty if there is none; None if this is a case for the grammar."""
    if noun is None:
        return _SIGNS[sign[0]] if sign else ""
    if sign:
        return None
    written = noun.strip()
    if written in _UNSURE or (len(written) == 1 and written not in "%€glWhV"):
        return None
    unit = lookup_unit(written)
    return None if unit is None or unit.name == "date" else unit.name


def _number(text: str, power: int) -> _Number:
    """Value, digits and exponent of the last digit."""
    if _comma_decimal(text):
        text = text.replace(",", ".")
    whole, _, part = text.replace(",", "").partition(".")
    digits, exponent = int(whole + part), power - len(part)
    return (
        float(digits * 10**exponent) if exponent >= 0 else digits / 10**-exponent,
        digits,
        exponent,
    )


def _comma_decimal(text: str) -> bool:
    return text[-2:-1] == "," or text[-3:-2] == ","


def _unit_of(exponent: int) -> float:
    return _POWERS[exponent] if exponent >= 0 else 1 / 10**-exponent


def _last_digit(digits: int, exponent: int) -> float:
    """One unit of the last digit that is not zero."""
    if digits == 0:
        return 0.0
    written = str(digits)
    return _unit_of(exponent + len(written) - len(written.rstrip("0")))


def _bound(role: str, number: _Number, unit: str | None, text: str, *, plus: bool) -> Figure | None:
    value, digits, exponent = number
    if plus or role in {"over", "at_least"}:
        return Figure(
            lower=value, upper=math.inf, kind=FigureKind.AT_LEAST, unit=unit, text=text,
            lower_bound=Bound.OPEN if role == "over" else Bound.CLOSED,
            lower_grain=_unit_of(exponent),
        )  # fmt: skip
    if role in {"under", "at_most"}:
        return Figure(
            lower=-math.inf, upper=value, kind=FigureKind.AT_MOST, unit=unit, text=text,
            upper_bound=Bound.OPEN if role == "under" else Bound.CLOSED,
            upper_grain=_unit_of(exponent),
        )  # fmt: skip
    grain = _last_digit(digits, exponent)
    return Figure(
        lower=value, upper=value, best=value, unit=unit, text=text, approximate=role == "hedge",
        kind=FigureKind.APPROXIMATE if role else FigureKind.EXACT, lower_grain=grain,
        upper_grain=grain,
    )  # fmt: skip


def _range(
    low: str, high: str, power: int, unit: str | None, text: str, *, hedged: bool
) -> Figure | None:
    if len(low) == _YEAR_DIGITS and "," not in low and len(high) < _YEAR_DIGITS:
        return None
    if "," in low and "," in high and power:
        return None
    if ("," in low or "," in high) and (_comma_decimal(low) or _comma_decimal(high)):
        return None
    right, digits, exponent = _number(high, power)
    left, _, exponent_left = _number(low, 0)
    if power and "," not in low and left < digits * 10.0 ** (exponent - power):
        left, _, exponent_left = _number(low, power)
    if left > right:
        return None
    return Figure(
        lower=left, upper=right, kind=FigureKind.RANGE, unit=unit, text=text, approximate=hedged,
        lower_grain=_unit_of(exponent_left), upper_grain=_unit_of(exponent),
    )  # fmt: skip
