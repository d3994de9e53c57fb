"""How two figures stand to each other: relation, ratio, severity, and what time explains."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from claimcheck.comparisons.bridging import Bridge, bridge, years_apart
from claimcheck.comparisons.figures import Figures
from claimcheck.comparisons.origins import Origins
from claimcheck.comparisons.slips import slips_between
from claimcheck.settings import Settings
from claimcheck.tables import columns as c
from claimcheck.tables.gaps import additive_severity, apart, ratio, severity, yearly_rate
from claimcheck.values.relation import Relation

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int64]

Scalar = TypeVar("Scalar", bound=np.generic)

RELATIONS = tuple(Relation)


def compare(
    figures: Figures, left: Rows, right: Rows, origins: Origins, settings: Settings
) -> dict[str, npt.NDArray[np.generic]]:
    """Compare the figures at *left* with those at *right*, shape (m,) each.

    Returns:
        Columns of shape (m,): left_row, right_row (the smaller figure left), same_scope, meets,
        meets_said, far_apart (an order of magnitude as said, and nothing possible in common),
        independent, self_made (one document in its own voice, or one origin in it), explained,
        implausible and slip (code).
    """
    left, right = _smaller_left(figures, left, right)
    said_low, said_high = _nearest_said(figures, left, right)
    low, high = _nearest_possible(figures, left, right)
    meets = ~apart(low, high)
    same_scope = figures.quantity_code[left] == figures.quantity_code[right]
    one_origin = figures.origin_code[left] == figures.origin_code[right]

    gap = np.flatnonzero(~meets & same_scope)
    said_ratio = ratio(said_low[gap], said_high[gap])
    ratios = ratio(low[gap], high[gap]), said_ratio
    times = _bridge(figures, left[gap], right[gap], ratios, settings)
    plain = np.flatnonzero(~times.explained & ~times.implausible)
    slips = slips_between(figures, left[gap[plain]], right[gap[plain]])
    said_ratio[plain] = np.where(np.isnan(slips.ratio), said_ratio[plain], slips.ratio)
    far = said_ratio >= settings.order_of_magnitude * (1 - 1e-12)
    same_document = figures.source_code[left] == figures.source_code[right]
    return {
        c.LEFT_ROW: left,
        c.RIGHT_ROW: right,
        c.SAME_SCOPE: same_scope,
        c.MEETS: meets,
        c.MEETS_SAID: ~apart(said_low, said_high),
        c.FAR_APART: _spread(far & ~figures.additive[left[gap]], gap, len(left)),
        c.INDEPENDENT: ~one_origin
        & ~(same_document & (figures.own_voice[left] != figures.own_voice[right]) & meets)
        & ~origins.are_kin(figures.claim[left], figures.claim[right]),
        c.SELF_MADE: same_document
        & ((figures.asserts[left] & figures.asserts[right]) | one_origin),
        c.EXPLAINED: _spread(times.explained, gap, len(left)),
        c.IMPLAUSIBLE: _spread(times.implausible, gap, len(left)),
        c.SLIP: _spread(slips.kind, gap[plain], len(left)),
    }


def measured(figures: Figures, pairs: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """What a report tells of pairs besides, on the same index.

    Args:
        figures: The figures.
        pairs: Rows of the pair table.
        settings: The constants with which they were compared.

    Returns:
        severity, relation (code in ``RELATIONS``), ratio (of the nearest ends as said, or of the
        values that slipped by a power of ten; NaN on scales without ratios), gap (between the
        nearest ends as said, on scales without ratios; NaN elsewhere), known_times (whether both
        times are), years (between the far ends of the times; NaN where not known), rate (the least
        yearly rate between the nearest ends as said, over these years; NaN where not known, where
        they meet, and for less than about a year) and factor (of the slip; 0 where none).
    """
    left, right = pairs[c.LEFT_ROW].to_numpy(), pairs[c.RIGHT_ROW].to_numpy()
    low, high = _nearest_said(figures, left, right)
    said_ratio, additive = ratio(low, high), figures.additive[left]
    known = ~np.isnan(figures.time_start[left]) & ~np.isnan(figures.time_start[right])
    years = years_apart(figures.side(left), figures.side(right))
    rates = _rates(figures, left, right, said_ratio, years)
    factor = np.zeros(len(left))
    slipped = np.flatnonzero(pairs[c.SLIP].to_numpy() > 0)
    slips = slips_between(figures, left[slipped], right[slipped])
    factor[slipped] = slips.factor
    said_ratio[slipped] = np.where(np.isnan(slips.ratio), said_ratio[slipped], slips.ratio)
    with np.errstate(invalid="ignore"):
        gap = np.where(additive & ~pairs[c.MEETS_SAID].to_numpy(), low - high, np.nan)
    severities = _severities(figures, pairs, settings)
    return pd.DataFrame(
        {
            c.SEVERITY: severities,
            c.RELATION: _relations(figures, pairs, severities, settings.near),
            c.RATIO: np.where(additive, np.nan, said_ratio),
            c.GAP: gap,
            c.KNOWN_TIMES: known,
            c.YEARS: np.where(known, years, np.nan),
            c.RATE: rates,
            c.FACTOR: factor,
        },
        index=pairs.index,
    )


def _nearest_said(figures: Figures, left: Rows, right: Rows) -> tuple[Floats, Floats]:
    """The larger of the lower ends as said, and the smaller of the upper ends."""
    low = np.maximum(figures.said_lower[left], figures.said_lower[right])
    return low, np.minimum(figures.said_upper[left], figures.said_upper[right])


def _nearest_possible(figures: Figures, left: Rows, right: Rows) -> tuple[Floats, Floats]:
    """The larger of the least possible values, and the smaller of the greatest."""
    low = np.maximum(figures.possible_lower[left], figures.possible_lower[right])
    return low, np.minimum(figures.possible_upper[left], figures.possible_upper[right])


def _bridge(
    figures: Figures,
    left: Rows,
    right: Rows,
    ratios: tuple[Floats, Floats],
    settings: Settings,
) -> Bridge:
    """What time explains between figures that are apart; no step of a signed scale is of ten.

    Args:
        figures: The figures.
        left: Rows of the ones, shape (m,).
        right: Rows of the others, shape (m,).
        ratios: Of the nearest ends that are possible, and of those as said, shape (m,) each.
        settings: The constants to use.
    """
    return bridge(
        figures.side(left),
        figures.side(right),
        one_origin=figures.origin_code[left] == figures.origin_code[right],
        ratio=ratios[0],
        said_ratio=np.where(figures.additive[left], 1.0, ratios[1]),
        growth=figures.growth[left],
        flow_factor=settings.flow_factor,
        series_limit=settings.series_limit,
    )


def _smaller_left(figures: Figures, left: Rows, right: Rows) -> tuple[Rows, Rows]:
    """Each pair with its smaller figure left; of equal ones the wider, then the earlier row."""
    left_size, right_size = figures.size[left], figures.size[right]
    swap = left_size > right_size
    tied = np.flatnonzero(left_size == right_size)
    a, b = left[tied], right[tied]
    lower, upper = figures.said_lower, figures.said_upper
    swap[tied] = (lower[a] > lower[b]) | ((lower[a] == lower[b]) & (upper[a] < upper[b]))
    return np.where(swap, right, left), np.where(swap, left, right)


def _spread(values: npt.NDArray[Scalar], rows: Rows, count: int) -> npt.NDArray[Scalar]:
    """*values* at *rows*, and zeros elsewhere, shape (count,)."""
    spread = np.zeros(count, values.dtype)
    spread[rows] = values
    return spread


def _severities(figures: Figures, pairs: pd.DataFrame, settings: Settings) -> Floats:
    """Severity of each gap: what time leaves of it; across scopes the plain one."""
    left, right = pairs[c.LEFT_ROW].to_numpy(), pairs[c.RIGHT_ROW].to_numpy()
    meets, same_scope = pairs[c.MEETS].to_numpy(), pairs[c.SAME_SCOPE].to_numpy()
    low, high = _nearest_possible(figures, left, right)
    found = np.zeros(len(left))
    plain = np.flatnonzero(~same_scope & ~meets)
    found[plain] = severity(ratio(low[plain], high[plain]))
    gap = np.flatnonzero(same_scope & ~meets)
    apart_at = left[gap], right[gap]
    ratios = ratio(low[gap], high[gap]), ratio(*_nearest_said(figures, *apart_at))
    times = _bridge(figures, *apart_at, ratios, settings)
    found[gap] = np.where(times.explained, 0.0, severity(times.excess))
    rows = np.flatnonzero(figures.additive[left] & (found > 0))
    found[rows] = additive_severity(low[rows], high[rows], figures.scale[left[rows]])
    return found


def _relations(
    figures: Figures, pairs: pd.DataFrame, severities: Floats, near: float
) -> npt.NDArray[np.int8]:
    left, right = pairs[c.LEFT_ROW].to_numpy(), pairs[c.RIGHT_ROW].to_numpy()
    lower, upper = figures.said_lower, figures.said_upper
    a_lower, a_upper, b_lower, b_upper = lower[left], upper[left], lower[right], upper[right]
    meets, meets_said = pairs[c.MEETS].to_numpy(), pairs[c.MEETS_SAID].to_numpy()
    one_sided = np.isinf(lower) != np.isinf(upper)
    possible = ratio(*_nearest_possible(figures, left, right))
    cases = {
        Relation.DIFFERENT_SCOPE: ~pairs[c.SAME_SCOPE].to_numpy(),
        Relation.OPPOSITE_SIGN: ~meets & (a_upper < 0) & (b_lower > 0),
        Relation.IDENTICAL: meets_said & _equal(a_lower, b_lower) & _equal(a_upper, b_upper),
        Relation.AGREE_WITHIN_ROUNDING: meets & ~meets_said,
        Relation.ONE_SIDED_COMPATIBLE: meets & (one_sided[left] | one_sided[right]),
        Relation.CONTAINS: meets & (a_lower <= b_lower) & (a_upper >= b_upper),
        Relation.WITHIN: meets & (b_lower <= a_lower) & (b_upper >= a_upper),
        Relation.OVERLAP: meets,
        Relation.EXPLAINED_BY_TIME: pairs[c.EXPLAINED].to_numpy(),
        Relation.SUSPECTED_SLIP: pairs[c.SLIP].to_numpy() > 0,
        Relation.NEAR: np.where(
            figures.additive[left], severities <= 1 - 1 / near, possible <= near
        ),
    }
    codes = np.array([RELATIONS.index(relation) for relation in cases], np.int8)
    other = np.int8(RELATIONS.index(Relation.DISJOINT))
    return np.select(list(cases.values()), list(codes), other)


def _equal(first: Floats, second: Floats) -> Flags:
    return (first == second) | ~apart(np.maximum(first, second), np.minimum(first, second))


def _rates(figures: Figures, left: Rows, right: Rows, times: Floats, years: Floats) -> Floats:
    """The least yearly rate between pairs apart by a ratio, from the earlier to the later."""
    falls = figures.time_start[left] > figures.time_end[right]
    usable = np.isfinite(times) & (times > 1) & ~figures.additive[left] & (years > 0)
    change = np.where(usable, np.where(falls, 1 / times, times), np.nan)
    return yearly_rate(change, years)
