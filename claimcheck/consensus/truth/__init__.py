"""Many quantities at once: truths by agreement, and how far each source can be trusted."""

from claimcheck.consensus.truth.discover import Discovery, discover
from claimcheck.consensus.truth.methods import DEFAULT, METHODS

__all__ = ["DEFAULT", "METHODS", "Discovery", "discover"]
