"""Which quantities are new or gone, and which changed their status or their core."""

from __future__ import annotations

from typing import Final

import pandas as pd

from claimcheck.changes.claims import AFTER, BEFORE, CHANGE, CHANGED, GONE, NEW
from claimcheck.tables import columns as c
from claimcheck.values import wording

CORE_BEFORE, CORE_AFTER = "core_before", "core_after"
COLUMNS: Final = (CHANGE, c.QUANTITY_ID, BEFORE, AFTER, CORE_BEFORE, CORE_AFTER)


def changed_quantities(old: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    """One row a quantity that is otherwise; see ``Changes.quantities``.

    Args:
        old: Quantities of the earlier run.
        new: Quantities of the later run.
    """
    before, after = _told(old), _told(new)
    table = before.merge(after, on=c.QUANTITY_ID, how="outer", suffixes=("_before", "_after"))
    table = table.fillna("")
    was, now = table[f"{c.STATUS}_before"], table[f"{c.STATUS}_after"]
    change = pd.Series(CHANGED, index=table.index, dtype="str")
    change = change.mask(was == "", NEW).mask(now == "", GONE)
    is_otherwise = (was != now) | (table[CORE_BEFORE] != table[CORE_AFTER])
    told = table.rename(columns={f"{c.STATUS}_before": BEFORE, f"{c.STATUS}_after": AFTER})
    return told.assign(**{CHANGE: change})[is_otherwise][list(COLUMNS)].reset_index(drop=True)


def _told(quantities: pd.DataFrame) -> pd.DataFrame:
    ends = (quantities[name] for name in (c.CORE_LOWER, c.CORE_UPPER, c.UNIT))
    cores = [wording.interval(low, high, unit) for low, high, unit in zip(*ends, strict=True)]
    return pd.DataFrame(
        {
            c.QUANTITY_ID: quantities[c.QUANTITY_ID].astype("str"),
            c.STATUS: quantities[c.STATUS].astype("str"),
            "core": pd.Series(cores, index=quantities.index, dtype="str"),
        }
    )
