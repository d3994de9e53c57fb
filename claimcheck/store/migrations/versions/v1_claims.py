"""Version 1: revisions, sources, claims and totals, all append-only."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from claimcheck.store.migrations.guards import forbid_changes

revision = "1"
down_revision = None

_ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_SOURCE = "source_id title publisher author kind published url derived_from interest note"
_CLAIM = (
    "claim_id source_id origin_id locator subject measure place scope method as_of figure lower "
    "upper best unit stance disputes note"
)
_TOTAL = "total_id whole part complete note"
_NUMBERS = {"lower", "upper", "best"}


def upgrade() -> None:
    """Make the tables of version 1."""
    op.create_table(
        "revisions",
        sa.Column("revision", sa.Integer(), primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("at", "who", "why", "action")),
    )
    _versioned("sources", _SOURCE)
    _versioned("claims", f"subject_key {_CLAIM}")
    _versioned("totals", _TOTAL)
    for name, table, columns in (
        ("sources_by_key", "sources", ["source_id"]),
        ("claims_by_key", "claims", ["claim_id"]),
        ("claims_by_subject", "claims", ["subject_key"]),
        ("claims_by_source", "claims", ["source_id"]),
        ("claims_by_origin", "claims", ["origin_id"]),
        ("totals_by_key", "totals", ["total_id", "part"]),
        ("totals_by_whole", "totals", ["whole"]),
        ("totals_by_part", "totals", ["part"]),
    ):
        op.create_index(name, table, columns)
    for table in ("revisions", "sources", "claims", "totals"):
        forbid_changes(table)


def _versioned(name: str, columns: str) -> None:
    op.create_table(
        name,
        sa.Column("row_id", _ROW, primary_key=True, autoincrement=False),
        sa.Column("first_row", _ROW, nullable=False),
        sa.Column("revision", sa.Integer(), sa.ForeignKey("revisions.revision"), nullable=False),
        sa.Column("supersedes", _ROW, sa.ForeignKey(f"{name}.row_id"), unique=True),
        sa.Column("retracted", sa.Boolean(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        *(
            sa.Column(
                column,
                sa.Double() if column in _NUMBERS else sa.Text(),
                nullable=column in _NUMBERS,
            )
            for column in columns.split()
        ),
        sa.Column("extra", sa.Text(), nullable=False),
    )
