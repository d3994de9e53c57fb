"""What was written, by whom, when and why."""

from __future__ import annotations

import pandas as pd
from sqlalchemy import Connection, select

from claimcheck.store.rows import CLAIM_ROWS
from claimcheck.store.schema import CLAIMS, REVISIONS

_REVISION = (
    REVISIONS.c.revision,
    REVISIONS.c.at,
    REVISIONS.c.who,
    REVISIONS.c.why,
    REVISIONS.c.action,
)


def log(connection: Connection) -> pd.DataFrame:
    """One row a revision, oldest first."""
    rows = connection.execute(select(*_REVISION).order_by(REVISIONS.c.revision))
    return pd.DataFrame([tuple(row) for row in rows], columns=[col.name for col in _REVISION])


def of_claim(connection: Connection, claim_id: str) -> pd.DataFrame:
    """One row a version of the claim, oldest first."""
    columns = (*_REVISION, CLAIMS.c.retracted, *(CLAIMS.c[name] for name in CLAIM_ROWS.columns))
    rows = connection.execute(
        select(*columns)
        .join(REVISIONS, REVISIONS.c.revision == CLAIMS.c.revision)
        .where(CLAIMS.c.claim_id == claim_id)
        .order_by(CLAIMS.c.row_id)
    )
    return pd.DataFrame([tuple(row) for row in rows], columns=[col.name for col in columns])
