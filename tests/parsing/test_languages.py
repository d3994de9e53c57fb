"""Fourteen languages, each from its own table of words."""

from __future__ import annotations

import math

import pytest

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing import parse_figure
from claimcheck.parsing.languages import language_codes, load_language

INF = math.inf
CASES = """
de|fünfundzwanzigtausend|25000|25000
de|dreihundertfünfundvierzig Millionen|345000000.0|345000000.0
de|zwischen 5 und 10 Millionen|5000000.0|10000000.0
de|bis zu 1,5 Mio. Menschen|-inf|1500000.0
de|rund 80.000 Personen|80000|80000
de|eineinhalb Millionen|1500000.0|1500000.0
de|mindestens zwei Milliarden|2000000000.0|inf
de|zwei bis drei Millionen|2000000.0|3000000.0
de|Hunderttausende|100000.0|1000000.0
de|einhunderttausend|100000.0|100000.0
de|nicht mehr als 300|-inf|300
de|ein Drittel|0.3333333333333333|0.3333333333333333
de|eine halbe Million|500000.0|500000.0
de|eine Million|1000000.0|1000000.0
de|zwei Drittel|0.6666666666666666|0.6666666666666666
de|weniger als 5 %|-inf|5
de|keine Angaben|-inf|inf
de|zweitausenddreihundert|2300|2300
de|1,2 Milliarden Euro|1200000000.0|1200000000.0
de|fünf bis zehn Prozent|5|10
de|über eine Million|1000000.0|inf
de|neunzehnhundertneunzig|1990|1990
fr|quatre-vingt-dix-sept|97|97
fr|soixante et onze|71|71
fr|deux cent mille|200000.0|200000.0
fr|entre 5 et 10 millions|5000000.0|10000000.0
fr|plus d'un million|1000000.0|inf
fr|au moins 300 000 personnes|300000.0|inf
fr|de 5 à 10 millions d'habitants|5000000.0|10000000.0
fr|un demi-million|500000.0|500000.0
fr|près de 2 millions|2000000.0|2000000.0
fr|mille neuf cent quatre-vingt-quatre|1984|1984
fr|un million et demi|1500000.0|1500000.0
fr|quatre-vingts|80|80
fr|soixante-dix mille|70000|70000
fr|jusqu'à 500 000|-inf|500000.0
fr|environ 1,5 milliard d'euros|1500000000.0|1500000000.0
fr|des milliers|1000|10000
fr|trois quarts|0.75|0.75
fr|moins de 10 %|-inf|10
es|entre 5 y 10 millones|5000000.0|10000000.0
es|más de un millón|1000000.0|inf
es|mil millones|1000000000.0|1000000000.0
es|treinta y cinco mil|35000|35000
es|doscientos cincuenta mil|250000|250000
es|alrededor de 1.500 personas|1500|1500
es|medio millón|500000.0|500000.0
es|dos millones y medio|2500000.0|2500000.0
es|de 20 a 30 mil|20000|30000
es|veintidós|22|22
es|al menos 3.000|3000|inf
es|miles de personas|1000|10000
es|ciento veinte mil|120000|120000
es|hasta 500|-inf|500
es|un tercio|0.3333333333333333|0.3333333333333333
pt|mais de 2 milhões|2000000.0|inf
pt|entre 5 e 10 milhões|5000000.0|10000000.0
pt|trinta e cinco mil|35000|35000
pt|duzentos e cinquenta mil|250000|250000
pt|cerca de 1,5 milhão de pessoas|1500000.0|1500000.0
pt|meio milhão|500000.0|500000.0
pt|pelo menos 300|300|inf
pt|um bilhão|1000000000.0|1000000000.0
pt|mil e quinhentos|1500|1500
pt|dois milhões e meio|2500000.0|2500000.0
it|ventuno|21|21
it|duecentocinquantamila|250000|250000
it|tra 5 e 10 milioni|5000000.0|10000000.0
it|oltre un milione|1000000.0|inf
it|circa 80.000 persone|80000|80000
it|mezzo milione|500000.0|500000.0
it|un milione e mezzo|1500000.0|1500000.0
it|trentotto|38|38
it|almeno 300|300|inf
it|da 5 a 10 milioni|5000000.0|10000000.0
it|millenovecentottantaquattro|1984|1984
it|migliaia|1000|10000
it|fino a 500|-inf|500
it|due terzi|0.6666666666666666|0.6666666666666666
nl|vijfentwintigduizend|25000|25000
nl|tussen de 5 en 10 miljoen|5000000.0|10000000.0
nl|meer dan een miljoen|1000000.0|inf
nl|ongeveer 80.000 mensen|80000|80000
nl|anderhalf miljoen|1500000.0|1500000.0
nl|een half miljoen|500000.0|500000.0
nl|tweeëntwintig|22|22
nl|minstens 300|300|inf
nl|twee tot drie miljoen|2000000.0|3000000.0
nl|driehonderdvijfenveertig|345|345
ru|двадцать пять тысяч|25000|25000
ru|около 1,5 млн человек|1500000.0|1500000.0
ru|более двух миллионов|2000000.0|inf
ru|от 5 до 10 миллионов|5000000.0|10000000.0
ru|не менее 300 тыс.|300000|inf
ru|полтора миллиона|1500000.0|1500000.0
ru|полмиллиона|500000.0|500000.0
ru|свыше 100 000|100000.0|inf
ru|тысячи|1000|10000
ru|сотни тысяч|100000.0|1000000.0
ru|две тысячи триста сорок пять|2345|2345
ru|нет данных|-inf|inf
ru|до 500 человек|-inf|500
ru|50-60 тыс. человек|50000|60000
ru|одна треть|0.3333333333333333|0.3333333333333333
ru|2–3 млрд рублей|2000000000.0|3000000000.0
tr|yirmi beş bin|25000|25000
tr|yaklaşık 1,5 milyon kişi|1500000.0|1500000.0
tr|2 milyondan fazla|2000000.0|inf
tr|en az 300 bin|300000.0|inf
tr|5 ila 10 milyon|5000000.0|10000000.0
tr|5-10 milyon arasında|5000000.0|10000000.0
tr|30'dan fazla ülke|30|inf
tr|binlerce|1000|10000
tr|üç yüz kırk beş|345|345
tr|yüz bin civarında|100000.0|100000.0
tr|en fazla 500|-inf|500
tr|yarım milyon|500000.0|500000.0
tr|veri yok|-inf|inf
tr|yirmibeş|25|25
az|iyirmi beş min|25000|25000
az|təxminən 1,5 milyon nəfər|1500000.0|1500000.0
az|50 milyondan çox|50000000.0|inf
az|ən azı 300 min|300000.0|inf
az|30-dan çox ölkə|30|inf
az|minlərlə|1000|10000
az|on milyona yaxın|10000000.0|10000000.0
az|5-10 milyon|5000000.0|10000000.0
az|məlumat yoxdur|-inf|inf
pl|dwadzieścia pięć tysięcy|25000|25000
pl|około 1,5 mln osób|1500000.0|1500000.0
pl|ponad dwa miliony|2000000.0|inf
pl|od 5 do 10 milionów|5000000.0|10000000.0
pl|co najmniej 300 tys.|300000.0|inf
pl|półtora miliona|1500000.0|1500000.0
pl|pół miliona|500000.0|500000.0
pl|sto tysięcy|100000.0|100000.0
pl|brak danych|-inf|inf
pl|tysiące|1000|10000
sv|tjugofem tusen|25000|25000
sv|tjugofemtusen|25000|25000
sv|cirka 1,5 miljoner|1500000.0|1500000.0
sv|mer än en miljon|1000000.0|inf
sv|mellan 5 och 10 miljoner|5000000.0|10000000.0
sv|minst 300|300|inf
sv|en halv miljon|500000.0|500000.0
sv|trehundrafyrtiofem|345|345
sv|två till tre miljoner|2000000.0|3000000.0
sv|upp till 500|-inf|500
sv|tusentals|1000|10000
da|femogtyve|25|25
da|halvtreds|50|50
da|halvanden million|1500000.0|1500000.0
da|mellem 5 og 10 millioner|5000000.0|10000000.0
da|mere end en million|1000000.0|inf
da|omkring 80.000|80000|80000
da|trehundrede femogfyrre|345|345
da|mindst 300|300|inf
da|syvoghalvfjerds|77|77
no|tjuefem tusen|25000|25000
nb|mer enn en million|1000000.0|inf
no|mellom 5 og 10 millioner|5000000.0|10000000.0
no|om lag 80 000|80000|80000
no|minst 300|300|inf
no|to til tre millioner|2000000.0|3000000.0
no|en halv million|500000.0|500000.0
no|trehundreogførtifem|345|345
fr|une centaine de personnes|100|100
"""


def _cases() -> list[tuple[str, str, float, float]]:
    rows = [line.split("|") for line in CASES.strip().splitlines()]
    return [(lang, phrase, float(lower), float(upper)) for lang, phrase, lower, upper in rows]


@pytest.mark.parametrize(("lang", "phrase", "lower", "upper"), _cases())
def test_numbers_bounds_and_ranges_are_read_in_every_language(
    lang: str, phrase: str, lower: float, upper: float
) -> None:
    """Words, scales, hedges and connectives come from the table of the language."""
    figure = parse_figure(phrase, lang=lang)

    assert (figure.lower, figure.upper) == pytest.approx((lower, upper))


def test_there_is_a_table_for_every_language_promised() -> None:
    """One file each, which a user may add to."""
    promised = ["en", "de", "fr", "es", "pt", "it", "nl", "ru", "tr", "az", "pl", "sv", "da", "no"]

    assert set(promised) <= set(language_codes())


@pytest.mark.parametrize(
    ("phrase", "lower", "upper"),
    [
        ("mehr als 3,2 Millionen", 3.2e6, INF),
        ("1,5 à 2 millions", 1.5e6, 2e6),
        ("двадцать пять тысяч", 25_000, 25_000),
        ("50 milyondan çox", 5e7, INF),
    ],
)
def test_a_language_is_told_by_its_words(phrase: str, lower: float, upper: float) -> None:
    """Where nobody names it."""
    figure = parse_figure(phrase)

    assert (figure.lower, figure.upper) == pytest.approx((lower, upper))


def test_an_unknown_language_gives_separators_only() -> None:
    """Hungarian writes a decimal comma; its words are not known."""
    assert parse_figure("1.400", lang="hu").lower == 1400
    assert load_language("hu").numbers == {}


def test_a_region_is_read_as_its_language() -> None:
    """Swiss German is German."""
    assert load_language("de-CH").scales == load_language("de").scales


@pytest.mark.parametrize(
    ("lang", "phrase", "lower", "unit"),
    [
        ("de", "5.000 qkm", 5000, "km²"),
        ("de", "5 Mio. US-Dollar", 5e6, "USD"),
        ("de", "1,5 Mal", 1.5, "times"),
        ("fr", "5 000 hab.", 5000, "people"),
        ("fr", "5 dollars canadiens", 5, "CAD"),
        ("fr", "5 p. cent", 5, "percent"),
        ("es", "5 libras esterlinas", 5, "GBP"),
        ("it", "5 km quadrati", 5, "km²"),
        ("it", "5.000 ab.", 5000, "people"),
        ("nl", "3 procentpunt", 3, "percentage-points"),
        ("ru", "5 километров", 5, "km"),
        ("ru", "3 п. п.", 3, "percentage-points"),
        ("pl", "12,5 proc.", 12.5, "percent"),
        ("pl", "3 pkt proc.", 3, "percentage-points"),
        ("pl", "dwa i pół roku", 2.5, "years"),
        ("sv", "5 %-enheter", 5, "percentage-points"),
        ("az", "3 faiz bəndi", 3, "percentage-points"),
        ("az", "50 faizdən çox", 50, "percent"),
        ("tr", "5 derece", 5, "degrees"),
        ("en", "5 South African rand", 5, "ZAR"),
    ],
)
def test_units_are_known_by_the_names_and_short_forms_of_each_language(
    lang: str, phrase: str, lower: float, unit: str
) -> None:
    """As they stand in its statistics and price lists, inflected."""
    figure = parse_figure(phrase, lang=lang)

    assert (figure.lower, figure.unit) == (lower, unit)


@pytest.mark.parametrize(
    ("lang", "phrase"),
    [
        ("de", "5.000 (Schätzung)"),
        ("es", "5.000 (estimación)"),
        ("nl", "5.000 (schatting)"),
        ("ru", "5000 (оценочно)"),
        ("tr", "5.000 (tahmin)"),
        ("pl", "5000 (dane szacunkowe)"),
        ("sv", "5 000 (uppskattning)"),
        ("da", "5.000 (skøn)"),
        ("no", "5 000 (anslag)"),
    ],
)
def test_the_word_for_an_estimate_in_a_bracket_is_a_hedge(lang: str, phrase: str) -> None:
    """It is no remark that can be passed over."""
    figure = parse_figure(phrase, lang=lang)

    assert (figure.lower, figure.approximate) == (5000, True)


@pytest.mark.parametrize(
    ("phrase", "lower"),
    [
        ("5 Tsd. Euro", 5e3),
        ("5 tys. ha", 5e3),
        ("5 mld di euro", 5e9),
        ("5 mlrd manat", 5e9),
        ("1,2 mdr kronor", 1.2e9),
        ("5 milj.", 5e6),
        ("5 millions d’euros", 5e6),
    ],
)
def test_short_scales_that_are_no_english_words_need_no_language(phrase: str, lower: float) -> None:
    """A scale that is passed over as a noun makes the figure a thousand times too small."""
    assert parse_figure(phrase).lower == lower


def test_an_hour_of_the_day_is_no_count() -> None:
    """Nor is it a duration."""
    with pytest.raises(FigureSyntaxError):
        parse_figure("5 Uhr", lang="de")
