"""What a phrase says: the figure, its two ends, and how it was worded."""

from __future__ import annotations

import math
from enum import StrEnum
from typing import NoReturn

from attrs import field, frozen

from claimcheck.errors import InvalidFigureError
from claimcheck.values.asof import AsOf

_FIFTEEN_DIGITS = 1e15  # as many as float64 holds


class FigureKind(StrEnum):
    """How a figure is worded."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    RANGE = "range"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    PLUS_MINUS = "plus-minus"
    NO_FIGURE = "no-figure"
    DATE = "date"


class Bound(StrEnum):
    """Whether an end belongs to the figure (``at least 5``) or not (``over 5``)."""

    CLOSED = "closed"
    OPEN = "open"

    def __bool__(self) -> NoReturn:
        raise TypeError("a bound is no condition: write `bound is Bound.OPEN`")


def _kind(kind: FigureKind | str) -> FigureKind:
    """The kind, by its name as well; looking up what is one already would take its time."""
    return kind if isinstance(kind, FigureKind) else FigureKind(kind)


@frozen(kw_only=True)
class Figure:
    """The values that a phrase names, as said: nothing is widened or rounded here.

    Attributes:
        lower: Least value said, in ``unit`` (days for dates). ``-inf`` where the end is open.
        upper: Greatest value said, same unit. ``inf`` where the end is open.
        best: The single value said, or the centre that the phrase names; None where it names none.
        kind: How it is worded.
        lower_bound: Whether ``lower`` itself belongs to the figure.
        upper_bound: Whether ``upper`` itself belongs to the figure.
        lower_grain: One unit of the last digit that counts in the lower end: the last non-zero
            digit of a point, the last written digit of a range or a bound. 0 where nothing is
            rounded.
        upper_grain: The same for the upper end.
        deviation: Standard uncertainty of ``best`` where the phrase states one as ``a ± b`` or
            ``a(b)`` without saying more; None where the ends are said as the outermost values.
        approximate: Whether a hedge such as "about" stands before it.
        unit: Canonical name of the unit; None where the phrase names none.
        as_of: The time that the phrase itself gives; None where it gives none.
        annotations: What else the phrase says of the figure, such as ``citation needed``.
        parts: Further figures in the phrase, in order; empty where there is one only.
        ambiguous: Other readings of the same phrase; empty where there is one only.
        text: The phrase; empty where the figure was made from numbers.

    Raises:
        InvalidFigureError: If *lower* exceeds *upper*, an end is NaN, or *best* lies outside.

    >>> Figure.between(40, 60).meets(Figure.at_least(60))
    True
    >>> Figure.between(60, 40)
    Traceback (most recent call last):
        ...
    claimcheck.errors.InvalidFigureError: lower 60 exceeds upper 40
    <BLANKLINE>
    Hint: did you mean Figure.between(40, 60)?
    """

    lower: float = field(converter=float)
    upper: float = field(converter=float)
    best: float | None = None
    kind: FigureKind = field(converter=_kind)
    lower_bound: Bound = Bound.CLOSED
    upper_bound: Bound = Bound.CLOSED
    lower_grain: float = 0.0
    upper_grain: float = 0.0
    deviation: float | None = None
    approximate: bool = False
    unit: str | None = None
    as_of: AsOf | None = None
    annotations: tuple[str, ...] = field(default=(), converter=tuple)
    parts: tuple[Figure, ...] = field(default=(), converter=tuple)
    ambiguous: tuple[Figure, ...] = field(default=(), converter=tuple)
    text: str = ""

    def __attrs_post_init__(self) -> None:
        if self.lower <= self.upper and (
            self.best is None or self.lower <= self.best <= self.upper
        ):
            return
        if math.isnan(self.lower) or math.isnan(self.upper):
            raise InvalidFigureError(
                "an end of the figure is not a number", "write -inf or inf for an open end"
            )
        if self.lower > self.upper:
            low, high = _short(self.upper), _short(self.lower)
            raise InvalidFigureError(
                f"lower {high} exceeds upper {low}", f"did you mean Figure.between({low}, {high})?"
            )
        raise InvalidFigureError(
            f"best {_short(self.best or 0.0)} lies outside {_short(self.lower)} to "
            f"{_short(self.upper)}",
            "give a best value between the two ends, or none",
        )

    @classmethod
    def exactly(cls, value: float, *, unit: str | None = None, grain: float = 0.0) -> Figure:
        """The one value, said without a hedge."""
        return cls(
            lower=value,
            upper=value,
            best=float(value),
            kind=FigureKind.EXACT,
            lower_grain=grain,
            upper_grain=grain,
            unit=unit,
        )

    @classmethod
    def about(cls, value: float, *, unit: str | None = None, grain: float = 0.0) -> Figure:
        """The one value, hedged: "about 220,000"."""
        return cls(
            lower=value,
            upper=value,
            best=float(value),
            kind=FigureKind.APPROXIMATE,
            lower_grain=grain,
            upper_grain=grain,
            approximate=True,
            unit=unit,
        )

    @classmethod
    def between(
        cls, lower: float, upper: float, *, best: float | None = None, unit: str | None = None
    ) -> Figure:
        """A range, both ends included."""
        return cls(lower=lower, upper=upper, best=best, kind=FigureKind.RANGE, unit=unit)

    @classmethod
    def at_least(cls, lower: float, *, unit: str | None = None) -> Figure:
        """A lower bound that belongs to the figure."""
        return cls(lower=lower, upper=math.inf, kind=FigureKind.AT_LEAST, unit=unit)

    @classmethod
    def at_most(cls, upper: float, *, unit: str | None = None) -> Figure:
        """An upper bound that belongs to the figure."""
        return cls(lower=-math.inf, upper=upper, kind=FigureKind.AT_MOST, unit=unit)

    @classmethod
    def plus_minus(cls, value: float, deviation: float, *, unit: str | None = None) -> Figure:
        """A value with its standard uncertainty: said as [value - deviation, value + deviation]."""
        return cls(
            lower=value - deviation,
            upper=value + deviation,
            best=float(value),
            kind=FigureKind.PLUS_MINUS,
            deviation=float(deviation),
            unit=unit,
        )

    @classmethod
    def missing(cls, text: str = "") -> Figure:
        """The statement that there is no figure: both ends open, and no vote."""
        return cls(lower=-math.inf, upper=math.inf, kind=FigureKind.NO_FIGURE, text=text)

    @classmethod
    def dated(cls, first: float, last: float, *, text: str = "") -> Figure:
        """A dated event: whole days from *first* to *last*, as proleptic ordinals."""
        single = float(first) if first == last else None
        return cls(
            lower=first, upper=last, best=single, kind=FigureKind.DATE, unit="date", text=text
        )

    @property
    def is_point(self) -> bool:
        """Whether a single value is said."""
        return self.lower == self.upper

    @property
    def is_one_sided(self) -> bool:
        """Whether exactly one end is open."""
        return math.isinf(self.lower) != math.isinf(self.upper)

    def meets(self, other: Figure) -> bool:
        """Whether the two figures, as said, share a value; touching is meeting."""
        return self.lower <= other.upper and other.lower <= self.upper

    def __str__(self) -> str:
        return self.text or _spoken(self)


def _short(value: float) -> str:
    return f"{value:,.15g}" if abs(value) < _FIFTEEN_DIGITS else f"{value:.15g}"


def _written(value: float) -> str:
    """*value* so that no reader takes three decimals for a group of thousands."""
    text = _short(value)
    return f"{text}0" if text[-4:-3] == "." else text


def _spoken(figure: Figure) -> str:
    if figure.kind is FigureKind.NO_FIGURE:
        return "no figure"
    if figure.kind is FigureKind.DATE:
        return _spoken_date(figure)
    unit = f" {figure.unit}" if figure.unit else ""
    if figure.unit == "percent" and figure.deviation is not None:
        return f"{_written(figure.best or 0.0)}{unit} ± {_written(figure.deviation)}{unit}"
    return _spoken_number(figure) + unit


def _spoken_number(figure: Figure) -> str:
    match figure.kind:
        case FigureKind.AT_LEAST:
            word = "over" if figure.lower_bound is Bound.OPEN else "at least"
            return f"{word} {_written(figure.lower)}"
        case FigureKind.AT_MOST:
            word = "under" if figure.upper_bound is Bound.OPEN else "at most"
            return f"{word} {_written(figure.upper)}"
        case FigureKind.PLUS_MINUS if figure.best is not None and figure.deviation is not None:
            return f"{_written(figure.best)} ± {_written(figure.deviation)}"
    hedge = "about " if figure.approximate else ""
    if figure.is_point:
        return f"{hedge}{_written(figure.lower)}"
    return f"{hedge}{_written(figure.lower)}–{_written(figure.upper)}"


def _spoken_date(figure: Figure) -> str:
    first = "" if math.isinf(figure.lower) else AsOf.day_text(figure.lower)
    last = "" if math.isinf(figure.upper) else AsOf.day_text(figure.upper)
    if not first:
        return f"until {last}"
    if not last:
        return f"from {first}"
    return first if first == last else f"{first} to {last}"
