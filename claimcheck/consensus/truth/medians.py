"""The honest baselines: every source counts the same, and nothing is learnt about it."""

from __future__ import annotations

import numpy as np

from claimcheck.consensus.truth.centres import weighted_means, weighted_medians
from claimcheck.consensus.truth.claims import ClaimTable
from claimcheck.consensus.truth.truths import Truths
from claimcheck.consensus.truth.votes import poll


def lower_median(table: ClaimTable) -> Truths:
    """The lower median of each item: a value that a source gave, whatever the outliers."""
    return Truths(weighted_medians(table, table.ones), np.ones(table.sources))


def mean(table: ClaimTable) -> Truths:
    """The mean of each item, for comparison only: it averages figures that contradict."""
    return Truths(
        weighted_means(table, table.ones), np.ones(table.sources), tie_rule="everything is averaged"
    )


def plain_vote(table: ClaimTable) -> Truths:
    """The value that most sources give; tied values go to the one nearest the lower median."""
    found = poll(table, table.ones, weighted_medians(table, table.ones))
    return Truths(
        found.winner,
        np.ones(table.sources),
        tie_rule="of tied values the one nearest the lower median stands, the other is shown",
        rival=found.rival,
    )
