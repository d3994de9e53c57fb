"""What a figure is counted or measured in: names, aliases and dimensions."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from attrs import frozen

_CASE_MATTERS_BELOW = 4
_NO_PINT = "-"
_ONLY_IN_CAPITALS = frozenset({
    "aoa", "afn", "bam", "bbd", "bif", "bmd", "bnd", "bob", "bsd", "btn", "bwp", "bzd", "cdf",
    "crc", "cve", "djf", "dop", "ern", "fjd", "gmd", "gnf", "gtq", "gyd", "hnl", "hrk", "htg",
    "jmd", "kgs", "kyd", "lrd", "mga", "mkd", "mur", "mvr", "mwk", "mzn", "nad", "nio", "pab",
    "pgk", "pyg", "rwf", "scr", "sll", "srd", "tjs", "tmt", "ttd", "vef", "ves", "vuv", "wst",
    "xcd", "xpf", "zmw", "zwl",
})  # fmt: skip
"""Codes of currencies that are words of some language, or too rare to be written small."""
_LONGEST_NAME = 60
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


@frozen
class Unit:
    """A unit that figures are given in.

    Attributes:
        name: The canonical name, such as ``km``, ``USD``, ``percent`` or ``people``.
        dimension: Units of one dimension can be converted into each other. Every currency is a
            dimension of its own.
        counted: Whether it counts whole things, so that 64 and 65 cannot be one number rounded.
        pint: Name by which pint knows the unit; None where there is nothing to convert.

    >>> lookup_unit("kilometres").pint
    'kilometer'
    >>> lookup_unit("camps") is None
    True
    """

    name: str
    dimension: str
    counted: bool
    pint: str | None


@lru_cache(maxsize=8192)
def lookup_unit(text: str) -> Unit | None:
    """The unit that *text* names; None for a countable noun that the table does not know.

    Args:
        text: A name, sign or abbreviation, matched whole: first as written, then, from four
            letters on, whatever its case. ``a/b`` and ``a per b`` are put together from both.

    >>> lookup_unit("USD per kg").dimension
    'currency USD/mass'
    """
    if len(text) > _LONGEST_NAME:
        return None
    written = " ".join(text.split())
    found = _single(written)
    if found is not None:
        return found
    return _compound(written)


@lru_cache(maxsize=4096)
def _single(text: str) -> Unit | None:
    exact, folded = unit_table()
    found = exact.get(text)
    if found is None and len(text) >= _CASE_MATTERS_BELOW:
        found = folded.get(text.casefold())
    if (
        found is None
        and len(text) == 3
        and text.isalpha()
        and text.lower() not in _ONLY_IN_CAPITALS
    ):
        currency = exact.get(text.upper())
        if currency is not None and currency.dimension == f"currency {text.upper()}":
            return currency
    return found


def _compound(text: str) -> Unit | None:
    stroke = "/" if "/" in text else " per "
    above, found, below = text.rpartition(stroke)
    if not found or not above.strip() or not below.strip():
        return None
    left = lookup_unit(above.strip().translate(_SUPERSCRIPTS)) or lookup_unit(above.strip())
    right = _single(below.strip()) or _single(f"{below.strip()}s")
    if left is None or right is None:
        return None
    pint = f"{left.pint} / ({right.pint})" if left.pint and right.pint else None
    name, dimension = f"{left.name}/{right.name}", f"{left.dimension}/{right.dimension}"
    return Unit(name, dimension, counted=False, pint=pint)


_SMALLER = {
    "foot": {"inch": 12},
    "yard": {"foot": 3},
    "mile": {"yard": 1760},
    "hours": {"minutes": 60, "seconds": 3600},
    "minutes": {"seconds": 60},
    "years": {"months": 12},
    "weeks": {"days": 7},
    "days": {"hours": 24},
    "lb": {"oz": 16},
    "stone": {"lb": 14},
    "gallon": {"quart": 4, "pint": 8},
    "quart": {"pint": 2},
    "kg": {"g": 1000},
    "km": {"m": 1000},
    "m": {"cm": 100},
    "GBP": {"pence": 100},
    **{code: {"cent": 100} for code in ("USD", "EUR", "CAD", "AUD", "NZD", "SGD", "HKD")},
}


def smaller_units(name: str | None) -> dict[str, int]:
    """How many of each smaller unit make one of *name*; empty where people add none to it.

    >>> smaller_units("foot")
    {'inch': 12}
    """
    return _SMALLER.get(name, {}) if name else {}


@lru_cache(maxsize=1)
def unit_table() -> tuple[dict[str, Unit], dict[str, Unit]]:
    """Units by alias as written, and by alias in lower case; the first to claim a name has it."""
    exact: dict[str, Unit] = {}
    for dimension, rows in _read("units.toml").items():
        counted = bool(rows.pop("_counted", False))
        for name, listed in rows.items():
            first, *others = [alias.strip() for alias in listed.split("|")]
            pint = None if counted or first == _NO_PINT else first
            unit = Unit(name, dimension, counted=counted, pint=pint)
            for alias in (name, first, *others):
                if alias != _NO_PINT:
                    exact.setdefault(alias, unit)
    for code, listed in _read("currencies.toml").items():
        unit = Unit(code, f"currency {code}", counted=False, pint=None)
        for alias in (code, *(alias.strip() for alias in listed.split("|"))):
            exact.setdefault(alias, unit)
    folded: dict[str, Unit] = {}
    for alias, unit in exact.items():
        folded.setdefault(alias.casefold(), unit)
    return exact, folded


def countable(noun: str) -> Unit:
    """The unit of a noun that no table knows: it counts, and is its own dimension.

    >>> countable("camps").counted
    True
    """
    return Unit(noun, noun, counted=True, pint=None)


def _read(name: str) -> dict[str, Any]:
    text = files("claimcheck.parsing").joinpath(name).read_text(encoding="utf-8")
    return tomllib.loads(text)
