"""What times explain, by the kind of measure."""

from __future__ import annotations

from drawing import assert_as_drawn, claims_table, judged, names, reconciled, table

from claimcheck.reconcile import reconcile
from claimcheck.settings import Settings


def test_stocks_of_two_sources_are_bridged_by_the_growth_bound() -> None:
    """Three per cent a year either way, from the far ends of the two dates."""
    drawn = """
        left      left_as_of  right    right_as_of  found
        284,761   2002        340,121  2007         explained-by-time
        284,761   2002        341,121  2007         implausible-growth
        340,121   2002        284,761  2007         explained-by-time
        341,121   2002        284,761  2007         implausible-growth
        284,761   2002-01-01  331,001  2007-01-01   implausible-growth
        284,761   2002-01-01  330,001  2007-01-01   explained-by-time
        284,761   2002        360,122  -            contradiction
        284,761   -           360,122  -            contradiction
        284,761   2002        360,122  2002         contradiction
        284,761   2002        360,122  2002-05      contradiction
        284,761   200X        360,122  2005         contradiction
        284,761   199X        360,122  2005         explained-by-time
        284,761   2000/2005   360,122  2004         contradiction
        284,761   ../2005     360,122  2004         contradiction
        1,000     2000        20,000   2005         implausible-growth
        1,234     2000        1,234    2005         agreement
    """

    assert_as_drawn(drawn, judged(drawn, measure="population"))


def test_one_origin_gives_a_series_and_no_contradiction() -> None:
    """Steps of ten or more keep their name, for a series does not jump by a factor of ten."""
    drawn = """
        measure     left     left_as_of  right    right_as_of  found
        population  284,761  2002        900,000  2004         explained-by-time
        population  284,761  2002        900,000  2002         self-contradiction
        population  12,345   2002        123,450  2004         magnitude-slip
        population  12,345   2002        200,001  2004         order-of-magnitude
        population  284,761  2002        900,000  -            self-contradiction
        length      284,761  2002        360,122  2010         self-contradiction
    """

    assert_as_drawn(drawn, judged(drawn, source_id="a"))
    reported = judged(
        drawn.replace("self-contradiction", "contradiction"), left_by="a", right_by="b",
        origin_id="x", stance="reports",
    )  # fmt: skip
    assert_as_drawn(drawn.replace("self-contradiction", "contradiction"), reported)


def test_a_tally_grows_at_any_pace_and_hardly_shrinks() -> None:
    """What was found stays found: a later, smaller tally has to be within the growth bound."""
    drawn = """
        left  left_as_of  left_by  right  right_as_of  right_by  found
        12    2001        a        911    2002         b         explained-by-time
        911   2001        a        12     2002         b         implausible-growth
        103   2001        a        101    2002         b         explained-by-time
        911   2001        a        812    2002         a         implausible-growth
        12    2001        a        911    2002         a         explained-by-time
        911   2001        a        12     2002         a         order-of-magnitude
        12    2001        a        911    2001         b         order-of-magnitude
        12    2001-01     a        911    2001-03-04   b         explained-by-time
    """

    assert_as_drawn(drawn, judged(drawn, measure="found"))


def test_time_explains_nothing_of_constants() -> None:
    """A river does not grow."""
    drawn = """
        measure     unit    left        left_as_of  right       right_as_of  found
        length      km      6,653       1950        6,861       2000         contradiction
        attendance  people  25,001      1969        41,001      2019         contradiction
        opened      date    1 May 1969  1970        3 May 1969  2019         contradiction
    """

    assert_as_drawn(drawn, judged(drawn))


def test_flows_count_over_their_periods() -> None:
    """Nested periods, the same period, and periods side by side."""
    drawn = """
        left   left_as_of             right  right_as_of            found
        1,001  1918/1919              1,312  1918/1919              contradiction
        1,001  1918/1920              1,312  1918/1919              contradiction
        1,312  1918/1920              1,001  1918/1919              explained-by-time
        9,001  1918/1920              1,001  1918/1919              implausible-growth
        1,001  1918/1919              1,312  1920/1921              explained-by-time
        1,001  1918/1919              3,101  1920/1921              implausible-growth
        1,001  1918/1919              2,901  1920/1921              explained-by-time
        1,001  1918                   1,312  1919                   explained-by-time
        1,001  1918                   4,301  1919                   implausible-growth
        1,001  1918                   1,312  1918                   contradiction
        1,001  1918/1919              1,312  -                      contradiction
        1,001  1918-03-01/1918-05-31  1,312  1918-03-01/1918-05-31  contradiction
    """

    assert_as_drawn(drawn, judged(drawn, measure="deaths"))


def test_a_flow_dated_by_a_day_with_no_period_in_its_topic_is_a_tally() -> None:
    """Since when it counts is not known, but it cannot fall."""
    drawn = """
        left  left_as_of  right  right_as_of  found
        31    1986-05-10  45     1986-06-30   explained-by-time
        31    1986-05-10  4,511  1986-06-30   explained-by-time
        45    1986-05-10  31     1986-06-30   implausible-growth
        45    1986-05-10  31     1986-05-10   contradiction
        45    1986-05     31     1986-05-10   contradiction
    """

    assert_as_drawn(drawn, judged(drawn, measure="deaths"))


def test_a_flow_dated_by_a_day_is_a_running_total_since_the_earliest_period_start() -> None:
    """The later running total holds the earlier one, and may not be smaller."""
    result = reconciled(
        """
        figure  as_of                   source_id
        1,901   2020-03-01/2020-06-30   a
        501     2020-04-30              b
        1,001   2020-05-31              c
        901     2020-06-30              d
        """,
        measure="deaths",
    )

    assert names(result, "explained-by-time", "contradiction", "implausible-growth") == {
        "explained-by-time 1;2",
        "explained-by-time 1;3",
        "contradiction 1;4",
        "explained-by-time 2;3",
        "explained-by-time 2;4",
        "contradiction 3;4",
    }


def test_a_running_total_that_falls_is_no_series_even_of_one_origin() -> None:
    """One origin may correct itself, but a total of the dead does not fall unexplained."""
    drawn = """
        left   left_as_of  right  right_as_of  found
        1,001  2020-04-30  1,501  2020-05-31   explained-by-time
        1,501  2020-04-30  1,001  2020-05-31   implausible-growth
    """

    assert_as_drawn(drawn, judged(drawn, measure="deaths", source_id="a"))


def test_the_subject_tells_the_kind_of_a_bare_measure() -> None:
    """A count of deaths from a flood is a flow, a count of houses is a stock."""
    drawn = """
        subject            measure     left   left_as_of  right  right_as_of  found
        deaths from flood  count       1,001  1918/1920   1,312  1918/1919    contradiction
        Deaths in flood    number      1,001  1918/1920   1,312  1918/1919    contradiction
        houses             count       1,001  1918        1,312  1919         implausible-growth
        deaths from flood  count       1,001  1918        1,312  1919         explained-by-time
        houses             population  1,001  1918/1920   1,312  1918/1919    contradiction
        houses             population  1,001  1910/1912   1,312  1918/1919    explained-by-time
        houses             built       1,001  1918/1920   1,312  1918/1919    contradiction
        houses             built       1,001  1918/1919   2,901  1920/1921    explained-by-time
    """

    assert_as_drawn(drawn, judged(drawn))


def test_words_of_disasters_epidemics_and_conflicts_have_a_kind() -> None:
    """What counts events is a flow, what counts things found a tally; neither is held to 3 %."""
    kinds = """
        measure               kind
        evacuated             flow
        evacuations           flow
        cases                 flow
        confirmed cases       flow
        Reported_cases        flow
        new infections        flow
        hospitalised          flow
        hospital admissions   flow
        houses destroyed      flow
        destroyed houses      flow
        damaged homes         flow
        people affected       flow
        injured children      flow
        arrests               flow
        attacks               flow
        visitors              flow
        net profit            flow
        carbon emissions      flow
        cases confirmed       tally
        diagnosed             tally
        displaced population  stock
        registered voters     stock
        displaced people camps  stock
        deadlock              stock
        destroyed area        constant
        turnout               constant
        Hubble constant       constant
        magnitude             constant
        cases per 100,000     stock
        infected per 1,000    stock
        death rate            stock
    """
    drawn = table(kinds).assign(figure="1,234", source_id="a")

    assert reconcile(claims_table(drawn)).claims["measure_kind"].tolist() == (
        drawn["kind"].tolist()
    )


def test_on_a_scale_without_ratios_a_series_has_no_step_of_ten() -> None:
    """From two degrees to twenty-five is no factor, and from a deficit to a surplus neither."""
    drawn = """
        unit  measure      left  left_as_of  right  right_as_of  found
        °C    temperature  −5    2020-01     22     2020-07      explained-by-time
        °C    temperature  2     2020-01     25     2020-07      explained-by-time
        °C    temperature  2     2020-01     25     2020-01      self-contradiction
        EUR   balance      −50   2019        3      2020         explained-by-time
        EUR   debt         2     2019        25     2020         order-of-magnitude
    """

    assert_as_drawn(drawn, judged(drawn, source_id="a"))


def test_a_turnout_in_per_cent_is_that_of_its_election() -> None:
    """A crowd turned out once; the share of those who voted is another the next time."""
    drawn = """
        measure  unit     left    left_as_of  right   right_as_of  found
        turnout  percent  61.4    2017-09-24  64.9    2021-10-03   explained-by-time
        turnout  percent  61.4    2021-10-03  64.9    2021-10-03   contradiction
        turnout  people   61,401  2017-09-24  64,901  2021-10-03   contradiction
    """

    assert_as_drawn(drawn, judged(drawn))


def test_a_toll_of_any_disaster_may_grow_at_any_pace() -> None:
    """The first days of a disaster know no bound of growth."""
    drawn = """
        measure           left    left_as_of  right   right_as_of  found
        evacuated         12,001  2024-06-03  50,001  2024-06-04   explained-by-time
        houses destroyed  3,401   2024-06-03  6,101   2024-06-18   explained-by-time
        confirmed cases   1,201   2024-06-03  5,001   2024-07-03   explained-by-time
        confirmed cases   5,001   2024-06-03  1,201   2024-07-03   implausible-growth
        infected people   1,201   2024-06-03  5,001   2024-07-03   explained-by-time
    """

    assert_as_drawn(drawn, judged(drawn))


def test_the_whole_name_of_a_measure_is_declared_before_its_head() -> None:
    """Active cases rise and fall, where cases do not."""
    settings = Settings(stocks=["active cases", "population"])
    drawn = table("""
        measure       figure  source_id
        active cases  120     a
        cases         120     a
    """)
    kinds = reconcile(claims_table(drawn), settings=settings).claims["measure_kind"]

    assert kinds.tolist() == ["stock", "flow"]


def test_a_figure_over_a_definite_period_of_more_than_a_year_is_a_flow() -> None:
    """It counts over its period, unless its measure is declared a stock or a constant."""
    result = reconciled(
        """
        figure  as_of      source_id  measure
        2,001   1918/1920  a          evacuated
        2,001   1918/1918  a          housed
        2,001   1918~/1920  a         sheltered
        2,001   1918/..    a          fed
        2,001   1918/1920  a          members
        2,001   1918/1920  a          length
        2,001   1918/1920  a          found
        """
    )

    assert result.claims["measure_kind"].tolist() == [
        "flow", "stock", "stock", "stock", "stock", "constant", "flow",
    ]  # fmt: skip


def test_undated_pairs_say_that_they_are_compared_as_of_one_time() -> None:
    """The reader has to know that a date could dissolve the conflict."""
    result = reconciled(
        """
        figure   as_of  source_id
        284,761  2002   a
        360,122  -      b
        """,
        measure="population",
    )

    assert (
        "compared as of one time"
        in result.findings.set_index("check").loc["contradiction", "message"]
    )


def test_the_phrase_dates_numbers_that_say_the_same() -> None:
    """Whoever fills in lower and upper loses neither the year nor the hedge of the phrase."""
    claims = reconciled(
        """
        figure      lower  upper  source_id
        390 (2002)  390    390    a
        about 390   390    390    b
        390 (2002)  391    391    c
        """
    ).claims

    assert claims["time_start"].notna().tolist() == [True, False, False]
    assert claims["approximate"].tolist() == [False, True, False]
    assert claims["unread"].tolist() == ["", "", ""]
