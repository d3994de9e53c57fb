"""How far two figures are apart: the ratio of their nearest ends, and the severity of the gap."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

MEETING = 1e-9
_LEAST_YEARS = 0.95
_MOST_YEARLY = 11.0


def apart(low: Floats, high: Floats) -> Flags:
    """Whether two figures share no value.

    Args:
        low: The larger of their lower ends, shape (n,).
        high: The smaller of their upper ends, shape (n,).

    Touching is meeting, and so are ends that differ by less than 1e-9 of themselves, which is what
    converting units leaves.
    """
    with np.errstate(invalid="ignore"):
        slack = MEETING * np.maximum(np.abs(low), np.abs(high))
        return low - high > np.where(np.isfinite(slack), slack, 0.0)


def ratio(low: Floats, high: Floats) -> Floats:
    """Ratio of the nearest ends of two figures: 1 where they meet, ``inf`` across zero.

    Args:
        low: The larger of their lower ends, shape (n,).
        high: The smaller of their upper ends, shape (n,).

    Two negative figures are mirrored.

    >>> ratio(np.array([50.0, -5.0, 1.0]), np.array([10.0, -50.0, 0.0]))
    array([ 5., 10., inf])
    """
    found = np.ones(len(low))
    gap = np.flatnonzero(apart(low, high))
    found[gap] = _ratio_of_gap(low[gap], high[gap])
    return found


def _ratio_of_gap(low: Floats, high: Floats) -> Floats:
    found = np.full(len(low), np.inf)
    np.divide(low, high, out=found, where=high > 0)
    np.divide(high, low, out=found, where=low < 0)
    return np.maximum(found, 1.0)


def severity(times: Floats) -> Floats:
    """Severity 1 - 1/r of a gap of ratio r: what share of the larger figure is too much.

    >>> severity(np.array([1.0, 2.0, np.inf]))
    array([0. , 0.5, 1. ])
    """
    return 1.0 - 1.0 / times


def additive_severity(low: Floats, high: Floats, scale: Floats) -> Floats:
    """Severity gap/(gap + c) of a gap on a scale with no natural zero: days, temperatures.

    Args:
        low: The larger of the lower ends, shape (n,).
        high: The smaller of the upper ends, shape (n,).
        scale: c, the gap that counts one half, in the same unit.
    """
    gap = np.where(apart(low, high), low - high, 0.0)
    far = np.isinf(gap)
    with np.errstate(invalid="ignore"):
        return np.where(far, 1.0, gap / (gap + scale))


def yearly_rate(times: Floats, years: Floats) -> Floats:
    """The yearly rate that makes *times* the ratio of two figures that many *years* apart.

    NaN for less than about a year, and for a ratio of more than 11 a year: nobody can use such.

    >>> yearly_rate(np.array([1.21, 0.5, 4.0]), np.array([2.0, 1.0, 0.1])).round(4)
    array([ 0.1, -0.5,  nan])
    """
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        log_rate = np.log(times) / np.where(years >= _LEAST_YEARS, years, np.nan)
        told = np.abs(log_rate) <= np.log(_MOST_YEARLY)
        return np.where(told, np.expm1(log_rate), np.nan)
