"""The words of findings on pairs: the arithmetic between two figures."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping
from typing import Any

import numpy as np
from attrs import frozen

from claimcheck.checks.period_words import Period, rates
from claimcheck.checks.words import ClaimWords
from claimcheck.tables import columns as c
from claimcheck.tables.gaps import apart
from claimcheck.tables.told_units import unit_beside
from claimcheck.values import wording
from claimcheck.values.asof import DAYS_PER_YEAR
from claimcheck.values.relation import Severity

_MAGNITUDES = {
    1e1: "10",
    1e2: "100",
    1e3: "1,000",
    1e5: "100,000 (a lakh)",
    1e6: "a million",
    1e7: "10 million (a crore)",
}
_SHOWS = 0.0005
_OTHER_RATE = "the rate of the shorter"


@frozen(eq=False)
class PairWords:
    """Words for one pair.

    Attributes:
        words: Words for the claims.
        left: Position of the smaller figure.
        right: Position of the larger figure.
        pair: The row of the pair table, by column.
    """

    words: ClaimWords
    left: int
    right: int
    pair: Mapping[Hashable, Any]

    def distance(self) -> str:
        """The gap or the ratio of the nearest ends as said."""
        low, high = self._nearest(c.SAID_LOWER, c.SAID_UPPER)
        if self._additive():
            return self._gap(low - high)
        ratio = self.pair[c.RATIO]
        if ratio == 1:
            return "they share a value as said"
        if not math.isfinite(ratio):
            return _across_zero(low, high)
        near, far = (f"{wording.number(end)}{self._told_unit()}" for end in (low, high))
        return f"{near} is {wording.times(ratio)} times {far}"

    def arithmetic(self) -> str:
        """From what is possible to the severity, step by step."""
        low, high = self._nearest(c.POSSIBLE_LOWER, c.POSSIBLE_UPPER)
        severity = self.pair[c.SEVERITY]
        possible = (
            f"possible {self.words.possible(self.left)} against {self.words.possible(self.right)}"
        )
        result = f"= {wording.share(severity)} ({Severity.of(severity)})"
        if self._additive():
            scale = self.words.value(c.SCALE, self.left)
            return (
                f"{possible}; gap {self._distance(low - high)}; severity gap / (gap + "
                f"{wording.number(scale)}) {result}"
            )
        if severity >= 1:
            return f"{possible}; {_across_zero(low, high)}; severity 1"
        left_over = 1 / (1 - severity)
        if self.pair[c.IMPLAUSIBLE] and self._is_over_periods():
            return f"{possible}; {self._rates(left_over)} {result}"
        near, far = (low, high) if high > 0 else (high, low)
        ratio = near / far
        quotient = f"{wording.number(near)} / {wording.number(far)}"
        steps = f"{possible}; r = {quotient} = {wording.times(ratio)}"
        if self.pair[c.IMPLAUSIBLE] and left_over < ratio * (1 - 1e-9):
            steps += f"; {wording.times(left_over)} of it is more than {self.bound()} allows"
        return f"{steps}; severity 1 − 1/{wording.times(left_over)} {result}"

    def _rates(self, left_over: float) -> str:
        slow, fast = (wording.rate(a_day) for a_day in rates(*self._periods()))
        allowed = self.words.settings.flow_factor
        factor = wording.times(left_over * allowed)
        return (
            f"at most {slow} a day and at least {fast} a day, a factor of {factor}, where "
            f"{allowed:g} may be; severity 1 − {allowed:g}/{factor}"
        )

    def magnitude(self) -> str:
        """That a ratio is one of magnitude, or that there is none."""
        finite = math.isfinite(self.pair[c.RATIO])
        return "an order of magnitude or more" if finite else "which no factor bridges"

    def time_note(self) -> str:
        """Why time tells no more: a date is missing, or the time does not matter."""
        if self.words.text(c.MEASURE_KIND, self.left) == "constant":
            return self._constant_note()
        if self.pair[c.KNOWN_TIMES]:
            nested = self._is_over_periods() and self._nested()
            return "; the longer period holds the shorter, and cannot have less" if nested else ""
        left, right = self._is_timed(self.left), self._is_timed(self.right)
        alone = self.words.figure(self.right if left else self.left)
        which = f"{alone} is undated" if left or right else "neither is dated"
        return f"; compared as of one time, since {which}"

    def span(self) -> str:
        """How far the times are apart at most, and the yearly rate that this takes at least."""
        if self._is_over_periods():
            left, right = (period.told for period in self._periods())
            return f" over periods of {left} " + ("each" if left == right else f"and {right}")
        time = wording.duration(self.pair[c.YEARS] * DAYS_PER_YEAR)
        rate = wording.yearly(self.pair[c.RATE])
        if self._is_day(self.left) and self._is_day(self.right):
            return f" over {time}" + (f" ({rate})" if rate else "")
        return f" over at most {time}" + (f", so {rate} at least" if rate else "")

    def bound(self) -> str:
        """The bound that the measure has, and what it compounds to where that shows."""
        if self._is_over_periods():
            return f"a factor of {self.words.settings.flow_factor:g} between rates"
        growth = self.words.value(c.GROWTH, self.left)
        yearly = abs(math.expm1(growth if self._rises() else -growth))
        compounded = f" ({yearly * 100:.1f} % compounded)" if abs(yearly - growth) > _SHOWS else ""
        return f"{growth * 100:g} % a year{compounded}"

    def excess(self) -> str:
        """Which bound the change breaks."""
        if self._total() and not self._rises():
            return f"but a {self._total()} cannot fall by more than {self.bound()}"
        if self._is_over_periods() and self._nested():
            factor = self.words.settings.flow_factor
            return f"so that the rest of the longer needs more than {factor:g} times {_OTHER_RATE}"
        return f"more than {self.bound()} allows"

    def time_reason(self) -> str:
        """Why the times explain the gap."""
        one = self.words.value(c.ORIGIN_CODE, self.left)
        if one == self.words.value(c.ORIGIN_CODE, self.right):
            return "one origin gives them as a series"
        if self._is_over_periods():
            factor = self.words.settings.flow_factor
            if not math.isfinite(self.pair[c.RATIO]):
                return "each is that of its own period"
            if self._nested():
                return f"the rest of the longer needs no more than {factor:g} times {_OTHER_RATE}"
            return f"the rates over them stay within a factor of {factor:g}"
        if self._total():
            grows = f"a {self._total()} only grows, at any pace"
            return grows if self._rises() else f"a {self._total()} may fall by {self.bound()}"
        ratio, rate = self.pair[c.RATIO], self.words.value(c.GROWTH, self.left)
        as_said = math.log(ratio) <= rate * self.pair[c.YEARS] if ratio > 0 else True
        return f"{self.bound()} bridges them" + ("" if as_said else " once rounding is allowed for")

    def allowance(self) -> str:
        """What the two agree by: rounding alone, or the hedge or the margin of either."""
        low, high = self._nearest(c.ROUNDED_LOWER, c.ROUNDED_UPPER)
        if not bool(apart(np.array([low]), np.array([high]))[0]):
            return "rounding is"
        rows = (self.left, self.right)
        margin = any(math.isfinite(self.words.value(c.DEVIATION, row)) for row in rows)
        hedge = any(self.words.columns[c.APPROXIMATE][row] for row in rows)
        named = [name for name, has in (("the hedge", hedge), ("the margin", margin)) if has]
        return " and ".join(named) + (" are" if len(named) > 1 else " is")

    def slip_factor(self) -> str:
        """The factor of the slip."""
        factor = self.pair[c.FACTOR]
        return _MAGNITUDES.get(factor, f"{factor:.4g}")

    def chance(self) -> str:
        """How often two such figures stand in one given factor by accident."""
        width = 0.0
        for row in (self.left, self.right):
            lower, upper = (
                self.words.value(name, row) for name in (c.ROUNDED_LOWER, c.ROUNDED_UPPER)
            )
            if lower > 0 and math.isfinite(upper):
                width += math.log10(upper / lower)
        return f"{min(width, 1.0) * 100:.2g} %"

    def shared(self) -> str:
        """The values that both say."""
        low, high = self._nearest(c.SAID_LOWER, c.SAID_UPPER)
        return self._interval(low, high)

    def shared_possible(self) -> str:
        """The values that both leave possible."""
        low, high = self._nearest(c.POSSIBLE_LOWER, c.POSSIBLE_UPPER)
        return f"{self._interval(low, high)} possible"

    def _interval(self, low: float, high: float) -> str:
        low, high = min(low, high), max(low, high)
        told = wording.interval(low, high, self.words.text(c.DIMENSION, self.left))
        return told if self.words.is_dated(self.left) else f"{told} {self._base_unit()}".rstrip()

    def _told_unit(self) -> str:
        """The unit of measures that were converted, or may have been, with a space before it."""
        rows = (self.left, self.right)
        units = {self.words.text(c.UNIT, row).casefold() for row in rows}
        counted = any(self.words.columns[c.COUNTED][row] for row in rows)
        if counted or (len(units) == 1 and not any(map(self._names_a_measure, rows))):
            return ""
        return f" {self._base_unit()}".rstrip()

    def _names_a_measure(self, row: int) -> bool:
        phrase, unit = (self.words.text(name, row) for name in (c.FIGURE, c.UNIT))
        plain = self.words.text(c.DIMENSION, row).startswith(("share", "currency"))
        return not plain and bool(phrase) and not unit_beside(phrase, unit)

    def _base_unit(self) -> str:
        return self.words.text(c.BASE_UNIT, self.left)

    def _nearest(self, lower: str, upper: str) -> tuple[float, float]:
        low = max(self.words.value(lower, self.left), self.words.value(lower, self.right))
        high = min(self.words.value(upper, self.left), self.words.value(upper, self.right))
        return low, high

    def _gap(self, gap: float) -> str:
        if not gap > 0:
            return "they meet as said"
        return f"{self._distance(gap)} apart"

    def _distance(self, gap: float) -> str:
        if self.words.is_dated(self.left):
            return wording.counted(round(gap), "day")
        return f"{wording.number(gap)} {self._base_unit()}".rstrip()

    def _additive(self) -> bool:
        return bool(self.words.columns[c.ADDITIVE][self.left])

    def _is_timed(self, row: int) -> bool:
        return not math.isnan(self.words.value(c.TIME_START, row))

    def _is_day(self, row: int) -> bool:
        return self.words.value(c.TIME_START, row) == self.words.value(c.TIME_END, row)

    def _is_flow(self) -> bool:
        return "flow" in {self.words.text(c.MEASURE_KIND, row) for row in (self.left, self.right)}

    def _is_over_periods(self) -> bool:
        firsts = (self.words.value(c.PERIOD_START, row) for row in (self.left, self.right))
        return self._is_flow() and not any(math.isnan(first) for first in firsts)

    def _total(self) -> str:
        """What to call a total that only grows; empty where it is none."""
        if self._is_flow():
            return "" if self._is_over_periods() else "running total"
        return "tally" if self.words.text(c.MEASURE_KIND, self.left) == "tally" else ""

    def _rises(self) -> bool:
        """Whether the larger figure is the later one."""
        return self.words.value(c.TIME_START, self.right) > self.words.value(c.TIME_END, self.left)

    def _periods(self) -> tuple[Period, Period]:
        return Period.of(self.words, self.left), Period.of(self.words, self.right)

    def _nested(self) -> bool:
        left, right = self._periods()
        return left.holds(right) or right.holds(left)

    def _constant_note(self) -> str:
        rows = (self.left, self.right)
        first, last = ([self.words.value(name, row) for row in rows]
                       for name in (c.TIME_START, c.TIME_END))  # fmt: skip
        if self.words.is_dated(self.left) or not max(first) > min(last):
            return ""
        measure = self.words.text(c.MEASURE, self.left)
        return f"; compared whatever their times, since “{measure}” is held constant"


def _across_zero(low: float, high: float) -> str:
    """Two figures that no ratio relates: one of them nothing, or one on either side of it."""
    if low == 0 or high == 0:
        return f"{wording.number(low or high)} against zero"
    return f"{wording.number(high)} and {wording.number(low)} have opposite signs"
