"""Excel workbooks: one sheet a table, cells as people see them."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import openpyxl as _openpyxl
import pandas as pd
from attrs import evolve
from openpyxl.utils.exceptions import IllegalCharacterError, InvalidFileException

from claimcheck.errors import DossierError, InvalidClaimError, Problem
from claimcheck.io.grid import TITLE_ROWS, fault, grid_table, refuse_title
from claimcheck.tables.cells import cell_text
from claimcheck.tables.raw import RawTable

openpyxl: Any = _openpyxl  # it carries no types
Sheet = Any
"""A worksheet of openpyxl."""

TABLES = ("claims", "sources", "totals")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]+\d+:[A-Z]+\d+)"')


def read(path: Path) -> dict[str, RawTable]:
    """The tables of the workbook by name; a single sheet is the table that the file is named for.

    Numbers and days become their plain text: 603070, never 603070.0. A cell shown as a
    percentage is read as it is shown.

    Raises:
        DossierError: If the file is no workbook, or has several sheets and none named claims, or
            a sheet has a title above its header.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of extensions that it passes over
            book = openpyxl.load_workbook(path, read_only=True, data_only=True)
            sheets = {sheet.title.strip().casefold(): sheet for sheet in book.worksheets}
            named = [name for name in TABLES if name in sheets]
            if len(sheets) == 1 and not named:
                (sheet,) = sheets.values()
                return {path.stem: _table(sheet, path.name)}
            return {name: _table(sheets[name], f"{path.name} sheet {name}") for name in named}
    except (BadZipFile, InvalidFileException, KeyError, OSError, ValueError) as error:
        if isinstance(error, DossierError | FileNotFoundError | PermissionError):
            raise
        raise fault(
            path.name, f"the file is no Excel workbook: {error}", "save it as .xlsx or as CSV UTF-8"
        ) from error


def write(frame: pd.DataFrame, path: Path) -> None:
    """Write *frame* to a sheet that has the name of the file.

    Line breaks within a cell become newlines, and numbers of more digits than a workbook keeps
    become text.

    Raises:
        InvalidClaimError: If a text holds a control character, which a workbook cannot.
    """
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(path.stem)
    sheet.append(list(frame.columns))
    try:
        for row in frame.itertuples(index=False, name=None):
            sheet.append([_written(sheet, cell) for cell in row])
    except IllegalCharacterError as error:
        raise InvalidClaimError(
            f"{error.args[0]!r} cannot stand in a workbook", "write the dossier as CSV"
        ) from error
    book.save(path)


def _written(sheet: Sheet, value: str | float | None) -> object:
    if value == "" or pd.isna(value):
        return None
    if isinstance(value, float) and float(f"{value:.16g}") != value:
        return repr(value)  # a workbook keeps sixteen digits
    if isinstance(value, str) and value.startswith("="):
        cell = openpyxl.cell.WriteOnlyCell(sheet, value)
        cell.data_type = "s"  # what starts like a formula is text all the same
        return cell
    return value.replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else value


def _table(sheet: Sheet, file: str) -> RawTable:
    sheet.reset_dimensions()
    rows = [
        [_cell(cell.value, str(getattr(cell, "number_format", ""))) for cell in row]
        for row in sheet.iter_rows()
    ]
    if not rows:
        raise fault(file, "the sheet is empty", "give it a first row with the names of the columns")
    refuse_title(file, rows[:TITLE_ROWS])
    header = _trimmed(rows[0])
    table = grid_table(file, header, rows[1:])
    return evolve(table, problems=(*table.problems, *_merged(sheet, file, header, rows)))


def _merged(
    sheet: Sheet, file: str, header: Sequence[str], rows: Sequence[Sequence[str]]
) -> Iterator[Problem]:
    """A problem for each cell with text that is merged with others under the *header*."""
    with sheet._get_source() as source:  # noqa: SLF001 - what is streamed has no merged cells
        _, _, after_rows = source.read().rpartition(b"sheetData>")
    for match in _MERGED.finditer(after_rows):
        cells = match[1].decode()
        left, top, _, _ = openpyxl.utils.range_boundaries(cells)
        text = "".join(rows[top - 1][left - 1 : left]) if top <= len(rows) else ""
        if text and left <= len(header):
            what = f"the cells {cells} are merged: all but the first are empty"
            hint = "unmerge them, and write in each what it is to hold"
            yield Problem(file, top, header[left - 1] or None, text, what, hint)


def _trimmed(header: Sequence[str]) -> list[str]:
    names = list(header)
    while names and not names[-1]:
        names.pop()
    return names


def _cell(value: object, number_format: str) -> str:
    if isinstance(value, int | float) and "%" in number_format:
        return f"{(Decimal(repr(value)) * 100).normalize():f}%"
    return cell_text(value)
