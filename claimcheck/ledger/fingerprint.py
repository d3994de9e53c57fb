"""What a person saw when they decided: the claims of the finding, their peers, earlier rulings."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Final

import pandas as pd
from attrs import field, frozen

from claimcheck.errors import InvalidClaimError
from claimcheck.model.decision import Decision
from claimcheck.tables import columns as c

LISTED_PEERS: Final = 200
_DIGITS = 8
_FOLDED = " further claims"
_IMMATERIAL = {c.LOCATOR, c.NOTE}
_MATERIAL = [name for name in c.CLAIM_COLUMNS if name not in _IMMATERIAL]
_ESCAPES = {"%": "%25", "|": "%7C", ";": "%3B"}
Digests = Mapping[str, str]


@frozen
class Fingerprint:
    """The claims that a decision rests on, each with a digest of what it says.

    As text it is one cell of ``decisions.csv``: check, own claims, peers and earlier decisions,
    separated by strokes. Notes and locators are no part of what a claim says.

    Attributes:
        check: Name of the check that made the finding.
        own: Digest of each claim of the finding, by id.
        peers: Digest of each other claim of its quantity, by id; where there are more than
            ``LISTED_PEERS``, one digest of them all under their number.
        seen: Digests of the decisions on the finding that were on record.

    >>> print(Fingerprint("wide-range", {"a": "3f2a9b10"}, {"b;c": "77aa01bc"}))
    wide-range|3f2a9b10:a|77aa01bc:b%3Bc|
    """

    check: str
    own: Digests
    peers: Digests = field(factory=dict)
    seen: frozenset[str] = frozenset()

    @classmethod
    def parse(cls, text: str) -> Fingerprint:
        """Read the text of a fingerprint.

        Raises:
            InvalidClaimError: If it is none.
        """
        try:
            check, own, peers, seen = text.split("|")
        except ValueError as error:
            raise InvalidClaimError(
                f"{text!r} is no fingerprint", "leave the cell as it was, or empty"
            ) from error
        return cls(check, _listed(own), _listed(peers), frozenset(seen.split(";")) - {""})

    @classmethod
    def of(
        cls,
        check: str,
        claim_ids: Iterable[str],
        members: pd.DataFrame,
        seen: Iterable[Decision] = (),
    ) -> Fingerprint:
        """The fingerprint of a finding.

        Args:
            check: Name of its check.
            claim_ids: Its claims.
            members: Rows of these claims and of all others of its quantity, as written.
            seen: The decisions on it that are on record.
        """
        digests = _digests(members)
        own = {name: digests[name] for name in claim_ids if name in digests}
        peers = {name: digest for name, digest in digests.items() if name not in own}
        if len(peers) > LISTED_PEERS:
            peers = {f"{len(peers)}{_FOLDED}": _digest(sorted(peers.items()))}
        return cls(check, own, peers, frozenset(decision_digest(decision) for decision in seen))

    def since(self, earlier: Fingerprint) -> tuple[str, ...]:
        """What is new in this fingerprint, in words; empty where the claims are the same."""
        now, then = {**self.own, **self.peers}, {**earlier.own, **earlier.peers}
        fresh = [name for name in now if name not in then]
        changed = [name for name in now if then.get(name, now[name]) != now[name]]
        gone = [name for name in then if name not in now]
        if any(name.endswith(_FOLDED) for name in (*fresh, *changed, *gone)):
            return ("other claims of its quantity are new or have changed",)
        return (
            *(f"claim {name} is new" for name in fresh),
            *(f"claim {name} has changed" for name in changed),
            *(f"claim {name} is gone" for name in gone),
        )

    def __str__(self) -> str:
        seen = ";".join(sorted(self.seen))
        return "|".join((_escaped(self.check), _listing(self.own), _listing(self.peers), seen))


def decision_digest(decision: Decision) -> str:
    """Short name of a decision, by which a later one says that it knew of it."""
    return _digest(list(decision.to_row().values()))


def _digests(claims: pd.DataFrame) -> dict[str, str]:
    """Digest of each claim by id; reads the columns as written, less note and locator."""
    texts = [claims[name].astype("str").fillna("").tolist() for name in _MATERIAL]
    cells = zip(*texts, strict=True)
    return {name: _digest(row) for name, row in zip(claims[c.CLAIM_ID], cells, strict=True)}


def _digest(cells: object) -> str:
    text = json.dumps(cells, ensure_ascii=True)
    return hashlib.blake2b(text.encode(), digest_size=_DIGITS // 2).hexdigest()


def _listing(digests: Digests) -> str:
    return ";".join(f"{digest}:{_escaped(name)}" for name, digest in digests.items())


def _listed(text: str) -> Digests:
    pairs = (item.partition(":") for item in text.split(";") if item)
    return {_unescaped(name): digest for digest, _, name in pairs}


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(letter, letter) for letter in text)


def _unescaped(text: str) -> str:
    for letter, escape in reversed(_ESCAPES.items()):
        text = text.replace(escape, letter)
    return text
