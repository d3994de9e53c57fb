"""From the claim table to the pair table: how every two figures of a topic stand to each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from attrs import fields, frozen

from claimcheck.comparisons.bridging import Bridge, Side, bridge
from claimcheck.comparisons.origins import Origins
from claimcheck.comparisons.slips import digit_slip, magnitude_factor, unit_factor
from claimcheck.settings import Settings
from claimcheck.tables import columns as c
from claimcheck.tables.gaps import additive_severity, apart, ratio, severity
from claimcheck.tables.groups import Groups
from claimcheck.tables.kinds import (
    DIGIT_SLIP,
    MAGNITUDE_SLIP,
    NO_SLIP,
    STOCK,
    UNIT_SLIP,
    kind_codes,
)
from claimcheck.tables.pairing import deepest_pairs, listed_pairs
from claimcheck.values.relation import Relation

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int64]

RELATIONS = tuple(Relation)


@frozen(eq=False)
class Figures:
    """What a comparison reads of each claim: arrays of shape (n,), named as the columns are."""

    said_lower: Floats
    said_upper: Floats
    said_best: Floats
    possible_lower: Floats
    possible_upper: Floats
    rounded_lower: Floats
    rounded_upper: Floats
    time_start: Floats
    time_end: Floats
    period_start: Floats
    period_end: Floats
    is_vague: Flags
    measure_kind: npt.NDArray[np.int8]
    additive: Flags
    quantity_code: Rows
    origin_code: Rows
    source_code: Rows
    own_voice: Flags
    asserts: Flags
    growth: Floats
    scale: Floats
    dimension: npt.NDArray[np.object_]

    @classmethod
    def of(cls, claims: pd.DataFrame) -> Figures:
        """The arrays of *claims*."""
        made: dict[str, Any] = {
            "measure_kind": kind_codes(claims),
            "asserts": (claims[c.STANCE] == "asserts").to_numpy(),
        }
        return cls(
            **{
                attribute.name: made[attribute.name]
                if attribute.name in made
                else claims[attribute.name].to_numpy()
                for attribute in fields(cls)
            }
        )

    def take(self, rows: Rows) -> Figures:
        """The same arrays at *rows*."""
        return Figures(
            **{attribute.name: getattr(self, attribute.name)[rows] for attribute in fields(Figures)}
        )


def compare_all(claims: pd.DataFrame, origins: Origins, settings: Settings) -> pd.DataFrame:
    """Compare every two voting figures of a topic.

    Quantities of more than ``listed_claims`` claims are not listed by pairs but by their
    ``deepest_pairs``; topics of more than that are listed quantity by quantity.

    Args:
        claims: Claims as read (``comparisons.claims``).
        origins: Who stands behind them.
        settings: The constants to use.

    Returns:
        One row a pair; left_row and right_row are positions in *claims*, the smaller figure left.
    """
    figures = Figures.of(claims)
    topic = claims[c.TOPIC_CODE].to_numpy()
    tables = [
        compare(figures, left, right, origins, settings)
        for left, right in _pairs_to_compare(figures, topic, claims[c.VOTES].to_numpy(), settings)
    ]
    if not tables:
        nothing = np.zeros(0, np.int64)
        return compare(figures, nothing, nothing, origins, settings)
    return tables[0] if len(tables) == 1 else pd.concat(tables, ignore_index=True)


def _pairs_to_compare(
    figures: Figures, topic: Rows, votes: Flags, settings: Settings
) -> Iterator[tuple[Rows, Rows]]:
    quantity = figures.quantity_code
    crowded = np.bincount(quantity) > settings.listed_claims if len(quantity) else np.zeros(0, bool)
    listed = np.flatnonzero(votes & ~crowded[quantity])
    if len(listed):
        wide = np.bincount(topic[listed]) > settings.listed_claims
        by_quantity = wide[topic[listed]]
        for rows, codes in (
            (listed[~by_quantity], topic[listed[~by_quantity]]),
            (listed[by_quantity], quantity[listed[by_quantity]]),
        ):
            yield from _listed(rows, codes, settings.listed_claims)
    summarised = np.flatnonzero(votes & crowded[quantity])
    if len(summarised):
        code, _ = pd.factorize(quantity[summarised])
        groups = Groups.of(code.astype(np.int64), int(code.max()) + 1)
        left, right = deepest_pairs(
            figures.possible_lower[summarised],
            figures.possible_upper[summarised],
            groups,
            np.arange(len(groups.sizes)),
            limit=settings.deepest_pairs,
        )
        yield summarised[left], summarised[right]


def _listed(rows: Rows, codes: Rows, cap: int) -> Iterator[tuple[Rows, Rows]]:
    if not len(rows):
        return
    dense, _ = pd.factorize(codes)
    order = np.argsort(dense, kind="stable")
    groups = Groups.of(dense[order].astype(np.int64), int(dense.max()) + 1)
    for left, right in listed_pairs(groups, cap):
        yield rows[order[left]], rows[order[right]]


def compare(
    figures: Figures, left: Rows, right: Rows, origins: Origins, settings: Settings
) -> pd.DataFrame:
    """Compare the figures at *left* with those at *right*, shape (m,) each.

    Returns:
        One row a pair: left_row, right_row (the smaller figure left), relation (code in
        ``RELATIONS``), same_scope, meets, ratio (of the nearest ends as said), gap (the same as a
        difference; NaN on scales where ratios count), severity, independent, same_document,
        self_made (one document in its own voice, or one origin in it), known_times, explained,
        implausible, years, rate (per year; NaN where not known), slip (code) and factor.
    """
    swap = _key(figures, left) > _key(figures, right)
    left, right = np.where(swap, right, left), np.where(swap, left, right)
    a, b = figures.take(left), figures.take(right)
    said_low = np.maximum(a.said_lower, b.said_lower)
    said_high = np.minimum(a.said_upper, b.said_upper)
    low = np.maximum(a.possible_lower, b.possible_lower)
    high = np.minimum(a.possible_upper, b.possible_upper)
    meets, meets_said = ~apart(low, high), ~apart(said_low, said_high)
    said_ratio, possible_ratio = ratio(said_low, said_high), ratio(low, high)
    same_scope = a.quantity_code == b.quantity_code
    one_origin = a.origin_code == b.origin_code
    times = bridge(
        _side(a),
        _side(b),
        one_origin=one_origin,
        ratio=possible_ratio,
        said_ratio=said_ratio,
        growth=a.growth,
        flow_factor=settings.flow_factor,
        series_limit=settings.series_limit,
    )
    explained = times.explained & ~meets & same_scope
    conflicting = ~meets & ~explained & same_scope
    slip, factor = _slips(a, b, conflicting & ~times.implausible)
    severities = np.where(a.additive, additive_severity(low, high, a.scale), severity(times.excess))
    same_document = a.source_code == b.source_code
    credited = a.own_voice != b.own_voice
    independent = (
        ~one_origin & ~(same_document & credited) & ~origins.are_kin(a.origin_code, b.origin_code)
    )
    return pd.DataFrame(
        {
            c.LEFT_ROW: left,
            c.RIGHT_ROW: right,
            c.RELATION: _relations(
                a, b, meets, meets_said, same_scope, explained, slip, possible_ratio, settings
            ),
            c.SAME_SCOPE: same_scope,
            c.MEETS: meets,
            c.MEETS_SAID: meets_said,
            c.RATIO: np.where(a.additive, np.nan, said_ratio),
            c.GAP: np.where(a.additive & ~meets_said, said_low - said_high, np.nan),
            c.SEVERITY: np.where(explained | meets, 0.0, severities),
            c.INDEPENDENT: independent,
            c.SELF_MADE: same_document & ((a.asserts & b.asserts) | one_origin),
            c.KNOWN_TIMES: times.known,
            c.EXPLAINED: explained,
            c.IMPLAUSIBLE: times.implausible & conflicting,
            c.YEARS: times.years,
            c.RATE: _rates(a, b, times),
            c.SLIP: slip,
            c.FACTOR: factor,
        },
        copy=False,
    )


def _key(figures: Figures, rows: Rows) -> Floats:
    upper, lower = figures.said_upper[rows], figures.said_lower[rows]
    return np.where(np.isinf(upper), lower, upper)


def _side(figures: Figures) -> Side:
    return Side(
        lower=figures.possible_lower,
        upper=figures.possible_upper,
        start=figures.time_start,
        end=figures.time_end,
        first=figures.period_start,
        last=figures.period_end,
        vague=figures.is_vague,
        kind=figures.measure_kind,
    )


def _slips(a: Figures, b: Figures, conflicting: Flags) -> tuple[npt.NDArray[np.int8], Floats]:
    """Which slip would explain each conflict, and its factor (0 where none)."""
    slip, factor = np.zeros(len(conflicting), np.int8), np.zeros(len(conflicting))
    rows = np.flatnonzero(conflicting & ~a.additive & (a.said_upper > 0) & (b.said_lower > 0))
    if not len(rows):
        return slip, factor
    a, b = a.take(rows), b.take(rows)
    single = ~np.isnan(a.said_best) & ~np.isnan(b.said_best)
    a_half = _half_width(a), _half_width(a)
    b_half = _half_width(b), _half_width(b)
    low = a.said_best - a_half[0], a.said_best + a_half[1]
    high = b.said_best - b_half[0], b.said_best + b_half[1]
    power = np.where(single, magnitude_factor(low, high), 0.0)
    power = np.where(single, power, _range_factor(a, b))
    points = (a.said_lower == a.said_upper) & (b.said_lower == b.said_upper)
    unit, _ = unit_factor(low, high, a.dimension)
    digits = points & digit_slip(a.said_best, b.said_best)
    unit = np.where(points, unit, 0.0)
    kind = np.select(
        [power > 0, unit > 0, digits], [MAGNITUDE_SLIP, UNIT_SLIP, DIGIT_SLIP], NO_SLIP
    )
    slip[rows] = kind
    factor[rows] = np.select([power > 0, unit > 0], [power, unit], 0.0)
    return slip, factor


def _half_width(figures: Figures) -> Floats:
    """Half of what rounding leaves of a single value; 0 for the best value of a range."""
    point = figures.said_lower == figures.said_upper
    return np.where(point, (figures.rounded_upper - figures.rounded_lower) / 2, 0.0)


def _range_factor(a: Figures, b: Figures) -> Floats:
    """The power of ten in which both ends of two ranges stand, else 0."""
    closed = (
        np.isfinite(a.said_lower) & np.isfinite(b.said_upper)
        & np.isfinite(a.said_upper) & (a.said_lower > 0)
    )  # fmt: skip
    by_lower = magnitude_factor(
        _rounded(a.said_lower, a.rounded_lower), _rounded(b.said_lower, b.rounded_lower)
    )
    by_upper = magnitude_factor(
        _rounded(a.said_upper, a.rounded_upper), _rounded(b.said_upper, b.rounded_upper)
    )
    return np.where(closed & (by_lower == by_upper), by_lower, 0.0)


def _rounded(said: Floats, end: Floats) -> tuple[Floats, Floats]:
    with np.errstate(invalid="ignore"):
        half = np.nan_to_num(np.abs(said - end))
    return said - half, said + half


def _relations(
    a: Figures,
    b: Figures,
    meets: Flags,
    meets_said: Flags,
    same_scope: Flags,
    explained: Flags,
    slip: npt.NDArray[np.int8],
    possible_ratio: Floats,
    settings: Settings,
) -> npt.NDArray[np.int8]:
    same = (
        ~apart(np.maximum(a.said_lower, b.said_lower), np.minimum(a.said_lower, b.said_lower))
        & ~apart(np.maximum(a.said_upper, b.said_upper), np.minimum(a.said_upper, b.said_upper))
    )  # fmt: skip
    one_sided = (np.isinf(a.said_lower) != np.isinf(a.said_upper)) | (
        np.isinf(b.said_lower) != np.isinf(b.said_upper)
    )
    cases = {
        Relation.DIFFERENT_SCOPE: ~same_scope,
        Relation.OPPOSITE_SIGN: ~meets & (a.said_upper < 0) & (b.said_lower > 0),
        Relation.IDENTICAL: meets_said & same,
        Relation.AGREE_WITHIN_ROUNDING: meets & ~meets_said,
        Relation.ONE_SIDED_COMPATIBLE: meets & one_sided,
        Relation.CONTAINS: meets & (a.said_lower <= b.said_lower) & (a.said_upper >= b.said_upper),
        Relation.WITHIN: meets & (b.said_lower <= a.said_lower) & (b.said_upper >= a.said_upper),
        Relation.OVERLAP: meets,
        Relation.EXPLAINED_BY_TIME: explained,
        Relation.SUSPECTED_SLIP: slip > 0,
        Relation.NEAR: possible_ratio <= settings.near,
    }
    codes = [RELATIONS.index(relation) for relation in cases]
    other = RELATIONS.index(Relation.DISJOINT)
    return np.select(list(cases.values()), codes, other).astype(np.int8)


def _rates(a: Figures, b: Figures, times: Bridge) -> Floats:
    """Yearly rate of change between single values, from the middle of the one time to the other."""
    a_value = np.where(np.isnan(a.said_best), _middle(a.said_lower, a.said_upper), a.said_best)
    b_value = np.where(np.isnan(b.said_best), _middle(b.said_lower, b.said_upper), b.said_best)
    years = (_middle(b.time_start, b.time_end) - _middle(a.time_start, a.time_end)) / 365.2425
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        rate = (b_value / a_value) ** (1 / years) - 1
    usable = times.known & (a_value > 0) & (b_value > 0) & (years != 0)
    stock = (a.measure_kind == STOCK) | (times.years > 0)
    return np.where(usable & stock & np.isfinite(rate), rate, np.nan)


def _middle(first: Floats, last: Floats) -> Floats:
    with np.errstate(invalid="ignore"):
        middle = (first + last) / 2
    return np.where(np.isinf(first), last, np.where(np.isinf(last), first, middle))
