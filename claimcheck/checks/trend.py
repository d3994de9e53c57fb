"""One document or one origin gives figures for three or more times.

Together they are a series. The rate from each to the next is shown; a series that jumps is worth a
look, but it is no contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from claimcheck.checks.check import Case, Check, Floats, Hits, Over, Rows, said
from claimcheck.tables import columns as c
from claimcheck.tables.kinds import CONSTANT, kind_codes
from claimcheck.values.relation import Level

LEAST_TIMES = 3


def series(claims: pd.DataFrame) -> Hits:
    """The series of three times or more, in the order of their times."""
    dated = claims[c.VOTES].to_numpy() & ~np.isnan(claims[c.TIME_START].to_numpy())
    rows = np.flatnonzero(dated & (kind_codes(claims) != CONSTANT))
    start, end = claims[c.TIME_START].to_numpy(), claims[c.TIME_END].to_numpy()
    rows = rows[np.lexsort((end[rows], start[rows]))]
    members: dict[tuple[int, ...], None] = {}
    source, origin = claims[c.SOURCE_CODE].to_numpy(), claims[c.ORIGIN_CODE].to_numpy()
    alike = np.array_equal(source[rows], origin[rows])
    for voice in (c.SOURCE_CODE,) if alike else (c.SOURCE_CODE, c.ORIGIN_CODE):
        members |= dict.fromkeys(_series_of(claims, rows, start, voice))
    return Hits.of([list(found) for found in members])


def _series_of(
    claims: pd.DataFrame, rows: Rows, start: Floats, voice: str
) -> Iterator[tuple[int, ...]]:
    """The claims of one quantity and one *voice* at three times or more; *rows* are in order."""
    voices = claims[voice].to_numpy()[rows]
    key = claims[c.QUANTITY_CODE].to_numpy()[rows] * (int(voices.max(initial=0)) + 1) + voices
    code, _ = pd.factorize(key)
    often = np.bincount(code)[code] >= LEAST_TIMES
    rows, code = rows[often], code[often]
    order = np.argsort(code, kind="stable")
    rows, code = rows[order], code[order]
    first = np.r_[True, code[1:] != code[:-1]][: len(rows)]
    new_time = first | np.r_[True, start[rows[1:]] != start[rows[:-1]]][: len(rows)]
    cuts = np.flatnonzero(first)
    times = np.add.reduceat(new_time.astype(np.int64), cuts) if len(rows) else np.zeros(0)
    for part, count in zip(np.split(rows, cuts[1:]), times.tolist(), strict=False):
        if count >= LEAST_TIMES:
            yield tuple(part.tolist())


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
