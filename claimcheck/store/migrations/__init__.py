"""Brings a store of any earlier version to the present one, in the transaction given."""

from __future__ import annotations

from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from claimcheck.store.schema import VERSION, VERSION_TABLE


def upgrade(connection: Connection, version: str = VERSION) -> list[str]:
    """Run every step between the version of the database and *version*.

    Args:
        connection: Within a transaction that may write; an empty database is of no version.
        version: Where to stop.

    Returns:
        The versions that were passed, oldest first.
    """
    scripts = ScriptDirectory(str(Path(__file__).parent))
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    present = context.get_current_revision()
    steps = list(scripts.iterate_revisions(version, present or "base"))[::-1]
    with Operations.context(context):
        for step in steps:
            step.module.upgrade()
            context.stamp(scripts, step.revision)
    return [step.revision for step in steps]
