"""Reads and writes versions of rows: what stands at a revision, and what supersedes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from attrs import frozen
from sqlalchemy import ColumnElement, Connection, Select, and_, func, insert, select, tuple_

from claimcheck.store.rows import Key, Kind

BATCH = 5_000
Item = TypeVar("Item")


@frozen
class Head:
    """The newest version of a row.

    Attributes:
        subject: What it is about: its cells in the columns ``subject`` of its kind.
        row_id: Its number.
        first_row: That of its first version, which keeps its place among others.
        content: Digest of what it says.
        retracted: Whether it was taken back.
    """

    subject: tuple[str, ...]
    row_id: int
    first_row: int
    content: str
    retracted: bool


def standing(kind: Kind, revision: int, *, retracted: bool = False) -> Select[Any]:
    """Selects the rows that no row of *revision* or before supersedes, in their first order.

    Args:
        kind: Which rows.
        revision: Of when.
        retracted: Whether to select those that were taken back as well.
    """
    table, later = kind.table, kind.table.alias("later")
    superseded = select(later.c.row_id).where(
        later.c.supersedes == table.c.row_id, later.c.revision <= revision
    )
    query = select(*(table.c[name] for name in kind.columns), table.c.extra).where(
        table.c.revision <= revision, ~superseded.exists()
    )
    if not retracted:
        query = query.where(~table.c.retracted)
    return query.order_by(table.c.first_row)


def heads(connection: Connection, kind: Kind, keys: Iterable[Key]) -> dict[Key, Head]:
    """The newest version of each row of *keys* that has one."""
    table, later = kind.table, kind.table.alias("later")
    newest = ~select(later.c.row_id).where(later.c.supersedes == table.c.row_id).exists()
    names = [table.c[name] for name in kind.key]
    subject = [table.c[name] for name in kind.subject]
    state = [table.c.row_id, table.c.first_row, table.c.content, table.c.retracted]
    query = select(*names, *subject, *state).where(newest)
    about = slice(len(names), len(names) + len(subject))
    if connection.execute(select(table.c.row_id).limit(1)).first() is None:
        return {}
    return {
        tuple(row[: len(names)]): Head(tuple(row[about]), *row[about.stop :])
        for batch in in_batches(dict.fromkeys(keys))
        for row in connection.execute(query.where(any_of(names, batch)))
    }


def append(connection: Connection, kind: Kind, rows: Sequence[dict[str, object]]) -> None:
    """Write *rows*, which have all but their number; those without ``first_row`` are first."""
    if not rows:
        return
    last = connection.execute(select(func.max(kind.table.c.row_id))).scalar() or 0
    numbered = (
        {"supersedes": None, "retracted": False, "first_row": number, **row, "row_id": number}
        for number, row in enumerate(rows, last + 1)
    )
    for batch in in_batches(numbered):
        connection.execute(insert(kind.table), list(batch))


def any_of(columns: Sequence[ColumnElement[Any]], keys: Sequence[Key]) -> ColumnElement[bool]:
    """Condition that *columns* have the values of one of *keys*."""
    if len(columns) == 1:
        return columns[0].in_([key[0] for key in keys])
    return and_(columns[0].in_({key[0] for key in keys}), tuple_(*columns).in_(keys))


def in_batches(items: Iterable[Item]) -> Iterator[tuple[Item, ...]]:
    """The *items*, as many at once as a statement takes."""
    source = iter(items)
    while batch := tuple(islice(source, BATCH)):
        yield batch
