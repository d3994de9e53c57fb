"""A figure has more digits than it can know.

Flagged for five or more significant digits on an estimate, a sum or a slogan, and for a value that
is written a hundred times finer than its own stated margin.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from claimcheck.checks.check import Case, Check, Flags, Over, said
from claimcheck.checks.words import ROUGH_METHODS
from claimcheck.settings import Settings
from claimcheck.tables import columns as c
from claimcheck.values.relation import Level


def finer_than_known(claims: pd.DataFrame, settings: Settings) -> Flags:
    """Mask of the claims with more digits than their method or their margin bears."""
    rough = claims[c.METHOD].isin(ROUGH_METHODS) & (claims[c.DIMENSION] != "date")
    many = claims[c.DIGITS].to_numpy() >= settings.significant_digits
    lower, upper = claims[c.SAID_LOWER].to_numpy(), claims[c.SAID_UPPER].to_numpy()
    grain = claims[c.GRAIN].to_numpy()
    stated = np.isfinite(lower) & np.isfinite(upper) & (grain > 0)
    with np.errstate(invalid="ignore"):
        margin = np.where(stated, (upper - lower) / 2, 0.0)
    return (rough.to_numpy() & many) | (stated & (margin > settings.margin_digits * grain))


CHECK = Check(
    name="false-precision",
    level=Level.WARNING,
    over=Over.CLAIMS,
    message="{claim} {precision}",
    hint="cite it rounded, and say how it came about",
    find=finer_than_known,
    cases=(
        Case((said("36,676,818", "a", method="sum"),), flagged=True),
        Case((said("37 million", "a", method="sum"),), flagged=False),
        Case((said("36,676,818", "a", method="census"),), flagged=False),
    ),
    why=__doc__,
)
