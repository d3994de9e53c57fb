"""claimcheck for those who live in pandas: ``df.claims`` and ``series.claims``.

Importing this module registers both; nothing else is loaded before one is used.

>>> import pandas as pd
>>> import claimcheck.accessor
>>> pd.Series(["5–10 million", "at least 7"]).claims.parse()["lower"].tolist()
[5000000.0, 7.0]
"""

from __future__ import annotations

import pandas as pd

import claimcheck as cc


@pd.api.extensions.register_dataframe_accessor("claims")
class ClaimsOfFrame:
    """What claimcheck does with a frame that has the columns of ``claims.csv``."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def reconcile(
        self,
        sources: pd.DataFrame | None = None,
        totals: pd.DataFrame | None = None,
        settings: cc.Settings | None = None,
    ) -> cc.Reconciliation:
        """Reconcile the claims; see :func:`claimcheck.reconcile`.

        Raises:
            DossierError: If the rows cannot be read as they stand, with every bad row.
        """
        return cc.reconcile(self._frame, sources=sources, totals=totals, settings=settings)

    def contradictions(self) -> pd.DataFrame:
        """The findings of figures that no single value can satisfy."""
        return cc.contradictions(self._frame)

    def ranges(self) -> pd.DataFrame:
        """The findings of ranges that are too wide to use."""
        return cc.ranges(self._frame)

    def disputed(self) -> pd.DataFrame:
        """The findings of figures that a source disputes or denies."""
        return cc.disputed(self._frame)


@pd.api.extensions.register_series_accessor("claims")
class ClaimsOfSeries:
    """What claimcheck does with a series of phrases."""

    def __init__(self, phrases: pd.Series[str]) -> None:
        self._phrases = phrases

    def parse(self) -> pd.DataFrame:
        """Read the phrases as figures, one row each; the index is kept."""
        return cc.parse_figures(self._phrases)
