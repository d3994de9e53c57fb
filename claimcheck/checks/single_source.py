"""A quantity is mentioned several times, and all goes back to one.

All mentions have one origin, or stand in one document. Repetition is no confirmation.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from claimcheck.checks.check import Case, Check, Flags, Hits, Over, Rows, grouped_hits, said
from claimcheck.tables import columns as c
from claimcheck.values.relation import Level


def one_voice(claims: pd.DataFrame) -> Hits:
    """The quantities of several mentions that have one origin or one document."""
    rows = np.flatnonzero(~claims[c.READING].isin(["unparsed", "no-figure"]).to_numpy())
    quantity = claims[c.QUANTITY_CODE].to_numpy()
    mentions = np.bincount(quantity[rows], minlength=int(quantity.max(initial=-1)) + 1)
    one = np.zeros(len(mentions), bool)
    for voice in (c.ORIGIN_CODE, c.SOURCE_CODE):
        one |= _is_one(quantity[rows], claims[voice].to_numpy()[rows], len(mentions))
    return grouped_hits(rows, quantity[rows], np.flatnonzero(one & (mentions > 1)))


def _is_one(quantity: Rows, voice: Rows, count: int) -> Flags:
    """Whether all mentions of each quantity have one voice, shape (count,)."""
    last = np.zeros(count, np.int64)
    last[quantity] = voice
    others = np.bincount(quantity, weights=voice != last[quantity], minlength=count)
    return others == 0


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
