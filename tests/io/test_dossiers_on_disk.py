"""Folders: what is read, what is refused, and how they are written."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

import claimcheck as cc
from claimcheck.errors import DossierError, Problem
from claimcheck.io import files, read_dossier, write_dossier
from claimcheck.reconcile import reconcile
from claimcheck.tables.dossier import Dossier

FIXTURE = Path(__file__).parents[2] / "fixtures" / "azerbaijani-diaspora"
DATA = Path(__file__).parents[1] / "data" / "azerbaijani-diaspora"
CLAIMS = "claim_id,source_id,subject,measure,figure,unit,stance\na,s,x,m,5,km,asserts\n"


def problems(path: Path) -> tuple[Problem, ...]:
    """What is wrong with the dossier."""
    with pytest.raises(DossierError) as caught:
        read_dossier(path)
    return caught.value.problems


def folder_of(path: Path, **texts: str) -> Path:
    """The folder with those files, whose dots are written as underscores."""
    for name, text in texts.items():
        (path / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return path


def test_the_bundled_dossier_is_read_whole() -> None:
    """281 claims of five documents, with their sources and totals."""
    dossier = read_dossier(FIXTURE)

    assert dossier.name == "azerbaijani-diaspora"
    assert (len(dossier.claims), len(dossier.sources), len(dossier.totals)) == (281, 54, 143)
    assert dossier.decisions is None


def test_the_bundled_dossier_is_written_as_it_was(tmp_path: Path) -> None:
    """A dossier under version control must not change by being read."""
    write_dossier(read_dossier(FIXTURE), tmp_path / "copy")

    for name in ("claims.csv", "sources.csv"):
        assert (tmp_path / "copy" / name).read_bytes() == (FIXTURE / name).read_bytes()


def test_the_gold_readings_belong_to_the_bundled_claims() -> None:
    """They are test data, and stand apart from the dossier."""
    with (DATA / "gold.csv").open(encoding="utf-8", newline="") as file:
        gold = [row["claim_id"] for row in csv.DictReader(file)]

    assert gold == read_dossier(FIXTURE).claims["claim_id"].tolist()


def test_claims_alone_are_a_dossier(tmp_path: Path) -> None:
    """Sources are made from the ids then."""
    dossier = read_dossier(folder_of(tmp_path, claims_csv=CLAIMS))

    assert dossier.sources["source_id"].tolist() == ["s"]
    assert len(dossier.totals) == 0


def test_a_file_of_claims_is_a_dossier_named_for_it(tmp_path: Path) -> None:
    """Any name will do for a file that is given by hand."""
    folder_of(tmp_path, rivers_csv=CLAIMS)

    assert read_dossier(tmp_path / "rivers.csv").name == "rivers"


def test_faults_of_all_files_come_in_one_error(tmp_path: Path) -> None:
    """Each with the name of its file."""
    folder_of(
        tmp_path,
        claims_csv=CLAIMS.replace("asserts", "perhaps"),
        sources_csv="source_id,kind\ns,blog\n",
        totals_csv="total_id,whole,part,complete\nT,a,z,yes\n",
        decisions_csv="finding_id,ruling,because\nf,fixed,so\n",
    )

    assert {one.file for one in problems(tmp_path)} == {
        "claims.csv",
        "sources.csv",
        "totals.csv",
        "decisions.csv",
    }


@pytest.mark.parametrize(
    ("texts", "problem", "hint"),
    [
        ({}, "the folder has no claims.csv", "claimcheck new"),
        ({"claims_txt": CLAIMS}, "the folder has no claims.csv", "save claims.txt as claims.csv"),
        ({"claims_db": ""}, "the folder has no claims.csv", "name the store in it: "),
        ({"terns_csv": CLAIMS}, "the folder has no claims.csv", "name the file itself: "),
        (
            {"claims_csv": CLAIMS, "claims_jsonl": "{}"},
            "there are 2 tables of claims: claims.csv, claims.jsonl",
            "keep one",
        ),
    ],
)
def test_a_folder_without_one_table_of_claims_is_refused(
    tmp_path: Path, texts: dict[str, str], problem: str, hint: str
) -> None:
    """What to read must not be a guess."""
    (found,) = problems(folder_of(tmp_path, **texts))

    assert found.problem == problem
    assert hint in found.hint


@pytest.mark.parametrize("name", ["nowhere", "nowhere.csv"])
def test_a_path_that_is_not_there_is_refused(tmp_path: Path, name: str) -> None:
    """The commonest fault of all."""
    (found,) = problems(tmp_path / name)

    assert found.problem == "there is no such file or folder"


@pytest.mark.parametrize("read", [read_dossier, cc.read_dossier])
@pytest.mark.parametrize("where", [None, 5, pd.DataFrame()])
def test_what_is_no_path_is_refused(read: Callable[[object], Dossier], where: object) -> None:
    """A frame is the commonest of them, and its cells are no name of a file."""
    with pytest.raises(DossierError, match="this is no path of a dossier") as caught:
        read(where)

    assert caught.value.problems[0].file == type(where).__name__
    assert "a frame goes to reconcile" in caught.value.problems[0].hint


@pytest.mark.parametrize(
    ("name", "hint"), [("claims.xls", ".xlsx"), ("claims.json", ".jsonl"), ("claims", ".csv")]
)
def test_an_unknown_suffix_is_refused_with_a_way_out(tmp_path: Path, name: str, hint: str) -> None:
    """Every such table can be saved as one that is read."""
    (tmp_path / name).write_text("x", encoding="utf-8")

    (found,) = problems(tmp_path / name)

    assert hint in found.hint


def test_a_file_that_cannot_be_opened_is_a_problem_like_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit status 2 and one message, whatever the system says."""
    path = folder_of(tmp_path, claims_csv=CLAIMS) / "claims.csv"

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)

    (found,) = problems(path)

    assert found.problem == "the file cannot be read: Permission denied"


def test_decisions_are_read_and_written_beside_the_claims(tmp_path: Path) -> None:
    """They live in the folder, and so in its history."""
    folder_of(
        tmp_path,
        claims_csv=CLAIMS,
        decisions_csv="finding_id,ruling,because\nf,accepted,seen\n",
    )

    dossier = read_dossier(tmp_path)
    write_dossier(dossier, tmp_path / "copy")

    assert dossier.decisions is not None
    assert dossier.decisions["ruling"].tolist() == ["accepted"]
    again = read_dossier(tmp_path / "copy").decisions
    assert again is not None
    assert again.equals(dossier.decisions)


def test_writing_replaces_the_tables_and_leaves_other_files(tmp_path: Path) -> None:
    """A folder may hold notes; totals that are gone must not stay behind."""
    folder = folder_of(
        tmp_path,
        claims_csv="old",
        totals_csv="total_id,whole,part,complete\nT,a,b,yes\n",
        notes_md="mine",
    )
    dossier = Dossier.of(pd.read_csv(FIXTURE / "claims.csv", dtype=str, keep_default_na=False))

    write_dossier(dossier, folder)

    assert sorted(file.name for file in folder.iterdir()) == [
        "claims.csv",
        "notes.md",
        "sources.csv",
        "totals.csv",
    ]
    assert read_dossier(folder).claims.equals(dossier.claims)
    assert len(read_dossier(folder).totals) == 0


def test_a_failure_in_writing_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is half-written, and nothing is left lying about."""
    folder = tmp_path / "dossier"
    dossier = read_dossier(FIXTURE)
    write_dossier(dossier, folder)
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    write = files.write_table

    def fail_at_sources(frame: pd.DataFrame, path: Path) -> None:
        if path.stem == "sources":
            raise OSError(28, "No space left on device")
        write(frame, path)

    monkeypatch.setattr(files, "write_table", fail_at_sources)
    with pytest.raises(OSError, match="No space left"):
        write_dossier(Dossier.of(dossier.claims.head(3), dossier.sources), folder)

    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
    assert [file.name for file in tmp_path.iterdir()] == ["dossier"]


def test_a_second_table_of_claims_is_not_written(tmp_path: Path) -> None:
    """The folder could not be read any more."""
    folder_of(tmp_path, claims_csv=CLAIMS)

    with pytest.raises(DossierError, match=r"claims\.csv would stand beside claims\.jsonl"):
        write_dossier(read_dossier(tmp_path), tmp_path, suffix=".jsonl")


def test_a_file_in_the_place_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    """A slip of the keyboard must not cost a file."""
    folder_of(tmp_path, claims_csv=CLAIMS)

    with pytest.raises(DossierError, match="there is a file of this name"):
        write_dossier(read_dossier(tmp_path), tmp_path / "claims.csv")
    assert (tmp_path / "claims.csv").read_text(encoding="utf-8") == CLAIMS


def test_a_table_that_cannot_be_read_hides_no_fault_of_the_others(tmp_path: Path) -> None:
    """The claims are checked although the sources are no text."""
    folder_of(tmp_path, claims_csv=CLAIMS.replace("asserts", "perhaps"), sources_csv="a\0b")

    assert [one.file for one in problems(tmp_path)] == ["sources.csv", "claims.csv"]


def test_a_figure_that_cannot_be_read_is_named_with_its_file_and_row(tmp_path: Path) -> None:
    """A blank line in the file does not shift the rows that an error names."""
    rows = "claim_id,source_id,subject,measure,figure,unit,stance\n"
    rows += "1,a,terns,count,5,birds,asserts\n\n2,a,terns,count,a fair lot,birds,asserts\n"
    (tmp_path / "claims.csv").write_text(rows, encoding="utf-8")

    with pytest.raises(DossierError) as caught:
        reconcile(read_dossier(tmp_path), strict=True)

    assert caught.value.problems[0].place == "claims.csv, row 4, column figure"


def test_the_working_folder_is_told_by_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dot has no name of its own."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DossierError) as told:
        read_dossier(".")

    assert told.value.problems[0].place == "."
