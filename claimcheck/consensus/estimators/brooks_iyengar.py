"""Brooks and Iyengar: the mean of all regions that enough sensors hold, weighed by how many do.

With t of n claims allowed to be wrong, regions held by n - t or more count;
``value = sum(k * middle) / sum(k)`` over them, k the number that hold each. Reference: Brooks and
Iyengar, "Robust distributed computing and sensing algorithm", IEEE Computer 29(6), 1996.
"""

from __future__ import annotations

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike

from claimcheck.consensus.estimators.arrays import as_intervals
from claimcheck.consensus.estimators.outcome import Estimate
from claimcheck.consensus.estimators.regions import regions
from claimcheck.errors import RefusedError


@frozen
class BrooksIyengar:
    """What enough claims hold.

    Attributes:
        value: Weighted mean of the regions' middles; None if no region is deep enough.
        lower: Lower end of the first region; None likewise.
        upper: Upper end of the last one; None likewise.
        regions: Each as lower end, upper end and number of claims that hold it.
        faulty: The number t of claims allowed to be wrong.
    """

    value: float | None
    lower: float | None
    upper: float | None
    regions: tuple[tuple[float, float, float], ...]
    faulty: int

    def to_estimate(self) -> Estimate:
        """The value and its interval, or the refusal where no region is deep enough."""
        found = Estimate(
            method="brooks_iyengar",
            estimate=self.value,
            lower=self.lower,
            upper=self.upper,
            interval_kind=f"held with up to {self.faulty} claim(s) wrong",
            diagnostics={"regions": float(len(self.regions)), "faulty": float(self.faulty)},
        )
        if self.value is not None:
            return found
        return found.withheld((f"no value is left with only {self.faulty} claim(s) wrong",))


def brooks_iyengar(
    lower: ArrayLike, upper: ArrayLike, *, faulty: int | None = None
) -> BrooksIyengar:
    """The fused value of intervals with finite ends ``(n,)``.

    Args:
        lower: Lower ends.
        upper: Upper ends.
        faulty: How many claims may be wrong, fewer than half; a third at most, rounded down, if
            None.

    Raises:
        RefusedError: If an end that counts is open (it has no middle), or *faulty* is half or more.
    """
    low, high = as_intervals(lower, upper)
    allowed = (low.size - 1) // 3 if faulty is None else faulty
    if not 0 <= 2 * allowed < low.size:
        raise RefusedError(f"{allowed} of {low.size} claims cannot be wrong", "fewer than half can")
    found = regions(low, high, np.ones(low.size))
    deep = found.depth >= low.size - allowed
    if not deep.any():
        return BrooksIyengar(None, None, None, (), allowed)
    start, stop, depth = found.lower[deep], found.upper[deep], found.depth[deep]
    if np.isinf(start).any() or np.isinf(stop).any():
        raise RefusedError("a region that counts is open", "an open interval has no middle")
    base = float(start.min())
    value = base + float((depth * ((start - base) + (stop - base)) / 2).sum() / depth.sum())
    kept = tuple(zip(start.tolist(), stop.tolist(), depth.tolist(), strict=True))
    return BrooksIyengar(value, base, float(stop.max()), kept, allowed)
