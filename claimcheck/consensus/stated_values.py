"""The single values of claims, with the standard errors that follow from what their sources state.

``a ± b`` states one, and an interval with its level gives one; where no level is stated, the caller
may say which it is of. On the scale of logarithms an
interval gives ``ln(U / L) / (2 z)``, and ``a ± b`` gives ``b / a``, its first order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd
from attrs import frozen

from claimcheck.consensus.estimators.scale import LOG, PLAIN, Scale
from claimcheck.consensus.stated_errors import checked_level, errors_from_intervals
from claimcheck.tables import columns as c

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

ADVICE = 'these intervals are symmetric in logarithms: scale="log" is the usual choice'
_FIRST_ORDER = "standard errors of logarithms from ± by first order: error / value"
_FAR = "lopsided about their value, so compare them with their source"
_SKEWED = 0.05
_LOPSIDED = 0.2
_NAME = (
    r"\b(?:(?:CI|CrI|CrL|UI|HDI|HPDI?|ETI|IC|KI|BI|ДИ)(?![^\W\d])"
    r"|confiden|confian|credib|uncertain|compatib|Konfiden|Vertrauens|betrouwbaar|доверительн|güven"
    r"|ufności)"
)
_PERCENT = r"(\d{2}(?:[.,]\d+)?)[\s-]?%"
_NO_END = r"(?!\s*(?:[-–—]|to\b|bis\b|and\b))"
_LEVEL = re.compile(
    rf"(?<=[\s(\[,;:]){_PERCENT}[\s-]*{_NAME}"
    rf"|{_NAME}[^\d%]{{0,12}}{_PERCENT}{_NO_END}"
    rf"|±[^()%]*\(\s*{_PERCENT}\s*\)",
    re.IGNORECASE,
)


@frozen(eq=False)
class StatedValues:
    """Values with the errors that their sources state.

    Attributes:
        values: Single or best values, shape (n,).
        errors: Standard errors on the scale asked for, NaN where none is stated, shape (n,).
        missing: Why a claim has none, by claim_id.
        notes: How errors were derived.
    """

    values: Floats
    errors: Floats
    missing: Mapping[str, str]
    notes: tuple[str, ...]


@frozen(eq=False)
class _Said:
    """What claims say, arrays of shape (n,).

    Attributes:
        best: Single or best value, NaN where none.
        lower: Lower end.
        upper: Upper end.
        deviation: The error of ``a ± b``, NaN where none.
        level: Level of the interval about the best value, NaN where there is none.
        enclosed: Whether there is such an interval, of whatever level.
        asked: Whether the level is that of the caller.
    """

    best: Floats
    lower: Floats
    upper: Floats
    deviation: Floats
    level: Floats
    enclosed: Flags
    asked: Flags

    @classmethod
    def of(cls, claims: pd.DataFrame, interval: float | None) -> _Said:
        best, deviation = claims[c.SAID_BEST].to_numpy(), claims[c.DEVIATION].to_numpy()
        lower, upper = claims[c.SAID_LOWER].to_numpy(), claims[c.SAID_UPPER].to_numpy()
        bounded = np.isfinite(lower) & np.isfinite(upper) & (lower < upper)
        enclosed = np.isnan(deviation) & bounded & (lower <= best) & (best <= upper)
        level = np.where(enclosed, _levels(claims), np.nan)
        asked = enclosed & np.isnan(level) & (interval is not None)
        if interval is not None:
            level[asked] = checked_level(interval)
        return cls(best, lower, upper, deviation, level, enclosed, asked)


def stated_values(
    claims: pd.DataFrame, *, scale: Scale, interval: float | None = None
) -> StatedValues:
    """The values of *claims* with the standard errors that follow from what they state.

    Args:
        claims: Claims as read: claim_id, said ends and best, deviation and figure.
        scale: Scale of the errors.
        interval: Level of the intervals about a value whose phrase states none; None leaves them
            without an error.

    Raises:
        RefusedError: If *interval* is no level.
    """
    said = _Said.of(claims, interval)
    faults = _faults(said, scale)
    sound = faults == ""
    errors, notes = _errors(said, sound, scale)
    asked = int((said.asked & sound).sum())
    if asked:
        notes.append(
            f"{asked} of {len(claims)} claims state no level; their ends are taken to be "
            f"{interval:.4g} intervals, as asked"
        )
    notes += _lopsided(said, sound & said.enclosed, claims[c.CLAIM_ID].to_numpy(), scale)
    missing = dict(zip(claims[c.CLAIM_ID][~sound], faults[~sound].tolist(), strict=True))
    return StatedValues(said.best, errors, missing, tuple(notes))


def _faults(said: _Said, scale: Scale) -> npt.NDArray[np.str_]:
    """Why each claim has no standard error; empty where it has one."""
    least = np.where(said.enclosed, said.lower, said.best)
    return np.select(
        [
            np.isnan(said.best),
            (least <= 0) & (scale == LOG),
            said.deviation == 0,
            said.enclosed & np.isnan(said.level),
            np.isnan(said.deviation) & ~said.enclosed,
        ],
        [
            "gives no single value",
            "has no logarithm, reaching zero",
            "states an error of 0",
            "states no level of its interval",
            "states no error",
        ],
        "",
    )


def _errors(said: _Said, sound: Flags, scale: Scale) -> tuple[Floats, list[str]]:
    """The standard errors of the *sound* claims, NaN elsewhere, and how they were come by."""
    errors = np.where(sound, said.deviation, np.nan)
    notes = []
    if scale == LOG and not np.isnan(errors).all():
        errors /= said.best
        notes.append(_FIRST_ORDER)
    for level in np.unique(said.level[sound & said.enclosed]):
        rows = sound & (said.level == level)
        derived = errors_from_intervals(
            said.lower[rows], said.upper[rows], level=float(level), scale=scale
        )
        errors[rows] = derived.errors
        notes.append(derived.note)
    return errors, notes


def _levels(claims: pd.DataFrame) -> Floats:
    """The level that each phrase states for its interval, NaN where none.

    A per cent is a level where it stands at the name of an interval or behind a margin, and is
    neither the figure itself nor an end of the interval.
    """
    found = claims[c.FIGURE].astype(str).str.extract(_LEVEL).bfill(axis=1)[0]
    return found.str.replace(",", ".").astype(np.float64).to_numpy() / 100


def _lopsided(said: _Said, used: Flags, ids: npt.NDArray[np.object_], scale: Scale) -> list[str]:
    """What a reader has to know of intervals that are not symmetric about their value."""
    low, best, high = said.lower[used], said.best[used], said.upper[used]
    if not low.size:
        return []
    with np.errstate(invalid="ignore", divide="ignore"):
        in_logs = _skew(np.log(low), np.log(best), np.log(high))
    plain = _skew(low, best, high)
    if scale == PLAIN and _are_logarithmic(plain, in_logs):
        return [ADVICE]
    far = ids[used][np.abs(in_logs if scale == LOG else plain) > _LOPSIDED]
    return [f"{_FAR}: {', '.join(far)}"] if far.size else []


def _are_logarithmic(plain: Floats, in_logs: Floats) -> bool:
    """Whether intervals are mostly skewed as they stand, but not in logarithms."""
    skew = np.median(plain)
    return bool(skew >= _SKEWED and abs(np.median(in_logs)) < skew / 2)


def _skew(low: Floats, best: Floats, high: Floats) -> Floats:
    """How much longer the upper part is than the lower one, as a share of the whole."""
    return (high + low - 2 * best) / (high - low)
