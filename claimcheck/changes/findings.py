"""Which findings are new, gone, changed, decided, open again, or no more than a revision."""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd

from claimcheck.changes.claims import (
    CHANGE,
    CHANGED,
    EARLIER,
    GONE,
    NEW,
    REVISION,
)
from claimcheck.tables import columns as c

REOPENED, DECIDED, NOTE = "reopened", "decided", "note"
RULING, RULED_BY, BECAUSE = "ruling", "ruled_by", "because"
_LEDGER = (RULING, RULED_BY, BECAUSE, REOPENED)
_KEY = "_key"
COLUMNS: Final = (
    CHANGE,
    c.FINDING_ID,
    c.CHECK,
    c.LEVEL,
    c.SEVERITY,
    c.QUANTITY_ID,
    c.CLAIM_IDS,
    c.MESSAGE,
    NOTE,
)


def changed_findings(old: pd.DataFrame, new: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """One row a finding that is otherwise; see ``Changes.findings``.

    Args:
        old: Findings of the earlier run; the columns of the ledger may be missing.
        new: Findings of the later run, the same.
        claims: What ``changed_claims`` found.
    """
    before, after = _keyed(old), _keyed(new)
    both = after.merge(
        before[[_KEY, c.FINDING_ID, *_LEDGER]], on=_KEY, how="left", suffixes=("", "_old")
    )
    was_there = both[f"{c.FINDING_ID}_old"].notna()
    is_revision = _between_revisions(after, claims).to_numpy()
    had_ruling = was_there & (both[f"{RULING}_old"] != "")
    was_open = was_there & (both[f"{REOPENED}_old"] != "")
    change = np.select(
        [
            is_revision & ~was_there,
            (both[REOPENED] != "") & ~was_open,
            (both[RULING] != "") & (both[REOPENED] == "") & (~had_ruling | was_open),
            ~was_there,
            both[c.FINDING_ID] != both[f"{c.FINDING_ID}_old"],
        ],
        [REVISION, REOPENED, DECIDED, NEW, CHANGED],
        "",
    )
    gone = before[~before[_KEY].isin(after[_KEY])]
    told = _noted(both, change)
    table = pd.concat([told[told[CHANGE] != ""], _noted(gone, GONE)], ignore_index=True)
    rank = {REOPENED: 0, NEW: 1, CHANGED: 2, REVISION: 3, DECIDED: 4, GONE: 5}
    order = table[CHANGE].map(rank)
    table = table.assign(rank=order).sort_values("rank", kind="stable", ignore_index=True)
    return table[list(COLUMNS)]


def _keyed(findings: pd.DataFrame) -> pd.DataFrame:
    """The findings with the columns of the ledger, and a key that outlives their figures."""
    ledger = findings.reindex(columns=list(_LEDGER), fill_value="").astype("str")
    keys = findings[c.CHECK] + "|" + findings[c.CLAIM_IDS].map(_named).astype("str")
    plain = findings[[name for name in COLUMNS if name in findings]]
    return plain.join(ledger).assign(**{_KEY: keys}).drop_duplicates(_KEY)


def _named(claim_ids: tuple[str, ...]) -> str:
    return ";".join(sorted(claim_ids))


def _between_revisions(findings: pd.DataFrame, claims: pd.DataFrame) -> pd.Series[bool]:
    """Mask of the findings on a figure and the figure that its source gives instead."""
    revised = claims[(claims[CHANGE] == REVISION) & (claims[EARLIER] != claims[c.CLAIM_ID])]
    pairs = set(map(frozenset, zip(revised[EARLIER], revised[c.CLAIM_ID], strict=True)))
    return findings[c.CLAIM_IDS].map(lambda names: frozenset(names) in pairs).astype(bool)


def _noted(findings: pd.DataFrame, change: np.ndarray | str) -> pd.DataFrame:
    """The findings with their change, and what was ruled on them in words."""
    ruling = findings[RULING].where(
        findings[RULED_BY] == "", findings[RULING] + " by " + findings[RULED_BY]
    )
    ruling = ruling.where(findings[BECAUSE] == "", ruling + ": " + findings[BECAUSE])
    changes = pd.Series(change, index=findings.index, dtype="str")
    reopened = findings[REOPENED] + " (was " + ruling + ")"
    note = ruling.where(changes != REOPENED, reopened).astype("str")
    return findings.assign(**{CHANGE: changes, NOTE: note})
