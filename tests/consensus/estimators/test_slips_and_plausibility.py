"""Hints that a figure was mistyped: each with the chance of a coincidence, none a verdict."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.consensus.grim import grim
from claimcheck.consensus.growth import growth
from claimcheck.consensus.severity import set_severity, trimmed_severity
from claimcheck.consensus.slips import UNITS, coincidence, decade_slips, transposed, unit_slips
from claimcheck.errors import RefusedError


@settings(max_examples=50)
@given(st.floats(1, 1e6), st.sampled_from([1, 2, 3, 6, 9]))
def test_a_moved_point_is_found_either_way_round(value: float, power: int) -> None:
    """Which of the two is the slip, the ratio cannot tell."""
    found = decade_slips([value, value * 10.0**power], [value * 10.0**power, value])

    assert found.power.tolist() == [power, -power]


def test_a_factor_near_ten_is_no_slip() -> None:
    """49 against 5.1 million is an order of magnitude, and no moved point."""
    assert decade_slips([5.1e6, 0.0], [49e6, 10.0]).power.tolist() == [0, 0]


def test_the_chance_of_a_coincidence_is_that_of_random_leading_digits() -> None:
    """Two figures in a hundred look like a slip at half a percent: simulated and reckoned."""
    random = np.random.default_rng(7)
    first, second = 10 ** random.uniform(0, 1, (2, 200_000))
    width = math.log10(1.05)

    ratio = np.log10(second / first)
    hits = np.abs(ratio - np.round(ratio)) <= width

    assert hits.mean() == pytest.approx(coincidence(width), rel=0.05)


@pytest.mark.parametrize("unit", sorted(UNITS))
def test_every_unit_factor_is_named_either_way_round(unit: str) -> None:
    """Miles read as kilometres are off by 1.609, and kilometres read as miles too."""
    found = unit_slips([100.0, 100.0 * UNITS[unit]], [100.0 * UNITS[unit], 100.0])

    assert set(found.unit) == {unit}
    assert 0 < found.chance[0] < 0.2


def test_a_plain_ratio_is_no_unit() -> None:
    """A factor of 1.5 is nothing but a factor of 1.5."""
    assert unit_slips([100.0], [150.0]).unit.tolist() == [""]


@settings(max_examples=80)
@given(st.integers(10, 10**9), st.data())
def test_one_swap_of_neighbours_is_found_and_differs_by_a_multiple_of_nine(
    value: int, data: st.DataObject
) -> None:
    """Bookkeepers know: a difference divisible by nine smells of two digits swapped."""
    digits = list(str(value))
    place = data.draw(st.integers(0, len(digits) - 2))
    digits[place], digits[place + 1] = digits[place + 1], digits[place]
    other = int("".join(digits))

    found = bool(transposed([value], [other])[0])

    assert (value - other) % 9 == 0
    assert found == (other != value and len(str(other)) == len(str(value)))


@settings(max_examples=60)
@given(st.integers(1, 99), st.data())
def test_a_mean_that_was_reckoned_is_never_flagged(count: int, data: st.DataObject) -> None:
    """GRIM must not accuse anyone who added up right."""
    total = data.draw(st.integers(0, 7 * count))

    printed = f"{total / count:.2f}"

    assert grim(printed, count).consistent


def test_a_mean_of_many_is_no_evidence() -> None:
    """With 100 answers every mean of two decimals is possible."""
    assert not grim("3.48", 100).informative
    assert grim("3.48", 99).informative
    with pytest.raises(RefusedError, match="is no number"):
        grim("about 3", 20)


def test_vague_years_widen_the_rate_on_both_sides() -> None:
    """2002 to 2007 may be four years or six."""
    vague = growth((284761, 284761), (360000, 360000), (4, 6))
    shrinking = growth((360000, 360000), (284761, 284761), (4, 6))

    assert vague.least == pytest.approx(0.039076, rel=1e-4)
    assert vague.most == pytest.approx(0.058613, rel=1e-4)
    assert shrinking.most == pytest.approx(-vague.least)
    assert vague.unexplained(0.03) == pytest.approx(1.056, rel=1e-3)
    assert vague.unexplained(0.04) == 1.0


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(1, 50), st.integers(0, 30)), min_size=1, max_size=7))
def test_trimmed_severity_is_that_of_the_best_majority(pairs: list[tuple[int, int]]) -> None:
    """Every majority is tried; the least severe one counts."""
    low = np.array([one for one, _ in pairs], dtype=float)
    high = low + np.array([width for _, width in pairs])
    count = low.size
    kept = count - (count - 1) // 2
    masks = (np.arange(1 << count)[:, None] >> np.arange(count)) & 1
    majorities = [mask.astype(bool) for mask in masks if mask.sum() == kept]

    best = min(set_severity(low[mask], high[mask]) for mask in majorities)

    assert trimmed_severity(low, high) == pytest.approx(best, abs=1e-12)
