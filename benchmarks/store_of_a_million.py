"""How long a million claims take into a store, and one subject out of it.

Run: ``python benchmarks/store_of_a_million.py [CLAIMS] [ADDRESS]``. The address is a new file, or
that of an empty PostgreSQL database; by default a file in a folder that is removed after.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np
import pandas as pd

from claimcheck.reconcile import reconcile
from claimcheck.store import open_store
from claimcheck.tables.dossier import Dossier

Answer = TypeVar("Answer")


def dossier_of(count: int) -> Dossier:
    """Claims on a tenth as many subjects, of a thousand sources, with phrases and dates."""
    dice = np.random.default_rng(7)
    subject = dice.integers(0, count // 10, count)
    truth = np.exp(dice.normal(10, 2, count // 10))[subject]
    said = np.round(truth * np.exp(dice.normal(0, 0.05, count)), -1)
    claims = pd.DataFrame(
        {
            "claim_id": [f"c{number:07}" for number in range(count)],
            "source_id": [f"s{number}" for number in dice.integers(0, 1000, count)],
            "locator": [f"page {number}" for number in dice.integers(1, 400, count)],
            "subject": [f"town {number}" for number in subject],
            "measure": "population",
            "place": [f"province {number % 50}" for number in subject],
            "as_of": [str(year) for year in dice.integers(1990, 2026, count)],
            "figure": [f"about {value:,.0f}" for value in said],
            "unit": "people",
            "stance": "asserts",
        }
    )
    return Dossier.of(claims)


def timed(what: str, work: Callable[[], Answer]) -> Answer:
    """Do *work* and print how long it took, with the most memory used so far."""
    start = time.perf_counter()
    answer = work()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{what:<44} {time.perf_counter() - start:8.2f} s   {memory:6,.0f} MB", flush=True)
    return answer


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        address = sys.argv[2] if len(sys.argv) > 2 else str(Path(folder) / "million.db")
        dossier = timed(f"make and validate {count:,} claims", lambda: dossier_of(count))
        with open_store(address) as store:
            timed("add them", lambda: store.add(dossier))
            timed("add them again: all the same", lambda: store.add(dossier))
            if "://" not in address:
                print(f"size of the file: {Path(address).stat().st_size / 2**20:,.0f} MB")
            changed = Dossier.of(dossier.claims.head(1000).assign(figure="5"), dossier.sources)
            timed("add a thousand changed", lambda: store.add(changed))
            alone = timed("read one subject", lambda: store.dossier(subject="TOWN 7"))
            timed("reconcile it and write the report", lambda: _report(alone))
            timed("read it as of the first revision", lambda: store.dossier(at=1, subject="town 7"))
            timed("list the subjects", store.subjects)
            timed("read all", store.dossier)


def _report(dossier: Dossier) -> str:
    return reconcile(dossier).report().to_text()


if __name__ == "__main__":
    main()
