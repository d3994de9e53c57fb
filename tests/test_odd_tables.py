"""Tables that no desk plans for: no rows, columns named like ours, values at the edge of floats."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import claimcheck as cc
from claimcheck.tables import columns as c

CLAIMS = pd.DataFrame(
    {
        "claim_id": ["a", "b"],
        "source_id": ["atlas", "bulletin"],
        "subject": "terns",
        "measure": "population",
        "figure": ["5–10 million", "50 million"],
        "unit": "birds",
        "stance": "asserts",
    }
)
COMPUTED = [
    value
    for name, value in vars(c).items()
    if name.isupper() and isinstance(value, str) and value not in c.CLAIM_COLUMNS
]


def test_a_table_with_a_header_and_no_rows_is_an_empty_dossier() -> None:
    """A new claims.csv looks like that until the first claim is typed."""
    result = cc.reconcile(CLAIMS.head(0))

    assert result.summary["claims"] == 0
    assert [len(table) for table in (result.claims, result.quantities, result.findings)] == [0] * 3
    assert "in this dossier yet" in result.report().to_text()
    assert "<html" in result.report().to_html()


def test_columns_named_like_ours_change_nothing_and_are_kept() -> None:
    """Results that are saved and read again carry every name that we use."""
    result = cc.reconcile(CLAIMS.assign(**dict.fromkeys(COMPUTED, ("theirs", "own"))))

    plain = cc.reconcile(CLAIMS)
    pd.testing.assert_frame_equal(result.findings, plain.findings)
    pd.testing.assert_frame_equal(result.quantities, plain.quantities)
    for name in COMPUTED:
        kept = result.claims[f"{name}_as_given" if name in plain.claims else name]
        assert kept.tolist() == ["theirs", "own"]


def test_the_claims_of_a_result_can_be_reconciled_again() -> None:
    """Whoever filters the table of a result goes on with what is left."""
    again = cc.reconcile(cc.reconcile(CLAIMS).claims)

    assert again.findings["check"].tolist() == ["contradiction"]
    twice = cc.reconcile(again.claims).claims
    assert twice.columns.is_unique


@pytest.mark.parametrize("measure", ["population", "length", "deaths", "temperature", "share"])
def test_values_at_the_edge_of_floats_are_compared_without_a_warning(measure: str) -> None:
    """Warnings on standard error say nothing to a fact-checker."""
    edge = [0.0, -5.0, 5e-324, 1e-300, 12345.0, 12354.0, 1e22, 1e308, 1.7e308, -1.7e308]
    claims = pd.DataFrame(
        {
            "claim_id": [f"c{place}" for place in range(len(edge))],
            "source_id": [f"s{place}" for place in range(len(edge))],
            "subject": "terns",
            "measure": measure,
            "as_of": [str(1000 + place) for place in range(len(edge))],
            "lower": edge,
            "upper": edge,
            "unit": "birds",
            "stance": "asserts",
        }
    )

    for table in (claims, claims.assign(as_of=""), claims.assign(upper=np.inf, lower=-np.inf)):
        result = cc.reconcile(table)
        assert result.report().to_text()
        assert result.findings["severity"].between(0, 1).all()


@pytest.mark.parametrize(
    "strange",
    ["fixtures/terns", Path("fixtures/terns"), None, CLAIMS["figure"], CLAIMS.to_dict("records")],
    ids=["text", "path", "nothing", "column", "records"],
)
def test_what_is_no_table_of_claims_is_refused_with_what_to_give(strange: object) -> None:
    """The path of a dossier is the first thing that people try."""
    with pytest.raises(cc.ClaimcheckError, match=r"Hint: (read it first|give a dossier)"):
        cc.contradictions(strange)


def test_names_of_columns_in_several_levels_are_no_columns_of_ours() -> None:
    """The frame that a pivot leaves gets the same answer as any other without the columns."""
    with pytest.raises(cc.DossierError, match="the column claim_id is missing"):
        cc.reconcile(pd.concat({"x": CLAIMS}, axis=1))


@pytest.mark.parametrize("end", [np.inf, -np.inf])
def test_two_ends_at_one_infinity_leave_no_value(end: float) -> None:
    """Such a figure was told to contradict every other."""
    with pytest.raises(
        cc.DossierError, match=r"row 3, column lower: lower and upper are both -?inf"
    ):
        cc.reconcile(CLAIMS.assign(lower=[5, end], upper=[6, end]))
