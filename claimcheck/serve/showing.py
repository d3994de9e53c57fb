"""One finding or one quantity, whole."""

from __future__ import annotations

from attrs import frozen

from claimcheck.model.decision import Decision
from claimcheck.reports import ConflictReport
from claimcheck.reports.cards import card
from claimcheck.reports.catalogue import Catalogue
from claimcheck.reports.document import Card, Document
from claimcheck.serve.runs import Runs, place_of
from claimcheck.tables import columns as c
from claimcheck.tables.results import Results


@frozen(kw_only=True)
class Finding:
    """A finding with what was ruled on it.

    Attributes:
        card: The card, as in the report.
        saw: Fingerprint of what the reader sees, which the form brings back.
        decisions: Every decision on it, oldest first.
        reopened: Why it is open again; empty where it is not.
    """

    card: Card
    saw: str
    decisions: tuple[Decision, ...]
    reopened: str


def finding(runs: Runs, results: Results, finding_id: str) -> Finding:
    """The finding of that id.

    Raises:
        UnknownNameError: If there is none.
    """
    place = place_of(results, finding_id)
    row = results.findings.iloc[place].to_dict()
    return Finding(
        card=card(row, Catalogue.of(results, row[c.CLAIM_IDS])),
        saw=str(runs.fingerprint(results, place)),
        decisions=tuple(item.decision for item in runs.on_record(results, place)),
        reopened=row["reopened"],
    )


def quantity(results: Results, quantity_id: str) -> Document:
    """The quantity of that id, as the report shows it.

    Raises:
        UnknownNameError: If there is none, with the nearest.
    """
    return ConflictReport.of(results, quantity=quantity_id).document
