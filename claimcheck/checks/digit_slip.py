"""Two figures differ by one digit, or by two neighbours swapped, as in copying by hand.

A contradiction between two single values of four or more significant digits each, of which one
becomes the other by swapping two neighbouring digits, or by changing or dropping one.
"""

from __future__ import annotations

import pandas as pd

from claimcheck.checks.check import Case, Check, Flags, Over, said
from claimcheck.checks.contradiction import disjoint_figures
from claimcheck.tables import columns as c
from claimcheck.tables.kinds import DIGIT_SLIP
from claimcheck.values.relation import Level


def one_digit_off(pairs: pd.DataFrame) -> Flags:
    """Mask of the contradicting pairs that one digit tells apart."""
    return disjoint_figures(pairs) & (pairs[c.SLIP] == DIGIT_SLIP).to_numpy()


CHECK = Check(
    name="digit-slip",
    level=Level.CONFLICT,
    over=Over.PAIRS,
    message="{left} against {right}: one becomes the other by swapping, changing or dropping a "
    "digit{time_note}",
    arithmetic="{arithmetic}",
    hint="read both figures in the original: which of the two was copied wrongly?",
    find=one_digit_off,
    cases=(
        Case((said("284,761", "a"), said("248,761", "b")), flagged=True),
        Case((said("284,761", "a"), said("360,122", "b")), flagged=False),
    ),
    why=__doc__,
)
