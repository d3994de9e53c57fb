"""Compares two runs: what is new, gone, changed, revised, decided and open again."""

from __future__ import annotations

from claimcheck.changes.changes import Changes
from claimcheck.changes.claims import changed_claims
from claimcheck.changes.findings import changed_findings
from claimcheck.changes.quantities import changed_quantities
from claimcheck.tables.results import Results


def diff(old: Results, new: Results) -> Changes:
    """What is otherwise in *new* than in *old*.

    A claim in which a source gives another figure than it gave before for the same quantity and
    time is a revision; a finding between the two figures is shown as one too, and not as a
    conflict. Decisions are compared where the findings have their columns.

    Args:
        old: The earlier run.
        new: The later run.
    """
    claims = changed_claims(old.claims, new.claims)
    return Changes(
        old=old.name,
        new=new.name,
        claims=claims,
        findings=changed_findings(old.findings, new.findings, claims),
        quantities=changed_quantities(old.quantities, new.quantities),
    )
