"""A result is read by people: claims by their ids, numbers without noise, nothing twice."""

from __future__ import annotations

import pandas as pd
import pytest

import claimcheck as cc
from claimcheck.consensus.estimate import Estimate, estimate

QUANTITY = "sample/length"


@pytest.fixture(scope="module")
def laboratories() -> cc.Reconciliation:
    """Four laboratories, one of which stands apart; a fifth states no error."""
    figures = {
        "delft": "5.2 ± 0.1",
        "turin": "5.3",
        "graz": "5.3 ± 0.1",
        "oslo": "5.25 ± 0.1",
        "porto": "6.4 ± 0.1",
    }
    rows = [{"claim_id": name, "source_id": name, "figure": told} for name, told in figures.items()]
    told = {"subject": "sample", "measure": "length", "unit": "km", "stance": "asserts"}
    return cc.reconcile(pd.DataFrame(rows).assign(**told))


def lines(found: Estimate) -> list[str]:
    """The text of a result, a line each, without what stands before it."""
    return [line.strip() for line in str(found).splitlines()]


def test_the_largest_consistent_subset_says_which_claims_it_flags(
    laboratories: cc.Reconciliation,
) -> None:
    """A place in a list that nobody sees, less those left out, leads to no source."""
    found = laboratories.estimate(QUANTITY, "largest_consistent_subset")

    assert found.claim_ids == ("delft", "graz", "oslo", "porto")
    assert found.by_claim["subset"] == ("consistent", "consistent", "consistent", "flagged")
    assert "porto  flagged" in lines(found)
    assert not any(line.startswith("members") for line in lines(found))


def test_degrees_of_equivalence_stand_beside_their_claims(
    laboratories: cc.Reconciliation,
) -> None:
    """A row a claim, with what is beyond its uncertainty in a word."""
    found = laboratories.estimate(QUANTITY, "degrees_of_equivalence")

    table = [line.split() for line in lines(found) if line.split()[0] in found.claim_ids]
    assert [(row[0], row[-1]) for row in table] == [
        ("delft", "yes"),
        ("graz", "yes"),
        ("oslo", "yes"),
        ("porto", "no"),
    ]
    assert table[3][1] == "1.15"


def test_a_mean_shows_the_weight_of_each_claim(laboratories: cc.Reconciliation) -> None:
    """A reader of a forest plot looks at the weights first."""
    found = laboratories.estimate(QUANTITY, "linear_opinion_pool")

    assert "delft  25 %" in lines(found)


def test_values_without_names_are_shown_by_their_places() -> None:
    """Arrays have no ids; the places count from 0, as theirs do."""
    found = estimate(
        method="largest_consistent_subset", values=[10, 11, 10.5, 30], errors=[1, 1, 1, 1]
    )

    assert "3      flagged" in lines(found)
    assert found.claim_ids == ()


def test_an_interval_is_told_once(laboratories: cc.Reconciliation) -> None:
    """The pool's interval is its spread; twice the same line looks like two facts."""
    found = laboratories.estimate(QUANTITY, "linear_opinion_pool")

    told = [line for line in lines(found) if line.startswith("central 95 %")]
    assert len(told) == 1


def test_what_a_notebook_shows_is_what_is_printed(laboratories: cc.Reconciliation) -> None:
    """The last line of a cell needs no print."""
    found = laboratories.estimate(QUANTITY, "linear_opinion_pool")

    assert repr(found) == str(found)


def test_numbers_have_no_more_digits_than_anyone_reads() -> None:
    """0.8510204082 says no more than 0.85102, and 1.23457e+06 less than 1,234,567."""
    small = estimate(method="weighted_mean", values=[0.85, 0.86, 0.84], errors=[0.01, 0.02, 0.03])
    large = estimate([1_234_000, 1_234_567], [1_234_567, 1_235_000], method="marzullo")
    bounded = estimate([5, 8, 7], [float("inf"), 8, float("inf")], method="p_box")

    assert lines(small)[0] == "weighted_mean: 0.85102"
    assert "held possible by 2 of 2 votes: 1,234,567" in lines(large)
    assert "p-box, 10 to 90 %: 5 or more" in lines(bounded)
