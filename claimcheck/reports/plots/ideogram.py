r"""An ideogram: where the figures of a quantity crowd, and whether in one place or in several.

Each voting claim is a Gaussian of area 1/s, so that one very tight figure does not hide the rest:
``y(x) = Σ 1/sᵢ · N(x; mᵢ, sᵢ)`` (Particle Data Group, Review of Particle Physics, Introduction,
section 5.2.2). m is the best value said, else the middle of what is possible; s is half of what is
possible, over the coverage. Quantities that span a factor of ten are drawn in logarithms.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from claimcheck.reports.catalogue import text
from claimcheck.reports.plots import canvas
from claimcheck.tables import columns as c
from claimcheck.tables.results import Results

X, Y = "x", "y"
_POINTS = 400
_LEAST_SHARE = 0.01
_REACH = 3.0


def ideogram_curve(results: Results, quantity_id: str) -> pd.DataFrame:
    """The curve of a quantity: columns x, in its unit, and y, of peak 1; no rows without votes.

    Raises:
        UnknownNameError: If there is no such quantity.
    """
    claims = canvas.claims_of(results, quantity_id)
    ends = claims[[c.POSSIBLE_LOWER, c.POSSIBLE_UPPER]]
    closed = claims[claims[c.VOTES].to_numpy(bool) & np.isfinite(ends.to_numpy(float)).all(axis=1)]
    if closed.empty:
        return pd.DataFrame({X: np.empty(0), Y: np.empty(0)})
    low, high = (closed[name].to_numpy(float) for name in ends.columns)
    is_log = canvas.is_log(canvas.numbers(closed[[*ends.columns]]), _unit(results, quantity_id))
    bend, unbend = (np.log, np.exp) if is_log else (np.positive, np.positive)
    best = closed[c.SAID_BEST].to_numpy(float)
    middle = np.where(np.isnan(best), unbend((bend(low) + bend(high)) / 2), best)
    centre = bend(middle)
    span = bend(high).max() - bend(low).min() or abs(centre[0]) or 1.0
    spread = (bend(high) - bend(low)) / 2 / results.settings.coverage
    spread = np.maximum(spread, _LEAST_SHARE * span)
    grid = np.linspace((centre - _REACH * spread).min(), (centre + _REACH * spread).max(), _POINTS)
    away = (grid[:, None] - centre[None, :]) / spread[None, :]
    height = (np.exp(-0.5 * away**2) / spread[None, :] ** 2).sum(axis=1)
    return pd.DataFrame({X: unbend(grid), Y: height / height.max()})


def ideogram(results: Results, quantity_id: str, ax: canvas.Axes | None = None) -> canvas.Axes:
    """Draw the ideogram of a quantity.

    Args:
        results: The tables of a run.
        quantity_id: Which quantity.
        ax: Axes to draw on; None makes new ones.

    Raises:
        UnknownNameError: If there is no such quantity.
        MissingExtraError: If matplotlib is not installed.
    """
    curve = ideogram_curve(results, quantity_id)
    ax = canvas.axes(ax, height=2.4)
    ax.fill_between(curve[X], curve[Y], color=canvas.FAINT)
    ax.plot(curve[X], curve[Y], color=canvas.INK)
    unit, x = _unit(results, quantity_id), curve[X].to_numpy(float)
    canvas.number_axis(ax.xaxis, x, unit, log=canvas.is_log(x, unit))
    ax.set_yticks([])
    return ax


def _unit(results: Results, quantity_id: str) -> str:
    return text(canvas.quantity_of(results, quantity_id), c.UNIT)
