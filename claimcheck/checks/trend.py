"""One document or one origin gives figures for three or more times.

Together they are a series. The rate from each to the next is shown; a series that jumps is worth a
look, but it is no contradiction.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from claimcheck.checks.check import Case, Check, Hits, Over, said
from claimcheck.tables import columns as c
from claimcheck.tables.kinds import CONSTANT, kind_codes
from claimcheck.values.relation import Level

LEAST_TIMES = 3


def series(claims: pd.DataFrame) -> Hits:
    """The series of three times or more, in the order of their times."""
    dated = claims[c.VOTES].to_numpy() & ~np.isnan(claims[c.TIME_START].to_numpy())
    rows = np.flatnonzero(dated & (kind_codes(claims) != CONSTANT))
    members: dict[tuple[int, ...], None] = {}
    for voice in (c.SOURCE_CODE, c.ORIGIN_CODE):
        for found in _series_of(claims.iloc[rows], rows, voice):
            members.setdefault(tuple(found))
    return Hits.of([list(found) for found in members])


def _series_of(claims: pd.DataFrame, rows: np.ndarray, voice: str) -> list[list[int]]:
    place = [claims[c.QUANTITY_CODE], claims[voice]]
    times = claims[c.TIME_START].groupby(place).transform("nunique").to_numpy()
    many = np.flatnonzero(times >= LEAST_TIMES)
    order = many[
        np.lexsort(
            (
                claims[c.CLAIM_ID].to_numpy(dtype=object)[many],
                claims[c.TIME_END].to_numpy()[many],
                claims[c.TIME_START].to_numpy()[many],
                claims[voice].to_numpy()[many],
                claims[c.QUANTITY_CODE].to_numpy()[many],
            )
        )
    ]
    keys = claims[[c.QUANTITY_CODE, voice]].to_numpy()[order]
    cuts = np.flatnonzero((keys[1:] != keys[:-1]).any(axis=1)) + 1
    return [part.tolist() for part in np.split(rows[order], cuts) if len(part)]


CHECK = Check(
    name="trend",
    level=Level.INFO,
    over=Over.GROUPS,
    message="{source} gives a series: {steps}",
    hint="cite the newest with its date, or the series as a whole",
    find=series,
    cases=(
        Case(
            (
                said("336", "a", as_of="2006"),
                said("416", "a", as_of="2011"),
                said("462", "a", as_of="2016"),
            ),
            flagged=True,
        ),
        Case((said("336", "a", as_of="2006"), said("416", "a", as_of="2011")), flagged=False),
    ),
    why=__doc__,
)
