"""Adds a dossier: new rows, rows that supersede, and nothing for what is the same."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import pandas as pd
from attrs import field, frozen
from sqlalchemy import Connection

from claimcheck.errors import DossierError, Problem
from claimcheck.store import strangers
from claimcheck.store.decisions import decisions_to_add, write_decisions
from claimcheck.store.ground import refuse_circles, refuse_lost_ground, refuse_split_totals
from claimcheck.store.revisions import next_revision
from claimcheck.store.rows import (
    CLAIM_ROWS,
    KINDS,
    SOURCE_ROWS,
    TOTAL_ROWS,
    Kind,
    key_of,
    rows_of,
    says_nothing,
)
from claimcheck.store.versions import append, heads
from claimcheck.tables.dossier import Dossier

SLICE = 50_000
_SHOWN = 10
Ids = tuple[str, ...]


@frozen
class Added:
    """What adding a dossier did, by the ids of claims.

    Attributes:
        revision: The revision that was written; None where there was nothing to write.
        new: Claims that the store did not have.
        changed: Claims that supersede another version.
        same: Claims that the store had as they are.
        retracted: Claims that were taken back and came again unchanged: they stay so.
        left: Claims about the same subjects that the store has and the dossier has not.
        counts: For each table, how many rows were new, changed, same and retracted.
    """

    revision: int | None
    new: Ids = ()
    changed: Ids = ()
    same: Ids = ()
    retracted: Ids = ()
    left: Ids = ()
    counts: Mapping[str, Mapping[str, int]] = field(factory=dict)

    def __str__(self) -> str:
        counts = ", ".join(
            f"{len(ids):,} {name}"
            for name, ids in (("new", self.new), ("same", self.same), ("changed", self.changed))
        )
        kept = f", {len(self.retracted):,} retracted before" if self.retracted else ""
        return f"claims: {counts}{kept}{self._told_of_left}"

    @property
    def _told_of_left(self) -> str:
        if not self.left:
            return ""
        shown = ", ".join(self.left[:_SHOWN]) + (", ..." if len(self.left) > _SHOWN else "")
        what = f"{len(self.left):,} more about the same subjects, which it has not"
        return f"\nleft in the store: {what} ({shown})"


@frozen(eq=False)
class _Sorted:
    """Ids of one table by what is to become of their rows, and the rows of another's id."""

    ids: dict[str, list[str]] = field(
        factory=lambda: {"new": [], "changed": [], "same": [], "retracted": []}
    )
    strangers: list[Problem] = field(factory=list)

    @property
    def written(self) -> bool:
        return bool(self.ids["new"] or self.ids["changed"])


def add(
    connection: Connection,
    dossier: Dossier,
    *,
    by: str,
    because: str,
    now: datetime,
    replace: bool = False,
) -> Added:
    """Add *dossier* within the transaction of *connection*; see ``Store.add``."""
    writer = _Writer(connection, by, because, now)
    outcome = {kind: _add_rows(writer, kind, dossier) for kind in KINDS}
    unknown = [problem for rows in outcome.values() for problem in rows.strangers]
    if unknown and not replace:
        raise DossierError(unknown)
    decisions = decisions_to_add(connection, dossier.decisions)
    if decisions:
        write_decisions(connection, decisions, writer.revision)
    if outcome[SOURCE_ROWS].written:
        refuse_circles(connection, writer.revision)
    if outcome[TOTAL_ROWS].written:
        refuse_split_totals(connection, writer.revision)
    if writer.written and any(rows.ids["retracted"] for rows in outcome.values()):
        refuse_lost_ground(connection, writer.written)
    claims = {name: tuple(ids) for name, ids in outcome[CLAIM_ROWS].ids.items()}
    counts = {
        kind.name: {name: len(ids) for name, ids in sorted_rows.ids.items()}
        for kind, sorted_rows in outcome.items()
    }
    return Added(writer.written, counts=counts, **claims)


class _Writer:
    """The revision of this transaction, which is opened by the first row that needs it."""

    def __init__(self, connection: Connection, by: str, because: str, now: datetime) -> None:
        self.connection = connection
        self.written: int | None = None
        self._stamp = (by, because, now)

    @property
    def revision(self) -> int:
        if self.written is None:
            by, because, now = self._stamp
            self.written = next_revision(
                self.connection, by=by, because=because, action="add", now=now
            )
        return self.written


def _add_rows(writer: _Writer, kind: Kind, dossier: Dossier) -> _Sorted:
    outcome = _Sorted()
    frame: pd.DataFrame = getattr(dossier, kind.name)
    for start in range(0, len(frame), SLICE):
        rows = rows_of(kind, frame.iloc[start : start + SLICE])
        _add_slice(writer, kind, dossier, dict(enumerate(rows, start)), outcome)
    return outcome


def _add_slice(
    writer: _Writer,
    kind: Kind,
    dossier: Dossier,
    rows: Mapping[int, dict[str, object]],
    outcome: _Sorted,
) -> None:
    keyed = {position: key_of(kind, row) for position, row in rows.items()}
    known = heads(writer.connection, kind, keyed.values())
    to_write = []
    for position, row in rows.items():
        key = keyed[position]
        head = known.get(key)
        if head is None:
            fate = "new"
        elif head.content == row["content"] or says_nothing(kind, row):
            fate = "retracted" if head.retracted else "same"
        else:
            fate = "changed"
            if strangers.is_stranger(kind, head, row):
                told = strangers.problem(dossier, kind, position, head, row)
                outcome.strangers.append(told)
            row |= {"supersedes": head.row_id, "first_row": head.first_row}
        outcome.ids[fate].append(key[0])
        if fate in {"new", "changed"}:
            to_write.append({**row, "revision": writer.revision})
    append(writer.connection, kind, to_write)
