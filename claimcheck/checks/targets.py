"""Which claims a disputing source turns against."""

from __future__ import annotations

import numpy as np
import pandas as pd

from claimcheck.checks.check import Flags, Floats
from claimcheck.tables import columns as c


def targets_of_disputes(claims: pd.DataFrame, listed_claims: int) -> list[list[int]]:
    """Each disputing claim, followed by those that it turns against, as positions.

    Those that it names, for which it needs no figure of its own; where it names none, the voting
    claims of its quantity in other sources that give the same figure within rounding (not searched
    for in quantities of more than *listed_claims*). Reads claim_id, disputes, quantity_code,
    source_code, votes, reading, said_best and the said, possible and rounded ends.
    """
    figure = ~claims[c.READING].isin(["unparsed", "no-figure"]).to_numpy()
    against = ~claims[c.STANCE].isin(["asserts", "reports"]).to_numpy()
    aimed = (claims[c.DISPUTES] != "").to_numpy()
    doubting = np.flatnonzero(against & (figure | aimed))
    if not len(doubting):
        return []
    position = pd.Series(np.arange(len(claims)), claims[c.CLAIM_ID].to_numpy())
    named = claims[c.DISPUTES].to_numpy()
    crowded = np.bincount(claims[c.QUANTITY_CODE]) > listed_claims
    voters = np.flatnonzero(claims[c.VOTES].to_numpy())
    quantity = claims[c.QUANTITY_CODE].to_numpy()
    by_quantity = voters[np.argsort(quantity[voters], kind="stable")]
    found = []
    for row in doubting.tolist():
        ids = [name.strip() for name in named[row].split(";") if name.strip()]
        if ids:
            found.append([row, *(int(position[name]) for name in ids)])
        elif crowded[quantity[row]]:
            found.append([row])
        else:
            first, last = np.searchsorted(quantity[by_quantity], [quantity[row], quantity[row] + 1])
            found.append([row, *_same_figure(claims, row, by_quantity[first:last])])
    return found


def _same_figure(claims: pd.DataFrame, row: int, peers: np.ndarray) -> list[int]:
    """Which of *peers* give the figure at *row*: both its ends, or its best value.

    The doubter's own hedge counts; that of a peer does not make another figure of it.
    """
    source = claims[c.SOURCE_CODE].to_numpy()
    others = peers[source[peers] != source[row]]
    ends = np.ones(len(others), bool)
    for said, possible, rounded in _ENDS:
        end = claims[said].to_numpy()
        doubted = _slack(end[[row]], claims[possible].to_numpy()[[row]])
        slack = doubted + _slack(end[others], claims[rounded].to_numpy()[others])
        ends &= _alike(end[others], end[row], slack)
    best = claims[c.SAID_BEST].to_numpy()
    same = ends | (best[others] == best[row])
    ids = claims[c.CLAIM_ID].to_numpy(dtype=object)
    return sorted(others[same].tolist(), key=lambda other: ids[other])


_ENDS = (
    (c.SAID_LOWER, c.POSSIBLE_LOWER, c.ROUNDED_LOWER),
    (c.SAID_UPPER, c.POSSIBLE_UPPER, c.ROUNDED_UPPER),
)


def _slack(said: Floats, possible: Floats) -> Floats:
    with np.errstate(invalid="ignore"):
        return np.where(np.isfinite(said), np.abs(said - possible), 0.0)


def _alike(ends: Floats, end: float, slack: Floats) -> Flags:
    with np.errstate(invalid="ignore"):
        return (ends == end) | (np.abs(ends - end) <= slack * (1 + 1e-9))
