"""What is counted: the noun behind a figure in running text."""

from __future__ import annotations

from claimcheck.parsing.amounts import read_amount
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.running.dates import is_plain_plural
from claimcheck.parsing.running.starts import STARTS
from claimcheck.parsing.said import Said
from claimcheck.parsing.tokens import Token
from claimcheck.parsing.unit_reading import read_unit
from claimcheck.parsing.units import lookup_unit

_JOINTS = ("to", "or", "exact", "several")
_LONGEST_LETTERS = 2
"""Shorter units are read with the number; what is left of them are words."""
_MEN = frozenset({"men", "women", "children", "mice", "sheep", "cattle", "personnel", "police"})


def take_noun(reader: Reader, said: Said) -> None:
    """The noun that is counted, where it is a unit that is known or a plain plural."""
    if said.unit is not None:
        return
    if _dotted_scale(reader):
        reader.place += 1
        said.unit = read_unit(reader)
        reader.place -= said.unit is None
        return
    start = reader.place
    joined = reader.peek().low in reader.language.mark("of")
    if joined:
        reader.place += 1 + (reader.peek(1).low == "'")
    token = reader.peek()
    unit = lookup_unit(_word(token, reader)) if len(token.low) > _LONGEST_LETTERS else None
    worded = start > 0 and reader.peek(start - reader.place - 1).kind == "w"
    if not _is_noun(reader, known=unit is not None) or (joined and not (worded or unit)):
        reader.place = start
        return
    said.unit = unit.name if unit else _word(token, reader)
    reader.place += 1


def _dotted_scale(reader: Reader) -> bool:
    """Whether the dot of an abbreviated scale stands before a unit: "65 тыс. рублей"."""
    dot, after = reader.peek(), reader.peek(1)
    if dot.low != "." or not reader.adjoins() or after.kind != "w":
        return False
    scale = reader.peek(-1).low in reader.language.scales
    return scale and lookup_unit(_word(after, reader)) is not None


def _is_noun(reader: Reader, *, known: bool) -> bool:
    token = reader.peek()
    if token.kind != "w" or token.low in reader.language.mark("stops"):
        return False
    plural = is_plain_plural(reader, 0) or token.low in _MEN
    return known or (plural and not _new_cue(reader))


def _new_cue(reader: Reader) -> bool:
    start = reader.place
    cue = bool(reader.cue_at(start, (*STARTS, *_JOINTS))[1])
    number = not cue and read_amount(reader) is not None
    reader.place = start
    return cue or number


def _word(token: Token, reader: Reader) -> str:
    return reader.text[token.start : token.end]
