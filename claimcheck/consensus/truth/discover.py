"""Many quantities at once: what their sources give, and how far each source can be trusted."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from attrs import frozen

from claimcheck.consensus.estimators.arrays import BoolArray, FloatArray
from claimcheck.consensus.truth.claims import ClaimTable
from claimcheck.consensus.truth.methods import DEFAULT, method_named
from claimcheck.consensus.truth.one_claim import one_claim_each
from claimcheck.consensus.truth.screening import Screening, screen
from claimcheck.consensus.truth.source_table import source_table
from claimcheck.consensus.truth.truths import Truths
from claimcheck.errors import RefusedError


@frozen(eq=False)
class Discovery:
    """What truth discovery found; a reckoning by agreement, and never proof.

    Attributes:
        method: Name of the method.
        truths: One row an item: truth, claims (sources heard), support (those that give just this
            value), lower and upper (least and greatest claim), tied, rival (the other side of a
            tie) and rule (why this value).
        sources: One row a source; see ``source_table``.
        set_aside: Claims ten times off most of their item, with the factor: not heard.
        tie_rule: What was done where two values had the same support.
        notes: What else a reader has to know.
    """

    method: str
    truths: pd.DataFrame
    sources: pd.DataFrame
    set_aside: pd.DataFrame
    tie_rule: str
    notes: tuple[str, ...]


def discover(
    frame: pd.DataFrame,
    method: str = DEFAULT,
    *,
    item: str | Sequence[str] = "item",
    source: str = "source",
    value: str = "value",
    when: str | None = None,
    repair: bool = True,
) -> Discovery:
    """What the sources of *frame* make of every item together, whatever the order of its rows.

    Args:
        frame: One row a claim; a missing or infinite value is set aside and counted in the notes.
        method: Name of the method: ``quorum`` unless another is asked for.
        item: Column that names the quantity, or several that name it together.
        source: Column that names the source.
        value: Column of the figures, in one unit an item.
        when: Column of numbers or dates by which the latest claim of a source counts; None if no
            time is known, and the lower median of its claims counts.
        repair: Whether claims ten times off most of their item are set aside first.

    Raises:
        RefusedError: If a column is missing, or no claim has a value.
        UnknownNameError: If no method has that name.

    >>> claims = pd.DataFrame({"item": ["a"] * 3, "source": list("xyz"), "value": [5, 5, 900]})
    >>> discover(claims).truths[["truth", "support", "rule"]]
       truth  support     rule
    0    5.0        2  carried
    """
    run = method_named(method)
    keys = [item] if isinstance(item, str) else list(item)
    claims = _readable(frame, keys, source, value, when)
    item_code = np.asarray(claims.groupby(keys, dropna=False).ngroup(), dtype=np.intp)
    codes, names = pd.factorize(claims[source], sort=True)
    source_code = np.asarray(codes, dtype=np.intp)
    figures = claims[value].to_numpy(np.float64)
    times = None if when is None else _as_numbers(claims[when])
    kept = one_claim_each(item_code, source_code, figures, times)
    everything = ClaimTable.of(item_code[kept], source_code[kept], figures[kept])
    screening = screen(everything) if repair else None
    table = everything if screening is None else _heard(everything, screening.aside)
    truths = run(table)
    first = np.unique(item_code, return_index=True)[1]
    labels = claims[keys].iloc[first].reset_index(drop=True)
    return Discovery(
        method=method,
        truths=labels.join(_truth_columns(table, truths)),
        sources=source_table(table, truths, pd.Index(names)),
        set_aside=_set_aside(everything, screening, labels, pd.Index(names)),
        tie_rule=truths.tie_rule,
        notes=(
            *truths.notes,
            *_notes(len(frame), len(claims), kept.size, everything.value.size - table.value.size),
        ),
    )


def _readable(
    frame: pd.DataFrame, keys: list[str], source: str, value: str, when: str | None
) -> pd.DataFrame:
    wanted = [*keys, source, value, *([] if when is None else [when])]
    missing = [name for name in wanted if name not in frame.columns]
    if missing:
        raise RefusedError(f"there is no column {missing[0]!r}", f"columns: {list(frame.columns)}")
    finite = np.isfinite(frame[value].to_numpy(np.float64, na_value=np.nan))
    if not finite.any():
        raise RefusedError("no claim has a finite value", f"look at column {value!r}")
    return pd.DataFrame(frame.loc[finite, wanted])


def _as_numbers(times: pd.Series) -> FloatArray:
    if pd.api.types.is_datetime64_any_dtype(times):
        return pd.DatetimeIndex(times).to_julian_date().to_numpy(np.float64)
    return np.asarray(times.to_numpy(np.float64, na_value=np.nan), dtype=np.float64)


def _heard(table: ClaimTable, aside: BoolArray) -> ClaimTable:
    heard = ~aside
    return ClaimTable.of(
        table.item[heard], table.source[heard], table.value[heard], sources=table.sources
    )


def _truth_columns(table: ClaimTable, truths: Truths) -> pd.DataFrame:
    rival = np.full(table.items, np.nan) if truths.rival is None else truths.rival
    given = (table.value == truths.value[table.item]).astype(np.float64)
    return pd.DataFrame(
        {
            "truth": truths.value,
            "claims": table.counts,
            "support": table.by_item(given).astype(np.int64),
            "lower": table.value[table.starts],
            "upper": table.value[table.starts + table.counts - 1],
            "tied": ~np.isnan(rival),
            "rival": rival,
            "rule": np.full(table.items, "the method's own")
            if truths.rule is None
            else truths.rule,
        }
    )


def _set_aside(
    table: ClaimTable, screening: Screening | None, labels: pd.DataFrame, names: pd.Index[str]
) -> pd.DataFrame:
    none = np.zeros(table.value.size, bool)
    aside = np.flatnonzero(none if screening is None else screening.aside)
    factor = np.full(aside.size, np.nan) if screening is None else screening.factor[aside]
    found = labels.iloc[table.item[aside]].reset_index(drop=True)
    return found.assign(
        source=names.to_numpy()[table.source[aside]],
        value=table.value[aside],
        factor=factor,
        proposed=table.value[aside] / factor,
    )


def _notes(rows: int, readable: int, heard: int, screened: int) -> tuple[str, ...]:
    counts = {
        "row(s) without a finite value were left out": rows - readable,
        "further claim(s) of a source about one item do not count": readable - heard,
        "claim(s) ten times off most of their item were set aside": screened,
    }
    return (
        *(f"{count} {words}" for words, count in counts.items() if count),
        "agreement between sources is not truth: sources may share an error or an origin",
    )
