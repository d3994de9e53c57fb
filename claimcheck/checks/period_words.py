"""The words for two flows that count over periods: which rates they need."""

from __future__ import annotations

from attrs import frozen

from claimcheck.checks.words import ClaimWords
from claimcheck.tables import columns as c
from claimcheck.values import wording


@frozen
class Period:
    """One figure and the days over which it counts.

    Attributes:
        first: First day, proleptic.
        last: Last day.
        lower: Least possible value.
        upper: Greatest possible value.
    """

    first: float
    last: float
    lower: float
    upper: float

    @classmethod
    def of(cls, words: ClaimWords, row: int) -> Period:
        """The period of the claim at *row*; its ends are NaN where none is known."""
        names = (c.PERIOD_START, c.PERIOD_END, c.POSSIBLE_LOWER, c.POSSIBLE_UPPER)
        return cls(*(words.value(name, row) for name in names))

    @property
    def days(self) -> float:
        """How long it is."""
        return self.last - self.first + 1

    @property
    def told(self) -> str:
        """How long it is, in words."""
        return wording.duration(self.days)

    def holds(self, other: Period) -> bool:
        """Whether *other* lies within it and is shorter."""
        within = self.first <= other.first and other.last <= self.last
        return within and other.days < self.days


def rates(one: Period, other: Period) -> tuple[float, float]:
    """The greatest rate of the slower and the least of the faster, a day.

    Of nested periods the rate inside the shorter stands against that in the rest of the longer.
    """
    for longer, shorter in ((one, other), (other, one)):
        if longer.holds(shorter):
            rest = (longer.lower - shorter.upper) / (longer.days - shorter.days)
            return shorter.upper / shorter.days, rest
    pairs = [(slow.upper / slow.days, fast.lower / fast.days)
             for slow, fast in ((one, other), (other, one))]  # fmt: skip
    return max(pairs, key=lambda pair: pair[1] - pair[0])
