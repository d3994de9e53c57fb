"""What a phrase says, in exact numbers, before it becomes a figure."""

from __future__ import annotations

import math
from decimal import Decimal
from functools import partial

from attrs import define, field

from claimcheck.parsing.spans import Span
from claimcheck.values.figure import Bound, Figure, FigureKind


@define
class Said:
    """What a phrase says, before it becomes a figure.

    Attributes:
        lower: Least value; None where open.
        upper: Greatest value; None where open.
        best: The single or central value.
        kind: How it is worded.
        lower_open: Whether the lower value itself is left out.
        upper_open: Whether the upper value itself is left out.
        deviation: Standard uncertainty.
        hedged: Whether it is hedged.
        lower_vague: Whether the lower end is that of an order of magnitude, which is not rounded.
        upper_vague: The same for the upper end.
        decimals: Whether it is written with digits behind a decimal point.
        unit: Unit or noun.
        notes: What else is said.
        brackets: Brackets not yet understood.
        time: The time that it gives for itself.
    """

    lower: Decimal | None
    upper: Decimal | None
    kind: FigureKind
    best: Decimal | None = None
    lower_open: bool = False
    upper_open: bool = False
    deviation: Decimal | None = None
    hedged: bool = False
    lower_vague: bool = False
    upper_vague: bool = False
    decimals: bool = False
    unit: str | None = None
    notes: list[str] = field(factory=list)
    brackets: list[str] = field(factory=list)
    time: Span | None = None

    def figure(self, text: str, **more: object) -> Figure:
        """The figure that is said."""
        kind, lower, upper, best = self.kind, self.lower, self.upper, self.best
        decimals = self.decimals and kind is not FigureKind.PLUS_MINUS
        grain = partial(_grain, of_point=kind in _POINTED, decimals=decimals)
        low = -math.inf if lower is None else _number(lower)
        lower_grain = 0.0 if lower is None or self.lower_vague else grain(lower)
        single = upper is lower is best
        if single:
            high, upper_grain = low, lower_grain
        else:
            high = math.inf if upper is None else _number(upper)
            upper_grain = 0.0 if upper is None or self.upper_vague else grain(upper)
        return Figure(
            lower=low,
            upper=high,
            best=low if single else None if best is None else _number(best),
            kind=kind,
            lower_bound=Bound.OPEN if self.lower_open else Bound.CLOSED,
            upper_bound=Bound.OPEN if self.upper_open else Bound.CLOSED,
            lower_grain=lower_grain,
            upper_grain=upper_grain,
            deviation=None if self.deviation is None else float(self.deviation),
            approximate=self.hedged,
            text=text,
            **more,  # type: ignore[arg-type]  # other fields of a figure
        )


_POINTED = (FigureKind.EXACT, FigureKind.APPROXIMATE, FigureKind.PLUS_MINUS)
_MOST_DIGITS = 20
"""A longer number goes on, as 1/3 does."""


def _number(value: Decimal) -> float:
    number = float(value)
    if math.isinf(number):
        raise OverflowError
    return number


def _grain(value: Decimal, *, of_point: bool, decimals: bool) -> float:
    """One unit of the last digit written or, of a point without *decimals*, of the last not zero.

    A point that is zero has none.
    """
    if of_point and not value:
        return 0.0
    if of_point and not decimals:
        value = value.normalize()
    _, digits, exponent = value.as_tuple()
    written = isinstance(exponent, int) and len(digits) <= _MOST_DIGITS
    return float(f"1e{exponent}") if written else 0.0
