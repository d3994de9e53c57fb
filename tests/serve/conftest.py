"""A desk's store with its page, asked as a browser asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest
from starlette.testclient import TestClient

from claimcheck.desk.place import Place
from claimcheck.serve import app_of
from claimcheck.serve.doors import Keys
from claimcheck.store import Store, open_store
from claimcheck.tables.dossier import Dossier

Visit = Callable[..., TestClient]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store in which two sources contradict each other."""
    with open_store(tmp_path / "claims.db") as opened:
        opened.add(drawn(a1="500", b1="900"), by="Day")
        yield opened


@pytest.fixture
def visit(store: Store, tmp_path: Path) -> Iterator[Visit]:
    """Opens the page of the store in a browser of its own."""
    assert store.revision == 1
    keys = Keys()
    clients = []

    def made(where: str = "", keys: Keys = keys, host: str = "127.0.0.1:8765") -> TestClient:
        place = Place.parse(where or str(tmp_path / "claims.db"))
        client = TestClient(app_of(place, keys=keys, by="Day"), base_url=f"http://{host}")
        clients.append(client)
        return client

    yield made
    for client in clients:
        client.close()


@pytest.fixture
def dossier() -> Callable[..., Dossier]:
    """Makes a dossier from ``claim_id=figure``; the source of claim ``a1`` is ``a``."""
    return drawn


def drawn(subject: str = "the strike", **figures: str) -> Dossier:
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
    return Dossier.of(claims)
