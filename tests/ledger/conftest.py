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


def reconciled(
    subject: str = "the strike", more: pd.DataFrame | None = None, **figures: str
) -> Results:
    """What a run finds in some figures for the number of strikers, and in *more* claims."""
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
    others = None if more is None else more[list(claims.columns)]
    return reconcile(pd.concat([claims, others], ignore_index=True)).results
