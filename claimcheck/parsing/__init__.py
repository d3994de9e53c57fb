"""Words into values: figures, dates and units as people write them."""

from __future__ import annotations

from claimcheck.parsing.figures import parse_figure

__all__ = ["parse_figure"]
