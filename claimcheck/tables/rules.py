"""A rule that the rows of a table keep, and the rules that several tables share."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable
from typing import Any

import numpy as np
import pandas as pd
from attrs import frozen

from claimcheck.errors import InvalidDateError
from claimcheck.tables.cells import SEPARATOR
from claimcheck.tables.times import written_time
from claimcheck.values.asof import AsOf

Explanation = tuple[str, str]
_SUGGESTIONS = 100
_SEARCHED = 2_000


@frozen(kw_only=True)
class Rule:
    """What has to hold in every row, and the words for a row in which it does not.

    Attributes:
        name: Unique in its table.
        column: Where the problem is shown.
        holds: Takes the column, or the table where *reads* is not empty; gives a mask.
        explain: Takes the table of the bad rows; gives problem and hint of each, in order.
        reads: The further columns that *holds* reads; empty where it takes the column alone.
    """

    name: str
    column: str
    holds: Callable[[Any], pd.Series[bool]]
    explain: Callable[[pd.DataFrame], list[Explanation]]
    reads: tuple[str, ...] = ()


def filled(column: str, mend: str = "") -> Rule:
    """The cell is not empty.

    Args:
        column: The column.
        mend: What to write there; empty where the name of the column says it.
    """
    mend = mend or f"give a {column}"
    return Rule(
        name=f"{column} is given",
        column=column,
        holds=lambda cells: cells != "",
        explain=lambda bad: [(f"{column} is empty", mend)] * len(bad),
    )


def unique(names: pd.Series[str], rows: np.ndarray) -> Rule:
    """No earlier row has the same name.

    Args:
        names: The column of names.
        rows: Spreadsheet row of each row, ``(n,)``, for the words.
    """
    column = str(names.name)

    def explain(bad: pd.DataFrame) -> list[Explanation]:
        firsts = names[names.isin(bad[column])].drop_duplicates()
        row_of = dict(zip(firsts, rows[firsts.index], strict=True))
        return [
            (f"{name!r} is the {column} of row {row_of[name]} already", "give each row its own")
            for name in bad[column]
        ]

    return Rule(
        name=f"{column} is unique",
        column=column,
        holds=_first_of_name,
        explain=explain,
    )


def _first_of_name(cells: pd.Series[str]) -> pd.Series[bool]:
    """Mask of the cells that are empty, or the first with their name."""
    if cells.is_unique:
        return pd.Series(data=True, index=cells.index)
    return ~cells.duplicated() | (cells == "")


def one_of(column: str, words: Collection[str]) -> Rule:
    """The cell is empty or holds one of *words*."""

    def explain(bad: pd.DataFrame) -> list[Explanation]:
        near = nearest(bad[column], words)
        allowed = f"allowed: {', '.join(words)}"
        return [
            (f"{column} {word!r} is not known", meant(near.get(word), allowed))
            for word in bad[column]
        ]

    return Rule(
        name=f"{column} is known",
        column=column,
        holds=lambda cells: cells.isin(["", *words]),
        explain=explain,
    )


def known(column: str, names: pd.Series[str], *, table: str) -> Rule:
    """The cell is empty, or names a row of another table.

    Args:
        column: The column that refers.
        names: The names that there are.
        table: Name of the table that they stand in.
    """

    def explain(bad: pd.DataFrame) -> list[Explanation]:
        near = nearest(bad[column], names)
        mend = f"add it to {table}, or mend the name"
        return [
            (f"{name!r} is not in {table}", meant(near.get(name), mend)) for name in bad[column]
        ]

    return Rule(
        name=f"{column} is in {table}",
        column=column,
        holds=lambda cells: is_among(cells, names) | (cells == ""),
        explain=explain,
    )


def dated(column: str) -> Rule:
    """The cell is empty or a date in EDTF."""

    def holds(cells: pd.Series[str]) -> pd.Series[bool]:
        bad = [text for text in cells.unique() if text and _date_fault(text)]
        return ~cells.isin(bad)

    return Rule(
        name=f"{column} is a date",
        column=column,
        holds=holds,
        explain=lambda bad: [_date_fault(text) or (text, "") for text in bad[column]],
    )


def is_among(cells: pd.Series[str], names: pd.Series[str]) -> pd.Series[bool]:
    """Mask of the cells that are one of *names*, quick where both are long.

    >>> is_among(pd.Series(["a", "b"]), pd.Series(["b"])).tolist()
    [False, True]
    """
    if cells.empty:
        return pd.Series(dtype=bool, index=cells.index)
    codes, _ = pd.factorize(pd.concat([names, cells], ignore_index=True))
    last_known = codes[: len(names)].max(initial=-1)
    return pd.Series(codes[len(names) :] <= last_known, index=cells.index)


def names_in(cells: pd.Series[str]) -> pd.Series[str]:
    """The single names of cells that list several, on the index of their cells, repeated.

    >>> names_in(pd.Series(["", "a; b"])).to_dict()
    {1: 'b'}
    """
    listed = cells[cells != ""]
    names = listed.str.split(SEPARATOR).explode().astype("str").str.strip()
    return names[names != ""]


def nearest(words: pd.Series[str], known_words: Iterable[str]) -> dict[str, str]:
    """The known word nearest to each of *words*, where one is near.

    Only the first hundred words are looked up, in the first two thousand known: a suggestion is
    a help and no search.
    """
    unique_known = pd.unique(pd.Series([*known_words][:_SEARCHED], dtype="str")).tolist()
    found = {
        word: difflib.get_close_matches(word, unique_known, n=1)
        for word in words.unique()[:_SUGGESTIONS]
    }
    return {word: near[0] for word, near in found.items() if near}


def meant(word: str | None, otherwise: str) -> str:
    """The hint that asks whether *word* was meant, if there is one, and says what else to do."""
    return f"did you mean {word}? {otherwise}" if word else otherwise


def _date_fault(text: str) -> Explanation | None:
    try:
        AsOf.parse(text)
    except InvalidDateError as error:
        return error.problem, meant(written_time(text), error.hint)
    return None
