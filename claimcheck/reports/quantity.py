"""Quantities: a roll of what their sources agree on, and one quantity shown whole."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from claimcheck.reports.cards import card
from claimcheck.reports.catalogue import Catalogue, Row, quantity_name, text
from claimcheck.reports.document import Document, Entry, Paragraph, Roll, Section, Table
from claimcheck.reports.selection import Selection
from claimcheck.tables import columns as c
from claimcheck.tables.results import Results
from claimcheck.values import wording
from claimcheck.values.relation import Severity

_CLAIMS = 200
_FINDINGS = 100
_ENDS = {
    "core": (c.CORE_LOWER, c.CORE_UPPER),
    "median": (c.MEDIAN_LOWER, c.MEDIAN_UPPER),
    "10–90 %": (c.SPREAD_LOWER, c.SPREAD_UPPER),
    "envelope": (c.ENVELOPE_LOWER, c.ENVELOPE_UPPER),
}


def combined(quantities: pd.DataFrame) -> pd.DataFrame:
    """The quantities of more than one claim: those of several origins first, then the severest."""
    several = quantities[quantities[c.CLAIMS] > 1]
    ranks = several[[c.SEVERITY, c.CLAIMS]].assign(**{c.ORIGINS: several[c.ORIGINS] > 1})
    order = ranks.sort_values([c.ORIGINS, c.SEVERITY, c.CLAIMS], ascending=False, kind="stable")
    return several.loc[order.index]


def roll(quantities: pd.DataFrame) -> Roll:
    """One entry a quantity: status, unit, core, median and envelope."""
    return Roll(entries=tuple(_entry(row) for row in quantities.to_dict("records")))


def ends(row: Row, name: str) -> str:
    """The core, median, 10–90 % or envelope of a row of quantities, in words."""
    lower, upper = _ENDS[name]
    return wording.interval(float(row[lower]), float(row[upper]), text(row, c.UNIT))


def _entry(row: Row) -> Entry:
    return Entry(
        title=quantity_name(row),
        quantity_id=text(row, c.QUANTITY_ID),
        status=text(row, c.STATUS),
        facts=(
            ("claims", wording.number(row[c.CLAIMS])),
            ("origins", wording.number(row[c.ORIGINS])),
            ("unit", text(row, c.UNIT)),
            *((name, ends(row, name)) for name in ("core", "median", "envelope")),
        ),
    )


def arrange_quantity(results: Results, selection: Selection, quantity_id: str) -> Document:
    """One quantity whole: all its claims, its camps, and every finding that touches it."""
    claims = results.claims[results.claims[c.QUANTITY_ID] == quantity_id]
    found = selection.findings(results)
    shown = found.head(_FINDINGS).to_dict("records")
    elsewhere = (name for row in shown for name in row[c.CLAIM_IDS])
    catalogue = Catalogue.of(results, {*claims[c.CLAIM_ID].head(_CLAIMS), *elsewhere})
    row = catalogue.quantities[quantity_id]
    left = len(found) - len(shown)
    return Document(
        title=quantity_name(row),
        summary=_facts(row),
        sections=(
            Section(
                name="claims",
                title="Claims",
                total=len(claims),
                blocks=(_claims(claims.head(_CLAIMS), catalogue, text(row, c.UNIT)),),
                left_out=_more(len(claims) - _CLAIMS),
            ),
            *_camps(results, quantity_id, text(row, c.UNIT)),
            Section(
                name="findings",
                title="Findings",
                total=len(found),
                blocks=tuple(card(record, catalogue) for record in shown)
                or (Paragraph("Nothing was found about this quantity."),),
                left_out=_more(left),
            ),
        ),
    )


def _facts(row: Row) -> tuple[tuple[str, str], ...]:
    severity = Severity.of(float(row[c.SEVERITY]))
    votes = f"{row[c.DEPTH]:,} of {wording.counted(row[c.ORIGINS], 'origin')} share the core"
    agreed = text(row, c.STATUS) in {"agreed", "majority"}
    pairs = [
        ("id", text(row, c.QUANTITY_ID)),
        ("status", wording.joined([text(row, c.STATUS), votes if agreed else ""], ": ")),
        ("unit", text(row, c.UNIT)),
        ("kind", text(row, c.MEASURE_KIND)),
        *((name, ends(row, name)) for name in _ENDS),
        (
            "severity",
            "" if severity is Severity.NONE else f"{severity} ({wording.share(row[c.SEVERITY])})",
        ),
        ("newest", wording.time(text(row, c.NEWEST))),
        ("apart", _apart(int(row[c.APART]))),
        ("dissenters", ", ".join(filter(None, text(row, c.DISSENTERS).split(";")))),
        ("summarised", "counts and the deepest pairs alone" if row[c.SUMMARISED] else ""),
    ]
    return tuple((name, value) for name, value in pairs if value)


def _apart(count: int) -> str:
    return f"{wording.counted(count, 'claim')} of other times" if count else ""


def _claims(claims: pd.DataFrame, catalogue: Catalogue, unit: str) -> Table:
    return Table(
        headings=("claim", "figure", "leaves possible", "when", "stance", "who says it", "camp"),
        rows=tuple(_claim(row, catalogue, unit) for row in claims.to_dict("records")),
    )


def _claim(row: Row, catalogue: Catalogue, unit: str) -> tuple[str, ...]:
    said = catalogue.statement(text(row, c.CLAIM_ID))
    possible = wording.interval(float(row[c.POSSIBLE_LOWER]), float(row[c.POSSIBLE_UPPER]), unit)
    camp = int(row[c.CAMP])
    return (
        said.claim_id,
        said.figure,
        possible or text(row, c.UNREAD),
        said.when,
        said.stance,
        said.credited,
        str(camp + 1) if camp >= 0 else "",
    )


def _camps(results: Results, quantity_id: str, unit: str) -> Iterable[Section]:
    camps = results.camps[results.camps[c.QUANTITY_ID] == quantity_id]
    if camps.iloc[1:].empty:
        return
    rows = camps.to_dict("records")
    yield Section(
        name="camps",
        title="Camps",
        total=len(rows),
        blocks=(
            Table(
                headings=("camp", "core", "origins", "claims"),
                rows=tuple(
                    (
                        str(int(row[c.CAMP]) + 1),
                        wording.interval(row[c.CORE_LOWER], row[c.CORE_UPPER], unit),
                        wording.number(row[c.ORIGINS]),
                        ", ".join(row[c.CLAIM_IDS]),
                    )
                    for row in rows
                ),
                numeric=frozenset({2}),
            ),
        ),
    )


def _more(left: int) -> str:
    return f"and {left:,} more: --format json lists them" if left > 0 else ""
