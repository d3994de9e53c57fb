"""Sources and decisions as values."""

from __future__ import annotations

import subprocess
import sys

import pytest

from claimcheck.errors import InvalidClaimError, InvalidDateError
from claimcheck.model.decision import Decision, Ruling
from claimcheck.model.source import Source
from claimcheck.values.asof import AsOf


def test_a_source_names_whom_it_copies() -> None:
    """Several parents stand in one cell."""
    source = Source.from_row({"source_id": "s", "derived_from": "a;b", "published": "2024-05/.."})

    assert source.derived_from == ("a", "b")
    assert source.published == AsOf.parse("2024-05/..")
    assert source.to_row()["derived_from"] == "a;b"


def test_a_source_does_not_copy_itself() -> None:
    """It would vote under itself for ever."""
    with pytest.raises(InvalidClaimError, match="derived from itself"):
        Source(source_id="s", derived_from="a;s")


def test_a_source_has_an_id() -> None:
    """Claims find it by nothing else."""
    with pytest.raises(InvalidClaimError, match="source_id"):
        Source.from_row({"title": "Census"})
    with pytest.raises(InvalidClaimError, match="source_id"):
        Source(source_id="")


def test_a_decision_goes_to_its_row_and_back() -> None:
    """It lives in a CSV file under version control."""
    decision = Decision(
        finding_id="f1",
        ruling="Dismissed",
        because="a typing error",
        by="desk",
        at="2024-05-01T10:00:00+00:00",
        until="2025-01",
        fingerprint="abc",
    )

    assert decision.ruling is Ruling.DISMISSED
    assert Decision.from_row(decision.to_row()) == decision


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"ruling": "fixed"}, "'fixed' is no ruling"),
        ({"because": ""}, "gives no reason"),
        ({"finding_id": ""}, "names no finding"),
    ],
)
def test_a_decision_without_substance_is_refused(cells: dict[str, str], message: str) -> None:
    """Whoever reads it later has to know what was decided, and why."""
    row = {"finding_id": "f1", "ruling": "accepted", "because": "seen", **cells}

    with pytest.raises(InvalidClaimError, match=message):
        Decision.from_row(row)


def test_the_term_of_a_decision_is_a_date() -> None:
    """A term that no calendar knows would never come."""
    with pytest.raises(InvalidDateError):
        Decision(finding_id="f1", ruling="accepted", because="seen", until="soon")


def test_values_load_no_pandas() -> None:
    """The command line answers before pandas is there."""
    code = (
        "import sys, claimcheck.model.claim, claimcheck.model.source, claimcheck.model.decision, "
        "claimcheck.tables.columns; sys.exit('pandas' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
