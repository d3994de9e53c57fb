"""The intersection algorithm of network time: the least number of liars that explains the claims.

With f of n claims wrong (f = 0, 1, ... while 2f < n), n - f claims must hold both ends of the
interval; the smallest f that works is taken. The form without midpoints: the middle of a claimed
range means nothing. Reference: Mills, RFC 1305; ntpd since 4.2.6 asks for no midpoints.
"""

from __future__ import annotations

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import as_intervals
from claimcheck.consensus.estimators.outcome import Estimate
from claimcheck.consensus.estimators.regions import depth_at


@frozen
class NtpIntersection:
    """Where the truechimers meet.

    Attributes:
        lower: Least value that n - f claims hold; None if no majority of claims meets.
        upper: Greatest such value; None likewise.
        falsetickers: The number f of claims taken to be wrong.
        claims: Their number n.
    """

    lower: float | None
    upper: float | None
    falsetickers: int
    claims: int

    def to_estimate(self) -> Estimate:
        """The interval, or the refusal where half of the claims or more would have to be wrong."""
        found = Estimate(
            method="ntp_intersection",
            lower=self.lower,
            upper=self.upper,
            interval_kind=f"with {self.falsetickers} of {self.claims} claims wrong",
            diagnostics={"falsetickers": float(self.falsetickers)},
        )
        if self.lower is not None:
            return found
        return found.withheld((f"half of {self.claims} claims or more would have to be wrong",))


def ntp_intersection(lower: ArrayLike, upper: ArrayLike) -> NtpIntersection:
    """The intersection of intervals with ends ``(n,)``, ±inf where open; points are allowed.

    Raises:
        RefusedError: If there is no interval, or one is none.

    >>> ntp_intersection([8, 11, 14], [12, 13, 15])
    NtpIntersection(lower=11.0, upper=12.0, falsetickers=1, claims=3)
    """
    low, high = as_intervals(lower, upper)
    ones = np.ones(low.size)
    at_low, at_high = depth_at(low, low, high, ones), depth_at(high, low, high, ones)
    most = int(at_low.max())
    wrong = low.size - most
    if 2 * wrong >= low.size:
        return NtpIntersection(None, None, wrong, low.size)
    first, last = low[at_low >= most].min(), high[at_high >= most].max()
    return NtpIntersection(float(first), float(last), wrong, low.size)
