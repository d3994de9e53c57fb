"""What a check is: a rule over tables, its words, and cases on both sides of its line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

import numpy as np
import numpy.typing as npt
import pandas as pd
from attrs import frozen

from claimcheck.tables import columns as c
from claimcheck.values.relation import Level

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int64]


class Over(StrEnum):
    """What a check looks at one by one."""

    PAIRS = "pairs"
    CLAIMS = "claims"
    GROUPS = "groups"


@frozen(eq=False)
class Hits:
    """Findings before they are put into words.

    Attributes:
        rows: Positions of the claims found, hit after hit, shape (m,).
        hit: To which hit each belongs, ascending from 0, shape (m,).
        severity: Severity of each hit, shape (h,).
        ratio: Ratio of each hit, NaN where it has none, shape (h,).
        at: Position of each hit in the table that was looked at, shape (h,).
    """

    rows: Rows
    hit: Rows
    severity: Floats
    ratio: Floats
    at: Rows

    @classmethod
    def of(
        cls, members: list[list[int]], severity: list[float] | None = None,
        ratio: list[float] | None = None,
    ) -> Hits:  # fmt: skip
        """Hits from the claims of each, with severity 0 and no ratio where none is given."""
        count = len(members)
        sizes = [len(rows) for rows in members]
        return cls(
            rows=np.array([row for rows in members for row in rows], np.int64),
            hit=np.repeat(np.arange(count), sizes),
            severity=np.zeros(count) if severity is None else np.array(severity, np.float64),
            ratio=np.full(count, np.nan) if ratio is None else np.array(ratio, np.float64),
            at=np.arange(count),
        )

    def __len__(self) -> int:
        return len(self.severity)


def claim_hits(mask: Flags, *, severity: Floats, ratio: Floats | None = None) -> Hits:
    """One hit for each claim in *mask*, with its share of *severity* and *ratio*, shape (n,)."""
    rows = np.flatnonzero(mask)
    return Hits(
        rows=rows,
        hit=np.arange(len(rows)),
        severity=severity[rows],
        ratio=np.full(len(rows), np.nan) if ratio is None else ratio[rows],
        at=rows,
    )


def pair_hits(pairs: pd.DataFrame) -> Hits:
    """One hit for each of *pairs*, with its severity and ratio; the index is the position."""
    return Hits(
        rows=pairs[[c.LEFT_ROW, c.RIGHT_ROW]].to_numpy(np.int64).reshape(-1),
        hit=np.repeat(np.arange(len(pairs)), 2),
        severity=pairs[c.SEVERITY].to_numpy(),
        ratio=pairs[c.RATIO].to_numpy(),
        at=pairs.index.to_numpy(),
    )


def grouped_hits(rows: Rows, code: Rows, chosen: Rows) -> Hits:
    """One hit for each group in *chosen*, of all the rows that have its code.

    Args:
        rows: Positions of claims, shape (n,).
        code: Group of each, shape (n,).
        chosen: Codes of the groups found, ascending, shape (h,).
    """
    place = np.searchsorted(chosen, code)
    inside = place < len(chosen)
    inside[inside] = chosen[place[inside]] == code[inside]
    order = np.argsort(place[inside], kind="stable")
    count = len(chosen)
    return Hits(
        rows=rows[inside][order],
        hit=place[inside][order],
        severity=np.zeros(count),
        ratio=np.full(count, np.nan),
        at=np.arange(count),
    )


@frozen
class Case:
    """A small dossier and whether the check finds something in it.

    Attributes:
        claims: Claims, each as the columns that matter; the others are filled in.
        flagged: Whether the check finds something.
        totals: Totals, where the check is about them.
        sources: Sources, where the check is about them.
    """

    claims: tuple[Mapping[str, str], ...]
    flagged: bool
    totals: tuple[Mapping[str, str], ...] = ()
    sources: tuple[Mapping[str, str], ...] = ()


def said(figure: str, by: str, **columns: str) -> dict[str, str]:
    """One claim of a case: the phrase, the source, and other columns by name."""
    return {"figure": figure, "source_id": by, **columns}


@frozen
class Check:
    """One rule.

    Attributes:
        name: Its name.
        level: How much its findings ask of the reader.
        over: What it looks at.
        message: One sentence with the numbers; the names in braces stand in ``words.py``.
        hint: What to look up next.
        arithmetic: How the numbers of the message came about; empty where the message says all.
        find: The rule: a mask over pairs or claims, or ``Hits`` over groups. It is given the
            tables that its parameters name.
        leads: Whether the first claim of a hit is the one that it is about.
        cases: Small dossiers on both sides of the line.
        why: The explanation, as Markdown.
    """

    name: str
    level: Level
    over: Over
    message: str
    hint: str
    find: Callable[..., Flags | Hits]
    cases: tuple[Case, ...]
    why: str
    arithmetic: str = ""
    leads: bool = False
