"""Who stands behind a claim: the origin for which it votes, and who is whose echo."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
from attrs import frozen

from claimcheck.tables import columns as c


@frozen(eq=False)
class Origins:
    """The origin of each claim.

    Attributes:
        code: Code of the origin, shape (n,): the one credited, else the source, each followed to
            its single parent and further.
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

    Reads source_id and origin_id of the claims, source_id and derived_from of the sources.
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
    root = {name: _root(name, parents) for name in parents}
    codes = np.arange(len(ids), dtype=np.int64)
    for name, ancestor in root.items():
        codes[ids.get_loc(name)] = ids.get_loc(ancestor)
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
        codes[upstream],
        ids.to_numpy(dtype=object),
        source,
        own,
        np.array(kin, np.int64).reshape(-1, 2),
    )


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
