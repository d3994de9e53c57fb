"""What brackets, and words behind a comma, say of the number before them."""

from __future__ import annotations

import math

import pytest

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing import parse_figure
from claimcheck.values.figure import Bound, FigureKind


@pytest.mark.parametrize(
    "phrase",
    [
        "5 (min)", "5 (min.)", "5 (minimum)", "5 (at least)", "5 (or more)", "5 (+)", "5 (plus)",
        "5 (lower bound)", "5, at least", "5, or more", "5 people, at least", "5% min",
        "5 kg min.", "5 people or more were killed", "5 people were killed, at least",
        "5 people were killed at least",
        "5 (at least, 2010)", "5 (2010, at least)", "5 million (at least 5 million)",
        "5,000 or possibly more", "5,000, if not more",
    ],
)  # fmt: skip
def test_words_of_a_lower_bound_beside_a_number_bound_it(phrase: str) -> None:
    """In brackets or behind, they say what they say before it."""
    figure = parse_figure(phrase)

    assert figure.kind is FigureKind.AT_LEAST
    assert figure.lower in {5, 5000, 5e6}
    assert math.isinf(figure.upper)


@pytest.mark.parametrize(
    "phrase",
    [
        "5 (max)", "5 (max.)", "5 (maximum)", "5 (at most)", "5 (or fewer)", "5 (or less)",
        "5 (up to)", "5, tops", "5 (upper bound)", "5 (max. estimate)", "5, at most",
        "5 people or fewer",
    ],
)  # fmt: skip
def test_words_of_an_upper_bound_beside_a_number_bound_it(phrase: str) -> None:
    """The same, the other way."""
    figure = parse_figure(phrase)

    assert (figure.kind, figure.lower, figure.upper) == (FigureKind.AT_MOST, -math.inf, 5)


def test_over_in_brackets_leaves_its_number_out() -> None:
    """As before the number."""
    assert parse_figure("5 million (over)").lower_bound is Bound.OPEN


@pytest.mark.parametrize(
    ("phrase", "lang"),
    [
        ("5 (approximate)", "en"), ("5, approximately", "en"), ("5 people, give or take", "en"),
        ("5 (Serbian estimate)", "en"), ("5, maybe more", "en"), ("(est.) 5", "en"),
        ("5 (Schätzung)", "de"), ("5 (2010, Schätzung)", "de"), ("5 (Schätzung 2010)", "de"),
        ("5 (estimation 2010)", "fr"), ("5 (estimación)", "es"), ("5 (stima 2010)", "it"),
        ("5 (estimativa)", "pt"), ("5 (schatting)", "nl"), ("5 (оценка 2010)", "ru"),
        ("5 (2010 tahmini)", "tr"), ("5 (təxmin)", "az"), ("5 (dane szacunkowe)", "pl"),
        ("5 (uppskattning)", "sv"), ("5 (skøn)", "da"), ("5 (anslag)", "no"),
    ],
)  # fmt: skip
def test_an_estimate_beside_a_number_is_hedged(phrase: str, lang: str) -> None:
    """In every language, with and without a year."""
    figure = parse_figure(phrase, lang=lang)

    assert (figure.kind, figure.best) == (FigureKind.APPROXIMATE, 5)


@pytest.mark.parametrize(
    ("phrase", "lang", "value", "unit"),
    [
        ("1,234 ('000)", "en", 1_234_000, None),
        ("1,234 (000s)", "en", 1_234_000, None),
        ("1,234 (in '000)", "en", 1_234_000, None),
        ("1,234 (thousands)", "en", 1_234_000, None),
        ("1,234 (thousand)", "en", 1_234_000, None),
        ("1,234 (in thousands)", "en", 1_234_000, None),
        ("1,234 (x 1,000)", "en", 1_234_000, None),
        ("1,234 (×10³)", "en", 1_234_000, None),
        ("1,234 in thousands", "en", 1_234_000, None),
        ("1,234, in thousands", "en", 1_234_000, None),
        ("$1,234, millions", "en", 1_234_000_000, "USD"),
        ("(thousands) 1,234", "en", 1_234_000, None),
        ("5 (millions)", "en", 5_000_000, None),
        ("5 (US$ million)", "en", 5_000_000, "USD"),
        ("5 (million USD)", "en", 5_000_000, "USD"),
        ("5, in millions of dollars", "en", 5_000_000, "USD"),
        ("200 (thousand tonnes)", "en", 200_000, "tonne"),
        ("200 (thousands of people)", "en", 200_000, "people"),
        ("5 (€m)", "en", 5_000_000, "EUR"),
        ("5 (M€)", "fr", 5_000_000, "EUR"),
        ("5 (en millions d'euros)", "fr", 5_000_000, "EUR"),
        ("1.234 (in Tausend)", "de", 1_234_000, None),
        ("1 234 (en milliers)", "fr", 1_234_000, None),
        ("1234 (тыс.)", "ru", 1_234_000, None),
        ("1.234 (bin)", "tr", 1_234_000, None),
    ],
)
def test_the_scale_of_a_table_multiplies(
    phrase: str, lang: str, value: float, unit: str | None
) -> None:
    """Headers of tables put it beside the number; dropped, it is off by a thousand."""
    figure = parse_figure(phrase, lang=lang)

    assert (figure.lower, figure.upper, figure.unit) == (value, value, unit)


@pytest.mark.parametrize(
    ("phrase", "unit"),
    [
        ("5 (km)", "km"),
        ("5 (%)", "percent"),
        ("5 (in percent)", "percent"),
        ("5 (% of GDP)", "percent"),
        ("5 (per 1,000)", "per 1,000"),
        ("5 (per 100,000 people)", "per 100,000"),
    ],
)
def test_a_unit_in_brackets_is_the_unit(phrase: str, unit: str) -> None:
    """The number has no other."""
    assert parse_figure(phrase).unit == unit


@pytest.mark.parametrize(
    ("phrase", "lang"),
    [
        ("5.2 (CI 95% 3.1–7.2)", "en"),
        ("5.2 (95%-CI: 3.1–7.2)", "en"),
        ("5.2 (95% CI [3.1, 7.2])", "en"),
        ("5.2 (95% CI 3.1–7.2; p<0.001)", "en"),
        ("5.2 (95% CI 3.1–7.2, p=0.02)", "en"),
        ("5.2 (95% CI: 3.1–7.2; n = 1,204)", "en"),
        ("5.2 (62% CI: 3.1–7.2)", "en"),
        ("5.2 (95% credible interval [CrI] 3.1–7.2)", "en"),
        ("5.2 (95% uncertainty interval 3.1 to 7.2)", "en"),
        ("5.2 (plausible range 3.1–7.2)", "en"),
        ("5.2 (2010; 95% CI 3.1–7.2)", "en"),
        ("5.2 (median, IQR 3.1–7.2)", "en"),
        ("5.2 (3.1–7.2, 95% CI)", "en"),
        ("5.2 (between 3.1 and 7.2)", "en"),
        ("5.2 (low 3.1, high 7.2)", "en"),
        ("5.2 (lower bound 3.1, upper bound 7.2)", "en"),
        ("5.2 (SD 1.1; 95% CI 3.1–7.2)", "en"),
        ("5.2 (n = 20, 95% CI 3.1–7.2)", "en"),
        ("5.2 (95 per cent confidence interval 3.1 to 7.2)", "en"),
        ("5.2 (80 % prediction interval: 3.1–7.2)", "en"),
        ("5.2 (estimates: 3.1–7.2)", "en"),
        ("5.2 (3.1 to 7.2), P=0.02", "en"),
        ("5,2 [3,1; 7,2]", "de"),
        ("5,2 [3,1–7,2]", "de"),
        ("5.2 (min 3.1, max 7.2)", "en"),
        ("5.2 (min–max: 3.1–7.2)", "en"),
        ("5.2, 95% CI 3.1 to 7.2", "en"),
        ("5.2; 95% CI, 3.1–7.2", "en"),
        ("5,2 (95%-KI 3,1–7,2)", "de"),
        ("5,2 (95%-Konfidenzintervall 3,1 bis 7,2)", "de"),
        ("5,2 (IC à 95 % : 3,1–7,2)", "fr"),
        ("5,2 (IC95% 3,1-7,2)", "fr"),
        ("5,2 (IC del 95%: 3,1-7,2)", "es"),
        ("5,2 (IC95 %: 3,1 a 7,2)", "es"),
        ("5,2 (IC al 95% 3,1–7,2)", "it"),
        ("5,2 (IC 95%: 3,1 a 7,2)", "pt"),
        ("5,2 (95%-betrouwbaarheidsinterval 3,1–7,2)", "nl"),
        ("5,2 (95% ДИ 3,1–7,2)", "ru"),
        ("5,2 (%95 GA 3,1-7,2)", "tr"),
        ("5,2 (95% CI: 3,1–7,2)", "pl"),
        ("5,2 (95% KI 3,1–7,2)", "sv"),
    ],
)
def test_an_interval_beside_a_value_is_its_interval(phrase: str, lang: str) -> None:
    """However it is named, and whatever else stands with it."""
    figure = parse_figure(phrase, lang=lang)

    assert (figure.lower, figure.best, figure.upper) == pytest.approx((3.1, 5.2, 7.2))


@pytest.mark.parametrize(
    ("phrase", "lower", "upper"),
    [
        ("1.2 million (0.9–1.5)", 0.9e6, 1.5e6),
        ("1.2 million (uncertainty range 0.9–1.5 million)", 0.9e6, 1.5e6),
        ("1.2 (0.9–1.5) million", 0.9e6, 1.5e6),
        ("12 (9–15)%", 9, 15),
        ("12 (9–15) per 100,000", 9, 15),
        ("12 [9–15] days", 9, 15),
        ("12 [95% CI 9, 15]", 9, 15),
        ("-0.3 (95% CI -0.5 to -0.1)", -0.5, -0.1),
        ("97 (95% to 99%)", 95, 99),
    ],
)
def test_an_interval_shares_the_scale_and_the_sign_of_its_value(
    phrase: str, lower: float, upper: float
) -> None:
    """A minus is no dash behind the name, and a first end no level."""
    figure = parse_figure(phrase)

    assert (figure.lower, figure.upper) == pytest.approx((lower, upper))


@pytest.mark.parametrize(
    ("phrase", "margin", "deviation"),
    [
        ("50 (SE 3)", 3, 3),
        ("50 (s.e. 3)", 3, 3),
        ("50 (SEM 3)", 3, 3),
        ("50, SE 3", 3, 3),
        ("50 SE 3", 3, 3),
        ("50 (standard error 3)", 3, 3),
        ("50 (± 3)", 3, 3),
        ("50 (plus or minus 3)", 3, 3),
        ("50% (MoE 3 points)", 3, None),
        ("50% (margin of error: plus or minus 3 percentage points)", 3, None),
        ("50 (95% CI ±3)", 3, None),
        ("50 (± 3, 95% CI)", 3, None),
        ("50 (3 s.e.)", 3, 3),
        ("50 percent, plus or minus 3 percentage points", 3, 3),
        ("50 ± 3 SE", 3, 3),
        ("50 ± 3 (1σ)", 3, 3),
        ("50 ± 3 (2σ)", 3, None),
        ("50 ± 3 (k=2)", 3, None),
        ("50 ± 3 (k = 2; normal)", 3, None),
        ("5 million (± 5%)", 250_000, 250_000),
        ("5 million (SE 50,000)", 50_000, 50_000),
        ("5,000 (± 3)", 3, 3),
    ],
)
def test_an_error_beside_a_value_is_its_margin(
    phrase: str, margin: float, deviation: float | None
) -> None:
    """One standard error is a deviation; a stated level or two of them are not."""
    figure = parse_figure(phrase)

    assert figure.best is not None
    assert figure.upper - figure.best == pytest.approx(margin)
    assert figure.deviation == (None if deviation is None else pytest.approx(deviation))


@pytest.mark.parametrize("phrase", ["12.3 (SD 1.2)", "12.3 (s.d. 1.2)", "0.72 (0.12)"])
def test_a_scatter_or_an_unnamed_number_is_no_error_of_the_value(phrase: str) -> None:
    """A standard deviation is that of the things measured."""
    assert parse_figure(phrase).is_point


@pytest.mark.parametrize(
    ("phrase", "value", "unit"),
    [
        ("($5m)", -5e6, "USD"),
        ("($1.2 million)", -1.2e6, "USD"),
        ("(€1.2bn)", -1.2e9, "EUR"),
        ("($5,000)", -5000, "USD"),
    ],
)
def test_a_sum_in_the_brackets_of_accountants_is_negative(
    phrase: str, value: float, unit: str
) -> None:
    """With a scale as without; the plain reading is kept beside."""
    figure = parse_figure(phrase)

    assert (figure.lower, figure.unit) == (value, unit)
    assert [other.lower for other in figure.ambiguous] == [-value]


@pytest.mark.parametrize(
    ("phrase", "as_of"),
    [
        ("5,000 at the 2010 census", "2010"),
        ("5,000 in the census of 2010", "2010"),
        ("5,000 from 2005 to 2010", "2005/2010"),
        ("5,000 between 2005 and 2010", "2005/2010"),
        ("5,000 (2009/10)", "2009/2010"),
        ("(2010) 5,000", "2010"),
    ],
)
def test_years_behind_a_number_are_its_time(phrase: str, as_of: str) -> None:
    """They are no further figures."""
    figure = parse_figure(phrase)

    assert figure.as_of is not None
    assert figure.as_of.text == as_of
    assert (figure.best, figure.parts) == (5000, ())


@pytest.mark.parametrize(
    ("phrase", "lang"),
    [("5. Mai", "de"), ("5 juin", None), ("5 de mayo", "es"), ("5 июня", None), ("5 May", "en")],
)
def test_a_day_without_its_year_is_no_number(phrase: str, lang: str | None) -> None:
    """Five of what they would be is not known."""
    with pytest.raises(FigureSyntaxError):
        parse_figure(phrase, lang=lang)


@pytest.mark.parametrize(
    "phrase",
    [
        "5 million (in thousands)",
        "5 kg (thousand tonnes)",
        "5 (half)",
        "5 (negative)",
        "5 million, half",
        "5 people, minus",
        "5 (95% CI 6–7)",
        "at least 5 (95% CI 3–7)",
        "5, 95% CI 6 to 7",
        "5 km (± 300 m)",
        "5 (95% CI 4)",
        "at least 5 (at most)",
        "1.5 (0.2) million",
        "5, million",
        "5 (m)",
        "50 (theoretical maximum)",
        "50 (figures in thousands)",
        "50 kg, the legal minimum",
        "$90, million",
    ],
)
def test_what_would_change_the_figure_and_does_not_fit_it_is_refused(phrase: str) -> None:
    """A remark is only what can change nothing."""
    with pytest.raises(FigureSyntaxError):
        parse_figure(phrase)


@pytest.mark.parametrize(
    ("phrase", "remark"),
    [
        ("5 million (claimed by one source)", "claimed by one source"),
        ("12 people (no more details)", "no more details"),
        ("5 million (less than 1% of the population)", "less than 1% of the population"),
        ("5 million (up from 3 million)", "up from 3 million"),
        ("5 million (half of them women)", "half of them women"),
        ("5 million, half of them women", "half of them women"),
        ("5 million (95% in 2010)", "95% in 2010"),
        ("5 million (95% of the population)", "95% of the population"),
        ("5 million, at least in Europe", "at least in Europe"),
        ("5,000 people over the weekend", "over the weekend"),
        ("5,000 people when the war was over", "when the war was over"),
        ("50,000 (maximum capacity)", "maximum capacity"),
        ("5 dead (thousands of people displaced)", "thousands of people displaced"),
        ("1.8 (95% CI not reported)", "95% CI not reported"),
        ("5 million (not an estimate)", "not an estimate"),
        ("0.8 (in women 0.7, 95% CI 0.6–0.9)", "in women 0.7, 95% CI 0.6–0.9"),
        ("5 million (2010, under Franco)", "under franco"),
        ("5 million (in 2010, 3 million)", "in 2010, 3 million"),
    ],
)
def test_words_that_say_nothing_of_the_number_stay_remarks(phrase: str, remark: str) -> None:
    """A bound, a scale or a share of something else is none of the figure."""
    figure = parse_figure(phrase)

    assert figure.is_point
    assert remark in figure.annotations


def test_brackets_behind_a_further_figure_are_that_figures() -> None:
    """They say nothing of the first."""
    figure = parse_figure("5 million men, 3 million women (at least)")

    assert figure.kind is FigureKind.EXACT
    assert [part.kind for part in figure.parts] == [FigureKind.AT_LEAST]


def test_a_bound_before_a_further_figure_is_that_figures() -> None:
    """It was dropped where a comma stands before it."""
    figure = parse_figure("5,000 people, over 3,000 of them children")

    assert [part.kind for part in figure.parts] == [FigureKind.AT_LEAST]


@pytest.mark.parametrize("phrase", ["5 (min.) to 10 (max.)", "5 (minimum) – 10 (maximum)"])
def test_the_ends_of_a_range_may_be_called_what_they_are(phrase: str) -> None:
    """The least of them is no bound of the whole."""
    figure = parse_figure(phrase)

    assert (figure.kind, figure.lower, figure.upper) == (FigureKind.RANGE, 5, 10)


@pytest.mark.parametrize(
    "phrase", ["12 [3–7]", "12[9–15]", "12,000 [9, 15]", "12 [9]", "3,5 [1,2]"]
)
def test_footnotes_are_no_interval(phrase: str) -> None:
    """Numbers of notes seldom have the value in them, and stand close to it."""
    assert parse_figure(phrase).is_point
