"""Retracts rows and restores them, and refuses what would leave others without their ground."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from claimcheck.errors import StoreError, UnknownNameError
from claimcheck.store.ground import refuse_lost_ground
from claimcheck.store.revisions import next_revision
from claimcheck.store.rows import Key, Kind
from claimcheck.store.versions import any_of, append, in_batches

Wanted = Mapping[Kind, Sequence[Key]]


def retract(connection: Connection, wanted: Wanted, *, by: str, because: str, now: datetime) -> int:
    """Take back the *wanted* rows; see ``Store.retract``."""
    return _turn(connection, wanted, (by, because, now), retracted=True)


def restore(connection: Connection, wanted: Wanted, *, by: str, because: str, now: datetime) -> int:
    """Let the *wanted* rows stand again; see ``Store.restore``."""
    return _turn(connection, wanted, (by, because, now), retracted=False)


def _turn(
    connection: Connection, wanted: Wanted, stamp: tuple[str, str, datetime], *, retracted: bool
) -> int:
    by, because, now = stamp
    if not because.strip():
        raise StoreError("no reason is given", "say why, in because")
    if not any(wanted.values()):
        raise StoreError("nothing is named", "name claims, sources or totals by their ids")
    action = "retract" if retracted else "restore"
    revision = next_revision(connection, by=by, because=because, action=action, now=now)
    for kind, keys in wanted.items():
        rows = _newest(connection, kind, keys, retracted=not retracted)
        append(
            connection,
            kind,
            [
                {
                    **row,
                    "supersedes": row["row_id"],
                    "revision": revision,
                    "retracted": retracted,
                }
                for row in rows
            ],
        )
    refuse_lost_ground(connection, revision)
    return revision


def _newest(
    connection: Connection, kind: Kind, keys: Iterable[Key], *, retracted: bool
) -> list[dict[str, Any]]:
    """The newest versions of the rows named by the first column of their key."""
    table, later = kind.table, kind.table.alias("later")
    name = table.c[kind.key[0]]
    newest = ~select(later.c.row_id).where(later.c.supersedes == table.c.row_id).exists()
    found = [
        dict(row)
        for batch in in_batches(dict.fromkeys(keys))
        for row in connection.execute(
            select(table).where(newest, table.c.retracted == retracted, any_of([name], batch))
        ).mappings()
    ]
    missing = [key[0] for key in keys if key[0] not in {row[name.name] for row in found}]
    if missing:
        state = "was not retracted" if retracted else "does not stand"
        raise UnknownNameError(
            f"{kind.word} {missing[0]!r} {state}",
            "take the ids from a report or an export of the store",
        )
    return found
