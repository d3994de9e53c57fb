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
from claimcheck.values.relation import Level

PAGE: Final = 50
ALL: Final = "all"
STATES: Final = ("open", "decided", ALL)
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
        level: The level that was asked for; empty where the list has none.
        elsewhere: How many have the text asked for, and are left out by the other filters.
    """

    rows: tuple[Any, ...]
    total: int
    page: int
    pages: int
    choices: Mapping[str, tuple[str, ...]]
    level: str = ""
    elsewhere: int = 0


@frozen(kw_only=True)
class Link:
    """One finding of a quantity, to be ruled on.

    Attributes:
        finding_id: The finding.
        check: The rule that found it.
        message: Why, in one sentence.
        is_conflict: Whether it is a conflict.
        state: ``open`` or ``decided``.
    """

    finding_id: str
    check: str
    message: str
    is_conflict: bool
    state: str


def findings(results: Results, asked: Asked) -> Shown:
    """The findings asked for by level, check, state and text, as cards, worst first.

    Unless another level or a check is asked for, they are conflicts where there are any.
    """
    found = results.findings
    keep = pd.Series(data=True, index=found.index)
    has_conflicts = (found[c.LEVEL] == Level.CONFLICT).any()
    first = str(Level.CONFLICT) if has_conflicts and not asked.get(c.CHECK) else ALL
    level = asked.get(c.LEVEL) or first
    if level != ALL:
        keep &= found[c.LEVEL] == level
    if asked.get(c.CHECK):
        keep &= found[c.CHECK] == asked[c.CHECK]
    state = asked.get("state", "open")
    if state != ALL:
        keep &= is_open(found) == (state != "decided")
    text = asked.get("q", "").casefold()
    matches = _mentioning(results, text) if text else pd.Series(data=True, index=found.index)
    keep &= matches
    rows, page, pages = _cut(found[keep], asked)
    catalogue = Catalogue.of(results, rows[c.CLAIM_IDS].explode().dropna())
    cards = tuple(card(row, catalogue) for row in rows.to_dict("records"))
    choices = {
        c.LEVEL: (*map(str, Level), ALL),
        c.CHECK: tuple(found[c.CHECK].unique()),
    }
    return Shown(
        rows=cards,
        total=int(keep.sum()),
        page=page,
        pages=pages,
        choices=choices,
        level=level,
        elsewhere=int((matches & ~keep).sum()),
    )


def _mentioning(results: Results, text: str) -> pd.Series[bool]:
    """Mask of the findings that have *text* in their words, their ids, or those of their claims."""
    found, claims = results.findings, results.claims
    names = results.sources.set_index(c.SOURCE_ID)[c.TITLE]
    titles = claims[c.SOURCE_ID].map(names).fillna("")
    said = claims[c.CLAIM_ID] + " " + claims[c.SOURCE_ID] + " " + titles + " " + claims[c.FIGURE]
    hits = claims.loc[said.str.casefold().str.contains(text, regex=False), c.CLAIM_ID]
    ours = found[c.CLAIM_IDS].explode().isin(set(hits)).groupby(level=0).any()
    words = found[c.MESSAGE] + " " + found[c.QUANTITY_ID] + " " + found[c.FINDING_ID]
    return words.str.casefold().str.contains(text, regex=False) | ours.reindex(
        found.index, fill_value=False
    )


def next_open(results: Results, finding_id: str) -> str:
    """The open finding to rule on after this one: of its level, the next worst; empty for none."""
    found = results.findings
    at = found[c.FINDING_ID] == finding_id
    level = found.loc[at, c.LEVEL].iloc[0]
    ids = found.loc[(is_open(found) & (found[c.LEVEL] == level)) | at, c.FINDING_ID].tolist()
    place = ids.index(finding_id)
    others = [*ids[place + 1 :], *ids[:place]]
    return others[0] if others else ""


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


def of_quantity(results: Results, quantity_id: str) -> tuple[Link, ...]:
    """The findings of a quantity, worst first."""
    found = results.findings[results.findings[c.QUANTITY_ID] == quantity_id]
    states = is_open(found).map({True: "open", False: "decided"})
    return tuple(
        Link(finding_id=name, check=check, message=why, is_conflict=conflict, state=state)
        for name, check, why, conflict, state in zip(
            found[c.FINDING_ID],
            found[c.CHECK],
            found[c.MESSAGE],
            found[c.LEVEL] == Level.CONFLICT,
            states,
            strict=True,
        )
    )


def _cut(rows: pd.DataFrame, asked: Asked) -> tuple[pd.DataFrame, int, int]:
    pages = max(1, -(-len(rows) // PAGE))
    wanted = asked.get("page", "1")
    page = min(max(int(wanted), 1), pages) if wanted.isdecimal() else 1
    return rows.iloc[(page - 1) * PAGE : page * PAGE], page, pages
