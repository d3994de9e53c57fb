"""Arranges changes for reading; the renderers of reports make text and Markdown of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from claimcheck.changes.claims import AFTER, BEFORE, CHANGE, CHANGED, GONE, NEW, REVISION
from claimcheck.changes.findings import DECIDED, NOTE, REOPENED
from claimcheck.changes.quantities import CORE_AFTER, CORE_BEFORE
from claimcheck.reports.document import Document, Paragraph, Section, Table
from claimcheck.tables import columns as c

_MOST = 200
_CLAIMS = {
    REVISION: "Revisions: a source gives another figure than before",
    CHANGED: "Changed claims",
    NEW: "New claims",
    GONE: "Claims that are gone",
}
_FINDINGS = {
    REOPENED: "Findings that are open again",
    NEW: "New findings",
    CHANGED: "Findings whose figures changed",
    REVISION: "Found between a figure and its revision: no conflict",
    DECIDED: "Decided since",
    GONE: "Findings that are gone",
}


def arrange(
    old: str, new: str, claims: pd.DataFrame, findings: pd.DataFrame, quantities: pd.DataFrame
) -> Document:
    """The document of what changed between the runs called *old* and *new*."""
    sections = [
        *_sections("findings", _FINDINGS, findings, _finding_table),
        *_sections("claims", _CLAIMS, claims, _claim_table),
        *_quantity_sections(quantities),
    ]
    if not sections:
        sections = [Section(name="none", title="Nothing changed", blocks=(Paragraph("Nothing."),))]
    summary = tuple(
        (name, _counts(frame))
        for name, frame in (
            ("claims", claims),
            ("findings", findings),
            ("quantities", quantities),
        )
    )
    return Document(
        title=f"What changed: {old or 'before'} → {new or 'now'}",
        summary=summary,
        sections=tuple(sections),
    )


def _sections(
    name: str,
    titles: Mapping[str, str],
    frame: pd.DataFrame,
    table: Callable[[pd.DataFrame], Table],
) -> list[Section]:
    return [
        _section(f"{name}-{change}", title, frame[frame[CHANGE] == change], table)
        for change, title in titles.items()
        if (frame[CHANGE] == change).any()
    ]


def _section(
    name: str, title: str, rows: pd.DataFrame, table: Callable[[pd.DataFrame], Table]
) -> Section:
    more = len(rows) - _MOST
    return Section(
        name=name,
        title=title,
        total=len(rows),
        blocks=(table(rows.head(_MOST)),),
        left_out=f"and {more:,} more: --format json has them all" if more > 0 else "",
    )


def _finding_table(rows: pd.DataFrame) -> Table:
    columns = [c.FINDING_ID, c.CHECK, c.QUANTITY_ID, c.MESSAGE]
    headings = ["finding", "check", "quantity", "what"]
    if (rows[NOTE] != "").any():
        columns, headings = [*columns, NOTE], [*headings, "ruling"]
    return _table(rows, columns, headings)


def _claim_table(rows: pd.DataFrame) -> Table:
    columns = [c.CLAIM_ID, c.SOURCE_ID, c.QUANTITY_ID, BEFORE, AFTER]
    headings = ["claim", "source", "quantity", "before", "now"]
    shown = [name for name in columns if (rows[name] != "").any()]
    return _table(rows, shown, [headings[columns.index(name)] for name in shown])


def _quantity_sections(quantities: pd.DataFrame) -> list[Section]:
    if quantities.empty:
        return []
    return [_section("quantities", "Quantities that stand otherwise", quantities, _quantity_table)]


def _quantity_table(rows: pd.DataFrame) -> Table:
    columns = [c.QUANTITY_ID, BEFORE, AFTER, CORE_BEFORE, CORE_AFTER]
    return _table(rows, columns, ["quantity", "was", "is", "core before", "core now"])


def _table(rows: pd.DataFrame, columns: list[str], headings: list[str]) -> Table:
    cells = zip(*(rows[name].astype("str") for name in columns), strict=True)
    return Table(headings=tuple(headings), rows=tuple(cells))


def _counts(frame: pd.DataFrame) -> str:
    counts = frame[CHANGE].value_counts(sort=False)
    return ", ".join(f"{count:,} {change}" for change, count in counts.items()) or "as before"
