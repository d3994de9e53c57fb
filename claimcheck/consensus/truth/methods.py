"""Every method of truth discovery, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from claimcheck.consensus.truth.accu_copy import accu_copy
from claimcheck.consensus.truth.capped_vote import capped_vote
from claimcheck.consensus.truth.catd import catd
from claimcheck.consensus.truth.claims import ClaimTable
from claimcheck.consensus.truth.crh import crh
from claimcheck.consensus.truth.gtm import gtm
from claimcheck.consensus.truth.medians import lower_median, mean, plain_vote
from claimcheck.consensus.truth.quorum import quorum
from claimcheck.consensus.truth.student_gtm import student_gtm
from claimcheck.consensus.truth.truthfinder import truthfinder
from claimcheck.consensus.truth.truths import Truths
from claimcheck.errors import UnknownNameError, nearest_hint

DEFAULT = "quorum"
METHODS: Mapping[str, Callable[[ClaimTable], Truths]] = {
    DEFAULT: quorum,
    "lower_median": lower_median,
    "plain_vote": plain_vote,
    "capped_vote": capped_vote,
    "crh": crh,
    "crh_squared": partial(crh, loss="squared", against="sum", per_claim=False),
    "catd": catd,
    "gtm": gtm,
    "student_gtm": student_gtm,
    "truthfinder": truthfinder,
    "accu": partial(accu_copy, copies=False),
    "accu_copy": accu_copy,
    "mean": mean,
}


def method_named(name: str) -> Callable[[ClaimTable], Truths]:
    """The method called *name*; hyphens read as underscores.

    Raises:
        UnknownNameError: If there is none, with the nearest name.
    """
    key = name.replace("-", "_")
    if key not in METHODS:
        raise UnknownNameError(
            f"there is no method {name!r} of truth discovery", nearest_hint(key, METHODS)
        )
    return METHODS[key]
