"""Pictures for papers and notebooks: each takes tables and returns matplotlib's own object."""

from claimcheck.reports.plots.forest import forest
from claimcheck.reports.plots.ideogram import ideogram
from claimcheck.reports.plots.matrix import source_matrix
from claimcheck.reports.plots.parts import parts
from claimcheck.reports.plots.timeline import timeline

__all__ = ["forest", "ideogram", "parts", "source_matrix", "timeline"]
