"""Two mentions share a value, but one is no second confirmation of the other.

They come from one origin, from a document and one whom it credits for the same value, or from a
source and those that it is derived from. However often a figure is repeated, it counts once.
"""

from __future__ import annotations

import pandas as pd

from claimcheck.checks.check import Case, Check, Flags, Over, said
from claimcheck.tables import columns as c
from claimcheck.values.relation import Level


def repeated(pairs: pd.DataFrame) -> Flags:
    """Mask of the pairs that share a possible value and are not independent."""
    return (pairs[c.SAME_SCOPE] & pairs[c.MEETS] & ~pairs[c.INDEPENDENT]).to_numpy()


CHECK = Check(
    name="echo",
    level=Level.INFO,
    over=Over.PAIRS,
    message="{left} and {right} go back to one origin and count once",
    hint="look for a source that counted for itself",
    find=repeated,
    cases=(
        Case((said("608", "a", origin_id="x", stance="reports"), said("608", "a")), flagged=True),
        Case((said("608", "a"), said("608", "b")), flagged=False),
    ),
    why=__doc__,
)
