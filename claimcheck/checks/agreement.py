"""Two independent sources share a value.

Their figures, as said, have a value in common, and neither is derived from the other: different
origins, and no echo. That is corroboration; it is no proof.
"""

from __future__ import annotations

import pandas as pd

from claimcheck.checks.check import Case, Check, Flags, Over, said
from claimcheck.tables import columns as c
from claimcheck.values.relation import Level


def independent_and_alike(pairs: pd.DataFrame) -> Flags:
    """Mask of the independent pairs that share a value as said."""
    return (pairs[c.SAME_SCOPE] & pairs[c.MEETS_SAID] & pairs[c.INDEPENDENT]).to_numpy()


CHECK = Check(
    name="agreement",
    level=Level.INFO,
    over=Over.PAIRS,
    message="{left} and {right} share a value: {shared}",
    hint="make sure that the two do not go back to one source that neither names",
    find=independent_and_alike,
    cases=(
        Case((said("603,070", "a"), said("hundreds of thousands", "b")), flagged=True),
        Case((said("603,070", "a"), said("603,070", "a")), flagged=False),
    ),
    why=__doc__,
)
