"""A dossier that is kept in a database, with all that it ever was."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Self, cast

import pandas as pd
from attrs import evolve, frozen
from sqlalchemy import func, select

from claimcheck.errors import UnknownNameError
from claimcheck.io import write_dossier
from claimcheck.model.claim import Claim
from claimcheck.model.decision import Decision
from claimcheck.store import history, reading
from claimcheck.store.adding import Added, add
from claimcheck.store.decisions import DECIDE, append_decisions, decision_rows
from claimcheck.store.engines import Database
from claimcheck.store.ground import refuse_lost_ground
from claimcheck.store.revisions import revision_at
from claimcheck.store.rows import CLAIM_ROWS, SOURCE_ROWS, TOTAL_ROWS, Key, frame_of
from claimcheck.store.schema import REVISIONS
from claimcheck.store.taking_back import Wanted, restore, retract
from claimcheck.tables.dossier import Dossier, checked_dossier
from claimcheck.tables.frames import claims_frame

When = int | str | date | datetime


@frozen(eq=False, repr=False, kw_only=True)
class Store:
    """Claims, sources, totals and decisions in a database; nothing is ever changed or deleted.

    Whatever is written is one transaction and one revision, with who, when and why. Wherever a
    method takes ``at``, it is the number of a revision, a day (to its end) or a moment; None is
    now.

    Attributes:
        database: Where it is kept.
        name: What its dossiers are called.
        clock: Tells the time that revisions are stamped with.

    Raises:
        StoreError: By every method, if the database cannot be read or written; it is then as it
            was.
    """

    database: Database
    name: str
    clock: Callable[[], datetime]

    @property
    def revision(self) -> int:
        """Number of the newest revision; 0 where nothing was written yet."""
        with self.database.reading() as connection:
            return connection.execute(select(func.max(REVISIONS.c.revision))).scalar() or 0

    @property
    def content_revision(self) -> int:
        """Number of the newest revision that touched claims, sources or totals; else 0."""
        query = select(func.max(REVISIONS.c.revision)).where(REVISIONS.c.action != DECIDE)
        with self.database.reading() as connection:
            return connection.execute(query).scalar() or 0

    def add(
        self, dossier: Dossier, *, by: str = "", because: str = "", replace: bool = False
    ) -> Added:
        """Add what is new, and let what has changed supersede what was there.

        What the store holds and *dossier* does not is left alone, and told as ``left``. A row
        that was retracted stays so for as long as it comes back unchanged. A source of which
        *dossier* knows only the id never supersedes what is known of it.

        Args:
            dossier: Claims, sources, totals, and decisions where it has any.
            by: Who adds it.
            because: Why.
            replace: Whether a row may take the id of another: of a claim with another subject,
                measure, place or source, or of another document.

        Raises:
            DossierError: If a row has the id of another and *replace* is false; with all of them.
            StoreError: If sources would be derived from each other in a circle, or a total would
                have two wholes.
            InvalidClaimError: If *dossier* is none.
        """
        checked_dossier(dossier)
        with self.database.writing() as connection:
            added = add(
                connection, dossier, by=by, because=because, now=self.clock(), replace=replace
            )
            revision = revision_at(connection, None)
            return evolve(added, left=reading.beyond(connection, revision, dossier.claims))

    def correct(self, claim_id: str, *, by: str, because: str, **columns: object) -> Added:
        """Supersede one claim by the same with other *columns*.

        Raises:
            UnknownNameError: If there is no such claim.
            InvalidClaimError: If the claim would be no good.
            StoreError: If it would name a source or a claim that does not stand.
        """
        with self.database.writing() as connection:
            revision = revision_at(connection, None)
            found = reading.of_claims(connection, revision, [claim_id])
            if found.empty:
                raise UnknownNameError(f"there is no claim {claim_id!r}", "see store.dossier()")
            row = {str(name): cell for name, cell in found.iloc[0].items()}
            claims = claims_frame([Claim.from_row({**row, **columns})])
            dossier = Dossier(
                claims=claims, sources=frame_of(SOURCE_ROWS, []), totals=frame_of(TOTAL_ROWS, [])
            )
            added = add(connection, dossier, by=by, because=because, now=self.clock(), replace=True)
            refuse_lost_ground(connection, added.revision or revision)
            return added

    def retract(
        self,
        *,
        claims: Iterable[str] = (),
        sources: Iterable[str] = (),
        totals: Iterable[str] = (),
        by: str,
        because: str,
    ) -> int:
        """Take back rows by their ids; they stay readable as of before.

        Returns:
            The revision that does so.

        Raises:
            UnknownNameError: If a row does not stand.
            StoreError: If rows that stay rest on one that goes, with their ids.
        """
        wanted = self._wanted(claims, sources, totals)
        with self.database.writing() as connection:
            return retract(connection, wanted, by=by, because=because, now=self.clock())

    def restore(
        self,
        *,
        claims: Iterable[str] = (),
        sources: Iterable[str] = (),
        totals: Iterable[str] = (),
        by: str,
        because: str,
    ) -> int:
        """Let rows stand again that were retracted.

        Returns:
            The revision that does so.

        Raises:
            UnknownNameError: If a row was not retracted.
            StoreError: If a row rests on one that does not stand.
        """
        wanted = self._wanted(claims, sources, totals)
        with self.database.writing() as connection:
            return restore(connection, wanted, by=by, because=because, now=self.clock())

    def dossier(self, *, at: When | None = None, subject: str | None = None) -> Dossier:
        """The dossier as it stands, or stood.

        Args:
            at: As of when.
            subject: Read the claims of this subject alone (in any case and spacing), the totals
                whose whole they are, and what these name: no more is read.

        Raises:
            UnknownNameError: If the store has no claims of *subject*, with the nearest.
        """
        with self.database.reading() as connection:
            revision = revision_at(connection, at)
            if subject is None:
                tables = reading.whole(connection, revision)
            else:
                tables = reading.of_subject(connection, revision, subject)
            decisions = decision_rows(connection, revision)
        return Dossier(
            claims=tables.claims,
            sources=tables.sources,
            totals=tables.totals,
            name=self.name,
            decisions=None if decisions.empty else decisions,
        )

    def subjects(self, *, at: When | None = None) -> pd.DataFrame:
        """The subjects by name, with the number of their claims."""
        with self.database.reading() as connection:
            return reading.subjects(connection, revision_at(connection, at))

    def decide(self, *decisions: Decision) -> int:
        """Put decisions on record, beside all others on the same findings.

        Returns:
            The revision that does so.
        """
        with self.database.writing() as connection:
            return append_decisions(connection, decisions, now=self.clock())

    def decisions(self, *, at: When | None = None) -> pd.DataFrame:
        """The decisions on record, oldest first, with the columns of ``decisions.csv``."""
        with self.database.reading() as connection:
            return decision_rows(connection, revision_at(connection, at))

    def log(self) -> pd.DataFrame:
        """One row a revision: revision, at, who, why, action."""
        with self.database.reading() as connection:
            return history.log(connection)

    def history(self, claim_id: str) -> pd.DataFrame:
        """Every version of a claim, oldest first, with its revision, at, who, why, retracted.

        Raises:
            UnknownNameError: If there never was such a claim.
        """
        with self.database.reading() as connection:
            versions = history.of_claim(connection, claim_id)
        if versions.empty:
            raise UnknownNameError(f"there never was a claim {claim_id!r}", "see store.dossier()")
        return versions

    def export(self, folder: str | Path, *, at: When | None = None) -> None:
        """Write the dossier as CSV files into *folder*, such that they read back the same."""
        write_dossier(self.dossier(at=at), folder)

    def close(self) -> None:
        """Let go of the database."""
        self.database.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Store {self.database.place!r}>"

    @staticmethod
    def _wanted(claims: Iterable[str], sources: Iterable[str], totals: Iterable[str]) -> Wanted:
        kinds = ((CLAIM_ROWS, claims), (SOURCE_ROWS, sources), (TOTAL_ROWS, totals))
        return {kind: cast("list[Key]", [(name,) for name in names]) for kind, names in kinds}
