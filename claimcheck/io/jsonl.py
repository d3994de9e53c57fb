"""JSON lines: one object a row, its keys the columns."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from claimcheck.errors import Problem
from claimcheck.io.csv import text_of
from claimcheck.io.grid import column_of
from claimcheck.tables.raw import RawTable


def read(path: Path) -> dict[str, RawTable]:
    """The table of the file, by the stem of its name; rows are numbered by their lines.

    A line that is no object is told of with its number, and the others are read.

    Raises:
        DossierError: If the file is empty, binary or not UTF-8.
    """
    objects: list[dict[str, object]] = []
    numbers: list[int] = []
    problems: list[Problem] = []
    for number, line in enumerate(text_of(path.read_bytes(), path.name).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            objects.append(_object(line))
            numbers.append(number)
        except (ValueError, RecursionError) as error:
            problems.append(_bad_line(path.name, number, line, error))
    names = dict.fromkeys(name for row in objects for name in row)
    frame = pd.DataFrame(
        {name: column_of([row.get(name) for row in objects]) for name in names},
        index=range(len(objects)),
    )
    table = RawTable(frame, path.name, np.array(numbers, dtype=int), tuple(problems))
    return {path.stem: table}


def write(frame: pd.DataFrame, path: Path) -> None:
    """Write *frame*, leaving out what is empty."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in frame.to_dict("records"):
            given = {name: cell for name, cell in row.items() if not _is_empty(cell)}
            file.write(json.dumps(given, ensure_ascii=False) + "\n")


def _object(line: str) -> dict[str, object]:
    value = json.loads(line, object_pairs_hook=_without_twins)
    if not isinstance(value, dict):
        raise ValueError(f"expected an object, found {line[:20]!r}")  # noqa: TRY004 - told with the rest
    if "\\ud" in line.casefold():
        json.dumps(value, ensure_ascii=False).encode()
    return value


def _without_twins(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twin = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the key {twin!r} stands there twice")
    return found


def _bad_line(file: str, number: int, line: str, error: Exception) -> Problem:
    what = "half a character" if isinstance(error, UnicodeEncodeError) else str(error)
    hint = 'write one object in each line, such as {"claim_id": "a", "figure": "5 million"}'
    return Problem(file, number, None, line[:80], f"the line is no JSON object: {what}", hint)


def _is_empty(cell: object) -> bool:
    return cell is None or cell == "" or (isinstance(cell, float) and math.isnan(cell))
