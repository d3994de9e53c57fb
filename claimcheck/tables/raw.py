"""A table as it came, and its typed form: every column in place, text as text, ends as numbers."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd
from attrs import frozen

from claimcheck.errors import Problem
from claimcheck.tables import columns as c
from claimcheck.tables.cells import cell_text, end_column, looks_like_day, nested_cells, text_column
from claimcheck.tables.shapes import Shape
from claimcheck.values.halves import HALF_LETTER, HALF_MEND, is_halved, mended

_BLANK_END = {c.LOWER: -np.inf, c.UPPER: np.inf, c.BEST: np.nan}


@frozen(eq=False)
class RawTable:
    """A table as it came from a file or a caller.

    Attributes:
        frame: The table; any dtypes, any index.
        file: Name of its file, or of the table where it has none.
        rows: The row of each row as a spreadsheet counts, ``(n,)``; the header is row 1.
        problems: What was wrong with the file already.
        has_labels: Whether its index means something to the caller.
    """

    frame: pd.DataFrame
    file: str
    rows: np.ndarray
    problems: tuple[Problem, ...] = ()
    has_labels: bool = False

    @classmethod
    def of(cls, frame: pd.DataFrame, file: str) -> RawTable:
        """The frame of a caller, whose rows are counted as if they followed a header."""
        return cls(frame, file, np.arange(2, len(frame) + 2), has_labels=True)

    def problem(
        self, row: int | None, column: str | None, value: str, what: str, mend: str
    ) -> Problem:
        """A problem of this table, *row* counted from 0."""
        if row is None:
            return Problem(self.file, None, column, value, what, mend)
        label = str(self.frame.index[row]) if self.has_labels else ""
        return Problem(self.file, int(self.rows[row]), column, value, what, mend, label)


@frozen(eq=False)
class TypedTable:
    """A table with its columns typed and in order.

    Attributes:
        raw: The table as it came.
        frame: Known columns in the order of the specification, then the others as they came, on
            a fresh index from 0. A required column that is missing stays missing.
        problems: What could not be typed.
    """

    raw: RawTable
    frame: pd.DataFrame
    problems: tuple[Problem, ...]


def typed(raw: RawTable, shape: Shape) -> TypedTable:
    """The table with text columns of dtype ``str`` and the ends as float64.

    Columns that are not known are kept after the known ones, untouched.
    """
    given, problems = _whole(raw)
    problems = [*raw.problems, *problems, *_column_problems(raw, given, shape)]
    given = given.loc[:, ~given.columns.duplicated()]
    texts = [name for name in shape.columns if name in given and name not in shape.numeric]
    problems += [
        problem
        for name in (*texts, *shape.numeric)
        if name in given
        for problem in _nested_problems(raw, given[name], listed=name in shape.listed)
    ]
    known = {name: text_column(given[name]) for name in texts}
    known |= {
        name: _spelled(known[name], words) for name, words in shape.words.items() if name in known
    }
    if shape.numeric:
        ends, unreadable = _ends(raw, given, known, shape.numeric)
        known |= ends
        problems += unreadable
    empty = pd.Series("", index=given.index, dtype="str")
    ordered = {
        name: known.get(name, empty)
        for name in shape.columns
        if name in known or name not in shape.required
    }
    others = given[[name for name in given.columns if name not in shape.columns]]
    frame = pd.concat([pd.DataFrame(ordered, index=given.index), others], axis=1)
    return TypedTable(raw, frame, tuple(problems))


def _whole(raw: RawTable) -> tuple[pd.DataFrame, list[Problem]]:
    """The table on a fresh index, its names stripped, and where it holds half a letter."""
    names = [str(name).strip() for name in raw.frame.columns]
    problems = [
        raw.problem(
            None, ascii(name), "", f"the name of the column is none: {HALF_LETTER}", HALF_MEND
        )
        for name in names
        if is_halved(name)
    ]
    given = raw.frame.set_axis([mended(name) for name in names], axis=1).reset_index(drop=True)
    for place, name in enumerate(given.columns):
        cells = given.iloc[:, place]
        bad = _halved(cells)
        if not bad.any():
            continue
        problems += [
            raw.problem(
                row, name, (told := ascii(cells.iloc[row])), f"{told}: {HALF_LETTER}", HALF_MEND
            )
            for row in np.flatnonzero(bad).tolist()
        ]
        given.isetitem(place, cells.astype(object).mask(bad, "").array)
    return given, problems


def _halved(values: pd.Series) -> np.ndarray:
    """Mask of the cells that hold half a letter, ``(n,)``; columns of text proper have none."""
    in_python = getattr(values.dtype, "storage", "") == "python"
    if not (pd.api.types.is_object_dtype(values.dtype) or in_python):
        return np.zeros(len(values), dtype=bool)
    return np.fromiter(map(is_halved, values), dtype=bool, count=len(values))


def _spelled(cells: pd.Series[str], words: Mapping[str, str]) -> pd.Series[str]:
    codes, uniques = pd.factorize(cells)
    spelled = [words.get(cell.casefold(), cell) for cell in uniques]
    if spelled == uniques.tolist():
        return cells
    return pd.Series(pd.array(spelled, dtype="str").take(codes), index=cells.index)


def _column_problems(raw: RawTable, given: pd.DataFrame, shape: Shape) -> list[Problem]:
    names = list(given.columns)
    problems = [
        raw.problem(None, name, name, "the column stands there twice", "keep one of them")
        for name in given.columns[given.columns.duplicated()].unique()
    ]
    strangers = [name for name in names if name not in shape.columns]
    levels = [str(name) for name in raw.frame.index.names if name is not None]
    problems += [
        raw.problem(
            None,
            name,
            "",
            f"the column {name} is missing",
            "it is the index: give frame.reset_index()"
            if name in levels
            else _column_hint(name, strangers),
        )
        for name in shape.required
        if name not in names
    ]
    says_nothing = not {c.FIGURE, c.LOWER, c.UPPER} & set(names)
    if c.FIGURE in shape.columns and says_nothing:
        hint = (
            _column_hint(c.FIGURE, strangers) + " with the phrase, or lower and upper with numbers"
        )
        problems.append(
            raw.problem(None, c.FIGURE, "", "there is no column with the figures", hint)
        )
    return problems


def _column_hint(name: str, strangers: Iterable[str]) -> str:
    spelled = {stranger.casefold().replace(" ", "_"): stranger for stranger in strangers}
    short = name.rpartition("_")[2]
    nearest = difflib.get_close_matches(name, spelled, n=1, cutoff=0.75)
    nearest = nearest or ([short] if short in spelled else [])
    if nearest:
        return f"rename the column {spelled[nearest[0]]!r} to {name}"
    return f"add a column {name}"


def _nested_problems(raw: RawTable, values: pd.Series, *, listed: bool) -> list[Problem]:
    nested = nested_cells(values, lists_allowed=listed)
    hint = "write one text or number in a cell" + ("; separate names by ;" if listed else "")
    column = str(values.name)
    return [
        raw.problem(row, column, str(values.iloc[row]), f"{values.iloc[row]!r} is nested", hint)
        for row in np.flatnonzero(nested).tolist()
    ]


def _ends(
    raw: RawTable, given: pd.DataFrame, known: dict[str, pd.Series[str]], numeric: Iterable[str]
) -> tuple[dict[str, pd.Series], list[Problem]]:
    ends: dict[str, pd.Series] = {}
    problems: list[Problem] = []
    if c.UNIT in known:
        is_date = known[c.UNIT] == "date"
    for name in numeric:
        if name not in given:
            ends[name] = pd.Series(np.nan, index=given.index, dtype="float64")
            continue
        is_day = is_date if c.UNIT in known else looks_like_day(given[name])
        values, unreadable = end_column(given[name], is_day=is_day)
        nested = nested_cells(given[name], lists_allowed=False)
        for row in np.flatnonzero(unreadable & ~nested).tolist():
            text = cell_text(given[name].iloc[row])
            what, mend = _unreadable(text, is_day=bool(is_day.iloc[row]))
            problems.append(raw.problem(row, name, text, what, mend))
        ends[name] = values.mask(unreadable | nested, _BLANK_END[name])
    return ends, problems


def _unreadable(text: str, *, is_day: bool) -> tuple[str, str]:
    if is_day:
        hint = "write the day in ISO, such as 1992-06-05"
        if text.isdigit() and len(text) == len("1992"):
            hint = f"write the first day of {text} as lower and its last as upper: {text}-01-01"
            hint += f" and {text}-12-31"
        return f"{text!r} is no day of the calendar", hint
    if re.fullmatch(r"[+-]?\d+,\d{1,2}", text):
        return f"{text!r} is no number", f"write {text.replace(',', '.')}"
    bare = re.sub(r"[,_'\s]", "", text).removesuffix("%")
    if re.fullmatch(r"[+-]?\d+(\.\d+)?", bare):
        return f"{text!r} is no number", f"write {bare}"
    return f"{text!r} is no number", "write digits alone, and the phrase itself in figure"
