"""Claims of many sources about many items as sorted arrays, with sums by item and by source."""

from __future__ import annotations

import numpy as np
from attrs import frozen

from claimcheck.consensus.estimators.arrays import BoolArray, FloatArray, IntArray


@frozen(eq=False)
class ClaimTable:
    """Claims in the order of item, value and source; one a source and item.

    Attributes:
        item: Code of the item, ``(c,)``, 0 to ``items`` - 1, each of them at least once.
        source: Code of the source, ``(c,)``.
        value: The figure, ``(c,)``, finite.
        items: Number of items, n.
        sources: Number of sources, m.
        starts: Position of the first claim of each item, ``(n,)``.
        counts: Number of claims of each item, ``(n,)``.
        claims_by_source: Number of claims of each source, ``(m,)``; may be 0.
        distinct: Code of the distinct value that each claim gives for its item, ``(c,)``, rising.
        firsts: Position of the first claim of each distinct value, ``(d,)``.
    """

    item: IntArray
    source: IntArray
    value: FloatArray
    items: int
    sources: int
    starts: IntArray
    counts: IntArray
    claims_by_source: IntArray
    distinct: IntArray
    firsts: IntArray

    @classmethod
    def of(
        cls, item: IntArray, source: IntArray, value: FloatArray, *, sources: int = 0
    ) -> ClaimTable:
        """The table of claims given in any order, item codes from 0 on without gaps.

        Args:
            item: Codes of the items, ``(c,)``.
            source: Codes of the sources, ``(c,)``.
            value: The figures, ``(c,)``.
            sources: Number of sources, where some may have no claim; else as many as are seen.
        """
        order = np.lexsort((source, value, item))
        item, source, value = item[order], source[order], value[order]
        counts = np.bincount(item).astype(np.intp)
        by_source = np.bincount(source, minlength=sources).astype(np.intp)
        starts = (np.cumsum(counts) - counts).astype(np.intp)
        new = np.concatenate([[True], (np.diff(item) != 0) | (np.diff(value) != 0)])
        return cls(
            item=item,
            source=source,
            value=value,
            items=counts.size,
            sources=by_source.size,
            starts=starts,
            counts=counts,
            claims_by_source=by_source,
            distinct=(np.cumsum(new) - 1).astype(np.intp),
            firsts=np.flatnonzero(new),
        )

    @property
    def ones(self) -> FloatArray:
        """The weight 1 for every claim, ``(c,)``."""
        return np.ones(self.value.size)

    @property
    def contested(self) -> BoolArray:
        """Whether the claims of an item differ, ``(n,)``."""
        last = self.starts + self.counts - 1
        return np.asarray(self.value[self.starts] != self.value[last])

    def by_item(self, amounts: FloatArray) -> FloatArray:
        """Sum of *amounts* ``(c,)`` over the claims of each item, ``(n,)``."""
        return np.bincount(self.item, amounts, minlength=self.items).astype(np.float64)

    def by_source(self, amounts: FloatArray) -> FloatArray:
        """Sum of *amounts* ``(c,)`` over the claims of each source, ``(m,)``."""
        return np.bincount(self.source, amounts, minlength=self.sources).astype(np.float64)
