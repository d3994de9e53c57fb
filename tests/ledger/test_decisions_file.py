"""``decisions.csv``: one row a decision, and no row is ever lost."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from claimcheck.errors import DossierError, StoreError
from claimcheck.ledger import DecisionsFile
from claimcheck.ledger import file as ledger_file
from claimcheck.model.decision import Decision


def ruling(by: str, because: str = "asked them") -> Decision:
    """A decision by someone."""
    return Decision(finding_id="f1", ruling="accepted", because=because, by=by)


def test_decisions_are_read_in_the_order_of_writing(tmp_path: Path) -> None:
    """The file is the record; commas, quotes and line ends in reasons stay."""
    book = DecisionsFile(tmp_path / "decisions.csv")
    book.decide(ruling("Day", 'they said "no, never"\nand rang off'))
    book.decide(ruling("Night"))

    assert book.decisions()["by"].tolist() == ["Day", "Night"]
    assert book.decisions()["because"].iloc[0] == 'they said "no, never"\nand rang off'


def test_a_reason_that_a_spreadsheet_would_run_is_kept_as_text(tmp_path: Path) -> None:
    """Reasons are pasted from anywhere, and the file is opened by a desk."""
    book = DecisionsFile(tmp_path / "decisions.csv")
    book.decide(ruling("Day", "=1+1"))

    assert ",'=1+1," in book.path.read_text()
    assert book.decisions()["because"].tolist() == ["=1+1"]


def test_no_file_is_no_decisions(tmp_path: Path) -> None:
    """A dossier need not have any."""
    assert DecisionsFile(tmp_path / "decisions.csv").decisions().empty


def test_many_who_write_at_once_all_stay(tmp_path: Path) -> None:
    """The first makes the header, and rows never mix."""
    path = tmp_path / "decisions.csv"
    with ThreadPoolExecutor(8) as desk:
        list(desk.map(lambda n: DecisionsFile(path).decide(ruling(f"p{n}")), range(80)))

    assert sorted(DecisionsFile(path).decisions()["by"]) == sorted(f"p{n}" for n in range(80))
    assert [file.name for file in tmp_path.iterdir()] == ["decisions.csv"]


def test_a_last_line_without_its_end_is_ended(tmp_path: Path) -> None:
    """Editors leave the last line open; the next row must not grow onto it."""
    path = tmp_path / "decisions.csv"
    DecisionsFile(path).decide(ruling("Day"))
    path.write_text(path.read_text().rstrip("\n"))
    DecisionsFile(path).decide(ruling("Night"))

    assert DecisionsFile(path).decisions()["by"].tolist() == ["Day", "Night"]


def test_columns_in_another_order_are_kept(tmp_path: Path) -> None:
    """A spreadsheet may have moved them, and the desk may have added its own."""
    path = tmp_path / "decisions.csv"
    path.write_text("by,because,ruling,finding_id,room,at,until,expect,fingerprint\n")
    DecisionsFile(path).decide(ruling("Day"))

    assert path.read_text().splitlines()[1] == "Day,asked them,accepted,f1,,,,,"


def test_a_file_without_its_columns_is_refused(tmp_path: Path) -> None:
    """What is missing is named."""
    path = tmp_path / "decisions.csv"
    path.write_text("finding,ruling\n")

    with pytest.raises(DossierError, match="column finding_id is missing"):
        DecisionsFile(path).decisions()
    with pytest.raises(DossierError, match="column finding_id is missing"):
        DecisionsFile(path).decide(ruling("Day"))


def test_a_full_disk_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a row would spoil the file for everyone."""
    path = tmp_path / "decisions.csv"
    DecisionsFile(path).decide(ruling("Day"))
    before = path.read_bytes()
    write = os.write
    monkeypatch.setattr(ledger_file.os, "write", lambda where, line: write(where, line[:5]))

    with pytest.raises(StoreError, match="No space left"):
        DecisionsFile(path).decide(ruling("Night"))
    assert path.read_bytes() == before
