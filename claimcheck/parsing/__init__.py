"""Words into values: figures, dates and units as people write them."""

from __future__ import annotations

from importlib import import_module

from claimcheck.parsing.figures import parse_figure
from claimcheck.parsing.running.text import FoundFigure, find_figures
from claimcheck.parsing.units import Unit, lookup_unit

__all__ = ["FoundFigure", "Unit", "find_figures", "lookup_unit", "parse_figure", "parse_figures"]


def __getattr__(name: str) -> object:
    """``parse_figures``, which alone needs pandas, is imported when it is first used."""
    if name == "parse_figures":
        return import_module("claimcheck.parsing.columns").parse_figures
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
