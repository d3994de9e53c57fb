"""A figure has no date, where others of the same quantity have one.

A stock without a time is compared as if it were of the time of each other; a date would tell a
conflict from a change.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from claimcheck.checks.check import Case, Check, Flags, Over, said
from claimcheck.tables import columns as c
from claimcheck.tables.kinds import STOCK, kind_codes
from claimcheck.values.relation import Level


def dateless_among_dated(claims: pd.DataFrame) -> Flags:
    """Mask of the stocks that have no time while others of their quantity have one."""
    stock = claims[c.VOTES].to_numpy() & (kind_codes(claims) == STOCK)
    dated = stock & ~np.isnan(claims[c.TIME_START].to_numpy())
    quantity = claims[c.QUANTITY_CODE].to_numpy()
    return stock & ~dated & np.isin(quantity, quantity[dated])


CHECK = Check(
    name="undated",
    level=Level.WARNING,
    over=Over.CLAIMS,
    message="{claim} has no date, while others of this quantity have one",
    hint="find out for when the figure is meant; it may not contradict the others at all",
    find=dateless_among_dated,
    cases=(
        Case((said("233,178", "a"), said("284,761", "b", as_of="2002")), flagged=True),
        Case((said("233,178", "a"), said("284,761", "b")), flagged=False),
    ),
    why=__doc__,
)
