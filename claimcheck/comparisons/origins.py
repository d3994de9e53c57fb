"""Who stands behind a claim: the origin for which it votes, and who is whose echo."""

from __future__ import annotations

from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd
from attrs import frozen

from claimcheck.comparisons.credits import Credits
from claimcheck.comparisons.kin import kin_of
from claimcheck.tables import columns as c

Codes = npt.NDArray[np.int64]


@frozen(eq=False)
class Origins:
    """The origin of each claim.

    Attributes:
        code: Code of the origin, shape (n,): the one credited, else the source, each followed to
            whom it credits in this quantity, else to its single parent, and further.
        names: Source ids by code.
        source: Code of the document, shape (n,), in the same names.
        own_voice: Whether the document credits nobody else, shape (n,).
        kin: Pairs (claim, origin) of a position and a code, shape (m, 2), of claims that repeat
            another origin than their own, and confirm it no more (``comparisons.kin``).
    """

    code: Codes
    names: npt.NDArray[np.object_]
    source: Codes
    own_voice: npt.NDArray[np.bool_]
    kin: Codes

    def are_kin(self, claims: Codes, others: Codes) -> npt.NDArray[np.bool_]:
        """Whether one of two claims repeats the origin of the other, shape (m,).

        Args:
            claims: Positions of claims, shape (m,).
            others: Positions of the claims that they are compared with, shape (m,).
        """
        if not len(self.kin):
            return np.zeros(len(claims), np.bool_)
        return self._repeats(claims, self.code[others]) | self._repeats(others, self.code[claims])

    def _repeats(self, claims: Codes, origins: Codes) -> npt.NDArray[np.bool_]:
        keys = claims * len(self.names) + origins
        place = np.searchsorted(self._known, keys)
        return self._known[np.minimum(place, len(self._known) - 1)] == keys

    @cached_property
    def _known(self) -> Codes:
        return np.sort(self.kin[:, 0] * len(self.names) + self.kin[:, 1])


def origins_of(claims: pd.DataFrame, sources: pd.DataFrame) -> Origins:
    """Resolve the origin of each claim.

    Reads source_id, origin_id, quantity_code, votes, the said and the possible ends of the claims,
    source_id and derived_from of the sources.
    """
    document, credited = claims[c.SOURCE_ID], claims[c.ORIGIN_ID]
    own = ((credited == "") | (credited == document)).to_numpy()
    code, documents = pd.factorize(document)
    ids = pd.Index(
        pd.concat([sources[c.SOURCE_ID], documents.to_series(), credited[~own]]).unique()
    ).sort_values()
    derived = sources[sources[c.DERIVED_FROM] != ""]
    parents = {
        source: [parent.strip() for parent in text.split(";") if parent.strip()]
        for source, text in zip(derived[c.SOURCE_ID], derived[c.DERIVED_FROM], strict=True)
    }
    above = np.arange(len(ids), dtype=np.int64)
    for name, above_it in parents.items():
        if len(above_it) == 1:
            above[ids.get_loc(name)] = ids.get_loc(above_it[0])
    root = {name: _root(name, parents) for name in parents}
    several = {
        int(ids.get_loc(name)): set(ids.get_indexer(sorted(_ancestors(name, parents, root))))
        for name, above_it in parents.items()
        if len(above_it) > 1
    }
    source = ids.get_indexer(documents).astype(np.int64)[code]
    upstream = source.copy()
    upstream[~own] = _places(credited[~own], ids)
    origin = _followed(upstream, own, above, Credits.of(claims, source, upstream, len(ids)))
    kin = kin_of(claims, source, origin, own, several)
    return Origins(origin, ids.to_numpy(dtype=object), source, own, kin)


def _followed(
    upstream: Codes,
    own: npt.NDArray[np.bool_],
    above: Codes,
    credit: Credits,
) -> Codes:
    """The last that each claim leads back to, shape (n,).

    Args:
        upstream: Code of the one credited, else of the document, shape (n,).
        own: Whether the document credits nobody else, shape (n,).
        above: Code of the single parent by code; the code itself where there is none.
        credit: Whom the documents credit. Two that credit each other lead nowhere.
    """
    found = np.where(own, above[upstream], upstream)
    rows = np.flatnonzero(~own | (found != upstream))
    for _ in range(len(above)):
        rows = rows[credit.may_lead_on[found[rows]] | (above[found[rows]] != found[rows])]
        if not len(rows):
            return found
        origin = credit.behind(rows, found[rows])
        following = np.where(origin >= 0, origin, above[found[rows]])
        rows, following = rows[following != found[rows]], following[following != found[rows]]
        found[rows] = following
    found[rows] = _ends(above)[upstream[rows]]
    return found


def _ends(above: Codes) -> Codes:
    """The last parent by code."""
    while not np.array_equal(above, above[above]):
        above = above[above]
    return above


def _places(names: pd.Series[str], ids: pd.Index[str]) -> Codes:
    """Where each of *names*, which often repeat, stands in *ids*, shape (n,)."""
    code, distinct = pd.factorize(names)
    return ids.get_indexer(distinct).astype(np.int64)[code]


def _root(name: str, parents: dict[str, list[str]]) -> str:
    seen = {name}
    while len(parents.get(name, ())) == 1 and parents[name][0] not in seen:
        name = parents[name][0]
        seen.add(name)
    return name


def _ancestors(name: str, parents: dict[str, list[str]], root: dict[str, str]) -> set[str]:
    found: set[str] = set()
    waiting = list(parents.get(name, ()))
    while waiting:
        parent = waiting.pop()
        if parent not in found:
            found |= {parent, root.get(parent, parent)}
            waiting += parents.get(parent, ())
    return found - {name}
