"""Groups of intervals as claims give them: ties, touching and open ends, infinities, duplicates."""

from __future__ import annotations

import numpy as np
from attrs import frozen
from hypothesis import strategies as st

from claimcheck.tables.groups import FloatArray, Groups, IntArray

INF = float("inf")
GROUP_COUNT = 4

few_values = st.sampled_from([-INF, -100.0, -5.0, -4.0, -1.0, 0.0, 1.0, 1.25, 2.0, 3.0, 9.0, INF])
any_values = st.floats(allow_nan=False)
ends = few_values | few_values | any_values


@frozen(eq=False)
class Rows:
    """Intervals in groups, of which some may be empty.

    Attributes:
        lower: Least value of each row, shape ``(n,)``.
        upper: Greatest value of each row, shape ``(n,)``.
        codes: Group of each row, shape ``(n,)``.
    """

    lower: FloatArray
    upper: FloatArray
    codes: IntArray

    @property
    def groups(self) -> Groups:
        """The rows in their groups."""
        return Groups.of(self.codes, GROUP_COUNT)

    def members(self) -> list[list[int]]:
        """The rows of each group, found the plain way."""
        return [
            [row for row, code in enumerate(self.codes) if code == g] for g in range(GROUP_COUNT)
        ]

    def intervals(self, rows: list[int]) -> list[tuple[float, float]]:
        """The ends of some rows."""
        return [(float(self.lower[row]), float(self.upper[row])) for row in rows]

    def take(self, order: IntArray) -> Rows:
        """The same rows in another order."""
        return Rows(self.lower[order], self.upper[order], self.codes[order])


@st.composite
def intervals(draw: st.DrawFn) -> tuple[float, float]:
    """A closed interval; one in about three is a point."""
    first = draw(ends)
    second = draw(st.just(first) | ends | ends)
    return min(first, second), max(first, second)


@st.composite
def grouped_intervals(draw: st.DrawFn, max_size: int = 30) -> Rows:
    """Up to *max_size* intervals, most of them in the first group, and duplicates of some."""
    row = st.tuples(intervals(), st.sampled_from([0, 0, 0, 1, 1, 2, 3]))
    size = draw(st.integers(0, max_size))
    rows = draw(st.lists(row, min_size=size, max_size=size))
    rows += draw(st.lists(st.sampled_from(rows), max_size=4)) if rows else []
    return Rows(
        lower=np.array([lower for (lower, _), _ in rows], dtype=np.float64),
        upper=np.array([upper for (_, upper), _ in rows], dtype=np.float64),
        codes=np.array([code for _, code in rows], dtype=np.int64),
    )


@st.composite
def reordered_intervals(draw: st.DrawFn, max_size: int = 30) -> tuple[Rows, IntArray]:
    """Intervals in groups, and another order of their rows."""
    rows = draw(grouped_intervals(max_size))
    order = draw(st.permutations(range(len(rows.codes))))
    return rows, np.array(order, dtype=np.int64)
