"""Arranges what a run found as a document: summary, conflicts worst first, and the rest."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from claimcheck.reports.cards import brief, card
from claimcheck.reports.catalogue import Catalogue, Row, text
from claimcheck.reports.decided import is_decided, is_ruled
from claimcheck.reports.document import Block, Document, Paragraph, Section, Table
from claimcheck.reports.quantity import arrange_quantity, combined, roll
from claimcheck.reports.selection import Selection
from claimcheck.reports.shelves import DECIDED, SHELVES, Shelf, shelf_of
from claimcheck.tables import columns as c
from claimcheck.tables.results import Results
from claimcheck.values import wording
from claimcheck.values.relation import Level

_QUANTITIES = 60
_UNREAD = 20
_ALIKE = 20


def arrange(results: Results, selection: Selection, *, share: float = 1.0) -> Document:
    """The document for *selection* of *results*.

    Args:
        results: The tables of a run.
        selection: What the reader asked for.
        share: Lists are capped at this share of their usual length.
    """
    if selection.quantity is not None:
        return arrange_quantity(results, selection, selection.quantity)
    found = selection.findings(results)
    sections = [*_shelved(results, found, selection, share)]
    if selection.is_everything:
        sections += [*beside_findings(results), *_quantities(results, share)]
    elif not sections:
        sections = [_nothing(selection)]
    return Document(
        title=_title(results, selection),
        summary=summary(results),
        sections=tuple(sections),
    )


def beside_findings(results: Results) -> tuple[Section, ...]:
    """What no finding tells: figures that could not be read, names that may mean one thing."""
    return (*_unread(results), *_alike(results))


def summary(results: Results) -> tuple[tuple[str, str], ...]:
    """What is read in ten seconds, as names with their values."""
    told = results.summary
    claims, sources, quantities = (
        _count(told, name) for name in (c.CLAIMS, c.SOURCES, "quantities")
    )
    about = wording.counted(quantities, "quantity", "quantities")
    read = f"{wording.counted(claims, 'claim')} from {wording.counted(sources, 'source')}"
    pairs = [("read", f"{read} about {about}")]
    if unparsed := _count(told, "unparsed"):
        pairs.append(("unread", f"{wording.counted(unparsed, 'figure')} could not be read"))
    if count := len(results.alike):
        words = wording.counted(count, "pair of names", "pairs of names")
        pairs.append(("alike", f"{words} may mean one thing, not compared"))
    pairs += [
        (name, f"{total:,}: {checks}" if total else "none")
        for name, total, checks in levels(results)
    ]
    pairs += _decided(results.findings)
    if statuses := _mapping(told.get("statuses")):
        pairs.append(("quantities", tally(statuses)))
    if summarised := _count(told, c.SUMMARISED):
        words = wording.counted(summarised, "quantity", "quantities")
        pairs.append(("summarised", f"{words} of very many claims: counts, and the deepest pairs"))
    return tuple(pairs)


def levels(results: Results) -> Iterator[tuple[str, int, str]]:
    """Each level in words, how many open findings it has, and how many of each check."""
    findings = results.findings[~is_decided(results.findings)]
    for level, name in zip(Level, ("conflicts", "warnings", "notes"), strict=True):
        counts = findings.loc[findings[c.LEVEL] == level, c.CHECK].value_counts().to_dict()
        yield name, sum(counts.values()), tally(counts)


def _decided(findings: pd.DataFrame) -> list[tuple[str, str]]:
    decided = int(is_decided(findings).sum())
    reopened = int(is_ruled(findings).sum()) - decided
    counts = (("decided", decided, ", not counted above"), ("open again", reopened, ""))
    return [
        (name, f"{wording.counted(count, 'finding')}{told}")
        for name, count, told in counts
        if count
    ]


def _shelved(
    results: Results, found: pd.DataFrame, selection: Selection, share: float
) -> list[Section]:
    shelves = (*SHELVES, DECIDED)
    rows: dict[str, list[int]] = {shelf.name: [] for shelf in shelves}
    names = {
        pair: shelf_of(*pair).name for pair in set(zip(found[c.CHECK], found[c.LEVEL], strict=True))
    }
    told = zip(found[c.CHECK], found[c.LEVEL], is_decided(found), strict=True)
    for position, (check, level, decided) in enumerate(told):
        rows[DECIDED.name if decided else names[check, level]].append(position)
    shown = {
        shelf.name: rows[shelf.name]
        if selection.check
        else rows[shelf.name][: math.ceil(shelf.cap * share)]
        for shelf in shelves
    }
    records = {name: found.iloc[positions].to_dict("records") for name, positions in shown.items()}
    mentioned = [
        claim_id for kept in records.values() for record in kept for claim_id in record[c.CLAIM_IDS]
    ]
    catalogue = Catalogue.of(results, mentioned)
    return [
        _section(shelf, found.iloc[rows[shelf.name]], records[shelf.name], catalogue)
        for shelf in shelves
        if rows[shelf.name]
    ]


def _section(
    shelf: Shelf, found: pd.DataFrame, records: Sequence[Row], catalogue: Catalogue
) -> Section:
    show = card if shelf.whole else brief
    left = len(found) - len(records)
    checks = found[c.CHECK].iloc[len(records) :].value_counts()
    ways = " or ".join(f"--check {name}" for name in checks.index)
    return Section(
        name=shelf.name,
        title=shelf.title,
        total=len(found),
        blocks=tuple(show(record, catalogue) for record in records),
        left_out=f"and {left:,} more: {ways} shows them" if left else "",
    )


def _unread(results: Results) -> list[Section]:
    claims = results.claims
    unread = claims[claims[c.UNREAD].fillna("") != ""]
    if unread.empty:
        return []
    rows = unread.head(_UNREAD).to_dict("records")
    left = len(unread) - len(rows)
    return [
        Section(
            name="unread",
            title="Figures that could not be read",
            total=len(unread),
            blocks=(
                Table(
                    headings=("claim", "figure", "why"),
                    rows=tuple(
                        (text(row, c.CLAIM_ID), text(row, c.FIGURE), text(row, c.UNREAD))
                        for row in rows
                    ),
                ),
            ),
            left_out=f"and {left:,} more: --format json lists them" if left else "",
        )
    ]


def _alike(results: Results) -> list[Section]:
    found = results.alike
    if found.empty:
        return []
    catalogue, left = Catalogue.of(results, ()), len(found) - _ALIKE
    columns = (c.DIFFER, c.NAME, c.OTHER_NAME, c.QUANTITY_ID)
    table = Table(
        headings=("differ in", "one", "other", "of"),
        rows=tuple(
            (differ, one, other, catalogue.quantity(quantity_id))
            for differ, one, other, quantity_id in found[list(columns)]
            .head(_ALIKE)
            .itertuples(index=False)
        ),
    )
    return [
        Section(
            name="alike",
            title="Names that may mean one thing",
            total=len(found),
            blocks=(Paragraph(_NOT_COMPARED), table),
            left_out=f"and {left:,} more: --format json lists them" if left > 0 else "",
        )
    ]


def _quantities(results: Results, share: float) -> list[Section]:
    if results.quantities.empty:
        return [Section(name="none", title="No claims", blocks=(Paragraph(_EMPTY),))]
    several = combined(results.quantities)
    shown = several.head(math.ceil(_QUANTITIES * share))
    blocks: list[Block] = [roll(shown)] if len(shown) else []
    single = len(results.quantities) - len(several)
    if single:
        words = wording.counted(single, "quantity has one claim", "quantities have one claim each")
        blocks.append(Paragraph(f"{words} and nothing to be held against."))
    left = len(several) - len(shown)
    return [
        Section(
            name="quantities",
            title="What the sources agree on, by quantity",
            total=len(results.quantities),
            blocks=tuple(blocks),
            left_out=f"and {left:,} more: --quantity ID shows one whole" if left else "",
        )
    ]


_NOT_COMPARED = (
    "Their figures are not compared. Spell names alike where one thing is meant, and give units"
    " that can be converted into each other."
)
_EMPTY = (
    "There is no claim in this dossier yet. Write one row a figure in claims.csv; "
    "`claimcheck new FOLDER` makes a folder with an example."
)


def _nothing(selection: Selection) -> Section:
    asked = ", ".join(selection.words).removeprefix("check ")
    return Section(
        name="nothing",
        title="Nothing found",
        total=0,
        blocks=(Paragraph(f"No finding of {asked} in this dossier."),),
    )


def _title(results: Results, selection: Selection) -> str:
    return wording.joined([results.name or "Claims", *selection.words], ", ")


def _count(told: Mapping[str, object], name: str) -> int:
    value = told.get(name, 0)
    return int(value) if isinstance(value, int | float) else 0


def _mapping(value: object) -> dict[str, int]:
    return dict(value) if isinstance(value, Mapping) else {}


def tally(counts: Mapping[Any, int]) -> str:
    """How many of each, most first."""
    most = sorted(counts.items(), key=lambda pair: -pair[1])
    return ", ".join(f"{count:,} {name}" for name, count in most if count)
