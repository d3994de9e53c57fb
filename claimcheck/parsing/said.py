"""What a phrase says, in exact numbers, before it becomes a figure."""

from __future__ import annotations

import math
from decimal import Decimal

from attrs import define, field

from claimcheck.parsing.amount import ONE
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
    unit: str | None = None
    notes: list[str] = field(factory=list)
    brackets: list[str] = field(factory=list)
    time: Span | None = None

    def figure(self, text: str, **more: object) -> Figure:
        """The figure that is said."""
        point = self.kind in {FigureKind.EXACT, FigureKind.APPROXIMATE}
        grain = _point_grain if point or self.kind is FigureKind.PLUS_MINUS else _written_grain
        return Figure(
            lower=-math.inf if self.lower is None else _number(self.lower),
            upper=math.inf if self.upper is None else _number(self.upper),
            best=None if self.best is None else _number(self.best),
            kind=self.kind,
            lower_bound=Bound.OPEN if self.lower_open else Bound.CLOSED,
            upper_bound=Bound.OPEN if self.upper_open else Bound.CLOSED,
            lower_grain=0.0 if self.lower is None or self.lower_vague else grain(self.lower),
            upper_grain=0.0 if self.upper is None or self.upper_vague else grain(self.upper),
            deviation=None if self.deviation is None else float(self.deviation),
            approximate=self.hedged,
            text=text,
            **more,  # type: ignore[arg-type]
        )


def _number(value: Decimal) -> float:
    number = float(value)
    if math.isinf(number):
        raise OverflowError
    return number


def _written_grain(value: Decimal) -> float:
    exponent = value.as_tuple().exponent
    exact = isinstance(exponent, int) and len(value.as_tuple().digits) <= 20  # noqa: PLR2004 - 1/3 goes on
    return float(ONE.scaleb(exponent)) if exact and isinstance(exponent, int) else 0.0


def _point_grain(value: Decimal) -> float:
    return 0.0 if value == 0 else _written_grain(value.normalize())
