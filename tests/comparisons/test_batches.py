"""Pairs are compared in batches, which nobody may notice."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from claimcheck.comparisons import pairs
from claimcheck.reconcile import reconcile


def test_batches_of_any_size_make_the_same_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Groups that are larger than a batch, smaller, alone, and too large to be listed."""
    sizes = [1, 2, 9, 3, 1, 4, 230, 5]
    subject = np.repeat([f"subject {number}" for number in range(len(sizes))], sizes)
    random = np.random.default_rng(3)
    claims = pd.DataFrame({
        "claim_id": [f"c{number}" for number in range(len(subject))],
        "source_id": random.choice(["a", "b", "c", "d"], len(subject)),
        "subject": random.permutation(subject),
        "measure": "population",
        "scope": random.choice(["", "abroad"], len(subject)),
        "figure": random.integers(100, 100_000, len(subject)).astype(str),
        "unit": "people",
        "stance": "asserts",
    })  # fmt: skip
    whole = reconcile(claims).pairs

    monkeypatch.setattr(pairs, "CHUNK_PAIRS", 3)

    assert len(whole) > 1 + 36 + 3 + 6 + 10
    pd.testing.assert_frame_equal(reconcile(claims).pairs, whole)
