"""What a person saw when they decided: claims, their peers and sources, earlier rulings."""

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
_MATERIAL_OF_SOURCE = [c.SOURCE_ID, c.KIND, c.PUBLISHED, c.DERIVED_FROM, c.INTEREST]
_OTHERS = "other claims of its quantity are new or have changed"
_ESCAPES = {"%": "%25", "|": "%7C", ";": "%3B"}
Digests = Mapping[str, str]


@frozen
class Fingerprint:
    """The claims that a decision rests on, each with a digest of what it says.

    As text it is one cell of ``decisions.csv``: check, own claims, peers, earlier decisions and
    sources, separated by strokes. Notes and locators are no part of what a claim says, titles
    and addresses no part of what a source is.

    Attributes:
        check: Name of the check that made the finding.
        own: Digest of each claim of the finding, by id.
        peers: Digest of each other claim of its quantity, by id; where there are more than
            ``LISTED_PEERS``, one digest of them all under their number.
        seen: Digests of the decisions on the finding that were on record.
        sources: Digest of each source and origin of the claims of the finding, by id; None where
            they were not taken down.

    >>> print(Fingerprint("wide-range", {"a": "3f2a9b10"}, {"b;c": "77aa01bc"}))
    wide-range|3f2a9b10:a|77aa01bc:b%3Bc|
    """

    check: str
    own: Digests
    peers: Digests = field(factory=dict)
    seen: frozenset[str] = frozenset()
    sources: Digests | None = None

    @classmethod
    def parse(cls, text: str) -> Fingerprint:
        """Read the text of a fingerprint.

        Raises:
            InvalidClaimError: If it is none.
        """
        try:
            check, own, peers, seen, *sources = text.split("|")
            (listed,) = sources or (None,)
        except ValueError as error:
            raise InvalidClaimError(
                f"{text!r} is no fingerprint", "leave the cell as it was, or empty"
            ) from error
        return cls(
            check,
            _listed(own),
            _listed(peers),
            frozenset(seen.split(";")) - {""},
            None if listed is None else _listed(listed),
        )

    @classmethod
    def of(
        cls,
        check: str,
        claim_ids: Iterable[str],
        members: pd.DataFrame,
        sources: pd.DataFrame | None = None,
        seen: Iterable[Decision] = (),
    ) -> Fingerprint:
        """The fingerprint of a finding.

        Args:
            check: Name of its check.
            claim_ids: Its claims.
            members: Rows of these claims and of all others of its quantity, as written.
            sources: All sources, as written; None to leave them out.
            seen: The decisions on it that are on record.
        """
        digests = _digests(members, _MATERIAL)
        own = {name: digests[name] for name in claim_ids if name in digests}
        peers = {name: digest for name, digest in digests.items() if name not in own}
        if len(peers) > LISTED_PEERS:
            peers = {f"{len(peers)}{_FOLDED}": _digest(sorted(peers.items()))}
        digests_of_seen = frozenset(decision_digest(decision) for decision in seen)
        if sources is None:
            return cls(check, own, peers, digests_of_seen)
        claims = members[members[c.CLAIM_ID].isin(own)]
        named = pd.concat([claims[c.SOURCE_ID], claims[c.ORIGIN_ID]])
        of_own = sources[sources[c.SOURCE_ID].isin(named)]
        return cls(check, own, peers, digests_of_seen, _digests(of_own, _MATERIAL_OF_SOURCE))

    def since(self, earlier: Fingerprint) -> tuple[str, ...]:
        """What is otherwise in the finding, in words: its claims and their sources."""
        known, now = {**earlier.peers, **earlier.own}, {**self.peers, **self.own}
        fresh = [name for name in self.own if name not in earlier.own]
        gone = [name for name in earlier.own if name not in self.own]
        return (
            *(f"claim {name} {'belongs to it' if name in known else 'is new'}" for name in fresh),
            *(f"claim {name} has changed" for name in _changed(earlier.own, self.own)),
            *(f"claim {name} {'left it' if name in now else 'is gone'}" for name in gone),
            *(
                f"source {name} has changed"
                for name in _changed(earlier.sources or {}, self.sources or {})
            ),
        )

    def around(self, earlier: Fingerprint) -> tuple[str, ...]:
        """What is otherwise in the other claims of the quantity, in words."""
        now, then = (
            {name: digest for name, digest in one.peers.items() if name not in other.own}
            for one, other in ((self, earlier), (earlier, self))
        )
        if any(name.endswith(_FOLDED) for name in (*now, *then)):
            return () if now == then else (_OTHERS,)
        return (
            *(f"claim {name} is new" for name in now if name not in then),
            *(f"claim {name} has changed" for name in _changed(then, now)),
            *(f"claim {name} is gone" for name in then if name not in now),
        )

    def __str__(self) -> str:
        parts = [_escaped(self.check), _listing(self.own), _listing(self.peers)]
        parts.append(";".join(sorted(self.seen)))
        return "|".join(parts if self.sources is None else [*parts, _listing(self.sources)])


def decision_digest(decision: Decision) -> str:
    """Short name of a decision, by which a later one says that it knew of it."""
    return _digest(list(decision.to_row().values()))


def _changed(then: Digests, now: Digests) -> list[str]:
    return [name for name, digest in now.items() if then.get(name, digest) != digest]


def _digests(rows: pd.DataFrame, material: list[str]) -> dict[str, str]:
    """Digest of what each row says in the *material* columns, by the id in the first of them."""
    texts = [rows[name].astype("str").fillna("").tolist() for name in material]
    cells = zip(*texts, strict=True)
    return {name: _digest(row) for name, row in zip(rows[material[0]], cells, strict=True)}


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
