"""Version 2: the decisions of the desk, append-only like everything else."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from claimcheck.store.migrations.guards import forbid_changes

revision = "2"
down_revision = "1"

_DECISION = "finding_id ruling because by at until expect fingerprint"


def upgrade() -> None:
    """Make the table of decisions."""
    row = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "decisions",
        sa.Column("row_id", row, primary_key=True, autoincrement=False),
        sa.Column("revision", sa.Integer(), sa.ForeignKey("revisions.revision"), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in _DECISION.split()),
    )
    op.create_index("decisions_by_finding", "decisions", ["finding_id"])
    forbid_changes("decisions")
