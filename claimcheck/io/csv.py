"""CSV: UTF-8 text, read as text, so that "NA" and "007" stay what they are."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.csv as pa_csv

from claimcheck.errors import Problem
from claimcheck.io.grid import fault, grid_table, named_table
from claimcheck.tables.raw import RawTable

SEPARATORS = ",;\t"
arrow: Any = pa  # it carries no types
arrow_csv: Any = pa_csv


def read(path: Path) -> dict[str, RawTable]:
    """The table of the file, by the stem of its name.

    Semicolons and tabs are read as separators where the header has them.

    Raises:
        DossierError: If the file is empty, binary, not UTF-8, or a quote in it is not closed.
    """
    data = path.read_bytes()
    text = text_of(data, path.name)
    separator = _separator(text)
    header = next(csv.reader(io.StringIO(text, newline=""), delimiter=separator), [])
    table = _quickly(text, path.name, header, separator)
    if table is None:
        table = _carefully(text, path.name, separator)
    return {path.stem: table}


def write(frame: pd.DataFrame, path: Path) -> None:
    """Write *frame*, text throughout, with minimal quoting and a newline after each row."""
    has_return = any(
        column.dtype == "str" and column.str.contains("\r", regex=False).any()
        for _, column in frame.items()
    )
    frame.to_csv(
        path,
        index=False,
        encoding="utf-8",
        lineterminator="\n",
        quoting=csv.QUOTE_ALL if has_return else csv.QUOTE_MINIMAL,
    )


def text_of(data: bytes, file: str) -> str:
    """The text of a UTF-8 file, with or without a byte order mark.

    Raises:
        DossierError: If it is empty, binary, or in another encoding.
    """
    if not data.strip():
        raise fault(file, "the file is empty", "give it a first row with the names of the columns")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise fault(file, "the file is UTF-16", "save it as UTF-8 (in Excel: CSV UTF-8)")
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        hint = "give a table as text; a spreadsheet keeps its own suffix, .xlsx"
        raise fault(file, f"the file is binary (a zero byte in line {line})", hint)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        what = f"byte {data[error.start]:#04x} at position {error.start} (line {line}) is not UTF-8"
        raise fault(file, what, "save as UTF-8 (in Excel: CSV UTF-8)") from error


def _separator(text: str) -> str:
    header = text.partition("\n")[0]
    return max(SEPARATORS, key=header.count)


def _quickly(text: str, file: str, header: list[str], separator: str) -> RawTable | None:
    """The table, read by a parser that is quick but silent about some faults; None if in doubt."""
    if not _is_plain(text, separator, header):
        return None
    names = [str(place) for place in range(len(header))]
    try:
        table = arrow_csv.read_csv(
            io.BytesIO(text.encode()),
            read_options=arrow_csv.ReadOptions(column_names=names, skip_rows=1),
            parse_options=arrow_csv.ParseOptions(delimiter=separator, newlines_in_values=True),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, arrow.large_string()), strings_can_be_null=False
            ),
        )
    except arrow.ArrowInvalid:
        return None
    return named_table(file, header, table.to_pandas())


def _is_plain(text: str, separator: str, header: list[str]) -> bool:
    """Whether no line is blank, no quote stands alone, and the header is one line of many names.

    Every quote that opens a cell has one that closes it where as many follow a separator as
    stand before one.
    """
    body = text.rstrip("\r\n")
    opening = sum(body.count(f'{before}"') for before in (separator, "\n"))
    closing = sum(body.count(f'"{after}') for after in (separator, "\n", "\r\n"))
    is_balanced = opening + body.startswith('"') == closing + body.endswith('"')
    has_blank = "\n\n" in body or "\n\r\n" in body or "\r\r" in body
    return is_balanced and not has_blank and len(header) > 1 and not any("\n" in n for n in header)


def _carefully(text: str, file: str, separator: str) -> RawTable:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[list[str]] = []
    problems = []
    try:
        rows.extend(reader)
    except csv.Error as error:
        what = f"the cells after this row cannot be told apart: {error}"
        hint = 'close every quote, and write a quote within a quoted cell twice: ""'
        problems.append(Problem(file, len(rows) + 1, None, "", what, hint))
    if not rows:
        raise fault(file, "the first row cannot be read", "name the columns in the first row")
    table = grid_table(file, rows[0], rows[1:])
    return RawTable(table.frame, file, table.rows, (*problems, *table.problems))
