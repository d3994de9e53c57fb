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
        ("Thursday, 4 March 1999", "1999-03-04", "1999-03-04"),
        ("4-Mar-1999", "1999-03-04", "1999-03-04"),
        ("1999.03.04", "1999-03-04", "1999-03-04"),
        ("03/1999", "1999-03-01", "1999-03-31"),
        ("1999/2000", "1999-01-01", "2000-12-31"),
        ("1999 or 2000", "1999-01-01", "2000-12-31"),
        ("as of 1999", "1999-01-01", "1999-12-31"),
        ("founded in 1999", "1999-01-01", "1999-12-31"),
        ("fiscal year 2019", "2019-01-01", "2019-12-31"),
        ("first quarter of 1999", "1999-01-01", "1999-03-31"),
        ("the second half of 1999", "1999-07-01", "1999-12-31"),
        ("5 to 7 June 1992", "1992-06-05", "1992-06-07"),
        ("June 5–7, 1992", "1992-06-05", "1992-06-07"),
        ("AD 79", "0079-01-01", "0079-12-31"),
        ("79 CE", "0079-01-01", "0079-12-31"),
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


@pytest.mark.parametrize(
    ("lang", "phrase", "first", "last"),
    [
        ("de", "am 5. Juni 1992", "1992-06-05", "1992-06-05"),
        ("de", "1990er Jahre", "1990-01-01", "1999-12-31"),
        ("de", "Ende des 19. Jahrhunderts", "1867-01-01", "1900-12-31"),
        ("fr", "XIXe siècle", "1801-01-01", "1900-12-31"),
        ("fr", "années 1990", "1990-01-01", "1999-12-31"),
        ("fr", "05/06/1992", "1992-06-05", "1992-06-05"),
        ("es", "siglo XIX", "1801-01-01", "1900-12-31"),
        ("it", "anni 90", "1990-01-01", "1999-12-31"),
        ("ru", "в июне 1992 года", "1992-06-01", "1992-06-30"),
        ("ru", "конец 1992 года", "1992-09-01", "1992-12-31"),
        ("ru", "1990-е годы", "1990-01-01", "1999-12-31"),
        ("ru", "ХIX век", "1801-01-01", "1900-12-31"),
        ("az", "1992-ci ilin sonu", "1992-09-01", "1992-12-31"),
        ("az", "1992-ci ildən bəri", "1992-01-01", ""),
        ("az", "1990-cı illər", "1990-01-01", "1999-12-31"),
        ("tr", "1992'den önce", "", "1991-12-31"),
        ("tr", "1990'lar", "1990-01-01", "1999-12-31"),
        ("tr", "1992 başı", "1992-01-01", "1992-04-30"),
        ("pl", "w czerwcu 1992", "1992-06-01", "1992-06-30"),
        ("sv", "1990-talet", "1990-01-01", "1999-12-31"),
        ("sv", "1800-talet", "1800-01-01", "1899-12-31"),
        ("da", "den 5. juni 1992", "1992-06-05", "1992-06-05"),
    ],
)
def test_periods_are_read_as_each_language_names_them(
    lang: str, phrase: str, first: str, last: str
) -> None:
    """Decades by their endings, centuries in Roman numerals, sides that stand behind."""
    figure = parse_figure(phrase, lang=lang, unit="date")

    assert (figure.lower, figure.upper) == days(first, last)


@pytest.mark.parametrize("phrase", ["unknown", "no date", "n/a"])
def test_a_date_that_is_not_known_is_no_figure(phrase: str) -> None:
    """As a number that is not known is none."""
    assert parse_figure(phrase, unit="date").kind is FigureKind.NO_FIGURE
