"""Who stands behind a claim: the origin for which it votes, and who is whose echo."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
from attrs import frozen

from claimcheck.comparisons.credits import Credits
from claimcheck.tables import columns as c


@frozen(eq=False)
class Origins:
    """The origin of each claim.

    Attributes:
        code: Code of the origin, shape (n,): the one credited, else the source, each followed to
            whom it credits in this quantity, else to its single parent, and further.
        names: Source ids by code.
        source: Code of the document, shape (n,), in the same names.
        own_voice: Whether the document credits nobody else, shape (n,).
        kin: Pairs (origin, ancestor) of codes, shape (m, 2), of origins with several parents,
            which stay apart from them but confirm none of them.
    """

    code: npt.NDArray[np.int64]
    names: npt.NDArray[np.object_]
    source: npt.NDArray[np.int64]
    own_voice: npt.NDArray[np.bool_]
    kin: npt.NDArray[np.int64]

    def are_kin(
        self, left: npt.NDArray[np.int64], right: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.bool_]:
        """Whether one of two origins, by codes, has the other among its several parents."""
        if not len(self.kin):
            return np.zeros(len(left), np.bool_)
        size = len(self.names)
        known = self.kin[:, 0] * size + self.kin[:, 1]
        return np.isin(left * size + right, known) | np.isin(right * size + left, known)


def origins_of(claims: pd.DataFrame, sources: pd.DataFrame) -> Origins:
    """Resolve the origin of each claim.

    Reads source_id, origin_id, quantity_code, votes and the said ends of the claims, source_id and
    derived_from of the sources.
    """
    document, credited = claims[c.SOURCE_ID], claims[c.ORIGIN_ID]
    own = ((credited == "") | (credited == document)).to_numpy()
    ids = pd.Index(
        pd.concat([sources[c.SOURCE_ID], document, credited[~own]]).unique()
    ).sort_values()
    derived = sources[sources[c.DERIVED_FROM] != ""]
    parents = {
        source: [parent.strip() for parent in text.split(";") if parent.strip()]
        for source, text in zip(derived[c.SOURCE_ID], derived[c.DERIVED_FROM], strict=True)
    }
    above = np.arange(len(ids), dtype=np.int64)
    for name, several in parents.items():
        if len(several) == 1:
            above[ids.get_loc(name)] = ids.get_loc(several[0])
    root = {name: _root(name, parents) for name in parents}
    kin = [
        (ids.get_loc(name), ids.get_loc(ancestor))
        for name, several in parents.items()
        if len(several) > 1
        for ancestor in sorted(_ancestors(name, parents, root))
    ]
    source = _places(document, ids)
    upstream = source.copy()
    upstream[~own] = _places(credited[~own], ids)
    return Origins(
        _followed(upstream, own, above, Credits.of(claims, source, upstream, len(ids))),
        ids.to_numpy(dtype=object),
        source,
        own,
        np.array(kin, np.int64).reshape(-1, 2),
    )


def _followed(
    upstream: npt.NDArray[np.int64],
    own: npt.NDArray[np.bool_],
    above: npt.NDArray[np.int64],
    credit: Credits,
) -> npt.NDArray[np.int64]:
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


def _ends(above: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The last parent by code."""
    while not np.array_equal(above, above[above]):
        above = above[above]
    return above


def _places(names: pd.Series[str], ids: pd.Index[str]) -> npt.NDArray[np.int64]:
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
