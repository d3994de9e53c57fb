"""Rows that bear the id of another: two dossiers may both number their claims from 1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from claimcheck.errors import Problem
from claimcheck.store.rows import CLAIM_ROWS, Kind, folded
from claimcheck.store.versions import Head
from claimcheck.tables.dossier import Dossier

_MEND: Final = "give it an id of its own; if it is the same, add it with --replace (replace=True)"


def is_stranger(kind: Kind, head: Head, row: Mapping[str, object]) -> bool:
    """Whether *row* is about something else than the row of its id that stands.

    A claim is another where its subject, measure, place or source is; a source, where nothing
    that tells what document it is has stayed. Cells that were empty may be filled.
    """
    pairs = zip(head.subject, _cells(kind, row), strict=True)
    differ = [folded(before) != folded(now) for before, now in pairs if before and now]
    is_other = any(differ) if kind is CLAIM_ROWS else bool(differ) and all(differ)
    return is_other and not head.retracted


def problem(
    dossier: Dossier, kind: Kind, position: int, head: Head, row: Mapping[str, object]
) -> Problem:
    """What to tell of a stranger at *position* of its table."""
    column = kind.key[0]
    place = dossier.claims_from if kind is CLAIM_ROWS else None
    return Problem(
        file=place.file if place else kind.name,
        row=place.row(position) if place else None,
        column=column,
        value=str(row[column]),
        problem=(
            f"the store has another {kind.word} {str(row[column])!r}: "
            f"{_told(head.subject)} there, {_told(_cells(kind, row))} here"
        ),
        hint=_MEND,
    )


def _cells(kind: Kind, row: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(str(row[name]) for name in kind.subject)


def _told(cells: Sequence[str]) -> str:
    return "“" + " · ".join(cell for cell in cells if cell) + "”"
