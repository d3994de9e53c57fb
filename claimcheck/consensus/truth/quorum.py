"""The default: the value that the sources of an item share, else their weighted median.

1. A value is *carried* where at least half of the item's sources give it, or, two or more, twice as
   many as give any other. Every source counts the same: what is shared needs no trust.
2. An even split goes to the side of the sources with the better record elsewhere; without a record
   to the lower value. It is never averaged, and the other side is shown.
3. Where nothing is carried, the lower weighted median stands: a value that a source gave.
4. Where the sources give judgements on a scale and no reports of a fact (see ``reliability``),
   no value can be shared in earnest; the items are weighted means (``gtm`` about the mean).

Records are the weights of ``crh`` with absolute losses: how far a source lies from the weighted
medians of its contested items, in spreads of the item.

At run time no truth is looked at. The form of the rules was not so innocent: half of the sources,
the lead of two to one, and the test for judgements were settled while comparing error figures on
halves of public sets, so figures on those halves flatter this method; other data are its test.
"""

from __future__ import annotations

import numpy as np
from attrs import evolve

from claimcheck.consensus.truth.centres import weighted_medians
from claimcheck.consensus.truth.claims import ClaimTable
from claimcheck.consensus.truth.crh import crh
from claimcheck.consensus.truth.gtm import gtm
from claimcheck.consensus.truth.reliability import reliability
from claimcheck.consensus.truth.truths import Truths
from claimcheck.consensus.truth.votes import poll

TIE_RULE = (
    "an even split is never averaged: the side of the sources with the better record elsewhere "
    "stands, without a record the lower value, and the other side is shown"
)
LEAD = 2
ONE, CARRIED, SPLIT, MEDIAN, JUDGED = (
    "one source",
    "carried",
    "even split",
    "weighted median",
    "mean of judgements",
)


def quorum(table: ClaimTable) -> Truths:
    """The carried value of each item, else its weighted median; means where claims are judgements.

    >>> table = ClaimTable.of(np.zeros(3, int), np.arange(3), np.array([5.0, 5.0, 90.0]))
    >>> quorum(table).value.tolist()
    [5.0]
    """
    agreement = reliability(table)
    word = "judgements, averaged" if agreement.judgements else "reports of facts, never averaged"
    note = (
        f"taken for {word}: values are shared with alpha {agreement.sharing:.2f} and near with "
        f"alpha {agreement.nearness:.2f} over {agreement.items} item(s)"
    )
    if agreement.judgements:
        judged = gtm(table, centre="mean")
        return evolve(judged, rule=np.full(table.items, JUDGED), notes=(note,))
    record = crh(table)
    medians = weighted_medians(table, record.weight[table.source])
    found = poll(table, table.ones, medians)
    half = found.top >= table.counts / 2
    carried = half | ((found.top >= LEAD * found.second) & (found.top > 1))
    split = carried & found.tied
    return Truths(
        np.where(carried, found.winner, medians),
        record.weight,
        record.rounds,
        tie_rule=TIE_RULE,
        rival=np.where(split, found.rival, np.nan),
        rule=np.select([table.counts == 1, split, carried], [ONE, SPLIT, CARRIED], default=MEDIAN),
        notes=(note,),
    )
