"""The value of one amount, as exact as it is written."""

from __future__ import annotations

from decimal import Decimal

from attrs import define

ONE = Decimal(1)


def is_whole(value: Decimal) -> bool:
    """Whether a number has no part behind the point."""
    return value == value.to_integral_value()


@define
class Amount:
    """An amount as it stands in a phrase; its grains lie in the exponents of its numbers.

    Attributes:
        low: The number, or the lower end of an order of magnitude.
        high: The same, or the upper end.
        scales: What it was multiplied by last; empty where nothing was.
        head: The big scale that it starts with, where words go on behind that; None otherwise.
        grouped: Whether its thousands are set apart.
        unit: Canonical name of the unit, or the unit as written; None for none.
        margin: Uncertainty in brackets, as a positive number.
        order: Whether it is an order of magnitude.
        ordinal: Whether it is a place in an order.
        fraction: Whether it is a part of one.
        worded: Whether words say it.
        decimals: Whether it is written with digits behind a decimal point.
        leading: Whether its unit stands before it.
        first: Index of its first token.
        last: Index after its last token.
    """

    low: Decimal
    high: Decimal
    scales: tuple[Decimal, ...] = ()
    head: Decimal | None = None
    grouped: bool = False
    unit: str | None = None
    margin: Decimal | None = None
    order: bool = False
    ordinal: bool = False
    fraction: bool = False
    worded: bool = False
    decimals: bool = False
    leading: bool = False
    first: int = 0
    last: int = 0

    def times(self, scale: Decimal) -> None:
        """Multiply it, and what it is uncertain by, by *scale*."""
        self.low, self.high = self.low * scale, self.high * scale
        if self.margin is not None:
            self.margin *= scale
