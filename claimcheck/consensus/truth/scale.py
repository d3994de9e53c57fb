"""Whether the items of a set are measured on a ratio scale that ranges wide."""

from __future__ import annotations

import numpy as np

from claimcheck.consensus.truth.centres import weighted_medians
from claimcheck.consensus.truth.claims import ClaimTable

DECADES = 2.0
FEW = 0.05


def wide_ranged(table: ClaimTable) -> bool:
    """Whether claims are positive, one in twenty apart, and items span two decades or more.

    Only then are factors of ten a mistake worth a test, and logarithms the scale to work on.
    """
    if np.mean(table.value <= 0) > FEW:
        return False
    medians = weighted_medians(table, table.ones)
    medians = medians[medians > 0]
    return bool(medians.size and np.log10(medians.max()) - np.log10(medians.min()) >= DECADES)
