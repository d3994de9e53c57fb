"""Phrases by their frame, the words around the numerals: the grammar reads a frame only twice.

What a phrase says of its numerals does not hang on their digits, as long as these are written
alike. Two phrases of one frame of which the grammar says the same settle it, and the numerals of
every later one are put where theirs went. Whatever could hang on the digits stays part of the
frame, as written: single digits, powers of ten, the order of two numerals. What is no numeral, or
dozen of it, times a power of ten is left to the grammar.
"""

from __future__ import annotations

import math
import re
from collections.abc import Hashable
from itertools import product
from typing import Any, NamedTuple

from claimcheck.parsing.brackets import without_footnotes
from claimcheck.parsing.forms import NUMERAL, YEARS, Number, may_share_thousands, number_of
from claimcheck.parsing.guessing import languages_of_all, likely_languages
from claimcheck.parsing.languages import load_language
from claimcheck.parsing.shifted import as_float, grain_of_point, last_digit, unit_of
from claimcheck.parsing.spans import as_of_year
from claimcheck.parsing.units import smaller_units
from claimcheck.values.asof import AsOf
from claimcheck.values.figure import Bound, Figure, FigureKind

_WORD = re.compile(r"[^\W\d_]+")
_DECADE = re.compile(r"\d['’]?s")
_IN_BRACKETS = re.compile(r"[(\[][^)\]]*\d")
_BEHIND_UNIT = re.compile(r"\d[ -]?(?:h|f(?:oo|ee)?t|')[ -]?\d")
_LONGEST = 100
_PIECES_OF_ONE = 3
_MOST_PIECES = 21
_MOST_OPEN = 5
_MOST_FRAMES = 16_384
_LARGEST_POWER = 15
_DOZEN = 12
_POINTS = (FigureKind.EXACT, FigureKind.APPROXIMATE)
_ONE_SIDED = (FigureKind.AT_LEAST, FigureKind.AT_MOST)
_KINDS = (*_POINTS, FigureKind.RANGE, FigureKind.PLUS_MINUS, *_ONE_SIDED)
_Numbers = tuple[Number, ...]


class _End(NamedTuple):
    """Which numeral an end is, by what power of ten, and by what sign or number of dozens."""

    place: int
    power: int
    times: int


def _digits_of(end: _End, numbers: _Numbers) -> tuple[int, int]:
    """Digits of an end, and the exponent of the last one."""
    place, power, times = end
    _, digits, exponent = numbers[place]
    return times * digits, exponent + power


class _Plan(NamedTuple):
    """What a frame makes of its numerals.

    Attributes:
        low: The lower end, or the value before a margin; None where it is open.
        high: The upper end, or the margin.
        every_digit: Whether the zeros that a point ends in count: "5.0", not "50".
        in_last_digits: Whether the margin counts units of the last digit of the value: "5.0(3)".
        year: Place of the numeral that is the year of ``as_of``; None where none is.
        as_of: The time, where it is told in words.
        text: The text of the figure; None where it is the phrase.
        parts: The further figures.
        others: The other readings.
    """

    low: _End | None
    high: _End | None
    every_digit: bool
    in_last_digits: bool
    kind: FigureKind
    lower_bound: Bound
    upper_bound: Bound
    approximate: bool
    unit: str | None
    year: int | None
    as_of: AsOf | None
    annotations: tuple[str, ...]
    text: str | None
    parts: tuple[_Plan, ...]
    others: tuple[_Plan, ...]


class _Trial(NamedTuple):
    """A frame that was met once, with the numbers that stood in it and what they made."""

    numbers: _Numbers
    figure: Figure


_FRAMES: dict[Hashable, _Plan | _Trial | None] = {}


def forget_frames() -> None:
    """Empty the memo of frames."""
    _FRAMES.clear()


def split(text: str, *options: str | None) -> tuple[Hashable, _Numbers] | None:
    """The frame of a phrase and its numerals; None where it has none to go by.

    Args:
        text: The phrase, as the source has it.
        options: What else the reading hangs on: language, decimal separator, unit.
    """
    if len(text) > _LONGEST or ("s" in text and _DECADE.search(text)):
        return None
    pieces = NUMERAL.split(without_footnotes(text) if "[" in text else text)
    count = len(pieces)
    if count == _PIECES_OF_ONE:
        number = number_of(pieces[1])
        if number is None or not number.form:
            return None
        return (pieces[0], number.form, pieces[2], options), (number,)
    return _split_many(pieces, options) if 1 < count <= _MOST_PIECES else None


def _split_many(
    pieces: list[str], options: tuple[str | None, ...]
) -> tuple[Hashable, _Numbers] | None:
    numbers: list[Number] = []
    open_ones = 0
    for place in range(1, len(pieces), 2):
        number = number_of(pieces[place])
        if number is None:
            return None
        if number.form:
            pieces[place] = number.form
            open_ones += 1
        if numbers and (number.form or numbers[-1].form):
            before = numbers[-1]
            if before.value == number.value or may_share_thousands(before, number):
                return None
            pieces.append("<" if before.value < number.value else ">")
        numbers.append(number)
    return ((*pieces, options), tuple(numbers)) if 0 < open_ones <= _MOST_OPEN else None


def filled(frame: Hashable, numbers: _Numbers, text: str) -> Figure | None:
    """The figure of a phrase whose frame is known; None if it is not known well enough."""
    plan = _FRAMES.get(frame)
    return _fill(plan, numbers, text) if type(plan) is _Plan else None


def _fill(plan: _Plan, numbers: _Numbers, text: str) -> Figure | None:
    best, deviation, lower, upper, lower_grain, upper_grain = _values(plan, numbers)
    if lower > upper:
        return None
    parts: Any = tuple([_fill(part, numbers, text) for part in plan.parts]) if plan.parts else ()
    others: Any = tuple([_fill(one, numbers, text) for one in plan.others]) if plan.others else ()
    if None in parts or None in others:
        return None
    annotations: Any = plan.annotations
    return Figure(
        lower=lower, upper=upper, best=best, kind=plan.kind, lower_bound=plan.lower_bound,
        upper_bound=plan.upper_bound, lower_grain=lower_grain, upper_grain=upper_grain,
        deviation=deviation, approximate=plan.approximate, unit=plan.unit,
        as_of=plan.as_of if plan.year is None else as_of_year(numbers[plan.year].digits),
        annotations=annotations, parts=parts, ambiguous=others,
        text=text if plan.text is None else plan.text,
    )  # fmt: skip


_Values = tuple[float | None, float | None, float, float, float, float]


def _values(plan: _Plan, numbers: _Numbers) -> _Values:
    """Best value, deviation, both ends and both grains."""
    low, high = plan.low, plan.high
    if low is not None and plan.kind in _POINTS:
        digits, exponent = _digits_of(low, numbers)
        value = as_float(digits, exponent)
        grain = grain_of_point(digits, exponent, decimals=plan.every_digit)
        return value, None, value, value, grain, grain
    if low is not None and high is not None and plan.kind is FigureKind.PLUS_MINUS:
        margin, at = _digits_of(high, numbers)
        return _around(*_digits_of(low, numbers), margin, None if plan.in_last_digits else at)
    lower, upper, lower_grain, upper_grain = -math.inf, math.inf, 0.0, 0.0
    if low is not None:
        digits, exponent = _digits_of(low, numbers)
        lower, lower_grain = as_float(digits, exponent), unit_of(exponent)
    if high is not None:
        digits, exponent = _digits_of(high, numbers)
        upper, upper_grain = as_float(digits, exponent), unit_of(exponent)
    return None, None, lower, upper, lower_grain, upper_grain


def _around(digits: int, exponent: int, margin: int, at: int | None) -> _Values:
    """A value with its margin, whose exponent is *at*, or that of the value where it is None."""
    at = exponent if at is None else at
    last = min(exponent, at)
    centre, spread = digits * 10 ** (exponent - last), margin * 10 ** (at - last)
    below, above = centre - spread, centre + spread
    return (
        as_float(digits, exponent), as_float(margin, at), as_float(below, last),
        as_float(above, last), last_digit(below, last), last_digit(above, last),
    )  # fmt: skip


def learn(frame: Hashable, numbers: _Numbers, figure: Figure) -> None:
    """Keep what the grammar made of a phrase: met once, a frame is known if it comes out twice."""
    if frame not in _FRAMES:
        _keep(frame, _Trial(numbers, figure))
        return
    trial = _FRAMES[frame]
    if type(trial) is not _Trial:
        return
    told = _counts_on(figure.text) or _measures_tell(figure)
    plan = None if told else _whole_plan(numbers, figure)
    if plan is None or _fill(plan, trial.numbers, trial.figure.text) != trial.figure:
        _keep(frame, None)
    elif all(not old.form or old != new for old, new in zip(trial.numbers, numbers, strict=True)):
        _keep(frame, plan)


def _counts_on(phrase: str) -> bool:
    """Whether words may add to the digits of a phrase, as "two" does to "80" but not to "81"."""
    words = frozenset(_WORD.findall(phrase.casefold()))
    codes = ("en", *likely_languages(words), *languages_of_all(words))
    return any(load_language(code).counts(word) for code in codes for word in words)


def _measures_tell(figure: Figure) -> bool:
    """Whether the size of a number may tell what it is of.

    Intervals in brackets hold the value or do not, minutes fill an hour or do not, and a margin in
    percent is a share of what is no share itself.
    """
    smaller = smaller_units(figure.unit)
    if figure.parts and (_IN_BRACKETS.search(figure.text) or smaller):
        return True
    unnamed = figure.unit in {"foot", "hours"} and _BEHIND_UNIT.search(figure.text)
    return bool(unnamed) or (figure.kind is FigureKind.PLUS_MINUS and figure.unit == "percent")


def _keep(frame: Hashable, what: _Plan | _Trial | None) -> None:
    if len(_FRAMES) >= _MOST_FRAMES:
        _FRAMES.clear()
    _FRAMES[frame] = what


def _whole_plan(numbers: _Numbers, figure: Figure) -> _Plan | None:
    """The plan by which *numbers* make all of *figure*; None if there is none.

    Every numeral has to be used, but for the end that a bound leaves out ("at least 5 to 10").
    """
    places = _places(numbers)
    plan = _plan(numbers, figure, places, figure.text)
    one_sided = figure.kind in _ONE_SIDED
    if plan is None or (not one_sided and any(numbers[place].form for place in places)):
        return None
    return plan if _fill(plan, numbers, figure.text) == figure else None


def _places(numbers: _Numbers) -> list[int]:
    """Where the numerals stand, those that vary first."""
    return sorted(range(len(numbers)), key=lambda place: not numbers[place].form)


def _plan(numbers: _Numbers, figure: Figure, places: list[int], phrase: str) -> _Plan | None:
    """The plan of a figure or of a part; the *places* that it uses are taken out."""
    if figure.kind not in _KINDS:
        return None
    others = [_plan(numbers, one, _places(numbers), phrase) for one in figure.ambiguous]
    year = _year(figure.as_of, numbers, places)
    low, high, in_last_digits = _ends(figure, numbers, places)
    if figure.kind is FigureKind.RANGE and not _scaled_for_sure(low, high, numbers):
        return None
    parts = [_plan(numbers, part, places, phrase) for part in figure.parts]
    every_digit = low is not None and figure.kind in _POINTS and (
        figure.lower_grain != last_digit(*_digits_of(low, numbers))
    )  # fmt: skip
    return _Plan(
        low, high, every_digit, in_last_digits, figure.kind, figure.lower_bound, figure.upper_bound,
        figure.approximate, figure.unit, year, figure.as_of if year is None else None,
        figure.annotations, None if figure.text == phrase else figure.text,
        tuple([part for part in parts if part is not None]),
        tuple([one for one in others if one is not None]),
    )  # fmt: skip


def _ends(
    figure: Figure, numbers: _Numbers, places: list[int]
) -> tuple[_End | None, _End | None, bool]:
    """Both ends, or value and margin, and whether the margin counts last digits."""
    if figure.kind in _POINTS:
        return _end(figure.lower, numbers, places), None, False
    if figure.best is None or figure.deviation is None:
        low = None if math.isinf(figure.lower) else _end(figure.lower, numbers, places)
        high = None if math.isinf(figure.upper) else _end(figure.upper, numbers, places)
        return low, high, False
    value = _end(figure.best, numbers, places)
    if value is None:
        return None, None, False
    last = _digits_of(value, numbers)[1]
    for place in places:
        number = numbers[place]
        counted = number.exponent == 0 and as_float(number.digits, last) == figure.deviation
        if counted and numbers[value.place].exponent < 0:
            places.remove(place)
            return value, _End(place, 0, 1), True
    return value, _end(figure.deviation, numbers, places), False


def _end(value: float, numbers: _Numbers, places: list[int]) -> _End | None:
    """The numeral that an end is, times a power of ten; what is taken is out of *places*."""
    sign = -1 if value < 0 else 1
    for times, power in product((sign, _DOZEN * sign), range(_LARGEST_POWER + 1)):
        for place in places:
            _, digits, exponent = numbers[place]
            if as_float(times * digits, exponent + power) == value:
                places.remove(place)
                return _End(place, power, times)
    return None


def _year(as_of: AsOf | None, numbers: _Numbers, places: list[int]) -> int | None:
    """The numeral that is the year of *as_of*."""
    for place in places:
        if as_of is not None and numbers[place].form in YEARS and (
            as_of == as_of_year(numbers[place].digits)
        ):  # fmt: skip
            places.remove(place)
            return place
    return None


def _scaled_for_sure(low: _End | None, high: _End | None, numbers: _Numbers) -> bool:
    """Whether no other digits would change what the scale of the upper end is that of, too."""
    if low is None or high is None:
        return False
    left_alone = low.power == 0 and "group" in numbers[low.place].form
    return left_alone or high.power in {0, low.power}
