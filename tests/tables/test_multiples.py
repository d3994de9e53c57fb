"""A unit may multiply its figures, as the heads of columns do."""

from __future__ import annotations

import pytest

from claimcheck.tables.multiples import has_scale, multiple_of


@pytest.mark.parametrize(
    ("unit", "factor", "remains"),
    [
        ("thousand people", 1e3, "people"),
        ("Thousands of people", 1e3, "people"),
        ("people (thousands)", 1e3, "people"),
        ("people (in thousands)", 1e3, "people"),
        ("people, in thousands", 1e3, "people"),
        ("people in  thousands", 1e3, "people"),
        ("in thousands", 1e3, ""),
        ("in thousands of people", 1e3, "people"),
        ("hundred thousand people", 1e5, "people"),
        ("'000 people", 1e3, "people"),
        ("people ('000)", 1e3, "people"),
        ("people '000s", 1e3, "people"),
        ("1,000 people", 1e3, "people"),
        ("1000 USD", 1e3, "USD"),
        ("million", 1e6, ""),
        ("million USD", 1e6, "USD"),
        ("USD million", 1e6, "USD"),
        ("USD (millions)", 1e6, "USD"),
        ("US$ bn", 1e9, "US$"),
        ("$m", 1e6, "$"),
        ("USD m", 1e6, "USD"),
        ("EURm", 1e6, "EUR"),
        ("kEUR", 1e3, "EUR"),
        ("MUSD", 1e6, "USD"),
        ("Mio. EUR", 1e6, "EUR"),
        ("млн people", 1e6, "people"),
        ("lakh tonnes", 1e5, "tonnes"),
        ("million barrels per day", 1e6, "barrels per day"),
        ("thousand km²", 1e3, "km²"),
        ("people", 1, "people"),
        ("date", 1, "date"),
        ("m", 1, "m"),
        ("MXN", 1, "MXN"),
        ("bmi", 1, "bmi"),
        ("km", 1, "km"),
        ("percent", 1, "percent"),
        ("per million", 1, "per million"),
        ("per 1,000", 1, "per 1,000"),
        ("per thousand births", 1, "per thousand births"),
        ("cases per million", 1, "cases per million"),
        ("parts per million", 1, "parts per million"),
        ("USD/million", 1, "USD/million"),
        ("1 in 1,000", 1, "1 in 1,000"),
        ("million years", 1, "million years"),
        ("millionaires", 1, "millionaires"),
        ("hundredweight", 1, "hundredweight"),
    ],
)
def test_a_unit_is_parted_from_what_multiplies_it(unit: str, factor: float, remains: str) -> None:
    """What tables head their columns with, and what only looks like it."""
    found = multiple_of(unit)

    assert (found.factor, found.unit) == (factor, remains)


@pytest.mark.parametrize(
    ("phrase", "has"),
    [
        ("5", False),
        ("5,200.5", False),
        ("$5", False),
        ("5 people", False),
        ("5 km", False),
        ("5 million", True),
        ("5m", True),
        ("$5bn", True),
        ("half a million", True),
        ("hundreds of thousands", True),
    ],
)
def test_a_phrase_may_have_a_scale_of_its_own(phrase: str, *, has: bool) -> None:
    """Which then is not multiplied again."""
    assert has_scale(phrase) == has
