"""Edges of the rules: scales without ratios, vague flows, first days, long steps."""

from __future__ import annotations

import math

import pytest
from drawing import assert_as_drawn, claims_table, judged, names, reconciled

from claimcheck.reconcile import reconcile


def test_dates_are_near_by_their_severity_and_never_by_a_ratio() -> None:
    """Days have no natural zero: 1918 is not near 1991 because 700,309 is near 726,971."""
    drawn = """
        unit  measure      left         right        relation
        date  opened       28 May 1918  18 Oct 1991  disjoint
        date  opened       28 May 1918  30 May 1918  near
        °C    temperature  −40          35           opposite-sign
        °C    temperature  10.5         12.5         near
        °C    temperature  10.5         30.5         disjoint
    """

    assert_as_drawn(drawn, judged(drawn), "relation")


def test_severity_of_dates_and_signed_scales_is_gap_over_gap_and_scale() -> None:
    """365 days count one half; the ratio is empty, the gap in days or degrees."""
    result = reconciled("""
        figure       unit  measure  source_id
        1 June 1911  date  opened   a
        1 July 1911  date  opened   b
    """)
    finding = result.findings.iloc[0]

    assert finding["check"] == "contradiction"
    assert finding["gap"] == 30
    assert math.isnan(finding["ratio"])
    assert finding["severity"] == pytest.approx(30 / 395)


def test_a_running_total_on_the_first_day_of_the_earliest_period_counts_from_it() -> None:
    """One day is a period too, and is held by the longer one."""
    result = reconciled(
        """
        figure  as_of                   source_id
        2,001   2020-03-01/2020-06-30   a
        2,412   2020-03-01              b
        """,
        measure="deaths",
    )

    assert names(result) == {"contradiction 1;2"}


def test_a_vague_date_is_no_period_of_a_flow() -> None:
    """A decade with an open digit dates a total, and does not say since when it counts."""
    result = reconciled(
        """
        figure  as_of       source_id
        4,001   198X        a
        31      1986-05-10  b
        45      1986-06-30  c
        """,
        measure="deaths",
    )

    assert names(result) == {
        "order-of-magnitude 1;2",
        "order-of-magnitude 1;3",
        "explained-by-time 2;3",
    }


def test_severity_of_a_step_of_ten_in_one_series_leaves_out_what_growth_explains() -> None:
    """The name stays, and the measure of the gap is that of all stocks."""
    drawn = """
        left      left_as_of  right      right_as_of  found               severity
        12,345    2000-01-01  200,001    2010-01-01   order-of-magnitude  -
    """
    severity = judged(drawn, measure="population", source_id="a")["severity"].item()

    assert severity == pytest.approx(1 - 12_345 / 200_001 * math.exp(0.3), abs=1e-3)


def test_conversion_leaves_no_gap_between_figures_that_touch() -> None:
    """5 miles and 8.04672 km are one length, whatever floats make of them."""
    drawn = """
        left     left_unit  right        right_unit  found        relation
        5–6      miles      8.04672–8.05 km          agreement    overlap
        3–5      miles      8.04672–9    km          agreement    overlap
        at most 5  miles    at least 8.04672  km     agreement    one-sided-compatible
    """.replace("8.05 km", "8.05  km")
    answered = judged(drawn, measure="length")

    assert set(answered["found"]) == {"agreement"}


def test_the_spelling_of_names_makes_no_other_quantity() -> None:
    """Case, width and spacing are no definition."""
    result = reconciled("""
        figure  subject       place   source_id
        64      Embassies     Berlin  a
        65      embassies     berlin  b
        70      Embassies of  Berlin  c
    """)

    assert names(result) == {"contradiction 1;2"}


def test_other_units_of_another_dimension_are_not_compared() -> None:
    """A length and a mass, people and houses, have nothing to say to each other."""
    result = reconciled("""
        figure  unit    source_id
        64      people  a
        900     houses  b
        7,000   km      c
        12      kg      d
    """)

    assert names(result) == set()
    assert len(result.quantities) == 4


def test_figures_of_other_scopes_are_explained_only_where_they_differ() -> None:
    """Two definitions that give one number are no finding; nor is any of them a conflict."""
    drawn = """
        left  left_scope  right  right_scope  found               relation
        64    abroad      900    -            explained-by-scope  different-scope
        64    abroad      64     -            -                   different-scope
    """
    answered = judged(drawn)

    assert answered["found"].tolist() == ["explained-by-scope", ""]
    assert set(answered["relation"]) == {"different-scope"}


def test_a_topic_of_many_scopes_still_tells_of_its_deepest_pairs() -> None:
    """Three hundred definitions of one thing are not set side by side, but they are not hidden."""
    drawn = claims_table(
        [
            {"figure": str(10 + 7 * number), "source_id": f"s{number}", "scope": f"kind {number}"}
            for number in range(300)
        ]
    )

    found = reconcile(drawn).findings

    assert (found["check"] == "explained-by-scope").sum() == 100
