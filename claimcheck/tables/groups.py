"""Rows in groups, laid out so that kernels run over all groups at once.

A kernel never loops over groups. It takes its columns in group order, and either reduces them by
``reduceat`` or works on blocks: tables of a bounded number of cells, one row a group, whose groups
are of similar size, so that little of a block is padding.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd
from attrs import frozen

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.integer]
Scalar = TypeVar("Scalar", bound=np.generic)

BLOCK_CELLS = 2**17
"""Cells in a block: a few such float tables fit in a processor's second cache."""

_DIGIT_BITS = 16
_UNPADDED_SIZE = 8
_STEPS_AN_OCTAVE = 4


@frozen(eq=False)
class Block:
    """Groups of similar size as the rows of one table.

    Attributes:
        groups: Codes of the groups, shape ``(r,)``.
        sizes: Rows in each group, shape ``(r, 1)``.
        positions: Place of every cell in the columns in group order, shape ``(r, k)``. Padding
            repeats the last row of its group.
        padding: True where a cell holds no row, shape ``(r, k)``; None where every cell holds one.
            Padding stands at the end of its row, and stays there when NaN is sorted.
    """

    groups: IntArray
    sizes: IntArray
    positions: IntArray
    padding: BoolArray | None

    def take(self, ordered: FloatArray, fill: float = np.nan) -> FloatArray:
        """The cells of a column in group order, shape ``(r, k)``, with *fill* for padding."""
        cells = ordered[self.positions]
        if self.padding is not None:
            cells[self.padding] = fill
        return cells

    def put(
        self,
        ordered: npt.NDArray[Scalar],
        columns: IntArray,
        cells: npt.NDArray[Scalar],
    ) -> None:
        """Write *cells* into a column in group order, in the rows that *columns* names.

        Args:
            ordered: Column in group order, shape ``(n,)``; written to.
            columns: Which column of the block each cell came from, as ``argsort`` gives it,
                shape ``(r, k)``, with padding last.
            cells: What to write, shape ``(r, k)``.
        """
        places = self.positions[:, :1] + columns
        if self.padding is None:
            ordered[places] = cells
        else:
            real = ~self.padding
            ordered[places[real]] = cells[real]


@frozen(eq=False)
class Groups:
    """Which rows belong together.

    Attributes:
        codes: Group of each row, from 0, shape ``(n,)``.
        order: Rows in group order, those of one group in their own order, shape ``(n,)``.
        starts: Where each group starts in that order, shape ``(g,)``.
        sizes: Rows in each group, shape ``(g,)``; a group may be empty.

    >>> groups = Groups.of(np.array([1, 0, 1, 3]), 4)
    >>> groups.order.tolist(), groups.sizes.tolist()
    ([1, 0, 2, 3], [1, 2, 0, 1])
    """

    codes: Codes
    order: IntArray
    starts: IntArray
    sizes: IntArray

    @classmethod
    def of(cls, codes: Codes, count: int) -> Groups:
        """Groups from the code of each row.

        Args:
            codes: Group of each row, ``0 <= code < count``, shape ``(n,)``.
            count: Number of groups, those without rows among them.
        """
        sizes = np.bincount(codes, minlength=count).astype(np.int64)
        return cls(
            codes=codes,
            order=group_order(codes, count),
            starts=np.cumsum(sizes) - sizes,
            sizes=sizes,
        )

    def arrange(self, values: npt.NDArray[Scalar]) -> npt.NDArray[Scalar]:
        """A column of rows, shape ``(n,)``, in group order."""
        return values[self.order]

    def restore(self, ordered: npt.NDArray[Scalar]) -> npt.NDArray[Scalar]:
        """A column in group order, shape ``(n,)``, back in the order of the rows."""
        values = np.empty_like(ordered)
        values[self.order] = ordered
        return values

    def reduce(self, ufunc: np.ufunc, ordered: FloatArray) -> FloatArray:
        """Reduce a column in group order to one value a group, shape ``(g,)``; NaN if empty."""
        filled = np.flatnonzero(self.sizes)
        reduced = np.full(len(self.sizes), np.nan)
        if filled.size:
            reduced[filled] = ufunc.reduceat(ordered, self.starts[filled])
        return reduced

    def blocks(self, selected: IntArray, cells: int = BLOCK_CELLS) -> Iterator[Block]:
        """Lay the selected groups out in blocks, smaller groups first.

        Args:
            selected: Codes of groups, none of them empty.
            cells: Most cells in a block; only a larger group makes a larger one.
        """
        by_size = selected[np.argsort(self.sizes[selected], kind="stable")]
        widths = size_classes(self.sizes[by_size])
        for alike in np.split(by_size, np.flatnonzero(np.diff(widths)) + 1):
            rows = max(1, cells // int(self.sizes[alike].max(initial=1)))
            for first in range(0, len(alike), rows):
                yield self._block(alike[first : first + rows])

    def _block(self, groups: IntArray) -> Block:
        """The block of some groups of similar size."""
        sizes = self.sizes[groups][:, np.newaxis]
        columns = np.arange(sizes.max())
        padded = bool((sizes != len(columns)).any())
        return Block(
            groups=groups,
            sizes=sizes,
            positions=self.starts[groups][:, np.newaxis] + np.minimum(columns, sizes - 1),
            padding=columns >= sizes if padded else None,
        )


def group_order(codes: Codes, count: int) -> IntArray:
    """Stable order of the rows by group in linear time, shape ``(n,)``.

    numpy sorts 16-bit integers by radix, so each 16 bits of the codes take one pass.

    Args:
        codes: Group of each row, ``0 <= code < count``, shape ``(n,)``.
        count: Number of groups.

    >>> group_order(np.array([70_000, 2, 70_000, 2]), 70_001).tolist()
    [1, 3, 0, 2]
    """
    order = np.argsort(codes.astype(np.uint16), kind="stable")
    for shift in range(_DIGIT_BITS, (int(count) - 1).bit_length(), _DIGIT_BITS):
        digit = (codes[order] >> shift).astype(np.uint16)
        order = order[np.argsort(digit, kind="stable")]
    return order


def joint_codes(first: Codes, second: Codes) -> npt.NDArray[np.int32]:
    """One code for each distinct pair of codes, from 0 in order of appearance, shape (n,).

    >>> joint_codes(np.array([7, 7, 2]), np.array([1, 0, 1])).tolist()
    [0, 1, 2]
    """
    width = int(second.max(initial=0)) + 1
    joint, _ = pd.factorize(first.astype(np.int64) * width + second)
    return joint.astype(np.int32)


def lexical_order(*keys: npt.NDArray[np.generic]) -> IntArray:
    """Order of the rows by several keys, as ``np.lexsort`` has it: the last key leads, shape (n,).

    Quicker where the keys have far fewer values than rows, which are all that is sorted.

    >>> lexical_order(np.array([2.0, 1, 3]), np.array([0, 1, 0])).tolist()
    [0, 2, 1]
    """
    order = np.arange(len(keys[0]))
    for key in keys:
        rank, distinct = pd.factorize(key, sort=True)
        order = order[group_order(rank[order], len(distinct))]
    return order


def size_classes(sizes: IntArray) -> IntArray:
    """The size up to which each group is padded, shape ``(g,)``.

    Sizes up to eight stand for themselves, larger ones are rounded up to a quarter of an octave,
    so that padding is never more than a quarter of a row.

    >>> size_classes(np.array([1, 8, 9, 17, 100_000])).tolist()
    [1, 8, 10, 20, 114688]
    """
    octave = np.floor(np.log2(np.maximum(sizes - 1, 1))).astype(np.int64)
    step = 2 ** np.maximum(octave - int(np.log2(_STEPS_AN_OCTAVE)), 0)
    return np.where(sizes <= _UNPADDED_SIZE, sizes, -(-sizes // step) * step)
