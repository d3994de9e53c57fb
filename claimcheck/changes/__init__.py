"""What changed between two runs over the same matter: claims, findings and quantities."""

from claimcheck.changes.changes import Changes
from claimcheck.changes.diff import diff

__all__ = ["Changes", "diff"]
