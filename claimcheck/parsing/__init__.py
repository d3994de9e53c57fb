"""Words into values: figures, dates and units as people write them."""

from __future__ import annotations

from importlib import import_module

from claimcheck.parsing.figures import parse_figure
from claimcheck.parsing.units import Unit, lookup_unit

__all__ = ["FoundFigure", "Unit", "find_figures", "lookup_unit", "parse_figure", "parse_figures"]


_LATER = {
    "FoundFigure": "claimcheck.parsing.running.text",
    "find_figures": "claimcheck.parsing.running.text",
    "parse_figures": "claimcheck.parsing.columns",
}


def __getattr__(name: str) -> object:
    """What reads prose, or needs pandas, is imported when it is first used."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LATER[name]), name)
