"""Reads dossiers from wherever they are kept, and reconciles them with what was decided."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from attrs import evolve

from claimcheck import io, store
from claimcheck.desk.books import decisions_at
from claimcheck.desk.place import STANDARD_INPUT, Place
from claimcheck.errors import DossierError, StoreError
from claimcheck.io.files import path_of
from claimcheck.ledger import is_open, settled
from claimcheck.reconcile import reconcile
from claimcheck.reports.places import Places
from claimcheck.settings import Settings
from claimcheck.tables import columns as c
from claimcheck.tables.dossier import Dossier
from claimcheck.tables.results import Results

_TYPED_IN = "standard input"


def read_dossier(where: str | Path | Place, *, subject: str | None = None) -> Dossier:
    """The dossier of a folder, a claims file or a store.

    Args:
        where: A path; the address of a PostgreSQL database; for a store, ``WHERE@WHEN`` reads it
            as it was; ``-`` is a claims file in CSV on standard input.
        subject: For a store, read this subject alone; None reads all.

    Raises:
        DossierError: If files cannot be read as they stand, with everything that is wrong.
        StoreError: If a store cannot be read, or a subject is asked of what is none.
        UnknownNameError: If there is no such subject.
    """
    place = _place(where)
    if not place.is_store:
        if subject is not None:
            raise StoreError(f"{place} is no store", "leave the subject out; it is read whole")
        return _typed_in() if place.where == STANDARD_INPUT else io.read_dossier(place.where)
    with store.open_store(place.where, create=False) as opened:
        dossier = opened.dossier(at=place.moment, subject=subject)
    return evolve(dossier, name=str(place)) if place.at else dossier


def results_of(
    where: str | Path | Place,
    *,
    subject: str | None = None,
    settings: Settings | None = None,
    strict: bool = False,
    baseline: str | None = None,
) -> Results:
    """What a reconciliation finds, with what was decided told beside the findings.

    Args:
        where: As for ``read_dossier``.
        subject: The same.
        settings: The constants to use; None for those found with the dossier, beside it, or in
            the working folder.
        strict: Whether a figure that cannot be read is an error.
        baseline: Leave out the findings that are settled by the decisions at this place: a file,
            a folder, a store, or the word ``decisions`` for those kept with the dossier. None
            leaves nothing out.

    Raises:
        DossierError: As for ``read_dossier``, or if *strict* and a figure cannot be read.
        StoreError: As for ``read_dossier``.
        SettingsError: If settings that were found are of no use.
        InvalidClaimError: If a decision cannot be read.
    """
    place = _place(where)
    dossier = read_dossier(place, subject=subject)
    record = dossier.decisions if baseline is None else decisions_at(baseline, place)
    constants = settings or Settings.read(*place.folders)
    results = settled(reconcile(dossier, settings=constants, strict=strict).results, record)
    if baseline is None:
        return results
    return evolve(results, findings=results.findings[is_open(results.findings)])


def places_of(where: str | Path | Place) -> Places:
    """Where each claim of a dossier stands, for tools that point at lines.

    Raises:
        DossierError: If files cannot be read as they stand.
    """
    place = _place(where)
    places = Places.of(place.path)
    if places.lines or place.is_store or place.where == STANDARD_INPUT:
        return places
    dossier = io.read_dossier(place.path)
    told = dossier.claims_from
    path = place.path
    if path.is_dir():
        path = next(file for file in sorted(path.iterdir()) if told.file.startswith(file.name))
    sheet = told.file.removeprefix(path.name).strip()
    rows = {
        name: " ".join(filter(None, [sheet, f"row {told.row(position)}"]))
        for position, name in enumerate(dossier.claims[c.CLAIM_ID])
    }
    return Places.of(path, rows)


def _typed_in() -> Dossier:
    """The dossier of the claims on standard input.

    Raises:
        DossierError: With everything that is wrong, by its row there.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.csv"
        path.write_bytes(sys.stdin.buffer.read())
        try:
            dossier = io.read_dossier(path)
        except DossierError as error:
            told = (evolve(problem, file=_TYPED_IN) for problem in error.problems)
            raise DossierError(told) from error
    return evolve(dossier, claims_from=evolve(dossier.claims_from, file=_TYPED_IN))


def _place(where: str | Path | Place) -> Place:
    if isinstance(where, Place):
        return where
    return Place.parse(where if isinstance(where, str) else str(path_of(where)))
