"""Two independent sources agree once rounding and hedges are allowed for.

As said they share no value; what rounding, "about" or a stated margin leaves possible does meet.
"""

from __future__ import annotations

import pandas as pd

from claimcheck.checks.check import Case, Check, Flags, Over, said
from claimcheck.tables import columns as c
from claimcheck.values.relation import Level


def alike_after_rounding(pairs: pd.DataFrame) -> Flags:
    """Mask of the independent pairs that meet only in what is possible."""
    meets = pairs[c.SAME_SCOPE] & pairs[c.MEETS] & ~pairs[c.MEETS_SAID]
    return (meets & pairs[c.INDEPENDENT]).to_numpy()


CHECK = Check(
    name="rounding-agreement",
    level=Level.INFO,
    over=Over.PAIRS,
    message="{left} and {right} agree once {allowance} allowed for: {distance}, and both leave "
    "{shared_possible}",
    hint="cite the more exact of the two",
    find=alike_after_rounding,
    cases=(
        Case((said("9,713,655", "a"), said("9.7 million", "b")), flagged=True),
        Case((said("9,713,655", "a"), said("9.9 million", "b")), flagged=False),
    ),
    why=__doc__,
)
