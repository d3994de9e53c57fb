"""Decisions in a CSV file that only grows: two people who write at once both stay in it."""

from __future__ import annotations

import csv
import errno
import io
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
from attrs import frozen

from claimcheck.errors import DossierError, Problem, StoreError
from claimcheck.io.formulas import guarded, unguarded
from claimcheck.model.decision import DECISION_COLUMNS, Decision
from claimcheck.store.naming import give_name
from claimcheck.tables.frames import decisions_frame, decisions_from

_BINARY = getattr(os, "O_BINARY", 0)


@frozen
class DecisionsFile:
    """The ``decisions.csv`` of a folder.

    Attributes:
        path: Where it is; it need not be there yet.
    """

    path: Path

    def decisions(self) -> pd.DataFrame:
        """The decisions on record, in the order of the file; no rows where there is no file.

        Raises:
            DossierError: If the file cannot be read as it stands.
            InvalidClaimError: If a row is no decision.
        """
        if not self.path.exists():
            return decisions_frame([])
        try:
            cells = pd.read_csv(self.path, dtype="str", keep_default_na=False, encoding="utf-8-sig")
        except (UnicodeDecodeError, ValueError) as error:
            what = f"cannot be read as CSV: {error}"
            problem = Problem(self.path.name, None, None, "", what, "save as UTF-8, with commas")
            raise DossierError([problem]) from error
        frame = cells.transform(unguarded)
        missing = [name for name in ("finding_id", "ruling", "because") if name not in frame]
        if missing:
            what = f"the column {missing[0]} is missing"
            raise DossierError([Problem(self.path.name, 1, missing[0], "", what, "add it")])
        return decisions_frame(decisions_from(frame))

    def decide(self, *decisions: Decision) -> None:
        """Put *decisions* on record, each as one more row.

        The rows are written by one call that appends, so that writers never mix; where the disk
        is full the file is as it was.

        Raises:
            StoreError: If the file cannot be written.
        """
        try:
            self._ensure()
            columns = self._columns()
            rows = [[item.to_row().get(name, "") for name in columns] for item in decisions]
            descriptor = os.open(self.path, os.O_RDWR | os.O_APPEND | _BINARY)
            try:
                _append(descriptor, b"".join(_line(row) for row in rows))
            finally:
                os.close(descriptor)
        except OSError as error:
            raise StoreError(
                f"{self.path} cannot be written: {error.strerror or error}",
                "see that the disk has room and that you may write; the file is as it was",
            ) from error

    def _ensure(self) -> None:
        """Make the file with its header, at once, unless another has made it meanwhile."""
        if self.path.exists():
            return
        handle, name = tempfile.mkstemp(prefix=f".{self.path.name}-", dir=self.path.parent)
        draft = Path(name)
        try:
            os.write(handle, _line(DECISION_COLUMNS))
            os.close(handle)
            draft.chmod(0o644)
            give_name(draft, self.path)
        finally:
            draft.unlink(missing_ok=True)

    def _columns(self) -> Sequence[str]:
        with self.path.open(encoding="utf-8-sig", newline="") as file:
            columns = next(csv.reader(file), [])
        missing = [name for name in DECISION_COLUMNS if name not in columns]
        if missing:
            problem = Problem(
                self.path.name,
                1,
                missing[0],
                "",
                f"the column {missing[0]} is missing",
                f"give the file the header {','.join(DECISION_COLUMNS)}",
            )
            raise DossierError([problem])
        return columns


def _append(descriptor: int, line: bytes) -> None:
    if os.fstat(descriptor).st_size:
        os.lseek(descriptor, -1, os.SEEK_END)
        if os.read(descriptor, 1) != b"\n":
            line = b"\n" + line
    written = os.write(descriptor, line)
    os.fsync(descriptor)
    if written != len(line):
        os.ftruncate(descriptor, os.fstat(descriptor).st_size - written)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _line(cells: Sequence[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(guarded(pd.Series(cells, dtype="str")))
    return text.getvalue().encode()
