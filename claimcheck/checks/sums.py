"""Totals as interval arithmetic: what parts can add up to, and what their whole can be."""

from __future__ import annotations

import numpy as np
import pandas as pd
from attrs import frozen

from claimcheck.checks.check import Flags, Floats, Hits, Rows
from claimcheck.tables import columns as c
from claimcheck.tables.gaps import apart, ratio, severity


@frozen(eq=False)
class Sums:
    """Every total of a dossier; arrays of shape (t,) in the order of total_id.

    Attributes:
        whole: Position of the whole.
        parts: Positions of the parts, total after total, shape (p,).
        of_total: To which total each part belongs, shape (p,).
        complete: Whether the parts should make the whole.
        low: Least possible value of whole and parts, in the unit of the whole, shape (t, 2).
        high: Greatest possible value of both.
        said_low: Lower ends of both, as said; 0 for counts that are open below.
        said_high: Upper ends of both, as said.
    """

    whole: Rows
    parts: Rows
    of_total: Rows
    complete: Flags
    low: Floats
    high: Floats
    said_low: Floats
    said_high: Floats

    def hits(self, *, complete: bool) -> Hits:
        """The totals that fail: of *complete* ones either way, of others where parts exceed."""
        wrong = apart(self.low.max(axis=1), self.high.min(axis=1))
        too_much = apart(self.low[:, 1], self.high[:, 0])
        failing = self.complete & wrong if complete else ~self.complete & too_much
        at = np.flatnonzero(failing)
        times = ratio(self.low[at].max(axis=1), self.high[at].min(axis=1))
        said = ratio(self.said_low[at].max(axis=1), self.said_high[at].min(axis=1))
        members = [[int(self.whole[t]), *self.parts[self.of_total == t].tolist()] for t in at]
        found = Hits.of(members, severity(times).tolist(), said.tolist())
        return Hits(found.rows, found.hit, found.severity, found.ratio, at)


def sums_of(claims: pd.DataFrame, totals: pd.DataFrame) -> Sums:
    """Add up the parts of every total.

    A part without a figure may be anything from nothing upwards. Reads claim_id, said and possible
    ends and unit_factor of the claims; total_id, whole, part and complete of the totals.
    """
    total, names = pd.factorize(totals[c.TOTAL_ID], sort=True)
    position = pd.Index(claims[c.CLAIM_ID])
    parts = position.get_indexer(totals[c.PART])
    whole = np.zeros(len(names), np.int64)
    whole[total] = position.get_indexer(totals[c.WHOLE])
    complete = np.zeros(len(names), bool)
    complete[total] = (totals[c.COMPLETE] == "yes").to_numpy()
    factor = claims[c.UNIT_FACTOR].to_numpy()
    scale = factor[parts] / factor[whole[total]]

    least, greatest = claims[c.POSSIBLE_LOWER].to_numpy(), claims[c.POSSIBLE_UPPER].to_numpy()
    said_least = claims[c.SAID_LOWER].to_numpy()
    said_least = np.where(np.isinf(said_least), least, said_least)

    def ends(values: Floats) -> Floats:
        added = np.bincount(total, values[parts] * scale, len(names))
        return np.column_stack([values[whole], added])

    order = np.lexsort((totals[c.PART].to_numpy(dtype=object), total))
    return Sums(
        whole=whole,
        parts=parts[order],
        of_total=total[order],
        complete=complete,
        low=ends(least),
        high=ends(greatest),
        said_low=ends(said_least),
        said_high=ends(claims[c.SAID_UPPER].to_numpy()),
    )
