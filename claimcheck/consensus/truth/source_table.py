"""What can be said of each source after truth discovery, with the caveat in words."""

from __future__ import annotations

import numpy as np
import pandas as pd

from claimcheck.consensus.estimators.arrays import FloatArray
from claimcheck.consensus.truth.claims import ClaimTable
from claimcheck.consensus.truth.copying import claim_pairs, copy_probability
from claimcheck.consensus.truth.medians import plain_vote
from claimcheck.consensus.truth.truths import Truths

SUSPECTED = 0.9
FEW = 5
CLOSE = 0.01
MAY_COPY = (
    "shares values with the named sources that most others do not give: its agreement may be "
    "copying, by either side or from a third"
)


def source_table(table: ClaimTable, truths: Truths, names: pd.Index[str]) -> pd.DataFrame:
    """One row a source: claims, compared, agreement, estimated_error, weight, copies, caveat.

    ``compared`` counts claims about items of which others speak too; ``agreement`` is the share of
    those within 1 % of the estimate; ``estimated_error`` their mean ``|v - t| / max(|v|, |t|)``,
    at most 1; ``weight`` is relative to the mean of all sources. All measure agreement with the
    others and none measures truth; NaN where nothing can be compared.

    Args:
        table: The claims.
        truths: What a method made of them.
        names: Name of each source, in the order of its code.
    """
    truth = truths.value[table.item]
    larger = np.maximum(np.abs(table.value), np.abs(truth))
    gap = np.abs(table.value - truth)
    error = np.minimum(np.divide(gap, larger, out=np.zeros(gap.size), where=larger > 0), 1.0)
    counted = (table.counts > 1)[table.item].astype(np.float64)
    compared = table.by_source(counted)
    safe = np.where(compared > 0, compared, np.nan)
    copies = suspected_copies(table, names)
    mean_weight = truths.weight.mean()
    return pd.DataFrame(
        {
            "source": names,
            "claims": table.claims_by_source,
            "compared": compared.astype(np.int64),
            "agreement": table.by_source(counted * (error <= CLOSE)) / safe,
            "estimated_error": table.by_source(counted * error) / safe,
            "weight": truths.weight / (mean_weight if mean_weight > 0 else 1.0),
            "suspected_copies": copies,
            "caveat": np.select(
                [compared == 0, copies.to_numpy() != "", compared < FEW],
                [
                    "no other source speaks of its items: nothing is known of it",
                    MAY_COPY,
                    f"fewer than {FEW} comparisons: the weight says little",
                ],
                default="measured by agreement with other sources, not by truth",
            ),
        }
    )


def suspected_copies(table: ClaimTable, names: pd.Index[str]) -> pd.Series[str]:
    """Names and probabilities of the sources that each seems to depend on, empty for none."""
    winner = plain_vote(table).value
    true = table.value == winner[table.item]
    compared = (table.counts > 1)[table.item].astype(np.float64)
    accuracy: FloatArray = (table.by_source(compared * true) + 1) / (table.by_source(compared) + 2)
    pairs = claim_pairs(table)
    probability = copy_probability(table, pairs, true, accuracy)
    suspected = probability >= SUSPECTED
    left, right = pairs.first[suspected], pairs.second[suspected]
    both = pd.DataFrame(
        {
            "source": np.concatenate([left, right]),
            "other": names.to_numpy()[np.concatenate([right, left])],
            "probability": np.tile(probability[suspected], 2),
        }
    ).sort_values(["source", "probability", "other"], ascending=[True, False, True])
    shown = (
        both["other"].astype(str)
        + " ("
        + both["probability"].map("{:.2f}".format).astype(str)
        + ")"
    )
    joined = shown.groupby(both["source"]).agg("; ".join)
    return joined.reindex(range(table.sources)).fillna("").astype(str).reset_index(drop=True)
