"""A forest plot: the claims of one quantity on one axis, those of one origin side by side."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from claimcheck.reports.catalogue import Catalogue, figure, quantity_name, text
from claimcheck.reports.plots import canvas
from claimcheck.tables import columns as c
from claimcheck.tables.results import Results

LABEL, WHO = "label", "who"
_ENDS = [c.SAID_LOWER, c.SAID_UPPER, c.SAID_BEST, c.POSSIBLE_LOWER, c.POSSIBLE_UPPER]
_ROW = 0.5
_LONGEST = 44


def forest_rows(results: Results, quantity_id: str) -> pd.DataFrame:
    """What a forest plot of a quantity shows, one row a claim that has a figure.

    Origins stand in the order of their least value, the claims of one origin together.

    Returns:
        Columns claim_id, label (the figure as said), who, origin, stance, and the said and
        possible ends in the unit of the quantity.

    Raises:
        UnknownNameError: If there is no such quantity.
    """
    claims = canvas.claims_of(results, quantity_id)
    catalogue = Catalogue.of(results, ())
    rows = claims.to_dict("records")
    table = claims[[c.CLAIM_ID, c.ORIGIN, c.STANCE, *_ENDS]].assign(
        **{
            LABEL: [figure(row) for row in rows],
            WHO: [catalogue.source(text(row, c.SOURCE_ID)) for row in rows],
        }
    )
    known = table[np.isfinite(table[[c.SAID_LOWER, c.SAID_UPPER]]).any(axis=1)]
    least = known.groupby(c.ORIGIN)[c.POSSIBLE_LOWER].transform("min")
    order = known.assign(least=least).sort_values(
        ["least", c.ORIGIN, c.POSSIBLE_LOWER, c.CLAIM_ID], kind="stable"
    )
    return order.drop(columns="least").reset_index(drop=True)


def forest(results: Results, quantity_id: str, ax: canvas.Axes | None = None) -> canvas.Axes:
    """Draw the claims of a quantity, least origin first, with the core shaded behind them.

    Args:
        results: The tables of a run.
        quantity_id: Which quantity.
        ax: Axes to draw on; None makes new ones.

    Raises:
        UnknownNameError: If there is no such quantity.
        MissingExtraError: If matplotlib is not installed.
    """
    rows = forest_rows(results, quantity_id)
    ax = canvas.axes(ax, width=8.0, height=1.2 + _ROW * max(1, len(rows)))
    quantity = canvas.quantity_of(results, quantity_id)
    ends = canvas.numbers(rows[_ENDS])
    unit = str(quantity[c.UNIT])
    log = canvas.is_log(ends, unit)
    canvas.number_axis(ax.xaxis, ends, unit, log=log)
    _core(ax, float(quantity[c.CORE_LOWER]), float(quantity[c.CORE_UPPER]))
    left, right = _limits(ends, log=log)
    ax.set_xlim(left, right)
    places = np.arange(len(rows))
    possible = rows[[c.POSSIBLE_LOWER, c.POSSIBLE_UPPER]].clip(left, right).to_numpy()
    ends_said = rows[[c.SAID_LOWER, c.SAID_UPPER]].clip(left, right).to_numpy()
    doubted = rows[c.STANCE].isin(canvas.DOUBTED)
    inks = np.where(doubted, canvas.DOUBT, canvas.INK)
    ax.hlines(places, possible[:, 0], possible[:, 1], colors=canvas.FAINT, linewidth=9)
    ax.hlines(places, ends_said[:, 0], ends_said[:, 1], colors=inks, linewidth=2.5)
    known = rows[rows[c.SAID_BEST].notna()]
    canvas.points(ax, known[c.SAID_BEST], known.index.to_series(), known[c.STANCE])
    _open_ends(ax, rows, (left, right))
    names = zip(rows[LABEL], rows[WHO], strict=True)
    ax.set_yticks(
        places, [f"{_short(said)}\n{_short(who)}" for said, who in names], fontsize="small"
    )
    ax.set_ylim(len(rows) - 0.4, -0.6)
    ax.set_title(
        f"{quantity_name(quantity)}: {text(quantity, c.STATUS)}", loc="left", fontsize="medium"
    )
    return ax


def _core(ax: canvas.Axes, low: float, high: float) -> None:
    if math.isfinite(low) and math.isfinite(high):
        ax.axvspan(low, high, color=canvas.CORE, zorder=0, label="core")


def _open_ends(ax: canvas.Axes, rows: pd.DataFrame, limits: tuple[float, float]) -> None:
    for column, limit, marker in (
        (c.SAID_LOWER, limits[0], "<"),
        (c.SAID_UPPER, limits[1], ">"),
    ):
        open_ones = rows.index[np.isinf(rows[column])]
        ax.plot([limit] * len(open_ones), open_ones, marker, color=canvas.INK, clip_on=False, ms=7)


def _limits(finite: canvas.Numbers, *, log: bool) -> tuple[float, float]:
    if not finite.size:
        return 0.0, 1.0
    low, high = float(finite.min()), float(finite.max())
    if log:
        pad = (high / low) ** 0.06
        return low / pad, high * pad
    pad = (high - low) * 0.06 or abs(high) * 0.1 or 1.0
    return low - pad, high + pad


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
