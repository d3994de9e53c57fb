"""Tables that no desk plans for: no rows, columns named like ours, values at the edge of floats."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from drawing import TERNS

import claimcheck as cc
from claimcheck.tables import columns as c

COMPUTED = [
    value
    for name, value in vars(c).items()
    if name.isupper() and isinstance(value, str) and value not in c.CLAIM_COLUMNS
]


def test_a_table_with_a_header_and_no_rows_is_an_empty_dossier() -> None:
    """A new claims.csv looks like that until the first claim is typed."""
    result = cc.reconcile(TERNS.head(0))

    assert result.summary["claims"] == 0
    assert [len(table) for table in (result.claims, result.quantities, result.findings)] == [0] * 3
    assert "in this dossier yet" in result.report().to_text()
    assert "<html" in result.report().to_html()


def test_columns_named_like_ours_change_nothing_and_are_kept() -> None:
    """Results that are saved and read again carry every name that we use."""
    result = cc.reconcile(TERNS.assign(**dict.fromkeys(COMPUTED, ("theirs", "own"))))

    plain = cc.reconcile(TERNS)
    pd.testing.assert_frame_equal(result.findings, plain.findings)
    pd.testing.assert_frame_equal(result.quantities, plain.quantities)
    for name in COMPUTED:
        kept = result.claims[f"{name}_as_given" if name in plain.claims else name]
        assert kept.tolist() == ["theirs", "own"]


def test_the_claims_of_a_result_can_be_reconciled_again() -> None:
    """Whoever filters the table of a result goes on with what is left."""
    again = cc.reconcile(cc.reconcile(TERNS).claims)

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
    ["fixtures/terns", Path("fixtures/terns"), None, TERNS["figure"], TERNS.to_dict("records")],
    ids=["text", "path", "nothing", "column", "records"],
)
def test_what_is_no_table_of_claims_is_refused_with_what_to_give(strange: object) -> None:
    """The path of a dossier is the first thing that people try."""
    with pytest.raises(
        cc.ClaimcheckError, match=r"Hint: (read it first|give a dossier|give pandas)"
    ):
        cc.contradictions(strange)


def test_names_of_columns_in_several_levels_are_no_columns_of_ours() -> None:
    """The frame that a pivot leaves gets the same answer as any other without the columns."""
    with pytest.raises(cc.DossierError, match="the column claim_id is missing"):
        cc.reconcile(pd.concat({"x": TERNS}, axis=1))


@pytest.mark.parametrize("end", [np.inf, -np.inf])
def test_two_ends_at_one_infinity_leave_no_value(end: float) -> None:
    """Such a figure was told to contradict every other."""
    with pytest.raises(
        cc.DossierError, match=r"row 3 .*, column lower: lower and upper are both -?inf"
    ):
        cc.reconcile(TERNS.assign(lower=[5, end], upper=[6, end]))


@pytest.mark.parametrize("column", ["claim_id", "subject", "figure", "as_of", "lower", "own"])
@pytest.mark.parametrize("dtype", ["object", "string[python]"])
def test_a_cell_with_half_a_letter_is_told_with_its_place(column: str, dtype: str) -> None:
    """Text that was decoded wrongly cannot be written anywhere, so that it stops at the door."""
    cells = pd.Series(["caf\udce9", "café"], dtype=object).astype(dtype)
    with pytest.raises(cc.DossierError) as refused:
        cc.reconcile(TERNS.assign(**{column: cells}))

    first = next(found for found in refused.value.problems if "half a letter" in found.problem)
    assert (first.row, first.column, first.value) == (2, column, r"'caf\udce9'")
    assert "encoding" in first.hint
    str(refused.value).encode()


def test_a_column_whose_name_has_half_a_letter_is_told() -> None:
    """With the name as Python writes it, which can be printed."""
    names = pd.Index([*TERNS.columns[:-1], "st\udc80"], dtype=object)
    with pytest.raises(cc.DossierError, match=r"st\\udc80.*half a letter"):
        cc.reconcile(TERNS.set_axis(names, axis=1))


def test_a_claim_with_half_a_letter_is_refused() -> None:
    """Where it is made, not where it is written."""
    row = TERNS.iloc[0].to_dict() | {"subject": "caf\udce9"}
    with pytest.raises(cc.ClaimcheckError, match=r"caf\\udce9.*half a letter"):
        cc.Claim.from_row(row)
