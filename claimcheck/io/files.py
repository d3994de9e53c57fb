"""A dossier from a folder or a file, and to a folder, whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from os import PathLike
from pathlib import Path

import pandas as pd

from claimcheck.errors import ClaimcheckError, DossierError, Problem
from claimcheck.io.formats import FORMATS, STORE_SUFFIXES, is_known, read_tables, write_table
from claimcheck.io.grid import fault
from claimcheck.io.written import written
from claimcheck.model.decision import DECISION_COLUMNS, Decision
from claimcheck.tables.cells import text_column
from claimcheck.tables.dossier import Dossier, checked_dossier
from claimcheck.tables.raw import RawTable

CLAIMS, SOURCES, TOTALS, DECISIONS = "claims", "sources", "totals", "decisions"
_NAMES = (CLAIMS, SOURCES, TOTALS, DECISIONS)


def read_dossier(path: str | Path) -> Dossier:
    """The dossier of a folder, or of one file of claims.

    Args:
        path: A folder with ``claims.csv`` and, where there are any, ``sources.csv``,
            ``totals.csv`` and ``decisions.csv``; Excel, Parquet and JSON lines serve as well.
            Or one file alone: sources are then made from the ids, unless it is a workbook that
            has a sheet of them.

    Raises:
        DossierError: With everything that is wrong, each with its place and how to mend it.
    """
    place = path_of(path)
    if place.is_dir():
        name, tables, problems = place.resolve().name, *_folder_tables(place)
    elif place.exists():
        name, tables, problems = place.stem, *_file_tables(place)
    else:
        raise fault(str(path), "there is no such file or folder", "mend the path")
    if CLAIMS not in tables:
        raise DossierError(problems)
    decisions, faults = _decisions(tables.get(DECISIONS))
    return Dossier.of_tables(
        tables[CLAIMS],
        tables.get(SOURCES),
        tables.get(TOTALS),
        name=name,
        decisions=decisions,
        problems=[*problems, *faults],
    )


def write_dossier(dossier: Dossier, folder: str | Path, *, suffix: str = ".csv") -> Path:
    """Write the dossier to *folder*, which is made if it is not there.

    Every table is written beside its place first and moved there when all of them are whole, so
    that a failure leaves what was there.

    Args:
        dossier: What to write. Totals and decisions are written where there are any.
        folder: Where to; files of the same names are replaced, others are left alone.
        suffix: The format of the tables; decisions are CSV always.

    Returns:
        The folder.

    Raises:
        DossierError: If the format is unknown, or the folder has a table in another format.
        InvalidClaimError: If what is to be written is no dossier.
    """
    checked_dossier(dossier)
    place = path_of(folder)
    tables = {f"{CLAIMS}{suffix}": dossier.claims, f"{SOURCES}{suffix}": dossier.sources}
    if len(dossier.totals) or (place / f"{TOTALS}{suffix}").exists():
        tables[f"{TOTALS}{suffix}"] = dossier.totals
    if dossier.decisions is not None:
        tables[f"{DECISIONS}.csv"] = dossier.decisions
    _refuse_twins(place, tables)
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    try:
        for name, frame in tables.items():
            write_table(written(frame, suffix=Path(name).suffix), beside / name)
        place.mkdir(exist_ok=True)
        for name in tables:
            (beside / name).replace(place / name)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return place


def path_of(where: object) -> Path:
    """*where* as a path.

    Raises:
        DossierError: If it is none, but a frame or nothing, say.
    """
    if isinstance(where, str | PathLike):
        return Path(where)
    hint = "give the path of a folder, a file or a store; a frame goes to reconcile as it is"
    raise fault(type(where).__name__, "this is no path of a dossier", hint)


def _folder_tables(folder: Path) -> tuple[dict[str, RawTable], list[Problem]]:
    files = {name: _files_named(folder, name) for name in _NAMES}
    problems = [
        Problem(
            folder.name,
            None,
            None,
            "",
            f"there are {len(found)} tables of {name}: {', '.join(file.name for file in found)}",
            "keep one of them",
        )
        for name, found in files.items()
        if len(found) > 1
    ]
    if not files[CLAIMS]:
        problems.append(_no_claims(folder))
    tables: dict[str, RawTable] = {}
    for name, found in files.items():
        if len(found) == 1:
            try:
                read = read_tables(found[0])
            except DossierError as error:
                problems += error.problems
                continue
            tables |= read if name == CLAIMS and name in read else {name: _only(read, found[0])}
    return tables, problems


def _file_tables(path: Path) -> tuple[dict[str, RawTable], list[Problem]]:
    tables = read_tables(path)
    if CLAIMS in tables:
        return tables, []
    return {CLAIMS: _only(tables, path)}, []


def _only(tables: dict[str, RawTable], path: Path) -> RawTable:
    wanted = tables.get(path.stem.casefold())
    if wanted is not None:
        return wanted
    if len(tables) == 1:
        return next(iter(tables.values()))
    what = "none of the sheets is named claims"
    raise fault(path.name, what, "name the sheets claims, sources and totals")


def _files_named(folder: Path, name: str) -> list[Path]:
    return sorted(
        file
        for file in folder.iterdir()
        if file.stem.casefold() == name and file.is_file() and is_known(file)
    )


def _no_claims(folder: Path) -> Problem:
    name, what = folder.name or str(folder), "the folder has no claims.csv"
    files = sorted(file for file in folder.iterdir() if file.is_file())
    if stores := [file for file in files if file.suffix.casefold() in STORE_SUFFIXES]:
        hint = f"name the store in it: {folder / stores[0].name}"
        return Problem(name, None, None, "", what, hint)
    others = [file.name for file in files if file.stem.casefold() == CLAIMS]
    tables = [file for file in files if is_known(file) and file.stem.casefold() not in _NAMES]
    hint = "claimcheck new FOLDER makes one"
    if others:
        hint = f"save {others[0]} as claims.csv"
    elif tables:
        hint = f"name the file itself: {folder / tables[0].name}"
    return Problem(name, None, None, "", what, f"{hint}; read are {', '.join(FORMATS)}")


def _refuse_twins(folder: Path, names: Iterable[str]) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise fault(folder.name, "there is a file of this name", "write to a folder")
    problems = [
        Problem(
            folder.name, None, None, "", f"{twin.name} would stand beside {name}", "move it away"
        )
        for name in names
        for twin in _files_named(folder, Path(name).stem)
        if twin.name != name
    ]
    if problems:
        raise DossierError(problems)


def _decisions(raw: RawTable | None) -> tuple[pd.DataFrame | None, list[Problem]]:
    """The table of decisions, of which there are few, and what is wrong with it."""
    if raw is None:
        return None, []
    given = raw.frame.reset_index(drop=True)
    cells = {
        name: text_column(given[name])
        if name in given
        else pd.Series("", index=given.index, dtype="str")
        for name in DECISION_COLUMNS
    }
    frame = pd.DataFrame(cells)
    problems = list(raw.problems)
    for row, record in enumerate(frame.to_dict("records")):
        try:
            Decision.from_row({str(name): cell for name, cell in record.items()})
        except ClaimcheckError as error:
            problems.append(
                raw.problem(row, None, str(record["finding_id"]), error.problem, error.hint)
            )
    return frame, problems
