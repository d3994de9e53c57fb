"""What the sources of a quantity agree on, or that they agree on nothing."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from drawing import reconciled, table

from claimcheck.reconcile import Reconciliation


def _quantity(drawn: str, **shared: str) -> pd.Series:
    sources = shared.pop("sources", None)
    quantities = reconciled(drawn, sources=sources, **shared).quantities
    assert len(quantities) == 1
    return quantities.iloc[0]


def _interval(row: pd.Series, name: str) -> tuple[float, float]:
    return row[f"{name}_lower"], row[f"{name}_upper"]


@pytest.mark.parametrize(
    ("figures", "status", "depth", "core"),
    [
        (("101", "101"), "agreed", 2, (101, 101)),
        (("51–61", "55–71", "60–80"), "agreed", 3, (59.5, 61.5)),
        (("101", "101", "205"), "majority", 2, (101, 101)),
        (("101", "205"), "conflicting", 1, None),
        (("101", "101", "205", "205"), "conflicting", 2, None),
        (("101", "101", "101", "205", "205"), "majority", 3, (101, 101)),
        (("101",), "uncorroborated", 1, (101, 101)),
        (("at least 101",), "uncorroborated", 1, (100.5, math.inf)),
        (("at least 101", "at least 205"), "bounded", 2, (204.5, math.inf)),
        (("at least 101", "at most 205"), "bounded", 2, (100.5, 205.5)),
        (("at least 205", "at most 101"), "conflicting", 1, None),
        (("at least 101", "at least 205", "at most 50"), "majority", 2, (204.5, math.inf)),
        (("at least 101", "205"), "agreed", 2, (205, 205)),
        (("no data available",), "no-figure", 0, None),
        (("101", "no data available"), "uncorroborated", 1, (101, 101)),
    ],
)
def test_status_and_core_follow_the_number_of_origins_that_share_a_point(
    figures: tuple[str, ...], status: str, depth: int, core: tuple[float, float] | None
) -> None:
    """More than half of at least two origins, or there is no estimate at all."""
    rows = "\n".join(f"{figure}  s{place}" for place, figure in enumerate(figures))
    found = _quantity(f"figure  source_id\n{rows}")

    assert (found["status"], found["depth"]) == (status, depth)
    if core is None:
        assert all(math.isnan(end) for end in _interval(found, "core"))
        assert all(math.isnan(end) for end in _interval(found, "median"))
    else:
        assert _interval(found, "core") == pytest.approx(core)


def test_figures_that_nobody_vouches_for_are_disputed() -> None:
    """Doubt is no vote, and denial is none either."""
    found = _quantity("""
        figure  source_id  stance
        101     a          disputes
        205     b          denies
    """)

    assert found["status"] == "disputed"
    assert found["origins"] == 0


@pytest.mark.parametrize(
    ("claims", "sources", "origins", "status"),
    [
        ("101 a -; 101 a -; 205 b -", "", 2, "conflicting"),
        ("101 a x; 101 b x; 205 c -", "", 2, "conflicting"),
        ("101 a x; 101 a -; 205 c -", "", 2, "conflicting"),
        ("101 a x; 101 a y; 205 c -", "", 3, "majority"),
        ("101 a x; 999 a -; 205 c -", "", 3, "conflicting"),
        ("101 a -; 101 c -", "c a", 1, "uncorroborated"),
        ("101 a -; 101 m -", "m a;b", 1, "uncorroborated"),
        ("205 a -; 101 m -", "m a;b", 1, "uncorroborated"),
        ("101 d -; 101 m -", "m a;b", 2, "agreed"),
        ("101 a -; 101 b -; 101 m -", "m a;b", 2, "agreed"),
        ("101 d a; 101 m -", "m a;b", 1, "uncorroborated"),
        ("101 a -; 101 d m", "m a;b", 1, "uncorroborated"),
        ("101 a x; 101 a -; 101 b a", "", 1, "uncorroborated"),
        ("101 a b; 101 a -; 101 b a; 101 b -", "", 2, "agreed"),
        ("101 m -; 205 n -", "m a;b|n a;b", 2, "conflicting"),
        ("101 m -; 101 c -", "m a;b|c m", 1, "uncorroborated"),
        ("205 a x; 101 m -", "m a;b", 1, "uncorroborated"),
        ("205 a -; 101 m -", "a x|m a;b", 1, "uncorroborated"),
    ],
)
def test_every_independent_origin_has_one_vote(
    claims: str, sources: str, origins: int, status: str
) -> None:
    """Echoes, copies and children of parents who speak for themselves add none."""
    rows = "\n".join("  ".join(claim.split()) for claim in claims.split(";"))
    derived = [line.split() for line in sources.split("|") if line]
    listed = {name for _, parents in derived for name in parents.split(";")}
    lines = [f"{name}  {parents}" for name, parents in derived]
    lines += [f"{name}  -" for name in sorted(listed - {name for name, _ in derived})]
    known = "\n".join(["source_id  derived_from", *lines]) if lines else None
    found = _quantity(f"figure  source_id  origin_id\n{rows}", sources=known)

    assert (found["origins"], found["status"]) == (origins, status)


def test_an_origin_votes_for_all_that_any_of_its_figures_leaves_possible() -> None:
    """Its figures are one vote at each point, and a piece of k weighs 1/k in the median."""
    found = _quantity("""
        figure  source_id
        101     a
        205     a
        101     b
        205     c
    """)

    assert found["status"] == "majority"
    assert found["depth"] == 2
    assert _interval(found, "median") == (101, 205)


def test_two_disjoint_figures_are_never_averaged() -> None:
    """No point estimate: the camps and the envelope are all there is to say."""
    result = reconciled("""
        figure  source_id
        101     a
        121     b
        205     c
        211     d
    """)
    found = result.quantities.iloc[0]

    assert found["status"] == "conflicting"
    assert found["camps"] == 2
    assert all(math.isnan(end) for end in _interval(found, "median"))
    assert _interval(found, "envelope") == (101, 211)
    assert result.camps["claim_ids"].tolist() == [("1", "2"), ("3", "4")]
    assert result.camps["origins"].tolist() == [2, 2]


def test_camps_are_cut_by_gaps_above_a_quarter() -> None:
    """Single link: 100 and 125 hang together, 100 and 126 do not."""
    drawn = table("""
        lower  upper  camps
        125    125    1
        126    126    2
    """)
    for row in drawn.itertuples():
        found = _quantity(f"""
            lower  upper  source_id
            {1008}  {1008}  a
            {int(row.lower) * 1008 // 100}  {int(row.upper) * 1008 // 100}  b
        """)
        assert str(found["camps"]) == row.camps


def test_dissenters_are_named_with_their_severity() -> None:
    """A majority is a vote and no truth: who stands apart is shown, and how far."""
    result = reconciled("""
        figure  source_id
        101     a
        101     b
        202     c
    """)

    assert result.quantities["dissenters"].item() == "3"
    assert result.claims["severity"].tolist() == pytest.approx([0, 0, 0.5])


def test_interval_median_and_spread_of_a_majority() -> None:
    """The p-box runs from the lower 10 % of lower ends to the upper 90 % of upper ends."""
    found = _quantity("""
        lower  upper  source_id
        11     31     a
        21     41     b
        22     51     c
        71     81     d
    """)

    assert found["status"] == "majority"
    assert _interval(found, "core") == (21.5, 31.5)
    assert _interval(found, "median") == (20.5, 51.5)
    assert _interval(found, "spread") == (10.5, 81.5)
    assert _interval(found, "envelope") == (10.5, 81.5)


def _voted(result: Reconciliation) -> list[str]:
    return result.claims.loc[result.claims["voted"], "claim_id"].tolist()


def test_older_stocks_vote_widened_by_the_growth_bound() -> None:
    """The vote is about the newest time; 3 % a year either way, from far end to far end."""
    result = reconciled(
        """
        figure   as_of       source_id
        100,001  2000-01-01  a
        134,001  2010-01-01  b
        99,001   -           c
        """,
        measure="population",
    )
    found = result.quantities.iloc[0]

    assert found["newest"] == "2010-01-01"
    assert found["status"] == "majority"
    assert found["envelope_upper"] == pytest.approx(100_001 * math.exp(0.3), rel=1e-4)
    assert _voted(result) == ["1", "2", "3"]


def test_older_tallies_vote_with_their_upper_end_open() -> None:
    """What was found stays found."""
    found = _quantity(
        """
        figure  as_of  source_id
        101     2001   a
        911     2009   b
        """,
        measure="found",
    )

    assert found["status"] == "agreed"
    assert _interval(found, "core") == (911, 911)


@pytest.mark.parametrize(
    ("measure", "status", "voted"),
    [
        ("population", "conflicting", ["2", "3", "4"]),
        ("found", "conflicting", ["2", "3", "4"]),
        ("length", "agreed", ["1", "2", "3", "4"]),
    ],
)
def test_an_origin_votes_with_its_newest_figure_alone(
    measure: str, status: str, voted: list[str]
) -> None:
    """What it said before says no more of the newest time; of a constant it says the same."""
    result = reconciled(
        """
        figure   as_of  source_id
        120,001  2004   a
        411,001  2009   a
        120,001  2009   b
        120,001  -      b
        """,
        measure=measure,
    )
    found = result.quantities.iloc[0]

    assert (found["status"], found["apart"]) == (status, 4 - len(voted))
    assert _voted(result) == voted


def test_a_running_total_that_its_source_takes_back_is_no_agreement() -> None:
    """The first total of the ministry leaves more possible, but its next one says how many."""
    found = _quantity(
        """
        figure  as_of       source_id
        1,250   2010-08-20  ministry
        12,504  2010-08-20  herald
        1,004   2010-08-25  ministry
        """,
        measure="injured",
    )

    assert (found["status"], found["origins"], found["apart"]) == ("conflicting", 2, 1)


def test_flows_vote_with_those_of_the_same_period_only() -> None:
    """Other periods are listed apart, undated figures join."""
    result = reconciled(
        """
        figure  as_of      source_id
        1,001   1918/1919  a
        3,001   1918/1920  b
        3,001   1918/1920  c
        3,001   -          d
        """,
        measure="deaths",
    )
    found = result.quantities.iloc[0]

    assert (found["status"], found["origins"], found["apart"]) == ("agreed", 3, 1)
    assert _voted(result) == ["2", "3", "4"]


def test_constants_and_dates_vote_whatever_their_times() -> None:
    """Time explains nothing of them."""
    found = _quantity(
        """
        figure  as_of  source_id
        6,653   1950   a
        6,853   2000   b
        """,
        measure="length", unit="km",
    )  # fmt: skip

    assert found["status"] == "conflicting"
    assert _interval(found, "envelope") == (6652.5, 6853.5)


def test_units_of_one_dimension_vote_together_and_others_apart() -> None:
    """Kilometres and miles are one quantity, kilometres and tonnes are two."""
    result = reconciled("""
        figure  unit   source_id
        100     km     a
        62.1    miles  b
        100     t      c
    """)

    assert result.quantities["status"].tolist() == ["agreed", "uncorroborated"]
