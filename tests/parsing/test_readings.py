"""What single phrases say, by the rule that they stand for."""

from __future__ import annotations

import math

import pytest

from claimcheck.parsing import parse_figure
from claimcheck.values.figure import Bound, FigureKind

INF = math.inf


def ends(phrase: str, **options: str) -> tuple[float, float]:
    """Both ends of a phrase."""
    figure = parse_figure(phrase, **options)
    return figure.lower, figure.upper


@pytest.mark.parametrize(
    ("phrase", "lower", "upper"),
    [
        ("5–10 million", 5e6, 10e6),
        ("530,000–2 million", 530_000, 2e6),
        ("500–1 million", 500, 1e6),
        ("two to three hundred thousand", 200_000, 300_000),
        ("ten to a hundred thousand", 10_000, 100_000),
        ("$5m–$10m", 5e6, 10e6),
        ("tens or even hundreds of thousands", 10_000, 1e6),
    ],
)
def test_a_scale_is_shared_only_where_the_left_number_is_smaller_and_bare(
    phrase: str, lower: float, upper: float
) -> None:
    """530,000 has its thousands written out, and 500 is no part of one million."""
    assert ends(phrase) == (lower, upper)


@pytest.mark.parametrize(
    ("phrase", "lower", "upper"),
    [
        ("no fewer than 300", 300, INF),
        ("not exceeding 50", -INF, 50),
        ("not less than 5,000 but not more than 10,000", 5000, 10_000),
        ("at least 5–10 million", 5e6, INF),
        ("up to 5–10 million", -INF, 10e6),
        ("500,000 to over a million", 500_000, INF),
        ("less than 5000 or equal", -INF, 5000),
        ("larger than twenty and less or equal than thirty five", 20, 35),
        ("10 million-plus", 1e7, INF),
        ("5 or fewer", -INF, 5),
        ("> 5, < 10", 5, 10),
    ],
)
def test_bounds_and_their_negations_leave_one_end_open(
    phrase: str, lower: float, upper: float
) -> None:
    """A bound before a range keeps the end that it names."""
    assert ends(phrase) == (lower, upper)


def test_a_strict_bound_leaves_its_value_out() -> None:
    """More than five is not at least five."""
    assert parse_figure("over 5").lower_bound is Bound.OPEN
    assert parse_figure("at least 5").lower_bound is Bound.CLOSED
    assert parse_figure("fewer than 5").upper_bound is Bound.OPEN


@pytest.mark.parametrize(
    ("phrase", "lower", "upper", "deviation"),
    [
        ("5.0(3) million", 4.7e6, 5.3e6, 3e5),
        ("5.2 ± 0.3 million", 4.9e6, 5.5e6, 3e5),
        ("5.0 ± 0.3 (stat) ± 0.4 (syst)", 4.5, 5.5, 0.5),
        ("1,200 ± 5%", 1140, 1260, 60),
        ("12% ± 3%", 9, 15, 3),
        ("(3.141 ± 0.001) × 10²", 314.0, 314.2, 0.1),
        ("10 give or take 2", 8, 12, None),
        ("5 ± 1 (95% CI)", 4, 6, None),
    ],
)
def test_a_margin_is_a_standard_uncertainty_unless_more_is_said(
    phrase: str, lower: float, upper: float, deviation: float | None
) -> None:
    """Two margins add in quadrature; a share is taken of the value."""
    figure = parse_figure(phrase)

    assert figure.kind is FigureKind.PLUS_MINUS
    assert (figure.lower, figure.upper) == pytest.approx((lower, upper))
    assert figure.deviation == pytest.approx(deviation)


def test_a_confidence_interval_gives_the_ends_around_the_best_value() -> None:
    """The scale outside the bracket is that of the numbers in it."""
    figure = parse_figure("1.8 million (95% CI: 1.2–3.4)")

    assert (figure.lower, figure.best, figure.upper) == (1.2e6, 1.8e6, 3.4e6)


@pytest.mark.parametrize(
    ("phrase", "lower", "upper"),
    [
        ("5 million", 1e6, 1e6),
        ("603,070", 10, 10),
        ("64", 1, 1),
        ("1.50 million", 1e4, 1e4),
        ("€110.0m", 1e5, 1e5),
        ("$5.00", 0.01, 0.01),
        ("-2,50", 0.01, 0.01),
        ("about 1.20e6", 1e4, 1e4),
        ("3.50 hundred", 10, 10),
        ("0.0", 0, 0),
        ("ten million", 1e7, 1e7),
        ("half a million", 1e5, 1e5),
        ("30-35 million", 1e6, 1e6),
        ("20,000–30,000", 1, 1),
        ("at least 500,000", 1, 0),
        ("at least 1.50", 0.01, 0),
        ("at most 5 million", 0, 1e6),
        ("thousands", 0, 0),
        ("May 2024", 0, 0),
    ],
)
def test_grain_is_the_last_digit_that_counts(phrase: str, lower: float, upper: float) -> None:
    """The last written one of a decimal, a range or a bound, else the last that is not zero."""
    figure = parse_figure(phrase)

    assert (figure.lower_grain, figure.upper_grain) == (lower, upper)


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("one hundred and three and two thirds", 103 + 2 / 3),
        ("three quarters of a million", 750_000),
        ("one billion and a quarter million", 1_000_250_000),
        ("a million and a half", 1_500_000),
        ("nineteen hundred seventy-three", 1973),
        ("three cr twelve lac fifty-six thousand seven hundred twenty-one", 31_256_721),
        ("4 thousand 3 hundred and 21", 4321),
        ("zero point zero eight", 0.08),
        ("Rs 5 lakh crore", 5e12),
        ("2 ½ million", 2.5e6),
        ("1.2 x 10^6", 1.2e6),
        ("10⁻³", 0.001),
        ("6 feet 2 inches", 6 + 2 / 12),
        ("5 dollars and 50 cents", 5.5),
        ("30 out of 50", 0.6),
        ("one in five", 0.2),
        ("$(12)", -12),
        ("minus 5", -5),
    ],
)
def test_words_fractions_powers_and_small_units_make_one_number(phrase: str, value: float) -> None:
    """Digits and words may be mixed."""
    assert ends(phrase) == pytest.approx((value, value))


@pytest.mark.parametrize(
    ("phrase", "lower", "upper"),
    [
        ("hundreds", 100, 1000),
        ("tens of thousands", 10_000, 100_000),
        ("several million", 1e6, 1e7),
        ("hundreds of thousands to millions", 1e5, 1e7),
    ],
)
def test_an_order_of_magnitude_spans_one_decade(phrase: str, lower: float, upper: float) -> None:
    """Its upper end is open."""
    figure = parse_figure(phrase)

    assert (figure.lower, figure.upper) == (lower, upper)
    assert figure.upper_bound is Bound.OPEN


@pytest.mark.parametrize(
    ("phrase", "unit"),
    [
        ("5 million inhabitants", "people"),
        ("millions of people", "people"),
        ("30 to 40 deputies", "deputies"),
        ("20–25 per cent", "percent"),
        ("5 percentage points", "percentage-points"),
        ("116,347 sq mi", "mile²"),
        ("$350 per kg to $680 per kg", "USD/kg"),
        ("5 million barrels per day", "barrel/days"),
        ("half of the population", "ratio"),
        ("AU $59.95", "AUD"),
        ("3-fold", "times"),
    ],
)
def test_the_unit_is_named_the_same_however_it_is_written(phrase: str, unit: str) -> None:
    """An ordinary noun stays what it is."""
    assert parse_figure(phrase).unit == unit


@pytest.mark.parametrize("phrase", ["no data available", "n/a", "unknown", "—", "?"])
def test_the_statement_that_there_is_no_figure_is_no_error(phrase: str) -> None:
    """It knows nothing and votes for nothing."""
    assert parse_figure(phrase).kind is FigureKind.NO_FIGURE


def test_none_is_zero_and_not_missing() -> None:
    """Whoever says "none" has counted."""
    assert ends("none") == (0, 0)


def test_a_range_that_may_share_its_thousands_says_so() -> None:
    """Desks write 15–20,000 for 15,000–20,000; the letter says 15 to 20,000."""
    figure = parse_figure("15–20,000")

    assert (figure.lower, figure.upper) == (15, 20_000)
    assert [(other.lower, other.upper) for other in figure.ambiguous] == [(15_000, 20_000)]
    assert parse_figure("1,500–20,000").ambiguous == ()
    assert parse_figure("15–20").ambiguous == ()
