"""CSV: UTF-8 text, read as text, so that "NA" and "007" stay what they are."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.csv as pa_csv
from attrs import evolve

from claimcheck.errors import Problem
from claimcheck.io.formulas import guarded, unguarded
from claimcheck.io.grid import TITLE_ROWS, fault, grid_table, named_table, refuse_title
from claimcheck.tables.raw import RawTable

SEPARATORS = ",;\t"
_HEADER_LENGTH = 100_000
_FEWEST = 2  # a table of one column has no separator to tell its cells by
arrow: Any = pa  # it carries no types
arrow_csv: Any = pa_csv


def read(path: Path) -> dict[str, RawTable]:
    """The table of the file, by the stem of its name.

    Semicolons and tabs are read as separators where the header has them, and an apostrophe that
    keeps a cell from being run as a formula is no part of it.

    Raises:
        DossierError: If the file is empty, binary, not UTF-8, or has a title above its header.
    """
    data = path.read_bytes()
    text = text_of(data, path.name)
    separator = _separator(text)
    beginning = io.StringIO(text[:_HEADER_LENGTH], newline="")
    rows = list(islice(csv.reader(beginning, delimiter=separator), TITLE_ROWS))
    refuse_title(path.name, rows)
    header = rows[0] if rows else []
    table = _quickly(data.removeprefix(codecs.BOM_UTF8), path.name, header, separator)
    if table is None:
        table = _carefully(text, path.name, separator)
    return {path.stem: evolve(table, frame=_each(table.frame, unguarded))}


def write(frame: pd.DataFrame, path: Path) -> None:
    """Write *frame*, text throughout, with minimal quoting and a newline after each row.

    A text that a spreadsheet would run as a formula gets an apostrophe before it, which
    :func:`read` takes away again.
    """
    has_return = any(
        column.dtype == "str" and column.str.contains("\r", regex=False).any()
        for _, column in frame.items()
    )
    _each(frame, guarded).to_csv(
        path,
        index=False,
        encoding="utf-8",
        lineterminator="\n",
        quoting=csv.QUOTE_ALL if has_return else csv.QUOTE_MINIMAL,
    )


def _each(frame: pd.DataFrame, change: Callable[[pd.Series[str]], pd.Series[str]]) -> pd.DataFrame:
    """*frame* with every text changed, the names of its columns too."""
    names = change(pd.Series(frame.columns, dtype="str"))
    columns = {place: _changed(frame.iloc[:, place], change) for place in range(len(names))}
    return pd.DataFrame(columns, index=frame.index).set_axis(pd.Index(names, dtype="str"), axis=1)


def _changed(
    column: pd.Series[Any], change: Callable[[pd.Series[str]], pd.Series[str]]
) -> pd.Series[Any]:
    if column.dtype == "str":
        return change(column)
    if column.dtype != object:
        return column
    texts = column[[isinstance(cell, str) for cell in column]].astype("str")
    return column.where(~column.index.isin(texts.index), change(texts).reindex(column.index))


def text_of(data: bytes, file: str) -> str:
    """The text of a UTF-8 file, with or without a byte order mark.

    Raises:
        DossierError: If it is empty, binary, or in another encoding.
    """
    if not data.removeprefix(codecs.BOM_UTF8).strip():
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
    header = text[:_HEADER_LENGTH].partition("\n")[0]
    return max(SEPARATORS, key=header.count)


def _quickly(data: bytes, file: str, header: list[str], separator: str) -> RawTable | None:
    """The table, read by a parser that is quick but silent about some faults; None if in doubt."""
    if len(header) < _FEWEST or "\n" in "".join(header) or not _is_plain(data, separator.encode()):
        return None
    names = [str(place) for place in range(len(header))]
    try:
        table = arrow_csv.read_csv(
            io.BytesIO(data),
            read_options=arrow_csv.ReadOptions(column_names=names, skip_rows=1),
            parse_options=arrow_csv.ParseOptions(delimiter=separator, newlines_in_values=True),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, arrow.large_string()), strings_can_be_null=False
            ),
        )
    except arrow.ArrowInvalid:
        return None
    return named_table(file, header, table.to_pandas())


def _is_plain(data: bytes, separator: bytes) -> bool:
    """Whether no line is blank and no quote stands alone.

    Every quote that opens a cell has one that closes it where as many follow a separator as
    stand before one.
    """
    body = data.rstrip(b"\r\n")
    if any(blank in body for blank in (b"\n\n", b"\n\r\n", b"\r\r")):
        return False
    if b'"' not in body:
        return True
    opening = sum(body.count(before + b'"') for before in (separator, b"\n"))
    closing = sum(body.count(b'"' + after) for after in (separator, b"\n", b"\r\n"))
    return opening + body.startswith(b'"') == closing + body.endswith(b'"')


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
