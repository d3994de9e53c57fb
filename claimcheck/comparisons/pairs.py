"""From the claim table to the pair table: which figures are set beside each other."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

import numpy as np
import numpy.typing as npt
import pandas as pd
from attrs import frozen

from claimcheck.comparisons.compare import compare
from claimcheck.comparisons.figures import Figures
from claimcheck.comparisons.origins import Origins
from claimcheck.settings import Settings
from claimcheck.tables import columns as c
from claimcheck.tables.groups import Groups
from claimcheck.tables.pairing import deepest_pairs, listed_pairs

CHUNK_PAIRS = 1 << 16
"""Pairs compared at a time: few enough that their columns stay in the cache."""
MOST_WORKERS = 8
"""Threads that compare at most, each of which holds the columns of a batch."""

Flags = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int64]


def compare_all(claims: pd.DataFrame, origins: Origins, settings: Settings) -> pd.DataFrame:
    """Compare every two voting figures of a topic.

    Quantities of more than ``listed_claims`` claims are not listed by pairs but by their
    ``deepest_pairs``; topics of more than that are listed quantity by quantity, and across their
    scopes by the deepest pairs alone.

    Args:
        claims: Claims as read (``comparisons.claims``).
        origins: Who stands behind them.
        settings: The constants to use.

    Returns:
        One row a pair, with the columns of ``compare``; left_row and right_row are positions in
        *claims*, the smaller figure left.
    """
    figures = Figures.of(claims)
    votes, quantity = claims[c.VOTES].to_numpy(), figures.quantity_code
    crowded = np.bincount(quantity) > settings.listed_claims
    listed = np.flatnonzero(votes & ~crowded[quantity])
    summarised = np.flatnonzero(votes & crowded[quantity])
    topic = claims[c.TOPIC_CODE].to_numpy()[listed]
    wide = np.bincount(topic) > settings.listed_claims
    by_topic, by_quantity = listed[~wide[topic]], listed[wide[topic]]
    batches = [
        *_batches(by_topic, topic[~wide[topic]]),
        *_batches(by_quantity, quantity[by_quantity]),
    ]
    ends = np.cumsum([batch.pairs for batch in batches], dtype=np.int64)
    count = int(ends[-1]) if len(ends) else 0
    most = count + (int(crowded.sum()) + int(wide.sum())) * settings.deepest_pairs
    table = _empty(most, figures, origins, settings)

    def fill(batch: _Batch, end: int) -> None:
        first = end - batch.pairs
        for compared in _listed(figures, batch, origins, settings):
            first = _put(table, first, compared)

    with ThreadPoolExecutor(min(os.cpu_count() or 1, MOST_WORKERS)) as workers:
        filled = [
            workers.submit(copy_context().run, fill, batch, int(end))
            for batch, end in zip(batches, ends, strict=True)
        ]
        crowds = _deepest(figures, summarised, quantity[summarised], origins, settings)
        across = _deepest(figures, by_quantity, topic[wide[topic]], origins, settings)
        for compared in (*crowds, *_across(across)):
            count = _put(table, count, compared)
        for future in filled:
            future.result()
    return pd.DataFrame({name: values[:count] for name, values in table.items()}, copy=False)


_Compared = dict[str, npt.NDArray[np.generic]]


@frozen(eq=False)
class _Batch:
    """Whole groups whose pairs are compared together.

    Attributes:
        rows: Positions of the claims, group after group, shape (k,).
        codes: Group of each, from 0, shape (k,).
        pairs: How many pairs there are.
    """

    rows: Rows
    codes: Rows
    pairs: int


def _batches(rows: Rows, codes: Rows) -> list[_Batch]:
    """The groups of several *rows*, by *codes*, in batches of about ``CHUNK_PAIRS`` pairs."""
    several = np.bincount(codes)[codes] > 1
    rows, (dense, _) = rows[several], pd.factorize(codes[several])
    groups = Groups.of(dense.astype(np.int64), int(dense.max(initial=-1)) + 1)
    if not len(groups.sizes):
        return []
    pairs = groups.sizes * (groups.sizes - 1) // 2
    ends = np.cumsum(pairs)
    firsts = np.r_[0, np.flatnonzero(np.diff((ends - pairs) // CHUNK_PAIRS)) + 1]
    cuts = groups.starts[firsts[1:]]
    return [
        _Batch(batch, code - code[0], int(count))
        for batch, code, count in zip(
            np.split(groups.arrange(rows), cuts),
            np.split(groups.arrange(groups.codes), cuts),
            np.add.reduceat(pairs, firsts),
            strict=True,
        )
    ]


def _empty(most: int, figures: Figures, origins: Origins, settings: Settings) -> _Compared:
    """The columns of a table of at most *most* pairs, with nothing in them yet."""
    nothing = np.zeros(0, np.int64)
    types = {
        name: values.dtype
        for name, values in compare(figures, nothing, nothing, origins, settings).items()
    }
    types |= dict.fromkeys((c.LEFT_ROW, c.RIGHT_ROW), np.dtype(np.int32))
    return {name: np.empty(most, dtype) for name, dtype in types.items()}


def _put(table: _Compared, first: int, compared: _Compared) -> int:
    """Copy pairs into *table* from the row *first* on, and give the row after them."""
    end = first + len(compared[c.LEFT_ROW])
    for name, values in compared.items():
        table[name][first:end] = values
    return end


def _listed(
    figures: Figures, batch: _Batch, origins: Origins, settings: Settings
) -> Iterator[_Compared]:
    """Compare all pairs of a batch, whose figures are laid out anew to be near each other."""
    near = figures.take(batch.rows)
    groups = Groups.of(batch.codes, int(batch.codes[-1]) + 1)
    for left, right in listed_pairs(groups, settings.listed_claims, 2 * CHUNK_PAIRS):
        compared = compare(near, left, right, origins, settings)
        places = {name: batch.rows[compared[name]] for name in (c.LEFT_ROW, c.RIGHT_ROW)}
        yield compared | places


def _across(chunks: Iterator[_Compared]) -> Iterator[_Compared]:
    """Of the pairs in *chunks* those of two scopes."""
    for chunk in chunks:
        other = ~chunk[c.SAME_SCOPE].astype(bool)
        yield {name: values[other] for name, values in chunk.items()}


def _deepest(
    figures: Figures, rows: Rows, codes: Rows, origins: Origins, settings: Settings
) -> Iterator[_Compared]:
    """Compare the pairs of each crowded group of *codes* that are furthest apart."""
    if not len(rows):
        return
    code, _ = pd.factorize(codes)
    groups = Groups.of(code.astype(np.int64), int(code.max()) + 1)
    left, right = deepest_pairs(
        figures.possible_lower[rows],
        figures.possible_upper[rows],
        groups,
        np.arange(len(groups.sizes)),
        limit=settings.deepest_pairs,
        additive=np.bincount(code, weights=figures.additive[rows]) > 0,
    )
    yield compare(figures, rows[left], rows[right], origins, settings)
