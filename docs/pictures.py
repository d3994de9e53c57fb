"""Draws the pictures of the README from the bundled dossier: ``python docs/pictures.py``."""  # noqa: INP001 - a script

from __future__ import annotations

from pathlib import Path

import matplotlib as mpl

import claimcheck as cc
from claimcheck.reports import plots
from claimcheck.tables.results import Results

HERE = Path(__file__).parent
WORLD, INFOBOX = "azerbaijanis/population/world", "T01-infobox"


def draw(results: Results, folder: Path) -> tuple[Path, ...]:
    """Write both pictures to *folder*; the same bytes for the same dossier."""
    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "claimcheck"
    pictures = {
        folder / "forest.svg": plots.forest(results, WORLD),
        folder / "parts.svg": plots.parts(results, INFOBOX),
    }
    for path, ax in pictures.items():
        ax.figure.savefig(path, metadata={"Date": None})
    return tuple(pictures)


if __name__ == "__main__":
    dossier = cc.read_dossier(HERE.parent / "fixtures" / "azerbaijani-diaspora")
    draw(cc.reconcile(dossier).results, HERE)
