"""Decisions of people on findings: taken, kept, and looked at again when something is new."""

from claimcheck.ledger.deciding import decide, decide_all, is_on_record
from claimcheck.ledger.file import DecisionsFile
from claimcheck.ledger.settling import is_open, settle, settled

__all__ = [
    "DecisionsFile",
    "decide",
    "decide_all",
    "is_on_record",
    "is_open",
    "settle",
    "settled",
]
