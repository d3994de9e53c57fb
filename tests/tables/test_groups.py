"""Groups keep their rows together, whatever their codes and sizes."""

from __future__ import annotations

import numpy as np
import pytest

from claimcheck.tables.groups import Groups, group_order, lexical_order, size_classes


@pytest.mark.parametrize("dtype", [np.int16, np.int32, np.int64, np.uint32])
@pytest.mark.parametrize("count", [1, 300, 65_536, 65_537, 3_000_000])
def test_the_order_is_that_of_a_stable_sort(count: int, dtype: type[np.integer]) -> None:
    """Codes beyond 16 and beyond 21 bits take a second pass, which must keep the first."""
    count = min(count, np.iinfo(dtype).max)
    codes = np.random.default_rng(1).integers(0, count, 500).astype(dtype)
    codes = np.concatenate([codes, codes[:50]])

    np.testing.assert_array_equal(group_order(codes, count), np.argsort(codes, kind="stable"))


def test_the_order_by_several_keys_is_that_of_lexsort() -> None:
    """Open times are infinite, and a key may have no rows at all."""
    random = np.random.default_rng(2)
    times = random.choice([-np.inf, 1.5, 2.0, np.inf], 300)
    codes = random.integers(0, 20, 300)

    np.testing.assert_array_equal(lexical_order(times, codes), np.lexsort((times, codes)))
    assert lexical_order(np.empty(0), np.empty(0, np.int64)).tolist() == []


def test_no_rows_make_empty_groups() -> None:
    """A dossier whose figures are all unreadable has quantities and no figures."""
    groups = Groups.of(np.empty(0, np.int64), 2)

    assert groups.sizes.tolist() == [0, 0]
    assert np.isnan(groups.reduce(np.maximum, np.empty(0))).all()


def test_restoring_undoes_arranging() -> None:
    """What a kernel counts in group order belongs to the rows as they came."""
    groups = Groups.of(np.array([2, 0, 1, 0]), 3)
    values = np.array([5.0, 6, 7, 8])

    assert groups.arrange(values).tolist() == [6, 8, 7, 5]
    assert groups.restore(groups.arrange(values)).tolist() == values.tolist()


def test_blocks_hold_every_selected_group_once_and_stay_small() -> None:
    """Memory is bounded by the cells of a block, save for a group that is larger by itself."""
    sizes = np.array([3, 40, 0, 1, 9, 10, 3, 500, 3])
    groups = Groups.of(np.repeat(np.arange(len(sizes)), sizes), len(sizes))
    selected = np.array([0, 1, 4, 5, 6, 7, 8])

    blocks = list(groups.blocks(selected, cells=50))

    seen = np.concatenate([block.groups for block in blocks])
    assert sorted(seen.tolist()) == selected.tolist()
    assert all(block.positions.size <= 50 or len(block.groups) == 1 for block in blocks)
    rows = [block.take(np.arange(len(groups.order)) * 1.0) for block in blocks]
    real = np.concatenate([cells[~np.isnan(cells)] for cells in rows])
    assert len(real) == sizes[selected].sum() == len(set(real.tolist()))


def test_padding_is_never_more_than_a_quarter() -> None:
    """Groups share a block when their sizes are alike, not merely of one octave."""
    sizes = np.arange(1, 5_000)
    classes = size_classes(sizes)

    assert (classes >= sizes).all()
    assert (classes <= 1.25 * sizes).all()
    assert (np.diff(classes) >= 0).all()
    assert len(set(classes.tolist())) < 60
