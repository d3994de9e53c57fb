"""A part, or the sum of some parts, does not fit in the whole.

Flagged when the least that the parts can add up to is more than the whole can be. The parts need
not be all of it.
"""

from __future__ import annotations

import pandas as pd

from claimcheck.checks.check import Case, Check, Hits, Over, said
from claimcheck.checks.sums import sums_of
from claimcheck.values.relation import Level


def more_than_the_whole(claims: pd.DataFrame, totals: pd.DataFrame) -> Hits:
    """The totals of some parts whose parts exceed their whole."""
    return sums_of(claims, totals).hits(complete=False) if len(totals) else Hits.of([])


_CASE = ({"total_id": "t", "whole": "1", "part": "2", "complete": "no"},)

CHECK = Check(
    name="part-exceeds-whole",
    level=Level.CONFLICT,
    over=Over.GROUPS,
    leads=True,
    message="{parts} {come} to {parts_sum}, more than {whole}{by_factor}",
    arithmetic="possible: parts {parts_possible}, whole {whole_possible}",
    hint="look for another definition or another time of the part",
    find=more_than_the_whole,
    cases=(
        Case(
            (said("10 million", "a", place="all"), said("13–30 million", "a", place="part")),
            totals=_CASE,
            flagged=True,
        ),
        Case(
            (said("10 million", "a", place="all"), said("5–30 million", "a", place="part")),
            totals=_CASE,
            flagged=False,
        ),
    ),
    why=__doc__,
)
