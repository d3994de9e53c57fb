"""The conflict report: what a run found, in every format that people and machines read."""

from __future__ import annotations

import pandas as pd
from attrs import frozen

from claimcheck.reports.arrange import arrange
from claimcheck.reports.document import Document
from claimcheck.reports.json import render_json
from claimcheck.reports.markdown import render_markdown
from claimcheck.reports.selection import Selection
from claimcheck.reports.text import render_text
from claimcheck.tables.results import Results


@frozen(eq=False, repr=False)
class ConflictReport:
    """What a run found, for people: summary, conflicts worst first, and all the rest.

    Attributes:
        results: The tables that it is made from; it reads nothing else and computes nothing.
        selection: What the reader asked for.
    """

    results: Results
    selection: Selection

    @classmethod
    def of(
        cls,
        results: Results,
        *,
        quantity: str | None = None,
        check: str | None = None,
        level: str | None = None,
    ) -> ConflictReport:
        """The report on *results*.

        Args:
            results: The tables of a run.
            quantity: Show this quantity whole; None shows all.
            check: Show the findings of this check, all of them; None shows all checks.
            level: Show findings of this level and above; None shows all levels.

        Raises:
            UnknownNameError: If there is no such quantity, check or level, with the nearest.
        """
        return cls(results, Selection.of(results, quantity=quantity, check=check, level=level))

    @property
    def document(self) -> Document:
        """The report, arranged for reading, before any format."""
        return arrange(self.results, self.selection)

    @property
    def findings(self) -> pd.DataFrame:
        """The findings asked for, worst first."""
        return self.selection.findings(self.results)

    def to_text(self, width: int = 100, *, color: bool = False) -> str:
        """The report for a terminal of *width* columns."""
        return render_text(self.document, width=width, color=color)

    def to_markdown(self) -> str:
        """The report as Markdown."""
        return render_markdown(self.document)

    def to_json(self) -> str:
        """The tables as JSON; the schema is :func:`claimcheck.reports.json.schema`."""
        return render_json(self.results, self.selection)

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        return self.to_text()
