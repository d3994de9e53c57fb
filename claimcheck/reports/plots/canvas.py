"""Where matplotlib, an optional extra, is loaded: axes to draw on, and how they are labelled."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from claimcheck.errors import MissingExtraError, UnknownNameError
from claimcheck.reports.catalogue import Catalogue, Row
from claimcheck.tables import columns as c
from claimcheck.tables.results import Results
from claimcheck.values import wording

Numbers = NDArray[np.float64]
Axes = Any
"""A ``matplotlib.axes.Axes``; the package is an extra, so its types are not at hand."""

INK, FAINT, CORE, DOUBT = "#34568b", "#34568b40", "#1d6b3c22", "#b3261e"
MARKERS = {"asserts": "o", "reports": "D", "disputes": "s", "denies": "X"}
DOUBTED = ("disputes", "denies")
_DECADE = 10.0
_FEW_DECADES = 3
_DATE = "date"
_TICKS = 6
_LONG_DAYS = 1500


def axes(ax: Axes | None, *, width: float = 7.0, height: float = 3.0) -> Axes:
    """*ax*, or new axes of *width* by *height* inches where None is given.

    Raises:
        MissingExtraError: If matplotlib is not installed.
    """
    if ax is not None:
        return ax
    try:
        pyplot = import_module("matplotlib.pyplot")
    except ImportError as error:
        raise MissingExtraError.of("plots", "matplotlib") from error
    return pyplot.subplots(figsize=(width, height), layout="constrained")[1]


def numbers(table: pd.DataFrame) -> Numbers:
    """The finite numbers of all columns of *table*."""
    values = table.to_numpy(float).ravel()
    return values[np.isfinite(values)]


def is_log(finite: Numbers, unit: str) -> bool:
    """Whether *finite* numbers are positive and span a factor of ten; days never do."""
    if unit == _DATE or not finite.size:
        return False
    return finite.min() > 0 and finite.max() / finite.min() >= _DECADE


def number_axis(axis: Any, finite: Numbers, unit: str, *, log: bool) -> None:  # noqa: ANN401 - a matplotlib Axis
    """Scale, ticks and label of *axis* for *finite* numbers in *unit*."""
    ticker = import_module("matplotlib.ticker")
    axis.axes.spines[["top", "right"]].set_visible(False)
    axis.set_label_text("" if unit == _DATE else unit)
    if log:
        axis.set_label_text(wording.joined([unit, "log scale"], ", "))
        axis.axes.set(**{f"{axis.axis_name}scale": "log"})
        axis.set_minor_locator(ticker.NullLocator())
        axis.set_major_locator(ticker.FixedLocator(_log_ticks(finite)))
    elif unit == _DATE and finite.size and np.ptp(finite) > _LONG_DAYS:
        axis.set_major_locator(ticker.FixedLocator(_new_years(finite)))
    else:
        axis.set_major_locator(ticker.MaxNLocator(_TICKS, integer=unit == _DATE))
    shown = _day_label(finite) if unit == _DATE else short_number
    axis.set_major_formatter(ticker.FuncFormatter(shown))
    if finite.size and finite.min() == finite.max():
        pad = abs(finite.min()) * 0.1 or 1.0
        axis.axes.set(**{f"{axis.axis_name}lim": (finite.min() - pad, finite.max() + pad)})


def closed_ends(rows: pd.DataFrame) -> tuple[pd.Series[float], pd.Series[float]]:
    """The said ends of *rows*, lower and upper; an open end is taken at the other one."""
    said = rows[[c.SAID_LOWER, c.SAID_UPPER]].replace([-np.inf, np.inf], np.nan)
    low, high = said[c.SAID_LOWER], said[c.SAID_UPPER]
    return low.fillna(high), high.fillna(low)


def points(ax: Axes, x: pd.Series, y: pd.Series, stances: pd.Series[str]) -> None:
    """A mark at each of *x* and *y*, of one form a stance, hollow where the figure is doubted."""
    for stance in sorted(stances.unique()):
        doubted, members = stance in DOUBTED, stances == stance
        ax.plot(
            x[members],
            y[members],
            linestyle="none",
            marker=MARKERS.get(stance, "o"),
            color=DOUBT if doubted else INK,
            markerfacecolor="white" if doubted else INK,
            label=stance,
        )


def _log_ticks(finite: Numbers) -> list[float]:
    decades = np.arange(np.floor(np.log10(finite.min())), np.ceil(np.log10(finite.max())) + 1)
    stride = max(1, math.ceil(len(decades) / _TICKS))
    factors = (1.0, 3.0) if len(decades) <= _FEW_DECADES else (1.0,)
    return [float(factor * 10.0**power) for power in decades[::stride] for factor in factors]


def _new_years(finite: Numbers) -> list[int]:
    first, last = (date.fromordinal(int(day)).year for day in (finite.min(), finite.max()))
    step = max(1, math.ceil((last - first) / _TICKS))
    return [date(year, 1, 1).toordinal() for year in range(first, last + 2, step)]


def _day_label(finite: Numbers) -> Callable[[float, object], str]:
    length = 4 if finite.size and np.ptp(finite) > _LONG_DAYS else None

    def label(day: float, _: object) -> str:
        return wording.days(day, day)[:length]

    return label


def short_number(value: float, _: int | None = None) -> str:
    """A number for a tick.

    >>> short_number(2_500_000.0), short_number(0.25)
    ('2.5 million', '0.25')
    """
    for size, word in ((1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:.4g} {word}"
    return wording.number(value)


def quantity_of(results: Results, quantity_id: str) -> Row:
    """The row of one quantity.

    Raises:
        UnknownNameError: If there is none of this id.
    """
    claims_of(results, quantity_id)
    return Catalogue.of(results, ()).quantities[quantity_id]


def claims_of(results: Results, quantity_id: str) -> pd.DataFrame:
    """The claims of one quantity.

    Raises:
        UnknownNameError: If it has none.
    """
    claims = results.claims[results.claims[c.QUANTITY_ID] == quantity_id]
    if claims.empty:
        raise UnknownNameError(
            f"there is no quantity {quantity_id!r}", "result.quantities lists them all"
        )
    return claims
