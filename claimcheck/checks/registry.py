"""All checks in one list, and the run of all of them over the tables."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd
from attrs import frozen

from claimcheck.checks import (
    agreement,
    anachronism,
    contradiction,
    digit_slip,
    disputed,
    echo,
    explained_by_scope,
    explained_by_time,
    false_precision,
    implausible_growth,
    impossible,
    magnitude_slip,
    no_figure,
    order_of_magnitude,
    part_exceeds_whole,
    rounding_agreement,
    self_contradiction,
    single_source,
    stale,
    sum_mismatch,
    trend,
    undated,
    unit_slip,
    wide_range,
)
from claimcheck.checks.check import Check, Hits, Over, Rows, claim_hits
from claimcheck.checks.telling import COLUMNS, tell
from claimcheck.checks.words import ClaimWords
from claimcheck.settings import Settings
from claimcheck.tables import columns as c
from claimcheck.values.relation import Level

CONFLICT_NAMES = (
    magnitude_slip.CHECK,
    unit_slip.CHECK,
    digit_slip.CHECK,
    order_of_magnitude.CHECK,
    self_contradiction.CHECK,
    contradiction.CHECK,
)
"""The names of one conflict, the most specific first: a pair gets the first that holds."""

CHECKS: tuple[Check, ...] = (
    *CONFLICT_NAMES,
    implausible_growth.CHECK,
    sum_mismatch.CHECK,
    part_exceeds_whole.CHECK,
    impossible.CHECK,
    disputed.CHECK,
    wide_range.CHECK,
    stale.CHECK,
    undated.CHECK,
    single_source.CHECK,
    false_precision.CHECK,
    anachronism.CHECK,
    explained_by_time.CHECK,
    explained_by_scope.CHECK,
    trend.CHECK,
    rounding_agreement.CHECK,
    agreement.CHECK,
    echo.CHECK,
    no_figure.CHECK,
)


@frozen(eq=False)
class Tables:
    """What checks may ask for, by the name of the parameter."""

    claims: pd.DataFrame
    pairs: pd.DataFrame
    totals: pd.DataFrame
    sources: pd.DataFrame
    settings: Settings


def run(tables: Tables) -> Mapping[str, Hits | Rows]:
    """What every check found, by its name: hits, or for pairs their positions alone."""
    found: dict[str, Hits | Rows] = {}
    named = np.zeros(len(tables.pairs), bool)
    for check in CHECKS:
        result = check.find(
            **{name: getattr(tables, name) for name in inspect.signature(check.find).parameters}
        )
        if isinstance(result, Hits):
            found[check.name] = result
        elif check.over is Over.CLAIMS:
            found[check.name] = claim_hits(result, severity=np.zeros(len(result)))
        elif check in CONFLICT_NAMES:
            found[check.name] = np.flatnonzero(result & ~named).astype(np.int32)
            named |= result
        else:
            found[check.name] = np.flatnonzero(result).astype(np.int32)
    return found


def findings(
    found: Mapping[str, Hits | Rows], tables: Tables, measured: Callable[[Rows], pd.DataFrame]
) -> pd.DataFrame:
    """Put the hits into words: one row a finding, worst first (``tables/columns.py``).

    Args:
        found: What each check found.
        tables: The tables in which it was found.
        measured: The rows of the pair table at given positions, with all that is told of them.
    """
    words = ClaimWords.of(tables.claims, tables.sources, tables.settings)
    rows: list[list[Any]] = [
        row for check in CHECKS for row in tell(check, found[check.name], words, measured)
    ]
    order = {check.name: place for place, check in enumerate(CHECKS)}
    rank = {str(level): level.rank for level in Level}
    rows.sort(key=lambda row: (rank[row[2]], -row[3], order[row[1]], row[7]))
    text = dict.fromkeys((c.FINDING_ID, c.CHECK, c.LEVEL, c.QUANTITY_ID), "str")
    text |= dict.fromkeys((c.MESSAGE, c.ARITHMETIC, c.HINT), "str")
    numbers = dict.fromkeys((c.SEVERITY, c.RATIO, c.GAP), "float64")
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(text | numbers)
