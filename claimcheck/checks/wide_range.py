"""One figure's own ends are so far apart that it says little.

Flagged when the ends of a range, as said, are a factor of three or more apart. Number words such as
"thousands" span a decade and are flagged with the rest.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from claimcheck.checks.check import Case, Check, Hits, Over, claim_hits, said
from claimcheck.settings import Settings
from claimcheck.tables import columns as c
from claimcheck.values.relation import Level


def ends_far_apart(claims: pd.DataFrame, settings: Settings) -> Hits:
    """The claims whose ends are too far apart, with the factor between them."""
    lower, upper = claims[c.SAID_LOWER].to_numpy(), claims[c.SAID_UPPER].to_numpy()
    closed = np.isfinite(lower) & np.isfinite(upper) & ~claims[c.ADDITIVE].to_numpy()
    span = np.where(closed & (upper > lower) & (upper > 0), np.inf, 1.0)
    np.divide(upper, lower, out=span, where=closed & (lower > 0))
    return claim_hits(span >= settings.wide * (1 - 1e-12), severity=1 - 1 / span, ratio=span)


CHECK = Check(
    name="wide-range",
    level=Level.WARNING,
    over=Over.CLAIMS,
    message="{claim} {breadth}: too wide to use",
    hint="look for the two figures behind the two ends, and who gave each",
    find=ends_far_apart,
    cases=(
        Case((said("530,000–2 million", "a"),), flagged=True),
        Case((said("5–10 million", "a"),), flagged=False),
    ),
    why=__doc__,
)
