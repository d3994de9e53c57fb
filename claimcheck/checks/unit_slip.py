"""Two figures differ by the factor of two units, as if one had been copied without converting.

A contradiction between two single values in a measured unit, whose ratio is, within rounding, that
of two units of the same dimension: mile and kilometre, acre and hectare, millibar and inch of
mercury.
"""

from __future__ import annotations

import pandas as pd

from claimcheck.checks.check import Case, Check, Flags, Over, said
from claimcheck.checks.contradiction import disjoint_figures
from claimcheck.tables import columns as c
from claimcheck.tables.kinds import UNIT_SLIP
from claimcheck.values.relation import Level


def unit_ratio(pairs: pd.DataFrame) -> Flags:
    """Mask of the contradicting pairs that stand in the factor of two units."""
    return disjoint_figures(pairs) & (pairs[c.SLIP] == UNIT_SLIP).to_numpy()


CHECK = Check(
    name="unit-slip",
    level=Level.CONFLICT,
    over=Over.PAIRS,
    message="{left} against {right}: the factor is {slip_factor} within rounding, that of two "
    "units of {dimension}{time_note}",
    arithmetic="{arithmetic}",
    hint="look up the unit in the original: one of them may have been copied without converting",
    find=unit_ratio,
    cases=(
        Case(
            (
                said("6,650", "a", unit="km", measure="length"),
                said("4,132", "b", unit="km", measure="length"),
            ),
            flagged=True,
        ),
        Case(
            (
                said("6,650", "a", unit="km", measure="length"),
                said("4,500", "b", unit="km", measure="length"),
            ),
            flagged=False,
        ),
    ),
    why=__doc__,
)
