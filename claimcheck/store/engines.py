"""Connections to SQLite and PostgreSQL that behave alike: one writer, readers that never wait."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

from attrs import frozen
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool

from claimcheck.errors import MissingExtraError, StoreError
from claimcheck.store.faults import told

BUSY_SECONDS: Final = 30.0
_POSTGRES = {"postgresql", "postgres"}


@frozen(eq=False)
class Database:
    """One database, and how to read and to write it.

    Attributes:
        engine: The engine of SQLAlchemy.
        place: Path or address, without its password, as errors name it.
    """

    engine: Engine
    place: str

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database and writes nothing.

        Raises:
            StoreError: If the database cannot be read.
        """
        with told(self.place), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one connection that writes at a time; others wait, and all or nothing is kept.

        Raises:
            StoreError: If another writer does not finish in time, or the database cannot be
                written.
        """
        with told(self.place), self.engine.connect() as plain:
            connection = plain.execution_options(claimcheck_writes=True)
            with connection.begin():
                yield connection


def sqlite_database(path: Path, *, seconds: float = BUSY_SECONDS) -> Database:
    """The database in the file *path*, which is made if it is missing."""

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            _address(path), uri=True, timeout=seconds, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", _begin_sqlite)
    return Database(engine, str(path))


def postgres_database(address: str, *, seconds: float = BUSY_SECONDS) -> Database:
    """The database at *address*, such as ``postgresql://user@host/desk``.

    Raises:
        StoreError: If the address cannot be read.
        MissingExtraError: If psycopg is not installed.
    """
    url = _postgres_url(address)
    try:
        engine = create_engine(url, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise MissingExtraError.of("postgres", "psycopg") from error

    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("claimcheck_writes"):
            connection.execute(text(f"SET LOCAL lock_timeout = {round(seconds * 1000)}"))
            connection.execute(text("SELECT pg_advisory_xact_lock(1668047723)"))

    event.listen(engine, "begin", begin)
    return Database(engine, url.render_as_string(hide_password=True))


def is_postgres(address: str) -> bool:
    """Whether *address* is that of a PostgreSQL database.

    >>> is_postgres("postgresql://localhost/desk")
    True
    """
    scheme, stroke, _ = address.partition("://")
    return bool(stroke) and scheme.partition("+")[0] in _POSTGRES


def _postgres_url(address: str) -> URL:
    try:
        return make_url(address).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        raise StoreError(
            "the address of the database cannot be read",
            "write postgresql://user:password@host:5432/name",
        ) from error


def _address(path: Path) -> str:
    """How to open *path*: for reading alone where this user may do no more.

    Without the right to write beside the file, SQLite cannot share it with writers; where none
    has left a log, nothing is lost by taking it as it stands.
    """
    name = f"file:{quote(str(path.resolve()))}"
    if not path.exists() or (_may_write(path) and _may_write(path.parent)):
        return name
    log = path.with_name(f"{path.name}-wal")
    return f"{name}?mode=ro" if log.exists() else f"{name}?mode=ro&immutable=1"


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("claimcheck_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
