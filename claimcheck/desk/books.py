"""Where the decisions on a dossier are kept: in the store, or in decisions.csv beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import pandas as pd

from claimcheck import store
from claimcheck.desk.place import Place
from claimcheck.errors import StoreError
from claimcheck.ledger import DecisionsFile
from claimcheck.model.decision import Decision

_NAME = "decisions.csv"


class Book(Protocol):
    """Keeps decisions; nothing in it is ever changed."""

    def decisions(self) -> pd.DataFrame:
        """The decisions on record, oldest first."""

    def decide(self, *decisions: Decision) -> object:
        """Put *decisions* on record."""


@contextmanager
def book_of(place: Place) -> Iterator[Book]:
    """The book that belongs to the dossier at *place*.

    Raises:
        StoreError: If there is none, or *place* names the past, which cannot be decided on.
    """
    if place.at:
        raise StoreError(f"{place} is past", "decide on the store as it is now")
    if place.is_store:
        with store.open_store(place.where, create=False) as opened:
            yield opened
        return
    folder = place.path if place.path.is_dir() else place.path.parent
    if not place.path.exists():
        raise StoreError(f"{place} does not exist", "see that the path is right")
    yield DecisionsFile(folder / _NAME)


def decisions_at(text: str, dossier: Place) -> pd.DataFrame:
    """The decisions that *text* names: a CSV file, a folder, a store, or ``decisions``.

    Args:
        text: A path or an address; the word ``decisions`` means those kept with the dossier.
        dossier: Where the dossier is kept.

    Raises:
        StoreError: If there is nothing at that place.
    """
    place = Place.parse(text)
    is_own = text == "decisions" and not place.path.exists()
    if is_own or place.is_store or place.path.is_dir():
        with book_of(dossier if is_own else place) as book:
            return book.decisions()
    if not place.path.is_file():
        raise StoreError(
            f"there are no decisions at {text}", "name a decisions.csv, a folder or a store"
        )
    return DecisionsFile(place.path).decisions()
