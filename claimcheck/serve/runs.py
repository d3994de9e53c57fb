"""The runs that the page shows: made when asked for, kept while the claims are the same."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeVar

import pandas as pd

from claimcheck.desk.books import book_of
from claimcheck.desk.place import Place
from claimcheck.desk.reading import read_dossier
from claimcheck.errors import UnknownNameError
from claimcheck.ledger import decide, is_on_record, settled
from claimcheck.ledger.fingerprint import Fingerprint, decision_digest
from claimcheck.ledger.matching import Filed, match
from claimcheck.ledger.settling import fingerprint_of
from claimcheck.model.decision import Decision
from claimcheck.reconcile import reconcile
from claimcheck.settings import Settings
from claimcheck.store import open_store
from claimcheck.tables import columns as c
from claimcheck.tables.frames import decisions_frame, decisions_from
from claimcheck.tables.results import Results

MOST_CLAIMS: Final = 20_000
_KEPT = 8
Answer = TypeVar("Answer")


class StaleFormError(Exception):
    """Raised when claims changed between the showing of a finding and the ruling on it."""


def place_of(results: Results, finding_id: str) -> int:
    """Position of the row of a finding.

    Raises:
        UnknownNameError: If there is none of that id.
    """
    ids = results.findings[c.FINDING_ID].tolist()
    if finding_id not in ids:
        raise UnknownNameError(
            f"there is no finding {finding_id!r}",
            "its figures may have changed; the list of findings has it under its new id",
        )
    return ids.index(finding_id)


def _fingerprint(results: Results, place: int, seen: Sequence[Filed] = ()) -> Fingerprint:
    return fingerprint_of(results.findings, results.claims, place, seen, sources=results.sources)


def _stamp(file: Path) -> Hashable:
    """What changes when *file* is written; spreadsheets make and remove files beside it."""
    try:
        stat = file.stat()
    except FileNotFoundError:
        return (file.name, None, None)
    return (file.name, stat.st_mtime_ns, stat.st_size)


class Runs:
    """Reconciliations of one dossier, or of its subjects where it is large.

    Attributes:
        place: Where the dossier is kept.
        settings: The constants to use.
    """

    def __init__(self, place: Place, settings: Settings) -> None:
        self.place = place
        self.settings = settings
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def ready(self) -> None:
        """Read the dossier once, so that what is wrong with it is told before anybody looks.

        Raises:
            StoreError: If it cannot be read as it stands.
            DossierError: The same, with every bad row.
        """
        if self.place.is_store:
            self.subjects()
        else:
            self.results()

    def subjects(self) -> pd.DataFrame:
        """The subjects by name, with the number of their claims."""
        return self._once("subjects", self._subjects)

    def is_large(self) -> bool:
        """Whether the dossier is too large to be shown at once."""
        return self.place.is_store and int(self.subjects()[c.CLAIMS].sum()) > MOST_CLAIMS

    def results(self, subject: str = "") -> Results:
        """What a run finds, with all rulings to this moment.

        Args:
            subject: Of a store, this subject alone; empty for all.
        """
        return settled(self._plain(subject), self.decisions())

    def decisions(self) -> pd.DataFrame:
        """The decisions on record, oldest first."""
        if self.place.at:
            recorded = read_dossier(self.place).decisions
            return decisions_frame([]) if recorded is None else recorded
        with book_of(self.place) as book:
            return book.decisions()

    def on_record(self, results: Results, place: int) -> tuple[Filed, ...]:
        """The decisions on the finding at *place*, oldest first."""
        decisions = self.decisions()
        filed = (
            [Filed.of(decision) for decision in decisions_from(decisions)] if len(decisions) else []
        )
        return match(results.findings, filed).get(place, ())

    def fingerprint(self, results: Results, place: int) -> Fingerprint:
        """What a person who looks at the finding at *place* sees."""
        seen = self.on_record(results, place)
        return _fingerprint(results, place, seen)

    def decide(self, subject: str, finding_id: str, saw: str, **ruling: str) -> Decision:
        """Put a ruling on record, on what the person saw.

        Args:
            subject: As for ``results``.
            finding_id: The finding.
            saw: The fingerprint that the page had when it was shown.
            ruling: ruling, because, by, until, expect.

        Raises:
            StaleFormError: If the claims are no longer what the person saw.
            UnknownNameError: If the finding is gone.
            InvalidClaimError: If the ruling is no good.
        """
        shown = Fingerprint.parse(saw)
        results = self._plain(subject)
        place = place_of(results, finding_id)
        now = _fingerprint(results, place)
        if now.since(shown) or now.around(shown):
            raise StaleFormError
        with book_of(self.place) as book:
            record = book.decisions()
            known = [decision_digest(item) in shown.seen for item in decisions_from(record)]
            decision = decide(
                results,
                finding_id,
                decisions=record[known],
                now=datetime.now(UTC),
                **ruling,
            )
            if not is_on_record(decision, record):
                book.decide(decision)
        return decision

    def _plain(self, subject: str) -> Results:
        def run() -> Results:
            dossier = read_dossier(self.place, subject=subject or None)
            return reconcile(dossier, settings=self.settings).results

        return self._once(("results", subject), run)

    def _subjects(self) -> pd.DataFrame:
        if self.place.is_store:
            with open_store(self.place.where, create=False) as store:
                return store.subjects(at=self.place.moment)
        counts = read_dossier(self.place).claims.groupby(c.SUBJECT).size()
        return counts.rename(c.CLAIMS).reset_index()

    def _once(self, what: Hashable, work: Callable[[], Answer]) -> Answer:
        """What *work* yields, kept for as long as the claims are the same."""
        key = (what, self._version())
        with self._lock:
            if key not in self._kept:
                self._kept[key] = work()
            self._kept.move_to_end(key)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            answer: Answer = self._kept[key]
            return answer

    def _version(self) -> Hashable:
        """What changes when claims do, and not when somebody decides."""
        if self.place.is_store:
            with open_store(self.place.where, create=False) as store:
                return store.content_revision
        path = self.place.path
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        return tuple(_stamp(file) for file in files if file.stem != "decisions")
