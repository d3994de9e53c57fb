"""A number on its way, as its words add up and multiply."""

from __future__ import annotations

from decimal import Decimal

from attrs import define, frozen

from claimcheck.parsing.reader import Reader

HUNDRED = 100


@frozen
class Spoken:
    """A number read from words, or from digits and words.

    Attributes:
        value: The number; its exponent is that of its last written digit.
        scales: What it was multiplied by at its end, outermost last: "two hundred thousand" is
            100, then 1,000. Empty where more follows the multiplication.
        fraction: Whether it is a fraction of one and no more.
        ordinal: Whether it names a place in an order.
        head: The big scale that it starts with, where more follows that: 1,000 in "three thousand
            five hundred". None otherwise.
    """

    value: Decimal
    scales: tuple[Decimal, ...] = ()
    fraction: bool = False
    ordinal: bool = False
    head: Decimal | None = None


@define
class Sum:
    """What the words so far come to.

    Attributes:
        total: What stands before the last big scale.
        group: What is being added up since; None where nothing is.
        gap: Only less than this can still be added.
        added: What was added last.
        last: The last big scale; None where there was none.
        head: The first big scale; None where there was none.
        scales: What it was multiplied by last.
        bigs: How many big scales there were.
        started: Whether anything was read.
        fraction: Whether it is a part of one.
        ordinal: Whether it is a place in an order.
        words: How many words of it were read.
    """

    total: Decimal = Decimal(0)
    group: Decimal | None = None
    gap: Decimal = Decimal(0)
    added: Decimal = Decimal(0)
    last: Decimal | None = None
    head: Decimal | None = None
    scales: tuple[Decimal, ...] = ()
    bigs: int = 0
    started: bool = False
    fraction: bool = False
    ordinal: bool = False
    words: int = 0

    def spoken(self) -> Spoken:
        """The number that has been said."""
        value = plus(self.total, self.group)
        scales = self.scales if self.bigs <= 1 and (self.group is None or not self.total) else ()
        head = self.head if self.total and not scales else None
        return Spoken(value, scales, self.fraction, self.ordinal, head)


def plus(total: Decimal, more: Decimal | None) -> Decimal:
    """The sum; nothing added to nothing keeps the last written digit where it is."""
    if more is None:
        return total
    return total + more if total else more


def gap_of(reader: Reader, value: Decimal) -> Decimal:
    """Only less than this can be added to *value*: 10 to twenty, 100 to two hundred."""
    if value == 0 or value != value.to_integral_value():
        return Decimal(0)
    if reader.language.vigesimal and value % HUNDRED in {60, 80}:
        return Decimal(20)
    zeros = len(str(int(value))) - len(str(int(value)).rstrip("0"))
    return Decimal(10) ** zeros
