"""Figures in columns and in running text."""

from __future__ import annotations

import math
import subprocess
import sys
from datetime import date
from decimal import Decimal

import pandas as pd
import pytest

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing import find_figures, parse_figures
from claimcheck.parsing.columns import COLUMNS


def test_a_column_keeps_its_index_and_tells_errors_beside_figures() -> None:
    """One unreadable phrase stops no other."""
    phrases = pd.Series(["5–10 million", "a lot", None, "5–10 million"], index=list("abca"))
    table = parse_figures(phrases)

    assert table.index.tolist() == ["a", "b", "c", "a"]
    assert tuple(table.columns) == COLUMNS
    assert table["upper"].fillna(-1).tolist() == [1e7, -1, -1, 1e7]
    assert table["error"].isna().tolist() == [True, False, False, True]


def test_numbers_among_the_phrases_are_figures() -> None:
    """A sheet has "£5m" in one row and 4900000 in the next; a date or a truth is no figure."""
    cells = ["£5m", 4.9e6, 217, Decimal("2.5"), None, math.nan, math.inf, True, date(2024, 1, 1)]
    table = parse_figures(pd.Series(cells, dtype=object))

    assert table["upper"].dropna().tolist() == [5e6, 4.9e6, 217, 2.5]
    assert table["error"].dropna().tolist() == [
        "there is no phrase",
        "there is no phrase",
        "float is no text and no number",
        "bool is no text and no number",
        "date is no text and no number",
    ]
    assert parse_figures(pd.Series([1, 2500]))["upper"].tolist() == [1, 2500]


@pytest.mark.parametrize("given", ["5 million", ["5 million"], None])
def test_what_is_no_column_is_refused_with_the_mend(given: object) -> None:
    """And not by what pandas says of it."""
    with pytest.raises(FigureSyntaxError, match=type(given).__name__) as refused:
        parse_figures(given)

    assert "pandas.Series" in refused.value.hint


def test_an_empty_column_gives_an_empty_table() -> None:
    """With all its columns."""
    assert tuple(parse_figures(pd.Series([], dtype="str")).columns) == COLUMNS


def test_reading_one_phrase_does_without_pandas() -> None:
    """The command line starts at once."""
    code = (
        "import sys, claimcheck.parsing as p; p.parse_figure('5'); print('pandas' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"


TEXT = """According to the census, about 5–10
million people lived in 61 countries (see Section 3.2). Call +994 12 555 12 34 or 555-123-4567.
On 5 June 1992 some 1,200 soldiers, 20% of the force, crossed; the 6th of them won $3.5bn.

COVID-19, ISO 9001, page 12, F-16, ISBN 978-3-16-148410-0, version 2.0.1 at 10:30, No. 5."""


def test_only_quantities_and_dates_are_found_in_prose() -> None:
    """No telephone, section, page, ordinal, identifier or clock is a quantity."""
    found = find_figures(TEXT)

    assert [(one.text, one.figure.kind.value) for one in found] == [
        ("about 5–10\nmillion people", "range"),
        ("61 countries", "exact"),
        ("5 June 1992", "date"),
        ("some 1,200 soldiers", "approximate"),
        ("20%", "exact"),
        ("$3.5bn", "exact"),
    ]
    assert all(TEXT[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize("text", ["In 1992 it ended.", "It was 1992."])
def test_a_year_in_prose_is_a_date_and_no_quantity(text: str) -> None:
    """Its kind says so."""
    assert [one.figure.kind.value for one in find_figures(text)] == ["date"]


def test_places_are_those_of_the_text_with_its_invisible_signs() -> None:
    """What is cut out by start and end is what was found."""
    text = "\u200bsome 1\u200b0 tanks"
    (found,) = find_figures(text)

    assert text[found.start : found.end] == found.text == "some 1\u200b0 tanks"
    assert found.figure.lower == 10


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at 40°24′N 49°52′E, or 51.5074, -0.1278", []),
        ("refs [12], [3][4], [5–7]", []),
        ("ISSN 1234-5678, doi:10.1000/182, (212) 555-0123", []),
        ("CC-by-2.0, IP 192.168.0.1, 24/7, agent 007, 50s music", []),
        ('<td width="15%">12 members</td>', ["12 members"]),
        ("| 7 | | 9,049 |", ["9,049"]),
        ("on December 31 it rained", []),
        ("founded in 2004 in Kocaeli", ["2004"]),
        ("166 countries", ["166 countries"]),
        ("1500 protesters; the 1992 games", ["1500 protesters", "1992"]),
        ("She won 3 medals of a third country", ["3 medals"]),
        ("552–744 CE", ["552–744 CE"]),
        ("over the past two years", ["two years"]),
    ],
)
def test_what_only_looks_like_a_quantity_is_passed_over(text: str, found: list[str]) -> None:
    """Coordinates, marks, markup, ranks, days and verbs that share a name with a coin."""
    assert [one.text for one in find_figures(text)] == found
