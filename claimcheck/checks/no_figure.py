"""The source says that there is no figure.

"No data available" is a statement too: it is kept, and it votes for nothing.
"""

from __future__ import annotations

import pandas as pd

from claimcheck.checks.check import Case, Check, Flags, Over, said
from claimcheck.tables import columns as c
from claimcheck.values.relation import Level


def said_to_be_missing(claims: pd.DataFrame) -> Flags:
    """Mask of the claims that say there is no figure."""
    return (claims[c.READING] == "no-figure").to_numpy()


CHECK = Check(
    name="no-figure",
    level=Level.INFO,
    over=Over.CLAIMS,
    message="{source} says that there is no figure: {phrase}",
    hint="if others give a figure all the same, ask where they have it from",
    find=said_to_be_missing,
    cases=(
        Case((said("no data available", "a"),), flagged=True),
        Case((said("0", "a"),), flagged=False),
    ),
    why=__doc__,
)
