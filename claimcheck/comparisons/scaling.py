"""The figures of claims brought to one unit a topic."""

from __future__ import annotations

from collections import Counter

import numpy as np
import numpy.typing as npt
import pandas as pd
from attrs import evolve

from claimcheck.comparisons.readings import (
    LOWER_GRAIN,
    PHRASE_UNIT,
    PLAIN_UNIT,
    UNPARSED,
    UPPER_GRAIN,
)
from claimcheck.comparisons.units import SHARE, Scale, scale_of
from claimcheck.tables import columns as c
from claimcheck.tables.frames import beside
from claimcheck.tables.measures import all_folded

Codes = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_FACTOR, _OFFSET = "factor", "offset"
_GIVEN_UNIT, _GIVEN = "given_unit", ("given_factor", "given_offset")


def with_scales(table: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """Add base_unit, dimension, counted, factor and offset of each claim's unit.

    A phrase that names another unit of the same dimension is read in that unit; one of another
    dimension cannot be read. A noun that no table knows may count what any unit counts.

    Args:
        table: Claims with subject, measure, place, reading and unread.
        figures: What was read from their phrases, on the same index.
    """
    plain = named_units(table, figures[PLAIN_UNIT])
    column, spoken_code = _factorized(plain), _factorized(figures[PHRASE_UNIT])
    written, phrases = _scales(column[1]), _scales(spoken_code[1])
    pair = column[0] * len(phrases) + spoken_code[0]
    code, distinct = pd.factorize(pair)
    spoken = [phrases[p % len(phrases)] for p in distinct]
    columns = [written[p // len(phrases)] for p in distinct]
    given = [one if one.unit else phrase for one, phrase in zip(columns, spoken, strict=True)]
    chosen = [_read_in(one, phrase) for one, phrase in zip(given, spoken, strict=True)]
    scales = [scale for scale, _ in chosen]
    names = sorted({scale.unit for scale in (*scales, *given)})
    table = table.copy(deep=False)
    table[c.BASE_UNIT] = _words([scale.unit for scale in scales], code, names)
    table[c.DIMENSION] = _words([scale.dimension for scale in scales], code)
    table[c.COUNTED] = np.array([scale.counted for scale in scales], bool)[code]
    table[_GIVEN_UNIT] = _words([scale.unit for scale in given], code, names)
    factors = {
        _FACTOR: np.array([scale.factor for scale in scales], np.float64)[code],
        _OFFSET: np.array([scale.offset for scale in scales], np.float64)[code],
        _GIVEN[0]: np.array([scale.factor for scale in given], np.float64)[code],
        _GIVEN[1]: np.array([scale.offset for scale in given], np.float64)[code],
    }
    table = beside(table, factors)
    faults = np.array([fault for _, fault in chosen], dtype=object)[code]
    foreign = faults != ""
    if foreign.any():
        table.loc[foreign, c.READING] = UNPARSED
        table.loc[foreign, c.UNREAD] = faults[foreign]
    return table


def in_common_unit(table: pd.DataFrame, figures: pd.DataFrame, topic: Codes) -> pd.DataFrame:
    """Add the figures in the unit that most claims of their topic are given in.

    Args:
        table: Claims with the columns of ``with_scales``, of which those of no further use are
            dropped.
        figures: What was read from their phrases, on the same index; what is brought to another
            unit is taken out of it, which a million claims need.
        topic: Codes of the topics, shape (n,).
    """
    unit = table[c.BASE_UNIT].cat.codes.to_numpy().astype(np.int64)
    given = table[_GIVEN_UNIT].cat.codes.to_numpy().astype(np.int64)
    names = table[c.BASE_UNIT].cat.categories.to_numpy(dtype=object)
    factor, offset = table[_FACTOR].to_numpy(), table[_OFFSET].to_numpy()
    target = commonest_unit(topic, given, names)
    factors, offsets = np.ones(len(names)), np.zeros(len(names))
    factors[given], offsets[given] = (table[name].to_numpy() for name in _GIVEN)
    table = table.drop(columns=[_FACTOR, _OFFSET, _GIVEN_UNIT, *_GIVEN])
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


def named_units(table: pd.DataFrame, units: pd.Series[str]) -> pd.Series[str]:
    """The units, with one for those that only multiply ("in thousands").

    That is the commonest unit of the claims of the same subject, measure and place, if these have
    one dimension; else there is none.

    Args:
        table: Claims with subject, measure and place.
        units: What remains of the unit of each, on the same index.
    """
    nameless = (units == "").to_numpy()
    if not nameless.any():
        return units
    names = [all_folded(table[column].tolist()) for column in (c.SUBJECT, c.MEASURE, c.PLACE)]
    topics = ["\0".join(parts) for parts in zip(*names, strict=True)]
    wanted = {topics[row] for row in np.flatnonzero(nameless)}
    often: dict[str, Counter[str]] = {topic: Counter() for topic in wanted}
    for topic, unit in zip(topics, units, strict=True):
        if unit and topic in wanted:
            often[topic][unit] += 1
    found = {topic: _only_unit(counts) for topic, counts in often.items()}
    filled = [unit or found[topic] for unit, topic in zip(units, topics, strict=True)]
    return pd.Series(filled, index=units.index, dtype="str")


def _only_unit(counts: Counter[str]) -> str:
    """The commonest of some units of one dimension; empty where they have several, or none."""
    if len({scale_of(unit).dimension for unit in counts}) != 1:
        return ""
    return min(counts, key=lambda unit: (-counts[unit], unit))


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
    """The scale to read a phrase in, and why it cannot be read; empty where it can.

    A phrase may leave out below what a unit is ("$5" a kg), or of what a share is one.
    """
    known = spoken.listed and written.listed
    if not known or spoken.unit in {"", written.unit}:
        return written, ""
    if spoken.dimension == written.dimension:
        return spoken, ""
    if spoken.dimension == SHARE and written.dimension.startswith(f"{SHARE} "):
        name = f"{spoken.unit} ({written.dimension.removeprefix(SHARE).strip()})"
        return evolve(spoken, unit=name, dimension=written.dimension), ""
    if written.dimension.startswith(f"{spoken.dimension}/"):
        return written, ""
    return written, f"the phrase is in {spoken.unit}, the unit column says {written.unit}"


def _factorized(texts: pd.Series[str]) -> tuple[Codes, list[str]]:
    code, distinct = pd.factorize(texts)
    return code.astype(np.int64), [str(text) for text in distinct]


def _scales(units: list[str]) -> list[Scale]:
    return [scale_of(unit) for unit in units]


def _words(words: list[str], code: Codes, categories: list[str] | None = None) -> pd.Categorical:
    """Words by code as a categorical; of *categories*, sorted, where there are others too."""
    distinct = sorted(set(words)) if categories is None else categories
    place = np.array([distinct.index(word) for word in words], np.int64)
    return pd.Categorical.from_codes(place[code], pd.Index(distinct, dtype="str"))
