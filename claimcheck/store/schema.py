"""The tables of a store as they are now; ``migrations`` tells how they came to be.

Every table is append-only: a row is never changed, a later row supersedes it. What holds at a
revision is every row written by then that no row written by then supersedes.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)

from claimcheck.model.decision import DECISION_COLUMNS
from claimcheck.tables import columns as c

VERSION: Final = "2"
VERSION_TABLE: Final = "claimcheck_version"

METADATA: Final = MetaData()
_ROW = BigInteger().with_variant(Integer(), "sqlite")


def _versioned(name: str, key: tuple[str, ...], columns: tuple[str, ...], *more: str) -> Table:
    """A table whose rows supersede each other, found by *key*."""
    return Table(
        name,
        METADATA,
        Column("row_id", _ROW, primary_key=True, autoincrement=False),
        Column("first_row", _ROW, nullable=False),
        Column("revision", Integer, ForeignKey("revisions.revision"), nullable=False),
        Column("supersedes", _ROW, ForeignKey(f"{name}.row_id"), unique=True),
        Column("retracted", Boolean, nullable=False),
        Column("content", Text, nullable=False),
        *(Column(column, Text, nullable=False) for column in more),
        *(
            Column(column, Double if column in c.NUMERIC else Text, nullable=column in c.NUMERIC)
            for column in columns
        ),
        Column("extra", Text, nullable=False),
        Index(f"{name}_by_key", *key),
    )


REVISIONS: Final = Table(
    "revisions",
    METADATA,
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("action", Text, nullable=False),
)
SOURCES: Final = _versioned("sources", (c.SOURCE_ID,), c.SOURCE_COLUMNS)
CLAIMS: Final = _versioned("claims", (c.CLAIM_ID,), c.CLAIM_COLUMNS, "subject_key")
TOTALS: Final = _versioned("totals", (c.TOTAL_ID, c.PART), c.TOTAL_COLUMNS)
DECISIONS: Final = Table(
    "decisions",
    METADATA,
    Column("row_id", _ROW, primary_key=True, autoincrement=False),
    Column("revision", Integer, ForeignKey("revisions.revision"), nullable=False),
    *(Column(column, Text, nullable=False) for column in DECISION_COLUMNS),
    Index("decisions_by_finding", "finding_id"),
)

Index("claims_by_subject", CLAIMS.c.subject_key)
Index("claims_by_source", CLAIMS.c.source_id)
Index("claims_by_origin", CLAIMS.c.origin_id)
Index("totals_by_whole", TOTALS.c.whole)
Index("totals_by_part", TOTALS.c.part)
