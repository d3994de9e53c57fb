"""Revisions: one for each transaction, numbered and stamped in the order of writing."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection, func, insert, select

from claimcheck.errors import UnknownNameError
from claimcheck.store.moments import moment_of, written
from claimcheck.store.schema import REVISIONS


def next_revision(
    connection: Connection, *, by: str, because: str, action: str, now: datetime
) -> int:
    """Open the revision that the rows of this transaction belong to.

    A clock that was put back does not put back the revisions.
    """
    newest = connection.execute(
        select(REVISIONS.c.revision, REVISIONS.c.at).order_by(REVISIONS.c.revision.desc()).limit(1)
    ).first()
    number, last = (newest.revision, newest.at) if newest else (0, "")
    row = {
        "revision": number + 1,
        "at": max(written(now), last),
        "who": by,
        "why": because,
        "action": action,
    }
    connection.execute(insert(REVISIONS), row)
    return number + 1


def revision_at(connection: Connection, at: int | str | date | datetime | None) -> int:
    """Number of the newest revision as of *at*; 0 where there is none.

    Raises:
        InvalidDateError: If *at* is a text that names no day or time.
        UnknownNameError: If it is the number of no revision, with the newest.
    """
    query = select(func.max(REVISIONS.c.revision))
    if isinstance(at, int):
        newest = connection.execute(query).scalar() or 0
        if not 0 <= at <= newest:
            raise UnknownNameError(f"there is no revision {at}", f"the newest is {newest}")
        return at
    if at is not None:
        query = query.where(REVISIONS.c.at <= written(moment_of(at)))
    return connection.execute(query).scalar() or 0
