"""The conflict report: what a run found, in every format that people and machines read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
from attrs import frozen

from claimcheck.reports.arrange import arrange
from claimcheck.reports.document import Document
from claimcheck.reports.github import render_github
from claimcheck.reports.html import render_fragment, render_page
from claimcheck.reports.json import render_json
from claimcheck.reports.junit import render_junit
from claimcheck.reports.machines import Notice, notices
from claimcheck.reports.markdown import render_markdown
from claimcheck.reports.places import Places
from claimcheck.reports.sarif import render_sarif
from claimcheck.reports.selection import Selection
from claimcheck.reports.text import render_text
from claimcheck.tables.results import Results
from claimcheck.writing import write_whole

_NOTEBOOK = 0.25


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
        claim: str | None = None,
        severity: str | None = None,
    ) -> ConflictReport:
        """The report on *results*.

        Args:
            results: The tables of a run.
            quantity: Show this quantity whole; None shows all.
            check: Show the findings of this check, all of them; None shows all checks.
            level: Show findings of this level and above; None shows all levels.
            claim: Show the findings on this claim; None shows those on all.
            severity: Show findings of this severity and above, minor, material, serious or
                order-of-magnitude, and those that measure no distance; None shows all.

        Raises:
            UnknownNameError: If there is no such quantity, check, level, claim or severity, with
                the nearest.
        """
        return cls(
            results,
            Selection.of(
                results, quantity=quantity, check=check, level=level, claim=claim, severity=severity
            ),
        )

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

    def to_html(self, path: str | Path | None = None) -> str:
        """The report as one page that needs no network; also written to *path* where one is given.

        Raises:
            OSError: If *path* cannot be written.
        """
        page = render_page(self.results, self.selection)
        if path is not None:
            write_whole(Path(path), page)
        return page

    def to_sarif(self, places: Places | None = None) -> str:
        """The findings as SARIF 2.1.0; *places* says on which lines the claims stand."""
        return render_sarif(self._notices(places))

    def to_github(self, places: Places | None = None) -> str:
        """The findings as GitHub annotations; *places* says on which lines the claims stand."""
        return render_github(self._notices(places))

    def to_junit(self, places: Places | None = None) -> str:
        """The findings as JUnit XML; *places* says on which lines the claims stand."""
        return render_junit(self._notices(places), self.results.name)

    def _notices(self, places: Places | None) -> Iterator[Notice]:
        return notices(self.findings, places or Places(file="claims.csv", lines={}))

    def _repr_html_(self) -> str:
        return render_fragment(arrange(self.results, self.selection, share=_NOTEBOOK))

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        return self.to_text()
