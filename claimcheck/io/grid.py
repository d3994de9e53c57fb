"""A header and its rows as a raw table, whatever file they came from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

import numpy as np
import pandas as pd

from claimcheck.errors import DossierError, Problem
from claimcheck.model.decision import DECISION_COLUMNS
from claimcheck.tables import columns as c
from claimcheck.tables.raw import RawTable

TITLE_ROWS = 20
_KNOWN = {*c.CLAIM_COLUMNS, *c.SOURCE_COLUMNS, *c.TOTAL_COLUMNS, *DECISION_COLUMNS}


def fault(file: str, problem: str, hint: str, *, row: int | None = None) -> DossierError:
    """The error for a file that cannot be read at all, or not past *row*."""
    return DossierError([Problem(file, row, None, "", problem, hint)])


def refuse_title(file: str, rows: Iterable[Sequence[str]]) -> None:
    """Refuse a table whose first row names no column that is known, and a later one does.

    Args:
        file: Name of the file.
        rows: The first rows; what stands far below is data.

    Raises:
        DossierError: With the row that has the names.
    """
    named = [any(cell.strip() in _KNOWN for cell in row) for row in rows]
    if True in named[1:] and not named[0]:
        row = named.index(True) + 1
        problem = f"the names of the columns stand in row {row}, below a title or an empty row"
        hint = f"delete what stands above row {row}: the first row names the columns"
        raise fault(file, problem, hint, row=1)


def grid_table(file: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> RawTable:
    """The table of *rows*, of which the first is row 2 of a spreadsheet.

    Short rows are filled up, blank ones are passed over and keep their number, and rows that are
    too long are told of.

    Args:
        file: Name of the file.
        header: Names of the columns; unnamed columns without a cell are left out.
        rows: The cells of each row.
    """
    listed = list(rows)
    width = len(header)
    problems = [
        _too_long(file, number, row[width:])
        for number, row in enumerate(listed, start=2)
        if len(row) > width and any(cell not in {"", None} for cell in row[width:])
    ]
    columns = list(zip_longest(*listed, fillvalue=""))[:width]
    columns += [("",) * len(listed)] * (width - len(columns))
    frame = pd.DataFrame({place: column_of(cells) for place, cells in enumerate(columns)})
    return named_table(file, header, frame, problems)


def named_table(
    file: str, header: Sequence[str], frame: pd.DataFrame, problems: Iterable[Problem] = ()
) -> RawTable:
    """The table of *frame*, whose columns get the names of *header*; blank rows are left out.

    Args:
        file: Name of the file.
        header: Names of the columns, in order. One without a name is left out, and is a problem
            if it has cells.
        frame: One row a row of the file, without a gap.
        problems: What is wrong already.
    """
    is_empty = np.column_stack(
        [np.ones(len(frame), dtype=bool), *(_empty(column) for _, column in frame.items())]
    )
    is_named = np.array([bool(name.strip()) for name in header], dtype=bool)
    unnamed = [
        Problem(
            file,
            1,
            None,
            "",
            f"column {place} has no name",
            "name it in the first row, or clear it",
        )
        for place in np.flatnonzero(~is_named & ~is_empty[:, 1:].all(axis=0)) + 1
    ]
    filled_rows = np.flatnonzero(~is_empty.all(axis=1))
    kept = frame.iloc[filled_rows, np.flatnonzero(is_named)]
    kept.columns = pd.Index([name for name in header if name.strip()], dtype="str")
    return RawTable(kept, file, filled_rows + 2, (*problems, *unnamed))


def _empty(column: pd.Series) -> np.ndarray:
    return (column.isna() | (column == "")).to_numpy(dtype=bool)


def column_of(cells: Sequence[object]) -> pd.Series:
    """The cells as a column: text where all are text, whatever they are where not."""
    column = pd.Series(np.array([*cells, None], dtype=object)[:-1])
    if pd.api.types.infer_dtype(column, skipna=False) in {"string", "empty"}:
        return column.astype("str")
    return column.infer_objects()


def _too_long(file: str, row: int, excess: Sequence[object]) -> Problem:
    count = f"{len(excess)} cell{'' if len(excess) == 1 else 's'}"
    return Problem(
        file,
        row,
        None,
        ",".join(str(cell) for cell in excess),
        f"the row has {count} more than the header: {excess[-1]!r}",
        'put a cell that holds the separator in quotes, such as "603,070"',
    )
