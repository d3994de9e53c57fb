"""RAS: a table of parts scaled row by row and column by column until its margins hold.

Needs figures that are not negative (negative ones need GRAS), margins with one grand total, and
zeros that leave a solution; zeros stay zeros. Also called iterative proportional fitting.
Reference: Stone, "Input-output and national accounts", OECD 1961; Deming and Stephan, Ann. Math.
Stat. 11, 1940.
"""

from __future__ import annotations

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import FloatArray, as_vector
from claimcheck.errors import RefusedError

SAME_TOTAL = 1e-6
PRECISION = 1e-13
ROUNDS = 10_000


@frozen(eq=False)
class Ras:
    """The scaled table.

    Attributes:
        table: The table, ``(r, k)``, unit of the parts.
        rounds: Rounds of row and column scaling.
    """

    table: FloatArray
    rounds: int


def ras(parts: ArrayLike, rows: ArrayLike, columns: ArrayLike) -> Ras:
    """Scale *parts* ``(r, k)`` to row sums *rows* ``(r,)`` and column sums *columns* ``(k,)``.

    Raises:
        RefusedError: If a figure is negative, the margins differ in their grand total, or the
            zeros leave no table with these margins.

    >>> ras([[1, 1], [1, 1]], [3, 1], [2, 2]).table.tolist()
    [[1.5, 1.5], [0.5, 0.5]]
    """
    table = np.array(parts, dtype=np.float64)
    row, column = as_vector(rows, "row sums"), as_vector(columns, "column sums")
    if table.shape != (row.size, column.size):
        raise RefusedError(f"a table of {table.shape} with {row.size} rows, {column.size} columns")
    if np.isnan(table).any() or (table < 0).any() or (row < 0).any() or (column < 0).any():
        raise RefusedError("a figure is negative or missing", "negative figures need GRAS")
    total, other = row.sum(), column.sum()
    if abs(total - other) > SAME_TOTAL * max(total, other):
        raise RefusedError(
            f"rows add up to {total:g}, columns to {other:g}", "settle the grand total first"
        )
    done, reached = 0, False
    while done < ROUNDS and not reached:
        done += 1
        table *= _factors(row, table.sum(axis=1))[:, None]
        table *= _factors(column, table.sum(axis=0))
        reached = bool(np.abs(table.sum(axis=1) - row).max() <= PRECISION * max(total, 1e-300))
    if not _holds(table, row, column, float(total)):
        raise RefusedError("the zeros of the table leave none with these margins")
    return Ras(table, done)


def _factors(wanted: FloatArray, found: FloatArray) -> FloatArray:
    return np.divide(wanted, found, out=np.zeros(wanted.size), where=found > 0)


def _holds(table: FloatArray, row: FloatArray, column: FloatArray, total: float) -> bool:
    off_rows = np.abs(table.sum(axis=1) - row).max()
    off_columns = np.abs(table.sum(axis=0) - column).max()
    return bool(max(off_rows, off_columns) <= SAME_TOTAL * max(total, 1e-300))
