"""Sources against sources: how many pairs of their figures agree, stand apart, or are explained."""

from __future__ import annotations

import pandas as pd
from attrs import frozen

from claimcheck.tables import columns as c
from claimcheck.tables.results import Results
from claimcheck.values.relation import Relation

AGREE, APART, EXPLAINED = "agree", "apart", "explained"
KINDS = (AGREE, APART, EXPLAINED)
_KIND = {
    Relation.IDENTICAL: AGREE,
    Relation.AGREE_WITHIN_ROUNDING: AGREE,
    Relation.ONE_SIDED_COMPATIBLE: AGREE,
    Relation.CONTAINS: AGREE,
    Relation.WITHIN: AGREE,
    Relation.OVERLAP: AGREE,
    Relation.NEAR: APART,
    Relation.DISJOINT: APART,
    Relation.SUSPECTED_SLIP: APART,
    Relation.OPPOSITE_SIGN: APART,
    Relation.EXPLAINED_BY_TIME: EXPLAINED,
    Relation.DIFFERENT_SCOPE: EXPLAINED,
}


@frozen(kw_only=True)
class SourcePairs:
    """Counts of pairs between sources.

    Attributes:
        sources: Ids of the sources that have most pairs, in that order.
        cells: Positions of two of *sources*, the lesser first, and how many pairs of their figures
            agree, stand apart and are explained.
    """

    sources: tuple[str, ...]
    cells: tuple[tuple[int, int, int, int, int], ...]


def source_pairs(results: Results, most: int) -> SourcePairs:
    """The counts among the *most* sources that have most pairs with others."""
    home = results.claims.set_index(c.CLAIM_ID)[c.SOURCE_ID]
    pairs = pd.DataFrame(
        {
            c.LEFT: results.pairs[c.LEFT].map(home),
            c.RIGHT: results.pairs[c.RIGHT].map(home),
            c.KIND: results.pairs[c.RELATION].map(_KIND),
        }
    ).dropna()
    pairs = pairs[pairs[c.LEFT] != pairs[c.RIGHT]]
    counts = pd.concat([pairs[c.LEFT], pairs[c.RIGHT]]).value_counts()
    sources = tuple(str(name) for name in counts.index[:most])
    place = {name: position for position, name in enumerate(sources)}
    ends = pairs[[c.LEFT, c.RIGHT]].apply(lambda column: column.map(place))
    shown = pd.DataFrame(
        {"first": ends.min(axis=1), "second": ends.max(axis=1), c.KIND: pairs[c.KIND]}
    )
    shown = shown[ends.notna().all(axis=1)].astype({"first": int, "second": int})
    tallied = pd.crosstab([shown["first"], shown["second"]], shown[c.KIND])
    tallied = tallied.reindex(columns=list(KINDS), fill_value=0)
    cells = tuple(
        (int(first), int(second), int(agree), int(apart), int(explained))
        for first, second, agree, apart, explained in tallied.reset_index().to_numpy().tolist()
    )
    return SourcePairs(sources=sources, cells=cells)
