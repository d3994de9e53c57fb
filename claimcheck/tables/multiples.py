"""Units that multiply their figures: "thousand people", "USD million", "in thousands"."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from claimcheck.parsing.units import lookup_unit

_WORDS = {
    100: "hundred hundreds",
    1e3: "thousand thousands thsd tsd tausend milliers тыс",
    1e5: "lakh lakhs",
    1e6: "million millions mn mln mio millionen millones milhões milioni milyon млн",
    1e7: "crore crores",
    1e9: "billion billions bn bln mrd mld milliard milliards milliarden miliardi milyar млрд",
    1e12: "trillion trillions tn trn",
}
_FACTORS = {word: factor for factor, words in _WORDS.items() for word in words.split()}
_THOUSANDS = r"['’]000s?|000s?|1[ ,.]?000s?"
_SCALE = rf"(?P<scale>{'|'.join(sorted(_FACTORS, key=len, reverse=True))})\b\.?"
_BEFORE = re.compile(
    rf"(?:in )?(?:{_SCALE}|(?P<digits>{_THOUSANDS})(?!\S))(?: of\b)?(?P<rest>.*)", re.IGNORECASE
)
_AFTER = re.compile(
    r"(?P<rest>.*?\S)(?:,? in |,? |,? ?\((?:in )?)"
    rf"(?:{_SCALE}|(?P<digits>['’]000s?|000s))\)?",
    re.IGNORECASE,
)
_LONGEST = 60
_RATE = re.compile(r"\bper$|/$|\d$")
_LETTERS = {"k": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12}
_MONEY = (
    re.compile(r"(?P<money>.+?) ?(?P<letter>k|mm?|mn|bn?|tn)", re.IGNORECASE),
    re.compile(r"(?P<letter>k|mm?|mn|bn?|tn) ?(?P<money>.+)", re.IGNORECASE),
)
_OWN_SCALE = re.compile(rf"\b{_SCALE}|\d ?(?:k|m|mn|bn?|tn)\b", re.IGNORECASE)


@frozen
class Multiple:
    """A unit as a column names it.

    Attributes:
        factor: What its figures are multiplied by; 1 for most units.
        unit: What remains of the unit; empty where nothing does.
    """

    factor: float
    unit: str


@lru_cache(maxsize=4096)
def multiple_of(unit: str) -> Multiple:
    """The factor that *unit* multiplies its figures by, and what remains of it.

    >>> multiple_of("thousands of people"), multiple_of("USD m")
    (Multiple(factor=1000.0, unit='people'), Multiple(factor=1000000.0, unit='USD'))
    >>> multiple_of("per million").factor, multiple_of("million years").factor
    (1.0, 1.0)
    """
    written = " ".join(unit.split())
    if len(written) > _LONGEST or lookup_unit(written) is not None:
        return Multiple(1.0, written)
    found = _scaled(written) or _money(written)
    if found is None:
        return Multiple(1.0, written)
    rest = multiple_of(found.unit)
    return Multiple(found.factor * rest.factor, rest.unit)


@lru_cache(maxsize=4096)
def has_scale(phrase: str) -> bool:
    """Whether *phrase* has a scale of its own, which that of a unit column only repeats.

    >>> has_scale("5.2 million"), has_scale("$3bn"), has_scale("5.2")
    (True, True, False)
    """
    return _OWN_SCALE.search(phrase) is not None


def _scaled(written: str) -> Multiple | None:
    match = _BEFORE.fullmatch(written) or _AFTER.fullmatch(written)
    if match is None or _RATE.search(match["rest"]):
        return None
    factor = _FACTORS[match["scale"].casefold()] if match["scale"] else 1e3
    return Multiple(factor, match["rest"].strip())


def _money(written: str) -> Multiple | None:
    """A currency with a letter beside it; a letter beside another unit may be anything."""
    for pattern in _MONEY:
        match = pattern.fullmatch(written)
        unit = lookup_unit(match["money"]) if match else None
        if match and unit is not None and unit.dimension.startswith("currency "):
            return Multiple(_LETTERS[match["letter"].casefold()], match["money"])
    return None
