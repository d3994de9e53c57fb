"""Opens a store: makes it where there is none, brings it up to date where it is old."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, column, inspect, select, table

from claimcheck.errors import StoreError
from claimcheck.store.engines import (
    BUSY_SECONDS,
    Database,
    is_postgres,
    postgres_database,
    sqlite_database,
)
from claimcheck.store.faults import told
from claimcheck.store.guard import APPLICATION_ID, check_file
from claimcheck.store.naming import give_name
from claimcheck.store.schema import METADATA, VERSION, VERSION_TABLE
from claimcheck.store.store import Store
from claimcheck.writing import mode_of_new_files


def _now() -> datetime:
    return datetime.now(UTC)


def open_store(
    url_or_path: str | Path,
    *,
    create: bool = True,
    timeout: float = BUSY_SECONDS,
    clock: Callable[[], datetime] = _now,
) -> Store:
    """Open a store of claims, sources, totals and decisions.

    Args:
        url_or_path: Path of an SQLite file, or ``postgresql://user@host/name``.
        create: Whether to make it where there is none.
        timeout: Seconds to wait for another writer.
        clock: Tells the time, with its zone, that revisions are stamped with.

    Raises:
        StoreError: If it is foreign, damaged, cut short, of a newer version, or missing and not
            to be made, or if *url_or_path* is neither. A file that is refused is not touched.
        MissingExtraError: If the driver of PostgreSQL is not installed.
    """
    if not isinstance(url_or_path, str | os.PathLike):
        raise StoreError(
            f"a {type(url_or_path).__name__} is no place of a store",
            "give the path of a file, such as claims.db, or postgresql://user@host/name",
        )
    if is_postgres(str(url_or_path)):
        address = str(url_or_path)
        database = postgres_database(address, seconds=timeout)
        name = database.engine.url.database or "store"
        make = create
    else:
        path = Path(url_or_path)
        name = path.stem
        _ensure_file(path, create=create)
        database, make = sqlite_database(path, seconds=timeout), False
    try:
        _bring_up_to_date(database, create=make)
    except BaseException:
        database.engine.dispose()
        raise
    return Store(database=database, name=name, clock=clock)


def _ensure_file(path: Path, *, create: bool) -> None:
    if path.exists():
        check_file(path)
        return
    if not create:
        raise StoreError(f"{path} does not exist", "see that the path is right")
    if not path.parent.is_dir():
        raise StoreError(f"the folder {path.parent} does not exist", "make the folder first")
    _make_file(path)
    check_file(path)


def _make_file(path: Path) -> None:
    """Make a whole store under another name and give it *path* at once, unless another did."""
    try:
        descriptor, made = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    except OSError as error:
        raise StoreError(
            f"{path} cannot be made: {error.strerror}", "see that you may write into the folder"
        ) from error
    os.close(descriptor)
    draft = Path(made)
    try:
        database = sqlite_database(draft)
        with told(str(path)):
            with database.writing() as connection:
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                _upgrade(connection)
            with database.engine.connect() as connection:
                driver = connection.connection.driver_connection
                driver.execute("PRAGMA journal_mode = WAL")  # type: ignore[union-attr]  # SQLite's own
        draft.chmod(mode_of_new_files())
        give_name(draft, path)
    finally:
        for left in path.parent.glob(f"{draft.name}*"):
            left.unlink(missing_ok=True)


def _bring_up_to_date(database: Database, *, create: bool) -> None:
    with database.reading() as connection:
        version = _version(connection, database.place, create=create)
    if version == VERSION:
        return
    if version is not None and int(version) > int(VERSION):
        raise StoreError(
            f"{database.place} is of version {version}, this claimcheck knows {VERSION}",
            "install a newer claimcheck; the store was not touched",
        )
    with database.writing() as connection:
        _upgrade(connection)


def _version(connection: Connection, place: str, *, create: bool) -> str | None:
    """Version of the database; None where it has none of our tables."""
    tables = set(inspect(connection).get_table_names())
    if VERSION_TABLE in tables:
        found = connection.execute(
            select(column("version_num")).select_from(table(VERSION_TABLE))
        ).scalar()
        return None if found is None else str(found)
    foreign = sorted(tables & set(METADATA.tables))
    if foreign:
        raise StoreError(
            f"{place} has a table {foreign[0]} that is not ours",
            "name another database or schema; this one was not touched",
        )
    if not create:
        raise StoreError(f"{place} is no store of claims", "see that the address is right")
    return None


def _upgrade(connection: Connection) -> None:
    from claimcheck.store.migrations import upgrade  # noqa: PLC0415 - heavy, and rarely needed

    upgrade(connection)
