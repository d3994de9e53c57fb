"""A figure cannot be, whatever the source.

A count below zero, a share above 100 %, or a value beyond the bounds that settings declare for the
measure.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from claimcheck.checks.check import Case, Check, Hits, Over, claim_hits, said
from claimcheck.settings import Settings
from claimcheck.tables import columns as c
from claimcheck.tables.measures import folded, named, named_rates
from claimcheck.values.relation import Level


def beyond_bounds(claims: pd.DataFrame, settings: Settings) -> Hits:
    """The claims whose figure lies wholly where nothing can be."""
    lower, upper = claims[c.SAID_LOWER].to_numpy(), claims[c.SAID_UPPER].to_numpy()
    figure = ~claims[c.READING].isin(["unparsed", "no-figure"]).to_numpy()
    counted = claims[c.COUNTED].to_numpy() & ~claims[c.ADDITIVE].to_numpy()
    share = named(claims[c.MEASURE], settings.share_measures)
    share |= named_rates(claims[c.MEASURE], settings.share_measures)
    dimensions = claims[c.DIMENSION].cat
    of_whole = [f"{name} ".startswith("share ") for name in dimensions.categories]
    share &= np.array(of_whole, bool)[dimensions.codes]
    whole = np.rint(1 / claims[c.UNIT_FACTOR].to_numpy())
    least, greatest = _declared(claims[c.MEASURE], settings)
    below = np.maximum(np.where(counted, 0.0, -np.inf), least)
    above = np.minimum(np.where(share, whole, np.inf), greatest)
    mask = figure & ((upper < below) | (lower > above))
    return claim_hits(mask, severity=np.ones(len(mask)))


def _declared(measures: pd.Series[str], settings: Settings) -> tuple[np.ndarray, np.ndarray]:
    bounds = [settings.bounds.get(folded(name), (-np.inf, np.inf)) for name in measures.unique()]
    code, _ = pd.factorize(measures)
    table = np.array(bounds, np.float64).reshape(-1, 2)[code]
    return table[:, 0], table[:, 1]


CHECK = Check(
    name="impossible",
    level=Level.CONFLICT,
    over=Over.CLAIMS,
    message="{claim} cannot be: {impossible}",
    hint="look for a misreading, a lost sign, or a share of something else",
    find=beyond_bounds,
    cases=(
        Case((said("−12", "a"),), flagged=True),
        Case((said("104", "a", unit="percent", measure="share"),), flagged=True),
        Case((said("12", "a"),), flagged=False),
    ),
    why=__doc__,
)
