"""Frames of a dossier as rows of the store, and rows as frames."""

from __future__ import annotations

import hashlib
import json
import math
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

import pandas as pd
from attrs import frozen
from sqlalchemy import Table

from claimcheck.store.schema import CLAIMS, SOURCES, TOTALS
from claimcheck.tables import columns as c

Key = tuple[str, ...]
_LONGEST_KEY = 500


@frozen(eq=False)
class Kind:
    """One kind of row: its table, the columns as written, and those that name a row.

    Attributes:
        table: Its table in the database.
        columns: The columns as written, in order.
        key: The columns that name a row across its versions.
        subject: The columns that tell what a row is about, by which two of one id are told apart.
        word: What one row is called.
    """

    table: Table
    columns: tuple[str, ...]
    key: tuple[str, ...]
    subject: tuple[str, ...]
    word: str

    @property
    def name(self) -> str:
        """Name of the table."""
        return self.table.name


_WORK = (c.TITLE, c.PUBLISHER, c.AUTHOR, c.URL)
_STATEMENT = (c.SUBJECT, c.MEASURE, c.PLACE, c.SOURCE_ID)
SOURCE_ROWS: Final = Kind(SOURCES, c.SOURCE_COLUMNS, (c.SOURCE_ID,), _WORK, "source")
CLAIM_ROWS: Final = Kind(CLAIMS, c.CLAIM_COLUMNS, (c.CLAIM_ID,), _STATEMENT, "claim")
TOTAL_ROWS: Final = Kind(TOTALS, c.TOTAL_COLUMNS, (c.TOTAL_ID, c.PART), (), "total")
KINDS: Final = (SOURCE_ROWS, CLAIM_ROWS, TOTAL_ROWS)


def subject_key(subject: str) -> str:
    """The subject without regard to case, width and spacing; shortened where it is very long.

    >>> subject_key("The  Caspian SEA")
    'the caspian sea'
    """
    key = folded(subject)
    if len(key) <= _LONGEST_KEY:
        return key
    return hashlib.blake2b(key.encode(errors="surrogatepass"), digest_size=32).hexdigest()


def folded(text: str) -> str:
    """*text* without regard to case, width and spacing."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def rows_of(kind: Kind, frame: pd.DataFrame) -> list[dict[str, object]]:
    """The rows of *frame* as the table of *kind* keeps them, less the columns of their version.

    Cells of other columns go together into ``extra``, as JSON.
    """
    names = list(kind.columns)
    extras = [name for name in frame.columns if name not in kind.columns]
    plain = [_cells(frame[name]) for name in names]
    rows = [
        {
            **dict(zip(names, cells, strict=True)),
            "extra": _json(more),
            "content": _digest(cells, more),
        }
        for cells, more in zip(zip(*plain, strict=True), _extra(frame[extras]), strict=True)
    ]
    if kind is CLAIM_ROWS:
        keys = {subject: subject_key(subject) for subject in frame[c.SUBJECT].unique()}
        for row in rows:
            row["subject_key"] = keys[str(row[c.SUBJECT])]
    return rows


def key_of(kind: Kind, row: dict[str, object]) -> Key:
    """What names *row* across its versions."""
    return tuple(str(row[name]) for name in kind.key)


def says_nothing(kind: Kind, row: dict[str, object]) -> bool:
    """Whether *row* is a source of which only the id is known."""
    known = [name for name in kind.columns if name != c.SOURCE_ID]
    return kind is SOURCE_ROWS and not row["extra"] and not any(row[name] for name in known)


def frame_of(kind: Kind, rows: Iterable[Sequence[object]]) -> pd.DataFrame:
    """The frame of *rows*, each the columns of *kind* and ``extra`` last."""
    columns = list(zip(*rows, strict=True)) or [()] * (len(kind.columns) + 1)
    plain = {
        name: pd.Series(list(cells), dtype="float64" if name in c.NUMERIC else "str")
        for name, cells in zip(kind.columns, columns, strict=False)
    }
    return pd.DataFrame({**plain, **_extra_columns(columns[-1])})


def _cells(column: pd.Series) -> list[object]:
    if column.name in c.NUMERIC:
        return [None if math.isnan(end) else end for end in column.tolist()]
    return column.tolist()


def _extra(frame: pd.DataFrame) -> list[dict[str, str]]:
    if frame.columns.empty:
        return [{}] * len(frame)
    texts = frame.astype("str").fillna("")
    return [
        dict(zip(texts.columns, cells, strict=True))
        for cells in zip(*(texts[name].tolist() for name in texts.columns), strict=True)
    ]


def _extra_columns(cells: Iterable[object]) -> dict[str, pd.Series[str]]:
    decoded = [json.loads(cell) if isinstance(cell, str) and cell else {} for cell in cells]
    names = dict.fromkeys(name for row in decoded for name in row)
    return {name: pd.Series([row.get(name, "") for row in decoded], dtype="str") for name in names}


def _json(cells: dict[str, str]) -> str:
    return json.dumps(cells, ensure_ascii=False) if cells else ""


def _digest(cells: Sequence[object], extra: dict[str, str]) -> str:
    """Digest of what a row says; an empty cell of another column says nothing."""
    more = sorted((name, text) for name, text in extra.items() if text)
    text = json.dumps([*cells, *more])
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
