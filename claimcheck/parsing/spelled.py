"""Plain numbers in English words, "about two hundred and ten people", without the grammar.

What is read here is what the grammar reads, only sooner; every other phrase is left to it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from claimcheck.parsing.languages import load_language
from claimcheck.parsing.quick import cue_role, figure_of_one, unit_behind
from claimcheck.parsing.shifted import as_float
from claimcheck.values.figure import Figure

_WORDS = re.compile(r"[A-Za-z]+(?:[ -][A-Za-z]+)*")
_SCALES = ("thousand", "million", "billion", "trillion", "lakh", "crore")
_HUNDRED = "hundred"
_THOUSAND = 1000
_ONLY_IN_RANGES = frozenset({"between", "from"})
_MOST_CUE_WORDS = 4


class _Vocabulary(NamedTuple):
    """Values of the number words, and powers of ten of the scales."""

    numbers: dict[str, int]
    powers: dict[str, int]


@lru_cache(maxsize=1)
def _vocabulary() -> _Vocabulary:
    english = load_language("en")
    numbers = {word: int(value) for word, value in english.numbers.items() if value}
    return _Vocabulary(numbers, {word: english.scales[word].adjusted() for word in _SCALES})


def read_spelled(text: str, unit: str | None) -> Figure | None:
    """The figure of an English phrase whose one number is spelled out; None for any other phrase.

    >>> read_spelled("at least two hundred and ten people", None).lower
    210.0
    >>> read_spelled("two and a half", None) is None
    True
    """
    if _WORDS.fullmatch(text) is None:
        return None
    lows = text.lower().replace("-", " - ").split()
    numbers = _vocabulary().numbers
    first = next((place for place, low in enumerate(lows) if low in numbers), None)
    if first is None or first > _MOST_CUE_WORDS:
        return None
    role = cue_role(" ".join(lows[:first])) if first else ""
    if role is None or role in _ONLY_IN_RANGES:
        return None
    read = _read_number(lows, first)
    if read is None:
        return None
    digits, power, end = read
    named = _unit(text, lows[end:])
    if named is None:
        return None
    number = as_float(digits, power), digits, power, False
    return figure_of_one(role, number, named or unit, text)


def _unit(text: str, rest: list[str]) -> str | None:
    """Name of the unit that the *rest* of the words is; None if this is a case for the grammar."""
    if not rest:
        return ""
    if "-" in rest or rest[0] in load_language("en").parts:
        return None
    return unit_behind(" " + " ".join(text.split()[-len(rest) :]))


def _read_number(lows: list[str], place: int) -> tuple[int, int, int] | None:
    """Digits and exponent of the number at *place*, and where it ends; None if it is not plain."""
    numbers, powers = _vocabulary()
    total, power, group, room = 0, 0, 0, _THOUSAND
    while place < len(lows):
        low = lows[place]
        value = numbers.get(low)
        if value is not None:
            if value >= room:
                return None
            group, room = group + value, 10 if value >= 20 else 1
        elif low == _HUNDRED and 0 < group < 100:
            group, room = group * 100, 100
        elif low in powers:
            if not group or (total and powers[low] >= power):
                return None
            power = powers[low]
            total, group, room = total + group * 10**power, 0, _THOUSAND
        elif not _joins(lows, place, room):
            break
        place += 1
    return (total + group, 0, place) if group else (total // 10**power, power, place)


def _joins(lows: list[str], place: int, room: int) -> bool:
    """Whether an "and" or a hyphen joins the next word to a number with *room* for less."""
    after = _vocabulary().numbers.get(lows[place + 1], 0) if place + 1 < len(lows) else 0
    if lows[place] == "and":
        return after > 0 and room >= 100
    return lows[place] == "-" and 0 < after < room == 10
