"""Whom a document credits for the figures of a quantity."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
from attrs import frozen

from claimcheck.tables import columns as c

Codes = npt.NDArray[np.int64]

_KEY, _LOWER, _UPPER, _ORIGIN = "key", "lower", "upper", "origin"


@frozen(eq=False)
class Credits:
    """Whom documents credit, by quantity.

    Attributes:
        claims: Key of the quantity and ends as said of every claim, shape (n, 3).
        size: Number of sources.
        may_lead_on: Whether a source credits another anywhere, by code.
        sole: The origin by key of quantity and document, where it has all its figures from one.
        by_figure: The origin by the key and the ends of a figure.
    """

    claims: pd.DataFrame
    size: int
    may_lead_on: npt.NDArray[np.bool_]
    sole: pd.Series[int]
    by_figure: pd.Series[int]

    @classmethod
    def of(cls, claims: pd.DataFrame, source: Codes, upstream: Codes, size: int) -> Credits:
        """Whom the voting *claims* credit.

        Args:
            claims: Claims with quantity_code, votes and the said ends.
            source: Code of the document of each claim, shape (n,).
            upstream: Code of the one that it credits, else of the document, shape (n,).
            size: Number of sources.
        """
        figures = pd.DataFrame(
            {
                _KEY: claims[c.QUANTITY_CODE].to_numpy() * size,
                _LOWER: claims[c.SAID_LOWER].to_numpy(),
                _UPPER: claims[c.SAID_UPPER].to_numpy(),
            }
        )
        votes = claims[c.VOTES].to_numpy()
        credited = votes & (upstream != source)
        may_lead_on = np.zeros(size, np.bool_)
        may_lead_on[source[credited]] = True
        told = figures.copy(deep=False)
        told[_KEY], told[_ORIGIN] = figures[_KEY] + source, upstream
        voices = told[votes & may_lead_on[source]].groupby(_KEY)[_ORIGIN].agg(["min", "max"])
        sole = voices.loc[voices["min"] == voices["max"], "min"]
        by_figure = told[credited].groupby([_KEY, _LOWER, _UPPER])[_ORIGIN].min()
        return cls(figures, size, may_lead_on, sole, by_figure)

    def behind(self, rows: Codes, document: Codes) -> Codes:
        """The origin that *document* credits for the figures at *rows*; -1 where it credits none.

        A document that has all its figures of the quantity from one origin has this one from it
        too; else the figure has to be the same.

        Args:
            rows: Positions of claims, shape (m,).
            document: Code of a source for each, shape (m,).
        """
        figures = self.claims.iloc[rows]
        key = figures[_KEY].to_numpy() + document
        same = pd.MultiIndex.from_arrays([key, figures[_LOWER], figures[_UPPER]])
        by_figure = self.by_figure.reindex(same, fill_value=-1).to_numpy()
        sole = self.sole.reindex(key, fill_value=-1).to_numpy()
        own = sole == document
        return np.where(by_figure >= 0, by_figure, np.where(own, -1, sole)).astype(np.int64)
