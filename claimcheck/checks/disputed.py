"""A source passes a figure on and doubts or denies it.

The figure is evidence against the claims that it names in ``disputes``; where it names none,
against those of the same quantity in other sources that give the same figure within rounding;
where there are none, it stands alone. It is never a vote, and never one side of a contradiction.
"""

from __future__ import annotations

import pandas as pd

from claimcheck.checks.check import Case, Check, Hits, Over, said
from claimcheck.checks.targets import targets_of_disputes
from claimcheck.settings import Settings
from claimcheck.values.relation import Level


def turned_against(claims: pd.DataFrame, settings: Settings) -> Hits:
    """Each disputing claim with those that it turns against."""
    return Hits.of(targets_of_disputes(claims, settings.listed_claims))


CHECK = Check(
    name="disputed",
    level=Level.CONFLICT,
    over=Over.GROUPS,
    leads=True,
    message="{claim} is {doubted} by the source that gives it{against}",
    hint="read why the source doubts it, and whether those who assert it answer that",
    find=turned_against,
    cases=(
        Case((said("50 million", "a"), said("50 million", "b", stance="disputes")), flagged=True),
        Case((said("50 million", "a"), said("50 million", "b", stance="reports")), flagged=False),
    ),
    why=__doc__,
)
