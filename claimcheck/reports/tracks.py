"""The figures of a card on one axis, in percent of its width, for pages that run no script.

The report draws the same in the browser, from ``page/3-axis.js``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from attrs import frozen

from claimcheck.reports.document import Card, Span
from claimcheck.values import wording

_MARGIN = 6.0
_ROOM = 5
_LOG_FROM = 10.0
_LEAST_WIDTH = 0.3
_LONG_DAYS = 1500
_YEAR_LETTERS = 4
_NARROW_DECADES, _WIDE_DECADES = 1.5, 3
_SIZES = ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K"))
Bar = tuple[float, float]


@frozen(kw_only=True)
class Track:
    """One figure on the axis.

    Attributes:
        possible: Start and width of what is possible.
        said: Start and width of what is said; None for a single value.
        mark: Where the single or best value stands; None where there is none.
        is_open: Whether the lower and the upper end are open.
    """

    possible: Bar
    said: Bar | None
    mark: float | None
    is_open: tuple[bool, bool]


@frozen(kw_only=True)
class Drawing:
    """The figures of a card.

    Attributes:
        tracks: One a statement, in their order; None where a claim has no figure.
        ticks: Place and words of each tick.
        is_log: Whether the axis is logarithmic.
    """

    tracks: tuple[Track | None, ...]
    ticks: tuple[tuple[float, str], ...]
    is_log: bool


def drawing(card: Card) -> Drawing | None:
    """The figures of *card* on an axis; None where none of them has an end."""
    spans = [said.span for said in card.statements]
    values = sorted(
        end
        for span in spans
        if span is not None
        for end in (*span.said, *span.possible)
        if math.isfinite(end)
    )
    if not values:
        return None
    is_day = any(span is not None and span.is_day for span in spans)
    low, high = _padded(values[0], values[-1], is_day=is_day)
    is_log = not is_day and low > 0 and high / low >= _LOG_FROM
    at = _scale(low, high, is_log=is_log)
    ticks = _log_ticks(low, high) if is_log else _linear_ticks(low, high, whole=is_day)
    words = _day_words(ticks, high - low) if is_day else _words(ticks)
    return Drawing(
        tracks=tuple(None if span is None else _track(span, at) for span in spans),
        ticks=tuple((at(tick), word) for tick, word in zip(ticks, words, strict=True)),
        is_log=is_log,
    )


def _track(span: Span, at: Callable[[float], float]) -> Track:
    low, high = span.said
    is_point = low == high
    mark = low if is_point else span.best
    return Track(
        possible=_bar(span.possible, at, least=0),
        said=None if is_point else _bar(span.said, at, least=_LEAST_WIDTH),
        mark=at(mark) if math.isfinite(mark) else None,
        is_open=(not math.isfinite(low), not math.isfinite(high)),
    )


def _bar(ends: tuple[float, float], at: Callable[[float], float], *, least: float) -> Bar:
    left = at(ends[0]) if math.isfinite(ends[0]) else 0.0
    right = at(ends[1]) if math.isfinite(ends[1]) else 100.0
    return left, max(right - left, least)


def _padded(low: float, high: float, *, is_day: bool) -> tuple[float, float]:
    if low < high:
        return low, high
    pad = 30.0 if is_day else abs(low) * 0.1 or 1.0
    return low - pad, high + pad


def _scale(low: float, high: float, *, is_log: bool) -> Callable[[float], float]:
    bend: Callable[[float], float] = math.log10 if is_log else float
    start, end = bend(low), bend(high)

    def at(value: float) -> float:
        if is_log and value <= 0:
            return 0.0
        share = (bend(value) - start) / (end - start)
        return round(min(max(_MARGIN + share * (100 - 2 * _MARGIN), 0.0), 100.0), 3)

    return at


def _linear_ticks(low: float, high: float, *, whole: bool) -> list[float]:
    rough = (high - low) / _ROOM
    power = 10.0 ** math.floor(math.log10(rough))
    step = next((power * factor for factor in (1, 2, 5) if power * factor >= rough), power * 10)
    step = max(1.0, round(step)) if whole else step
    first, last = math.ceil(low / step), math.floor(high / step + 1e-9)
    return [count * step for count in range(first, last + 1)]


def _log_ticks(low: float, high: float) -> list[float]:
    decades = math.log10(high / low)
    factors: Sequence[int] = (1, 2, 5)
    if decades > _NARROW_DECADES:
        factors = (1,) if decades > _WIDE_DECADES else (1, 3)
    stride = max(1, math.ceil(decades / _ROOM))
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1, stride)
    ticks = (factor * 10.0**power for power in powers for factor in factors)
    return [tick for tick in ticks if low * 0.999 <= tick <= high * 1.001]


def _words(ticks: Iterable[float]) -> list[str]:
    """Short words for numbers; whole ones where the short are not told apart."""
    numbers = list(ticks)
    short = [_short(value) for value in numbers]
    return short if len(set(short)) == len(short) else [f"{value:,.12g}" for value in numbers]


def _short(value: float) -> str:
    for size, letter in _SIZES:
        if abs(value) >= size:
            return f"{value / size:.4g}{letter}"
    return f"{value:.4g}"


def _day_words(ticks: Iterable[float], days: float) -> list[str]:
    length = _YEAR_LETTERS if days > _LONG_DAYS else None
    return [wording.days(day, day)[:length] for day in ticks]
