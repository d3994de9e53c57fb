"""Claims as values."""

from __future__ import annotations

import math

import pytest

from claimcheck.errors import InvalidClaimError, InvalidDateError, UnknownStanceError
from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Quantity
from claimcheck.model.stance import Stance
from claimcheck.values.asof import AsOf
from claimcheck.values.figure import Figure

PLAIN = {
    "claim_id": "a",
    "source_id": "s",
    "subject": "Azerbaijanis",
    "measure": "population",
    "figure": "5–10 million",
    "unit": "people",
    "stance": "asserts",
}


def test_the_cells_of_a_row_become_values() -> None:
    """Text is what a file holds; a program wants the date, the stance and the names."""
    claim = Claim.from_row(
        {**PLAIN, "stance": "Query", "as_of": "2002", "disputes": "b; c", "best": "7e6"}
    )

    assert claim.stance is Stance.DISPUTES
    assert claim.as_of == AsOf.parse("2002")
    assert claim.disputes == ("b", "c")
    assert claim.best == 7e6
    assert claim.lower is None
    assert claim.quantity == Quantity("Azerbaijanis", "population")


def test_unknown_columns_are_carried_through() -> None:
    """Nothing that a person wrote is dropped."""
    claim = Claim.from_row({**PLAIN, "reviewer": "Day", "page": 7})

    assert claim.extra == {"reviewer": "Day", "page": 7}
    assert list(claim.to_row())[-2:] == ["reviewer", "page"]


def test_ends_that_are_not_given_are_nan_in_the_row() -> None:
    """The table knows no None in a column of floats."""
    row = Claim.from_row(PLAIN).to_row()

    assert math.isnan(float(str(row["lower"])))
    assert row["as_of"] == ""


@pytest.mark.parametrize("column", ["claim_id", "source_id", "subject", "measure", "unit"])
def test_a_claim_without_a_required_text_is_refused(column: str) -> None:
    """Without it nobody could say what the figure is of, or who says it."""
    with pytest.raises(InvalidClaimError, match=column):
        Claim.from_row({**PLAIN, column: " "})


def test_a_row_without_a_required_column_is_refused() -> None:
    """A missing column is no empty cell, and is named the same."""
    with pytest.raises(InvalidClaimError, match="stance"):
        Claim.from_row({name: cell for name, cell in PLAIN.items() if name != "stance"})


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"figure": ""}, "has no figure"),
        ({"figure": "", "best": 5.0}, "has no figure"),
        ({"lower": 60, "upper": 40}, "lower 60 exceeds upper 40"),
        ({"lower": 40, "upper": 60, "best": 70}, "best 70 lies outside 40 to 60"),
        ({"disputes": "b"}, "names what it disputes"),
        ({"lower": "five"}, "'five' is no number"),
    ],
)
def test_a_claim_that_contradicts_itself_is_refused(cells: dict[str, object], message: str) -> None:
    """Its own cells cannot all hold."""
    with pytest.raises(InvalidClaimError, match=message):
        Claim.from_row({**PLAIN, **cells})


def test_dates_and_stances_refuse_for_themselves() -> None:
    """The hint of the value is better than a general one."""
    with pytest.raises(InvalidDateError):
        Claim.from_row({**PLAIN, "as_of": "May 2002"})
    with pytest.raises(UnknownStanceError):
        Claim.from_row({**PLAIN, "stance": "maybe"})


def test_one_open_end_is_a_claim() -> None:
    """At least five is a figure."""
    claim = Claim.from_row({**PLAIN, "figure": "", "lower": 5})

    assert (claim.lower, claim.upper) == (5.0, None)


def test_a_figure_that_is_a_value_keeps_its_phrase_and_its_ends() -> None:
    """The best value of a range does not stand in its phrase."""
    columns = {name: cell for name, cell in PLAIN.items() if name not in {"figure", "unit"}}
    figure = Figure.between(5e6, 10e6, best=7e6, unit="people")

    claim = Claim.of(figure, **columns)

    assert claim.figure == "5,000,000–10,000,000 people"
    assert (claim.lower, claim.upper, claim.best, claim.unit) == (5e6, 10e6, 7e6, "people")


def test_a_hedge_is_kept_as_words() -> None:
    """Numbers beside the phrase would win over it, and the hedge would be lost."""
    columns = {name: cell for name, cell in PLAIN.items() if name != "figure"}

    claim = Claim.of(Figure.about(220_000), **columns)

    assert claim.figure == "about 220,000"
    assert claim.lower is None


def test_quantities_of_other_scopes_share_a_topic() -> None:
    """Those abroad and all of them are two quantities of one topic."""
    abroad = Quantity("Azerbaijanis", "population", "world", "outside Azerbaijan")
    everyone = Quantity(" Azerbaijanis ", "population", "world")

    assert abroad != everyone
    assert abroad.topic == everyone
    assert str(abroad) == "Azerbaijanis, population, world (outside Azerbaijan)"


def test_a_quantity_has_a_subject_and_a_measure() -> None:
    """A place alone counts nothing."""
    with pytest.raises(InvalidClaimError, match="no measure"):
        Quantity("Azerbaijanis", " ", "world")
