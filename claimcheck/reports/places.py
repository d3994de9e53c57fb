"""Where each claim stands in its file, for tools that point at a line."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import frozen

from claimcheck.tables import columns as c


@frozen(kw_only=True)
class Places:
    """The file of the claims and the line of each.

    Attributes:
        file: Path of the claims file, as the tool shall show it, with forward slashes.
        lines: Line on which each claim starts, by claim id; empty where the file has no lines.
    """

    file: str
    lines: Mapping[str, int]

    @classmethod
    def of(cls, dossier: Path) -> Places:
        """The places in *dossier*, a folder or a claims file; without lines if it is no CSV."""
        path = dossier / "claims.csv" if dossier.is_dir() else dossier
        lines = dict(_lines(path)) if path.suffix == ".csv" and path.is_file() else {}
        return cls(file=path.as_posix(), lines=lines)

    def line(self, claim_id: str) -> int | None:
        """The line on which a claim starts; None where it is not known."""
        return self.lines.get(claim_id)


def _lines(path: Path) -> Iterator[tuple[str, int]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        start = 2
        for row in rows:
            yield str(row.get(c.CLAIM_ID, "")), start
            start = rows.line_num + 1
