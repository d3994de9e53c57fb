"""Pooling on the scale of logarithms, as is usual for hazard, odds and risk ratios.

``ln x`` is pooled with the standard errors of ``ln x``; the estimate and every end are put back by
``exp``. An interval of a ratio is symmetric in logarithms, and not as it stands. Reference:
Borenstein et al., "Introduction to Meta-Analysis", 2009, chapter 5.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import numpy as np
from attrs import evolve

from claimcheck.consensus.estimators.arrays import FloatArray
from claimcheck.consensus.estimators.outcome import Estimate, Place
from claimcheck.errors import RefusedError, UnknownNameError

Scale = Literal["plain", "log"]
PLAIN: Scale = "plain"
LOG: Scale = "log"
NOTE = "pooled as logarithms and put back; errors, tau and distances are those of the logarithms"


def checked_scale(scale: str) -> Scale:
    """*scale*, if there is one of that name.

    Raises:
        UnknownNameError: If there is none.
    """
    if scale == PLAIN:
        return PLAIN
    if scale == LOG:
        return LOG
    raise UnknownNameError(f"there is no scale {scale!r}", 'give "plain" or "log"')


def logarithms(values: FloatArray) -> FloatArray:
    """The natural logarithms of *values*.

    Raises:
        RefusedError: If one is not above zero.

    >>> logarithms(np.array([1.0])).tolist()
    [0.0]
    """
    if (values <= 0).any():
        raise RefusedError(
            f"{values.min():g} has no logarithm", "ratios above zero are pooled so, nothing else"
        )
    return np.log(values)


def with_logarithms(options: Mapping[str, Any]) -> dict[str, Any]:
    """*options* of a method, a reference value among them as its logarithm.

    >>> with_logarithms({"reference": (1.0, 0.1), "coverage": 2})
    {'reference': (0.0, 0.1), 'coverage': 2}
    """
    reference = options.get("reference")
    if reference is None:
        return dict(options)
    value, error = reference
    logarithm = float(logarithms(np.array([value], dtype=np.float64))[0])
    return {**options, "reference": (logarithm, error)}


def exponentiated(found: Estimate) -> Estimate:
    """An estimate of logarithms as one of the values themselves.

    >>> exponentiated(Estimate(method="reml", estimate=0.0)).estimate
    1.0
    """
    spread = found.spread
    return evolve(
        found,
        estimate=_exp(found.estimate),
        lower=_exp(found.lower),
        upper=_exp(found.upper),
        spread=spread and evolve(spread, lower=_raised(spread.lower), upper=_raised(spread.upper)),
        diagnostics={
            name: Place(_raised(value)) if isinstance(value, Place) else value
            for name, value in found.diagnostics.items()
        },
        notes=(*found.notes, NOTE),
    )


def _exp(value: float | None) -> float | None:
    return None if value is None else _raised(value)


def _raised(value: float) -> float:
    with np.errstate(over="ignore"):
        return float(np.exp(value))
