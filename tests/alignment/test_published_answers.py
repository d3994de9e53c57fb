"""Published and recomputed answers, each to the tolerance that its record states."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from answers import OURS

from claimcheck.consensus.balance import balance

RECORDS = json.loads((Path(__file__).parent / "estimators.json").read_text(encoding="utf-8"))
NOT_OFFERED = {
    "lognormal_interval_mle",
    "dempster_rule",
    "cooke_classical",
    "rounding_agreement",
    "benford",
}
WORDS = {"published", "note"}


def assert_close(found: object, expected: object, rel_tol: float, place: str) -> None:
    """Compare numbers to a relative tolerance, all else exactly, through lists and mappings."""
    if isinstance(expected, dict):
        for name, part in expected.items():
            if name not in WORDS:
                assert_close(found[name], part, rel_tol, f"{place}.{name}")
    elif isinstance(expected, list):
        assert len(found) == len(expected), place
        for number, (one, other) in enumerate(zip(found, expected, strict=True)):
            assert_close(one, other, rel_tol, f"{place}[{number}]")
    elif expected is None or isinstance(expected, bool):
        assert found == expected, place
    else:
        wanted = float(expected)
        assert found == pytest.approx(wanted, rel=rel_tol, abs=1e-12), place


@pytest.mark.parametrize(
    "record",
    [record for record in RECORDS if record["method"] in OURS],
    ids=lambda record: record["id"],
)
def test_a_published_answer_is_met_to_its_tolerance(record: Mapping[str, Any]) -> None:
    """Each record has its source and says how closely it is known."""
    found = OURS[record["method"]](record["inputs"])

    assert_close(found, record["expected"], record["rel_tol"], record["id"])


def test_every_record_is_held_to_or_named_as_not_offered() -> None:
    """A record that nobody compares would only look like evidence."""
    assert {record["method"] for record in RECORDS} == set(OURS) | NOT_OFFERED


def test_one_zero_too_many_is_refused_and_not_balanced() -> None:
    """1000 against 90 would come out as 545 and 545: nobody said anything like it."""
    record = next(record for record in RECORDS if record["id"] == "dr-one-zero-too-many")
    given = record["inputs"]

    found = balance(given["y"], given["sd"], given["A"])

    assert found.balanced is None
    assert "cannot hold" in found.refusals[0]
