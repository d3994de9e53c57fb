"""Intervals and errors that stand beside a figure: "95% CI 1.2–3.4", "SE 0.3", "± 5%"."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing.amount import ONE
from claimcheck.parsing.asides import Fit, inner_reader, written_scales
from claimcheck.parsing.headings import Heading, Spread, name_ahead, plainly, read_heading
from claimcheck.parsing.margins import plus_minus_sign
from claimcheck.parsing.phrases import read_said
from claimcheck.parsing.qualifiers import bind
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.said import Said
from claimcheck.values.figure import FigureKind

_LOWER_ENDS = frozenset({"low", "lower", "lowest", "min", "minimum", "lcl", "lb"})
_UPPER_ENDS = frozenset({"high", "higher", "upper", "highest", "max", "maximum", "ucl", "ub"})
_CALLED_ENDS = frozenset({"bound", "limit", "end", "estimate"})
_POINTS_OF = frozenset({"points", "point", "pts"})
_COVERING = re.compile(
    r"k\s?=\s?(\d(?:[.,]\d+)?)|(\d(?:[.,]\d+)?)[\s-]?(?:σ|sigmas?|sd|se|sem)", re.IGNORECASE
)


def take_spread(reader: Reader, inner: Reader, said: Said) -> Fit:
    """Put the interval or the error that a text gives to *said*.

    Args:
        reader: Where the figure stands.
        inner: The text beside it, whose numbers may share a scale of the figure.
        said: The figure.
    """
    plain = plainly(inner.text)
    again = inner if plain == inner.text else inner_reader(reader, plain)
    return Fit.OTHER if again is None else _take_plain(reader, again, said)


def _take_plain(reader: Reader, inner: Reader, said: Said) -> Fit:
    if said.kind is FigureKind.PLUS_MINUS:
        return _coverage(inner, said)
    heading = read_heading(inner)
    margin = plus_minus_sign(inner)
    if heading.spread is Spread.SCATTER and not margin:
        return Fit.OTHER
    ranged = _nested(inner) or _ends(inner) or _listed(inner)
    inner.place += said.unit == "percent" and inner.peek().low in _POINTS_OF
    after = read_heading(inner)
    spread = heading.spread or after.spread
    single = bool(margin) or spread in {Spread.ERROR, Spread.MARGIN}
    if ranged is not None and inner.done and _of_one_unit(said, ranged, margin=single):
        levelled = heading.levelled or after.levelled
        stated = levelled or spread is Spread.MARGIN or margin == "stated"
        if ranged.best is not None and single:
            return _take_margin(said, ranged, written_scales(reader), stated=stated)
        if _take_bound(said, ranged) or _take_ends(said, ranged, written_scales(reader)):
            return Fit.TAKEN
    named = heading.names or after.names or bool(margin)
    return Fit.UNFIT if _tells(inner, ranged, heading, after, named=named) else Fit.OTHER


def _tells(
    inner: Reader, ranged: Said | None, heading: Heading, after: Heading, *, named: bool
) -> bool:
    """Whether a text that was not taken tells of the figure all the same."""
    if ranged is None:
        return named and any(token.kind in "nfb" for token in inner.tokens[inner.place :])
    levelled = heading.levelled or after.levelled
    return named or (levelled and ranged.best is None)


def _nested(inner: Reader) -> Said | None:
    """The interval in a bracket of its own: "95% CI [3, 10]"."""
    token = inner.peek()
    if token.kind != "b":
        return None
    nested = inner_reader(inner, token.low)
    ranged = None if nested is None else _listed(nested)
    if nested is None or ranged is None or not nested.done:
        return None
    inner.place += 1
    return ranged


def _ends(inner: Reader) -> Said | None:
    """Two ends with a name each: "low 3, high 10"."""
    start = inner.place
    low = _end(inner, _LOWER_ENDS)
    if low is not None:
        inner.sign(",;/-–")
        inner.place += inner.peek().low in inner.language.mark("and")
        high = _end(inner, _UPPER_ENDS)
        if high is not None:
            return _between(low, high)
    inner.place = start
    return None


def _end(inner: Reader, names: frozenset[str]) -> Said | None:
    if inner.peek().low not in names:
        return None
    inner.place += 1
    inner.place += inner.peek().low in _CALLED_ENDS
    inner.sign(":=.")
    end = _try(inner)
    return end if end is not None and end.best is not None else None


def _listed(inner: Reader) -> Said | None:
    """One number, a range, or two numbers with a comma between them: "2.9, 3.5"."""
    start = inner.place
    first = _try(inner)
    behind = inner.place
    if first is None or first.best is None or inner.done or not inner.sign(",;"):
        return first
    if name_ahead(inner):
        inner.place = behind
        return first
    second = _try(inner)
    if second is None or second.best is None:
        inner.place = start
        return _try(inner)
    return _between(first, second)


def _between(low: Said, high: Said) -> Said | None:
    if low.best is None or high.best is None or low.best > high.best:
        return None
    return Said(low.best, high.best, FigureKind.RANGE, unit=high.unit or low.unit)


def _try(inner: Reader) -> Said | None:
    start = inner.place
    try:
        return read_said(inner)
    except FigureSyntaxError:
        inner.place = start
        return None


def _of_one_unit(said: Said, other: Said, *, margin: bool) -> bool:
    if said.unit is None:
        return margin or other.unit != "percent" or other.best is None
    if other.unit is None or other.unit == said.unit:
        return True
    points = said.unit == "percent" and other.unit == "percentage-points"
    return points or (margin and other.unit == "percent")


def _take_ends(said: Said, ranged: Said, scales: tuple[Decimal, ...]) -> bool:
    """Whether the value of *said* lies in the interval, which it has then taken."""
    best, low, high = said.best, ranged.lower, ranged.upper
    if best is None or low is None or high is None or ranged.lower_vague or ranged.upper_vague:
        return False
    for scale in scales:
        if low * scale <= best <= high * scale and (low < high or scale == 1):
            if low < high:
                said.lower, said.upper, said.kind = low * scale, high * scale, FigureKind.RANGE
                said.unit = said.unit or ranged.unit
            return True
    return False


def _take_bound(said: Said, bound: Said) -> bool:
    """Whether the value of *said* is told again as a bound, which it then is."""
    if said.best is None or said.best not in {bound.lower, bound.upper}:
        return False
    if bound.kind is FigureKind.AT_LEAST:
        return bind(said, "over" if bound.lower_open else "at_least")
    if bound.kind is FigureKind.AT_MOST:
        return bind(said, "under" if bound.upper_open else "at_most")
    return False


def _take_margin(said: Said, margin: Said, scales: tuple[Decimal, ...], *, stated: bool) -> Fit:
    """Make *said* its value with a margin; one in percent is a share of all but percentages."""
    best, size = said.best, margin.best
    if best is None or not size or said.kind not in _POINTS:
        return Fit.UNFIT
    percent = margin.unit == "percent" and said.unit != "percent"
    if percent and (said.unit is not None or len(scales) > 1 or best > 100):
        size = abs(best) * size / 100
    else:
        scale = scales[-1]
        size *= scale if size * scale < abs(best) else ONE
        said.unit = said.unit or margin.unit
    said.kind, said.lower, said.upper = FigureKind.PLUS_MINUS, best - size, best + size
    said.deviation = None if stated else size
    return Fit.TAKEN


_POINTS = (FigureKind.EXACT, FigureKind.APPROXIMATE)


def _coverage(inner: Reader, said: Said) -> Fit:
    """What is said of a margin that stands already: "k=2", "2σ", "95%" make it more than one."""
    factor = _COVERING.fullmatch(inner.text.strip())
    if factor is not None:
        standard = (factor[1] or factor[2]) == "1"
    else:
        heading = read_heading(inner)
        if not inner.done or heading == Heading():
            return Fit.UNFIT if heading.names and not inner.done else Fit.OTHER
        standard = not heading.levelled or "68" in inner.lows
    said.deviation = said.deviation if standard else None
    said.notes.append(inner.text.strip())
    return Fit.TAKEN
