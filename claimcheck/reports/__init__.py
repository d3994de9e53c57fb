"""From results to documents for people; nothing is computed here."""

from claimcheck.reports.report import ConflictReport

__all__ = ["ConflictReport"]
