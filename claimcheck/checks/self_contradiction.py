"""One document gives figures in its own voice, or from one origin, that exclude each other.

The same as a contradiction, within one document: both figures are asserted by it, or both go back
to one origin. A document that reports two others which contradict each other does not contradict
itself; nor does an origin whose figures are of different times, which is a series.
"""

from __future__ import annotations

import pandas as pd

from claimcheck.checks.check import Case, Check, Flags, Over, said
from claimcheck.checks.contradiction import disjoint_figures
from claimcheck.tables import columns as c
from claimcheck.values.relation import Level


def own_figures_apart(pairs: pd.DataFrame) -> Flags:
    """Mask of the contradicting pairs for which one document answers alone."""
    return disjoint_figures(pairs) & pairs[c.SELF_MADE].to_numpy()


CHECK = Check(
    name="self-contradiction",
    level=Level.CONFLICT,
    over=Over.PAIRS,
    message="{document} says both {left_figure} ({left_when}) and {right_figure} ({right_when}): "
    "{distance}{time_note}",
    arithmetic="{arithmetic}",
    hint="look where in the document each stands: two tables, two years or two definitions?",
    find=own_figures_apart,
    cases=(
        Case((said("114,586", "a"), said("150,000", "a")), flagged=True),
        Case(
            (
                said("114,586", "a", origin_id="x", stance="reports"),
                said("150,000", "a", origin_id="y", stance="reports"),
            ),
            flagged=False,
        ),
    ),
    why=__doc__,
)
