"""Fiscal years, quarters and halves by their letters: "FY2023", "Q1 2020", "H2 2019"."""

from __future__ import annotations

from claimcheck.parsing import spans
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.spans import Span
from claimcheck.parsing.years import YEAR_DIGITS, closing_year, year_of_digits


def read_period(reader: Reader) -> Span | None:
    """A fiscal year, a quarter or a half: "FY2023", "Q1 2020", "H2 2019"."""
    letters, digits = reader.peek().low, reader.peek(1).low
    reader.place += 2
    if letters == "fy":
        year = year_of_digits(digits) if len(digits) == YEAR_DIGITS else None
        return None if year is None else spans.year_of(year)
    number, length = int(digits) if digits.isdigit() else 0, 6 if letters == "h" else 3
    year = closing_year(reader)
    if year is None or not 1 <= number <= 12 // length:
        return None
    return spans.quarter_of(year, number, length)
