"""A standard error from what a source states: a confidence interval, or a margin of error.

Nothing else gives an error. A claimed range ("5-10 million") has no level, so none is derived.
"""

from __future__ import annotations

from attrs import frozen
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import FloatArray, as_intervals
from claimcheck.consensus.estimators.scale import LOG, PLAIN, Scale, checked_scale, logarithms
from claimcheck.consensus.estimators.scipy_extra import scipy_module
from claimcheck.errors import RefusedError


@frozen(eq=False)
class StatedErrors:
    """Standard errors and how they were come by.

    Attributes:
        errors: Standard errors, ``(n,)``, on the scale that was asked for.
        centres: Middles of the intervals, ``(n,)``, on the scale that was asked for.
        note: The derivation in words.
    """

    errors: FloatArray
    centres: FloatArray
    note: str


def errors_from_intervals(
    lower: ArrayLike,
    upper: ArrayLike,
    *,
    level: float = 0.95,
    degrees: int | None = None,
    scale: Scale = PLAIN,
) -> StatedErrors:
    """Standard errors of stated confidence intervals with ends ``(n,)``.

    ``s = (U - L) / (2 z)``, z the normal quantile of the level, or that of t with *degrees*; with
    the scale ``log`` the ends are replaced by their logarithms.

    Args:
        lower: Lower ends of the intervals.
        upper: Upper ends.
        level: The level that the sources state, between 0 and 1.
        degrees: Degrees of freedom that they state; None for a normal interval.
        scale: ``log`` for the errors and middles of the logarithms.

    Raises:
        RefusedError: If an interval is open or a point, the level is none, or an end has no
            logarithm that needs one.

    >>> errors_from_intervals([8.04], [11.96]).errors.round(3).tolist()
    [1.0]
    >>> errors_from_intervals([0.65], [1.03], scale="log").errors.round(4).tolist()
    [0.1174]
    """
    low, high = as_intervals(lower, upper)
    checked_level(level)
    if checked_scale(scale) == LOG:
        low, high = logarithms(low), logarithms(high)
    width = high - low
    if not ((width > 0) & (width < float("inf"))).all():
        raise RefusedError(
            "an interval is open or a point", "only a stated interval gives an error"
        )
    special = scipy_module("special")
    upper_tail = (1 + level) / 2
    if degrees is None:
        quantile, name = float(special.ndtri(upper_tail)), "z"
    else:
        quantile, name = float(special.stdtrit(degrees, upper_tail)), f"t({degrees})"
    shape = "ln(upper / lower)" if scale == LOG else "width"
    where = " in logarithms" if scale == LOG else ""
    note = (
        f"standard errors derived from {level:.4g} intervals: {shape} / (2 x "
        f"{quantile:.4g}), {name} quantile, taken to be symmetric{where}"
    )
    return StatedErrors(width / (2 * quantile), low + width / 2, note)


def checked_level(level: float) -> float:
    """*level*, if it is one.

    Raises:
        RefusedError: If it does not lie between 0 and 1.

    >>> checked_level(95)
    Traceback (most recent call last):
    claimcheck.errors.RefusedError: 95 is no level
    <BLANKLINE>
    Hint: give one between 0 and 1, such as interval=0.95
    """
    if not 0 < level < 1:
        raise RefusedError(
            f"{level!r} is no level", "give one between 0 and 1, such as interval=0.95"
        )
    return level
