"""What findings say of time: the true reason, and arithmetic that a reader can check."""

from __future__ import annotations

import pytest
from drawing import reconciled

from claimcheck.settings import Settings


def told(
    measure: str, earlier: tuple[str, str], later: tuple[str, str], settings: Settings | None = None
) -> str:
    """The message on two figures of two sources, after the names of the sources."""
    rows = "\n".join(
        f"{figure}  {as_of}  {source}"
        for source, (figure, as_of) in zip("ab", (earlier, later), strict=True)
    )
    result = reconciled(f"figure  as_of  source_id\n{rows}", measure=measure, settings=settings)
    message = result.findings.set_index("check")["message"]
    kinds = [name for name in message.index if name in {"explained-by-time", "implausible-growth"}]
    return str(message[kinds].item()).split("): ", 1)[1]


@pytest.mark.parametrize(
    ("measure", "earlier", "later", "message"),
    [
        (
            "deaths",
            ("35", "2024-06-03"),
            ("1,871", "2024-06-10"),
            "1,871 is 53.5 times 35 over 7 days; a running total only grows, at any pace",
        ),
        (
            "deaths",
            ("187", "2024-06-03"),
            ("101", "2024-06-10"),
            (
                "187 is 1.85 times 101 over 7 days, but a running total cannot fall by more than "
                "3 % a year"
            ),
        ),
        (
            "found",
            ("911", "2024-06-03"),
            ("12", "2024-06-04"),
            "911 is 75.9 times 12 over 1 day, but a tally cannot fall by more than 3 % a year",
        ),
        (
            "found",
            ("1,001", "2001"),
            ("983", "2002"),
            (
                "1,001 is 1.02 times 983 over at most 2 years, so −0.9 % a year at least; a tally "
                "may fall by 3 % a year"
            ),
        ),
        (
            "deaths",
            ("1,001", "1918/1919"),
            ("1,312", "1920/1922"),
            (
                "1,312 is 1.31 times 1,001 over periods of 2 years and 3 years; the rates over "
                "them stay within a factor of 3"
            ),
        ),
        (
            "deaths",
            ("1,001", "1918"),
            ("4,301", "1919"),
            (
                "4,301 is 4.3 times 1,001 over periods of 1 year each, more than a factor of 3 "
                "between rates allows"
            ),
        ),
        (
            "deaths",
            ("121", "2024-06-01/2024-06-30"),
            ("301", "2024"),
            (
                "301 is 2.49 times 121 over periods of 30 days and 1 year; the rest of the longer "
                "needs no more than 3 times the rate of the shorter"
            ),
        ),
        (
            "deaths",
            ("12", "2024-06-01/2024-06-03"),
            ("1,121", "2024-06"),
            (
                "1,121 is 93.4 times 12 over periods of 3 days and 30 days, so that the rest of "
                "the longer needs more than 3 times the rate of the shorter"
            ),
        ),
    ],
)
def test_a_gap_in_time_has_its_true_reason(
    measure: str, earlier: tuple[str, str], later: tuple[str, str], message: str
) -> None:
    """Running totals have no rates, and periods no yearly growth."""
    assert told(measure, earlier, later) == message


@pytest.mark.parametrize(
    ("left", "right", "check", "told"),
    [
        (
            ("398", "2019"),
            ("1,191", "2020-10/2020-12"),
            "implausible-growth",
            (
                "at most 1.09 a day and at least 12.9 a day, a factor of 11.9, where 3 may be; "
                "severity 1 − 3/11.9 = 0.75 (serious)"
            ),
        ),
        (
            ("12", "2022-03-01/2022-03-03"),
            ("1,121", "2022-03-01/2022-03-31"),
            "implausible-growth",
            (
                "at most 4 a day and at least 39.6 a day, a factor of 9.9, where 3 may be; "
                "severity 1 − 3/9.9 = 0.70 (serious)"
            ),
        ),
        (
            ("431", "2020"),
            ("1,191", "2020-10/2020-12"),
            "contradiction",
            "no value satisfies both; the longer period holds the shorter, and cannot have less",
        ),
    ],
)
def test_flows_show_the_rates_that_they_are_judged_by(
    left: tuple[str, str], right: tuple[str, str], check: str, told: str
) -> None:
    """A reader can divide the figures by their days, and comes to the severity."""
    rows = f"{'  '.join(left)}  a\n{'  '.join(right)}  b"
    result = reconciled(f"figure  as_of  source_id\n{rows}", measure="deaths")
    finding = result.findings.set_index("check").loc[check]

    assert told in f"{finding['message']} | {finding['arithmetic']}"


def test_a_constant_says_that_its_times_are_passed_over() -> None:
    """Who sees two years beside each other asks why they explain nothing."""
    found = reconciled(
        """
        figure  as_of  source_id  place
        159     1500   a          here
        123     1998   b          here
        159     1500   a          there
        123     -      b          there
        """,
        measure="height",
        unit="m",
    ).findings.set_index("quantity_id")["message"]

    assert found["things/height/here"].endswith(
        "; compared whatever their times, since “height” is held constant"
    )
    assert found["things/height/there"].endswith("and no value satisfies both")


@pytest.mark.parametrize(
    ("earlier", "later", "message"),
    [
        (
            ("336", "2006"),
            ("462", "2016"),
            (
                "462 is 1.38 times 336 over at most 11 years, so +2.9 % a year at least; "
                "3 % a year bridges them"
            ),
        ),
        (
            ("462", "2006"),
            ("336", "2016"),
            (
                "462 is 1.38 times 336 over at most 11 years, so −2.9 % a year at least; "
                "3 % a year bridges them"
            ),
        ),
        (
            ("1,000", "2018"),
            ("1,103", "2020"),
            (
                "1,103 is 1.1 times 1,000 over at most 3 years, so +3.3 % a year at least; "
                "3 % a year bridges them once rounding is allowed for"
            ),
        ),
        (
            ("1,001", "2014-06-30"),
            ("2,003", "2016-06-30"),
            "2,003 is 2 times 1,001 over 2 years (+41.4 % a year), more than 3 % a year allows",
        ),
        (
            ("12,001", "2024-06-03"),
            ("50,001", "2024-06-04"),
            "50,001 is 4.17 times 12,001 over 1 day, more than 3 % a year allows",
        ),
        (
            ("12,001", "2024-06"),
            ("50,001", "2024-07"),
            "50,001 is 4.17 times 12,001 over at most 60 days, more than 3 % a year allows",
        ),
        (
            ("1,201", "2010"),
            ("98,765,432,109", "2011"),
            (
                "98,765,432,109 is 82,235,997 times 1,201 over at most 2 years, "
                "more than 3 % a year allows"
            ),
        ),
    ],
)
def test_years_and_rate_in_a_message_go_together(
    earlier: tuple[str, str], later: tuple[str, str], message: str
) -> None:
    """Vague dates are counted from far end to far end, and there is no yearly rate of days."""
    assert told("population", earlier, later) == message


def test_a_bound_is_told_as_it_compounds_where_that_shows() -> None:
    """A log rate of 25 % is 28.4 % from year to year, and down it is 22.1 %."""
    camps = Settings(growth_by_measure={"population": 0.25})

    assert told("population", ("1,001", "2014"), ("1,999", "2016"), camps).endswith(
        "so +25.9 % a year at least; 25 % a year (28.4 % compounded) bridges them"
    )
    assert told("population", ("1,999", "2014"), ("801", "2016"), camps).endswith(
        "so −26.3 % a year at least, more than 25 % a year (22.1 % compounded) allows"
    )


def test_a_series_of_days_shows_no_yearly_rate() -> None:
    """Days told as years are numbers that nobody can use."""
    result = reconciled(
        """
        figure  as_of       source_id
        12      2024-06-03  a
        50      2024-06-04  a
        900     2025-06-04  a
        990     2026-06-04  a
        """,
        measure="members",
    )
    message = result.findings.set_index("check").loc["trend", "message"]

    assert (
        "50” people (2024-06-04), “900” people (2025-06-04), “990” people (2026-06-04, +10.0 %"
        in (message)
    )


def test_a_series_has_rates_between_periods_of_one_length_only() -> None:
    """Between a year and its first quarter nothing shrank by 70 %."""
    result = reconciled(
        """
        figure  as_of            source_id
        400     2019             a
        98      2020-01/2020-03  a
        431     2020             a
        474     2021             a
        """,
        measure="revenue",
    )
    message = result.findings.set_index("check").loc["trend", "message"]

    assert message == (
        "A gives a series: “400” people (2019), “98” people (2020-01/2020-03), "
        "“431” people (2020), “474” people (2021, +10.0 % a year)"
    )


def test_a_series_of_one_origin_is_told_of_the_origin() -> None:
    """The documents that carry it each give one figure."""
    result = reconciled(
        """
        figure  as_of  source_id  origin_id
        336     2006   a          office
        416     2011   b          office
        462     2016   c          office
        """
    )

    assert (
        result.findings.set_index("check")
        .loc["trend", "message"]
        .startswith("Office gives a series: ")
    )


def test_a_day_and_a_year_are_in_the_singular() -> None:
    """One day is no days."""
    result = reconciled(
        """
        figure       source_id
        1 June 2024  a
        2 June 2024  b
        """,
        measure="opened",
        unit="date",
    )
    assert "1 day apart" in result.findings.loc[0, "message"]
    assert "; gap 1 day; severity" in result.findings.loc[0, "arithmetic"]

    stale = reconciled(
        """
        figure  as_of  source_id
        1,001   2023   a
        """,
        sources="source_id  published\na  2024-06-01",
        measure="members",
        settings=Settings(stale_years=1.0),
    )
    assert ", 1 year older than its document" in stale.findings.loc[0, "message"]


@pytest.mark.parametrize(
    ("published", "words"), [("2024-06-03", "on 2024-06-03"), ("2024-06", "in 2024-06")]
)
def test_a_document_appears_on_a_day_and_in_a_month(published: str, words: str) -> None:
    """The little words matter to those who read."""
    result = reconciled(
        """
        figure  as_of  source_id
        1,001   2025   a
        """,
        sources=f"source_id  published\na  {published}",
    )

    assert (
        f"its document appeared {words}"
        in (result.findings.set_index("check").loc["anachronism", "message"])
    )
