"""Kinds of measures and of slips, as codes and as words."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from claimcheck.tables import columns as c

STOCK, TALLY, FLOW, CONSTANT = range(4)
NO_SLIP, MAGNITUDE_SLIP, UNIT_SLIP, DIGIT_SLIP = range(4)
MEASURE_KINDS = ("stock", "tally", "flow", "constant")


def kind_words(codes: npt.NDArray[np.int8]) -> pd.Categorical:
    """Codes as a categorical of words."""
    return pd.Categorical.from_codes(codes, categories=pd.Index(MEASURE_KINDS, dtype="str"))


def kind_codes(claims: pd.DataFrame) -> npt.NDArray[np.int8]:
    """Codes of the column measure_kind, shape (n,)."""
    return claims[c.MEASURE_KIND].cat.codes.to_numpy().astype(np.int8)
