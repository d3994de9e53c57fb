"""Imports in processes of their own: some are killed, some write at the same time.

Run as a program, so that the processes are forked from one that has no threads::

    python forked_imports.py killed desk.db 200 7
    python forked_imports.py together desk.db 8 10
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable

import pandas as pd

from claimcheck.store import open_store
from claimcheck.tables.dossier import Dossier

CLAIMS = 60


def dossier_of(name: str) -> Dossier:
    """A dossier of ``CLAIMS`` claims on a subject of its own."""
    claims = pd.DataFrame(
        {
            "claim_id": [f"{name}-{number}" for number in range(CLAIMS)],
            "source_id": name,
            "subject": name,
            "measure": "count",
            "figure": [str(number) for number in range(CLAIMS)],
            "unit": "people",
            "stance": "asserts",
        }
    )
    return Dossier.of(claims)


def forked(work: Callable[[], None]) -> int:
    """Start *work* in a process of its own; its exit status tells whether it ended well."""
    child = os.fork()
    if child:
        return child
    try:
        work()
    except BaseException as error:  # noqa: BLE001 - the parent reads the status
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        os._exit(1)
    os._exit(0)


def killed(address: str, count: int, seed: int) -> None:
    """Kill imports at random points, and look after each whether the store holds its word."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    dossiers = [dossier_of(f"import {number}") for number in range(count)]
    usual = 0.0
    acknowledged = lost = whole = 0
    with open_store(address) as store:
        for number, dossier in enumerate(dossiers):
            reading, writing = os.pipe()

            def work(dossier: Dossier = dossier, writing: int = writing) -> None:
                with open_store(address) as own:
                    own.add(dossier, by="importer")
                os.write(writing, b"done")

            started = time.monotonic()
            child = forked(work)
            os.close(writing)
            if number < 5:
                os.waitpid(child, 0)
                usual = max(usual, time.monotonic() - started)
            else:
                time.sleep(dice.uniform(0, usual))
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
            said = os.read(reading, 4) == b"done"
            os.close(reading)
            counts = dict(store.subjects().values.tolist())
            found = counts.get(f"import {number}", 0)
            assert found in {0, CLAIMS}, f"half an import: {found} of {CLAIMS}"
            assert found == CLAIMS or not said, "an acknowledged import is gone"
            acknowledged += said
            whole += found == CLAIMS
            lost += found == 0
        assert len(store.dossier().claims) == whole * CLAIMS
        with store.database.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    print(acknowledged, whole, lost)  # noqa: T201 - what the test reads


def together(address: str, processes: int, count: int) -> None:
    """Let processes write at once, from the making of the store on."""

    def work(name: str) -> Callable[[], None]:
        dossiers = [dossier_of(f"{name} {number}") for number in range(count)]

        def write() -> None:
            for dossier in dossiers:
                with open_store(address) as store:
                    assert len(store.add(dossier, by=name).new) == CLAIMS

        return write

    children = [forked(work(f"writer {number}")) for number in range(processes)]
    statuses = [os.waitpid(child, 0)[1] for child in children]
    with open_store(address) as store:
        claims = len(store.dossier().claims)
        revisions = store.log()["revision"].tolist()
    assert revisions == list(range(1, processes * count + 1))
    print(sum(status != 0 for status in statuses), claims)  # noqa: T201 - what the test reads


if __name__ == "__main__":
    what, where, first, second = sys.argv[1:]
    {"killed": killed, "together": together}[what](where, int(first), int(second))
