"""The figures of claims brought to one unit a topic."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from claimcheck.comparisons.readings import LOWER_GRAIN, PHRASE_UNIT, UNPARSED, UPPER_GRAIN
from claimcheck.comparisons.units import Scale, scale_of
from claimcheck.tables import columns as c
from claimcheck.tables.frames import beside

Codes = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_FACTOR, _OFFSET = "factor", "offset"


def with_scales(table: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """Add base_unit, dimension, counted, factor and offset of each claim's unit.

    A phrase that names another measured unit of the same dimension is read in that unit; one of
    another dimension cannot be read.

    Args:
        table: Claims with unit, reading and unread.
        figures: What was read from their phrases, on the same index.
    """
    column, spoken_code = _factorized(table[c.UNIT]), _factorized(figures[PHRASE_UNIT])
    written, phrases = _scales(column[1]), _scales(spoken_code[1])
    pair = column[0] * len(phrases) + spoken_code[0]
    code, distinct = pd.factorize(pair)
    chosen = [_read_in(written[p // len(phrases)], phrases[p % len(phrases)]) for p in distinct]
    scales = [scale for scale, _ in chosen]
    table = table.copy(deep=False)
    table[c.BASE_UNIT] = _words([scale.unit for scale in scales], code)
    table[c.DIMENSION] = _words([scale.dimension for scale in scales], code)
    table[c.COUNTED] = np.array([scale.counted for scale in scales], bool)[code]
    factors = {
        _FACTOR: np.array([scale.factor for scale in scales], np.float64)[code],
        _OFFSET: np.array([scale.offset for scale in scales], np.float64)[code],
    }
    table = beside(table, factors)
    faults = np.array([fault for _, fault in chosen], dtype=object)[code]
    foreign = faults != ""
    if foreign.any():
        table.loc[foreign, c.READING] = UNPARSED
        table.loc[foreign, c.UNREAD] = faults[foreign]
    return table


def in_common_unit(table: pd.DataFrame, figures: pd.DataFrame, topic: Codes) -> pd.DataFrame:
    """Add the figures in the unit that most claims of their topic are in.

    Args:
        table: Claims with the columns of ``with_scales``, of which factor and offset are dropped.
        figures: What was read from their phrases, on the same index; what is brought to another
            unit is taken out of it, which a million claims need.
        topic: Codes of the topics, shape (n,).
    """
    unit = table[c.BASE_UNIT].cat.codes.to_numpy().astype(np.int64)
    names = table[c.BASE_UNIT].cat.categories.to_numpy(dtype=object)
    factor, offset = table[_FACTOR].to_numpy(), table[_OFFSET].to_numpy()
    table = table.drop(columns=[_FACTOR, _OFFSET])
    target = commonest_unit(topic, unit, names)
    factors, offsets = np.ones(len(names)), np.zeros(len(names))
    factors[unit], offsets[unit] = factor, offset
    moved = unit != target
    ratio = np.where(moved, factor / factors[target], 1.0)
    shift = np.where(moved, (offset - offsets[target]) / factors[target], 0.0)
    table[c.BASE_UNIT] = pd.Categorical.from_codes(target, table[c.BASE_UNIT].cat.categories)
    table[c.COUNTED] = table[c.COUNTED].to_numpy() & ~moved
    made: dict[str, npt.NDArray[np.generic]] = {}
    for column, said in ((c.LOWER, c.SAID_LOWER), (c.UPPER, c.SAID_UPPER), (c.BEST, c.SAID_BEST)):
        made[said] = figures.pop(column).to_numpy() * ratio + shift
    for grain in (LOWER_GRAIN, UPPER_GRAIN, c.DEVIATION, c.GRAIN):
        made[grain] = figures.pop(grain).to_numpy() * ratio
    made[c.UNIT_FACTOR] = factors[target]
    made[c.DIGITS] = figures[c.DIGITS].to_numpy(np.int8)
    return beside(table, made)


def commonest_unit(group: Codes, unit: Codes, names: npt.NDArray[np.object_]) -> Codes:
    """Code of the unit that most claims of each claim's group are in; ties go to the first name.

    Args:
        group: Codes of the groups, shape (n,).
        unit: Codes of the units, shape (n,).
        names: Names of the units, by code.

    Returns:
        Unit codes, shape (n,).
    """
    if len(names) <= 1:
        return unit
    by_name = np.argsort(names)
    rank = np.argsort(by_name)
    pairs, often = np.unique(group * len(names) + rank[unit], return_counts=True)
    of_group, of_rank = np.divmod(pairs, len(names))
    order = np.lexsort((-of_rank, often, of_group))
    best = np.zeros(int(group.max(initial=-1)) + 1, np.int64)
    best[of_group[order]] = of_rank[order]
    return by_name[best[group]]


def _read_in(written: Scale, spoken: Scale) -> tuple[Scale, str]:
    """The scale to read a phrase in, and why it cannot be read; empty where it can."""
    if spoken.unit in {"", written.unit} or spoken.counted or written.counted:
        return written, ""
    if spoken.dimension == written.dimension:
        return spoken, ""
    return written, f"the phrase is in {spoken.unit}, the unit column says {written.unit}"


def _factorized(texts: pd.Series[str]) -> tuple[Codes, list[str]]:
    code, distinct = pd.factorize(texts)
    return code.astype(np.int64), [str(text) for text in distinct]


def _scales(units: list[str]) -> list[Scale]:
    return [scale_of(unit) for unit in units]


def _words(words: list[str], code: Codes) -> pd.Categorical:
    distinct = sorted(set(words))
    place = np.array([distinct.index(word) for word in words], np.int64)
    return pd.Categorical.from_codes(place[code], pd.Index(distinct, dtype="str"))
