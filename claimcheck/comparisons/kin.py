"""Whom a claim repeats besides its origin, and therefore does not confirm."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from claimcheck.tables import columns as c
from claimcheck.tables.meeting import meets_any

Codes = npt.NDArray[np.int64]

_CLAIM, _ORIGIN, _CHILD, _PARENT, _QUANTITY = (
    "claim", "origin", "child", "parent", "quantity",
)  # fmt: skip


def kin_of(
    claims: pd.DataFrame,
    source: Codes,
    origin: Codes,
    own: np.ndarray,
    above: Mapping[int, set[int]],
) -> Codes:
    """Pairs (claim, origin) of a claim and an origin that it repeats, shape (m, 2).

    An own voice repeats the origins of the figures that its document credits and that it shares a
    value with. An origin with several parents repeats them, and whom they repeat themselves where
    they speak of the quantity in their own voice.

    Args:
        claims: Claims with quantity_code, votes and the possible ends.
        source: Code of the document of each claim, shape (n,).
        origin: Code of its origin, shape (n,).
        own: Whether the document credits nobody else, shape (n,).
        above: The ancestors of every source with several parents, by code.
    """
    if own.all() and not above:
        return np.zeros((0, 2), np.int64)
    told = pd.DataFrame(
        {
            _CLAIM: np.arange(len(claims)),
            _QUANTITY: claims[c.QUANTITY_CODE].to_numpy(),
            _PARENT: source,
            _ORIGIN: origin,
        }
    )
    votes = claims[c.VOTES].to_numpy()
    return np.concatenate(
        [_of_own_voices(claims, told, votes, own), _of_several_parents(told, votes & own, above)]
    )


def _of_own_voices(
    claims: pd.DataFrame, told: pd.DataFrame, votes: np.ndarray, own: np.ndarray
) -> Codes:
    credited = told[votes & ~own]
    if not len(credited):
        return np.zeros((0, 2), np.int64)
    voices = [_QUANTITY, _PARENT, _ORIGIN]
    heard = credited[voices].drop_duplicates()
    echoes = told[votes & own].drop(columns=_ORIGIN).merge(heard, on=[_QUANTITY, _PARENT])
    both = pd.concat([echoes, credited])
    group = both.groupby(voices, sort=False).ngroup().to_numpy()
    lower, upper = (
        claims[name].to_numpy()[both[_CLAIM].to_numpy()]
        for name in (c.POSSIBLE_LOWER, c.POSSIBLE_UPPER)
    )
    first, rest = slice(0, len(echoes)), slice(len(echoes), None)
    meets = meets_any(
        lower[first], upper[first], group[first], lower[rest], upper[rest], group[rest]
    )
    return echoes.loc[meets, [_CLAIM, _ORIGIN]].to_numpy(np.int64)


def _of_several_parents(
    told: pd.DataFrame, voiced: np.ndarray, above: Mapping[int, set[int]]
) -> Codes:
    kin = [(child, parent) for child, parents in above.items() for parent in sorted(parents)]
    related = pd.DataFrame(kin, columns=[_CHILD, _PARENT], dtype=np.int64)
    repeating = told.rename(columns={_ORIGIN: _CHILD})[[_CLAIM, _QUANTITY, _CHILD]]
    repeating = repeating[repeating[_CHILD].isin(related[_CHILD])]
    if not len(repeating):
        return np.zeros((0, 2), np.int64)
    heard = told.loc[voiced, [_QUANTITY, _PARENT, _ORIGIN]].drop_duplicates()
    behind = heard.merge(related, on=_PARENT).merge(repeating, on=[_QUANTITY, _CHILD])
    behind = behind[behind[_ORIGIN] != behind[_CHILD]]
    named = repeating.merge(related, on=_CHILD).rename(columns={_PARENT: _ORIGIN})
    return pd.concat([behind[[_CLAIM, _ORIGIN]], named[[_CLAIM, _ORIGIN]]]).to_numpy(np.int64)
