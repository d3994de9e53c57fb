"""What the vote found, as the tables that people read."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.api.extensions import ExtensionArray

from claimcheck.consensus.vote import STATUSES, Verdicts
from claimcheck.settings import Settings
from claimcheck.tables import columns as c
from claimcheck.tables.groups import Groups
from claimcheck.tables.kinds import MEASURE_KINDS, kind_codes

Codes = npt.NDArray[np.int64]


def quantity_table(
    claims: pd.DataFrame,
    verdicts: Verdicts,
    names: Mapping[str, ExtensionArray],
    settings: Settings,
) -> pd.DataFrame:
    """One row a quantity, in order of its id.

    Args:
        claims: Claims as read.
        verdicts: What the vote found.
        names: quantity_id, topic_id, subject, measure, place and scope of each quantity by code,
            shape (g,) each, of dtype ``str``.
        settings: The constants that were used.
    """
    code, found = claims[c.QUANTITY_CODE].to_numpy(), verdicts.quantities
    count = len(found)
    by_id = names[c.QUANTITY_ID].argsort()
    some = np.zeros(count, np.int64)
    some[code] = np.arange(len(code))
    size = np.bincount(code, minlength=count)
    units = claims[c.BASE_UNIT].cat
    status, newest = found[c.STATUS].to_numpy()[by_id], found[c.NEWEST].to_numpy()[by_id]
    columns = {
        **{name: values.take(by_id) for name, values in names.items()},
        c.UNIT: units.categories.array.take(units.codes.to_numpy()[some[by_id]]),
        c.MEASURE_KIND: pd.array(MEASURE_KINDS, dtype="str").take(
            _kinds(claims, code, count)[by_id]
        ),
        c.CLAIMS: size[by_id],
        c.SOURCES: _documents(claims, count)[by_id],
        **{name: found[name].to_numpy()[by_id] for name in found.columns},
        c.STATUS: pd.array(STATUSES, dtype="str").take(status),
        c.NEWEST: claims[c.TIME].array.take(newest, allow_fill=True, fill_value=""),
        c.SUMMARISED: size[by_id] > settings.listed_claims,
        c.DISSENTERS: _dissenters(claims, verdicts).take(by_id),
    }
    return pd.DataFrame(columns, copy=False)


def _kinds(claims: pd.DataFrame, code: Codes, count: int) -> npt.NDArray[np.int8]:
    """The kind of measure of each quantity; where its claims differ, the last in the list."""
    kinds = np.zeros(count, np.int8)
    np.maximum.at(kinds, code, kind_codes(claims))
    return kinds


def _documents(claims: pd.DataFrame, count: int) -> Codes:
    """How many documents speak of each quantity, shape (count,)."""
    document = claims[c.DOCUMENT_CODE].to_numpy()
    quantity = np.zeros(int(document.max(initial=-1)) + 1, np.int64)
    quantity[document] = claims[c.QUANTITY_CODE].to_numpy()
    return np.bincount(quantity, minlength=count)


def _dissenters(claims: pd.DataFrame, verdicts: Verdicts) -> ExtensionArray:
    """The claims that stand away from the core, by quantity code, of dtype ``str``."""
    away = np.flatnonzero(verdicts.claims[c.SEVERITY].to_numpy() > 0)
    away = away[claims[c.CLAIM_ID].array.take(away).argsort()]
    quantity = claims[c.QUANTITY_CODE].to_numpy()[away]
    disputed, code = np.unique(quantity, return_inverse=True)
    groups = Groups.of(code, len(disputed))
    names = claims[c.CLAIM_ID].array.take(groups.arrange(away)).tolist()
    ends = groups.starts + groups.sizes
    listed = [
        ";".join(names[start:end])
        for start, end in zip(groups.starts.tolist(), ends.tolist(), strict=True)
    ]
    place = np.full(len(verdicts.quantities), len(disputed), np.int64)
    place[disputed] = np.arange(len(disputed))
    return pd.array([*listed, ""], dtype="str").take(place)


def camp_table(claims: pd.DataFrame, verdicts: Verdicts, ids: ExtensionArray) -> pd.DataFrame:
    """One row a camp of a conflicting quantity, with the ids of its claims.

    Args:
        claims: Claims as read.
        verdicts: What the vote found.
        ids: Names of the quantities by code, shape (g,), of dtype ``str``.
    """
    inside = verdicts.claims[c.CAMP].to_numpy() >= 0
    members = pd.DataFrame(
        {
            c.QUANTITY_CODE: claims[c.QUANTITY_CODE].to_numpy()[inside],
            c.CAMP: verdicts.claims[c.CAMP].to_numpy()[inside],
            c.CLAIM_IDS: claims[c.CLAIM_ID].to_numpy(dtype=object)[inside],
        }
    ).sort_values(c.CLAIM_IDS)
    named = members.groupby([c.QUANTITY_CODE, c.CAMP])[c.CLAIM_IDS].agg(tuple).reset_index()
    table = verdicts.camps.merge(named, on=[c.QUANTITY_CODE, c.CAMP], how="left")
    names = pd.Series(ids.take(table[c.QUANTITY_CODE].to_numpy()))
    table.insert(0, c.QUANTITY_ID, names)
    table = table.sort_values([c.QUANTITY_ID, c.CAMP], ignore_index=True)
    return table.drop(columns=c.QUANTITY_CODE)
