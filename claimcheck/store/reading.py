"""Reads the tables of a dossier: all of it, or one subject and what that rests on."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any

import pandas as pd
from attrs import frozen
from sqlalchemy import ColumnElement, Connection, func

from claimcheck.errors import UnknownNameError
from claimcheck.model.cells import names_of
from claimcheck.store.rows import (
    CLAIM_ROWS,
    SOURCE_ROWS,
    TOTAL_ROWS,
    Kind,
    frame_of,
    subject_key,
)
from claimcheck.store.schema import CLAIMS, SOURCES, TOTALS
from claimcheck.store.versions import in_batches, standing
from claimcheck.tables import columns as c

_SHOWN = 5


@frozen(eq=False)
class Tables:
    """Claims, sources and totals as frames."""

    claims: pd.DataFrame
    sources: pd.DataFrame
    totals: pd.DataFrame


def whole(connection: Connection, revision: int) -> Tables:
    """Everything that stands at *revision*."""
    return Tables(
        *(
            frame_of(kind, connection.execute(standing(kind, revision)))
            for kind in (CLAIM_ROWS, SOURCE_ROWS, TOTAL_ROWS)
        )
    )


def of_subject(connection: Connection, revision: int, subject: str) -> Tables:
    """The claims of *subject*, and what they need to be judged.

    These are the totals whose whole is one of them, the parts and the claims under dispute that
    are of other subjects, the sources of all these, and the sources that those derive from.

    Raises:
        UnknownNameError: If there are no claims of *subject*, with the nearest.
    """
    query = standing(CLAIM_ROWS, revision).where(CLAIMS.c.subject_key == subject_key(subject))
    claims = frame_of(CLAIM_ROWS, connection.execute(query))
    if claims.empty:
        raise _unknown(connection, revision, subject)
    totals = _where(connection, TOTAL_ROWS, revision, TOTALS.c.whole, claims[c.CLAIM_ID])
    disputed = [name for cell in claims[c.DISPUTES].unique() for name in names_of(cell)]
    others = set(totals[c.PART]).union(disputed) - set(claims[c.CLAIM_ID])
    while others:
        more = _where(connection, CLAIM_ROWS, revision, CLAIMS.c.claim_id, others)
        claims = pd.concat([claims, more], ignore_index=True)
        disputed = [name for cell in more[c.DISPUTES].unique() for name in names_of(cell)]
        others = set(disputed) - set(claims[c.CLAIM_ID])
    return Tables(_filled(claims), _sources_of(connection, revision, claims), totals)


def of_claims(connection: Connection, revision: int, claim_ids: Iterable[str]) -> pd.DataFrame:
    """The claims named that stand at *revision*."""
    return _where(connection, CLAIM_ROWS, revision, CLAIMS.c.claim_id, claim_ids)


def beyond(connection: Connection, revision: int, claims: pd.DataFrame) -> tuple[str, ...]:
    """The ids of standing claims about the subjects of *claims* that are not among them."""
    keys = {subject_key(subject) for subject in claims[c.SUBJECT].unique()}
    own = set(claims[c.CLAIM_ID])
    query = standing(CLAIM_ROWS, revision).with_only_columns(CLAIMS.c.claim_id)
    return tuple(
        name
        for batch in in_batches(sorted(keys))
        for name in connection.execute(query.where(CLAIMS.c.subject_key.in_(batch))).scalars()
        if name not in own
    )


def subjects(connection: Connection, revision: int) -> pd.DataFrame:
    """Subjects in order of name, as first written, with the number of their claims."""
    plain = standing(CLAIM_ROWS, revision).order_by(None)
    columns = (CLAIMS.c.subject, func.count(), func.min(CLAIMS.c.first_row))
    query = plain.with_only_columns(*columns).group_by(CLAIMS.c.subject)
    rows = [tuple(row) for row in connection.execute(query)]
    frame = pd.DataFrame(rows, columns=[c.SUBJECT, c.CLAIMS, "first"]).sort_values("first")
    keys = pd.Series([subject_key(name) for name in frame[c.SUBJECT]], frame.index, dtype="str")
    grouped = frame.groupby(keys, sort=True)
    return grouped.agg({c.SUBJECT: "first", c.CLAIMS: "sum"}).reset_index(drop=True)


def _sources_of(connection: Connection, revision: int, claims: pd.DataFrame) -> pd.DataFrame:
    wanted = set(claims[c.SOURCE_ID]).union(claims[c.ORIGIN_ID]) - {""}
    known: set[str] = set()
    while missing := wanted - known:
        found = _where(connection, SOURCE_ROWS, revision, SOURCES.c.source_id, missing)
        known |= missing
        wanted |= {name for cell in found[c.DERIVED_FROM].unique() for name in names_of(cell)}
    return _where(connection, SOURCE_ROWS, revision, SOURCES.c.source_id, wanted)


def _where(
    connection: Connection,
    kind: Kind,
    revision: int,
    column: ColumnElement[Any],
    values: Iterable[str],
) -> pd.DataFrame:
    """The standing rows whose *column* is one of *values*, in their order."""
    rows: list[tuple[Any, ...]] = []
    for batch in in_batches(sorted(set(values))):
        query = standing(kind, revision).where(column.in_(batch))
        rows += [
            tuple(row) for row in connection.execute(query.add_columns(kind.table.c.first_row))
        ]
    rows.sort(key=lambda row: row[-1])
    return frame_of(kind, [row[:-1] for row in rows])


def _filled(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims with an empty text where only some have a column of their own."""
    texts = [name for name in claims.columns if name not in c.NUMERIC]
    return claims.assign(**{name: claims[name].fillna("").astype("str") for name in texts})


def _unknown(connection: Connection, revision: int, subject: str) -> UnknownNameError:
    known = subjects(connection, revision)[c.SUBJECT].tolist()
    nearest = difflib.get_close_matches(subject, known, n=3, cutoff=0.4)
    hint = f"did you mean {', '.join(nearest)}?" if nearest else _listed(known)
    return UnknownNameError(f"the store has no claims of {subject!r}", hint)


def _listed(subjects: list[str]) -> str:
    more = ", ..." if len(subjects) > _SHOWN else ""
    return f"it has {', '.join(subjects[:_SHOWN])}{more}" if subjects else "it is empty"
