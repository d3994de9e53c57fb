"""Units in the column and in the phrase: converted, multiplied, or refused with the reason."""

from __future__ import annotations

import pandas as pd
import pytest
from drawing import assert_as_drawn, judged, reconciled, table


def read(drawn: str) -> pd.DataFrame:
    """What is read of each drawn row of figure and unit: the value and its unit, or why not."""
    rows = table(drawn)
    lines = "\n".join(
        f"{figure}  {unit}  a  {place}"
        for place, (figure, unit) in enumerate(zip(rows["figure"], rows["unit"], strict=True))
    )
    claims = reconciled(f"figure  unit  source_id  place\n{lines}").claims
    ends = zip(claims["said_lower"], claims["base_unit"], claims["unread"], strict=True)
    return rows.assign(read=[why or f"{lower:g} {unit}" for lower, unit, why in ends])


def test_a_phrase_in_a_unit_of_another_dimension_is_not_read() -> None:
    """45 % of the people are not 45 people; a noun that counts is no contradiction."""
    drawn = """
        figure                      unit          read
        45%                         people        the phrase is in percent, the unit column says people
        5 km                        people        the phrase is in km, the unit column says people
        $5                          people        the phrase is in USD, the unit column says people
        5 people                    km            the phrase is in people, the unit column says km
        5 people                    percent       the phrase is in people, the unit column says percent
        $5                          km            the phrase is in USD, the unit column says km
        3,400 homes                 people        3400 people
        10 million Azerbaijanis     people        1e+07 people
        5 people                    homes         5 homes
        5 persons                   people        5 people
        500 m                       people        5e+08 people
        5                           km            5 km
        5 miles                     km            8.04672 km
        $5                          USD/kg        5 USD/kg
        5 people                    people/km²    5 people/km²
        over 200 litres per square metre  mm      200 mm
    """  # noqa: E501 - a row of the table is a line

    assert_as_drawn(drawn, read(drawn), "read")


def test_shares_are_one_dimension() -> None:
    """Percent, per mille, per million and per 100,000 tell the same in other units."""
    drawn = """
        left              left_unit     right              right_unit    found
        12.4              per 100,000   124 per million    per 100,000   rounding-agreement
        12.4              per 100,000   0.0124%            per 100,000   rounding-agreement
        12.4              per 100,000   124                per million   rounding-agreement
        12.4              per 100,000   0.124              per mille     rounding-agreement
        12.4              per 100k      12.9               per 100,000   contradiction
        12.4              per 100,000   12.4               per 100,000 people  agreement
        12 per 1,000      percent       1.2                percent       agreement
        12 per 1,000 live births  per 1,000 live births  1.2%  per 1,000 live births  agreement
        12                per 1,000 live births  1,200     per 100,000 live births    agreement
        12                cases per 1,000        1,200     cases per 100,000          agreement
        20 litres per square metre  mm  20                 mm            agreement
        20 litres per square metre  mm  29                 mm            contradiction
    """

    answered = judged(drawn, measure="rate")
    answered["found"] = answered["found"].str.replace("rounding-", "")
    assert_as_drawn(drawn.replace("rounding-agreement", "agreement         "), answered)


def test_a_share_of_something_is_no_share_of_something_else() -> None:
    """Deaths per 1,000 births are none per 1,000 people."""
    result = reconciled(
        """
        figure  unit                   source_id
        12      per 1,000 live births  a
        90      per 1,000              b
        """
    )

    assert result.quantities["unit"].tolist() == ["per 1,000", "per 1,000 live births"]


@pytest.mark.parametrize(
    ("figure", "unit", "impossible"),
    [("104", "percent", True), ("100,004", "per 100,000", True), ("99,004", "per 100,000", False)],
)
def test_no_share_exceeds_the_whole_in_any_unit(
    figure: str, unit: str, *, impossible: bool
) -> None:
    """100,004 in 100,000 are too many."""
    result = reconciled(f"figure  unit  source_id\n{figure}  {unit}  a", measure="share")

    assert ("impossible" in set(result.findings["check"])) == impossible


def test_figures_are_compared_in_the_unit_that_most_claims_are_given_in() -> None:
    """Percent stays percent, however many of its phrases are fractions."""
    result = reconciled(
        """
        figure       unit     source_id
        80%          percent  a
        four fifths  percent  b
        two thirds   percent  c
        """,
        measure="share",
    )

    assert result.quantities["unit"].tolist() == ["percent"]
    assert result.claims["said_lower"].round(4).tolist() == [80, 80, 66.6667]


def test_a_unit_that_multiplies_is_read_as_one() -> None:
    """Half a million in a column headed thousands is no quantity of its own."""
    drawn = """
        left        left_unit        right        right_unit  found
        500         thousand people  9,000,000    people      order-of-magnitude
        500         thousand people  500,000      people      agreement
        500         in thousands     500,000      people      agreement
        5           million          5,100,000    people      rounding-agreement
        5.1         million people   5,100,000    people      agreement
        5.12        million people   5,117,000    people      rounding-agreement
        5.12        million people   5,113,000    people      contradiction
        at least 3  million people   2,500,001    people      contradiction
        4 ± 0.5     million USD      4,400,000    USD         agreement
        $5          USD million      5            million $   agreement
        $5          USD m            5,000        USD k       agreement
        5 million   million people   5,000,000    people      agreement
    """

    assert_as_drawn(drawn, judged(drawn, measure="length"))


def test_numbers_are_multiplied_as_phrases_are() -> None:
    """Numbers beside a phrase that has a scale of its own may stand for all of it already."""
    result = reconciled(
        """
        figure       lower      upper  best  unit             source_id
        -            0.57       0.61   -     hundred people   a
        500          500        500    -     thousand people  a
        5.1 million  5100000    5100000  -   million people   a
        5.1          -          -      -     million people   a
        -            4          6      5     million people   a
        """
    ).claims

    assert result["said_lower"].tolist() == [57, 500_000, 5_100_000, 5_100_000, 4_000_000]
    assert result["said_upper"].tolist() == [61, 500_000, 5_100_000, 5_100_000, 6_000_000]
    assert result["base_unit"].tolist() == ["people"] * 5


def test_a_scale_told_twice_counts_once_and_is_remarked() -> None:
    """Nobody means a million millions."""
    result = reconciled(
        """
        figure     unit            source_id
        5 million  million people  a
        60,000     people          b
        """
    )

    assert result.claims["said_lower"].tolist() == [5_000_000, 60_000]
    assert "the scale in the phrase counts" in result.findings.loc[0, "message"]


def test_a_bare_multiple_has_the_unit_of_its_topic_where_that_is_one() -> None:
    """With people and houses beside it, a number of thousands is neither."""
    claims = reconciled(
        """
        place  figure  unit          source_id
        x      5       in thousands  a
        x      5,000   people        b
        y      5       in thousands  a
        y      5,000   people        b
        y      5,000   houses        b
        z      5       in thousands  a
        w      5 km    thousands     a
        """
    ).claims

    assert claims["base_unit"].tolist() == ["people", "people", "", "people", "houses", "", "km"]
    assert claims["said_lower"].tolist() == [5000] * 7


def test_the_figure_of_a_multiplied_unit_is_shown_as_the_source_has_it() -> None:
    """The message names the unit as given, and the arithmetic shows what it comes to."""
    result = reconciled(
        """
        figure     unit             source_id
        500        thousand people  a
        9,000,000  people           b
        """
    )
    message = result.findings.loc[0, "message"]

    assert "“500” thousand people (a" in message
    assert "9,000,000 is 18 times 500,000" in message
