"""Units of one dimension are brought to one unit, so that their figures can be compared."""

from __future__ import annotations

import functools
import re
from typing import Any

from attrs import frozen

from claimcheck.parsing.units import lookup_unit

SHARE = "share"
_OTHER_DIMENSIONS = {"volume/area": "length"}
_BASES = {"thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_SHARE = re.compile(
    rf"(?P<what>.*?)\s*(?:\bper\b|/)\s*(?P<base>10+k?|10*(?:[ ,.]000)+|{'|'.join(_BASES)})"
    r"(?P<whole>(?:\s.*)?)",
    re.IGNORECASE,
)


@frozen
class Scale:
    """How a unit counts in the base unit of its dimension: base = factor * value + offset.

    Attributes:
        unit: Canonical name.
        dimension: What it measures; units of one dimension can be compared.
        counted: Whether whole things are counted in it, rather than measured.
        listed: Whether its dimension is known; a noun that no table knows may be any.
        factor: Base units in one of it.
        offset: Base units at its zero: not 0 for temperatures only.
    """

    unit: str
    dimension: str
    counted: bool
    factor: float = 1.0
    offset: float = 0.0
    listed: bool = True


def scale_of(unit: str) -> Scale:
    """How *unit* counts; a noun that no table knows is a dimension of its own.

    >>> scale_of("mile").factor / scale_of("km").factor
    1.609344
    >>> scale_of("embassies").dimension
    'embassies'
    >>> scale_of("per 100k people").factor
    1e-05
    """
    return _scale(" ".join(unit.split()))


@functools.lru_cache(maxsize=4096)
def _scale(unit: str) -> Scale:
    known = lookup_unit(unit)
    if known is None:
        return _share(unit) or Scale(unit, unit.casefold(), counted=True, listed=False)
    if known.pint is None:
        return Scale(known.name, known.dimension, counted=known.counted)
    dimension = _OTHER_DIMENSIONS.get(known.dimension, known.dimension)
    quantity = _registry().Quantity
    base = quantity(1.0, known.pint).to_base_units().units
    if known.dimension == "temperature":
        zero = quantity(0.0, known.pint).to(base).magnitude
        factor = quantity(1.0, known.pint).to(base).magnitude - zero
        return Scale(known.name, dimension, known.counted, float(factor), float(zero))
    factor = quantity(1.0, known.pint).to(base).magnitude
    return Scale(known.name, dimension, known.counted, float(factor))


def _share(unit: str) -> Scale | None:
    """The scale of "per 100,000", of people or of other things; None for what is no such unit."""
    match = _SHARE.fullmatch(unit)
    if match is None:
        return None
    base = match["base"].casefold()
    zeros = _BASES.get(base) or int(re.sub(r"\D", "", base)) * (1000 if base[-1] == "k" else 1)
    of = [match["what"], "" if _is_people(match["whole"]) else match["whole"].strip()]
    name = " ".join(part for part in (of[0], f"per {zeros:,}", of[1]) if part)
    dimension = f"{SHARE} {' in '.join(part for part in of if part)}".rstrip().casefold()
    return Scale(name, dimension, counted=False, factor=1 / zeros)


def _is_people(noun: str) -> bool:
    known = lookup_unit(noun.strip())
    return noun.strip() in {"", "population"} or (known is not None and known.name == "people")


@functools.cache
def _registry() -> Any:  # noqa: ANN401 - pint has no usable types
    import pint  # noqa: PLC0415 - slow to import, and most dossiers never convert

    return pint.UnitRegistry(cache_folder=None)
