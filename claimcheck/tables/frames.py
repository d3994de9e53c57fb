"""Claims and sources as values, to and from the rows of their tables; tables put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from claimcheck.model.claim import Claim
from claimcheck.model.decision import DECISION_COLUMNS, Decision
from claimcheck.model.source import Source
from claimcheck.tables import columns as c


def claims_frame(claims: Iterable[Claim]) -> pd.DataFrame:
    """The claims as a table: text columns of dtype ``str``, ends as float64 with NaN.

    >>> claims_frame([]).columns[0]
    'claim_id'
    """
    return _frame([claim.to_row() for claim in claims], c.CLAIM_COLUMNS)


def sources_frame(sources: Iterable[Source]) -> pd.DataFrame:
    """The sources as a table of text."""
    return _frame([source.to_row() for source in sources], c.SOURCE_COLUMNS)


def decisions_frame(decisions: Iterable[Decision]) -> pd.DataFrame:
    """The decisions as a table of text."""
    return _frame([decision.to_row() for decision in decisions], DECISION_COLUMNS)


def beside(table: pd.DataFrame, columns: Mapping[str, npt.NDArray[np.generic]]) -> pd.DataFrame:
    """*table* with further columns after its own, whose arrays are shared and not copied."""
    more = pd.DataFrame(columns, index=table.index, copy=False)
    return pd.concat([table, more], axis=1)


def claims_from(frame: pd.DataFrame) -> tuple[Claim, ...]:
    """The claims of a claims table, in its order.

    Raises:
        InvalidClaimError: If a row is no claim; tables of a dossier have been checked.
    """
    return tuple(Claim.from_row(row) for row in _rows(frame))


def sources_from(frame: pd.DataFrame) -> tuple[Source, ...]:
    """The sources of a sources table, in its order.

    Raises:
        InvalidClaimError: If a row is no source; tables of a dossier have been checked.
    """
    return tuple(Source.from_row(row) for row in _rows(frame))


def decisions_from(frame: pd.DataFrame) -> tuple[Decision, ...]:
    """The decisions of a decisions table, in its order.

    Raises:
        InvalidClaimError: If a row is no decision.
    """
    return tuple(Decision.from_row(row) for row in _rows(frame))


def _rows(frame: pd.DataFrame) -> list[dict[str, object]]:
    return [{str(name): cell for name, cell in row.items()} for row in frame.to_dict("records")]


def _frame(rows: list[Mapping[str, object]], columns: tuple[str, ...]) -> pd.DataFrame:
    others = dict.fromkeys(name for row in rows for name in row if name not in columns)
    frame = pd.DataFrame(rows, columns=[*columns, *others])
    return frame.astype({name: "float64" if name in c.NUMERIC else "str" for name in columns})
