"""Renders what a run found as JSON: the tables, column by column, under a published schema."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterator, Mapping
from importlib.resources import files
from typing import Any

import numpy as np
import pandas as pd

from claimcheck.reports.selection import Selection
from claimcheck.tables import columns as c
from claimcheck.tables.results import Results


def render_json(results: Results, selection: Selection) -> str:
    """The tables of *results* as JSON, one row a line; infinities and NaN are null.

    The findings are those of *selection*; with a quantity, so are the quantities and claims.
    The sources are always all, since they name each other as parents, and so are the quantities
    that may be one.
    """
    quantities, claims = results.quantities, results.claims
    if selection.quantity is not None:
        quantities = quantities[quantities[c.QUANTITY_ID] == selection.quantity]
        claims = claims[claims[c.QUANTITY_ID] == selection.quantity]
    head = f'"dossier": {dumped(results.name)},\n"summary": {dumped(plain(results.summary))}'
    tables = {
        "quantities": quantities,
        "findings": selection.findings(results),
        "claims": claims,
        "sources": results.sources,
        "alike": results.alike,
    }
    body = ",\n".join(f'"{name}": {_table(frame)}' for name, frame in tables.items())
    return f"{{{head},\n{body}}}\n"


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every report satisfies."""
    text = files("claimcheck.reports").joinpath("report.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def columns(frame: pd.DataFrame) -> dict[str, list[Any]]:
    """The columns of *frame* as plain values: lists for tuples, None for what is no number."""
    return {str(name): _column(frame.iloc[:, place]) for place, name in enumerate(frame.columns)}


def _records(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    named = columns(frame)
    return (dict(zip(named, row, strict=True)) for row in zip(*named.values(), strict=True))


def _table(frame: pd.DataFrame) -> str:
    rows = ",\n".join(dumped(record) for record in _records(frame))
    return f"[\n{rows}]" if rows else "[]"


def _column(column: pd.Series[Any]) -> list[Any]:
    if isinstance(column.dtype, np.dtype) and column.dtype.kind == "f":
        return column.astype(object).where(np.isfinite(column), None).tolist()
    if isinstance(column.dtype, np.dtype) and column.dtype.kind in "iub":
        return column.tolist()
    return [plain(value) for value in column.tolist()]


def plain(value: object) -> Any:  # noqa: ANN401 - JSON knows many types
    """*value* as JSON has it: lists for collections, None for what is no finite number."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, Collection):
        return [plain(inner) for inner in value]
    if isinstance(value, np.generic):
        return plain(value.item())
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return None if value is pd.NaT or value is pd.NA else str(value)


def dumped(value: object) -> str:
    """*value* as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
