"""Labels before figures: what they say of the unit, the scale and the time."""

from __future__ import annotations

import pytest

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing import parse_figure


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Area (km²): 12,500", 12_500, "km²"),
        ("Weight, kg: 25", 25, "kg"),
        ("Share (%): 45", 45, "percent"),
        ("% share: 45", 45, "percent"),
        ("Deaths per million: 5", 5, "per million"),
        ("Rate (per 1,000): 5.2", 5.2, "per 1,000"),
        ("Revenue ($ in millions): 12.5", 12.5e6, "USD"),
        ("Revenue (USD, thousands) 12.5", 12_500, "USD"),
        ("Area (1000 ha): 12", 12_000, "hectare"),
        ("Length (km): 25 mi", 25, "mile"),
    ],
)
def test_a_label_gives_the_unit_that_its_figure_has_not(text: str, value: float, unit: str) -> None:
    """Tables name units in their headings."""
    figure = parse_figure(text)

    assert figure.best == pytest.approx(value)
    assert figure.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "Population (2011): 1,234",
        "Population (2011) 1,234",
        "Population 2011: 1,234",
        "Deaths in 2011: 1,234",
        "Population in thousands (2011): 1.234",
        "Population (2011, in thousands): 1.234",
    ],
)
def test_a_label_gives_the_time_that_its_figure_has_not(text: str) -> None:
    """A year in a label is no further figure."""
    figure = parse_figure(text)

    assert figure.best == pytest.approx(1_234)
    assert str(figure.as_of) == "2011"
    assert not figure.parts


@pytest.mark.parametrize(
    "text", ["Deaths (killed) 5", "Sales (million items sold): 5", "Sales, items, 5"]
)
def test_a_label_that_may_change_its_figure_is_refused(text: str) -> None:
    """A scale that is not understood, or a bracket that parts label and number for no reason."""
    with pytest.raises(FigureSyntaxError):
        parse_figure(text)


@pytest.mark.parametrize(
    ("text", "unit", "notes"),
    [
        ("5,000 COVID-19 cases", "COVID-19 cases", ()),
        ("200 F-16s", "F-16s", ()),
        ("50 H1N1 cases", "H1N1 cases", ()),
        ("12 Boeing 737s", "Boeing 737s", ()),
        ("5 Mt CO2", "Mt", ("CO2",)),
        ("50 cases of H5N1", "cases", ("of H5N1",)),
    ],
)
def test_the_numeral_of_a_name_is_no_further_figure(
    text: str, unit: str, notes: tuple[str, ...]
) -> None:
    """Nineteen is no number of cases."""
    figure = parse_figure(text)

    assert (figure.unit, figure.annotations, figure.parts) == (unit, notes, ())


@pytest.mark.parametrize("text", ["COVID-19", "G20", "CO2", "MiG-29"])
def test_a_name_alone_is_no_figure(text: str) -> None:
    """Nothing is counted."""
    with pytest.raises(FigureSyntaxError):
        parse_figure(text)
