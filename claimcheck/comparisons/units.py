"""Units of one dimension are brought to one unit, so that their figures can be compared."""

from __future__ import annotations

import functools
from typing import Any

from attrs import frozen

from claimcheck.parsing.units import lookup_unit


@frozen
class Scale:
    """How a unit counts in the base unit of its dimension: base = factor * value + offset.

    Attributes:
        unit: Canonical name.
        dimension: What it measures; units of one dimension can be compared.
        counted: Whether whole things are counted in it, rather than measured.
        factor: Base units in one of it.
        offset: Base units at its zero: not 0 for temperatures only.
    """

    unit: str
    dimension: str
    counted: bool
    factor: float = 1.0
    offset: float = 0.0


def scale_of(unit: str) -> Scale:
    """How *unit* counts; a noun that no table knows is a dimension of its own.

    >>> scale_of("mile").factor / scale_of("km").factor
    1.609344
    >>> scale_of("embassies").dimension
    'embassies'
    """
    return _scale(" ".join(unit.split()))


@functools.lru_cache(maxsize=4096)
def _scale(unit: str) -> Scale:
    known = lookup_unit(unit)
    if known is None:
        return Scale(unit, unit.casefold(), counted=True)
    if known.pint is None:
        return Scale(known.name, known.dimension, counted=known.counted)
    quantity = _registry().Quantity
    base = quantity(1.0, known.pint).to_base_units().units
    if known.dimension == "temperature":
        zero = quantity(0.0, known.pint).to(base).magnitude
        factor = quantity(1.0, known.pint).to(base).magnitude - zero
        return Scale(known.name, known.dimension, known.counted, float(factor), float(zero))
    factor = quantity(1.0, known.pint).to(base).magnitude
    return Scale(known.name, known.dimension, known.counted, float(factor))


@functools.cache
def _registry() -> Any:  # noqa: ANN401 - pint has no usable types
    import pint  # noqa: PLC0415 - slow to import, and most dossiers never convert

    return pint.UnitRegistry(cache_folder=None)
