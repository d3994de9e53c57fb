"""Parts that should make a whole do not, whatever values they take.

Flagged when the least that complete parts can add up to is more than the whole can be, or the most
is less. Stance does not matter: arithmetic holds for doubted figures too.
"""

from __future__ import annotations

import pandas as pd

from claimcheck.checks.check import Case, Check, Hits, Over, said
from claimcheck.checks.sums import sums_of
from claimcheck.values.relation import Level


def parts_do_not_make_the_whole(claims: pd.DataFrame, totals: pd.DataFrame) -> Hits:
    """The complete totals whose parts cannot add up to their whole."""
    return sums_of(claims, totals).hits(complete=True) if len(totals) else Hits.of([])


_CASE = ({"total_id": "t", "whole": "1", "part": "2", "complete": "yes"},
         {"total_id": "t", "whole": "1", "part": "3", "complete": "yes"})  # fmt: skip

CHECK = Check(
    name="sum-mismatch",
    level=Level.CONFLICT,
    over=Over.GROUPS,
    leads=True,
    message="{parts} {add_up} to {parts_sum}, not to {whole}{by_factor}",
    arithmetic="possible: parts {parts_possible}, whole {whole_possible}",
    hint="look for a part left out, counted twice, or counted by another definition",
    find=parts_do_not_make_the_whole,
    cases=(
        Case(
            (
                said("50 million", "a", place="all"),
                said("10 million", "a", place="home"),
                said("9.7 million", "a", place="abroad"),
            ),
            totals=_CASE,
            flagged=True,
        ),
        Case(
            (
                said("20 million", "a", place="all"),
                said("10 million", "a", place="home"),
                said("9.7 million", "a", place="abroad"),
            ),
            totals=_CASE,
            flagged=False,
        ),
    ),
    why=__doc__,
)
