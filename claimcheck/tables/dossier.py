"""Claims, sources and totals of one subject, checked once and trusted after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import PurePath
from typing import TypeVar

import numpy as np
import pandas as pd
from attrs import frozen

from claimcheck.errors import DossierError, InvalidClaimError, Problem
from claimcheck.model.claim import Claim
from claimcheck.model.source import Source
from claimcheck.tables import columns as c
from claimcheck.tables.frames import claims_frame, sources_frame
from claimcheck.tables.raw import RawTable, typed
from claimcheck.tables.shapes import CLAIM_SHAPE, SOURCE_SHAPE, TOTAL_SHAPE


@frozen(eq=False)
class Whence:
    """Where the rows of a table came from.

    Attributes:
        file: Name of the file, or of the table where it has none.
        rows: The row of each row as a spreadsheet counts, shape (n,); None where they follow the
            header without a gap.
    """

    file: str
    rows: np.ndarray | None = None

    @classmethod
    def of(cls, raw: RawTable) -> Whence:
        """Where *raw* came from."""
        return cls(raw.file, raw.rows)

    def row(self, position: int) -> int:
        """The row of the spreadsheet at a position counted from 0."""
        return position + 2 if self.rows is None else int(self.rows[position])


@frozen(eq=False, repr=False, kw_only=True)
class Dossier:
    """Claims, sources and totals of one subject.

    The three tables have all columns of the specification, in its order, and after them those
    that came along: text as dtype ``str`` with "" where nothing is given, ends as float64 with
    NaN, days as proleptic ordinals. Their index counts from 0.

    Attributes:
        claims: One row a mention of a figure in a source.
        sources: One row a source; made from the ids where none were given.
        totals: One row a part of a whole; no rows where none were given.
        name: What to call it; empty where it has no name.
        decisions: What people ruled on findings; None where there is no record of it.
        claims_from: The file and the rows that the claims came from, for messages.
        totals_from: The same for the totals.

    >>> claims = pd.DataFrame({
    ...     "claim_id": [1], "source_id": ["s"], "subject": ["x"], "measure": ["count"],
    ...     "figure": ["about 5"], "unit": ["people"], "stance": ["supports"],
    ... })
    >>> Dossier.of(claims).claims.loc[0, ["claim_id", "stance"]].tolist()
    ['1', 'asserts']
    """

    claims: pd.DataFrame
    sources: pd.DataFrame
    totals: pd.DataFrame
    name: str = ""
    decisions: pd.DataFrame | None = None
    claims_from: Whence = Whence("claims")
    totals_from: Whence = Whence("totals")

    @classmethod
    def of(
        cls,
        claims: pd.DataFrame | Iterable[Claim],
        sources: pd.DataFrame | Iterable[Source] | None = None,
        totals: pd.DataFrame | None = None,
        *,
        name: str = "",
    ) -> Dossier:
        """The dossier of tables that a program holds already.

        Args:
            claims: One row a claim, with the columns of ``claims.csv``; or claims as values.
            sources: One row a source; None to make them from the ids.
            totals: One row a part of a whole; None for none.
            name: What to call it.

        Raises:
            DossierError: With every bad row, counted as in a spreadsheet, where row 2 is the
                first below the header, and with its label in the index.
            InvalidClaimError: If *claims* or *sources* are neither a table nor values, or
                *totals* are no table.
        """
        if not isinstance(claims, pd.DataFrame):
            claims = claims_frame(_values(claims, Claim))
        if sources is not None and not isinstance(sources, pd.DataFrame):
            sources = sources_frame(_values(sources, Source))
        if totals is not None and not isinstance(totals, pd.DataFrame):
            raise InvalidClaimError(
                f"a {type(totals).__name__} is no table of totals",
                "give a DataFrame with the columns of totals.csv",
            )
        return cls.of_tables(
            RawTable.of(claims, "claims"),
            None if sources is None else RawTable.of(sources, "sources"),
            None if totals is None else RawTable.of(totals, "totals"),
            name=name,
        )

    @classmethod
    def of_tables(
        cls,
        claims: RawTable,
        sources: RawTable | None = None,
        totals: RawTable | None = None,
        *,
        name: str = "",
        decisions: pd.DataFrame | None = None,
        problems: Iterable[Problem] = (),
    ) -> Dossier:
        """The dossier of tables as they came from files.

        Args:
            claims: The claims.
            sources: The sources; None to make them from the ids.
            totals: The totals; None for none.
            name: What to call it.
            decisions: A table of decisions, checked already.
            problems: What was found wrong before; raised with all the rest.

        Raises:
            DossierError: With every bad row of every table.
        """
        from claimcheck.tables import schemas  # noqa: PLC0415 - imports pandera, which is slow

        claim_table = typed(claims, CLAIM_SHAPE)
        total_table = typed(totals or RawTable.of(_EMPTY_TOTALS, "totals"), TOTAL_SHAPE)
        source_table = None if sources is None else typed(sources, SOURCE_SHAPE)
        source_frame = None if source_table is None else source_table.frame
        found = [
            *problems,
            *schemas.claim_problems(claim_table, _names(source_frame, c.SOURCE_ID)),
            *(schemas.source_problems(source_table) if source_table else ()),
            *schemas.total_problems(total_table, _names(claim_table.frame, c.CLAIM_ID)),
        ]
        if found:
            raise DossierError(found)
        return cls(
            claims=claim_table.frame,
            sources=_sources_of(claim_table.frame) if source_frame is None else source_frame,
            totals=total_table.frame,
            name=name,
            decisions=decisions,
            claims_from=Whence.of(claims),
            totals_from=Whence("totals") if totals is None else Whence.of(totals),
        )

    def _repr_html_(self) -> str:
        head = self.claims.head(_SHOWN_CLAIMS).to_html(notebook=True)
        return f"<p><strong>{escape(repr(self))}</strong></p>{head}"

    def __repr__(self) -> str:
        counts = f"{len(self.claims):,} claims, {len(self.sources):,} sources"
        totals = f"{self.totals[c.TOTAL_ID].nunique():,} totals"
        return f"<Dossier {self.name!r}: {counts}, {totals}>"


def checked_dossier(given: object) -> Dossier:
    """*given*, where it is a dossier.

    Raises:
        InvalidClaimError: If it is none, but a frame, say.
    """
    if not isinstance(given, Dossier):
        hint = "make one of a frame by Dossier.of(frame); a result has one in result.dossier"
        raise InvalidClaimError(f"a {type(given).__name__} is no dossier", hint)
    return given


def _values(given: object, kind: type[_Value]) -> list[_Value]:
    """The claims or sources that a caller holds as values.

    Raises:
        InvalidClaimError: If something else is among them, with what to make of it.
    """
    noun = kind.__name__.lower()
    if isinstance(given, str | PurePath):
        raise InvalidClaimError(f"{str(given)!r} is no table", "read it first, by read_dossier")
    if isinstance(given, Mapping):
        raise InvalidClaimError(f"a {type(given).__name__} is no table of {noun}s", _OF_COLUMNS)
    listed: list[object] = list(given) if isinstance(given, Iterable) else [given]
    values = [value for value in listed if isinstance(value, kind)]
    if len(values) < len(listed):
        strange = next(value for value in listed if not isinstance(value, kind))
        hint = f"a DataFrame with the columns of {noun}s.csv, or {kind.__name__} values"
        hint = f"give a dossier, {hint}" if kind is Claim else f"give {hint}"
        if isinstance(strange, Mapping):
            hint = f"give pandas.DataFrame(rows), or {kind.__name__}.from_row(row) for each row"
        raise InvalidClaimError(f"a {type(strange).__name__} is no {noun}", hint)
    return values


_Value = TypeVar("_Value", Claim, Source)
_OF_COLUMNS = "give pandas.DataFrame(columns) of a mapping of columns"
_SHOWN_CLAIMS = 10
_EMPTY_TOTALS = pd.DataFrame({name: pd.Series(dtype="str") for name in c.TOTAL_COLUMNS})


def _names(frame: pd.DataFrame | None, column: str) -> pd.Series[str] | None:
    return frame[column] if frame is not None and column in frame else None


def _sources_of(claims: pd.DataFrame) -> pd.DataFrame:
    """A source for every id that the claims name, with nothing else known of it."""
    named = pd.concat([claims[c.SOURCE_ID], claims[c.ORIGIN_ID]], ignore_index=True).unique()
    sources = pd.DataFrame({c.SOURCE_ID: pd.Series(named, dtype="str")})
    sources = sources[sources[c.SOURCE_ID] != ""].reset_index(drop=True)
    return sources.assign(**dict.fromkeys(c.SOURCE_COLUMNS[1:], "")).astype("str")
