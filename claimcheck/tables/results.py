"""The frozen bundle of tables that a run yields, and all that a report reads."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from attrs import field, frozen

from claimcheck.settings import Settings
from claimcheck.tables import columns as c


@frozen(eq=False, repr=False)
class Results:
    """What a reconciliation found, as tables; their columns stand in ``tables/columns.py``.

    Attributes:
        name: Name of the dossier.
        claims: One row a claim: the columns as written, then what was read from them.
        sources: One row a source, as written.
        totals: One row a part of a whole, as written.
        quantities: One row a quantity: its status and what its sources agree on.
        camps: One row a camp of a conflicting quantity.
        pairs: One row a pair of figures that were compared.
        findings: One row a finding, worst first.
        summary: Counts that are read first.
        settings: The constants that were used.
        alike: One row a pair of quantities that may be one and are not compared.
    """

    name: str
    claims: pd.DataFrame
    sources: pd.DataFrame
    totals: pd.DataFrame
    quantities: pd.DataFrame
    camps: pd.DataFrame
    pairs: pd.DataFrame
    findings: pd.DataFrame
    summary: Mapping[str, object]
    settings: Settings
    alike: pd.DataFrame = field(factory=lambda: pd.DataFrame(columns=list(c.ALIKE_COLUMNS)))
