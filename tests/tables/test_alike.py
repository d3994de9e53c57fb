"""Quantities that are not compared, and may be one."""

from __future__ import annotations

import pandas as pd
import pytest

import claimcheck as cc
from claimcheck.tables.alike import alike


def quantities(*names: tuple[str, str, str, str, str]) -> pd.DataFrame:
    """Quantities of subject, measure, place, scope and unit; their ids are letters."""
    frame = pd.DataFrame(names, columns=["subject", "measure", "place", "scope", "unit"])
    return frame.assign(quantity_id=[chr(ord("a") + row) for row in range(len(names))])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Valencia flood", "Valencia floods"),
        ("Valencia", "València"),
        ("the Great Fire", "Great Fire"),
        ("Bosnia-Herzegovina", "Bosnia & Herzegovina"),
        ("Bosnia and Herzegovina", "Bosnia & Herzegovina"),
        ("U.S. Army", "US army"),
        ("Azerbaijan", "Azerbiajan"),
        ("Portugal", "Portgal"),
    ],
)
def test_names_that_differ_by_little_are_told(one: str, other: str) -> None:
    """Whoever types fifteen rows spells one of them otherwise, and is told of no conflict."""
    rest = ("population", "", "", "people")
    found = alike(quantities((one, *rest), ("Another", *rest), (other, *rest)))

    assert found[["quantity_id", "other_quantity_id", "differ"]].to_numpy().tolist() == [
        ["a", "c", "subject"]
    ]
    assert found[["name", "other_name"]].to_numpy().tolist() == [[one, other]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ireland", "Iceland"),
        ("Austria", "Australia"),
        ("Niger", "Nigeria"),
        ("Iran", "Iraq"),
        ("election 2019", "election 2020"),
        ("ward 1", "ward 11"),
        ("exports to Malta", "imports to Malta"),
        ("glass", "glas"),
        ("", "adults"),
    ],
)
def test_names_of_two_things_are_not(one: str, other: str) -> None:
    """A list that cries wolf is not read."""
    rest = ("population", "", "", "people")

    assert alike(quantities((one, *rest), (other, *rest))).empty


def test_a_slip_is_looked_for_in_one_part_alone() -> None:
    """Two parts that are slightly other are two things more often than one."""
    found = alike(
        quantities(
            ("Portugal", "residents", "north side", "", "people"),
            ("Portgal", "residents", "nort side", "", "people"),
            ("Portugal", "number of residents", "North Side", "", "people"),
        )
    )

    assert found[["quantity_id", "other_quantity_id", "differ"]].to_numpy().tolist() == [
        ["a", "c", "measure"]
    ]


def test_units_that_cannot_be_converted_are_told() -> None:
    """Dollars and euros of one revenue, and people whom one source gives as a number."""
    claims = pd.DataFrame(
        {
            "claim_id": ["1", "2", "3"],
            "source_id": ["a", "b", "c"],
            "subject": ["X", "X ", "x"],
            "measure": "revenue",
            "figure": ["5 million", "7 million", "6,000 thousand"],
            "unit": ["EUR", "USD", "EUR"],
            "stance": "asserts",
        }
    )
    found = cc.reconcile(claims).alike

    assert found[["differ", "name", "other_name"]].to_numpy().tolist() == [["unit", "EUR", "USD"]]


def test_three_spellings_are_told_as_two_pairs() -> None:
    """Each with the first, in the order of the table."""
    rest = ("population", "", "", "people")
    found = alike(quantities(("Tern", *rest), ("Terns", *rest), ("the terns", *rest)))

    assert found["other_quantity_id"].tolist() == ["b", "c"]
    assert set(found["quantity_id"]) == {"a"}


def test_no_quantity_and_one_quantity_are_alike_with_none() -> None:
    """With all columns, so that a report can be made of it."""
    one = quantities(("Terns", "population", "", "", "birds"))

    for table in (one, one.head(0)):
        assert alike(table).empty
        assert list(alike(table).columns) == list(alike(one).columns)
