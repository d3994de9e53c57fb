"""The single values of claims, with the standard errors that follow from what their sources state.

``a ± b`` states one, and an interval with its level gives one; where no level is stated, the caller
may say which it is of. On the scale of logarithms an
interval gives ``ln(U / L) / (2 z)``, and ``a ± b`` gives ``b / a``, its first order.
"""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt
import pandas as pd
from attrs import frozen

from claimcheck.consensus.estimators.scale import LOG, Scale
from claimcheck.consensus.stated_errors import checked_level, errors_from_intervals
from claimcheck.tables import columns as c

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

ADVICE = 'these intervals are symmetric in logarithms: scale="log" is the usual choice'
_FIRST_ORDER = "standard errors of logarithms from ± by first order: error / value"
_SKEWED = 0.05
_LEVEL = re.compile(
    r"(\d{2}(?:\.\d+)?)\s?%\s*(?:CI|CrI|UI|confidence|credible|uncertainty)", re.IGNORECASE
)


@frozen(eq=False)
class StatedValues:
    """Values with the errors that their sources state.

    Attributes:
        values: Single or best values, shape (n,).
        errors: Standard errors on the scale asked for, NaN where none is stated, shape (n,).
        notes: How errors were derived.
    """

    values: Floats
    errors: Floats
    notes: tuple[str, ...]


def stated_values(
    claims: pd.DataFrame, *, scale: Scale, interval: float | None = None
) -> StatedValues:
    """The values of *claims* with the standard errors that follow from what they state.

    Args:
        claims: Claims as read: said ends and best, deviation and figure.
        scale: Scale of the errors.
        interval: Level of the intervals about a value whose phrase states none; None leaves them
            without an error.

    Raises:
        RefusedError: If *interval* is no level.
    """
    values, errors = claims[c.SAID_BEST].to_numpy(), claims[c.DEVIATION].to_numpy(copy=True)
    notes: dict[str, None] = {}
    if scale == LOG and not np.isnan(errors).all():
        errors /= values
        notes[_FIRST_ORDER] = None
    low, high = claims[c.SAID_LOWER].to_numpy(), claims[c.SAID_UPPER].to_numpy()
    enclosed = np.isnan(errors) & _enclose(low, values, high)
    level = np.where(enclosed, _levels(claims), np.nan)
    unstated = enclosed & np.isnan(level)
    if interval is not None and unstated.any():
        level[unstated] = checked_level(interval)
        notes[
            f"{unstated.sum()} of {len(claims)} claims state no level; their ends are taken to be "
            f"{interval:.4g} intervals, as asked"
        ] = None
    for one in np.unique(level[~np.isnan(level)]):
        rows = level == one
        derived = errors_from_intervals(low[rows], high[rows], level=float(one), scale=scale)
        errors[rows] = derived.errors
        notes[derived.note] = None
    derived_from = ~np.isnan(level)
    if scale != LOG and _is_logarithmic(
        low[derived_from], values[derived_from], high[derived_from]
    ):
        notes[ADVICE] = None
    return StatedValues(values, errors, tuple(notes))


def _levels(claims: pd.DataFrame) -> Floats:
    """The level that each phrase states for its interval, NaN where none."""
    found = claims[c.FIGURE].astype(str).str.extract(_LEVEL, expand=False)
    return found.astype(np.float64).to_numpy() / 100


def _enclose(low: Floats, best: Floats, high: Floats) -> Flags:
    """Which have a value within two finite ends."""
    return np.isfinite(low) & np.isfinite(high) & (low < high) & (low <= best) & (best <= high)


def _is_logarithmic(low: Floats, best: Floats, high: Floats) -> bool:
    """Whether most intervals are lopsided about their value as they stand, but not in logarithms.

    Lopsided: the upper part is longer than the lower one by a twentieth of the whole or more.
    """
    if not low.size or (low <= 0).any():
        return False
    plain = np.median(_skew(low, best, high))
    in_logs = np.median(_skew(np.log(low), np.log(best), np.log(high)))
    return bool(plain >= _SKEWED and abs(in_logs) < plain / 2)


def _skew(low: Floats, best: Floats, high: Floats) -> Floats:
    """How much longer the upper part is than the lower one, as a share of the whole."""
    return (high + low - 2 * best) / (high - low)
