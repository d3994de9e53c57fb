"""Which finding of this run is the one that a decision was taken on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd
from attrs import frozen

from claimcheck.ledger.fingerprint import Fingerprint
from claimcheck.model.decision import Decision
from claimcheck.tables import columns as c
from claimcheck.values.relation import Level


@frozen
class Filed:
    """A decision and what it saw.

    Attributes:
        decision: The decision.
        saw: Its fingerprint; None where none was taken.
    """

    decision: Decision
    saw: Fingerprint | None

    @classmethod
    def of(cls, decision: Decision) -> Filed:
        """The decision with its fingerprint read.

        Raises:
            InvalidClaimError: If the fingerprint is none.
        """
        text = decision.fingerprint
        return cls(decision, Fingerprint.parse(text) if text else None)


def match(findings: pd.DataFrame, filed: Sequence[Filed]) -> Mapping[int, tuple[Filed, ...]]:
    """The decisions on each finding, by the position of its row, in their order.

    A finding whose figures changed has another id. It is known again by its check and claims;
    else by its claims alone, where a conflict got another name; else by its check, where claims
    came to those that it had.

    Args:
        findings: The findings of this run; finding_id, check and claim_ids are read.
        filed: The decisions; those on findings that are gone match nothing.
    """
    place_of_id = {name: place for place, name in enumerate(findings[c.FINDING_ID])}
    index = _Index.of(findings, filed)
    matched: defaultdict[int, list[Filed]] = defaultdict(list)
    for item in filed:
        place = place_of_id.get(item.decision.finding_id)
        if place is None and item.saw is not None:
            place = index.successor(item.saw)
        if place is not None:
            matched[place].append(item)
    return {place: tuple(items) for place, items in matched.items()}


@frozen
class _Index:
    """The findings that share a claim with some decision, by their claims."""

    by_claims: Mapping[frozenset[str], Sequence[int]]
    checks: Mapping[int, str]
    conflicts: frozenset[int]

    @classmethod
    def of(cls, findings: pd.DataFrame, filed: Iterable[Filed]) -> _Index:
        own = {name for item in filed if item.saw for name in item.saw.own}
        claim_ids = findings[c.CLAIM_IDS].reset_index(drop=True)
        touched = claim_ids.explode().isin(own)
        places = sorted(set(touched.index[touched]))
        by_claims: defaultdict[frozenset[str], list[int]] = defaultdict(list)
        for place in places:
            by_claims[frozenset(claim_ids.iloc[place])].append(place)
        checks = findings[c.CHECK].iloc[places].tolist()
        is_conflict = (findings[c.LEVEL].iloc[places] == Level.CONFLICT).tolist()
        conflicts = (place for place, holds in zip(places, is_conflict, strict=True) if holds)
        return cls(by_claims, dict(zip(places, checks, strict=True)), frozenset(conflicts))

    def successor(self, saw: Fingerprint) -> int | None:
        own = frozenset(saw.own)
        same_claims = self.by_claims.get(own, ())
        same_check = [place for place in same_claims if self.checks[place] == saw.check]
        candidates = same_check or [place for place in same_claims if place in self.conflicts]
        if candidates:
            return candidates[0]
        grown = [
            place
            for claims, places in self.by_claims.items()
            if own < claims
            for place in places
            if self.checks[place] == saw.check
        ]
        return min(grown, default=None)
