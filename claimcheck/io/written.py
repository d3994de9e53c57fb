"""A table as it stands on disk: days in ISO, nothing where nothing is given."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from claimcheck.tables import columns as c
from claimcheck.tables.cells import end_text

_TYPED = {".jsonl", ".ndjson", ".xlsx", ".xlsm"}


def written(table: pd.DataFrame, *, suffix: str) -> pd.DataFrame:
    """The table as a file of that suffix holds it.

    Args:
        table: Any table of a dossier; the ends of claims are written as plain numbers, or as ISO
            days where the unit is ``date``.
        suffix: CSV holds text. In Excel and JSON lines every end that is a number is one; in
            Parquet they are where no end is a day.
    """
    ends = [name for name in c.NUMERIC if name in table]
    if not ends:
        return table
    is_day = table[c.UNIT] == "date"
    has_days = bool((table.loc[is_day, ends].notna()).to_numpy().any())
    if suffix == ".parquet" and not has_days:
        return table
    text = {name: end_text(table[name], is_day=is_day) for name in ends}
    if suffix in _TYPED:
        return table.assign(**{name: _mixed(table[name], text[name], is_day) for name in ends})
    return table.assign(**text)


def _mixed(ends: pd.Series[float], text: pd.Series[str], is_day: pd.Series[bool]) -> pd.Series:
    """Numbers where they are finite numbers, text where they are days or open."""
    is_number = ~is_day & np.isfinite(ends)
    plain = ends.where(is_number, 0.0)
    whole = (plain % 1 == 0) & (plain.abs() < 2.0**53)
    numbers = plain.astype(object).where(~whole, plain.where(whole, 0).astype("int64"))
    return numbers.where(is_number, text.astype(object)).where(ends.notna(), math.nan)
