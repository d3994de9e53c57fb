"""Two figures differ by a power of ten, as if a word or a zero had been dropped.

A contradiction in which the single or best values (or both ends of two ranges) stand in a factor
of 10, 100, 1,000, a million, a lakh or a crore, within their rounding and never within a hedge.
It is a hint and no verdict: the finding shows the chance that two such figures stand in that factor
by accident.
"""

from __future__ import annotations

import pandas as pd

from claimcheck.checks.check import Case, Check, Flags, Over, said
from claimcheck.checks.contradiction import disjoint_figures
from claimcheck.tables import columns as c
from claimcheck.tables.kinds import MAGNITUDE_SLIP
from claimcheck.values.relation import Level


def power_of_ten(pairs: pd.DataFrame) -> Flags:
    """Mask of the contradicting pairs that stand in a power of ten."""
    return disjoint_figures(pairs) & (pairs[c.SLIP] == MAGNITUDE_SLIP).to_numpy()


CHECK = Check(
    name="magnitude-slip",
    level=Level.CONFLICT,
    over=Over.PAIRS,
    message="{left} against {right}: the factor is {slip_factor} within rounding, as if "
    "a zero or a word like “thousand” had been lost{time_note}",
    arithmetic="{arithmetic}; a chance of {chance} that two such figures do so by accident",
    hint="read both figures in the original: units in thousands or millions, a dropped zero?",
    find=power_of_ten,
    cases=(
        Case((said("1,250", "a"), said("125,000", "b")), flagged=True),
        Case((said("1,250", "a"), said("131,000", "b")), flagged=False),
    ),
    why=__doc__,
)
