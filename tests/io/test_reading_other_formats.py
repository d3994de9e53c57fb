"""Excel, Parquet and JSON lines."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from claimcheck.errors import DossierError, InvalidClaimError, Problem
from claimcheck.io import read_dossier
from claimcheck.io.excel import write as write_workbook

GOOD = {
    "claim_id": "a",
    "source_id": "s",
    "subject": "x",
    "measure": "population",
    "figure": "5 million",
    "unit": "people",
    "stance": "asserts",
}


def problems(path: Path) -> tuple[Problem, ...]:
    """What is wrong with the file."""
    with pytest.raises(DossierError) as caught:
        read_dossier(path)
    return caught.value.problems


def workbook(path: Path, **sheets: list[dict[str, object]]) -> Path:
    """A workbook with those sheets of rows."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.append(list(rows[0]))
        for row in rows:
            sheet.append(list(row.values()))
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (603_070, "603070"),
        (603_070.0, "603070"),
        (0.5, "0.5"),
        (dt.datetime(1992, 6, 5), "1992-06-05"),  # noqa: DTZ001 - a cell has no time zone
        (dt.date(1992, 6, 5), "1992-06-05"),
        (True, "yes"),
    ],
)
def test_a_cell_of_a_workbook_becomes_its_plain_text(
    tmp_path: Path, cell: object, text: str
) -> None:
    """A spreadsheet makes numbers and dates of what looks like them."""
    path = workbook(tmp_path / "w.xlsx", claims=[{**GOOD, "figure": cell}])

    assert read_dossier(path).claims["figure"].tolist() == [text]


def test_a_percentage_is_read_as_it_is_shown(tmp_path: Path) -> None:
    """The cell holds 0.07 and shows 7 %."""
    path = workbook(tmp_path / "w.xlsx", claims=[{**GOOD, "figure": 0.07}])
    book = openpyxl.load_workbook(path)
    book["claims"]["E2"].number_format = "0%"
    book.save(path)

    assert read_dossier(path).claims["figure"].tolist() == ["7%"]


def test_the_sheets_of_a_workbook_are_the_tables(tmp_path: Path) -> None:
    """A dossier in one file; other sheets are the author's own."""
    path = workbook(
        tmp_path / "rivers.xlsx",
        Claims=[GOOD, {**GOOD, "claim_id": "b"}],
        sources=[{"source_id": "s", "kind": "media"}],
        totals=[{"total_id": "T", "whole": "a", "part": "b", "complete": "no"}],
        scratch=[{"x": 1}],
    )

    dossier = read_dossier(path)

    assert (dossier.name, len(dossier.totals)) == ("rivers", 1)
    assert dossier.sources["kind"].tolist() == ["media"]


def test_a_single_sheet_of_any_name_holds_the_claims(tmp_path: Path) -> None:
    """Nobody renames Sheet1."""
    assert len(read_dossier(workbook(tmp_path / "w.xlsx", Sheet1=[GOOD])).claims) == 1


def test_several_sheets_without_claims_are_refused(tmp_path: Path) -> None:
    """Which of them is meant cannot be known."""
    path = workbook(tmp_path / "w.xlsx", one=[GOOD], two=[GOOD])

    (found,) = problems(path)

    assert "none of the sheets is named claims" in found.problem


@pytest.mark.parametrize("above", [[["Claims on terns"]], [["Claims on terns"], []], [[]]])
def test_a_title_above_the_header_is_named(tmp_path: Path, above: list[list[str]]) -> None:
    """One mend, not a list of all columns that are missing."""
    book = openpyxl.Workbook()
    for row in [*above, list(GOOD), list(GOOD.values())]:
        book.active.append(row)
    book.save(tmp_path / "w.xlsx")

    (found,) = problems(tmp_path / "w.xlsx")

    assert f"the names of the columns stand in row {len(above) + 1}" in found.problem
    assert found.hint.startswith(f"delete what stands above row {len(above) + 1}")


def test_merged_cells_are_named_with_the_mend(tmp_path: Path) -> None:
    """A year merged over three rows would leave two claims undated, in silence."""
    rows = [{**GOOD, "as_of": "2010" if name == "a" else None, "claim_id": name} for name in "abc"]
    path = workbook(tmp_path / "w.xlsx", claims=rows)
    book = openpyxl.load_workbook(path)
    book["claims"].merge_cells("H2:H4")
    book["claims"].merge_cells("J1:K1")
    book.save(path)

    (found,) = problems(path)

    assert found.place == "w.xlsx sheet claims, row 2, column as_of"
    assert found.value == "2010"
    assert found.problem.startswith("the cells H2:H4 are merged")


def test_a_fault_in_a_workbook_is_placed_by_sheet_and_row(tmp_path: Path) -> None:
    """Blank rows keep their numbers."""
    blank = dict.fromkeys(GOOD)
    path = workbook(tmp_path / "w.xlsx", claims=[GOOD, blank, {**GOOD, "claim_id": None}])

    (found,) = problems(path)

    assert (found.file, found.row, found.column) == ("w.xlsx sheet claims", 4, "claim_id")


@pytest.mark.parametrize("name", ["w.xlsx", "w.parquet"])
@pytest.mark.parametrize("content", [b"", b"claim_id,source_id\n", b"PK\x03\x04broken"])
def test_a_file_that_is_not_what_its_suffix_says_is_refused(
    tmp_path: Path, name: str, content: bytes
) -> None:
    """Whatever the library says, the answer is one of ours."""
    path = tmp_path / name
    path.write_bytes(content)

    (found,) = problems(path)

    assert found.file == name
    assert "the file is no" in found.problem


def test_text_that_starts_like_a_formula_is_written_as_text(tmp_path: Path) -> None:
    """A workbook must not compute what a source said."""
    path = tmp_path / "claims.xlsx"
    write_workbook(pd.DataFrame([{**GOOD, "note": "=1+1"}]), path)

    assert openpyxl.load_workbook(path)["claims"]["H2"].data_type == "s"
    assert read_dossier(path).claims["note"].tolist() == ["=1+1"]


def test_text_that_a_workbook_cannot_hold_is_refused(tmp_path: Path) -> None:
    """A control character, from a copied page."""
    with pytest.raises(InvalidClaimError, match="cannot stand in a workbook"):
        write_workbook(pd.DataFrame([{**GOOD, "note": "\x07"}]), tmp_path / "claims.xlsx")


def test_typed_columns_of_parquet_are_read(tmp_path: Path) -> None:
    """Numbers, dates, categories and lists come as such."""
    path = tmp_path / "claims.parquet"
    pd.DataFrame([GOOD, {**GOOD, "claim_id": "b", "stance": "denies"}]).assign(
        unit=pd.Categorical(["people", "people"]),
        lower=[5, 6],
        as_of=pd.to_datetime(["2010-01-01", None]),
        disputes=[[], ["a"]],
    ).to_parquet(path)

    claims = read_dossier(path).claims

    assert claims["lower"].tolist() == [5.0, 6.0]
    assert claims["as_of"].tolist() == ["2010-01-01", ""]
    assert claims["disputes"].tolist() == ["", "a"]


def test_lines_that_are_no_objects_are_all_named_by_their_number(tmp_path: Path) -> None:
    """The good lines are checked in the same run."""
    path = tmp_path / "claims.jsonl"
    lines = [
        json.dumps(GOOD),
        "",
        '{"claim_id": "b",',
        "[1, 2]",
        '{"claim_id": "c", "claim_id": "d"}',
        json.dumps({**GOOD, "claim_id": "e", "stance": "perhaps"}),
        json.dumps({**GOOD, "claim_id": "f", "note": "\ud800"}),
        json.dumps({**GOOD, "claim_id": "g", "note": {"deep": 1}}),
        "[" * 100_000,
    ]
    path.write_text("\n".join(lines), encoding="utf-8")

    found = problems(path)

    assert [one.row for one in found] == [3, 4, 5, 6, 7, 8, 9]
    assert all("is no JSON object" in found[place].problem for place in (0, 1, 2, 4, 6))
    assert "'claim_id' stands there twice" in found[2].problem
    assert (found[3].column, found[5].column) == ("stance", "note")


def test_numbers_lists_and_nulls_of_json_are_read(tmp_path: Path) -> None:
    """JSON has types, and claims have text."""
    path = tmp_path / "claims.jsonl"
    rows: list[dict[str, object]] = [
        {**GOOD, "claim_id": 1, "figure": 603_070, "place": None},
        {**GOOD, "claim_id": 2, "stance": "denies", "disputes": ["1"], "upper": 7.5},
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")

    claims = read_dossier(path).claims

    assert claims["claim_id"].tolist() == ["1", "2"]
    assert claims["figure"].tolist() == ["603070", "5 million"]
    assert claims["place"].tolist() == ["", ""]
    assert claims["disputes"].tolist() == ["", "1"]
    assert claims["upper"].iloc[1] == 7.5


def test_an_empty_sheet_is_refused(tmp_path: Path) -> None:
    """A workbook that was made and never filled in."""
    openpyxl.Workbook().save(tmp_path / "claims.xlsx")

    (found,) = problems(tmp_path / "claims.xlsx")

    assert found.problem == "the sheet is empty"
