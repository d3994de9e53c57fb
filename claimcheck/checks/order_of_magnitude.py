"""Two figures of one quantity are a factor of ten or more apart.

A contradiction in which the nearest ends, as said, stand in a ratio of ten or more. At that
distance the two are hardly two measurements of one thing: look for another definition, another
population, or a misreading, before weighing one source against the other.
"""

from __future__ import annotations

import pandas as pd

from claimcheck.checks.check import Case, Check, Flags, Over, said
from claimcheck.checks.contradiction import disjoint_figures
from claimcheck.tables import columns as c
from claimcheck.values.relation import Level


def far_apart(pairs: pd.DataFrame) -> Flags:
    """Mask of the contradicting pairs whose ratio as said reaches an order of magnitude."""
    return disjoint_figures(pairs) & pairs[c.FAR_APART].to_numpy()


CHECK = Check(
    name="order-of-magnitude",
    level=Level.CONFLICT,
    over=Over.PAIRS,
    message="{left} against {right}: {distance}, {magnitude}{time_note}",
    arithmetic="{arithmetic}",
    hint="look for another definition or a misreading: no rounding and no growth does this",
    find=far_apart,
    cases=(
        Case((said("15,219", "a"), said("200,000", "b")), flagged=True),
        Case((said("15,219", "a"), said("120,000", "b")), flagged=False),
    ),
    why=__doc__,
)
