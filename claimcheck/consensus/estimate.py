"""One face for every estimator: it takes the vote, applies the refusals, and says why."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from claimcheck.consensus import refusals
from claimcheck.consensus.ballot import Ballot, cast_ballot
from claimcheck.consensus.estimators.arrays import FloatArray, as_measured, as_vector
from claimcheck.consensus.estimators.camps import NEAR
from claimcheck.consensus.estimators.outcome import Estimate, Spread
from claimcheck.consensus.estimators.registry import (
    ESTIMATORS,
    Estimator,
    Input,
    Result,
    estimator_named,
)
from claimcheck.consensus.estimators.scale import (
    LOG,
    PLAIN,
    Scale,
    checked_scale,
    exponentiated,
    logarithms,
    with_logarithms,
)
from claimcheck.consensus.stated_errors import StatedErrors, errors_from_intervals
from claimcheck.errors import RefusedError

__all__ = [
    "ESTIMATORS",
    "Estimate",
    "Spread",
    "StatedErrors",
    "errors_from_intervals",
    "estimate",
]

DEFAULT = "interval_median"
COVERAGE = 2.0


def estimate(
    lower: ArrayLike | None = None,
    upper: ArrayLike | None = None,
    *,
    method: str = DEFAULT,
    values: ArrayLike | None = None,
    errors: ArrayLike | None = None,
    weights: ArrayLike | None = None,
    origins: Sequence[object] | None = None,
    scopes: Sequence[object] | None = None,
    near: float = NEAR,
    scale: Scale = PLAIN,
    **options: object,
) -> Estimate:
    """What *method* makes of n figures of one quantity, unless a rule forbids an answer.

    Args:
        lower: Least value that each figure leaves possible, ``(n,)``, ``-inf`` where open. For
            methods on values they may be left out: values ± 2 errors are then what is possible.
        upper: Greatest value, ``inf`` where open.
        method: Name in the registry; hyphens read as underscores.
        values: Single values, ``(n,)``, for methods that need standard errors.
        errors: The standard errors that the sources state, ``(n,)``; see ``errors_from_intervals``.
            With the scale ``log`` they are those of the logarithms.
        weights: Weight of each figure, ``(n,)``; equal if None. Methods that set their own weights
            by the errors take none.
        origins: Whom each figure comes from, ``(n,)``: one vote each. None if all are independent.
        scopes: What each figure counts, ``(n,)``; None if all count the same.
        near: Gaps wider than this factor part camps.
        scale: ``log`` to pool the logarithms of the values and put the result back, as is usual
            for ratios; only for methods on values.
        options: Further arguments of the method, such as ``faulty`` for ``brooks_iyengar``.

    Returns:
        The estimate; with a rule against it, no numbers but its ``refusals`` and diagnostics.

    Raises:
        UnknownNameError: If no method, no scale or no option of the method has that name.
        RefusedError: If the method cannot be used on such input: no errors are given where it
            needs them, shapes differ, an end is NaN.
        MissingExtraError: If it needs scipy, which is not installed.

    >>> print(estimate([5, 8, 9], [10, 12, 9], method="marzullo"))
    marzullo: no estimate
      held possible by 3 of 3 votes: 9
      depth: 3
      votes: 3
      note: a majority is a vote and no proof
    >>> estimate([5, 50], [10, 50]).refusals
    ('no value is shared by more than half of 2 votes: 2 camps (5 to 10; 50)',)
    """
    chosen, scale = estimator_named(method), checked_scale(scale)
    chosen.check_options(options)
    if chosen.takes is Input.VALUES:
        return _of_values(
            chosen, lower, upper, values, errors, weights, origins, scopes, near, scale, options
        )
    if scale == LOG:
        raise RefusedError(f"{chosen.name} pools no values", "leave scale out")
    if lower is None or upper is None:
        raise RefusedError(f"{chosen.name} needs lower and upper ends")
    ballot = cast_ballot(lower, upper, origins=origins, weights=weights)
    reasons = refusals.mixed_scopes(scopes)
    if not chosen.describes:
        reasons += refusals.one_origin(ballot) + refusals.one_sided(ballot)
        reasons += refusals.no_majority(ballot, near) + refusals.deciding_slip(ballot)
    if reasons and chosen.takes is Input.SINGLE:
        return Estimate(method=chosen.name, refusals=reasons)
    found = _on_intervals(chosen, ballot, near, options).to_estimate()
    return _with_refusals(found, reasons or found.refusals)


def _on_intervals(
    chosen: Estimator, ballot: Ballot, near: float, options: dict[str, object]
) -> Result:
    run = chosen.load()
    if chosen.name == "camps":
        return run(ballot.lower, ballot.upper, near=near, **options)
    if chosen.takes is Input.DEPTH:
        return run(ballot.lower, ballot.upper, ballot.weight, votes=ballot.votes, **options)
    if chosen.takes is Input.SHARES:
        return run(ballot.lower, ballot.upper, ballot.share, **options)
    if not ballot.is_single:
        raise RefusedError(
            f"an origin gives several figures that share nothing; {chosen.name} takes one each",
            "use marzullo or interval_median",
        )
    if np.ptp(ballot.weight) > 0:
        raise RefusedError(f"{chosen.name} takes no weights", "use marzullo or interval_median")
    return run(ballot.lower, ballot.upper, **options)


def _of_values(
    chosen: Estimator,
    lower: ArrayLike | None,
    upper: ArrayLike | None,
    values: ArrayLike | None,
    errors: ArrayLike | None,
    weights: ArrayLike | None,
    origins: Sequence[object] | None,
    scopes: Sequence[object] | None,
    near: float,
    scale: Scale,
    options: dict[str, object],
) -> Estimate:
    if values is None or errors is None:
        raise RefusedError(
            f"{chosen.name} needs values with standard errors",
            "errors are never made up from ranges; a stated interval gives one",
        )
    given, error = as_measured(values, errors)
    value = logarithms(given) if scale == LOG else given
    if weights is not None and chosen.name != "linear_opinion_pool":
        raise RefusedError(f"{chosen.name} sets its weights by the errors", "leave weights out")
    least, most = _possible(value, error, scale)
    low = least if lower is None else as_vector(lower, "lower ends")
    high = most if upper is None else as_vector(upper, "upper ends")
    if low.size != value.size:
        raise RefusedError(f"{value.size} values and {low.size} lower ends", "give both a claim")
    ballot = cast_ballot(low, high, origins=origins)
    if ballot.voters < value.size:
        raise RefusedError(
            f"{value.size} values of {ballot.voters} origin(s)",
            "values of one origin are not independent: give one value an origin",
        )
    reasons = refusals.mixed_scopes(scopes)
    if not chosen.describes:
        reasons += refusals.few_origins(ballot.voters)
        reasons += refusals.values_apart(value, error, ballot, near)
        reasons += refusals.deciding_slip(ballot)
    if reasons and value.size < refusals.LEAST_ORIGINS:
        return Estimate(method=chosen.name, refusals=reasons)
    extra = options if weights is None else {**options, "weights": weights}
    found = _pooled(chosen, value, error, scale, extra)
    if not chosen.describes:
        reasons += refusals.wide_prediction(found, given)
    return _with_refusals(found, reasons or found.refusals)


def _possible(value: FloatArray, error: FloatArray, scale: Scale) -> tuple[FloatArray, FloatArray]:
    """What values on *scale* leave possible, two errors either way, on the plain scale."""
    reach = COVERAGE * error
    if scale == LOG:
        with np.errstate(over="ignore"):
            return np.exp(value - reach), np.exp(value + reach)
    return value - reach, value + reach


def _pooled(
    chosen: Estimator,
    value: FloatArray,
    error: FloatArray,
    scale: Scale,
    options: dict[str, object],
) -> Estimate:
    """What the method makes of values on *scale*, put back on the plain scale."""
    if scale == LOG:
        return exponentiated(chosen.load()(value, error, **with_logarithms(options)).to_estimate())
    return chosen.load()(value, error, **options).to_estimate()


def _with_refusals(found: Estimate, reasons: tuple[str, ...]) -> Estimate:
    """The same; with *reasons* against it, no number that could be quoted is left."""
    if not reasons:
        return found
    return Estimate(
        method=found.method,
        by_claim=found.by_claim,
        diagnostics=found.diagnostics,
        refusals=reasons,
        notes=found.notes,
    )
