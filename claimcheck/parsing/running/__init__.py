"""Figures in running prose: where they stand, and what about them is no figure."""
