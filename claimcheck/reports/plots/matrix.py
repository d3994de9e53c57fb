"""Sources against sources: whether their figures agree, stand apart, or are explained."""

from __future__ import annotations

import numpy as np
import pandas as pd

from claimcheck.reports.catalogue import Catalogue
from claimcheck.reports.plots import canvas
from claimcheck.reports.source_pairs import AGREE, APART, EXPLAINED, source_pairs
from claimcheck.tables.results import Results

_SIGNS = {APART: "✕", AGREE: "✓", EXPLAINED: "≈"}
_COLUMNS = ["left", "right", AGREE, APART, EXPLAINED]
_SHORT = 34


def matrix_rows(results: Results, most: int = 24) -> pd.DataFrame:
    """Pairs of sources: left, right (ids), and how many pairs agree, stand apart, are explained."""
    pairs = source_pairs(results, most)
    return pd.DataFrame(
        [(pairs.sources[a], pairs.sources[b], *counts) for a, b, *counts in pairs.cells],
        columns=_COLUMNS,
    )


def source_matrix(results: Results, most: int = 24, ax: canvas.Axes | None = None) -> canvas.Axes:
    """Draw the *most* sources that have most pairs with others against each other.

    Args:
        results: The tables of a run.
        most: How many sources at most.
        ax: Axes to draw on; None makes new ones.

    Raises:
        MissingExtraError: If matplotlib is not installed.
    """
    pairs = source_pairs(results, most)
    size = len(pairs.sources)
    ax = canvas.axes(ax, width=3.5 + 0.55 * size, height=2.5 + 0.4 * size)
    share = np.full((size, size), np.nan)
    for first, second, agree, apart, explained in pairs.cells:
        share[[first, second], [second, first]] = apart / (agree + apart + explained)
        signs = " ".join(
            f"{count}{_SIGNS[kind]}"
            for kind, count in ((APART, apart), (AGREE, agree), (EXPLAINED, explained))
            if count
        )
        for across, up in ((first, second), (second, first)):
            ax.text(across, up, signs, ha="center", va="center", fontsize="small")
    ax.imshow(share, cmap="RdYlGn_r", vmin=0, vmax=1, alpha=0.5)
    catalogue = Catalogue.of(results, ())
    names = [catalogue.source(name)[:_SHORT] for name in pairs.sources]
    ax.set_xticks(range(size), names, rotation=60, ha="right")
    ax.set_yticks(range(size), names)
    return ax
