"""What the vote found, as the tables that people read."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from claimcheck.consensus.vote import STATUSES, Verdicts
from claimcheck.settings import Settings
from claimcheck.tables import columns as c
from claimcheck.tables.kinds import MEASURE_KINDS, kind_codes

Codes = npt.NDArray[np.int64]
Names = npt.NDArray[np.object_]


def quantity_table(
    claims: pd.DataFrame,
    verdicts: Verdicts,
    names: Mapping[str, Names],
    settings: Settings,
) -> pd.DataFrame:
    """One row a quantity, in order of its id.

    Args:
        claims: Claims as read.
        verdicts: What the vote found.
        names: quantity_id, topic_id, subject, measure, place and scope of each quantity by code,
            shape (g,) each.
        settings: The constants that were used.
    """
    code, found = claims[c.QUANTITY_CODE].to_numpy(), verdicts.quantities
    count = len(found)
    some = np.zeros(count, np.int64)
    some[code] = np.arange(len(code))
    size = np.bincount(code, minlength=count)
    texts = {name: pd.Series(words, dtype="str") for name, words in names.items()}
    table = pd.DataFrame(texts | {c.CLAIMS: size})
    table[c.UNIT] = claims[c.BASE_UNIT].astype("str").to_numpy()[some]
    table[c.MEASURE_KIND] = np.array(MEASURE_KINDS, dtype=object)[_kinds(claims, code, count)]
    table[c.SOURCES] = _distinct(code, claims[c.SOURCE_CODE].to_numpy(), count)
    for name in found.columns:
        table[name] = found[name].to_numpy()
    table[c.STATUS] = np.array(STATUSES, dtype=object)[found[c.STATUS]]
    newest = found[c.NEWEST].to_numpy()
    when = claims[c.TIME].to_numpy(dtype=object)
    table[c.NEWEST] = np.where(newest >= 0, when[newest], "") if len(when) else ""
    table[c.SUMMARISED] = size > settings.listed_claims
    table[c.DISSENTERS] = _dissenters(claims, verdicts).reindex(table.index, fill_value="")
    words = (c.MEASURE_KIND, c.STATUS, c.NEWEST, c.DISSENTERS, c.UNIT)
    order = [*names, c.UNIT, c.MEASURE_KIND, c.CLAIMS, c.SOURCES, *found.columns]
    table = table.astype(dict.fromkeys(words, "str"))[[*order, c.SUMMARISED, c.DISSENTERS]]
    return table.sort_values(c.QUANTITY_ID, ignore_index=True)


def _kinds(claims: pd.DataFrame, code: Codes, count: int) -> Codes:
    """The kind of measure of each quantity; where its claims differ, the last in the list."""
    kinds = np.zeros(count, np.int64)
    np.maximum.at(kinds, code, kind_codes(claims))
    return kinds


def _distinct(code: Codes, other: Codes, count: int) -> Codes:
    """How many different values of *other* each code has, shape (count,)."""
    pairs = pd.unique(code * (int(other.max(initial=0)) + 1) + other)
    return np.bincount(pairs // (int(other.max(initial=0)) + 1), minlength=count)


def _dissenters(claims: pd.DataFrame, verdicts: Verdicts) -> pd.Series[str]:
    """The claims that stand away from the core, by quantity code."""
    away = claims[[c.CLAIM_ID, c.QUANTITY_CODE]][verdicts.claims[c.SEVERITY].to_numpy() > 0]
    ordered = away.sort_values(c.CLAIM_ID)
    return ordered.groupby(c.QUANTITY_CODE)[c.CLAIM_ID].agg(";".join)


def camp_table(claims: pd.DataFrame, verdicts: Verdicts, ids: Names) -> pd.DataFrame:
    """One row a camp of a conflicting quantity, with the ids of its claims.

    Args:
        claims: Claims as read.
        verdicts: What the vote found.
        ids: Names of the quantities by code, shape (g,).
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
    names = pd.Series(ids[table[c.QUANTITY_CODE].to_numpy()], dtype="str")
    table.insert(0, c.QUANTITY_ID, names)
    table = table.sort_values([c.QUANTITY_ID, c.CAMP], ignore_index=True)
    return table.drop(columns=c.QUANTITY_CODE)
