"""Estimators asked of claims: what votes is handed over, and errors only where they are stated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from attrs import evolve

from claimcheck.consensus.estimate import estimate
from claimcheck.consensus.estimators.outcome import Estimate, by_reason
from claimcheck.consensus.estimators.registry import Input, estimator_named
from claimcheck.consensus.estimators.scale import PLAIN, Scale, checked_scale
from claimcheck.consensus.left_out import repeats, without_vote
from claimcheck.consensus.stated_values import stated_values
from claimcheck.consensus.truth.discover import Discovery, discover
from claimcheck.errors import RefusedError
from claimcheck.tables import columns as c


def estimate_of_claims(
    claims: pd.DataFrame,
    method: str,
    *,
    scale: Scale = PLAIN,
    interval: float | None = None,
    **options: Any,  # noqa: ANN401 - each method has options of its own
) -> Estimate:
    """What *method* makes of the votes on one quantity.

    Args:
        claims: The claims of one quantity, as read and voted on.
        method: Name of an estimator.
        scale: ``log`` to pool logarithms and put the result back, as is usual for ratios.
        interval: Level of the intervals from lower to upper about a best value, where the phrase
            states none; None if they are no intervals of any level.
        options: Further arguments of the method.

    Raises:
        RefusedError: If the method cannot be used: no claim votes, or it needs standard errors,
            and the sources state none.
        UnknownNameError: If no estimator has that name.
        MissingExtraError: If it needs scipy, which is not installed.
    """
    silent = without_vote(claims)
    voting = claims[claims[c.VOTED].to_numpy(bool)]
    if not len(voting):
        raise RefusedError(f"none of {len(claims)} claims votes: {_told(silent)}")
    if estimator_named(method).takes is not Input.VALUES:
        if interval is not None:
            raise RefusedError(f"{method} pools no values", "leave interval out")
        found = estimate(
            voting[c.VOTE_LOWER],
            voting[c.VOTE_UPPER],
            method=method,
            origins=voting[c.ORIGIN].tolist(),
            scopes=voting[c.SCOPE].tolist(),
            scale=scale,
            **options,
        )
        return evolve(found, left_out=silent)
    stated = stated_values(voting, scale=checked_scale(scale), interval=interval)
    measured = voting[[c.CLAIM_ID, c.ORIGIN, c.SCOPE]].assign(
        value=stated.values, error=stated.errors
    )
    measured = measured[measured["error"].notna()]
    left_out = {**stated.missing, **silent}
    if not len(measured):
        raise RefusedError(
            f"{method} needs standard errors, and none of {len(claims)} claims states one "
            f"({_told(left_out)})",
            "an error is never made up from a range: write 10 ± 2, or 10 (95% CI 6–14), or say "
            "interval=0.95 where best, lower and upper are values with such intervals",
        )
    repeated = repeats(measured)
    used = measured[~measured[c.CLAIM_ID].isin(list(repeated))]
    found = estimate(
        method=method,
        values=used["value"],
        errors=used["error"],
        origins=used[c.ORIGIN].tolist(),
        scopes=used[c.SCOPE].tolist(),
        scale=scale,
        **options,
    )
    return evolve(
        found,
        claim_ids=tuple(used[c.CLAIM_ID]),
        left_out={**repeated, **left_out},
        notes=(*found.notes, *stated.notes),
    )


def _told(reasons: Mapping[str, str]) -> str:
    return "; ".join(by_reason(reasons))


def discover_from_claims(claims: pd.DataFrame, method: str) -> Discovery:
    """Truth discovery over all quantities: origins weighed by how they do on the others.

    Args:
        claims: Claims as read, with quantity_id and origin; those that vote with a single value.
        method: Name of a method of truth discovery.

    Raises:
        RefusedError: If no claim votes with a single value.
        UnknownNameError: If no method has that name.
    """
    single = claims[claims[c.VOTES].to_numpy() & claims[c.SAID_BEST].notna().to_numpy()]
    if not len(single):
        raise RefusedError("no claim votes with a single value", "ranges and bounds give none")
    return discover(
        single, method, item=c.QUANTITY_ID, source=c.ORIGIN, value=c.SAID_BEST, when=c.TIME_END
    )
