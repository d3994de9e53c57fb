"""Numbers, intervals and days as people read them."""

from __future__ import annotations

import math

from claimcheck.values.asof import AsOf

_INTEGER_LIMIT = 1e15
_LARGE = 1000


def number_text(value: float) -> str:
    """A number with its thousands apart; up to six digits where it has decimals.

    >>> number_text(10180770.0), number_text(1.4285714), number_text(49500000.5)
    ('10,180,770', '1.42857', '49,500,000.5')
    """
    if not math.isfinite(value):
        return "∞" if value > 0 else "−∞"
    if abs(value) >= _INTEGER_LIMIT:
        return f"{value:g}"
    if value == round(value):
        return f"{value:,.0f}"
    if abs(value) >= _LARGE:
        return f"{value:,.1f}"
    return f"{value:.6g}"


def ratio_text(ratio: float) -> str:
    """A ratio with two decimals below ten, one below a hundred, none above.

    >>> ratio_text(1.4286), ratio_text(16.41), ratio_text(math.inf)
    ('1.43', '16.4', '∞')
    """
    if not math.isfinite(ratio):
        return "∞"
    decimals = 3 if ratio < 1.1 else 2 if ratio < 10 else 1 if ratio < 100 else 0  # noqa: PLR2004
    return f"{ratio:,.{decimals}f}"


def interval_text(lower: float, upper: float, *, dated: bool = False) -> str:
    """An interval in words; ends are days where *dated*.

    >>> interval_text(5e6, math.inf), interval_text(1, 2), interval_text(3, 3)
    ('5,000,000 or more', '1–2', '3')
    """
    show = AsOf.day_text if dated else number_text
    if math.isnan(lower) or math.isnan(upper) or (math.isinf(lower) and math.isinf(upper)):
        return "no figure"
    if math.isinf(upper):
        return f"{show(lower)} or later" if dated else f"{show(lower)} or more"
    if math.isinf(lower):
        return f"{show(upper)} or earlier" if dated else f"{show(upper)} or fewer"
    if lower == upper:
        return show(lower)
    return f"{show(lower)} to {show(upper)}" if dated else f"{show(lower)}–{show(upper)}"
