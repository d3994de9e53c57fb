"""A measure is known by its name, however it is spelled."""

from __future__ import annotations

import pytest

from claimcheck.settings import Settings
from claimcheck.tables.measures import all_folded, folded, head_words


@pytest.mark.parametrize(
    "name",
    [
        "deaths",
        "excess_deaths",
        "death-toll",
        "deaths, flood",
        "deaths (confirmed)",
        "number of deaths",
        "total number of the dead",
        "people who died",
        "Deaths from the flood",
    ],
)
def test_a_flow_is_known_in_many_spellings(name: str) -> None:
    """Desks write deaths in one file and death-toll in the next."""
    assert head_words(name) & Settings().flows


@pytest.mark.parametrize("name", ["length", "length_km", "river length", "length of the river"])
def test_a_constant_is_known_with_its_unit(name: str) -> None:
    """A unit at the end of a name says nothing of its kind."""
    assert head_words(name) & Settings().constants


@pytest.mark.parametrize("name", ["deaths per 100,000", "km/h", "count per year"])
def test_a_rate_is_no_flow(name: str) -> None:
    """What is counted per something does not add up over time."""
    assert head_words(name) == set()


@pytest.mark.parametrize(
    "texts",
    [
        ["River  Kura", "A"],
        ["Straße", "ＡＢＣ"],
        [],
        ["a\tb", " c "],
        ["a\x1cb", "c\v"],
        ["a ", "b"],
        ["a", " b"],
        ["a\0b", "c"],
    ],
)
def test_many_names_fold_as_each_does(texts: list[str]) -> None:
    """The quick way for large tables is the same as the plain one."""
    assert all_folded(texts) == [folded(text) for text in texts]
