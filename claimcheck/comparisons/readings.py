"""The figures of claims as numbers: read from the phrase, or given by hand."""

from __future__ import annotations

import math
import re
from decimal import Decimal

import numpy as np
import numpy.typing as npt
import pandas as pd

from claimcheck.comparisons.tolerance import Digits, digits_of
from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing import parse_figure
from claimcheck.tables import columns as c
from claimcheck.tables.multiples import has_scale, multiple_of
from claimcheck.values import wording
from claimcheck.values.figure import Figure, FigureKind

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

UNPARSED = "unparsed"
LOWER_GRAIN = "lower_grain"
UPPER_GRAIN = "upper_grain"
PHRASE_UNIT = "phrase_unit"
PHRASE_TIME = "phrase_time"
PLAIN_UNIT = "plain_unit"
_BOUNDED = (FigureKind.AT_LEAST, FigureKind.AT_MOST, FigureKind.RANGE)
_PART = "ratio"
_DIGIT = re.compile(r"\d")
_OWN_SCALE = "the scale in the phrase counts, not that of the unit"

_KINDS = (
    FigureKind.EXACT,
    FigureKind.RANGE,
    FigureKind.AT_LEAST,
    FigureKind.AT_MOST,
    FigureKind.NO_FIGURE,
    FigureKind.DATE,
)
_SPOKEN_KINDS = tuple(kind for kind in FigureKind if kind not in _KINDS)
_READINGS = pd.CategoricalDtype(
    pd.Index([*(str(kind) for kind in (*_KINDS, *_SPOKEN_KINDS)), UNPARSED], dtype="str")
)


def read_figures(claims: pd.DataFrame) -> pd.DataFrame:
    """The reading of each claim's figure, in the unit that is written.

    Numbers given in lower, upper or best win over the phrase, which then tells only what the
    numbers cannot: the hedge and the digits, where both say the same. What multiplies the figures
    of a unit ("thousand people") is applied, unless the phrase has a scale of its own. Reads the
    columns figure, lower, upper, best and unit.

    Returns:
        On the same index: lower, upper (infinite where open), best (NaN where none), lower_grain,
        upper_grain, deviation (NaN where none), grain (last digit of best),
        digits (most significant digits of any end), approximate, reading (kind of figure, or
        ``unparsed``), phrase_unit, phrase_time, annotations, unread (why it could not be read),
        plain_unit (what remains of the unit).
    """
    code, units = pd.factorize(claims[c.UNIT])
    multiples = [multiple_of(str(unit)) for unit in units]
    plain = pd.array([multiple.unit for multiple in multiples], dtype="str").take(code)
    factor = np.array([multiple.factor for multiple in multiples], np.float64)[code]
    figures = _read_all(claims, factor)
    figures[PLAIN_UNIT] = plain
    return figures


def _read_all(claims: pd.DataFrame, factor: Floats) -> pd.DataFrame:
    lower, upper, best = (claims[name].to_numpy() for name in (c.LOWER, c.UPPER, c.BEST))
    given = ~(np.isnan(lower) & np.isnan(upper) & np.isnan(best))
    spoken = ~given | (claims[c.FIGURE] != "").to_numpy()
    if not spoken.any():
        return _multiplied(_read_numbers(claims), factor)
    phrases = _read_phrases(claims[c.FIGURE][spoken], claims[c.UNIT][spoken])
    if not given.any():
        return phrases
    as_given = _read_numbers(claims if given.all() else claims[given])
    numbers = _multiplied(as_given, factor[given])
    both = phrases[given[spoken]]
    alike = [
        (both[[c.LOWER, c.UPPER]] == read.loc[both.index, [c.LOWER, c.UPPER]]).all(axis=1)
        for read in ([numbers] if numbers is as_given else [numbers, as_given])
    ]
    same = both[(both[c.READING] != UNPARSED) & np.logical_or.reduce(alike)]
    if len(same):
        numbers.loc[same.index] = same
    return (
        numbers if given.all() else pd.concat([numbers, phrases[~given[spoken]]]).loc[claims.index]
    )


def _read_numbers(claims: pd.DataFrame) -> pd.DataFrame:
    low, high = claims[c.LOWER].to_numpy(copy=True), claims[c.UPPER].to_numpy(copy=True)
    best = claims[c.BEST].to_numpy(copy=True)
    alone = np.isnan(low) & np.isnan(high)
    low[alone] = high[alone] = best[alone]
    low[np.isnan(low)], high[np.isnan(high)] = -np.inf, np.inf
    point = low == high
    best = np.where(point, low, best)
    dated = (claims[c.UNIT] == "date").to_numpy()
    low_digits, high_digits = _digits_of_ends(low, high, point)
    best_last = np.where(point, low_digits.last, _last_of_some(np.where(point, np.nan, best)))
    nothing = pd.array([""], dtype="str").take(np.zeros(len(claims), np.int64))
    kind = np.select(
        [dated, point, np.isinf(low) & np.isinf(high), np.isinf(high), np.isinf(low)],
        [5, 0, 4, 2, 3],
        default=1,
    )
    return pd.DataFrame(
        {
            c.LOWER: low,
            c.UPPER: high,
            c.BEST: best,
            LOWER_GRAIN: _grain(low_digits, point, dated),
            UPPER_GRAIN: _grain(high_digits, point, dated),
            c.GRAIN: best_last,
            c.DIGITS: np.maximum(low_digits.count, high_digits.count),
            c.DEVIATION: np.nan,
            c.APPROXIMATE: False,
            c.READING: pd.Categorical.from_codes(kind.astype(np.int8), dtype=_READINGS),
            PHRASE_UNIT: nothing,
            PHRASE_TIME: nothing.copy(),
            c.ANNOTATIONS: nothing.copy(),
            c.UNREAD: nothing.copy(),
        },
        index=claims.index,
        copy=False,
    )


def _multiplied(numbers: pd.DataFrame, factor: Floats) -> pd.DataFrame:
    """The same numbers with their grains, each times its *factor*, shape (n,)."""
    rows = np.flatnonzero(factor != 1)
    if not len(rows):
        return numbers
    products = {}
    for name in (c.LOWER, c.UPPER, c.BEST, LOWER_GRAIN, UPPER_GRAIN, c.GRAIN):
        values = numbers[name].to_numpy(copy=True)
        values[rows] = [
            _times(*pair) for pair in zip(values[rows].tolist(), factor[rows], strict=True)
        ]
        products[name] = values
    return numbers.assign(**products)


def _times(value: float, factor: float) -> float:
    """The product as it is written: 0.57 times 100 is 57."""
    if factor == 1 or not math.isfinite(value):
        return value
    return float(Decimal(repr(value)) * Decimal(factor))


def _digits_of_ends(low: Floats, high: Floats, point: Flags) -> tuple[Digits, Digits]:
    lower = digits_of(low)
    last, count = lower.last.copy(), lower.count.copy()
    other = digits_of(high[~point])
    last[~point], count[~point] = other.last, other.count
    return lower, Digits(last, count)


def _last_of_some(best: Floats) -> Floats:
    last = np.zeros(len(best))
    some = ~np.isnan(best)
    last[some] = digits_of(best[some]).last
    return last


def _grain(digits: Digits, point: Flags, dated: Flags) -> Floats:
    return np.where(dated, 0.0, np.where(point, digits.last, digits.last_written))


def _read_phrases(figures: pd.Series[str], units: pd.Series[str]) -> pd.DataFrame:
    """Readings of distinct phrases, handed out to the rows that have them."""
    phrase, phrases = pd.factorize(figures)
    unit, names = pd.factorize(units)
    code, distinct = pd.factorize(phrase * max(len(names), 1) + unit)
    pairs = [divmod(both, len(names)) for both in distinct.tolist()]
    rows = [_read(str(phrases[first]), str(names[second])) for first, second in pairs]
    table = pd.DataFrame(rows, columns=[*_NUMBERS, *_TEXTS]).astype(_TYPES)
    ends = [digits_of(table[name].to_numpy(np.float64)) for name in (c.LOWER, c.UPPER, c.BEST)]
    table[c.READING] = table[c.READING].astype(_READINGS)
    table[c.GRAIN] = ends[2].last
    table[c.DIGITS] = np.max([end.count for end in ends], axis=0)
    return table.take(code).set_axis(figures.index, axis=0)


_NUMBERS = (c.LOWER, c.UPPER, c.BEST, LOWER_GRAIN, UPPER_GRAIN, c.DEVIATION, c.APPROXIMATE)
_TEXTS = (c.READING, PHRASE_UNIT, PHRASE_TIME, c.ANNOTATIONS, c.UNREAD)
_TYPES = {
    **dict.fromkeys(_NUMBERS, "float64"),
    **dict.fromkeys(_TEXTS, "str"),
    c.APPROXIMATE: "bool",
}


def _read(phrase: str, unit: str) -> tuple[object, ...]:
    if not phrase.strip():
        return _unread("no phrase")
    multiple = multiple_of(unit)
    try:
        figure = parse_figure(phrase, unit=multiple.unit)
    except FigureSyntaxError as error:
        return _unread(error.problem)
    if multiple.factor == 1:
        return _row(figure, 1.0)
    if has_scale(phrase):
        return _row(figure, 1.0, _OWN_SCALE)
    return _row(figure, multiple.factor)


def _unread(why: str) -> tuple[object, ...]:
    return (-math.inf, math.inf, math.nan, 0.0, 0.0, math.nan, False, UNPARSED, "", "", "", why)


def _row(figure: Figure, factor: float, *remarks: str) -> tuple[object, ...]:
    best, deviation = (
        math.nan if value is None else value for value in (figure.best, figure.deviation)
    )
    ends = (figure.lower, figure.upper, best, *_grains(figure), deviation)
    return (
        *(_times(value, factor) for value in ends),
        figure.approximate,
        str(figure.kind),
        figure.unit or "",
        "" if figure.as_of is None else figure.as_of.text,
        ";".join([*figure.annotations, *remarks, *_other_readings(figure, factor)]),
        "",
    )


def _grains(figure: Figure) -> tuple[float, float]:
    """The grains of both ends; a bound of "half" has no digit that could be rounded.

    >>> _grains(parse_figure("over half")), _grains(parse_figure("over 0.5"))
    ((0.0, 0.0), (0.1, 0.0))
    """
    if figure.unit == _PART and figure.kind in _BOUNDED and not _DIGIT.search(figure.text):
        return (0.0, 0.0)
    return (figure.lower_grain, figure.upper_grain)


def _other_readings(figure: Figure, factor: float) -> list[str]:
    ends = (
        (_times(other.lower, factor), _times(other.upper, factor)) for other in figure.ambiguous
    )
    told = dict.fromkeys(wording.interval(*pair) for pair in ends)
    return [f"may also mean {words}" for words in told]


def has_figure(reading: pd.Series[str]) -> npt.NDArray[np.bool_]:
    """Whether each claim has a figure at all: neither unparsed nor ``no-figure``, shape (n,)."""
    return ~reading.isin([UNPARSED, str(FigureKind.NO_FIGURE)]).to_numpy()
