"""The commonest shapes of figures, read by one anchored pattern, without the grammar.

What is read here is what the grammar reads, only sooner; every other phrase is left to it.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import Any

from attrs import evolve

from claimcheck.parsing.brackets import without_footnotes
from claimcheck.parsing.guessing import likely_languages
from claimcheck.parsing.languages import load_language
from claimcheck.parsing.shifted import as_float, grain_of_point, unit_of
from claimcheck.parsing.spans import as_of_year
from claimcheck.parsing.units import lookup_unit
from claimcheck.values.figure import Bound, Figure, FigureKind

_DIGITS = (
    r"(?:[1-9]\d{0,2}(?:(?:,\d{3})+(?:\.\d{1,6})?|(?:\.\d{3})+,\d{1,2}"
    r"|(?: \d{3})+(?:,(?:\d{1,2}|\d{4,6}))?|(?:\.\d{3}){2,}|(?:['’]\d{3})+)"
    r"|[1-9]\d?(?:,\d\d)+,\d{3}(?:\.\d{1,6})?"
    r"|(?:0|[1-9]\d{0,9}),(?:\d{1,2}|\d{4,8})"
    r"|0\.\d{1,8}|(?!\d{1,3}\.\d{3}(?!\d))[1-9]\d{0,14}(?:\.\d{1,6})?|0)(?![\d,.])"
)
_SCALE = r" (?:thousand|lakh|million|crore|billion|trillion)| ?bn|[kKM](?![A-Za-z²/])"
_UNIT = (
    r" ?[%€¢₽₾₭₴₺₼₹‰]| ?[A-Za-z°µ]{1,12}[2²³]?(?:/[A-Za-z]{1,11}[2²³]?)?|-[a-z]{2,10}"
    r"| [A-Za-z]{2,10}(?: [A-Za-z]{2,12}){1,2}|°[CF]| ° ?[A-Za-z]{1,10}| [a-z]{1,4}\^[23]"
)
_SHAPE = re.compile(
    r"(?:(?P<when>(?:1\d|20)\d\d) est\.? )?(?P<cue>[A-Za-z][a-z ]{2,24} |[~<>≥≤±] ?|[<>]= ?)?"
    r"(?P<money>[A-Z]{0,3}[$€£] ?|[A-Z]{3} ?)?"
    rf"(?P<minus>[-−])?(?P<low>{_DIGITS})"
    rf"(?:(?P<again>{_UNIT})?(?: ?(?:[-–]|(?P<joint>to|and)) ?)(?P<high>{_DIGITS}))?"
    rf"(?P<scale>{_SCALE})?(?P<plus>\+)?(?P<unit>{_UNIT})?"
    r"(?: \((?P<census>[Cc]ensus )?(?P<year>(?:1\d|20)\d\d)\))?"
    r"(?: ?\[\d{1,2}\])*(?: ?\[(?P<remark>citation needed|disputed|dubious)\])?"
)
_OPEN_POINT = re.compile(r"(?P<low>[1-9]\d{0,2}\.\d{3})(?: ?[-–] ?(?P<high>[1-9]\d{0,2}\.\d{3}))?")
_ROLES = ("hedge", "over", "at_least", "at_most", "under", "between", "from", "exact")
_SIGNS = {
    "~": "hedge",
    "±": "hedge",
    "<": "under",
    ">": "over",
    "≥": "at_least",
    "≤": "at_most",
    ">=": "at_least",
    "<=": "at_most",
}
_SCALES = {
    "thousand": 3,
    "lakh": 5,
    "million": 6,
    "crore": 7,
    "billion": 9,
    "trillion": 12,
    "bn": 9,
    "k": 3,
    "K": 3,
    "M": 6,
}
_UNSURE = frozenset({
    "pc", "in", "mil", "cr", "mn", "tn", "am", "pm", "st", "nd", "rd", "th", "mark", "ish", "mm²"
})  # fmt: skip
_LETTERS = frozenset("glWhV")
_APART = re.compile(r"\d {2,}\d")
_YEAR_DIGITS = 4
_GROUP = 3
_SHORTEST_NOUN = 4
Number = tuple[float, int, int, bool]
"""Value, digits, exponent of the last digit, and whether there are decimals."""


def read_quickly(text: str, unit: str | None) -> Figure | None:  # noqa: PLR0911 - one a case
    """The figure of an English phrase of a common shape; None for every other phrase."""
    match = _SHAPE.fullmatch(_unmarked(text) if "[" in text else text)
    if match is None:
        return _read_open(text) if unit is None else None
    when, cue, money, minus, low, again, joint, high, scale, plus, noun, *dated = match.groups()
    role = cue_role(cue) if cue else ""
    named = _unit(money, noun)
    if role is None or named is None or (again and again.strip() != (noun or "").strip()):
        return None
    if (role == "between" or joint == "and") and (role != "between" or joint != "and"):
        return None
    if when:
        if role or plus or unit == "date":
            return None
        role = "hedge"
    power = _SCALES[scale.strip()] if scale else 0
    figure: Figure | None
    if high is None:
        if role in {"between", "from"} or (plus and role):
            return None
        number = _number(low, power)
        if minus:
            number = -number[0], -number[1], *number[2:]
        figure = figure_of_one(role, number, named or unit, text, plus=bool(plus))
    elif minus or plus or (again and scale):
        return None
    else:
        figure = _range(low, high, power, named or unit, text, role=role)
    return figure if figure is None else _told(figure, when, *dated)


def _unmarked(text: str) -> str:
    """*text* without its footnote marks, unless numbers would run together without them."""
    blanked = without_footnotes(text)
    return text if _APART.search(blanked) else " ".join(blanked.split())


def _told(
    figure: Figure, when: str | None, census: str | None, year: str | None, remark: str | None
) -> Figure | None:
    """*figure* with its time and with what a bracket behind it says."""
    if when and year:
        return None
    notes: Any = tuple(note for note in (census and "census", remark) if note)
    if notes:
        figure = evolve(figure, annotations=notes)
    told = when or year
    return evolve(figure, as_of=as_of_year(int(told))) if told else figure


def _read_open(text: str) -> Figure | None:
    """Numbers whose point may part decimals or thousands, with both readings."""
    match = _OPEN_POINT.fullmatch(text)
    if match is None:
        return None
    low, high = match["low"], match["high"] or match["low"]
    grouped = low.endswith(".000")
    if high.endswith(".000") is not grouped:
        return None
    ends = ((low, high), (low.replace(".", ""), high.replace(".", "")))
    read = [_between(*pair, text, single=match["high"] is None) for pair in ends]
    chosen, other = reversed(read) if grouped else read
    if chosen is None or other is None:
        return None
    others: Any = (other,)
    return evolve(chosen, ambiguous=others)


def _between(low: str, high: str, text: str, *, single: bool) -> Figure | None:
    if single:
        return figure_of_one("", _number(low, 0), None, text)
    return _range(low, high, 0, None, text, role="")


@lru_cache(maxsize=512)
def cue_role(cue: str) -> str | None:
    """What a cue says of the number; None if it is no cue, or one for the grammar."""
    words = tuple(cue.casefold().split())
    if words and words[0] in _SIGNS:
        return _SIGNS[words[0]]
    if not words:
        return None
    for _, phrases in load_language("en").cues.get(words[0], ()):
        for role in phrases.get(words, ()):
            if role in _ROLES:
                return "" if role == "exact" else role
    return None


def _unit(money: str | None, noun: str | None) -> str | None:
    """Name of the unit; empty if there is none; None if this is a case for the grammar."""
    if money is None:
        return "" if noun is None else unit_behind(noun)
    return None if noun is not None else _currency(money)


@lru_cache(maxsize=256)
def _currency(money: str) -> str | None:
    currency = lookup_unit(money.strip())
    known = currency is not None and currency.dimension.startswith("currency")
    return currency.name if currency is not None and known else None


@lru_cache(maxsize=2048)
def unit_behind(noun: str) -> str | None:
    """Name of the unit that stands behind a number; None if this is a case for the grammar."""
    written = noun.strip().removeprefix("-")
    if written in _UNSURE or (len(written) == 1 and written.isalpha() and written not in _LETTERS):
        return None
    english, words = load_language("en"), written.casefold().split()
    if words[0] in english.ordinals or any(word in english.scales for word in words):
        return None
    unit = lookup_unit(written)
    if unit is not None:
        return None if unit.name == "date" else unit.name
    return written if _is_plain_plural(noun) else None


def _is_plain_plural(noun: str) -> bool:
    """Whether a noun is one lower-case plural that means nothing else, such as " deputies"."""
    word = noun[1:]
    if noun[0] != " " or len(word) < _SHORTEST_NOUN or not word.endswith("s"):
        return False
    english = load_language("en")
    strange = word in english.foreign or english.knows(word) or word in english.date_words
    said = word in english.mark("stops") or word in english.mark("more")
    if strange or said or word in english.mark("unclear") or not word.isalpha():
        return False
    return word.islower() and not english.split(word) and not likely_languages(frozenset({word}))


def _number(text: str, power: int) -> Number:
    if _grouped(text):
        text = _plain(text)
    whole, _, part = text.partition(".")
    digits, exponent = int(whole + part), power - len(part)
    return as_float(digits, exponent), digits, exponent, bool(part)


def _plain(text: str) -> str:
    if text.count(".") > 1 or _comma_decimal(text):
        return text.replace(".", "").replace(" ", "").replace(",", ".")
    return text.replace(",", "").replace(" ", "").replace("'", "").replace("’", "")


def _comma_decimal(text: str) -> bool:
    before, comma, after = text.rpartition(",")
    return bool(comma) and len(after) != _GROUP and "." not in after and "," not in before


def _foreign(text: str) -> bool:
    """Whether a number is written otherwise than in English, which may settle the other one."""
    return " " in text or text.count(".") > 1 or _comma_decimal(text)


def _grouped(text: str) -> bool:
    return "," in text or " " in text or "'" in text or "’" in text or text.count(".") > 1


def figure_of_one(
    role: str, number: Number, unit: str | None, text: str, *, plus: bool = False
) -> Figure:
    """The figure of one number, as its cue bounds it."""
    value, digits, exponent, decimals = number
    if plus or role in {"over", "at_least"}:
        return Figure(
            lower=value, upper=math.inf, kind=FigureKind.AT_LEAST, unit=unit, text=text,
            lower_bound=Bound.OPEN if role == "over" else Bound.CLOSED,
            lower_grain=unit_of(exponent),
        )  # fmt: skip
    if role in {"under", "at_most"}:
        return Figure(
            lower=-math.inf, upper=value, kind=FigureKind.AT_MOST, unit=unit, text=text,
            upper_bound=Bound.OPEN if role == "under" else Bound.CLOSED,
            upper_grain=unit_of(exponent),
        )  # fmt: skip
    grain = grain_of_point(digits, exponent, decimals=decimals)
    return Figure(
        lower=value, upper=value, best=value, unit=unit, text=text, approximate=role == "hedge",
        kind=FigureKind.APPROXIMATE if role else FigureKind.EXACT, lower_grain=grain,
        upper_grain=grain,
    )  # fmt: skip


def _range(
    low: str, high: str, power: int, unit: str | None, text: str, *, role: str
) -> Figure | None:
    if _foreign(low) or _foreign(high):
        return None
    years = len(low) == _YEAR_DIGITS and low.isdigit() and len(high) < _YEAR_DIGITS
    if power:
        shared = low.isdigit() and len(low) == _GROUP
    else:
        shared = not _grouped(low) and _grouped(high) and high.endswith("000")
    if years or shared or (power and _grouped(low) and _grouped(high)):
        return None
    right, digits, exponent, _ = _number(high, power)
    left, _, exponent_left, _ = _number(low, 0)
    if power and not _grouped(low) and left < digits * 10.0 ** (exponent - power):
        left, _, exponent_left, _ = _number(low, power)
    if left > right:
        return None
    lower_grain, upper_grain = unit_of(exponent_left), unit_of(exponent)
    if role in {"over", "at_least"}:
        return Figure(
            lower=left, upper=math.inf, kind=FigureKind.AT_LEAST, unit=unit, text=text,
            lower_bound=Bound.OPEN if role == "over" else Bound.CLOSED, lower_grain=lower_grain,
        )  # fmt: skip
    if role in {"under", "at_most"}:
        return Figure(
            lower=-math.inf, upper=right, kind=FigureKind.AT_MOST, unit=unit, text=text,
            upper_bound=Bound.OPEN if role == "under" else Bound.CLOSED, upper_grain=upper_grain,
        )  # fmt: skip
    return Figure(
        lower=left, upper=right, kind=FigureKind.RANGE, unit=unit, text=text,
        approximate=role == "hedge", lower_grain=lower_grain, upper_grain=upper_grain,
    )  # fmt: skip
