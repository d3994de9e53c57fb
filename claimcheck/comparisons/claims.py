"""The claim table as it is compared: every claim read, timed, scaled and traced to its origin."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
from attrs import frozen

from claimcheck.comparisons.comparable import Codes, Keys, keys_of, measure_kinds, signed_measures
from claimcheck.comparisons.origins import Origins, origins_of
from claimcheck.comparisons.readings import (
    LOWER_GRAIN,
    PHRASE_TIME,
    UPPER_GRAIN,
    has_figure,
    read_figures,
)
from claimcheck.comparisons.scaling import in_common_unit, with_scales
from claimcheck.comparisons.times import flow_periods, publication_table, times_table
from claimcheck.comparisons.tolerance import Said, possible
from claimcheck.settings import Settings
from claimcheck.tables import columns as c
from claimcheck.tables.frames import beside
from claimcheck.tables.groups import joint_codes
from claimcheck.tables.kinds import kind_words

_VOTING = ("asserts", "reports")


@frozen(eq=False)
class ReadClaims:
    """The claims as read.

    Attributes:
        table: The known columns as written, and after them what was read
            (``tables/columns.py``). Columns that came along may bear the same names, and stay out.
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
    written_time = _times(claims[c.AS_OF], figures[PHRASE_TIME])
    table = claims[list(c.CLAIM_COLUMNS)].assign(
        **{c.READING: figures[c.READING], c.UNREAD: figures[c.UNREAD]}
    )
    table[c.TIME] = written_time
    table = table.join(times_table(written_time))
    table = with_scales(table, figures)
    keys = keys_of(table)
    codes = {c.QUANTITY_CODE: keys.quantity.code, c.TOPIC_CODE: keys.topic.code}
    table = beside(table, codes)
    table[c.APPROXIMATE], table[c.ANNOTATIONS] = figures[c.APPROXIMATE], figures[c.ANNOTATIONS]
    voting = claims[c.STANCE].isin(_VOTING).to_numpy()
    table[c.VOTES] = voting & has_figure(table[c.READING])
    table[c.MEASURE_KIND] = kind_words(measure_kinds(table, settings))
    signed = signed_measures(table, settings)
    table[c.ADDITIVE] = signed | (table[c.DIMENSION] == "date").to_numpy()
    table = _with_constants(table, settings)
    table = table.join(publication_table(claims[c.SOURCE_ID], sources))
    table = in_common_unit(table, figures, keys.topic.code)
    table = _with_possible(table, figures, signed, settings)
    origins = origins_of(table, sources)
    table = beside(table, _voices(origins, keys.quantity.code))
    first, last = flow_periods(table)
    table = beside(table, {c.PERIOD_START: first, c.PERIOD_END: last})
    return ReadClaims(table, keys, origins)


def _times(written: pd.Series[str], spoken: pd.Series[str]) -> pd.Series[str]:
    """The time as written; where none is, that in the phrase."""
    silent = (written == "") & (spoken != "")
    return written.mask(silent, spoken) if silent.any() else written


def _voices(origins: Origins, quantity: Codes) -> dict[str, npt.NDArray[np.generic]]:
    """Who speaks, and one code for each origin and each document within a quantity."""
    document = joint_codes(quantity, origins.source)
    alike = np.array_equal(origins.code, origins.source)
    return {
        c.ORIGIN_CODE: origins.code,
        c.SOURCE_CODE: origins.source,
        c.VOICE_CODE: document if alike else joint_codes(quantity, origins.code),
        c.DOCUMENT_CODE: document,
        c.OWN_VOICE: origins.own_voice,
    }


def _with_constants(table: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """Add the growth bound and the scale of importance that each measure has."""
    measure, measures = pd.factorize(table[c.MEASURE])
    names = [name.casefold().strip() for name in measures]
    growth = [settings.growth_by_measure.get(name, settings.growth) for name in names]
    scale = [settings.signed_scales.get(name, settings.signed_scale) for name in names]
    dated = (table[c.DIMENSION] == "date").to_numpy()
    scales = np.array(scale, np.float64)[measure]
    scales[dated] = settings.date_scale
    return beside(table, {c.GROWTH: np.array(growth, np.float64)[measure], c.SCALE: scales})


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
    return beside(
        table.drop(columns=[LOWER_GRAIN, UPPER_GRAIN]),
        {
            c.POSSIBLE_LOWER: left.lower,
            c.POSSIBLE_UPPER: left.upper,
            c.ROUNDED_LOWER: left.rounded_lower,
            c.ROUNDED_UPPER: left.rounded_upper,
        },
    )
