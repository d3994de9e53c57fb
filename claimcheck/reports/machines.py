"""Findings as the rows that SARIF, GitHub annotations and JUnit all write in their own way."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pandas as pd
from attrs import frozen

from claimcheck.reports.catalogue import text
from claimcheck.reports.places import Places
from claimcheck.tables import columns as c


@frozen(kw_only=True)
class Notice:
    """One finding, with its place.

    Attributes:
        finding_id: Stable name of the finding.
        check: The rule that found it.
        level: ``conflict``, ``warning`` or ``info``.
        message: Why, in one sentence with the numbers.
        hint: What to look up next.
        severity: Between 0 and 1.
        ratio: How many times the larger is the smaller; None where there is no ratio.
        file: The file of the claims.
        claims: The claims, each with its line; None where that is not known. First is the one
            that stands last in the file, where rows are added.
        names: The claims in words: with sheet and row where they have no line.
    """

    finding_id: str
    check: str
    level: str
    message: str
    hint: str
    severity: float
    ratio: float | None
    file: str
    claims: tuple[tuple[str, int | None], ...]
    names: tuple[str, ...]

    @property
    def line(self) -> int | None:
        """The line of the first claim whose line is known."""
        return next((line for _, line in self.claims if line is not None), None)


def notices(findings: pd.DataFrame, places: Places) -> Iterator[Notice]:
    """One notice a finding, in the same order."""
    for row in findings.to_dict("records"):
        ratio = float(row[c.RATIO])
        claims = [(claim, places.line(claim)) for claim in row[c.CLAIM_IDS]]
        claims.sort(key=lambda claim: -(claim[1] or 0))
        yield Notice(
            finding_id=text(row, c.FINDING_ID),
            check=text(row, c.CHECK),
            level=text(row, c.LEVEL),
            message=text(row, c.MESSAGE),
            hint=text(row, c.HINT),
            severity=float(row[c.SEVERITY]),
            ratio=ratio if math.isfinite(ratio) else None,
            file=places.file,
            claims=tuple(claims),
            names=tuple(places.name(claim) for claim, _ in claims),
        )
