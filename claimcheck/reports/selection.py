"""Which findings a reader asked for: of one quantity, of one check, of a level at least."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

import pandas as pd
from attrs import frozen

from claimcheck.errors import UnknownNameError
from claimcheck.reports.shelves import KNOWN_CHECKS
from claimcheck.tables import columns as c
from claimcheck.tables.results import Results
from claimcheck.values.relation import Level

_SHOWN = 5


@frozen(kw_only=True)
class Selection:
    """What a reader asked for; None asks for everything.

    Attributes:
        quantity: One quantity, by its id.
        check: One check, by its name.
        level: The least level: ``warning`` asks for conflicts and warnings.
    """

    quantity: str | None = None
    check: str | None = None
    level: Level | None = None

    @classmethod
    def of(
        cls,
        results: Results,
        *,
        quantity: str | None = None,
        check: str | None = None,
        level: str | None = None,
    ) -> Selection:
        """The selection, once every name in it is known to *results*.

        Raises:
            UnknownNameError: If there is no such quantity, check or level, with the nearest.
        """
        if quantity is not None and quantity not in set(results.quantities[c.QUANTITY_ID]):
            raise _unknown("quantity", quantity, results.quantities[c.QUANTITY_ID])
        known = {*KNOWN_CHECKS, *results.findings[c.CHECK].unique()}
        if check is not None and check not in known:
            raise _unknown("check", check, sorted(known))
        if level is not None and level not in set(Level):
            raise _unknown("level", level, list(Level))
        return cls(quantity=quantity, check=check, level=Level(level) if level else None)

    @property
    def is_everything(self) -> bool:
        """Whether nothing was asked for in particular."""
        return self.quantity is None and self.check is None and self.level is None

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
        return findings[wanted]


def _touching(results: Results, quantity: str) -> pd.Series[bool]:
    claims = results.claims
    members = claims.loc[claims[c.QUANTITY_ID] == quantity, c.CLAIM_ID]
    each = results.findings[c.CLAIM_IDS].explode()
    return (
        each.isin(members).groupby(level=0).any().reindex(results.findings.index, fill_value=False)
    )


def _unknown(kind: str, name: str, known: Iterable[str]) -> UnknownNameError:
    names = list(known)
    nearest = difflib.get_close_matches(name, names, n=_SHOWN, cutoff=0.4)
    nearest += [other for other in names if name.casefold() in other.casefold()][:_SHOWN]
    shown = list(dict.fromkeys(nearest))[:_SHOWN] or names[:_SHOWN]
    hint = f"the nearest: {', '.join(shown)}" if shown else f"there is no {kind} at all"
    return UnknownNameError(f"there is no {kind} {name!r}", hint)
