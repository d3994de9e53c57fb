"""Dossiers drawn in a line, and what a run finds in them."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from claimcheck.reconcile import reconcile
from claimcheck.tables.results import Results


@pytest.fixture
def found() -> Callable[..., Results]:
    """Reconciles ``claim_id=figure``; the source of claim ``a1`` is ``a``."""
    return reconciled


def reconciled(**figures: str) -> Results:
    """What a run finds in some figures for the number of strikers."""
    claims = pd.DataFrame(
        {
            "claim_id": list(figures),
            "source_id": [name.rstrip("0123456789") for name in figures],
            "subject": "the strike",
            "measure": "count",
            "figure": list(figures.values()),
            "unit": "people",
            "stance": "asserts",
        }
    )
    return reconcile(claims).results
