"""Hold what a reconciliation finds against a table of what it must and must not find.

A ``must`` row is met by its own finding on exactly its claims, or by one of its family that the
table lists for them too. Findings about many claims may hold two claims more than the row. A
``must-not`` row is broken by its finding, or by one of its family that the table does not list.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
from attrs import frozen

import claimcheck as cc

FAMILIES: tuple[frozenset[str], ...] = (
    frozenset({"agreement", "rounding-agreement", "echo"}),
    frozenset(
        {
            "contradiction",
            "self-contradiction",
            "implausible-growth",
            "order-of-magnitude",
            "magnitude-slip",
            "unit-slip",
            "digit-slip",
        }
    ),
    frozenset({"explained-by-time", "explained-by-scope", "trend"}),
    frozenset({"sum-mismatch", "part-exceeds-whole"}),
)
OF_MANY = frozenset(
    {"trend", "single-source", "disputed", "sum-mismatch", "part-exceeds-whole", "echo"}
)
Ids = frozenset[str]


@frozen
class Expectation:
    """One row: what must, may or must not be found on which claims."""

    expectation: str
    finding: str
    ids: Ids
    ratio: float
    why: str

    def __str__(self) -> str:
        return f"{self.expectation} {self.finding} {';'.join(sorted(self.ids))} ({self.why})"


def expectations(folder: Path) -> list[Expectation]:
    """The rows of ``expected.csv`` in *folder*."""
    table = pd.read_csv(folder / "expected.csv", dtype={"ratio": "float64"}, keep_default_na=True)
    return [
        Expectation(
            row.expectation,
            row.finding,
            frozenset(row.claim_ids.split(";")),
            row.ratio,
            "" if pd.isna(row.why) else row.why,
        )
        for row in table.itertuples()
    ]


def faults(dossier: Path, rows: list[Expectation]) -> list[str]:
    """The rows that the reconciliation of *dossier* does not keep, each with what was found."""
    found = {
        (row.check, frozenset(row.claim_ids)): row.ratio
        for row in cc.reconcile(cc.read_dossier(dossier)).findings.itertuples()
    }
    listed: dict[Ids, set[str]] = {}
    for row in rows:
        if row.expectation != "must-not":
            listed.setdefault(row.ids, set()).add(row.finding)
    return [
        f"{row}: found {sorted(name for name, ids in found if ids == row.ids)}, {fault}"
        for row in rows
        for fault in _faults_of(row, found, listed.get(row.ids, set()))
    ]


def _faults_of(
    row: Expectation, found: dict[tuple[str, Ids], float], listed: set[str]
) -> Iterator[str]:
    family = next((names for names in FAMILIES if row.finding in names), frozenset({row.finding}))
    if row.expectation == "must":
        ratio = _answer(row, found, (row.finding, *sorted(listed & family)))
        if ratio is None:
            yield "not as it must be"
        elif not math.isnan(row.ratio + ratio) and not math.isclose(ratio, row.ratio, rel_tol=0.01):
            yield f"ratio {ratio}, not {row.ratio}"
    elif row.expectation == "must-not":
        forbidden = (family - listed) | {row.finding}
        if any((name, row.ids) in found for name in forbidden):
            yield "which must not be"


def _answer(
    row: Expectation, found: dict[tuple[str, Ids], float], names: tuple[str, ...]
) -> float | None:
    """The ratio of the finding that answers for *row*, None if there is none."""
    for name in names:
        if (name, row.ids) in found:
            return found[name, row.ids]
        if name in OF_MANY:
            for (other, ids), ratio in found.items():
                if other == name and row.ids <= ids and len(ids) <= len(row.ids) + 2:
                    return ratio
    return None
