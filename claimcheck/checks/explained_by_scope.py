"""Two figures differ, but each counts something else.

They have the same subject, measure and place, and another scope: another definition of who is in
and who is out. Nothing can be concluded from one about the other.
"""

from __future__ import annotations

import pandas as pd

from claimcheck.checks.check import Case, Check, Flags, Over, said
from claimcheck.tables import columns as c
from claimcheck.values.relation import Level


def other_scope(pairs: pd.DataFrame) -> Flags:
    """Mask of the pairs of one topic that share no value and differ in scope."""
    return (~pairs[c.SAME_SCOPE] & ~pairs[c.MEETS]).to_numpy()


CHECK = Check(
    name="explained-by-scope",
    level=Level.INFO,
    over=Over.PAIRS,
    message="{left} [{left_scope}] against {right} [{right_scope}]: {distance}, "
    "under two definitions",
    hint="no conflict: name the definition whenever one of the two is cited",
    find=other_scope,
    cases=(
        Case((said("5–10 million", "a", scope="abroad"), said("50 million", "b")), flagged=True),
        Case((said("5–10 million", "a"), said("50 million", "b")), flagged=False),
    ),
    why=__doc__,
)
