"""Which findings are decided: a person ruled on them, and nothing has opened them again."""

from __future__ import annotations

import pandas as pd

_RULING, _REOPENED = "ruling", "reopened"


def is_ruled(findings: pd.DataFrame) -> pd.Series[bool]:
    """Mask of the findings that somebody ruled on; none without the columns of the ledger."""
    if _RULING not in findings:
        return pd.Series(data=False, index=findings.index)
    return findings[_RULING].fillna("") != ""


def is_decided(findings: pd.DataFrame) -> pd.Series[bool]:
    """Mask of the findings whose ruling holds."""
    ruled = is_ruled(findings)
    return ruled & (findings[_REOPENED].fillna("") == "") if ruled.any() else ruled
