"""CSV files as people save them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from claimcheck.errors import DossierError, Problem
from claimcheck.io import csv as csv_format
from claimcheck.io import read_dossier
from claimcheck.io.formats import read_tables

HEADER = "claim_id,source_id,subject,measure,figure,unit,stance,note"
ROW = "a,s,x,population,5 million,people,asserts,"


def problems(path: Path) -> tuple[Problem, ...]:
    """What is wrong with the file."""
    with pytest.raises(DossierError) as caught:
        read_dossier(path)
    return caught.value.problems


def saved(folder: Path, content: str | bytes) -> Path:
    """A claims file with that content."""
    path = folder / "claims.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_common_ways_to_save_a_table_are_all_read(
    tmp_path: Path, mark: str, line_end: str, separator: str
) -> None:
    """A spreadsheet of another country writes semicolons and a byte order mark."""
    text = line_end.join([HEADER, ROW.replace("5 million", "5–10 million"), ""])
    path = saved(tmp_path, mark + text.replace(",", separator))

    claims = read_dossier(path).claims

    assert claims["figure"].tolist() == ["5–10 million"]
    assert claims.columns[0] == "claim_id"


@pytest.mark.parametrize("word", ["NA", "None", "null", "nan", "007", "1e3", "TRUE", "2010-01-01"])
def test_text_stays_the_text_that_it_is(tmp_path: Path, word: str) -> None:
    """NA is Namibia, and 007 is no 7."""
    row = f"{word},{word},{word},{word},{word},{word},asserts,{word}"

    claims = read_dossier(saved(tmp_path, f"{HEADER}\n{row}\n")).claims

    assert claims.loc[0, ["claim_id", "subject", "figure", "unit", "note"]].tolist() == [word] * 5


def test_cells_may_hold_separators_quotes_and_line_breaks(tmp_path: Path) -> None:
    """They stand in quotes then; rows after them keep their numbers."""
    text = (
        f'{HEADER}\na,s,x,m,"603,070",people,asserts,"said ""so""\nand so"\nb,s,x,m,1,people,no,\n'
    )

    path = saved(tmp_path, text)

    (found,) = problems(path)
    assert (found.row, found.column) == (3, "stance")
    table = read_tables(path)["claims"].frame
    assert table.loc[0, ["figure", "note"]].tolist() == ["603,070", 'said "so"\nand so']


def test_blank_lines_are_passed_over_and_keep_their_numbers(tmp_path: Path) -> None:
    """The row that is named is the row that a spreadsheet shows."""
    path = saved(tmp_path, f"{HEADER}\n\n,,,,,,,\n{ROW}\n\nb,s,x,m,1,people,perhaps,\n\n")

    (found,) = problems(path)

    assert found.row == 6


@pytest.mark.parametrize("title", ["Claims on terns", "Claims on terns,,,,,,,", ",,,,,,,"])
def test_a_title_above_the_header_is_named(tmp_path: Path, title: str) -> None:
    """One mend, not a list of all columns that are missing."""
    (found,) = problems(saved(tmp_path, f"{title}\n{HEADER}\n{ROW}\n"))

    assert found.problem.startswith("the names of the columns stand in row 2")
    assert found.hint == "delete what stands above row 2: the first row names the columns"


def test_short_rows_are_filled_up(tmp_path: Path) -> None:
    """Spreadsheets leave out the commas of empty cells at the end."""
    claims = read_dossier(saved(tmp_path, f"{HEADER}\na,s,x,m,1,people,asserts\n")).claims

    assert claims["note"].tolist() == [""]


def test_every_row_with_too_many_cells_is_named_beside_the_other_faults(tmp_path: Path) -> None:
    """A figure with a comma and no quotes moves the cells after it by one."""
    path = saved(
        tmp_path,
        f"{HEADER}\na,s,x,m,1,people,asserts,603,070\nb,s,x,m,1,people,perhaps,\n"
        "c,s,x,m,1,people,asserts,1,2,3\nd,s,x,m,1,people,asserts,,,,\n",
    )

    found = problems(path)

    assert [one.row for one in found] == [2, 3, 4]
    assert found[0].problem == "the row has 1 cell more than the header: '070'"
    assert "quotes" in found[0].hint
    assert found[2].value == "2,3"


@pytest.mark.parametrize(
    "body",
    [
        '"a,s,x,m,1,people,asserts,\n',
        'a,s,x,m,"1,people,asserts,\nb,s,x,m,"2,people,asserts,\n',
        'a,s,"x"y,m,1,people,asserts,\n',
    ],
)
def test_a_quote_that_is_not_closed_swallows_no_rows(tmp_path: Path, body: str) -> None:
    """The rest of the file would become one cell, in silence."""
    found = problems(saved(tmp_path, f"{HEADER}\n{ROW}\n{body}"))

    assert found[0].row == 3
    assert "close every quote" in found[0].hint


def test_another_encoding_is_refused_with_the_place(tmp_path: Path) -> None:
    """Guessed letters would stand in names for ever."""
    content = f"{HEADER}\n{ROW}\nb,s,Orléans,m,1,people,asserts,\n".encode("latin-1")

    (found,) = problems(saved(tmp_path, content))

    position = content.index(b"\xe9")
    assert f"byte 0xe9 at position {position} (line 3) is not UTF-8" in found.problem
    assert found.hint.startswith("save as UTF-8")


def test_utf_16_is_refused_by_name(tmp_path: Path) -> None:
    """It is what a spreadsheet calls Unicode text."""
    (found,) = problems(saved(tmp_path, f"{HEADER}\n".encode("utf-16")))

    assert "UTF-16" in found.problem


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    """It is no empty dossier: nobody wrote a header."""
    (found,) = problems(saved(tmp_path, content))

    assert found.problem == "the file is empty"


def test_a_binary_file_is_refused(tmp_path: Path) -> None:
    """A workbook under the name of a table, say."""
    (found,) = problems(saved(tmp_path, b"PK\x03\x04\n\x00\x00\x08"))

    assert "binary (a zero byte in line 2)" in found.problem


def test_a_header_alone_is_a_dossier_without_claims(tmp_path: Path) -> None:
    """So begins every dossier."""
    assert len(read_dossier(saved(tmp_path, HEADER)).claims) == 0


def test_columns_that_stand_there_twice_or_without_a_name_are_told(tmp_path: Path) -> None:
    """Nothing says which of them is meant."""
    found = problems(saved(tmp_path, f"{HEADER},unit,,\n{ROW},km,left,over\n"))

    assert [one.problem for one in found] == [
        "the column stands there twice",
        "column 10 has no name",
        "column 11 has no name",
    ]


def test_empty_columns_without_a_name_are_left_out(tmp_path: Path) -> None:
    """Spreadsheets leave them at the end."""
    claims = read_dossier(saved(tmp_path, f"{HEADER},,\n{ROW},,\n")).claims

    assert "" not in claims.columns


def test_the_quick_and_the_careful_reader_agree(tmp_path: Path) -> None:
    """Which of them reads a file is nobody's concern."""
    text = f'{HEADER}\n{ROW}\n"b",s,"x, y",m,"say ""1""",people,asserts,"NA"\n'
    path = saved(tmp_path, text)
    header = HEADER.split(",")

    quick = csv_format._quickly(path.read_bytes(), "claims.csv", header, ",")
    careful = csv_format._carefully(text, "claims.csv", ",")

    assert quick is not None
    assert quick.frame.equals(careful.frame)
    assert quick.rows.tolist() == careful.rows.tolist()


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("@SUM(1)", "'@SUM(1)"),
        ("-5-3", "'-5-3"),
        ("+5 million", "'+5 million"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("-5", "-5"),
        ("+17,500,000", "+17,500,000"),
        ("-1.5e-3", "-1.5e-3"),
        ("'til 1920", "'til 1920"),
        ("5 = 5", "5 = 5"),
    ],
)
def test_what_a_spreadsheet_would_run_is_written_as_text_and_read_as_it_was(
    tmp_path: Path, text: str, cell: str
) -> None:
    """A source may say anything, and its text must not compute where it is opened."""
    path = tmp_path / "table.csv"
    csv_format.write(pd.DataFrame({"note": [text, "x"], text: ["y", 5.0]}), path)

    assert path.read_text(encoding="utf-8").splitlines()[1].rpartition(",")[0].strip('"') == cell
    again = read_tables(path)["table"].frame
    assert again["note"].tolist() == [text, "x"]
    assert again.columns.tolist() == ["note", text]
