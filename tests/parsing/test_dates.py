"""Dated events, as whole days."""

from __future__ import annotations

import math
from datetime import date

import pytest

from claimcheck.parsing import parse_figure
from claimcheck.values.figure import FigureKind


def days(first: str, last: str) -> tuple[float, float]:
    """Ordinals of two ISO days; an open end is empty."""
    return (
        float(date.fromisoformat(first).toordinal()) if first else -math.inf,
        float(date.fromisoformat(last).toordinal()) if last else math.inf,
    )


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("1992", "1992-01-01", "1992-12-31"),
        ("5 June 1992", "1992-06-05", "1992-06-05"),
        ("June 5th, 1992", "1992-06-05", "1992-06-05"),
        ("5–7 June 1992", "1992-06-05", "1992-06-07"),
        ("5 June – 7 July 1992", "1992-06-05", "1992-07-07"),
        ("June–August 1992", "1992-06-01", "1992-08-31"),
        ("from May 1918 to 1920", "1918-05-01", "1920-12-31"),
        ("1918–20", "1918-01-01", "1920-12-31"),
        ("552–744 CE", "0552-01-01", "0744-12-31"),
        ("1970s-80s", "1970-01-01", "1989-12-31"),
        ("late 1995", "1995-09-01", "1995-12-31"),
        ("early 2000s", "2000-01-01", "2004-12-31"),
        ("early twentieth century", "1901-01-01", "1933-12-31"),
        ("spring of 1993", "1993-03-01", "1993-06-21"),
        ("winter 1993", "1993-12-01", "1994-02-28"),
        ("Q2 2020", "2020-04-01", "2020-06-30"),
        ("12.05.2019", "2019-05-12", "2019-05-12"),
        ("23/05/2019", "2019-05-23", "2019-05-23"),
        ("2007-07", "2007-07-01", "2007-07-31"),
        ("before 1991", "", "1990-12-31"),
        ("until 1917", "", "1917-12-31"),
        ("since May 2001", "2001-05-01", ""),
        ("after 1950", "1951-01-01", ""),
        ("c. 1900", "1900-01-01", "1900-12-31"),
    ],
)
def test_a_date_is_a_closed_stretch_of_whole_days(phrase: str, first: str, last: str) -> None:
    """Whatever way it is written."""
    figure = parse_figure(phrase, unit="date")

    assert figure.kind is FigureKind.DATE
    assert (figure.lower, figure.upper) == days(first, last)


@pytest.mark.parametrize("phrase", ["31 February 2020", "5/6/2020", "500 BC", "5 million"])
def test_what_is_no_date_or_two_is_refused(phrase: str) -> None:
    """5/6 is a day in June or in May."""
    with pytest.raises(ValueError, match="date"):
        parse_figure(phrase, unit="date")


@pytest.mark.parametrize("phrase", ["5 June 1992", "1990s", "FY2023", "since 1990", "May 2024"])
def test_what_can_only_be_a_date_is_one_without_being_told(phrase: str) -> None:
    """A bare year is a number, unless the unit says that it is none."""
    assert parse_figure(phrase).kind is FigureKind.DATE
    assert parse_figure("2007").kind is FigureKind.EXACT


@pytest.mark.parametrize(
    ("phrase", "lang", "day"),
    [
        ("5. Juni 1992", "de", "1992-06-05"),
        ("5 juin 1992", "fr", "1992-06-05"),
        ("5 июня 1992", "ru", "1992-06-05"),
        ("5 iyun 1992", "az", "1992-06-05"),
        ("5 de junio de 1992", "es", "1992-06-05"),
    ],
)
def test_months_have_their_names_in_every_language(phrase: str, lang: str, day: str) -> None:
    """The table of the language has them."""
    assert parse_figure(phrase, lang=lang, unit="date").lower == days(day, day)[0]
