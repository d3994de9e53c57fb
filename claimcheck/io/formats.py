"""The file formats of tables, by the suffix of the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Final, cast

import pandas as pd

from claimcheck.io.grid import fault
from claimcheck.tables.raw import RawTable

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        ".csv": "csv",
        ".tsv": "csv",
        ".xlsx": "excel",
        ".xlsm": "excel",
        ".parquet": "parquet",
        ".jsonl": "jsonl",
        ".ndjson": "jsonl",
    }
)
STORE_SUFFIXES: Final = (".db", ".sqlite", ".sqlite3")
_MENDS = {
    ".xls": "open it in a spreadsheet and save it as .xlsx",
    ".ods": "open it in a spreadsheet and save it as .xlsx",
    ".json": "write one object in each line and name the file .jsonl",
    ".txt": "name it .csv, if it holds a table",
}


def read_tables(path: Path) -> dict[str, RawTable]:
    """The tables of one file, by name; one alone has the stem of the file for a name.

    Raises:
        DossierError: If the suffix is unknown, or the file cannot be read as what it says.
    """
    read = cast(
        "Callable[[Path], dict[str, RawTable]]", _module_function(path.name, path.suffix, "read")
    )
    try:
        return read(path)
    except OSError as error:
        raise fault(
            path.name,
            f"the file cannot be read: {error.strerror or error}",
            "mend its name or its permissions",
        ) from error


def write_table(frame: pd.DataFrame, path: Path) -> None:
    """Write one table in the format that the suffix of *path* names.

    Raises:
        DossierError: If the suffix is unknown.
    """
    write = cast(
        "Callable[[pd.DataFrame, Path], None]", _module_function(path.name, path.suffix, "write")
    )
    write(frame, path)


def is_known(path: Path) -> bool:
    """Whether the suffix names a format."""
    return path.suffix.casefold() in FORMATS


def _module_function(file: str, suffix: str, name: str) -> object:
    module = FORMATS.get(suffix.casefold())
    if module is None:
        mend = _MENDS.get(suffix.casefold(), f"known are {', '.join(FORMATS)}")
        raise fault(file, f"files that end in {suffix or 'nothing'!r} are not read", mend)
    return getattr(import_module(f"claimcheck.io.{module}"), name)
