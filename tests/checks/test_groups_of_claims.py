"""Checks that look at several claims together: disputes, series, one source, totals."""

from __future__ import annotations

import pytest
from drawing import names, reconciled


def test_a_dispute_turns_against_the_claims_that_it_names() -> None:
    """Named targets win over the same figure elsewhere."""
    result = reconciled(
        """
        figure      source_id  stance    disputes
        50 million  a          asserts   -
        50 million  b          reports   -
        48 million  c          asserts   -
        50 million  d          disputes  3
        30 million  e          denies    1;3
        """
    )

    assert names(result, "disputed") == {"disputed 3;4", "disputed 1;3;5"}


def test_a_dispute_that_names_nothing_turns_against_the_same_figure_in_other_sources() -> None:
    """Within rounding, of voting claims of the same quantity, else it stands alone."""
    result = reconciled(
        """
        figure      source_id  stance    scope
        50 million  a          asserts   -
        50 million  d          asserts   -
        49 million  b          reports   -
        40 million  c          asserts   -
        50 million  e          asserts   abroad
        50 million  d          disputes  -
        7 million   f          denies    -
        """
    )

    assert names(result, "disputed") == {"disputed 1;3;6", "disputed 7"}


def test_a_hedge_makes_no_other_figure_the_one_that_is_doubted() -> None:
    """Who doubts 61.37 says nothing of nearly two thirds; who doubts a best value, of its range."""
    result = reconciled(
        """
        figure                      source_id  stance
        61.37%                      a          asserts
        61.4%                       b          asserts
        nearly two thirds           c          asserts
        61.37% (95% CI 60.1–62.5)   d          asserts
        55.1–61.37%                 e          asserts
        61.37%                      f          denies
        about 70%                   g          denies
        """,
        unit="percent",
    )

    assert names(result, "disputed") == {"disputed 1;2;4;6", "disputed 3;7"}


def test_a_dispute_that_names_its_target_needs_no_figure_of_its_own() -> None:
    """To say that there is no such figure is to deny the one that it names."""
    result = reconciled(
        """
        figure             source_id  stance   disputes
        50 million         a          asserts  -
        no data available  b          denies   1
        """
    )

    assert names(result, "disputed") == {"disputed 1;2"}


def test_a_disputed_figure_is_never_one_side_of_a_contradiction() -> None:
    """Nobody vouches for it, so that it is evidence against a claim and never for one."""
    result = reconciled(
        """
        figure      source_id  stance
        50 million  a          asserts
        5 million   b          disputes
        500,000     b          denies
        """
    )

    assert names(result) == {"disputed 2", "disputed 3"}


@pytest.mark.parametrize("voice", ["document", "origin"])
def test_three_dated_figures_of_one_voice_are_a_trend(voice: str) -> None:
    """In the order of their times, however they stand in the table."""
    by = {"document": "a  -", "origin": "{}  x"}[voice]
    rows = [("416", "2011"), ("336", "2006"), ("462", "2016"), ("500", "-")]
    lines = [
        f"{figure}  {as_of}  {by.format('abcd'[place])}"
        for place, (figure, as_of) in enumerate(rows)
    ]
    result = reconciled("\n".join(["figure  as_of  source_id  origin_id", *lines]))
    trend = result.findings.set_index("check").loc["trend"]

    assert trend["claim_ids"] == ("2", "1", "3")


def test_two_times_or_three_voices_are_no_trend() -> None:
    """A series has one voice and three times."""
    assert (
        names(
            reconciled("""
        figure  as_of  source_id
        336     2006   a
        416     2011   a
        462     2016   b
        """),
            "trend",
        )
        == set()
    )


def test_several_mentions_from_one_origin_or_one_document_are_a_single_source() -> None:
    """Claims without a figure are no mentions, and disputed figures are."""
    drawn = """
        figure             source_id  origin_id  place
        608                a          -          one document
        612                a          x          one document
        608                a          x          one origin
        608                b          x          one origin
        608                a          -          two
        608                b          -          two
        608                a          -          once
        no data available  a          -          once
        608                a          -          derived
        608                c          -          derived
    """
    sources = """
        source_id  derived_from
        c          a
    """

    assert names(reconciled(drawn, sources=sources), "single-source") == {
        "single-source 1;2",
        "single-source 3;4",
        "single-source 10;9",
    }


TOTALS = """
    total_id  whole  part  complete
    t         1      2     {complete}
    t         1      3     {complete}
"""


@pytest.mark.parametrize(
    ("whole", "parts", "complete", "found", "ratio"),
    [
        ("20 million", ("10 million", "9.7 million"), "yes", None, None),
        ("50 million", ("10 million", "9.7 million"), "yes", "sum-mismatch", 50 / 19.7),
        ("15 million", ("10 million", "9.7 million"), "yes", "sum-mismatch", 19.7 / 15),
        ("15 million", ("10 million", "9.7 million"), "no", "part-exceeds-whole", 19.7 / 15),
        ("50 million", ("10 million", "9.7 million"), "no", None, None),
        ("9 million", ("13–30 million", "no data available"), "no", "part-exceeds-whole", 13 / 9),
        ("50 million", ("10 million", "no data available"), "yes", None, None),
        ("5 million", ("10 million", "no data available"), "yes", "sum-mismatch", 2),
        ("5 million", ("10 million", "at most 1 million"), "yes", "sum-mismatch", 2),
        ("at least 50 million", ("10 million", "9.7 million"), "yes", "sum-mismatch", 50 / 19.7),
        ("at least 5 million", ("10 million", "9.7 million"), "yes", None, None),
        ("at most 5 million", ("10 million", "9.7 million"), "no", "part-exceeds-whole", 3.94),
        ("50 million", ("at least 10 million", "9.7 million"), "yes", None, None),
        ("101", ("51", "49"), "yes", "sum-mismatch", 1.01),
        ("100", ("51", "49"), "yes", None, None),
    ],
)
def test_parts_and_wholes_are_held_to_interval_arithmetic(
    whole: str, parts: tuple[str, str], complete: str, found: str | None, ratio: float | None
) -> None:
    """Complete parts make the whole, others fit in it; open ends give what they can."""
    figures = "\n".join(f"{figure}  s  {place}" for place, figure in enumerate((whole, *parts)))
    result = reconciled(
        f"figure  source_id  place\n{figures}", totals=TOTALS.format(complete=complete)
    )
    sums = result.findings[result.findings["check"].isin(["sum-mismatch", "part-exceeds-whole"])]

    assert sums["check"].tolist() == ([found] if found else [])
    if found:
        assert sums["ratio"].item() == pytest.approx(ratio)
        assert sums["claim_ids"].item() == ("1", "2", "3")
        assert 0 < sums["severity"].item() < 1


def test_totals_hold_for_doubted_figures_and_across_units() -> None:
    """Arithmetic asks neither who vouches for a figure nor in which unit it stands."""
    drawn = """
        figure  unit   source_id  stance    place  measure
        3       km     s          disputes  all    length
        1,000   m      s          denies    one    length
        1       miles  s          asserts   two    length
    """
    totals = TOTALS.format(complete="yes")

    assert names(reconciled(drawn, totals=totals), "sum-mismatch") == {"sum-mismatch 1;2;3"}
    assert not names(reconciled(drawn.replace("3   ", "2.6 "), totals=totals), "sum-mismatch")
