"""report and check on a dossier, as a desk and a CI server use them."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from claimcheck import cli

CLAIMS = """\
claim_id,source_id,subject,measure,place,as_of,figure,unit,stance
a,atlas,Terns,population,Arctic,2010,5–10 million,birds,asserts
b,bulletin,Terns,population,Arctic,2010,50 million,birds,asserts
"""
PEACE = CLAIMS.replace("50 million", "7 million")


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two sources that contradict each other, in the current directory."""
    folder = tmp_path / "terns"
    folder.mkdir()
    (folder / "claims.csv").write_text(CLAIMS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def test_a_report_is_a_success_whatever_it_finds(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """To report a conflict is what it was asked for."""
    assert cli.run(["report", str(dossier)]) == cli.CLEAN

    shown = capsys.readouterr().out
    assert "×5" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ([], cli.FOUND),
        (["--fail-on", "warning"], cli.FOUND),
        (["--fail-on", "contradiction"], cli.FOUND),
        (["--fail-on", "unit-slip"], cli.CLEAN),
        (["--fail-on", "no-such-check"], cli.BAD_INPUT),
    ],
)
def test_check_fails_on_what_it_was_told_to(dossier: Path, words: list[str], status: int) -> None:
    """A pipeline stops at what its owners hold to be a fault, and at nothing else."""
    assert cli.run(["check", str(dossier), *words]) == status


NEARLY = """\
c,census,Gulls,population,Arctic,2010,"8,214,000",birds,asserts
d,digest,Gulls,population,Arctic,2010,"9,300,000",birds,asserts
e,essay,Swans,population,Arctic,2010,900,birds,asserts
"""


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([], ["a b", "c d"]),
        (["--quantity", "gulls/population/arctic"], ["c d"]),
        (["--quantity", "swans/population/arctic"], []),
        (["--claim", "a"], ["a b"]),
        (["--claim", "e"], []),
        (["--severity", "minor"], ["a b", "c d"]),
        (["--severity", "serious"], ["a b"]),
        (["--severity", "order-of-magnitude"], []),
        (["--claim", "c", "--severity", "serious"], []),
    ],
)
def test_check_looks_at_what_it_was_asked_for(
    dossier: Path, words: list[str], found: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Of one quantity, on one claim, and from a severity on; a desk asks about one sentence."""
    (dossier / "claims.csv").write_text(CLAIMS + NEARLY, encoding="utf-8")

    assert cli.run(["check", str(dossier), *words]) == (cli.FOUND if found else cli.CLEAN)
    capsys.readouterr()
    cli.run(["check", str(dossier), *words, "--format", "json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [" ".join(sorted(row["claim_ids"])) for row in findings] == found


@pytest.mark.parametrize("words", [["--claim", "z"], ["--quantity", "gull/population/arctic"]])
def test_check_does_not_pass_for_a_name_that_is_not_there(
    dossier: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A misspelt name must not look like a clean dossier."""
    assert cli.run(["check", str(dossier), *words]) == cli.BAD_INPUT
    assert "the nearest: " in capsys.readouterr().err


def test_a_dossier_comes_from_standard_input(
    dossier: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence is checked against a file by adding a line to it on the way."""
    asked = "x,talk,Terns,population,Arctic,2010,70 million,birds,asserts\n"
    for name in ("check", "report"):
        given = io.TextIOWrapper(io.BytesIO((CLAIMS + asked).encode()))
        monkeypatch.setattr(sys, "stdin", given)
        status = cli.run([name, "-", "--claim", "x"])
        assert status == (cli.FOUND if name == "check" else cli.CLEAN)
        assert "70 million" in capsys.readouterr().out
    assert dossier.is_dir()


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("x,talk,Terns,population,,,5,birds,maybe\n", []),
        ("x,t,Terns,p,,,dunno,birds,asserts\n", ["--strict"]),
    ],
)
def test_what_is_wrong_with_standard_input_is_told_as_that(
    row: str, words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """There is no file to look into."""
    given = io.TextIOWrapper(io.BytesIO((CLAIMS + row).encode()))
    monkeypatch.setattr(sys, "stdin", given)

    assert cli.run(["check", "-", *words]) == cli.BAD_INPUT
    assert "standard input, row 4, column" in capsys.readouterr().err


def test_check_passes_where_nothing_conflicts(dossier: Path) -> None:
    """A clean dossier is a green tick."""
    (dossier / "claims.csv").write_text(PEACE, encoding="utf-8")

    assert cli.run(["check", str(dossier)]) == cli.CLEAN


@pytest.mark.parametrize("name", ["json", "sarif", "github", "junit"])
def test_check_speaks_to_machines(
    dossier: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The status is the same, whatever the format."""
    assert cli.run(["check", str(dossier), "--format", name]) == cli.FOUND

    shown = capsys.readouterr().out
    assert "contradiction" in shown
    if name == "github":
        assert "terns/claims.csv,line=3," in shown
    if name in {"json", "sarif"}:
        json.loads(shown)


@pytest.mark.parametrize("name", ["text", "markdown", "json", "html"])
def test_output_holds_what_would_have_been_printed(
    dossier: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """--output changes the place and nothing else."""
    target = dossier.parent / "out"
    cli.run(["report", str(dossier), "--format", name])
    printed = capsys.readouterr().out
    cli.run(["report", str(dossier), "--format", name, "--output", str(target)])

    assert target.read_text(encoding="utf-8") == printed
    assert capsys.readouterr().out == ""


def test_an_output_folder_that_is_not_there_is_one_message(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A full disk and a missing folder are told alike: by name."""
    status = cli.run(["report", str(dossier), "--output", str(dossier / "no" / "such.txt")])

    assert status == cli.BAD_INPUT
    assert "such" in capsys.readouterr().err


def test_bad_rows_are_told_with_their_place_and_nothing_is_written(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All of them at once, on standard error."""
    (dossier / "claims.csv").write_text(CLAIMS.replace("asserts", "shouts"), encoding="utf-8")
    target = dossier.parent / "out.html"

    status = cli.run(["report", str(dossier), "--format", "html", "--output", str(target)])

    streams = capsys.readouterr()
    assert status == cli.BAD_INPUT
    assert streams.out == ""
    assert streams.err.count("shouts") >= 2
    assert "row 2" in streams.err
    assert "Traceback" not in streams.err
    assert not target.exists()


def test_a_missing_dossier_is_one_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The most common mistake of all."""
    assert cli.run(["report", str(tmp_path / "gone")]) == cli.BAD_INPUT
    assert "gone" in capsys.readouterr().err


def test_an_unreadable_figure_is_named_and_an_error_only_when_strict(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is kept, and out of the comparisons, unless a desk wants it mended first."""
    (dossier / "claims.csv").write_text(CLAIMS.replace("50 million", "a lot"), encoding="utf-8")

    assert cli.run(["report", str(dossier)]) == cli.CLEAN
    assert "a lot" in capsys.readouterr().out
    assert cli.run(["report", str(dossier), "--strict"]) == cli.BAD_INPUT
    assert "row 3, column figure" in capsys.readouterr().err


def test_settings_of_the_current_directory_hold(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A project sets its constants once."""
    Path("claimcheck.toml").write_text("heddge = 0.2\n", encoding="utf-8")

    assert cli.run(["report", str(dossier)]) == cli.BAD_INPUT
    assert "did you mean hedge?" in capsys.readouterr().err


def test_an_unknown_quantity_names_the_nearest(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The ids are long, and people mistype them."""
    assert cli.run(["report", str(dossier), "--quantity", "terns/population"]) == cli.BAD_INPUT
    assert "terns/population/arctic" in capsys.readouterr().err


def test_phrases_come_from_standard_input_one_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Open ends are null, and an unread phrase says why."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("at least 7 km\nfoo\n"))

    assert cli.run(["parse", "--format", "jsonl"]) == cli.CLEAN

    read = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert read[0] == {
        "text": "at least 7 km",
        "lower": 7.0,
        "upper": None,
        "best": None,
        "kind": "at-least",
        "unit": "km",
        "approximate": False,
        "error": None,
    }
    assert read[1]["text"] == "foo"
    assert read[1]["error"]


def test_a_phrase_that_cannot_be_read_is_underlined(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever wrote it sees which part was not understood."""
    assert cli.run(["parse", "5 June 1992", "foo"]) == cli.CLEAN

    shown = capsys.readouterr().out
    assert "1992-06-05" in shown
    assert "unreadable" in shown
    assert "^" in shown


@pytest.mark.parametrize("place", ["terns", ".", "terns/claims.csv"])
def test_settings_travel_with_the_dossier(
    dossier: Path, place: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The same dossier says the same, from whatever folder it is asked."""
    folder = tmp_path if place == "." else dossier
    (folder / "claimcheck.toml").write_text("order-of-magnitude = 4\n", encoding="utf-8")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "claimcheck.toml").write_text("order-of-magnitude = 20\n", encoding="utf-8")
    target = dossier if place == "." else tmp_path / place
    monkeypatch.chdir(elsewhere)

    words = ["check", str(target), "--fail-on", "order-of-magnitude"]
    assert cli.run(words) == cli.FOUND
    (folder / "claimcheck.toml").unlink()
    assert cli.run(words) == cli.CLEAN
