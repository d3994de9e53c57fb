"""A timeline: the claims of one quantity by the time that they are true of."""

from __future__ import annotations

import numpy as np
import pandas as pd

from claimcheck.reports.catalogue import text
from claimcheck.reports.plots import canvas
from claimcheck.reports.plots.forest import forest_rows
from claimcheck.tables import columns as c
from claimcheck.tables.results import Results

_TIMES = [c.TIME_START, c.TIME_END]


def timeline_rows(results: Results, quantity_id: str) -> pd.DataFrame:
    """What a timeline of a quantity shows: the rows of its forest that have a time, by time.

    Raises:
        UnknownNameError: If there is no such quantity.
    """
    times = canvas.claims_of(results, quantity_id)[[c.CLAIM_ID, *_TIMES]]
    rows = forest_rows(results, quantity_id).merge(times, on=c.CLAIM_ID)
    dated = rows[np.isfinite(rows[_TIMES].to_numpy(float)).all(axis=1)]
    return dated.sort_values([*_TIMES, c.CLAIM_ID], kind="stable").reset_index(drop=True)


def timeline(results: Results, quantity_id: str, ax: canvas.Axes | None = None) -> canvas.Axes:
    """Draw the dated claims of a quantity, a bar a claim: across its time, up its figure.

    Args:
        results: The tables of a run.
        quantity_id: Which quantity.
        ax: Axes to draw on; None makes new ones.

    Raises:
        UnknownNameError: If there is no such quantity.
        MissingExtraError: If matplotlib is not installed.
    """
    rows = timeline_rows(results, quantity_id)
    ax = canvas.axes(ax)
    low, high = canvas.closed_ends(rows)
    ends = canvas.numbers(pd.concat([low, high], axis=1))
    unit = text(canvas.quantity_of(results, quantity_id), c.UNIT)
    canvas.number_axis(ax.yaxis, ends, unit, log=canvas.is_log(ends, unit))
    canvas.number_axis(ax.xaxis, canvas.numbers(rows[_TIMES]), "date", log=False)
    middle = rows[_TIMES].mean(axis=1)
    ax.hlines((low + high) / 2, rows[c.TIME_START], rows[c.TIME_END], colors=canvas.FAINT, lw=6)
    ax.vlines(middle, low, high, colors=canvas.INK, linewidth=2)
    canvas.points(ax, middle, (low + high) / 2, rows[c.STANCE])
    return ax
