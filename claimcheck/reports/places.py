"""Where each claim stands in its file, for tools that point at a line."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import field, frozen

from claimcheck.tables import columns as c


@frozen(kw_only=True)
class Places:
    """The file of the claims and where in it each of them stands.

    Attributes:
        file: Path of the claims file, as the tool shall show it, with forward slashes.
        lines: Line on which each claim starts, by claim id; empty where the file has no lines.
        rows: Sheet and row of each claim in words, where the file has no lines.
    """

    file: str
    lines: Mapping[str, int]
    rows: Mapping[str, str] = field(factory=dict)

    @classmethod
    def of(cls, dossier: Path, rows: Mapping[str, str] | None = None) -> Places:
        """The places in *dossier*, a folder or a claims file.

        The path is told from the working folder where it is within it.

        Args:
            dossier: Where it is; without lines if it is no CSV.
            rows: Sheet and row of each claim, where there are no lines.
        """
        path = dossier / "claims.csv" if dossier.is_dir() else dossier
        lines = dict(_lines(path)) if path.suffix == ".csv" and path.is_file() else {}
        return cls(file=_from_here(path).as_posix(), lines=lines, rows=rows or {})

    def line(self, claim_id: str) -> int | None:
        """The line on which a claim starts; None where it is not known."""
        return self.lines.get(claim_id)

    def name(self, claim_id: str) -> str:
        """The claim, with its sheet and row where it has no line."""
        row = self.rows.get(claim_id)
        return f"{claim_id} ({row})" if row else claim_id


def _from_here(path: Path) -> Path:
    here = Path.cwd()
    is_within = path.is_absolute() and path.resolve().is_relative_to(here.resolve())
    return path.resolve().relative_to(here.resolve()) if is_within else path


def _lines(path: Path) -> Iterator[tuple[str, int]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        start = 2
        for row in rows:
            yield str(row.get(c.CLAIM_ID, "")), start
            start = rows.line_num + 1
