"""Which unit a reader has to be told beside a phrase."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing.figures import parse_figure
from claimcheck.tables.multiples import has_scale, multiple_of

_BARE = re.compile(r"[\d\s.,–-]*")


@lru_cache(maxsize=65_536)
def unit_beside(phrase: str, unit: str) -> str:
    """The *unit* of a column, to stand behind *phrase*; empty where the phrase names one itself.

    >>> unit_beside("24", "ft"), unit_beside("24 feet", "ft"), unit_beside("3,400 homes", "houses")
    ('ft', '', '')
    """
    multiple = multiple_of(unit)
    multiplied = multiple.factor != 1 and not has_scale(phrase)
    if unit == "date" or (_names_unit(phrase, multiple.unit) and not multiplied):
        return ""
    return unit


def _names_unit(phrase: str, unit: str) -> bool:
    """Whether the phrase is in the same unit with the column and without it."""
    if _BARE.fullmatch(phrase):
        return False
    try:
        alone, beside = parse_figure(phrase).unit, parse_figure(phrase, unit=unit).unit
    except FigureSyntaxError:
        return unit.casefold() in phrase.casefold()
    return alone == beside and alone not in {None, "date"}
