"""Which findings a reader asked for: of a quantity, a claim, a check, a level, a severity."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

import pandas as pd
from attrs import frozen

from claimcheck.errors import UnknownNameError
from claimcheck.reports.shelves import KNOWN_CHECKS
from claimcheck.tables import columns as c
from claimcheck.tables.results import Results
from claimcheck.values.relation import Level, Severity

_SHOWN = 5


@frozen(kw_only=True)
class Selection:
    """What a reader asked for; None asks for everything.

    Attributes:
        quantity: One quantity, by its id.
        check: One check, by its name.
        level: The least level: ``warning`` asks for conflicts and warnings.
        claim: One claim, by its id.
        severity: The least severity; findings that measure no distance are asked for as well.
    """

    quantity: str | None = None
    check: str | None = None
    level: Level | None = None
    claim: str | None = None
    severity: Severity | None = None

    @classmethod
    def of(
        cls,
        results: Results,
        *,
        quantity: str | None = None,
        check: str | None = None,
        level: str | None = None,
        claim: str | None = None,
        severity: str | None = None,
    ) -> Selection:
        """The selection, once every name in it is known to *results*.

        Raises:
            UnknownNameError: If there is no such quantity, check, level, claim or severity, with
                the nearest.
        """
        if quantity is not None and quantity not in set(results.quantities[c.QUANTITY_ID]):
            raise _unknown("quantity", quantity, results.quantities[c.QUANTITY_ID])
        known = {*KNOWN_CHECKS, *results.findings[c.CHECK].unique()}
        if check is not None and check not in known:
            raise _unknown("check", check, sorted(known))
        if level is not None and level not in set(Level):
            raise _unknown("level", level, list(Level))
        if claim is not None and claim not in set(results.claims[c.CLAIM_ID]):
            raise _unknown("claim", claim, results.claims[c.CLAIM_ID])
        least = None if severity is None else severity.replace("-", " ")
        if least is not None and least not in set(Severity):
            raise _unknown("severity", least, list(Severity))
        return cls(
            quantity=quantity,
            check=check,
            level=Level(level) if level else None,
            claim=claim,
            severity=Severity(least) if least else None,
        )

    @property
    def is_everything(self) -> bool:
        """Whether nothing was asked for in particular."""
        return self == Selection()

    @property
    def words(self) -> tuple[str, ...]:
        """What was asked for besides a quantity, each in words."""
        asked = (
            ("check {}", self.check),
            ("level {} and above", self.level),
            ("claim {}", self.claim),
            ("severity {} and above", self.severity),
        )
        return tuple(told.format(name) for told, name in asked if name is not None)

    def findings(self, results: Results) -> pd.DataFrame:
        """The findings asked for, in the order of *results*, worst first."""
        findings = results.findings
        wanted = pd.Series(data=True, index=findings.index)
        if self.quantity is not None:
            wanted &= (findings[c.QUANTITY_ID] == self.quantity) | _touching(results, self.quantity)
        if self.check is not None:
            wanted &= findings[c.CHECK] == self.check
        if self.level is not None:
            wanted &= findings[c.LEVEL].isin(
                [word for word in Level if word.rank <= self.level.rank]
            )
        if self.claim is not None:
            wanted &= _naming(findings, [self.claim])
        if self.severity is not None:
            least = list(Severity).index(self.severity)
            ranks = findings[c.SEVERITY].map(lambda found: list(Severity).index(Severity.of(found)))
            wanted &= (ranks >= least) | (findings[c.SEVERITY] == 0)
        return findings[wanted]


def _touching(results: Results, quantity: str) -> pd.Series[bool]:
    claims = results.claims
    members = claims.loc[claims[c.QUANTITY_ID] == quantity, c.CLAIM_ID]
    return _naming(results.findings, members)


def _naming(findings: pd.DataFrame, claim_ids: Iterable[str]) -> pd.Series[bool]:
    """Mask of the findings on one of *claim_ids*."""
    is_named = findings[c.CLAIM_IDS].explode().isin(list(claim_ids))
    return is_named.groupby(level=0).any().reindex(findings.index, fill_value=False)


def _unknown(kind: str, name: str, known: Iterable[str]) -> UnknownNameError:
    names = list(known)
    nearest = difflib.get_close_matches(name, names, n=_SHOWN, cutoff=0.4)
    nearest += [other for other in names if name.casefold() in other.casefold()][:_SHOWN]
    shown = list(dict.fromkeys(nearest))[:_SHOWN] or names[:_SHOWN]
    hint = f"the nearest: {', '.join(shown)}" if shown else f"there is no {kind} at all"
    return UnknownNameError(f"there is no {kind} {name!r}", hint)
