"""A figure is old for the document that gives it.

Flagged for a stock that is 20 to 60 years older than its document, or that the same document
overtakes with a newer figure. One of more than 60 years is history, and stale only where the same
document goes on to a newer one.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from claimcheck.checks.check import Case, Check, Flags, Floats, Over, said
from claimcheck.settings import Settings
from claimcheck.tables import columns as c
from claimcheck.tables.kinds import STOCK, kind_codes
from claimcheck.values.asof import DAYS_PER_YEAR
from claimcheck.values.relation import Level


def out_of_date(claims: pd.DataFrame, settings: Settings) -> Flags:
    """Mask of the stocks that are old for their document, or overtaken in it."""
    start, end = claims[c.TIME_START].to_numpy(), claims[c.TIME_END].to_numpy()
    stock = claims[c.VOTES].to_numpy() & (kind_codes(claims) == STOCK) & ~np.isnan(start)
    age = (claims[c.PUBLISHED_START].to_numpy() - claims[c.LATEST_START].to_numpy()) / DAYS_PER_YEAR
    whole_years = np.nan_to_num(np.round(age, 1), nan=0.0, posinf=0.0, neginf=0.0)
    old = (whole_years >= settings.stale_years) & (whole_years <= settings.historical_years)
    overtaken = end < _newest_beside(claims, start, stock)
    return stock & (old | overtaken)


def _newest_beside(claims: pd.DataFrame, start: Floats, stock: Flags) -> Floats:
    """The latest start among the stocks of the same quantity and document, shape (n,)."""
    document = claims[c.DOCUMENT_CODE].to_numpy()
    newest = np.full(int(document.max(initial=-1)) + 1, -np.inf)
    np.maximum.at(newest, document[stock], start[stock])
    return newest[document]


CHECK = Check(
    name="stale",
    level=Level.WARNING,
    over=Over.CLAIMS,
    message="{claim} is of {when}, {staleness}",
    hint="look for a newer count, or cite the figure with its year",
    find=out_of_date,
    cases=(
        Case(
            (said("33,365", "a", as_of="1989"),),
            sources=({"source_id": "a", "published": "2024"},),
            flagged=True,
        ),
        Case(
            (said("33,365", "a", as_of="2015"),),
            sources=({"source_id": "a", "published": "2024"},),
            flagged=False,
        ),
    ),
    why=__doc__,
)
