"""What is otherwise in one run than in another, as tables, and how it is shown."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
from attrs import frozen

from claimcheck.changes.arrange import arrange
from claimcheck.reports.document import Document
from claimcheck.reports.markdown import render_markdown
from claimcheck.reports.text import render_text


@frozen(eq=False, repr=False, kw_only=True)
class Changes:
    """What is otherwise in a new run than in an old one.

    Attributes:
        old: Name of the old run.
        new: Name of the new run.
        claims: One row a claim: change (new, gone, changed, revision), claim_id, quantity_id,
            source_id, earlier (the claim whose figure it revises), before and after, in words.
        findings: One row a finding: change (new, gone, changed, reopened, decided, revision),
            finding_id, check, level, severity, quantity_id, claim_ids, message, note.
        quantities: One row a quantity: change (new, gone, changed), quantity_id, before and
            after (status), core_before and core_after, in words.
    """

    old: str
    new: str
    claims: pd.DataFrame
    findings: pd.DataFrame
    quantities: pd.DataFrame

    @property
    def is_empty(self) -> bool:
        """Whether nothing is otherwise."""
        return self.claims.empty and self.findings.empty and self.quantities.empty

    @property
    def document(self) -> Document:
        """The changes, arranged for reading, before any format."""
        return arrange(self.old, self.new, self.claims, self.findings, self.quantities)

    def to_text(self, width: int = 100, *, color: bool = False) -> str:
        """The changes for a terminal of *width* columns."""
        return render_text(self.document, width=width, color=color)

    def to_markdown(self) -> str:
        """The changes as Markdown."""
        return render_markdown(self.document)

    def to_json(self) -> str:
        """The changes as one JSON object: old, new, claims, findings, quantities."""
        tables = {
            name: _records(getattr(self, name)) for name in ("claims", "findings", "quantities")
        }
        told = {"old": self.old, "new": self.new, **tables}
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"

    def __repr__(self) -> str:
        counts = f"{len(self.claims)} claims, {len(self.findings)} findings"
        return f"<Changes: {counts}, {len(self.quantities)} quantities>"


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): cell for name, cell in row.items()} for row in frame.to_dict("records")]
