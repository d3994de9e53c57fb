"""What every row of a sources table and of a totals table keeps."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

import numpy as np
import pandas as pd

from claimcheck.tables import columns as c
from claimcheck.tables.rules import (
    Explanation,
    Rule,
    dated,
    filled,
    is_among,
    known,
    meant,
    names_in,
    nearest,
    one_of,
    unique,
)
from claimcheck.tables.shapes import KINDS


def source_rules(sources: pd.DataFrame, rows: np.ndarray) -> tuple[Rule, ...]:
    """The rules of *sources*, a typed table; *rows* are its spreadsheet rows, ``(n,)``."""
    if c.SOURCE_ID not in sources:
        return (one_of(c.KIND, KINDS), dated(c.PUBLISHED))
    return (
        filled(c.SOURCE_ID),
        unique(sources[c.SOURCE_ID], rows),
        one_of(c.KIND, KINDS),
        dated(c.PUBLISHED),
        *_derivations(sources[c.SOURCE_ID]),
    )


def total_rules(claim_ids: pd.Series[str] | None) -> tuple[Rule, ...]:
    """The rules of a totals table.

    Args:
        claim_ids: The claims that there are; None where their table has no such column.
    """
    references = (
        []
        if claim_ids is None
        else [known(column, claim_ids, table="the claims") for column in (c.WHOLE, c.PART)]
    )
    return (
        *(filled(column) for column in c.TOTAL_REQUIRED),
        *references,
        one_of(c.COMPLETE, ("yes", "no")),
        Rule(
            name="no whole is its own part",
            column=c.PART,
            reads=(c.WHOLE,),
            holds=lambda totals: (totals[c.WHOLE] != totals[c.PART]) | (totals[c.PART] == ""),
            explain=lambda bad: [
                (f"{part!r} is a part of itself", "name the claim of the part")
                for part in bad[c.PART]
            ],
        ),
        Rule(
            name="a part stands once in a total",
            column=c.PART,
            reads=(c.TOTAL_ID,),
            holds=lambda totals: ~totals.duplicated([c.TOTAL_ID, c.PART]),
            explain=lambda bad: [
                (f"{part!r} is a part of {total!r} already", "keep one of the two rows")
                for total, part in zip(bad[c.TOTAL_ID], bad[c.PART], strict=True)
            ],
        ),
        _same_throughout(c.WHOLE, "one whole"),
        _same_throughout(c.COMPLETE, "one answer to complete"),
    )


def _same_throughout(column: str, words: str) -> Rule:
    def holds(totals: pd.DataFrame) -> pd.Series[bool]:
        first = totals.groupby(c.TOTAL_ID)[column].transform("first")
        return (totals[column] == first) | (totals[c.TOTAL_ID] == "") | (totals[column] == "")

    return Rule(
        name=f"a total has {words}",
        column=column,
        reads=(c.TOTAL_ID,),
        holds=holds,
        explain=lambda bad: [
            (
                f"the first row of {total!r} has another {column} than {cell!r}",
                f"give a total {words}, or this row another total_id",
            )
            for total, cell in zip(bad[c.TOTAL_ID], bad[column], strict=True)
        ],
    )


def _derivations(source_ids: pd.Series[str]) -> tuple[Rule, ...]:
    """Whom a source copies is there, and nobody copies itself in a circle."""

    def all_known(cells: pd.Series[str]) -> pd.Series[bool]:
        names = names_in(cells)
        bad = names.index[~is_among(names, source_ids)]
        return pd.Series(~cells.index.isin(bad), index=cells.index)

    def explain_unknown(bad: pd.DataFrame) -> list[Explanation]:
        names = names_in(bad[c.DERIVED_FROM])
        wrong = names[~is_among(names, source_ids)]
        near = nearest(wrong, source_ids)
        mend = "add it to the sources, or name source_ids separated by ;"
        return [
            (f"{name!r} is not in the sources", meant(near.get(name), mend))
            for name in wrong.groupby(level=0).first().reindex(bad.index)
        ]

    def no_circle(sources: pd.DataFrame) -> pd.Series[bool]:
        return ~sources[c.SOURCE_ID].isin(circles(sources))

    def explain_circle(bad: pd.DataFrame) -> list[Explanation]:
        circle = circles(bad)
        hint = "let derived_from name the earlier source only"
        return [
            (f"{name!r} is derived from itself: {' from '.join(circle[name])}", hint)
            for name in bad[c.SOURCE_ID]
        ]

    return (
        Rule(
            name="derived_from is there",
            column=c.DERIVED_FROM,
            holds=all_known,
            explain=explain_unknown,
        ),
        Rule(
            name="derived_from runs in no circle",
            column=c.DERIVED_FROM,
            reads=(c.SOURCE_ID,),
            holds=no_circle,
            explain=explain_circle,
        ),
    )


def circles(sources: pd.DataFrame) -> dict[str, list[str]]:
    """For every source that is derived from itself, the way that leads back to it.

    Args:
        sources: The columns ``source_id`` and ``derived_from`` are read.

    >>> circles(pd.DataFrame({"source_id": ["a", "b", "c"], "derived_from": ["b", "a", "a"]}))
    {'a': ['a', 'b', 'a'], 'b': ['b', 'a', 'b']}
    """
    parents = names_in(sources[c.DERIVED_FROM])
    children = sources[c.SOURCE_ID].reindex(parents.index)
    graph: dict[str, set[str]] = {}
    for child, parent in zip(children, parents, strict=True):
        graph.setdefault(child, set()).add(parent)
    found: dict[str, list[str]] = {}
    while (circle := _circle(graph)) is not None:
        members = circle[:-1]
        for place, name in enumerate(members):
            found[name] = [*members[place:], *members[: place + 1]]
        for name in members:
            graph.pop(name)
    return found


def _circle(graph: dict[str, set[str]]) -> list[str] | None:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))
    return None
