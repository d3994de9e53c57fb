"""Which claims are new, gone, changed, or a source's revision of its own figure."""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd

from claimcheck.reports.catalogue import figure
from claimcheck.tables import columns as c

CHANGE, EARLIER, BEFORE, AFTER = "change", "earlier", "before", "after"
NEW, GONE, CHANGED, REVISION = "new", "gone", "changed", "revision"
COLUMNS: Final = (CHANGE, c.CLAIM_ID, c.QUANTITY_ID, c.SOURCE_ID, EARLIER, BEFORE, AFTER)
_MATERIAL = (
    c.SOURCE_ID,
    c.ORIGIN_ID,
    c.QUANTITY_ID,
    c.AS_OF,
    c.METHOD,
    c.FIGURE,
    c.SAID_LOWER,
    c.SAID_UPPER,
    c.SAID_BEST,
    c.STANCE,
    c.DISPUTES,
)
_FIGURE = (c.SAID_LOWER, c.SAID_UPPER, c.SAID_BEST)
_SERIES = (c.ORIGIN, c.QUANTITY_ID, c.AS_OF)
_OLD = "_old"


def changed_claims(old: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    """One row a claim that is otherwise; see ``Changes.claims``.

    Args:
        old: Claims of the earlier run, as read.
        new: Claims of the later run, as read.
    """
    known, kept = new[c.CLAIM_ID].isin(old[c.CLAIM_ID]), old[c.CLAIM_ID].isin(new[c.CLAIM_ID])
    fresh, gone = new[~known], old[~kept]
    pairs = new[known].merge(old, on=c.CLAIM_ID, suffixes=("", _OLD))
    pairs = pairs[_differs(pairs, _MATERIAL)]
    is_revised = ~_differs(pairs, _SERIES) & _differs(pairs, _FIGURE)
    earlier = _revised(fresh, old)
    parts = [
        _told(fresh, np.where(earlier != "", REVISION, NEW), earlier, old),
        _told(pairs, np.where(is_revised, REVISION, CHANGED), pairs[c.CLAIM_ID], old),
        _told(
            gone[~gone[c.CLAIM_ID].isin(set(earlier))],
            GONE,
            gone[c.CLAIM_ID],
            old,
        ),
    ]
    table = pd.concat(parts, ignore_index=True)
    table.loc[table[CHANGE] == GONE, AFTER] = ""
    rank = table[CHANGE].map({REVISION: 0, CHANGED: 1, NEW: 2, GONE: 3})
    return table.assign(rank=rank).sort_values("rank", kind="stable", ignore_index=True)[
        list(COLUMNS)
    ]


def _differs(pairs: pd.DataFrame, names: tuple[str, ...]) -> pd.Series[bool]:
    """Mask of the rows in which a column differs from its old self; two NaN are alike."""
    differs = pd.Series(data=False, index=pairs.index)
    for name in names:
        left, right = pairs[name], pairs[f"{name}{_OLD}"]
        differs |= (left != right) & ~(left.isna() & right.isna())
    return differs


def _revised(fresh: pd.DataFrame, old: pd.DataFrame) -> pd.Series[str]:
    """For each new claim the last claim of its origin that it revises; empty where none."""
    latest = old[old[c.VOTES].astype(bool)].drop_duplicates(list(_SERIES), keep="last")
    found = fresh.merge(latest, on=list(_SERIES), how="left", suffixes=("", _OLD))
    found.index = fresh.index
    series = [*_SERIES, *_FIGURE]
    is_known = pd.MultiIndex.from_frame(fresh[series]).isin(pd.MultiIndex.from_frame(old[series]))
    other = _differs(found, _FIGURE) & found[c.VOTES].astype(bool) & ~is_known
    name = f"{c.CLAIM_ID}{_OLD}"
    return found[name].where(other & found[name].notna(), "").astype("str")


def _told(
    rows: pd.DataFrame, change: np.ndarray | str, earlier: pd.Series[str], old: pd.DataFrame
) -> pd.DataFrame:
    earlier = earlier.reindex(rows.index)
    figures = dict(zip(rows.index, map(figure, rows.to_dict("records")), strict=True))
    before = old[old[c.CLAIM_ID].isin(set(earlier))]
    was = dict(zip(before[c.CLAIM_ID], map(figure, before.to_dict("records")), strict=True))
    return pd.DataFrame(
        {
            CHANGE: pd.Series(change, index=rows.index, dtype="str"),
            c.CLAIM_ID: rows[c.CLAIM_ID],
            c.QUANTITY_ID: rows[c.QUANTITY_ID],
            c.SOURCE_ID: rows[c.SOURCE_ID],
            EARLIER: earlier,
            BEFORE: pd.Series([was.get(name, "") for name in earlier], rows.index, dtype="str"),
            AFTER: pd.Series(figures, index=rows.index, dtype="str"),
        }
    )
