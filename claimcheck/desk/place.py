"""Where a dossier is kept: a folder, a claims file, or a store, now or at another time."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from attrs import frozen

from claimcheck.errors import StoreError
from claimcheck.io.formats import STORE_SUFFIXES

STANDARD_INPUT: Final = "-"
_AT = re.compile(
    r"(?P<where>.+)@"
    r"(?P<at>\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?|\d+)"
)
_ADDRESS = re.compile(r"postgres(?:ql)?(?:\+\w+)?://")
_SECRET = re.compile(r"(://[^:/@]*):[^@/]*@")


@frozen
class Place:
    """Where a dossier is kept.

    Attributes:
        where: A path, or the address of a PostgreSQL database.
        at: For a store, the day, moment or revision as of which to read it; empty for now.

    >>> Place.parse("claims.db@2026-03-02")
    Place(where='claims.db', at='2026-03-02')
    """

    where: str
    at: str = ""

    @classmethod
    def parse(cls, text: str) -> Place:
        """The place that *text* names: ``WHERE`` or, for a store, ``WHERE@WHEN``.

        Raises:
            StoreError: If a time is named for what is no store, or what is named is no time.
        """
        match = None if Path(text).exists() else _AT.fullmatch(text)
        if match is None:
            _refuse_no_time(text)
            return cls(text)
        place = cls(match["where"], match["at"])
        if not place.is_store:
            raise StoreError(
                f"{place.where} is no store, it has no past", "name a store, or leave the @ out"
            )
        return place

    @property
    def is_store(self) -> bool:
        """Whether it is a database, by its address or its suffix."""
        return bool(_ADDRESS.match(self.where)) or self.path.suffix.casefold() in STORE_SUFFIXES

    @property
    def path(self) -> Path:
        """The path of a folder or a file."""
        return Path(self.where)

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where its settings are looked for: with it, beside it, and in the working folder."""
        here = Path()
        if self.where == STANDARD_INPUT or _ADDRESS.match(self.where):
            return (here,)
        beside = (self.path if self.path.name not in {"", ".."} else self.path.resolve()).parent
        return (self.path, beside, here) if self.path.is_dir() else (beside, here)

    @property
    def moment(self) -> str | int | None:
        """The time as a store takes it; None for now."""
        if not self.at:
            return None
        return int(self.at) if self.at.isdigit() else self.at

    def __str__(self) -> str:
        shown = _SECRET.sub(r"\1@", self.where)
        return f"{shown}@{self.at}" if self.at else shown


def _refuse_no_time(text: str) -> None:
    where, _, at = text.rpartition("@")
    if Path(where).suffix.casefold() in STORE_SUFFIXES and not Path(text).exists():
        raise StoreError(
            f"{at!r} is no time of {where}",
            f"write {where}@2026-03-02, {where}@2026-03-02T09:30, or the number of a revision",
        )
