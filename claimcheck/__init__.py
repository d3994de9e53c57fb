"""claimcheck reconciles numeric claims: conflicts, ranges, disputed figures, and what is agreed.

The face imports nothing until a name is used.

>>> import claimcheck as cc
>>> cc.Figure.between(5e6, 10e6).meets(cc.Figure.exactly(50e6))
False
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

from claimcheck.awaiting import once_loaded

__version__ = "0.1.0"

_HOMES = {
    "AsOf": "claimcheck.values.asof",
    "Claim": "claimcheck.model.claim",
    "ClaimcheckError": "claimcheck.errors",
    "Decision": "claimcheck.model.decision",
    "Dossier": "claimcheck.tables.dossier",
    "DossierError": "claimcheck.errors",
    "Figure": "claimcheck.values.figure",
    "FigureKind": "claimcheck.values.figure",
    "FigureSyntaxError": "claimcheck.errors",
    "Quantity": "claimcheck.model.quantity",
    "Reconciliation": "claimcheck.reconcile",
    "Settings": "claimcheck.settings",
    "Source": "claimcheck.model.source",
    "Stance": "claimcheck.model.stance",
    "contradictions": "claimcheck.questions",
    "disputed": "claimcheck.questions",
    "estimate": "claimcheck.questions",
    "find_figures": "claimcheck.parsing",
    "open_store": "claimcheck.store",
    "parse_figure": "claimcheck.parsing",
    "parse_figures": "claimcheck.parsing",
    "ranges": "claimcheck.questions",
    "read_dossier": "claimcheck.desk.reading",
    "reconcile": "claimcheck.reconcile",
    "write_dossier": "claimcheck.io",
}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - the stub file names them one by one


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'claimcheck' has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])


class _Face(ModuleType):
    """The package, on which ``reconcile`` is the function and never the file of that name."""

    @property
    def reconcile(self) -> object:
        return import_module("claimcheck.reconcile").reconcile

    @reconcile.setter
    def reconcile(self, _: object) -> None:
        """Importing the file would set the name to it."""


sys.modules[__name__].__class__ = _Face
once_loaded("pandas", lambda: import_module("claimcheck.accessor"))
