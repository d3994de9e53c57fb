"""Two sources give figures that no single value can satisfy.

Flagged when two voting figures of one quantity leave no value possible in common, after rounding,
hedges and stated margins, and time explains nothing between them. Figures of another scope are
never set against each other, and a figure that its own source disputes is never one side.
The severity is 1 - 1/r, where r is the ratio of the nearest possible ends: the share of the larger
figure that has to go before the two meet.
"""

from __future__ import annotations

import pandas as pd

from claimcheck.checks.check import Case, Check, Flags, Over, said
from claimcheck.tables import columns as c
from claimcheck.values.relation import Level


def disjoint_figures(pairs: pd.DataFrame) -> Flags:
    """Mask of the pairs of one quantity that share no value and that time does not explain."""
    excused = pairs[c.MEETS] | pairs[c.EXPLAINED] | pairs[c.IMPLAUSIBLE]
    return (pairs[c.SAME_SCOPE] & ~excused).to_numpy()


CHECK = Check(
    name="contradiction",
    level=Level.CONFLICT,
    over=Over.PAIRS,
    message="{left} against {right}: {distance}, and no value satisfies both{time_note}",
    arithmetic="{arithmetic}",
    hint="compare what each source counted, and for when; if definitions differ, say so in scope",
    find=disjoint_figures,
    cases=(
        Case((said("5–10 million", "a"), said("50 million", "b")), flagged=True),
        Case((said("5–10 million", "a"), said("about 9 million", "b")), flagged=False),
        Case((said("64", "a"), said("65", "b")), flagged=True),
    ),
    why=__doc__,
)
