"""What rows rest on: the sources and claims that they name have to stand."""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter
from typing import Any

from sqlalchemy import Connection, func

from claimcheck.errors import StoreError
from claimcheck.model.cells import names_of
from claimcheck.store.rows import CLAIM_ROWS, SOURCE_ROWS, TOTAL_ROWS, Kind
from claimcheck.store.schema import CLAIMS, SOURCES, TOTALS
from claimcheck.store.versions import standing

_MOST_SHOWN = 10


def refuse_lost_ground(connection: Connection, revision: int) -> None:
    """Refuse a revision in which a row names a source or a claim that does not stand.

    Raises:
        StoreError: With the rows that would.
    """
    claims = set(_names(connection, CLAIM_ROWS, revision, CLAIMS.c.claim_id))
    sources = set(_names(connection, SOURCE_ROWS, revision, SOURCES.c.source_id))
    rests = [
        *_rests(connection, CLAIM_ROWS, revision, ("source_id", "origin_id"), sources),
        *_rests(connection, SOURCE_ROWS, revision, ("derived_from",), sources),
        *_rests(connection, CLAIM_ROWS, revision, ("disputes",), claims),
        *_rests(connection, TOTAL_ROWS, revision, ("whole", "part"), claims),
    ]
    if rests:
        shown = "; ".join(rests[:_MOST_SHOWN]) + ("; ..." if len(rests) > _MOST_SHOWN else "")
        raise StoreError(
            f"rows would lose what they rest on: {shown}",
            "retract these in the same step, or correct them first; nothing was written",
        )


def _names(
    connection: Connection,
    kind: Kind,
    revision: int,
    column: Any,  # noqa: ANN401 - columns of SQLAlchemy share no type
) -> Iterable[str]:
    return connection.execute(standing(kind, revision).with_only_columns(column)).scalars()


def _rests(
    connection: Connection, kind: Kind, revision: int, columns: tuple[str, ...], known: set[str]
) -> list[str]:
    """The rows of *kind* that name in *columns* what is not *known*, in words."""
    table = kind.table
    return [
        f"{kind.word} {row[0]} names {name}"
        for column in columns
        for row in connection.execute(
            standing(kind, revision)
            .with_only_columns(table.c[kind.key[0]], table.c[column])
            .where(table.c[column] != "")
            .order_by(None)
            .distinct()
        )
        for name in names_of(row[1])
        if name not in known
    ]


def refuse_circles(connection: Connection, revision: int) -> None:
    """Refuse a revision in which sources are derived from each other in a circle.

    Raises:
        StoreError: With the circle.
    """
    query = standing(SOURCE_ROWS, revision).where(SOURCES.c.derived_from != "")
    parents = {row.source_id: names_of(row.derived_from) for row in connection.execute(query)}
    try:
        TopologicalSorter(parents).prepare()
    except CycleError as error:
        circle = " from ".join(error.args[1][::-1])
        raise StoreError(
            f"sources would be derived from each other: {circle}",
            "mend derived_from; nothing was written",
        ) from error


def refuse_split_totals(connection: Connection, revision: int) -> None:
    """Refuse a revision in which the parts of one total are those of several wholes.

    Raises:
        StoreError: With the total.
    """
    query = standing(TOTAL_ROWS, revision).order_by(None)
    wholes = query.with_only_columns(TOTALS.c.total_id).group_by(TOTALS.c.total_id)
    split = wholes.having(func.count(TOTALS.c.whole.distinct()) > 1)
    found = connection.execute(split).scalars().first()
    if found is not None:
        raise StoreError(
            f"the store has another total {found!r}, of another whole",
            "give the total an id of its own, or retract it first; nothing was written",
        )
