"""What a database refuses, told as errors of ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from claimcheck.errors import StoreError

_AS_IT_WAS = "the store is as it was"
_SQLITE = {
    "SQLITE_FULL": (
        "the disk is full, nothing was written to {}",
        f"free some space and repeat; {_AS_IT_WAS}",
    ),
    "SQLITE_READONLY": (
        "{} is read-only",
        f"copy it to where you may write, or ask for the right to; {_AS_IT_WAS}",
    ),
    "SQLITE_CORRUPT": ("{} is damaged", "take the last good copy; this one was not touched"),
    "SQLITE_NOTADB": ("{} is no store of claims", "name a file that open_store has made"),
    "SQLITE_BUSY": (
        "another writer has kept {} busy for too long",
        f"repeat when it has finished; {_AS_IT_WAS}",
    ),
    "SQLITE_CANTOPEN": ("{} cannot be opened", "see that the folder exists and may be read"),
    "SQLITE_IOERR": (
        "{} cannot be written or read: the disk reports an error",
        f"see whether the disk or its quota is full; {_AS_IT_WAS}",
    ),
}


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turn the errors of a database driver into a StoreError that names *place*.

    Raises:
        StoreError: With the mend, where the driver refuses.
    """
    try:
        yield
    except DBAPIError as error:
        raise _told(place, error.orig or error) from error
    except sqlite3.Error as error:
        raise _told(place, error) from error
    except UnicodeEncodeError as error:
        part = error.object[max(error.start - 20, 0) : error.end + 20]
        raise StoreError(
            f"{place} cannot keep {part!r}: it holds half a letter",
            f"mend the text, which was read in the wrong encoding; {_AS_IT_WAS}",
        ) from error


def _told(place: str, error: BaseException) -> StoreError:
    name = getattr(error, "sqlite_errorname", "") or ""
    for known, (problem, hint) in _SQLITE.items():
        if name.startswith(known):
            return StoreError(problem.format(place), hint)
    lines = str(error).strip().splitlines()
    return StoreError(f"{place}: {lines[0] if lines else type(error).__name__}", _AS_IT_WAS)
