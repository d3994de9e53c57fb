"""Merging keeps every value, and camps are what is linked by gaps that are narrow enough."""

from __future__ import annotations

from math import nextafter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import GROUP_COUNT, INF, Rows, ends, grouped_intervals, reordered_intervals

from claimcheck.tables.groups import IntArray
from claimcheck.tables.pieces import camps, merge_pieces

Interval = tuple[float, float]


def covered(intervals: list[Interval], value: float) -> bool:
    """Whether one of the intervals holds the value."""
    return any(lower <= value <= upper for lower, upper in intervals)


def linked(left: Interval, right: Interval, width: float, *, additive: bool) -> bool:
    """Whether two intervals stand in one camp, told by their signs."""
    (_, reach), (start, _) = sorted([left, right])
    if start <= reach or (reach != start and start - reach <= width):
        return True
    if additive or reach == 0 or start == 0 or (reach < 0) != (start < 0):
        return False
    nearer, farther = sorted([abs(reach), abs(start)])
    return farther <= 1.25 * nearer


def components(rows: list[Interval], width: float, *, additive: bool) -> list[int]:
    """Camp of each interval by spreading along the links, the lowest camp first."""
    camp = dict.fromkeys(range(len(rows)), -1)
    number = -1
    for first in sorted(camp, key=lambda row: rows[row]):
        if camp[first] >= 0:
            continue
        number += 1
        reached = [first]
        while reached:
            row = reached.pop()
            if camp[row] < 0:
                camp[row] = number
                reached += [
                    other
                    for other in camp
                    if linked(rows[row], rows[other], width, additive=additive)
                ]
    return list(camp.values())


@given(grouped_intervals(), st.lists(ends, min_size=5, max_size=5))
@settings(max_examples=100)
def test_merging_keeps_every_value_and_adds_none(rows: Rows, values: list[float]) -> None:
    """A voter votes for all that any of its figures leaves possible, and for nothing else."""
    pieces = merge_pieces(rows.lower, rows.upper, rows.codes)

    for voter, members in enumerate(rows.members()):
        said = rows.intervals(members)
        own = pieces.voter == voter
        merged = list(zip(pieces.lower[own].tolist(), pieces.upper[own].tolist(), strict=True))
        just_beside = [nextafter(end, way) for pair in said for end in pair for way in (-INF, INF)]
        for value in [*values, *just_beside, *(end for pair in said for end in pair)]:
            assert covered(merged, value) == covered(said, value)


@given(grouped_intervals())
@settings(max_examples=100)
def test_pieces_of_a_voter_ascend_and_never_touch(rows: Rows) -> None:
    """No point may carry two votes of one voter."""
    pieces = merge_pieces(rows.lower, rows.upper, rows.codes)

    assert (pieces.lower <= pieces.upper).all()
    assert (np.diff(pieces.voter) >= 0).all()
    same_voter = np.diff(pieces.voter) == 0
    assert (pieces.lower[1:] > pieces.upper[:-1])[same_voter].all()


@given(rows=grouped_intervals(), width=st.sampled_from([0.0, 2.0]), additive=st.booleans())
@settings(max_examples=100)
def test_camps_are_the_components_of_linked_rows(
    *, rows: Rows, width: float, additive: bool
) -> None:
    """Single link: who is near to one of a camp belongs to it."""
    found = camps(
        rows.lower,
        rows.upper,
        rows.groups,
        gap_width=np.full(GROUP_COUNT, width),
        additive=np.full(GROUP_COUNT, additive),
    )

    for group, members in enumerate(rows.members()):
        expected = components(rows.intervals(members), width, additive=additive)
        assert found.number[members].tolist() == expected
        assert found.counts[group] == len(set(expected))


@given(reordered_intervals())
@settings(max_examples=50)
def test_the_order_of_rows_changes_no_camp(drawn: tuple[Rows, IntArray]) -> None:
    """Camps are numbered by their values, not by who comes first."""
    rows, order = drawn
    moved = rows.take(order)
    first = camps(rows.lower, rows.upper, rows.groups)
    second = camps(moved.lower, moved.upper, moved.groups)

    assert first.number[order].tolist() == second.number.tolist()
    assert first.codes[order].tolist() == second.codes.tolist()


@given(grouped_intervals())
@settings(max_examples=50)
def test_every_camp_is_a_group_with_rows(rows: Rows) -> None:
    """A sweep of the camps gives each camp its core, without gaps in their codes."""
    found = camps(rows.lower, rows.upper, rows.groups)

    assert found.groups().sizes.tolist() == [
        found.number[members].tolist().count(number)
        for members in rows.members()
        for number in sorted(set(found.number[members].tolist()))
    ]
