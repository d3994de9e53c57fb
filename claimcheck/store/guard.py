"""Whether a file is a store of ours, told from its first bytes alone: nothing is opened."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from claimcheck.errors import StoreError

APPLICATION_ID: Final = int.from_bytes(b"clck")
_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_LARGEST_PAGE = 65536


def is_sqlite(path: Path) -> bool:
    """Whether *path* is a file that starts as SQLite files do."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def check_file(path: Path) -> None:
    """Refuse what is no whole store.

    Raises:
        StoreError: If *path* is a folder, a foreign file, a database of another program, or is
            cut short.
    """
    if not path.is_file():
        raise StoreError(
            f"{path} is a folder, and a store is one file",
            "name the file of the store, such as claims.db; it is made if it is not there",
        )
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if not header.startswith(_MAGIC):
        raise StoreError(
            f"{path} is no store of claims", "name another file; this one was not touched"
        )
    if len(header) < _HEADER or _is_cut_short(path, header):
        raise StoreError(
            f"{path} is cut short", "take the last good copy; this one was not touched"
        )
    if int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise StoreError(
            f"{path} is a database of another program",
            "name another file; this one was not touched",
        )


def _is_cut_short(path: Path, header: bytes) -> bool:
    """Whether pages are missing; a write-ahead log beside the file may hold them."""
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size > 0:
        return False
    page = int.from_bytes(header[16:18])
    page = _LARGEST_PAGE if page == 1 else page
    return path.stat().st_size < page * int.from_bytes(header[28:32])
