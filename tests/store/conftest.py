"""A desk's store, its clock, and dossiers drawn in a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest
from attrs import define

from claimcheck.io import read_dossier
from claimcheck.store import Store, open_store
from claimcheck.tables.dossier import Dossier


@define
class Clock:
    """A clock that the story sets."""

    now: datetime = datetime(2026, 3, 2, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time that it shows."""
        return self.now

    def pass_days(self, days: int) -> None:
        """Let days pass."""
        self.now += timedelta(days=days)


@pytest.fixture
def clock() -> Clock:
    """The clock of the desk, on Monday 2 March 2026 at nine."""
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """An empty store in a file."""
    with open_store(tmp_path / "desk.db", clock=clock) as opened:
        yield opened


@pytest.fixture(scope="session")
def diaspora() -> Dossier:
    """The bundled dossier."""
    root = Path(__file__).parents[2]
    return read_dossier(root / "fixtures" / "azerbaijani-diaspora")


@pytest.fixture
def dossier() -> Callable[..., Dossier]:
    """Makes a dossier from ``claim_id=figure``; the source of claim ``a1`` is ``a``."""
    return drawn


def drawn(
    subject: str = "the strike",
    sources: pd.DataFrame | None = None,
    totals: pd.DataFrame | None = None,
    **figures: str,
) -> Dossier:
    """The dossier of some figures for the number of strikers."""
    claims = pd.DataFrame(
        {
            "claim_id": list(figures),
            "source_id": [name.rstrip("0123456789") for name in figures],
            "subject": subject,
            "measure": "count",
            "figure": list(figures.values()),
            "unit": "people",
            "stance": "asserts",
        }
    )
    return Dossier.of(claims, sources, totals)
