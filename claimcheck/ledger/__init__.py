"""Decisions of people on findings: taken, kept, and looked at again when something is new."""

from claimcheck.ledger.deciding import decide
from claimcheck.ledger.file import DecisionsFile
from claimcheck.ledger.settling import is_open, settle, settled

__all__ = ["DecisionsFile", "decide", "is_open", "settle", "settled"]
