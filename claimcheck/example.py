"""An empty dossier: the three files with their header rows and one example."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from claimcheck.errors import ClaimcheckError
from claimcheck.tables import columns as c

_CLAIMS = (
    {
        c.CLAIM_ID: "example-1",
        c.SOURCE_ID: "example-yearbook",
        c.LOCATOR: "page 12",
        c.SUBJECT: "Exampleland",
        c.MEASURE: "population",
        c.AS_OF: "2020",
        c.FIGURE: "5–10 million",
        c.UNIT: "people",
        c.STANCE: "asserts",
        c.NOTE: "an example: put your own rows in its place",
    },
)
_SOURCES = (
    {
        c.SOURCE_ID: "example-yearbook",
        c.TITLE: "Yearbook of Exampleland",
        c.PUBLISHER: "Office of Examples",
        c.KIND: "statistical-office",
        c.PUBLISHED: "2021",
    },
)
_FILES: Mapping[str, tuple[tuple[str, ...], tuple[Mapping[str, str], ...]]] = {
    "claims.csv": (c.CLAIM_COLUMNS, _CLAIMS),
    "sources.csv": (c.SOURCE_COLUMNS, _SOURCES),
    "totals.csv": (c.TOTAL_COLUMNS, ()),
}


class ExistsError(ClaimcheckError, FileExistsError):
    """Raised when a file that would be written is there already."""

    __str__ = ClaimcheckError.__str__


def write_example(folder: Path) -> tuple[Path, ...]:
    """Write an empty dossier to *folder*, which is made where it is missing.

    Raises:
        ExistsError: If one of its files is there already; nothing is written then.
    """
    targets = tuple(folder / name for name in _FILES)
    present = [path.name for path in targets if path.exists()]
    if present or (folder.exists() and not folder.is_dir()):
        raise ExistsError(
            f"{folder} holds {', '.join(present)} already" if present else f"{folder} is a file",
            "give another folder; nothing was written",
        )
    folder.mkdir(parents=True, exist_ok=True)
    for path, (columns, rows) in zip(targets, _FILES.values(), strict=True):
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(_csv(columns, rows))
    return targets


def _csv(columns: tuple[str, ...], rows: tuple[Mapping[str, str], ...]) -> str:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()
