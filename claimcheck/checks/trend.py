"""One document or one origin gives figures for three or more times.

Together they are a series. The rate from each to the next is shown; a series that jumps is worth a
look, but it is no contradiction.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from claimcheck.checks.check import Case, Check, Hits, Over, Rows, grouped_hits, said
from claimcheck.tables import columns as c
from claimcheck.tables.groups import group_order, lexical_order
from claimcheck.tables.kinds import CONSTANT, kind_codes
from claimcheck.values.relation import Level

LEAST_TIMES = 3


def series(claims: pd.DataFrame) -> Hits:
    """The series of three times or more, in the order of their times."""
    dated = claims[c.VOTES].to_numpy() & ~np.isnan(claims[c.TIME_START].to_numpy())
    rows = np.flatnonzero(dated & (kind_codes(claims) != CONSTANT))
    source, origin = claims[c.SOURCE_CODE].to_numpy(), claims[c.ORIGIN_CODE].to_numpy()
    by_document = _series_of(claims, rows, c.DOCUMENT_CODE)
    if np.array_equal(source[rows], origin[rows]):
        return by_document
    members = [*_members(by_document), *_members(_series_of(claims, rows, c.VOICE_CODE))]
    return Hits.of([list(found) for found in dict.fromkeys(members)])


def _members(hits: Hits) -> list[tuple[int, ...]]:
    cuts = np.flatnonzero(np.diff(hits.hit)) + 1
    return [tuple(part.tolist()) for part in np.split(hits.rows, cuts) if len(part)]


def _series_of(claims: pd.DataFrame, rows: Rows, voice: str) -> Hits:
    """The claims of one quantity and one *voice* at three times or more, in order."""
    code = claims[voice].to_numpy()[rows]
    often = np.bincount(code)[code] >= LEAST_TIMES
    rows, code = rows[often], code[often]
    start, end = claims[c.TIME_START].to_numpy()[rows], claims[c.TIME_END].to_numpy()[rows]
    count = int(code.max(initial=-1)) + 1
    order = lexical_order(end, start)
    order = order[group_order(code[order], count)]
    rows, code, start = rows[order], code[order], start[order]
    new_time = np.ones(len(rows), bool)
    new_time[1:] = (code[1:] != code[:-1]) | (start[1:] != start[:-1])
    times = np.bincount(code[new_time], minlength=count)
    return grouped_hits(rows, code, np.flatnonzero(times >= LEAST_TIMES))


CHECK = Check(
    name="trend",
    level=Level.INFO,
    over=Over.GROUPS,
    message="{voice} gives a series: {steps}",
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
