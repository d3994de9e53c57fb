"""The pandera schemas of the three tables, and what a table does not keep of them.

Importing pandera takes about as long as importing pandas, so that this file is imported where a
table is validated and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from claimcheck.errors import Problem
from claimcheck.tables.claim_rules import claim_rules, shown
from claimcheck.tables.other_rules import source_rules, total_rules
from claimcheck.tables.raw import TypedTable
from claimcheck.tables.rules import Rule
from claimcheck.tables.shapes import CLAIM_SHAPE, SOURCE_SHAPE, TOTAL_SHAPE, Shape


def schema_of(shape: Shape, rules: Iterable[Rule]) -> pa.DataFrameSchema:
    """The schema of a table: the dtype of every known column, and a named check for every rule.

    Args:
        shape: What the columns are; columns that it does not name are allowed.
        rules: What the rows keep.
    """
    rules = tuple(rules)
    alone = [rule for rule in rules if not rule.reads]
    return pa.DataFrameSchema(
        {
            name: pa.Column(
                "float64" if name in shape.numeric else "str",
                [_check(rule) for rule in alone if rule.column == name],
                nullable=name in shape.numeric,
            )
            for name in shape.columns
        },
        checks=[_check(rule) for rule in rules if rule.reads],
    )


def claim_problems(table: TypedTable, source_ids: pd.Series[str] | None) -> list[Problem]:
    """What is wrong with a claims table; *source_ids* is None where no sources are given."""
    rules = claim_rules(table.frame, table.raw.rows, source_ids=source_ids)
    return _problems(table, CLAIM_SHAPE, rules)


def source_problems(table: TypedTable) -> list[Problem]:
    """What is wrong with a sources table."""
    return _problems(table, SOURCE_SHAPE, source_rules(table.frame, table.raw.rows))


def total_problems(table: TypedTable, claim_ids: pd.Series[str] | None) -> list[Problem]:
    """What is wrong with a totals table; *claim_ids* is None where the claims have none."""
    return _problems(table, TOTAL_SHAPE, total_rules(claim_ids))


def _check(rule: Rule) -> pa.Check:
    return pa.Check(rule.holds, name=rule.name)


def _problems(table: TypedTable, shape: Shape, rules: Iterable[Rule]) -> list[Problem]:
    """All problems of *table*, one for a bad cell, in the order of rows and columns."""
    usable = {
        rule.name: rule for rule in rules if {rule.column, *rule.reads} <= set(table.frame.columns)
    }
    failures = _failures(schema_of(shape, usable.values()), table.frame)
    found = [*table.problems]
    for name, rule in usable.items():
        found += _explained(table, rule, failures.get(name, np.array([], dtype=int)))
    return _one_a_cell(found, shape)


def _one_a_cell(problems: Iterable[Problem], shape: Shape) -> list[Problem]:
    """The first problem of each cell; of a column that is wrong as a whole, only that."""
    found = list(problems)
    wrong_columns = {problem.column for problem in found if problem.row is None}
    columns = {name: place for place, name in enumerate(shape.columns)}
    first: dict[tuple[int, int, str], Problem] = {}
    for problem in found:
        if (
            problem.row is not None
            and problem.column is not None
            and problem.column in wrong_columns
        ):
            continue
        place = columns.get(problem.column or "", len(columns))
        first.setdefault((problem.row or 0, place, problem.column or problem.problem), problem)
    return [first[place] for place in sorted(first)]


def _failures(schema: pa.DataFrameSchema, frame: pd.DataFrame) -> dict[str, np.ndarray]:
    """The rows that fail each check, by the name of the check."""
    try:
        schema.validate(frame, lazy=True)
    except SchemaErrors as error:
        cases = error.failure_cases
        in_rows = cases[cases["index"].notna()].drop_duplicates(["check", "index"])
        return {
            str(check): np.sort(rows.to_numpy(dtype=int))
            for check, rows in in_rows.groupby("check")["index"]
        }
    return {}


def _explained(table: TypedTable, rule: Rule, rows: np.ndarray) -> list[Problem]:
    if not len(rows):
        return []
    bad = table.frame.loc[rows]
    return [
        table.raw.problem(row, rule.column, value, what, mend)
        for row, value, (what, mend) in zip(
            rows, shown(bad, rule.column), rule.explain(bad), strict=True
        )
    ]
