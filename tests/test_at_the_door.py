"""What people give by mistake: it is told by its name and with the mend, and does nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from drawing import TERNS

import claimcheck as cc
from claimcheck.reports import ConflictReport

ROWS = TERNS.to_dict("records")
SOURCES = pd.DataFrame({"source_id": ["atlas", "bulletin"]})
DOSSIER = cc.Dossier.of(TERNS)


@pytest.mark.parametrize(
    ("mistake", "mend"),
    [
        (lambda: cc.reconcile(ROWS), "pandas.DataFrame(rows)"),
        (lambda: cc.reconcile(TERNS.to_dict("list")), "pandas.DataFrame(columns)"),
        (lambda: cc.reconcile("claims.csv"), "read_dossier"),
        (lambda: cc.reconcile(None), "DataFrame"),
        (lambda: cc.reconcile(TERNS, sources=["atlas"]), "Source values"),
        (
            lambda: cc.reconcile(TERNS, sources=SOURCES.to_dict("records")),
            "pandas.DataFrame(rows)",
        ),
        (lambda: cc.reconcile(TERNS, totals=[{"whole": "a"}]), "totals.csv"),
        (lambda: cc.reconcile(TERNS, settings={"hedge": 0.2}), "Settings.from_mapping"),
        (lambda: cc.reconcile(TERNS.set_index("claim_id")), "reset_index()"),
        (lambda: cc.reconcile(TERNS.rename(columns=str.upper)), "rename the column 'FIGURE'"),
        (lambda: cc.reconcile(TERNS.assign(figure=None)), "no data"),
        (lambda: cc.reconcile(TERNS.assign(as_of="2023Q1")), "2023-01/2023-03"),
        (lambda: cc.find_figures(None), "Figure.exactly"),
        (lambda: cc.open_store(None), "postgresql://"),
        (lambda: cc.open_store(Path(__file__).parent), "claims.db"),
        (lambda: cc.write_dossier(TERNS, "folder"), "Dossier.of"),
        (lambda: cc.AsOf.parse(2020), 'write "2020"'),
        (lambda: cc.parse_figure("5", lang="german"), "ISO 639"),
        (lambda: cc.find_figures("5 km", lang="german"), "ISO 639"),
        (lambda: cc.parse_figures(TERNS["figure"], decimal=";"), "no decimal separator"),
        (lambda: cc.find_figures("5 km", decimal=";"), "no decimal separator"),
        (lambda: cc.Settings(hedge=15), "0.15 is 15 %"),
        (lambda: cc.Settings(tallies=["+seen"]), "Settings.from_mapping"),
    ],
)
def test_a_mistake_is_told_with_its_mend(mistake: Callable[[], object], mend: str) -> None:
    """And never by an AttributeError from within."""
    with pytest.raises(cc.ClaimcheckError) as told:
        mistake()

    assert mend in str(told.value)


@pytest.mark.parametrize("name", ["sources", "totals"])
def test_tables_beside_a_dossier_are_refused(name: str) -> None:
    """They were passed over, and who gave them believed that they counted."""
    with pytest.raises(cc.ClaimcheckError, match=f"{name} of its own") as told:
        cc.reconcile(DOSSIER, **{name: SOURCES})

    assert "dossier.claims" in told.value.hint


def test_claims_and_sources_may_be_values() -> None:
    """Whoever makes them in a program needs no frame, and the questions take them as well."""
    claims = [cc.Claim.from_row(row) for row in ROWS]
    sources = [cc.Source(source_id="atlas", kind="academic"), cc.Source(source_id="bulletin")]

    assert cc.reconcile(claims, sources).dossier.sources["kind"].tolist() == ["academic", ""]
    assert len(cc.contradictions(iter(claims))) == 1


def test_a_report_in_python_looks_at_what_the_command_line_can() -> None:
    """One claim, or a least severity."""
    result = cc.reconcile(TERNS)

    assert result.report(claim="a").findings["check"].tolist() == ["contradiction"]
    assert result.report(severity="order-of-magnitude").findings.empty


def test_a_bad_row_of_a_frame_is_told_by_its_label_too() -> None:
    """A frame that was filtered and sorted has no row 2 to look at."""
    frame = TERNS.set_axis([17, 4]).assign(stance=["asserts", "maybe"])
    with pytest.raises(cc.DossierError) as told:
        cc.reconcile(frame)

    assert told.value.problems[0].place == "claims, row 3 (index 4), column stance"
    assert frame.loc[int(told.value.problems[0].label), "stance"] == "maybe"


def test_a_bad_row_of_a_file_has_no_label(tmp_path: Path) -> None:
    """A spreadsheet knows nothing of an index."""
    TERNS.assign(stance="maybe").to_csv(tmp_path / "claims.csv", index=False)
    with pytest.raises(cc.DossierError) as told:
        cc.read_dossier(tmp_path)

    assert told.value.problems[0].place == "claims.csv, row 2, column stance"


def test_a_store_takes_dossiers_alone(tmp_path: Path) -> None:
    """A frame is the first thing that people try."""
    pytest.importorskip("sqlalchemy")
    with (
        cc.open_store(tmp_path / "claims.db") as store,
        pytest.raises(cc.ClaimcheckError, match=r"Dossier\.of"),
    ):
        store.add(TERNS)


def test_what_takes_results_takes_the_result_as_well() -> None:
    """Nobody should have to know which of the two a plot reads."""
    totals = pd.DataFrame({"total_id": ["t"], "whole": ["b"], "part": ["a"], "complete": ["no"]})
    result = cc.reconcile(TERNS, SOURCES, totals)

    assert str(ConflictReport.of(result)) == str(result.report())
    assert ConflictReport.of(result).to_json() == result.report().to_json()
    assert len(result.totals) == 1
