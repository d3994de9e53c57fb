"""The rate at which one figure would have to become another, as an interval.

``g = ln(b/a)/t`` with ``ln`` from ``L_b/U_a`` to ``U_b/L_a`` and the years from least to most.
A change is explained where the interval meets the bounds; else the ratio left over is
``exp((g_least - g_max) t_most)``.
"""

from __future__ import annotations

import math

from attrs import frozen

from claimcheck.errors import RefusedError

Range = tuple[float, float]


@frozen
class Growth:
    """Rates of growth, per year and logarithmic.

    Attributes:
        least: Least log rate that the figures leave possible.
        most: Greatest.
        years: Least and most years between them.
    """

    least: float
    most: float
    years: Range

    @property
    def doubling_years(self) -> Range:
        """Years to double at the greatest and the least rate; ``inf`` where it does not grow."""
        fast, slow = (
            math.log(2) / rate if rate > 0 else math.inf for rate in (self.most, self.least)
        )
        return fast, slow

    @property
    def yearly(self) -> Range:
        """The compound yearly rates ``exp(g) - 1``."""
        return math.expm1(self.least), math.expm1(self.most)

    def unexplained(self, bound: float) -> float:
        """The ratio left over where growth or decline is at most *bound* a year; 1 for none."""
        if self.least > bound:
            return math.exp((self.least - bound) * self._years_of(self.least))
        if self.most < -bound:
            return math.exp((-bound - self.most) * self._years_of(self.most))
        return 1.0

    def severity(self, bound: float) -> float:
        """``1 - 1/r`` of the ratio left over."""
        return 1 - 1 / self.unexplained(bound)

    def _years_of(self, rate: float) -> float:
        """The years that give the slowest change: the most."""
        return self.years[1] if rate else self.years[0]


def growth(first: Range, second: Range, years: Range) -> Growth:
    """The growth from *first* to *second*, each lower and upper end, over *years* (least, most).

    Raises:
        RefusedError: If a figure is not positive, or no time may have passed.

    >>> round(growth((284761, 284761), (360000, 360000), (5, 5)).least, 6)
    0.046891
    """
    if min(first[0], second[0], years[0]) <= 0:
        raise RefusedError("figures and years must be positive", "rates need a ratio and a time")
    low, high = math.log(second[0] / first[1]), math.log(second[1] / first[0])
    least = low / (years[1] if low > 0 else years[0])
    most = high / (years[0] if high > 0 else years[1])
    return Growth(least, most, years)
