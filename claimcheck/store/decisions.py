"""Decisions in the store: each is a row of its own, and none supersedes another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Final

import pandas as pd
from sqlalchemy import Connection, func, insert, select

from claimcheck.model.decision import DECISION_COLUMNS, Decision
from claimcheck.store.revisions import next_revision
from claimcheck.store.schema import DECISIONS

DECIDE: Final = "decide"
_COLUMNS = [DECISIONS.c[name] for name in DECISION_COLUMNS]


def decision_rows(connection: Connection, revision: int) -> pd.DataFrame:
    """The decisions on record at *revision*, oldest first."""
    rows = connection.execute(
        select(*_COLUMNS).where(DECISIONS.c.revision <= revision).order_by(DECISIONS.c.row_id)
    )
    return pd.DataFrame([tuple(row) for row in rows], columns=list(DECISION_COLUMNS), dtype="str")


def append_decisions(
    connection: Connection, decisions: Sequence[Decision], *, now: datetime
) -> int:
    """Write *decisions* as a revision of their own, and return its number."""
    by = ", ".join(dict.fromkeys(decision.by for decision in decisions if decision.by))
    because = " / ".join(dict.fromkeys(decision.because for decision in decisions))
    revision = next_revision(connection, by=by, because=because, action=DECIDE, now=now)
    write_decisions(connection, decisions, revision)
    return revision


def write_decisions(connection: Connection, decisions: Sequence[Decision], revision: int) -> None:
    """Write *decisions* as part of *revision*."""
    last = connection.execute(select(func.max(DECISIONS.c.row_id))).scalar() or 0
    rows = [
        {**decision.to_row(), "row_id": number, "revision": revision}
        for number, decision in enumerate(decisions, last + 1)
    ]
    connection.execute(insert(DECISIONS), rows)


def decisions_to_add(connection: Connection, frame: pd.DataFrame | None) -> list[Decision]:
    """The decisions of *frame* that are not on record yet, word for word."""
    if frame is None or frame.empty:
        return []
    rows = frame.astype("str").itertuples(index=False)
    decisions = [Decision.from_row(dict(zip(frame.columns, row, strict=True))) for row in rows]
    recorded = Counter(tuple(row) for row in connection.execute(select(*_COLUMNS)))
    fresh = []
    for decision in decisions:
        row = tuple(decision.to_row().values())
        if recorded[row]:
            recorded[row] -= 1
        else:
            fresh.append(decision)
    return fresh
