"""Checks that look at one figure at a time."""

from __future__ import annotations

from drawing import claims_table, names, reconciled, table

from claimcheck.reconcile import reconcile
from claimcheck.settings import Settings


def _flagged(drawn: str, check: str, *, settings: Settings | None = None, **shared: str) -> None:
    """Each drawn claim, in a quantity of its own, is flagged or not as its last column says.

    A column ``published`` dates the claim's document.
    """
    rows = table(drawn)
    claims = claims_table(rows.drop(columns=["flagged", "published"], errors="ignore"), **shared)
    claims["place"] = claims["claim_id"]
    claims["source_id"] = "s" + claims["claim_id"]
    sources = claims[["source_id"]].assign(published=rows.get("published", ""))
    found = names(reconcile(claims, sources, None, settings), check)
    answer = ["yes" if f"{check} {claim}" in found else "no" for claim in claims["claim_id"]]
    wrong = rows.assign(answer=answer)[rows["flagged"].to_numpy() != answer]
    assert wrong.empty, wrong.to_string()


def test_ranges_a_factor_of_three_wide_are_flagged() -> None:
    """As said, whatever the stance; open ends and dates have no width."""
    _flagged(
        """
        figure            unit    stance    flagged
        530,000–2 million people  asserts   yes
        1–3 million       people  asserts   yes
        1–2.9 million     people  asserts   no
        0–5               people  asserts   yes
        at least 5        people  asserts   no
        at most 5         people  asserts   no
        thousands         people  asserts   yes
        1–9 million       people  disputes  yes
        10 ± 6            people  asserts   yes
        10 ± 4            people  asserts   no
        about 5           people  asserts   no
        1918              date    asserts   no
        """.replace("530,000–2 million people", "530,000–2 million  people"),
        "wide-range",
    )


def test_stocks_20_to_60_years_older_than_their_document_are_stale() -> None:
    """Younger is current, older is history."""
    _flagged(
        """
        figure  measure     as_of    published   flagged
        33,365  population  2004     2024        yes
        33,365  population  2005     2024        no
        33,365  population  1964     2024        yes
        33,365  population  1963     2024        no
        33,365  population  1897     2024        no
        33,365  population  2003-06  2023-07-01  yes
        33,365  population  2003-06  2023-05-01  no
        33,365  population  2004     -           no
        33,365  population  -        2024        no
        33,365  deaths      1989     2024        no
        33,365  found       1989     2024        no
        33,365  length      1989     2024        no
        """,
        "stale",
    )


def test_stocks_overtaken_in_their_own_document_are_stale() -> None:
    """The same document gives a newer figure of the quantity, so that this one is not the last."""
    result = reconciled(
        """
        figure  as_of  source_id
        33,365  1897   a
        43,365  2009   a
        53,365  2014   a
        63,365  2020   b
        """,
        sources="""
        source_id  published
        a          2015
        b          2021
        """,
        measure="population",
    )

    assert names(result, "stale") == {"stale 1", "stale 2"}


def test_stocks_with_no_time_are_undated_where_others_have_one() -> None:
    """Nothing is missing where nobody gives a time, nor for what time does not change."""
    drawn = """
        figure  as_of  source_id  measure
        33,365  -      a          population
        43,365  2009   b          population
        33,365  -      a          members
        33,365  -      a          length
        43,365  2009   b          length
        33,365  -      a          deaths
        43,365  2009   b          deaths
    """

    assert names(reconciled(drawn), "undated") == {"undated 1"}


def test_more_digits_than_the_method_or_the_margin_bears_are_false_precision() -> None:
    """A census may count to the last person, an estimate cannot."""
    _flagged(
        """
        figure             method      flagged
        36,676,818         sum         yes
        36,676,818         estimate    yes
        36,676,818         slogan      yes
        36,676,818         census      no
        36,676,818         register    no
        36,676,818         -           no
        36,677             estimate    yes
        36,680             estimate    no
        36,680,000         estimate    no
        9,713,655 ± 1,000  census      yes
        9,713,655 ± 50     census      no
        9.71 million ± 0.2 million  -  no
        """,
        "false-precision",
    )


def test_figures_about_a_time_after_their_document_are_anachronisms() -> None:
    """Unless they are projections; and a plan may not be past when it is told."""
    _flagged(
        """
        figure      unit    measure           method      as_of    published  flagged
        5,000       people  population        -           2025     2020       yes
        5,000       people  population        projection  2025     2020       no
        5,000       people  population        -           2020     2020       no
        5,000       people  population        -           2020-06  2020       no
        5,000       people  population        -           2020-06  2020-05    yes
        5,000       people  population        -           2025     -          no
        2025        date    opened            -           -        2020       yes
        2019        date    opened            -           -        2020       no
        2025        date    expected          -           -        2020       no
        2019        date    expected          -           -        2020       yes
        2025        date    planned opening   -           -        2020       no
        2019        date    planned opening   -           -        2020       yes
        2019        date    expected opening  -           -        2020       yes
        2025        date    opened            projection  -        2020       no
        5,000       people  expected visitors -           2025     2020       no
        """.replace("visitors -", "visitors  -"),
        "anachronism",
    )


def test_figures_that_cannot_be_are_impossible() -> None:
    """Negative counts, shares above the whole, values beyond declared bounds."""
    _flagged(
        """
        figure      unit     measure      flagged
        −12         people   count        yes
        −12         people   balance      no
        −12         people   net change   no
        −12         °C       temperature  no
        12          people   count        no
        104         percent  share        yes
        100         percent  share        no
        104         percent  growth       no
        104         percent  youth unemployment rate  yes
        104         percent  rate of literacy         yes
        104         percent  employment growth rate   no
        104         percent  vaccine efficacy         yes
        −12         percent  vaccine efficacy         no
        95–104      percent  share        no
        4,001       °C       heat         yes
        399         °C       heat         no
        """,
        "impossible",
        settings=Settings(bounds={"heat": (-100, 400)}),
    )


def test_a_source_that_says_there_is_no_figure_is_listed() -> None:
    """A gap that is admitted is a statement, and no mention of a figure."""
    result = reconciled(
        """
        figure             source_id
        no data available  a
        5,000              a
        """
    )

    assert names(result) == {"no-figure 1"}


def test_a_figure_that_cannot_be_read_is_kept_and_found_nowhere() -> None:
    """It stays in the claims, with the reason, and out of every comparison."""
    result = reconciled("""
        figure                  source_id
        a handful or so, maybe  a
        5,000                   b
    """)

    assert result.claims["reading"].tolist() == ["unparsed", "exact"]
    assert result.claims["unread"].iloc[0]
    assert names(result) == set()
