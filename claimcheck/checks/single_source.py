"""A quantity is mentioned several times, and all goes back to one.

All mentions have one origin, or stand in one document. Repetition is no confirmation.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from claimcheck.checks.check import Case, Check, Hits, Over, grouped_hits, said
from claimcheck.tables import columns as c
from claimcheck.values.relation import Level


def one_voice(claims: pd.DataFrame) -> Hits:
    """The quantities of several mentions that have one origin or one document."""
    rows = np.flatnonzero(~claims[c.READING].isin(["unparsed", "no-figure"]).to_numpy())
    mentions = claims.iloc[rows].groupby(c.QUANTITY_CODE, sort=True)
    kinds = mentions[[c.ORIGIN_CODE, c.SOURCE_CODE]].agg(["min", "max", "size"])
    origin, source = kinds[c.ORIGIN_CODE], kinds[c.SOURCE_CODE]
    one = (origin["min"] == origin["max"]) | (source["min"] == source["max"])
    alone = kinds.index[one & (origin["size"] > 1)].to_numpy()
    return grouped_hits(rows, claims[c.QUANTITY_CODE].to_numpy()[rows], alone)


CHECK = Check(
    name="single-source",
    level=Level.WARNING,
    over=Over.GROUPS,
    message="{count} mentions of {quantity}, all {one_voice}",
    hint="look for a source that counted for itself before calling it confirmed",
    find=one_voice,
    cases=(
        Case((said("608", "a"), said("608", "a")), flagged=True),
        Case((said("608", "a"), said("608", "b")), flagged=False),
    ),
    why=__doc__,
)
