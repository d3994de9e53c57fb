"""From the claim table to the pair table: which figures are set beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import numpy as np
import numpy.typing as npt
import pandas as pd

from claimcheck.comparisons.compare import compare
from claimcheck.comparisons.figures import Figures
from claimcheck.comparisons.origins import Origins
from claimcheck.settings import Settings
from claimcheck.tables import columns as c
from claimcheck.tables.groups import Groups
from claimcheck.tables.pairing import deepest_pairs, listed_pairs

CHUNK_PAIRS = 1 << 17
"""Pairs compared at a time: few enough that their columns stay in the cache."""

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
    votes = claims[c.VOTES].to_numpy()
    crowded = np.bincount(figures.quantity_code) > settings.listed_claims
    listed = np.flatnonzero(votes & ~crowded[figures.quantity_code])
    summarised = np.flatnonzero(votes & crowded[figures.quantity_code])
    topic = claims[c.TOPIC_CODE].to_numpy()[listed]
    wide = np.bincount(topic) > settings.listed_claims
    by_topic, by_quantity = listed[~wide[topic]], listed[wide[topic]]
    chunks = chain(
        _listed(figures, by_topic, topic[~wide[topic]], origins, settings),
        _listed(figures, by_quantity, figures.quantity_code[by_quantity], origins, settings),
        _deepest(figures, summarised, figures.quantity_code[summarised], origins, settings),
        _across(_deepest(figures, by_quantity, topic[wide[topic]], origins, settings)),
    )
    most = _pair_count(topic[~wide[topic]]) + _pair_count(figures.quantity_code[by_quantity])
    most += (int(crowded.sum()) + int(wide.sum())) * settings.deepest_pairs
    return pd.DataFrame(_gathered(chunks, most, figures, origins, settings), copy=False)


_Compared = dict[str, npt.NDArray[np.generic]]


def _gathered(
    chunks: Iterator[_Compared], most: int, figures: Figures, origins: Origins, settings: Settings
) -> _Compared:
    """All chunks in one table of at most *most* rows; each is given up as soon as it is copied."""
    nothing = np.zeros(0, np.int64)
    first = _placed(compare(figures, nothing, nothing, origins, settings), nothing)
    columns = {name: np.empty(most, values.dtype) for name, values in first.items()}
    count = 0
    for chunk in chunks:
        more = len(chunk[c.LEFT_ROW])
        for name, values in chunk.items():
            columns[name][count : count + more] = values
        count += more
    return {name: values[:count] for name, values in columns.items()}


def _pair_count(codes: Rows) -> int:
    sizes = np.bincount(codes)
    return int((sizes * (sizes - 1) // 2).sum())


def _listed(
    figures: Figures, rows: Rows, codes: Rows, origins: Origins, settings: Settings
) -> Iterator[_Compared]:
    """Compare all pairs of *rows* that have one code; rows are laid out by code to be near."""
    if not len(rows):
        return
    dense, _ = pd.factorize(codes)
    order = np.argsort(dense, kind="stable")
    near = figures.take(rows[order])
    groups = Groups.of(dense[order].astype(np.int64), int(dense.max()) + 1)
    for left, right in listed_pairs(groups, settings.listed_claims, CHUNK_PAIRS):
        yield _placed(compare(near, left, right, origins, settings), rows[order])


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
    crowd = figures.take(rows)
    code, _ = pd.factorize(codes)
    groups = Groups.of(code.astype(np.int64), int(code.max()) + 1)
    left, right = deepest_pairs(
        crowd.possible_lower,
        crowd.possible_upper,
        groups,
        np.arange(len(groups.sizes)),
        limit=settings.deepest_pairs,
        additive=np.bincount(code, weights=crowd.additive) > 0,
    )
    yield _placed(compare(crowd, left, right, origins, settings), rows)


def _placed(compared: _Compared, rows: Rows) -> _Compared:
    places = {name: rows[compared[name]].astype(np.int32) for name in (c.LEFT_ROW, c.RIGHT_ROW)}
    return compared | places
