"""Balancing: totals hold afterwards, and what cannot hold is refused or proved impossible."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.consensus.balance import balance, mint
from claimcheck.consensus.propagation import tighten
from claimcheck.consensus.ras import ras
from claimcheck.errors import RefusedError

WHOLE_OF_TWO = [[1, -1, -1]]


@settings(max_examples=30)
@given(
    figures=st.lists(st.integers(1, 1000), min_size=3, max_size=3),
    errors=st.lists(st.integers(200, 400), min_size=3, max_size=3),
)
def test_a_balanced_account_adds_up_and_is_no_less_certain(
    figures: list[int], errors: list[int]
) -> None:
    """What two totals tell can only sharpen what is known."""
    found = balance(figures, errors, WHOLE_OF_TWO)

    if found.balanced is None:
        assert found.p_value < 0.05
        return
    whole, *parts = found.balanced
    assert whole == pytest.approx(sum(parts), abs=1e-6)
    assert all(new <= old + 1e-9 for new, old in zip(found.errors, errors, strict=True))


def test_with_several_totals_the_culprit_is_named() -> None:
    """The part that stands in two broken totals is the one to look at."""
    rows = [[1, -1, -1, 0, 0], [0, 1, 0, -1, -1]]

    found = balance([100, 90, 50, 25, 25], [1, 1, 1, 1, 1], rows)

    assert found.balanced is None
    assert int(np.argmax(found.measurement_tests)) == 1
    assert 1 in found.suspects


def test_with_one_total_no_figure_is_singled_out() -> None:
    """All tests are equal: any of them may be the wrong one."""
    found = balance([1000, 90], [10, 10], [[1, -1]])

    assert found.suspects == ()
    assert "no figure can be singled out" in found.notes[0]


def test_totals_that_repeat_each_other_are_refused() -> None:
    """Two copies of one total would count its evidence twice."""
    with pytest.raises(RefusedError, match="cannot be told apart"):
        balance([3, 1, 2], [1, 1, 1], [[1, -1, -1], [2, -2, -2]])


def test_least_squares_and_mint_are_the_same() -> None:
    """Two literatures, one projection."""
    figures, errors = [1000.0, 300, 400, 350], np.array([10.0, 10, 20, 30])
    summing = [[1, 1, 1], [1, 0, 0], [0, 1, 0], [0, 0, 1]]

    one = balance(figures, errors, [[1, -1, -1, -1]]).balanced

    assert mint(figures, summing, errors**2).tolist() == pytest.approx(list(one or ()))


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 30)), min_size=3, max_size=3))
def test_tightening_keeps_every_solution_and_proves_only_what_has_none(
    pairs: list[tuple[int, int]],
) -> None:
    """Whole numbers that fit are counted out: none may be lost, and bounds must be reached."""
    low = np.array([one for one, _ in pairs])
    high = low + np.array([width for _, width in pairs])
    first, second = np.meshgrid(
        np.arange(low[1], high[1] + 1), np.arange(low[2], high[2] + 1), indexing="ij"
    )
    fitting = (first + second >= low[0]) & (first + second <= high[0])

    found = tighten(low, high, WHOLE_OF_TWO)

    assert found.fits == bool(fitting.any())
    if found.fits:
        assert found.lower == (
            (first + second)[fitting].min(),
            first[fitting].min(),
            second[fitting].min(),
        )
        assert found.upper == (
            (first + second)[fitting].max(),
            first[fitting].max(),
            second[fitting].max(),
        )


def test_an_open_part_is_bounded_by_its_whole() -> None:
    """Nothing was said of it, yet it cannot exceed what the others leave."""
    found = tighten([90, 30, 0], [100, 40, np.inf], WHOLE_OF_TWO)

    assert found.lower == (90, 30, 50)
    assert found.upper == (100, 40, 70)


def test_chained_totals_that_cross_are_proved_impossible() -> None:
    """Each total can hold alone; together they cannot."""
    rows = [[1, -1, 0], [0, 1, -1], [1, 0, -1]]

    found = tighten([0, 0, 5], [4, 10, 9], rows)

    assert not found.fits
    assert found.impossible != ()


@settings(max_examples=30)
@given(
    st.lists(st.lists(st.integers(1, 50), min_size=3, max_size=3), min_size=2, max_size=4),
    st.integers(2, 7),
)
def test_ras_meets_both_margins_and_keeps_the_odds(table: list[list[int]], factor: int) -> None:
    """Scaling rows and columns leaves every cross ratio as it was."""
    start = np.array(table, dtype=float)
    rows = start.sum(axis=1) * np.linspace(1, factor, len(table))
    columns = start.sum(axis=0) * rows.sum() / start.sum()

    found = ras(start, rows, columns).table

    assert found.sum(axis=1) == pytest.approx(rows, rel=1e-6)
    assert found.sum(axis=0) == pytest.approx(columns, rel=1e-6)
    before = start[0, 0] * start[1, 1] / (start[0, 1] * start[1, 0])
    after = found[0, 0] * found[1, 1] / (found[0, 1] * found[1, 0])
    assert after == pytest.approx(before, rel=1e-6)


@pytest.mark.parametrize(
    ("table", "rows", "columns", "words"),
    [
        ([[1, -1], [1, 1]], [1, 1], [1, 1], "negative"),
        ([[1, 1], [1, 1]], [3, 1], [2, 3], "grand total"),
        ([[1, 0], [0, 1]], [3, 1], [1, 3], "zeros"),
    ],
)
def test_ras_refuses_what_has_no_solution(
    table: list[list[int]], rows: list[int], columns: list[int], words: str
) -> None:
    """Signs, totals and zeros each can make the margins unreachable."""
    with pytest.raises(RefusedError, match=words):
        ras(table, rows, columns)
