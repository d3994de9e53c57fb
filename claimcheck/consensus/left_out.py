"""Why claims have no vote on a quantity or repeat another, each by its id."""

from __future__ import annotations

import numpy as np
import pandas as pd

from claimcheck.errors import RefusedError
from claimcheck.tables import columns as c

_VOICES = ("asserts", "reports")


def without_vote(claims: pd.DataFrame) -> dict[str, str]:
    """Reason by claim_id why each of *claims* that has no vote has none.

    Args:
        claims: Claims as read: claim_id, stance, reading, votes and voted.
    """
    silent = claims[~claims[c.VOTED].to_numpy(bool)]
    reasons = np.select(
        [
            ~silent[c.STANCE].isin(_VOICES).to_numpy(),
            (silent[c.READING] == "unparsed").to_numpy(),
            ~silent[c.VOTES].to_numpy(bool),
        ],
        ["disputes or denies", "cannot be read", "gives no figure"],
        "adds no vote of its own",
    )
    return dict(zip(silent[c.CLAIM_ID].tolist(), reasons.tolist(), strict=True))


def repeats(measured: pd.DataFrame) -> dict[str, str]:
    """Which claim each of the others repeats, by claim_id: one origin's value counts once.

    Args:
        measured: One row a claim: claim_id, origin, value and error.

    Raises:
        RefusedError: If an origin gives several values, which are not independent.
    """
    again = measured.duplicated([c.ORIGIN, "value", "error"])
    single = measured[~again]
    several = single[single[c.ORIGIN].duplicated(keep=False)]
    if len(several):
        origin = several[c.ORIGIN].iloc[0]
        ids = several.loc[several[c.ORIGIN] == origin, c.CLAIM_ID]
        raise RefusedError(
            f"{origin} gives {len(ids)} values: {', '.join(ids)}",
            "values of one origin are not independent: give one value an origin",
        )
    first = dict(zip(single[c.ORIGIN], single[c.CLAIM_ID], strict=True))
    copies = measured[again]
    return {
        claim: f"repeats {first[origin]}"
        for claim, origin in zip(copies[c.CLAIM_ID], copies[c.ORIGIN], strict=True)
    }
