"""Forms in which people say figures: hyphens, halves behind units, shares, powers of ranges."""

from __future__ import annotations

import math

import pytest

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing import parse_figure


def reads(
    text: str, lower: float, upper: float, unit: str | None, *, lang: str | None = None
) -> bool:
    """Whether a phrase has these ends and this unit."""
    figure = parse_figure(text, lang=lang)
    ends = [(figure.lower, lower), (figure.upper, upper)]
    return figure.unit == unit and all(
        one == other or math.isclose(one, other, rel_tol=1e-12) for one, other in ends
    )


@pytest.mark.parametrize(
    ("text", "lower", "upper", "unit"),
    [
        ("5–10 × 10^6", 5e6, 10e6, None),
        ("about 3-5x10^6", 3e6, 5e6, None),
        ("between 3 and 5 × 10^6", 3e6, 5e6, None),
        ("3.1–5.2×10^3 km", 3100, 5200, "km"),
        ("3×10⁵–5×10⁶", 3e5, 5e6, None),
        ("1.5 ± 0.2 × 10^6", 1.3e6, 1.7e6, None),
        ("quarter to half a million", 250_000, 500_000, None),
        ("half to one million", 500_000, 1e6, None),
    ],
)
def test_a_power_or_scale_behind_a_range_is_that_of_both_ends(
    text: str, lower: float, upper: float, unit: str | None
) -> None:
    """Unless the first end has one of its own."""
    assert reads(text, lower, upper, unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("$5-million", 5e6, "USD"),
        ("10-million", 1e7, None),
        ("5-million-year-old", 5e6, "years"),
        ("2-billion-dollar", 2e9, "USD"),
        ("a two-million-dollar deal", 2e6, "USD"),
        ("3-thousand", 3000, None),
        ("5-dozen", 60, None),
        ("50-million people", 5e7, "people"),
        ("one-point-five million", 1.5e6, None),
        ("3-1/2 inches", 3.5, "inch"),
        ("half-a-million", 5e5, None),
        ("half-a-dozen", 6, None),
    ],
)
def test_a_hyphen_may_join_a_number_to_its_scale(text: str, value: float, unit: str | None) -> None:
    """It parts two ends only where two numbers stand."""
    assert reads(text, value, value, unit)


@pytest.mark.parametrize(
    ("text", "lower", "upper", "unit"),
    [
        ("5-to-10", 5, 10, None),
        ("5-to-10-year", 5, 10, "years"),
        ("six-to-eight weeks", 6, 8, "weeks"),
        ("12-to-15 million", 12e6, 15e6, None),
        ("$5-to-$10 million", 5e6, 10e6, "USD"),
        ("5 to 10-million", 5e6, 10e6, None),
        ("18-to-24-year-olds", 18, 24, "years"),
        ("5-10-million", 5e6, 10e6, None),
    ],
)
def test_hyphens_may_join_both_ends(text: str, lower: float, upper: float, unit: str) -> None:
    """They join the words of one attribute, and stand for no minus."""
    assert reads(text, lower, upper, unit)


@pytest.mark.parametrize("text", ["over-65s", "the over-65s", "under-25s"])
def test_a_hyphen_behind_a_bound_is_no_minus(text: str) -> None:
    """Nor are those who are older seconds."""
    figure = parse_figure(text)

    assert {figure.lower, figure.upper} & {65, 25}
    assert figure.unit is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 in 5 people", 0.4),
        ("one in ten people", 0.1),
        ("1 in 100 people", 0.01),
        ("1-in-5", 0.2),
        ("one-in-five", 0.2),
        ("5 of every 10", 0.5),
        ("two in five adults", 0.4),
        ("one in 5 people", 0.2),
        ("1:4", 0.25),
        ("1 : 4", 0.25),
        ("1:100,000", 1e-5),
        ("ratio of 1:4", 0.25),
        ("a ratio of 16:9", 16 / 9),
    ],
)
def test_a_share_is_read_as_one(text: str, value: float) -> None:
    """Of people as of anything else."""
    assert reads(text, value, value, "ratio")


@pytest.mark.parametrize(
    ("text", "lower", "upper"), [("1 to 2 in 10", 0.1, 0.2), ("2–3 out of 10", 0.2, 0.3)]
)
def test_both_ends_of_a_share_are_shares(text: str, lower: float, upper: float) -> None:
    """The whole is that of both."""
    assert reads(text, lower, upper, "ratio")


@pytest.mark.parametrize(
    ("text", "lang", "value", "unit"),
    [
        ("an hour and a half", "en", 1.5, "hours"),
        ("two miles and a quarter", "en", 2.25, "mile"),
        ("two hours and a half", "en", 2.5, "hours"),
        ("a dozen and a half", "en", 18, None),
        ("deux heures et demie", "fr", 2.5, "hours"),
        ("un kilo et demi", "fr", 1.5, "kg"),
        ("una hora y media", "es", 1.5, "hours"),
        ("dos años y medio", "es", 2.5, "years"),
        ("uma hora e meia", "pt", 1.5, "hours"),
        ("due ore e mezza", "it", 2.5, "hours"),
        ("un chilo e mezzo", "it", 1.5, "kg"),
        ("bir yarım", "az", 1.5, None),
        ("iki saat yarım", "az", 2.5, "hours"),
        ("to en halv", "da", 2.5, None),
    ],
)
def test_a_part_behind_the_unit_is_added(text: str, lang: str, value: float, unit: str) -> None:
    """It is a part of one unit."""
    assert reads(text, value, value, unit, lang=lang)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("one twenty-fifth", 1 / 25),
        ("two twenty-fifths", 2 / 25),
        ("one thirty-second", 1 / 32),
        ("one forty-fourth", 1 / 44),
    ],
)
def test_denominators_are_put_together_like_ordinals(text: str, value: float) -> None:
    """And are no hundreds said in pairs."""
    assert reads(text, value, value, "ratio")


@pytest.mark.parametrize(
    ("text", "lang", "value", "unit"),
    [
        ("half a percent", "en", 0.5, "percent"),
        ("a quarter of a percent", "en", 0.25, "percent"),
        ("half a kilo", "en", 0.5, "kg"),
        ("half an inch", "en", 0.5, "inch"),
        ("half an hour", "en", 0.5, "hours"),
        ("three quarters of a mile", "en", 0.75, "mile"),
        ("¾ of a mile", "en", 0.75, "mile"),
        ("trois quarts d'heure", "fr", 0.75, "hours"),
        ("mezzo chilo", "it", 0.5, "kg"),
        ("un quarto d'ora", "it", 0.25, "hours"),
    ],
)
def test_a_part_of_a_unit_is_no_rate(text: str, lang: str, value: float, unit: str) -> None:
    """The article before a unit says "per" only behind a whole amount."""
    assert reads(text, value, value, unit, lang=lang)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("5 per million", 5, "per million"),
        ("5% a year", 5, "percent/years"),
        ("$15 an hour", 15, "USD/hours"),
        ("60 miles an hour", 60, "mph"),
        ("$50k/yr", 50_000, "USD/years"),
    ],
)
def test_a_rate_says_of_what(text: str, value: float, unit: str) -> None:
    """Whether "per", a stroke or an article says so."""
    assert reads(text, value, value, unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("$2.345 billion", 2.345e9, "USD"),
        ("£1.125 million", 1.125e6, "GBP"),
        ("$40MM", 40e6, "USD"),
        ("5 K people", 5000, "people"),
        ("5 TEUR", 5000, "EUR"),
        ("5 T€", 5000, "EUR"),
        ("5 kEUR", 5000, "EUR"),
        ("5 MNOK", 5e6, "NOK"),
        ("1.5m high", 1.5, "m"),
        ("100m dash", 100, "m"),
    ],
)
def test_a_scale_is_told_by_what_stands_beside_it(text: str, value: float, unit: str) -> None:
    """A scale makes a point one of decimals; money and people are counted, heights measured."""
    assert reads(text, value, value, unit)


@pytest.mark.parametrize("text", ["between 80 and 100,000 people", "30 to 40,000", "500–1 million"])
def test_a_range_that_may_share_its_thousands_is_marked(text: str) -> None:
    """However its ends are joined."""
    assert parse_figure(text).ambiguous


@pytest.mark.parametrize("text", ["1.23.456", "12 万", "٥٠ مليون"])
def test_what_no_one_writes_so_or_no_table_knows_is_refused(text: str) -> None:
    """A word of another script behind a number may well be its scale."""
    with pytest.raises(FigureSyntaxError):
        parse_figure(text)


@pytest.mark.parametrize(
    ("text", "lower", "upper", "unit"),
    [
        ("5&ndash;10", 5, 10, None),
        ("5,000&nbsp;km", 5000, 5000, "km"),
        ("10**6", 1e6, 1e6, None),
        ("10^(-3)", 0.001, 0.001, None),
        ("1.6 × 10^{-19}", 1.6e-19, 1.6e-19, None),
        ("“50 million”", 5e7, 5e7, None),
        ('"1,234"', 1234, 1234, None),
        ("Rs.500/-", 500, 500, "INR"),
        ("1,234 '000", 1_234_000, 1_234_000, None),
    ],
)
def test_signs_of_the_press_are_read(text: str, lower: float, upper: float, unit: str) -> None:
    """Quotation marks, entities, powers as programs write them."""
    assert reads(text, lower, upper, unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("5'11\"", 5 + 11 / 12, "foot"),
        ("6'2", 6 + 2 / 12, "foot"),
        ("5 foot 11", 5 + 11 / 12, "foot"),
        ("six foot two", 6 + 2 / 12, "foot"),
        ("6 ft 2", 6 + 2 / 12, "foot"),
        ("5-foot-11", 5 + 11 / 12, "foot"),
        ("11 stone 7 lb", 11.5, "stone"),
        ("1h45", 1.75, "hours"),
        ("1h45m", 1.75, "hours"),
        ("5 gallons 2 quarts", 5.5, "gallon"),
    ],
)
def test_the_smaller_unit_is_added(text: str, value: float, unit: str) -> None:
    """Also where nobody needs to name it."""
    assert reads(text, value, value, unit)


@pytest.mark.parametrize("lang", ["es", "de", "fr"])
def test_a_group_of_three_behind_the_decimal_sign_of_a_language_is_marked(lang: str) -> None:
    """Whole things and money have no thousandths."""
    assert parse_figure("5,000", lang=lang).ambiguous
    assert parse_figure("US$1,200", lang=lang).lower == 1200
    assert not parse_figure("5,00", lang=lang).ambiguous


@pytest.mark.parametrize("text", [None, 5, 5.5, b"5"])
def test_what_is_no_text_is_refused_by_its_kind(text: object) -> None:
    """With the mend, and not by what Python says of its length."""
    with pytest.raises(FigureSyntaxError, match=type(text).__name__):
        parse_figure(text)


def test_none_as_a_program_writes_it_is_no_zero() -> None:
    """A table cell that says so may be empty."""
    assert parse_figure("none").upper == 0
    assert parse_figure("none of them").upper == 0
    with pytest.raises(FigureSyntaxError, match="nothing was entered"):
        parse_figure("None")


@pytest.mark.parametrize("text", ["nan", "NaN", "NULL", "null", "<NA>", "NaT", "#N/A", " nan "])
def test_what_a_program_writes_of_an_empty_cell_is_no_word_of_a_source(text: str) -> None:
    """A source says "no data"; nobody but a program says "nan"."""
    with pytest.raises(FigureSyntaxError, match="nothing was entered") as refused:
        parse_figure(text)

    assert "no data" in refused.value.hint
    assert parse_figure("N/A").kind == "no-figure"
    assert parse_figure("null", lang="de").upper == 0


@pytest.mark.parametrize("text", ["#REF!", "#DIV/0!", "#VALUE!"])
def test_a_formula_that_failed_is_told_as_that(text: str) -> None:
    """The mend is in the sheet, and not in the phrase."""
    with pytest.raises(FigureSyntaxError, match="a formula failed"):
        parse_figure(text)


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("5 000 ou plus", 5000, math.inf),
        ("65 ans et plus", 65, math.inf),
        ("5 Prozent oder mehr", 5, math.inf),
        ("5 Menschen oder weniger", -math.inf, 5),
        ("100 o más", 100, math.inf),
        ("200 eller mer", 200, math.inf),
    ],
)
def test_a_bound_of_another_language_behind_the_number_is_no_unit(
    text: str, lower: float, upper: float
) -> None:
    """Two short words tell the language that no long one does."""
    figure = parse_figure(text)

    assert (figure.lower, figure.upper) == (lower, upper)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("zwischen ein und zwei Millionen", "de"),
        ("ein bis zwei Millionen", "de"),
        ("entre un et deux millions", "fr"),
        ("un à deux millions", "fr"),
        ("entre um e dois milhões", "pt"),
        ("tra uno e due milioni", "it"),
        ("een tot twee miljoen", "nl"),
        ("bir ila iki milyon", "tr"),
        ("mellan en och två miljoner", "sv"),
        ("mellem en og to millioner", "da"),
        ("en til to millioner", "no"),
    ],
)
def test_an_article_before_a_joint_and_a_number_is_one(text: str, lang: str) -> None:
    """It is an end of a range there."""
    assert reads(text, 1e6, 2e6, None, lang=lang)


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("une centaine de milliers", "fr", 1e5),
        ("une centaine de millions", "fr", 1e8),
        ("une dizaine de milliers", "fr", 1e4),
        ("un millar de millones", "es", 1e9),
    ],
)
def test_a_collective_multiplies_what_it_is_of(text: str, lang: str, value: float) -> None:
    """And is about that many."""
    figure = parse_figure(text, lang=lang)

    assert (figure.best, figure.approximate) == (value, True)


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("every third household", "en", 1 / 3),
        ("jeder Fünfte", "de", 1 / 5),
        ("каждый пятый", "ru", 1 / 5),
        ("каждая пятая женщина", "ru", 1 / 5),
        ("co trzeci Polak", "pl", 1 / 3),
        ("var femte", "sv", 1 / 5),
        ("hver tiende", "no", 1 / 10),
    ],
)
def test_every_so_manyth_is_a_share(text: str, lang: str, value: float) -> None:
    """As newspapers say it."""
    assert reads(text, value, value, "ratio", lang=lang)


def test_every_second_alone_may_be_a_time() -> None:
    """It is refused, as nobody can tell."""
    with pytest.raises(FigureSyntaxError):
        parse_figure("every second")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("200 mila", 200_000, None),
        ("200 mila euro", 200_000, "EUR"),
        ("5 Tsd. Euro", 5000, "EUR"),
        ("R$ 1,2 bi", 1.2e9, "BRL"),
    ],
)
def test_a_short_scale_of_another_language_is_no_unit(text: str, value: float, unit: str) -> None:
    """No noun of English is written so."""
    assert reads(text, value, value, unit)


@pytest.mark.parametrize("text", ["İki milyon", "İKİ MİLYON", "iki milyon"])
def test_the_dotted_capital_of_turkish_is_an_i(text: str) -> None:
    """It folds to two characters by itself."""
    assert reads(text, 2e6, 2e6, None)


@pytest.mark.parametrize(
    ("text", "lower", "upper", "unit"),
    [
        ("Population: 5 million", 5e6, 5e6, None),
        ("Population in thousands: 1,234", 1_234_000, 1_234_000, None),
        ("Population (in thousands): 1,234", 1_234_000, 1_234_000, None),
        ("Revenue in millions of dollars: 12.5", 12.5e6, 12.5e6, "USD"),
        ("At least: 5", 5, math.inf, None),
        ("Minimum: 5 km", 5, math.inf, "km"),
        ("Minimum age: 18", 18, 18, None),
        ("n = 50", 50, 50, None),
        ("p = 0.04", 0.04, 0.04, None),
        ("as of 2020, about 5 million", 5e6, 5e6, None),
    ],
)
def test_a_label_bounds_and_scales_what_it_stands_before(
    text: str, lower: float, upper: float, unit: str | None
) -> None:
    """Or only names it."""
    assert reads(text, lower, upper, unit)


def test_a_hedge_behind_a_leading_time_is_kept() -> None:
    """It is that of the figure."""
    assert parse_figure("as of 2020, about 5 million").approximate
    assert not parse_figure("as of 2020, 5 million").approximate


@pytest.mark.parametrize(
    "text", ["Number of thousands affected: 12", "Population in thousands: 5 million"]
)
def test_a_scale_in_a_label_that_does_not_fit_is_refused(text: str) -> None:
    """It is read in no other way in silence."""
    with pytest.raises(FigureSyntaxError):
        parse_figure(text)


def test_a_margin_with_a_point_is_no_year() -> None:
    """Though it has four characters."""
    figure = parse_figure("9750245(2.37)")

    assert (figure.lower, figure.deviation) == (9750242.63, 2.37)


@pytest.mark.parametrize(
    ("text", "lower", "upper", "lang"),
    [
        ("two hundred to three hundred thousand", 200_000, 300_000, "en"),
        ("a hundred to two hundred million", 1e8, 2e8, "en"),
        ("zweihundert bis dreihunderttausend", 200_000, 300_000, "de"),
        ("two to three thousand five hundred", 2000, 3500, "en"),
        ("one to one thousand five hundred", 1, 1500, "en"),
        ("un à deux millions et demi", 1e6, 2.5e6, "fr"),
        ("ten to fifteen thousand two hundred", 10_000, 15_200, "en"),
        ("yüz bin-iki yüz bin", 100_000, 200_000, "tr"),
        ("полмиллиона-миллион", 500_000, 1e6, "ru"),
    ],
)
def test_the_thousands_of_a_worded_range_are_those_of_both_ends(
    text: str, lower: float, upper: float, lang: str
) -> None:
    """Where the left end is less than what stands before them."""
    assert reads(text, lower, upper, None, lang=lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [("beş on bin", "tr"), ("тысяч пять", "ru"), ("every third year", "en"), ("$5/100g", "en")],
)
def test_what_only_looks_like_one_number_is_refused(text: str, lang: str) -> None:
    """Pairs that say about, inflected scales before their number, frequencies, prices."""
    with pytest.raises(FigureSyntaxError):
        parse_figure(text, lang=lang)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Population – 5 million", 5e6, None),
        ("near-5 million", 5e6, None),
        ("Deaths ('000): 12", 12_000, None),
        ("Revenue (€m): 12.5", 12.5e6, "EUR"),
        ("one tenth of 1%", 0.1, "percent"),
        ("half of 1 million", 500_000, None),
        ("every second person", 0.5, "ratio"),
        ("2-out-of-5", 0.4, "ratio"),
        ("5 per km²", 5, "per km²"),
        ("8 pounds, 7 ounces", 8 + 7 / 16, "lb"),
        ("150 pounds (68 kg)", 150, "lb"),
        ("5 million person-years", 5e6, "person-years"),
        ("6-foot-1", 6 + 1 / 12, "foot"),
        ("5&frac12;", 5.5, None),
    ],
)
def test_what_stands_beside_a_number_is_told_from_what_looks_like_it(
    text: str, value: float, unit: str | None
) -> None:
    """Dashes of labels, scales of labels, parts of numbers, products of units."""
    assert reads(text, value, value, unit)


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [("5 au plus", -math.inf, 5), ("5 millions au moins", 5e6, math.inf)],
)
def test_a_bound_hides_a_unit(text: str, lower: float, upper: float) -> None:
    """The longer phrase is meant."""
    assert reads(text, lower, upper, None, lang="fr")


@pytest.mark.parametrize(
    ("text", "lower", "upper", "unit"),
    [
        ("5 au plus", -math.inf, 5, None),
        ("5 personnes au plus", -math.inf, 5, "people"),
        ("top 10", 10, 10, None),
        ("18-and-over", 18, math.inf, None),
        ("Revenue (T€): 1,234", 1_234_000, 1_234_000, "EUR"),
        ("Population (1,000s): 1,234", 1_234_000, 1_234_000, None),
        ("$5 grand", 5000, 5000, "USD"),
        ("$5-m", 5e6, 5e6, "USD"),
        ("₹5L", 500_000, 500_000, "INR"),
        ("5 т. руб.", 5000, 5000, "RUB"),
        ("2-and-a-half million", 2.5e6, 2.5e6, None),
        ("one-in-a-million", 1e-6, 1e-6, "ratio"),
        ("nineteen-ninety", 1990, 1990, None),
        ("12 in 100,000", 12e-5, 12e-5, "ratio"),
        ("99 in 100", 0.99, 0.99, "ratio"),
        ("60-mile-per-hour", 60, 60, "mph"),
        ("$10-per-hour", 10, 10, "USD/hours"),
        ("5-per-cent", 5, 5, "percent"),
        ("5pc", 5, 5, "percent"),
        ("2 Std. 30 Min.", 2.5, 2.5, "hours"),
        ("6ft2in", 6 + 2 / 12, 6 + 2 / 12, "foot"),
        ("10 pounds of flour", 10, 10, "lb"),
    ],
)
def test_short_forms_of_the_press_and_of_tables_are_read(
    text: str, lower: float, upper: float, unit: str | None
) -> None:
    """And by nothing that they only look like."""
    assert reads(text, lower, upper, unit)


def test_a_scale_that_no_number_takes_is_refused() -> None:
    """It is no noun."""
    with pytest.raises(FigureSyntaxError):
        parse_figure("iki yüz üç yüz bin", lang="tr")


@pytest.mark.parametrize(
    ("text", "lang"), [("5 с лишним миллионов", "ru"), ("5 or so million", "en")]
)
def test_a_scale_behind_a_hedge_is_that_of_the_number(text: str, lang: str) -> None:
    """Words that hedge may stand between."""
    assert reads(text, 5e6, 5e6, None, lang=lang)
