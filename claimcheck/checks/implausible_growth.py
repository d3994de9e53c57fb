"""Two figures of different times differ by more than their measure allows.

Stocks of two sources at two dates are bridged by a growth bound, 3 % a year either way unless
settings give the measure its own; a later tally may be larger at any pace, but smaller only within
the bound; flows over different periods may differ in their rates by a factor of three. What is left
beyond that is the severity.
"""

from __future__ import annotations

import pandas as pd

from claimcheck.checks.check import Case, Check, Flags, Over, said
from claimcheck.tables import columns as c
from claimcheck.values.relation import Level


def too_fast(pairs: pd.DataFrame) -> Flags:
    """Mask of the pairs whose change is faster than their measure allows."""
    return pairs[c.IMPLAUSIBLE].to_numpy()


CHECK = Check(
    name="implausible-growth",
    level=Level.CONFLICT,
    over=Over.PAIRS,
    message="{left} against {right}: {distance}{span}, {excess}",
    arithmetic="{arithmetic}",
    hint="look for another definition, way of counting or boundary between the two dates",
    find=too_fast,
    cases=(
        Case(
            (said("284,761", "a", as_of="2002"), said("1.2 million", "b", as_of="2004")),
            flagged=True,
        ),
        Case(
            (said("284,761", "a", as_of="2002"), said("300,100", "b", as_of="2004")), flagged=False
        ),
    ),
    why=__doc__,
)
