"""Lists for browsing: findings, quantities and subjects, filtered and by the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd
from attrs import frozen

from claimcheck.ledger import is_open
from claimcheck.reports.cards import card
from claimcheck.reports.catalogue import Catalogue
from claimcheck.reports.quantity import roll
from claimcheck.tables import columns as c
from claimcheck.tables.results import Results

PAGE: Final = 50
STATES: Final = ("open", "decided", "all")
Asked = Mapping[str, str]


@frozen(kw_only=True)
class Shown:
    """One page of a list.

    Attributes:
        rows: What is shown, ready for the template.
        total: How many there are in all.
        page: Number of this page, from 1.
        pages: How many pages there are.
        choices: For each filter, the values that there are.
    """

    rows: tuple[Any, ...]
    total: int
    page: int
    pages: int
    choices: Mapping[str, tuple[str, ...]]


def findings(results: Results, asked: Asked) -> Shown:
    """The findings asked for by level, check, state and text, as cards, worst first."""
    found = results.findings
    keep = pd.Series(data=True, index=found.index)
    for column in (c.LEVEL, c.CHECK):
        if asked.get(column):
            keep &= found[column] == asked[column]
    state = asked.get("state", "open")
    if state != "all":
        keep &= is_open(found) == (state != "decided")
    text = asked.get("q", "").casefold()
    if text:
        words = found[c.MESSAGE] + " " + found[c.QUANTITY_ID] + " " + found[c.FINDING_ID]
        keep &= words.str.casefold().str.contains(text, regex=False)
    rows, page, pages = _cut(found[keep], asked)
    catalogue = Catalogue.of(results, rows[c.CLAIM_IDS].explode().dropna())
    cards = tuple(card(row, catalogue) for row in rows.to_dict("records"))
    choices = {column: tuple(found[column].unique()) for column in (c.LEVEL, c.CHECK)}
    return Shown(rows=cards, total=int(keep.sum()), page=page, pages=pages, choices=choices)


def quantities(results: Results, asked: Asked) -> Shown:
    """The quantities asked for by status and text, most severe first."""
    found = results.quantities.sort_values([c.SEVERITY, c.CLAIMS], ascending=False, kind="stable")
    choices = {c.STATUS: tuple(sorted(found[c.STATUS].unique()))}
    if asked.get(c.STATUS):
        found = found[found[c.STATUS] == asked[c.STATUS]]
    text = asked.get("q", "").casefold()
    if text:
        names = (found[name] for name in (c.SUBJECT, c.MEASURE, c.PLACE, c.SCOPE, c.QUANTITY_ID))
        words = pd.concat(names, axis=1).agg(" ".join, axis=1)
        found = found[words.str.casefold().str.contains(text, regex=False)]
    rows, page, pages = _cut(found, asked)
    return Shown(rows=roll(rows).entries, total=len(found), page=page, pages=pages, choices=choices)


def subjects(found: pd.DataFrame, asked: Asked) -> Shown:
    """The subjects whose name has the text asked for, with the number of their claims."""
    text = asked.get("q", "").casefold()
    kept = found[found[c.SUBJECT].str.casefold().str.contains(text, regex=False)]
    rows, page, pages = _cut(kept, asked)
    return Shown(
        rows=tuple(rows[[c.SUBJECT, c.CLAIMS]].itertuples(index=False, name=None)),
        total=len(kept),
        page=page,
        pages=pages,
        choices={},
    )


def of_quantity(results: Results, quantity_id: str) -> tuple[tuple[str, str], ...]:
    """Id and check of every finding of a quantity."""
    found = results.findings[results.findings[c.QUANTITY_ID] == quantity_id]
    return tuple(zip(found[c.FINDING_ID], found[c.CHECK], strict=True))


def _cut(rows: pd.DataFrame, asked: Asked) -> tuple[pd.DataFrame, int, int]:
    pages = max(1, -(-len(rows) // PAGE))
    wanted = asked.get("page", "1")
    page = min(max(int(wanted), 1), pages) if wanted.isdecimal() else 1
    return rows.iloc[(page - 1) * PAGE : page * PAGE], page, pages
