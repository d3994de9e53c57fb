"""Dossiers and decisions in a database: SQLite by default, PostgreSQL by its address."""

from __future__ import annotations

from importlib import import_module

from claimcheck.errors import MissingExtraError

_HOMES = {
    "Added": "claimcheck.store.adding",
    "Store": "claimcheck.store.store",
    "open_store": "claimcheck.store.opening",
}

__all__ = ["Added", "Store", "open_store"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        return getattr(import_module(_HOMES[name]), name)
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package in {"sqlalchemy", "alembic"}:
            raise MissingExtraError.of("store", package) from error
        raise
