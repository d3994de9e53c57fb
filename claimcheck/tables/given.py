"""What a caller gives to a run, as a dossier and its settings."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from claimcheck.errors import InvalidClaimError, SettingsError
from claimcheck.model.claim import Claim
from claimcheck.model.source import Source
from claimcheck.settings import Settings
from claimcheck.tables.dossier import Dossier


def dossier_given(
    claims: Dossier | pd.DataFrame | Iterable[Claim],
    sources: pd.DataFrame | Iterable[Source] | None,
    totals: pd.DataFrame | None,
) -> Dossier:
    """The dossier that *claims* are, or are put together to with *sources* and *totals*.

    Raises:
        DossierError: If the tables cannot be read as they stand, with every bad row.
        InvalidClaimError: If *claims* are neither, *sources* or *totals* are no tables, or stand
            beside a dossier.
    """
    if not isinstance(claims, Dossier):
        return Dossier.of(claims, sources, totals)
    if sources is not None or totals is not None:
        name = "sources" if sources is not None else "totals"
        raise InvalidClaimError(
            f"a dossier has {name} of its own, and others are given beside it",
            f"leave {name} out, or give dossier.claims in place of the dossier",
        )
    return claims


def settings_given(settings: Settings | None) -> Settings:
    """The constants to use; the defaults where none are given.

    Raises:
        SettingsError: If *settings* are none.
    """
    if settings is None:
        return Settings()
    if not isinstance(settings, Settings):
        raise SettingsError(
            f"a {type(settings).__name__} is no settings",
            "give Settings(hedge=0.2), or Settings.from_mapping of a mapping",
        )
    return settings
