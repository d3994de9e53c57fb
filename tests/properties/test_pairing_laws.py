"""Pairs come whole and once, and the deepest are those that a full list would put first."""

from __future__ import annotations

from itertools import combinations, permutations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import GROUP_COUNT, INF, Rows, grouped_intervals

from claimcheck.tables.pairing import deepest_pairs, listed_pairs

Depth = tuple[float, float]


def depth(below: float, above: float, *, additive: bool) -> Depth:
    """Ratio and difference by which one value lies below another."""
    ratio = INF if below <= 0 <= above else max(above / below, below / above)
    return (1.0 if additive else ratio, above - below)


def all_depths(rows: Rows, members: list[int], *, additive: bool) -> list[Depth]:
    """The depths of all disjoint pairs of some rows, deepest first."""
    return sorted(
        (
            depth(float(rows.upper[left]), float(rows.lower[right]), additive=additive)
            for left, right in permutations(members, 2)
            if rows.upper[left] < rows.lower[right]
        ),
        reverse=True,
    )


@given(grouped_intervals(), st.integers(1, 12), st.integers(1, 20))
@settings(max_examples=100)
def test_every_pair_of_a_small_group_comes_once(rows: Rows, cap: int, chunk: int) -> None:
    """Groups above the cap give no pair, and no chunk is larger than asked or empty."""
    chunks = list(listed_pairs(rows.groups, cap, chunk))

    listed = [pair for pairs in chunks for pair in zip(*map(np.ndarray.tolist, pairs), strict=True)]
    small = [members for members in rows.members() if len(members) <= cap]
    assert listed == [pair for members in small for pair in combinations(members, 2)]
    assert all(len(pairs.left) == chunk for pairs in chunks[:-1])
    assert all(len(pairs.left) > 0 for pairs in chunks)


@given(rows=grouped_intervals(), limit=st.integers(1, 12), additive=st.booleans())
@settings(max_examples=100)
def test_the_deepest_pairs_head_the_list_of_all(*, rows: Rows, limit: int, additive: bool) -> None:
    """Only a few candidates are looked at, and none that belongs to the list may be missed."""
    selected = np.flatnonzero(rows.groups.sizes)
    pairs = deepest_pairs(
        rows.lower,
        rows.upper,
        rows.groups,
        selected,
        limit=limit,
        additive=np.full(GROUP_COUNT, additive),
    )

    assert (rows.upper[pairs.left] < rows.lower[pairs.right]).all()
    assert (rows.codes[pairs.left] == rows.codes[pairs.right]).all()
    assert len(set(zip(pairs.left, pairs.right, strict=True))) == len(pairs.left)
    for group, members in enumerate(rows.members()):
        own = rows.codes[pairs.left] == group
        found = [
            depth(below, above, additive=additive)
            for below, above in zip(
                rows.upper[pairs.left[own]].tolist(),
                rows.lower[pairs.right[own]].tolist(),
                strict=True,
            )
        ]
        assert found == all_depths(rows, members, additive=additive)[:limit]
