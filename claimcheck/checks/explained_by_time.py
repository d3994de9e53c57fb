"""Two figures differ, but they are of different times, and the change is one that can be.

The rate needed from one to the other is shown. One origin that gives figures for different times
gives a series; stocks of different sources need a rate within the growth bound; a later, larger
tally is explained at any pace.
"""

from __future__ import annotations

import pandas as pd

from claimcheck.checks.check import Case, Check, Flags, Over, said
from claimcheck.tables import columns as c
from claimcheck.values.relation import Level


def bridged(pairs: pd.DataFrame) -> Flags:
    """Mask of the pairs that share no value, and whose times explain it."""
    return pairs[c.EXPLAINED].to_numpy()


CHECK = Check(
    name="explained-by-time",
    level=Level.INFO,
    over=Over.PAIRS,
    message="{left} against {right}: {distance}{span}; {time_reason}",
    hint="no conflict: cite each figure with its date",
    find=bridged,
    cases=(
        Case(
            (said("284,761", "a", as_of="2002"), said("360,000", "a", as_of="2007")), flagged=True
        ),
        Case((said("284,761", "a"), said("360,000", "b", as_of="2007")), flagged=False),
    ),
    why=__doc__,
)
