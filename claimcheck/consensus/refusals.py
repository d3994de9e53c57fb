"""When no estimate is given, each rule a function that names its reason or returns none.

Two disjoint camps, one origin, mixed scopes, bounds on one side only, a slip that decides the
majority, and a prediction that spans more than a factor of ten have no single answer, whatever a
formula would return.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from claimcheck.consensus.ballot import Ballot
from claimcheck.consensus.estimators.arrays import BoolArray, FloatArray
from claimcheck.consensus.estimators.camps import camps
from claimcheck.consensus.estimators.largest_consistent_subset import (
    MOST,
    largest_consistent_subset,
)
from claimcheck.consensus.estimators.marzullo import SLACK, marzullo
from claimcheck.consensus.estimators.outcome import Estimate
from claimcheck.consensus.severity import trimmed_severity
from claimcheck.consensus.slips import POWERS

Reasons = tuple[str, ...]
WITHIN = 0.02
WIDEST_PREDICTION = 10.0
LEAST_ORIGINS = 3
WORST_TRIMMED = 0.5


def mixed_scopes(scopes: Sequence[object] | None) -> Reasons:
    """Refuse where the figures count different things; an empty scope is the plain reading."""
    given = pd.Series([] if scopes is None else list(scopes), dtype=object)
    named = sorted(set(given.where(given.notna(), "").astype(str)))
    if len(named) < 2:  # noqa: PLR2004 - more than one
        return ()
    shown = ", ".join(name or "the plain reading" for name in named)
    return (f"mixed scopes: {shown}",)


def one_origin(ballot: Ballot) -> Reasons:
    """Refuse where a single origin speaks: it is reported, and not corroborated."""
    return () if ballot.voters > 1 else ("one origin: reported, not corroborated",)


def one_sided(ballot: Ballot) -> Reasons:
    """Refuse where every figure is open on one side; the strongest bounds are told."""
    if (np.isfinite(ballot.lower) & np.isfinite(ballot.upper)).any():
        return ()
    low, high = ballot.lower.max(), ballot.upper.min()
    bounds = [f"at least {low:,.10g}"] if np.isfinite(low) else []
    bounds += [f"at most {high:,.10g}"] if np.isfinite(high) else []
    words = " and ".join(bounds) or "no bound at all"
    clash = ", which contradict each other" if low > high else ""
    return (f"only one-sided bounds: {words}{clash}",)


def no_majority(ballot: Ballot, near: float) -> Reasons:
    """Refuse where no value is left possible by more than half of the votes; the camps are told."""
    found = marzullo(ballot.lower, ballot.upper, ballot.weight, votes=ballot.votes)
    if found.has_majority or ballot.voters == 1:
        return ()
    sides = camps(ballot.lower, ballot.upper, near=near)
    shown = "; ".join(
        f"{low:,.10g} to {high:,.10g}" if low < high else f"{low:,.10g}"
        for low, high in zip(sides.lower, sides.upper, strict=True)
    )
    word = f"{len(sides.sizes)} camps" if len(sides.sizes) > 1 else "figures too far apart"
    return (f"no value is shared by more than half of {ballot.votes:g} votes: {word} ({shown})",)


def deciding_slip(ballot: Ballot) -> Reasons:
    """Refuse where the majority would fall with one voter that a power of ten puts in doubt.

    A figure of the majority that stands in a factor of 10, 100, ... to a dissenting one may be the
    slip. If without it no more than half would be left, the slip decides.
    """
    found = marzullo(ballot.lower, ballot.upper, ballot.weight, votes=ballot.votes)
    if not found.has_majority:
        return ()
    inside = np.array(found.holds)
    outside = ~inside & ~np.isin(ballot.voter, ballot.voter[inside])
    hit = _in_powers_of_ten(ballot, inside, outside)
    if not hit.any():
        return ()
    heaviest = float(ballot.weight[inside][hit.any(axis=1)].max())
    if found.depth - heaviest > (found.votes - heaviest) / 2 * (1 + SLACK):
        return ()
    one, other = np.argwhere(hit)[0]
    pair = f"{ballot.lower[inside][one]:,.10g} and {ballot.lower[outside][other]:,.10g}"
    return (f"a slip decides the majority: {pair} stand in a power of ten",)


def _in_powers_of_ten(ballot: Ballot, inside: BoolArray, outside: BoolArray) -> BoolArray:
    """Whether both ends of each pair of pieces stand in one power of ten within 2 %."""
    usable = (ballot.lower > 0) & np.isfinite(ballot.upper)
    ends = [np.log10(np.where(usable, end, 1.0)) for end in (ballot.lower, ballot.upper)]
    gaps = [end[outside] - end[inside][:, None] for end in ends]
    power = np.round(gaps[0])
    width = np.log10(1 + WITHIN)
    close = (np.abs(gaps[0] - power) <= width) & (np.abs(gaps[1] - power) <= width)
    both = usable[inside][:, None] & usable[outside]
    return np.asarray(close & both & np.isin(np.abs(power), POWERS))


def few_origins(voters: int) -> Reasons:
    """Refuse to pool stated errors of fewer than three origins."""
    if voters >= LEAST_ORIGINS:
        return ()
    return (f"{voters} origin(s) with stated errors, {LEAST_ORIGINS} needed",)


def values_apart(values: FloatArray, errors: FloatArray, ballot: Ballot, near: float) -> Reasons:
    """Refuse where values with errors are in conflict: no majority stands together."""
    reasons = []
    trimmed = trimmed_severity(ballot.lower, ballot.upper)
    if trimmed > WORST_TRIMMED:
        reasons.append(f"no majority can stand together: trimmed severity {trimmed:.2f} above 0.5")
    if camps(ballot.lower, ballot.upper, near=near).bimodal:
        reasons.append("two camps with two figures or more each")
    if values.size <= MOST:
        subset = largest_consistent_subset(values, errors)
        if not subset.has_majority:
            reasons.append(f"only {subset.size} of {subset.total} values are consistent")
    return tuple(reasons)


def wide_prediction(found: Estimate, values: FloatArray) -> Reasons:
    """Refuse where the prediction interval of positive figures spans more than a factor of ten."""
    spread = found.spread
    if spread is None or "predict" not in spread.name or not (values > 0).all():
        return ()
    if spread.lower > 0 and spread.upper <= WIDEST_PREDICTION * spread.lower:
        return ()
    span = "reaches zero" if spread.lower <= 0 else f"spans x{spread.upper / spread.lower:,.3g}"
    shown = f"{spread.lower:,.6g} to {spread.upper:,.6g}"
    return (f"the {spread.name} {span}: {shown}",)
