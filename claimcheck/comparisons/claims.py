"""The claim table as it is compared: every claim read, timed, scaled and traced to its origin."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
from attrs import frozen

from claimcheck.comparisons.comparable import Keys, keys_of, measure_kinds, signed_measures
from claimcheck.comparisons.origins import Origins, origins_of
from claimcheck.comparisons.readings import (
    LOWER_GRAIN,
    PHRASE_TIME,
    PHRASE_UNIT,
    UNPARSED,
    UPPER_GRAIN,
    has_figure,
    read_figures,
)
from claimcheck.comparisons.times import flow_periods, publication_table, times_table
from claimcheck.comparisons.tolerance import Said, possible
from claimcheck.comparisons.units import commonest_unit, scales_table
from claimcheck.settings import Settings
from claimcheck.tables import columns as c
from claimcheck.tables.kinds import kind_words

_VOTING = ("asserts", "reports")


@frozen(eq=False)
class ReadClaims:
    """The claims as read.

    Attributes:
        table: The columns as written, and after them what was read (``tables/columns.py``).
        keys: Their quantities and topics.
        origins: Who stands behind them.
    """

    table: pd.DataFrame
    keys: Keys
    origins: Origins


def read_claims(claims: pd.DataFrame, sources: pd.DataFrame, settings: Settings) -> ReadClaims:
    """Read, time, scale and trace the claims of a dossier.

    Args:
        claims: Claims with all their columns, checked.
        sources: Sources, checked; every id that the claims name is among them.
        settings: The constants to use.
    """
    figures = read_figures(claims)
    written_time = claims[c.AS_OF].where(claims[c.AS_OF] != "", figures[PHRASE_TIME])
    table = claims.assign(**{c.READING: figures[c.READING], c.UNREAD: figures[c.UNREAD]})
    table = table.join(times_table(written_time))
    table = _scaled(table, figures)
    keys = keys_of(claims, table[c.DIMENSION])
    origins = origins_of(claims, sources)
    table[c.QUANTITY_CODE], table[c.TOPIC_CODE] = keys.quantity, keys.topic
    table[c.ORIGIN_CODE], table[c.SOURCE_CODE] = origins.code, origins.source
    table[c.OWN_VOICE] = origins.own_voice
    table[c.APPROXIMATE], table[c.ANNOTATIONS] = figures[c.APPROXIMATE], figures[c.ANNOTATIONS]
    voting = claims[c.STANCE].isin(_VOTING).to_numpy()
    table[c.VOTES] = voting & has_figure(table[c.READING])
    table[c.MEASURE_KIND] = kind_words(measure_kinds(table, settings))
    signed = signed_measures(table, settings)
    table[c.ADDITIVE] = signed | (table[c.DIMENSION] == "date").to_numpy()
    table = _with_constants(table, settings)
    table = table.join(publication_table(claims[c.SOURCE_ID], sources))
    table = _in_common_unit(table, figures, keys)
    table = _with_possible(table, figures, signed, settings)
    first, last = flow_periods(table)
    return ReadClaims(table.assign(**{c.PERIOD_START: first, c.PERIOD_END: last}), keys, origins)


def _scaled(table: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """Add unit, dimension and scale; a phrase that names another unit is read in that unit."""
    column, phrase = scales_table(table[c.UNIT]), scales_table(figures[PHRASE_UNIT])
    written = column.loc[table[c.UNIT]].set_axis(table.index, axis=0)
    spoken = phrase.loc[figures[PHRASE_UNIT]].set_axis(table.index, axis=0)
    measured = (figures[PHRASE_UNIT] != "") & ~spoken["counted"] & ~written["counted"]
    other = measured & (spoken["unit"] != written["unit"])
    foreign = (other & (spoken["dimension"] != written["dimension"])).to_numpy()
    spoken_wins = (other & (spoken["dimension"] == written["dimension"])).to_numpy()
    scale = written.where(~spoken_wins, spoken) if spoken_wins.any() else written
    table = table.assign(
        **{
            c.BASE_UNIT: scale["unit"],
            c.DIMENSION: written["dimension"],
            c.COUNTED: written["counted"].astype(bool),
            "factor": scale["factor"].astype(float),
            "offset": scale["offset"].astype(float),
        }
    )
    if foreign.any():
        why = "the phrase is in " + spoken["unit"] + ", the unit column says " + written["unit"]
        table.loc[foreign, c.READING] = UNPARSED
        table.loc[foreign, c.UNREAD] = why[foreign]
    return table


def _with_constants(table: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """Add the growth bound and the scale of importance that each measure has."""
    measure, measures = pd.factorize(table[c.MEASURE])
    names = [name.casefold().strip() for name in measures]
    growth = [settings.growth_by_measure.get(name, settings.growth) for name in names]
    scale = [settings.signed_scales.get(name, settings.signed_scale) for name in names]
    dated = (table[c.DIMENSION] == "date").to_numpy()
    return table.assign(
        **{
            c.GROWTH: np.array(growth, np.float64)[measure],
            c.SCALE: np.where(dated, settings.date_scale, np.array(scale, np.float64)[measure]),
        }
    )


def _in_common_unit(table: pd.DataFrame, figures: pd.DataFrame, keys: Keys) -> pd.DataFrame:
    """Figures in the unit that most claims of their quantity's topic are in."""
    unit, names = pd.factorize(table[c.BASE_UNIT])
    factor, offset = table["factor"].to_numpy(), table["offset"].to_numpy()
    table = table.drop(columns=["factor", "offset"])
    common = commonest_unit(keys.topic, unit.astype(np.int64), np.asarray(names, dtype=object))
    target = common[keys.topic]
    by_unit = np.zeros((len(names), 2))
    by_unit[unit] = np.column_stack([factor, offset])
    times, plus = by_unit[target].T
    moved = unit != target
    ratio = np.where(moved, factor / times, 1.0)
    shift = np.where(moved, (offset - plus) / times, 0.0)
    table[c.BASE_UNIT] = pd.Series(
        np.asarray(names, dtype=object)[target], table.index, dtype="str"
    )
    for column, said in ((c.LOWER, c.SAID_LOWER), (c.UPPER, c.SAID_UPPER), (c.BEST, c.SAID_BEST)):
        table[said] = figures[column].to_numpy() * ratio + shift
    for grain in (LOWER_GRAIN, UPPER_GRAIN, c.DEVIATION):
        table[grain] = figures[grain].to_numpy() * ratio
    table[c.COUNTED] = table[c.COUNTED].to_numpy() & ~moved
    table[c.UNIT_FACTOR] = times
    table[c.DIGITS] = figures[c.DIGITS]
    table[c.GRAIN] = figures[c.GRAIN].to_numpy() * ratio
    return table


def _with_possible(
    table: pd.DataFrame,
    figures: pd.DataFrame,
    signed: npt.NDArray[np.bool_],
    settings: Settings,
) -> pd.DataFrame:
    left = possible(
        Said(
            lower=table[c.SAID_LOWER].to_numpy(),
            upper=table[c.SAID_UPPER].to_numpy(),
            best=table[c.SAID_BEST].to_numpy(),
            lower_grain=table[LOWER_GRAIN].to_numpy(),
            upper_grain=table[UPPER_GRAIN].to_numpy(),
            deviation=table[c.DEVIATION].to_numpy(),
            approximate=figures[c.APPROXIMATE].to_numpy(),
            counted=table[c.COUNTED].to_numpy(),
            signed=signed,
            dated=(table[c.DIMENSION] == "date").to_numpy(),
        ),
        settings,
    )
    return table.assign(
        **{
            c.POSSIBLE_LOWER: left.lower,
            c.POSSIBLE_UPPER: left.upper,
            c.ROUNDED_LOWER: left.rounded_lower,
            c.ROUNDED_UPPER: left.rounded_upper,
        }
    )
