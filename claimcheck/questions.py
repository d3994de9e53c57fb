"""The questions that people ask first, straight from a dossier or a frame of claims."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from claimcheck.checks.registry import CONFLICT_NAMES
from claimcheck.consensus.estimate import DEFAULT, Estimate
from claimcheck.consensus.estimators.outcome import by_reason
from claimcheck.consensus.estimators.scale import PLAIN, Scale
from claimcheck.consensus.stated_errors import checked_level
from claimcheck.errors import RefusedError
from claimcheck.model.claim import Claim
from claimcheck.reconcile import Reconciliation, reconcile
from claimcheck.tables import columns as c
from claimcheck.tables.dossier import Dossier

Claims = Reconciliation | Dossier | pd.DataFrame | Iterable[Claim]
APART = (*(check.name for check in CONFLICT_NAMES), "implausible-growth")


def contradictions(claims: Claims) -> pd.DataFrame:
    """Which figures contradict each other: the findings on pairs with nothing in common.

    Args:
        claims: A dossier, a frame of claims, claims as values, or what ``reconcile`` returned.
    """
    return _findings_of(claims, APART)


def ranges(claims: Claims) -> pd.DataFrame:
    """Which figures are ranges too wide to use.

    Args:
        claims: A dossier, a frame of claims, claims as values, or what ``reconcile`` returned.
    """
    return _findings_of(claims, ("wide-range",))


def disputed(claims: Claims) -> pd.DataFrame:
    """Which figures a source disputes or denies.

    Args:
        claims: A dossier, a frame of claims, claims as values, or what ``reconcile`` returned.
    """
    return _findings_of(claims, ("disputed",))


def _findings_of(claims: Claims, names: tuple[str, ...]) -> pd.DataFrame:
    result = claims if isinstance(claims, Reconciliation) else reconcile(claims)
    found = result.findings
    return found[found[c.CHECK].isin(names)].reset_index(drop=True)


def estimate(
    claims: Claims,
    method: str = DEFAULT,
    *,
    scale: Scale = PLAIN,
    interval: float | None = None,
    **options: object,
) -> pd.DataFrame:
    """What one estimator makes of every quantity of some claims.

    On intervals, what each origin leaves possible:

    - ``marzullo``: the values that the most votes leave possible; assumes more than half of the
      origins are right.
    - ``interval_median``: every median that the claims allow, the default; assumes more than half
      of the votes are right.
    - ``p_box``: the 10–90 % spread of what is claimed, and no centre; assumes nothing.
    - ``camps``: the groups of figures that stand together; assumes nothing.
    - ``ntp_intersection``: the values that all claims but the fewest hold; assumes fewer than half
      of the claims are wrong.
    - ``brooks_iyengar``: the weighted middle of what enough claims hold; assumes no more than a
      third of the claims are wrong, or as many as faulty says.
    - ``turnbull``: the median of the likeliest distribution; assumes values differ by source, and
      each lies in its interval.
    - ``interval_mean``: every mean that the claims allow; assumes all claims are equally good.

    On values with standard errors that their sources state, one an origin (needs scipy):

    - ``weighted_mean``: the fixed-effect mean, its interval enlarged by a Birge ratio above 1;
      assumes one true value, and errors that are right or all too small by one factor.
    - ``birge_ratio``: the same as weighted_mean, whose diagnostics have the ratio; assumes the
      same.
    - ``pdg_average``: the fixed-effect mean ± its error times the scale factor; assumes one true
      value, and errors too small by one factor where chi-squared is large.
    - ``dersimonian_laird``: the random-effects mean and prediction interval, tau² by moments;
      assumes true values differ by source, normally about a mean.
    - ``paule_mandel``: the same, tau² where Q is what is expected of it; assumes true values differ
      by source, about a mean.
    - ``reml``: the same, tau² by restricted likelihood; assumes true values differ by source,
      normally about a mean.
    - ``linear_opinion_pool``: the median and central 95 % of the sources' mixture; assumes any one
      source may be the right one.
    - ``hierarchical_bayes``: the posterior of the mean and the prediction; assumes as reml, and a
      half-Cauchy prior of tau.
    - ``power_moderated_mean``: a mean between the plain and the weighted one; assumes stated errors
      are worth the more, the more values there are.
    - ``robust_average``: the likeliest value; assumes stated errors are lower bounds of the true
      ones.
    - ``largest_consistent_subset``: which values a chi-squared test leaves together; assumes one
      true value, and errors that are right.
    - ``degrees_of_equivalence``: how far each value is from a reference, in its uncertainty;
      assumes the reference holds, the mean of the largest consistent subset if not given.

    Each refuses where its assumptions do not hold. See docs/estimators.md.

    Args:
        claims: A dossier, a frame of claims, claims as values, or what ``reconcile`` returned.
        method: Name of an estimator.
        scale: ``log`` to pool logarithms and put the result back, as is usual for hazard, odds and
            risk ratios; only for methods that need standard errors.
        interval: Level of the intervals from lower to upper about a best value, where the phrase
            states none: ``0.95`` for columns of values with 95 % intervals.
        options: Further arguments of the method.

    Returns:
        One row a quantity: quantity_id, method, estimate, lower, upper (NaN where none), interval
        (which one it is), left_out (the claims that were not heard, and why), refusals (why there
        is no estimate) and notes.

    Raises:
        RefusedError: If *interval* is no level.
        UnknownNameError: If no estimator, no scale or no option of the method has that name.
        MissingExtraError: If it needs scipy, which is not installed.
    """
    result = claims if isinstance(claims, Reconciliation) else reconcile(claims)
    if interval is not None:
        checked_level(interval)
    rows = []
    for quantity in result.quantities[c.QUANTITY_ID]:
        try:
            found = result.estimate(quantity, method, scale=scale, interval=interval, **options)
        except RefusedError as refusal:
            found = Estimate(method=method, refusals=(refusal.problem,))
        rows.append(
            {
                c.QUANTITY_ID: quantity,
                "method": found.method,
                "estimate": np.nan if found.estimate is None else found.estimate,
                "lower": np.nan if found.lower is None else found.lower,
                "upper": np.nan if found.upper is None else found.upper,
                "interval": found.interval_kind,
                "left_out": "; ".join(by_reason(found.left_out)),
                "refusals": "; ".join(found.refusals),
                "notes": "; ".join(found.notes),
            }
        )
    return pd.DataFrame(rows)
