"""What two figures leave possible decides whether they meet."""

from __future__ import annotations

import pytest
from drawing import assert_as_drawn, claims_table, judged, table

from claimcheck.reconcile import reconcile


@pytest.mark.parametrize(
    ("unit", "drawn"),
    [
        (
            "people",
            """
            figure                lower      upper
            64                    64         64
            60                    57         63
            603,070               603065     603075
            5 million             4750000    5250000
            5.5 million           5450000    5550000
            about 64              57.6       70.4
            about 5 million       4500000    5500000
            about 30-35 million   29500000   35500000
            30-35 million         29500000   35500000
            20,000–30,000         19999.5    30000.5
            5.0 million           4950000    5050000
            59.000                58500      59500
            at least 7            6.65       inf
            at most 10            0          10.5
            fewer than 10         0          10.5
            5,000 ± 200           4600       5400
            3 ± 2                 0          7
            0                     0          0
            no data available     0          inf
            """,
        ),
        (
            "percent",
            """
            figure                lower      upper
            over half             50         inf
            up to a quarter       0          25
            over 50               49.5       inf
            half                  47.5       52.5
            """,
        ),
        (
            "km",
            """
            figure                lower      upper
            6,650                 6645       6655
            6,653                 6652.5     6653.5
            2.5                   2.45       2.55
            2.0                   1.95       2.05
            2,00                  1.995      2.005
            12.50 (2004)          12.495     12.505
            about 2.0             1.8        2.2
            9                     8.55       9.45
            about 100             90         110
            """,
        ),
    ],
)
def test_a_figure_leaves_possible_what_rounding_hedge_and_margin_allow(
    unit: str, drawn: str
) -> None:
    """Rounded points, written digits of ranges, hedges and margins, each under its own cap."""
    expected = table(drawn)
    claims = claims_table(expected[["figure"]].assign(source_id="a"), unit=unit, measure="length")
    read = reconcile(claims).claims

    for name in ("lower", "upper"):
        possible = read[f"possible_{name}"].to_numpy()
        assert possible == pytest.approx(expected[name].astype(float).to_numpy()), name


def test_figures_meet_where_possible_values_do() -> None:
    """Touching is meeting; a counted integer is exact, a measured one is not."""
    drawn = """
        left           right         unit    measure     found
        64             65            people  count       contradiction
        64             65            km      length      rounding-agreement
        60             63            people  count       rounding-agreement
        60             64            people  count       contradiction
        9,713,655      9.7 million   people  population  rounding-agreement
        9,713,655      9.9 million   people  population  contradiction
        5–10 million   10 million    people  population  agreement
        5–10 million   50 million    people  population  contradiction
        about 50       55            people  count       rounding-agreement
        about 50       56            people  count       contradiction
        about 20–30    32            people  count       contradiction
        at least 65    64            people  count       contradiction
        at least 64    64            people  count       agreement
        at most 10     12            people  count       contradiction
        10 ± 1         12            people  count       rounding-agreement
        10 ± 1         13            people  count       contradiction
        5.5            5.6           km      length      rounding-agreement
        5.5            5.7           km      length      contradiction
        0              1             people  count       order-of-magnitude
        0              0             people  count       agreement
    """

    assert_as_drawn(drawn, judged(drawn))


def test_relations_come_in_the_order_of_the_specification() -> None:
    """The first relation that holds names the pair."""
    drawn = """
        left               right          measure  left_as_of  right_as_of  relation
        100,000            100,000        count    -           -            identical
        5–10               5–10           count    -           -            identical
        9,713,655          9.7 million    count    -           -            agree-within-rounding
        about 50           55             count    -           -            agree-within-rounding
        at least 7         8              count    -           -            one-sided-compatible
        at least 7         at least 9     count    -           -            one-sided-compatible
        8                  5–10           count    -           -            within
        5–10               10–12          count    -           -            overlap
        5–10               8–20           count    -           -            overlap
        5–20               8–20           count    -           -            contains
        284,761            300,100        count    2002        2004         explained-by-time
        1,250              125,000        count    -           -            suspected-slip
        284,761            248,761        count    -           -            suspected-slip
        101,000            111,000        count    -           -            near
        5–10 million       50 million     count    -           -            disjoint
        −5                 8              balance  -           -            opposite-sign
    """

    assert_as_drawn(drawn, judged(drawn), "relation")


def test_another_reading_is_told_with_the_figure() -> None:
    """Nothing is guessed in silence: 2.500 may be two thousand five hundred, or two and a half."""
    drawn = claims_table(
        [{"figure": "2.500", "source_id": "a"}, {"figure": "3,000", "source_id": "b"}],
        measure="cost",
        unit="EUR",
    )

    message = reconcile(drawn).findings["message"].iloc[0]

    assert "may also mean 2.5" in message
