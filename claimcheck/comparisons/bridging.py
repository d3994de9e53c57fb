"""What time explains between two figures, by the kind of their measure."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
import numpy.typing as npt
from attrs import fields, frozen

from claimcheck.comparisons.times import finite_span
from claimcheck.tables.kinds import CONSTANT, FLOW, STOCK, TALLY
from claimcheck.values.asof import DAYS_PER_YEAR

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Scalar = TypeVar("Scalar", bound=np.generic)


@frozen(eq=False)
class Side:
    """One side of many pairs of figures, each array of shape (n,).

    Attributes:
        lower: Least possible value.
        upper: Greatest possible value.
        start: First day of the time; NaN not known, -inf open.
        end: Last day; NaN not known, inf open.
        first: First day of the period over which a flow counts; NaN where none is known.
        last: Last day of that period.
        vague: Whether the time is marked as vague, or open.
        kind: Kind of measure (``tables.kinds``).
    """

    lower: Floats
    upper: Floats
    start: Floats
    end: Floats
    first: Floats
    last: Floats
    vague: Flags
    kind: npt.NDArray[np.int8]

    def take(self, rows: npt.NDArray[np.intp]) -> Side:
        """The same at *rows*."""
        names = [attribute.name for attribute in fields(Side)]
        return Side(**{name: getattr(self, name)[rows] for name in names})


@frozen(eq=False)
class Bridge:
    """What the times of many pairs allow, each array of shape (n,).

    Attributes:
        known: Whether both times are known.
        implausible: Whether the times differ and the change is faster than its measure allows.
        explained: Whether the times explain a gap.
        excess: The ratio of the gap that is left, for pairs that are implausible and for steps
            of a stock that are too large for a series; the plain ratio for the others.
        forbidden: Whether nested periods or a falling total forbid the gap outright.
        years: Greatest distance of the two times, in years; NaN where not known.
    """

    known: Flags
    implausible: Flags
    explained: Flags
    excess: Floats
    forbidden: Flags
    years: Floats


def bridge(
    left: Side,
    right: Side,
    *,
    one_origin: Flags,
    ratio: Floats,
    said_ratio: Floats,
    growth: Floats,
    flow_factor: float,
    series_limit: float,
) -> Bridge:
    """Judge gaps by time (DESIGN, section 4, Times).

    Args:
        left: The one side.
        right: The other side.
        one_origin: Whether one origin stands behind both.
        ratio: Ratio of the nearest possible ends.
        said_ratio: Ratio of the nearest ends as said.
        growth: Greatest yearly log rate of the measure.
        flow_factor: Factor by which the rates of flows may differ.
        series_limit: Steps of one origin of this factor or more are no series.
    """
    known = ~np.isnan(left.start) & ~np.isnan(right.start)
    kind = np.where((left.kind == FLOW) | (right.kind == FLOW), FLOW, left.kind)
    kind = np.where((left.kind == CONSTANT) | (right.kind == CONSTANT), CONSTANT, kind)
    overlap = (left.start <= right.end) & (right.start <= left.end)
    years = years_apart(left, right)
    counted = (kind == FLOW) & ~np.isnan(left.first) & ~np.isnan(right.first)
    flow = known & counted & ~(overlap & (left.vague | right.vague))

    left_is_larger = left.lower > right.upper
    left_is_later = left.start > right.end
    with np.errstate(over="ignore"):
        shrunk = np.maximum(1.0, ratio * np.exp(-growth * np.where(known, years, 0.0)))
    steady = shrunk <= 1.0 + 1e-12
    rises = left_is_larger == left_is_later
    total = (kind == TALLY) | ((kind == FLOW) & ~counted)

    periods, nowhere = np.flatnonzero(flow), np.zeros(len(flow), np.bool_)
    same, forbidden, rates = _periods(left.take(periods), right.take(periods))
    same, forbidden = _spread(same, periods, nowhere), _spread(forbidden, periods, nowhere)
    rates = _spread(rates, periods, np.ones(len(flow)))
    differ = known & np.where(flow, ~same, ~overlap)

    allowed = np.where(total, rises | steady, steady)
    allowed = np.where(flow, (rates <= flow_factor * (1 + 1e-12)) & ~forbidden, allowed)
    series = one_origin & (said_ratio < series_limit) & ~(total & ~rises) & ~forbidden
    timeless = kind == CONSTANT
    explained = differ & ~timeless & (allowed | series)
    excess = np.where(flow, np.maximum(1.0, rates / flow_factor), shrunk)
    late = differ & ~timeless & ~explained & ~forbidden
    named = one_origin & (said_ratio >= series_limit)
    return Bridge(
        known=known,
        implausible=late & ~named,
        explained=explained,
        excess=np.where(late & (~named | (kind == STOCK)), excess, ratio),
        forbidden=forbidden,
        years=np.where(known, years, np.nan),
    )


def years_apart(left: Side, right: Side) -> Floats:
    """Years between the far ends of two times; 0 where they overlap, NaN where not known."""
    first, last = finite_span(left.start, left.end)
    other_first, other_last = finite_span(right.start, right.end)
    far = np.maximum(last, other_last) - np.minimum(first, other_first)
    overlap = (left.start <= right.end) & (right.start <= left.end)
    return np.where(overlap, 0.0, far / DAYS_PER_YEAR)


def _spread(
    values: npt.NDArray[Scalar], rows: npt.NDArray[np.intp], others: npt.NDArray[Scalar]
) -> npt.NDArray[Scalar]:
    """*values* at *rows*, and what *others* say elsewhere."""
    spread = others.copy()
    spread[rows] = values
    return spread


def _periods(left: Side, right: Side) -> tuple[Flags, Flags, Floats]:
    """Whether two periods are the same, forbid the gap, and by what factor their rates differ.

    Of nested periods the longer must not have the smaller figure. Their rates are that outside the
    shorter and that inside it; those of others are each over its own period. The factor is that of
    the nearest possible rates.
    """
    same = (left.first == right.first) & (left.last == right.last)
    left_holds = (left.first <= right.first) & (left.last >= right.last)
    right_holds = (right.first <= left.first) & (right.last >= left.last)
    nested = (left_holds | right_holds) & ~same
    left_days, right_days = left.last - left.first + 1, right.last - right.first + 1
    with np.errstate(divide="ignore", invalid="ignore"):
        inside_upper = np.where(left_holds, right.upper / right_days, left.upper / left_days)
        gain = np.where(left_holds, left.lower - right.upper, right.lower - left.upper)
        outside = gain / np.abs(left_days - right_days)
        within = np.where(gain <= 0, 1.0, outside / inside_upper)
        beside = np.maximum(
            (left.lower / left_days) / (right.upper / right_days),
            (right.lower / right_days) / (left.upper / left_days),
        )
    rates = np.where(nested, within, beside)
    forbidden = nested & ((left.lower > right.upper) != left_holds)
    return same, forbidden, np.maximum(np.nan_to_num(rates, nan=1.0, posinf=np.inf), 1.0)
