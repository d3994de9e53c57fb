"""Arranges changes for reading; the renderers of reports make text and Markdown of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from claimcheck.changes.claims import AFTER, BEFORE, CHANGE, CHANGED, GONE, NEW, REVISION
from claimcheck.changes.findings import DECIDED, NOTE, REOPENED
from claimcheck.changes.quantities import CORE_AFTER, CORE_BEFORE
from claimcheck.reports.document import Block, Brief, Document, Paragraph, Section, Table
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
        *_sections("findings", _FINDINGS, findings, _findings),
        *_sections("claims", _CLAIMS, claims, _claims),
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
    blocks: Callable[[pd.DataFrame], tuple[Block, ...]],
) -> list[Section]:
    return [
        _section(f"{name}-{change}", title, frame[frame[CHANGE] == change], blocks)
        for change, title in titles.items()
        if (frame[CHANGE] == change).any()
    ]


def _section(
    name: str,
    title: str,
    rows: pd.DataFrame,
    blocks: Callable[[pd.DataFrame], tuple[Block, ...]],
) -> Section:
    more = len(rows) - _MOST
    return Section(
        name=name,
        title=title,
        total=len(rows),
        blocks=blocks(rows.head(_MOST)),
        left_out=f"and {more:,} more: --format json has them all" if more > 0 else "",
    )


def _findings(rows: pd.DataFrame) -> tuple[Brief, ...]:
    return tuple(
        Brief(
            check=row[c.CHECK],
            title=f"{row[c.QUANTITY_ID]} · {row[c.FINDING_ID]}".removeprefix(" · "),
            message=f"{row[c.MESSAGE]} — {row[NOTE]}" if row[NOTE] else row[c.MESSAGE],
            claim_ids=tuple(row[c.CLAIM_IDS]),
        )
        for row in rows.to_dict("records")
    )


def _claims(rows: pd.DataFrame) -> tuple[Table, ...]:
    columns = [c.CLAIM_ID, c.SOURCE_ID, c.QUANTITY_ID, BEFORE, AFTER]
    headings = ["claim", "source", "quantity", "before", "now"]
    shown = [name for name in columns if (rows[name] != "").any()]
    return (_table(rows, shown, [headings[columns.index(name)] for name in shown]),)


def _quantity_sections(quantities: pd.DataFrame) -> list[Section]:
    if quantities.empty:
        return []
    return [_section("quantities", "Quantities that stand otherwise", quantities, _quantities)]


def _quantities(rows: pd.DataFrame) -> tuple[Table, ...]:
    columns = [c.QUANTITY_ID, BEFORE, AFTER, CORE_BEFORE, CORE_AFTER]
    return (_table(rows, columns, ["quantity", "was", "is", "core before", "core now"]),)


def _table(rows: pd.DataFrame, columns: list[str], headings: list[str]) -> Table:
    cells = zip(*(rows[name].astype("str") for name in columns), strict=True)
    return Table(headings=tuple(headings), rows=tuple(cells))


def _counts(frame: pd.DataFrame) -> str:
    counts = frame[CHANGE].value_counts(sort=False)
    return ", ".join(f"{count:,} {change}" for change, count in counts.items()) or "as before"
