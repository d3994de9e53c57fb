"""A unit is told once."""

from __future__ import annotations

import pytest

from claimcheck.tables.told_units import unit_beside


@pytest.mark.parametrize(
    ("phrase", "unit", "told"),
    [
        ("24", "ft", "ft"),
        ("24 feet", "ft", ""),
        ("3,400 homes", "houses", ""),
        ("80%", "percent", ""),
        ("80", "percent", "percent"),
        ("€1.2bn", "EUR", ""),
        ("1.2 billion", "EUR", "EUR"),
        ("ten million Azerbaijanis", "people", ""),
        ("ten million", "people", "people"),
        ("about 220,000", "people", "people"),
        ("5 million", "m", "m"),
        ("500 m", "people", "people"),
        ("5 km", "people", ""),
        ("1992", "date", ""),
        ("about 1990", "people", "people"),
        ("500", "thousand people", "thousand people"),
        ("500 people", "thousand people", "thousand people"),
        ("5 million people", "million people", ""),
        ("many people", "people", ""),
        ("many", "people", "people"),
    ],
)
def test_a_unit_stands_behind_a_phrase_that_names_none(phrase: str, unit: str, told: str) -> None:
    """“24 feet” ft is once too often, and “1.2 billion” of what is once too few."""
    assert unit_beside(phrase, unit) == told
