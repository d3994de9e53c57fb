"""A document tells of a time after it appeared.

Flagged when a figure that is no projection is of a time after its document was published, and when
an expected or planned date had already gone by when it was.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from claimcheck.checks.check import Case, Check, Flags, Over, said
from claimcheck.settings import Settings
from claimcheck.tables import columns as c
from claimcheck.tables.measures import folded, named
from claimcheck.values.relation import Level


def out_of_time(claims: pd.DataFrame, settings: Settings) -> Flags:
    """Mask of the figures about a time after their document, or of plans already past."""
    dated = (claims[c.DIMENSION] == "date").to_numpy()
    expected = _of_what_was_to_come(claims[c.MEASURE], settings.expected_measures)
    future = expected | (claims[c.METHOD] == "projection").to_numpy()
    figure = np.isfinite(claims[c.SAID_LOWER].to_numpy())
    begun = np.where(dated & figure, claims[c.SAID_LOWER], claims[c.TIME_START])
    too_late = ~future & (begun > claims[c.PUBLISHED_END].to_numpy())
    gone = dated & expected & (claims[c.SAID_UPPER] < claims[c.PUBLISHED_START]).to_numpy()
    return too_late | gone


def _of_what_was_to_come(measures: pd.Series[str], expected: frozenset[str]) -> Flags:
    """Whether each measure is of a plan by its head or its first word ("planned opening")."""
    code, distinct = pd.factorize(measures)
    first = [folded(name).split()[:1] for name in distinct]
    adjective = np.array([not expected.isdisjoint(word) for word in first], bool)
    return named(measures, expected) | adjective[code]


CHECK = Check(
    name="anachronism",
    level=Level.WARNING,
    over=Over.CLAIMS,
    message="{claim}: {anachronism}",
    hint="check the date of the document and the time of the figure; one of them is wrong",
    find=out_of_time,
    cases=(
        Case(
            (said("5,000", "a", as_of="2025"),),
            sources=({"source_id": "a", "published": "2020"},),
            flagged=True,
        ),
        Case(
            (said("5,000", "a", as_of="2025", method="projection"),),
            sources=({"source_id": "a", "published": "2020"},),
            flagged=False,
        ),
    ),
    why=__doc__,
)
