"""Dossiers of several subjects, each with what must and must not be found in it.

The expectations were written from the specification before the dossiers were reconciled.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from expectations import expectations, faults

DATA = Path(__file__).parent / "data"
BUNDLED = "azerbaijani-diaspora"
OTHERS = sorted(
    folder.name for folder in DATA.iterdir()
    if folder.name != BUNDLED and (folder / "expected.csv").exists()
)  # fmt: skip


def test_the_bundled_dossier_is_read_as_expected() -> None:
    """Every conflict that has to be found is found, and nothing is alarmed about that is none."""
    rows = expectations(DATA / BUNDLED)

    assert len(rows) > 200
    assert not faults(DATA.parents[1] / "fixtures" / BUNDLED, rows)


@pytest.mark.parametrize("subject", OTHERS)
def test_dossiers_of_other_subjects_are_read_as_expected(subject: str) -> None:
    """The rules are general: rivers, crowds, deaths, populations, revenues, dates and tallies."""
    rows = expectations(DATA / subject)

    assert sum(row.expectation == "must" for row in rows) > 10
    assert not faults(DATA / subject, rows)
