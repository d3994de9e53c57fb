"""Dossiers and decisions in a database: SQLite by default, PostgreSQL by its address."""

from __future__ import annotations

from claimcheck.faces import handed_on

_HOMES = {
    "Added": "claimcheck.store.adding",
    "Store": "claimcheck.store.store",
    "open_store": "claimcheck.store.opening",
}
_PACKAGES = {"sqlalchemy", "alembic"}

__all__ = ["Added", "Store", "open_store"]


def __getattr__(name: str) -> object:
    return handed_on(name, face=__name__, homes=_HOMES, extra="store", packages=_PACKAGES)
