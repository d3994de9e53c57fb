"""What the vote found, as the tables that people read."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from claimcheck.consensus.vote import STATUSES, Verdicts
from claimcheck.settings import Settings
from claimcheck.tables import columns as c

Names = npt.NDArray[np.object_]


def quantity_table(
    claims: pd.DataFrame, verdicts: Verdicts, ids: Names, settings: Settings
) -> pd.DataFrame:
    """One row a quantity, in order of its id.

    Args:
        claims: Claims as read.
        verdicts: What the vote found.
        ids: Names of the quantities by code, shape (g,).
        settings: The constants that were used.
    """
    by_code = claims.groupby(c.QUANTITY_CODE, sort=True)
    first = by_code[
        [c.TOPIC_ID, c.SUBJECT, c.MEASURE, c.PLACE, c.SCOPE, c.BASE_UNIT, c.MEASURE_KIND]
    ].first()
    found = verdicts.quantities
    size = by_code.size().to_numpy()
    newest = found[c.NEWEST].to_numpy()
    as_of = claims[c.AS_OF].to_numpy(dtype=object)
    dissent = claims[[c.CLAIM_ID, c.QUANTITY_CODE]][verdicts.claims[c.SEVERITY].to_numpy() > 0]
    dissenters = dissent.groupby(c.QUANTITY_CODE)[c.CLAIM_ID].agg(";".join)
    table = first.rename(columns={c.BASE_UNIT: c.UNIT}).assign(
        **{c.QUANTITY_ID: ids, c.CLAIMS: size}
    )
    table[c.SOURCES] = by_code[c.SOURCE_CODE].nunique().to_numpy()
    for name in found.columns:
        table[name] = found[name].to_numpy()
    table[c.STATUS] = pd.Categorical.from_codes(found[c.STATUS], pd.Index(STATUSES, dtype="str"))
    table[c.STATUS] = table[c.STATUS].astype("str")
    table[c.MEASURE_KIND] = table[c.MEASURE_KIND].astype("str")
    table[c.NEWEST] = pd.Series(
        np.where(newest >= 0, as_of[newest], ""), index=table.index, dtype="str"
    )
    table[c.SUMMARISED] = size > settings.listed_claims
    table[c.DISSENTERS] = dissenters.reindex(table.index, fill_value="").astype("str")
    order = [c.QUANTITY_ID, *(name for name in table.columns if name != c.QUANTITY_ID)]
    return table[order].sort_values(c.QUANTITY_ID, ignore_index=True)


def camp_table(claims: pd.DataFrame, verdicts: Verdicts, ids: Names) -> pd.DataFrame:
    """One row a camp of a conflicting quantity, with the ids of its claims.

    Args:
        claims: Claims as read.
        verdicts: What the vote found.
        ids: Names of the quantities by code, shape (g,).
    """
    inside = verdicts.claims[c.CAMP].to_numpy() >= 0
    members = pd.DataFrame(
        {
            c.QUANTITY_CODE: claims[c.QUANTITY_CODE].to_numpy()[inside],
            c.CAMP: verdicts.claims[c.CAMP].to_numpy()[inside],
            c.CLAIM_IDS: claims[c.CLAIM_ID].to_numpy(dtype=object)[inside],
        }
    )
    named = members.groupby([c.QUANTITY_CODE, c.CAMP])[c.CLAIM_IDS].agg(tuple).reset_index()
    table = verdicts.camps.merge(named, on=[c.QUANTITY_CODE, c.CAMP], how="left")
    names = pd.Series(ids[table[c.QUANTITY_CODE].to_numpy()], dtype="str")
    table.insert(0, c.QUANTITY_ID, names)
    table = table.sort_values([c.QUANTITY_ID, c.CAMP], ignore_index=True)
    return table.drop(columns=c.QUANTITY_CODE)
