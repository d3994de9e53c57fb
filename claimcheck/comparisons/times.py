"""The times of claims as arrays of days, and the periods over which flows count."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from claimcheck.tables import columns as c
from claimcheck.tables.kinds import FLOW, kind_codes
from claimcheck.values.asof import AsOf

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

_MONTH = 31


def times_table(texts: pd.Series[str]) -> pd.DataFrame:
    """The time of each claim, on the same index.

    Args:
        texts: EDTF texts, already checked; empty where no time is known.

    Returns:
        Columns time_start, time_end and latest_start (proleptic days; NaN not known, infinite
        where open), is_interval, is_vague, is_long_period.
    """
    codes, distinct = pd.factorize(texts)
    dates = [AsOf.parse(text) if text.strip() else None for text in distinct]
    table = pd.DataFrame(
        {
            c.TIME_START: [np.nan if date is None else date.start for date in dates],
            c.TIME_END: [np.nan if date is None else date.end for date in dates],
            c.LATEST_START: [np.nan if date is None else date.latest_start for date in dates],
            c.IS_INTERVAL: [date is not None and date.is_interval for date in dates],
            c.IS_VAGUE: [date is not None and (date.is_vague or date.is_open) for date in dates],
            c.IS_LONG_PERIOD: [date is not None and date.is_long_period for date in dates],
        }
    ).astype(_TIME_TYPES)
    return table.take(codes).set_axis(texts.index, axis=0)


_TIME_TYPES = {
    **dict.fromkeys((c.TIME_START, c.TIME_END, c.LATEST_START), "float64"),
    **dict.fromkeys((c.IS_INTERVAL, c.IS_VAGUE, c.IS_LONG_PERIOD), "bool"),
}


def publication_table(documents: pd.Series[str], sources: pd.DataFrame) -> pd.DataFrame:
    """When each claim's document appeared, on the same index.

    Args:
        documents: Source ids of the claims.
        sources: Sources with their EDTF texts in published.

    Returns:
        Columns published_start and published_end, NaN where not known.
    """
    spans = times_table(sources[c.PUBLISHED])[[c.TIME_START, c.TIME_END]]
    by_source = spans.set_axis(sources[c.SOURCE_ID], axis=0)
    code, distinct = pd.factorize(documents)
    return (
        by_source.reindex(distinct)
        .take(code)
        .set_axis(documents.index, axis=0)
        .rename(columns={c.TIME_START: c.PUBLISHED_START, c.TIME_END: c.PUBLISHED_END})
    )


def flow_periods(claims: pd.DataFrame) -> tuple[Floats, Floats]:
    """First and last day over which each flow counts, shape (n,); NaN where no period is known.

    A day or a month dates a running total since the earliest period start in its topic; a vague
    date ("199X", "2004~") is no period. Reads the columns measure_kind, topic_code and those of
    ``times_table``.
    """
    start, end = claims[c.TIME_START].to_numpy(), claims[c.TIME_END].to_numpy()
    flow = (kind_codes(claims) == FLOW) & np.isfinite(start) & np.isfinite(end)
    interval, vague = claims[c.IS_INTERVAL].to_numpy(), claims[c.IS_VAGUE].to_numpy()
    running = flow & ~interval & (end - start < _MONTH)
    period = flow & ~running & (interval | ~vague)
    topic = claims[c.TOPIC_CODE].to_numpy()
    earliest = np.full(int(topic.max(initial=-1)) + 1, np.inf)
    np.minimum.at(earliest, topic[period], start[period])
    since = earliest[topic]
    first = np.where(period, start, np.where(running & (since < end), since, np.nan))
    return first, np.where(np.isnan(first), np.nan, end)


def finite_span(start: Floats, end: Floats) -> tuple[Floats, Floats]:
    """The same times with an open end replaced by the other, from which years are counted."""
    return np.where(np.isinf(start), end, start), np.where(np.isinf(end), start, end)
