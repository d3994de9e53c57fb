"""Figures in running text: all of them, none too many, and each with the value that it says."""

from __future__ import annotations

import math
import re
import time
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from claimcheck.parsing import FoundFigure, find_figures, parse_figure
from claimcheck.parsing.running.language import language_of_text
from claimcheck.values.figure import Figure, FigureKind

PARAGRAPHS = Path(__file__).parent / "data" / "running_text.txt"
MARK = re.compile(r"\{([^{}]*?) = ([^{}=]*)\}")


class Marked(NamedTuple):
    """A figure as it is marked in a paragraph."""

    start: int
    end: int
    says: str


def _unmarked(line: str) -> tuple[str, list[Marked]]:
    """The text of a paragraph without its marks, and what they mark."""
    text, last, marks = "", 0, []
    for match in MARK.finditer(line):
        text += line[last : match.start()]
        marks.append(Marked(len(text), len(text) + len(match[1]), match[2]))
        text, last = text + match[1], match.end()
    return text + line[last:], marks


def _paragraphs() -> list[object]:
    rows = []
    for number, line in enumerate(PARAGRAPHS.read_text(encoding="utf-8").splitlines(), 1):
        fields = line.split(" | ", 2 if line.startswith("?") else 1)
        *reason, lang, rest = fields
        known = [pytest.mark.xfail(reason=why[2:], strict=True) for why in reason]
        rows.append(pytest.param(lang, *_unmarked(rest), marks=known, id=f"{number}-{lang}"))
    return rows


def _day(written: str, *, last: bool) -> float:
    year, *rest = (int(part) for part in written.split("-"))
    if len(rest) == 2:
        return date(year, *rest).toordinal()
    month = rest[0] if rest else 12 if last else 1
    if not last:
        return date(year, month, 1).toordinal()
    return date(year + month // 12, month % 12 + 1, 1).toordinal() - 1


def _ends(says: str) -> tuple[float, float]:
    """The two ends of what a mark says."""
    if says.startswith("@"):
        first, _, final = says[1:].partition("/")
        opening = _day(first, last=False) if first else -math.inf
        closing = _day(final or first, last=True) if final or "/" not in says else math.inf
        return opening, closing
    low, _, high = says.split(" ", maxsplit=1)[0].partition("..")
    return float(low), float(high or low)


def _is_read(figure: Figure, says: str) -> bool:
    lower, upper = _ends(says)
    dated = (figure.kind is FigureKind.DATE) is says.startswith("@")
    return dated and figure.lower == pytest.approx(lower, rel=1e-4) and (
        figure.upper == pytest.approx(upper, rel=1e-4)
    )  # fmt: skip


def _meet(found: FoundFigure, mark: Marked) -> bool:
    return found.start < mark.end and mark.start < found.end


@pytest.mark.parametrize(("lang", "text", "marks"), _paragraphs())
def test_every_figure_of_a_paragraph_is_found_and_nothing_else(
    lang: str, text: str, marks: list[Marked]
) -> None:
    """The language is told by the text itself."""
    found = [
        one
        for one in find_figures(text)
        if not any(mark.says == "skip" and _meet(one, mark) for mark in marks)
    ]
    asked = [mark for mark in marks if mark.says != "skip"]

    assert language_of_text(text).code == lang
    assert [one.text for one in found if not any(_meet(one, mark) for mark in asked)] == []
    read = [[one for one in found if _meet(one, mark)] for mark in asked]
    assert [
        (text[mark.start : mark.end], [one.text for one in ones])
        for mark, ones in zip(asked, read, strict=True)
        if len(ones) != 1 or not _is_read(ones[0].figure, mark.says)
    ] == []


def _said(text: str, **options: str) -> list[tuple[str, float, float, str | None]]:
    return [
        (one.text, one.figure.lower, one.figure.upper, one.figure.unit)
        for one in find_figures(text, **options)
    ]


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("El terremoto dejó 1.500 muertos en la región.", 1500, 1500),
        ("Es gab über 1.500 Tote in der Region.", 1500, math.inf),
        ("Se registran más de 200 muertos en la zona.", 200, math.inf),
        ("La cifra está entre 1.500 y 2.000.", 1500, 2000),
        ("Los daños ascienden a 1.200 millones.", 1.2e9, 1.2e9),
        ("Il y a plus de 1 000 personnes.", 1000, math.inf),
    ],
)
def test_the_language_is_told_by_all_of_the_text(text: str, lower: float, upper: float) -> None:
    """A factor of a thousand hangs on it."""
    (found,) = find_figures(text)

    assert (found.figure.lower, found.figure.upper) == (lower, upper)


def test_a_language_and_a_separator_that_are_given_are_used() -> None:
    """A table or a headline may be too short to tell its language."""
    assert _said("1.500 muertos", lang="es") == [("1.500 muertos", 1500, 1500, "muertos")]
    assert _said("1.500 tons", decimal=",") == [("1.500 tons", 1500, 1500, "ton")]
    assert _said("1.500 fő", lang="hu") == [("1.500", 1500, 1500, None)]
    assert _said("1.500 tons", decimal=".") == [("1.500 tons", 1.5, 1.5, "ton")]


def test_numbers_that_speak_against_the_language_have_to_tell_for_themselves() -> None:
    """Mexico writes Spanish with a decimal point."""
    text = "La inflación fue de 3.5 % y hubo 1,500 muertos en los estados del sur."

    assert [(lower, upper) for _, lower, upper, _ in _said(text)] == [(3.5, 3.5), (1500, 1500)]


@pytest.mark.parametrize("phrase", ["1.500 things", "40-50,000 people"])
def test_a_doubt_is_carried_along(phrase: str) -> None:
    """Whoever completes the candidate has to see that it can be read in two ways."""
    (found,) = find_figures(f"There were {phrase} here.")
    alone = parse_figure(phrase)

    assert alone.ambiguous
    assert found.figure.ambiguous == alone.ambiguous
    assert (found.figure.lower, found.figure.upper) == (alone.lower, alone.upper)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was 2,497 a day earlier.", ("2,497", 2497, 2497, None)),
        ("It was $3.0bn a year ago.", ("$3.0bn", 3e9, 3e9, "USD")),
        ("It was £270,000 a year before.", ("£270,000", 270_000, 270_000, "GBP")),
        ("It was 3.7% a month earlier.", ("3.7%", 3.7, 3.7, "percent")),
        ("They earn $300 a year before tax.", ("$300 a year", 300, 300, "USD/years")),
        ("They earn $300 a year.", ("$300 a year", 300, 300, "USD/years")),
    ],
)
def test_a_year_ago_is_no_rate(text: str, found: tuple[str, float, float, str | None]) -> None:
    """But a year is one."""
    assert _said(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Several thousand people came.", ("Several thousand people", 1000, 10_000, "people")),
        ("A few hundred homes are dark.", ("A few hundred homes", 100, 1000, "homes")),
        ("It is 1 in 5 people.", ("1 in 5 people", 0.2, 0.2, "ratio")),
        ("One person in ten voted.", ("One person in ten", 0.1, 0.1, "ratio")),
        ("Nearly one in four agreed.", ("Nearly one in four", 0.25, 0.25, "ratio")),
        ("Une personne sur cinq est pauvre.", ("Une personne sur cinq", 0.2, 0.2, "ratio")),
    ],
)
def test_orders_and_shares_are_read_as_in_a_phrase(
    text: str, found: tuple[str, float, float, str | None]
) -> None:
    """No part of them is a figure of its own."""
    assert _said(text) == [found]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Rents rose from 5 million to 7 million last year.", [5e6, 7e6]),
        ("Rents rose from 5 to 7 million last year.", [5e6, 7e6]),
        ("Rents fell from 7 to 5 million last year.", [7e6, 5e6]),
        ("The price is up from $310,000 to $355,000.", [310_000, 355_000]),
        ("It dropped from 12 °C to −8 °C.", [12, -8]),
        ("Die Zahl stieg von 2,5 auf 2,8 Millionen.", [2.5e6, 2.8e6]),
        ("El paro pasó de 2,5 a 2,8 millones en un año.", [2.5e6, 2.8e6]),
        ("Las ventas crecieron de 3.500 a 4.200 millones.", [3.5e9, 4.2e9]),
        ("A dívida passou de 5,9 para 6,5 bilhões.", [5.9e9, 6.5e9]),
        ("It grew from 1,500 to 2 million.", [1500, 2e6]),
        ("It grew from 500 to 2 million.", [500, 2e6]),
    ],
)
def test_a_change_is_two_figures(text: str, spans: list[float]) -> None:
    """The verb before it tells it from a range; a scale at its end is that of both."""
    assert [one.figure.best for one in find_figures(text)] == spans


def test_the_unit_of_a_change_is_that_of_both() -> None:
    """It stands behind the second number only."""
    text = "Its area shrank from 3.3 to 2.1 km²."

    assert [(lower, unit) for _, lower, _, unit in _said(text)] == [(3.3, "km²"), (2.1, "km²")]


def test_a_rise_and_what_it_led_to_are_two_figures() -> None:
    """They are no range, since each has its unit."""
    text = "It rose by 5% to 60%. It rose by 5 to 6%."

    assert [one.text for one in find_figures(text)] == ["rose by 5%", "60%", "rose by 5 to 6%"]


def test_bounds_in_a_list_are_each_a_figure() -> None:
    """One that rules out the next loses no word."""
    found = find_figures("fewer than 40, under 50, over 60, more than 70")

    assert [one.text for one in found] == [
        "fewer than 40", "under 50", "over 60", "more than 70"
    ]  # fmt: skip


def test_names_tell_no_language() -> None:
    """Letters of models, acronyms and titles are words of some language by chance only."""
    assert language_of_text("737 MAX 8; iPhone 15 Pro; CO2; B-52, World War 2 s").code == "en"
    assert language_of_text("Über 1.500 Tote").code == "de"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2 bin 300 işçi greve gitti, ve bu az.", 2300),
        ("Nüfusu 85 milyon 279 bin 553 kişi oldu.", 85_279_553),
        ("В городе живут 2 тысячи 300 человек.", 2300),
    ],
)
def test_the_rest_behind_a_scale_belongs_to_the_number(text: str, found: float) -> None:
    """Turkish and Russian write so what English writes in digits alone."""
    assert [one.figure.best for one in find_figures(text)] == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Es starben 2.839 Menschen, 51 mehr als 2022.", ["2.839 Menschen", "51", "2022"]),
        ("They were 12% more than 2021, or so.", ["12%", "2021"]),
        ("Over the two decades it grew.", ["two decades"]),
        ("They are scattered over 5 km.", ["5 km"]),
        ("It is 9% above the $2bn of 2020.", ["9%", "$2bn", "2020"]),
        ("It is higher than a month ago.", []),
        ("Some 300 more than a year earlier.", ["Some 300"]),
    ],
)
def test_what_a_number_is_compared_with_is_no_bound(text: str, found: list[str]) -> None:
    """A year that was exceeded is a date, and a year ago is no year."""
    assert [one.text for one in find_figures(text)] == found


@pytest.mark.parametrize(
    "text",
    ["From 5 to 7 million people live here.", "Estimates went on, ranging from 5 to 7 million."],
)
def test_a_range_without_a_change_stays_one_figure(text: str) -> None:
    """Nothing rises or falls in it."""
    assert [(lower, upper) for _, lower, upper, _ in _said(text)] == [(5e6, 7e6)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(HR 0.82, 95% CI 0.65 to 1.03)", ("0.82, 95% CI 0.65 to 1.03", 0.65, 1.03, 0.82)),
        (
            "OR 1.35 (95% CI 1.10–1.66; p=0.004).",
            ("1.35 (95% CI 1.10–1.66; p=0.004)", 1.10, 1.66, 1.35),
        ),
        ("The ratio was 0.74 (0.61–0.89).", ("0.74 (0.61–0.89)", 0.61, 0.89, 0.74)),
        (
            "It was 310 g (95% CI 220 to 400 g; p<0.001).",
            ("310 g (95% CI 220 to 400 g; p<0.001)", 220, 400, 310),
        ),
        (
            "It was 2.3 million (95% CI 2.1–2.5 million).",
            ("2.3 million (95% CI 2.1–2.5 million)", 2.1e6, 2.5e6, 2.3e6),
        ),
    ],
)
def test_an_estimate_and_its_interval_are_one_figure(
    text: str, found: tuple[str, float, float, float]
) -> None:
    """Neither the level nor the p value is a figure."""
    (one,) = find_figures(text)

    assert (one.text, one.figure.lower, one.figure.upper, one.figure.best) == found


@pytest.mark.parametrize(
    "text",
    [
        "Call 0800 123 456 now.",
        "Ring +49 30 1234567 or 01632 960 001, or 0345 605 0 605.",
        "Hinweise nimmt die Polizei unter 030 4664-0 an; die A 7 ist gesperrt.",
        "El teléfono de ayuda es el 900 123 456.",
        "Regulation 2016/679 and Directive 96/29 apply.",
        "Article 17(2) does not apply, nor do articles 5, 7 and 12.",
        "See Section 4.2, pages 12, 14 and 16, and Fig. 3.",
        "Das steht auf Seite 12 und in Artikel 5.",
        "Cela se lit dans l'article 12 de la loi no 78.",
        "Según el artículo 12 de la ley, en la página 45.",
        "Это сказано в статье 12 на стр. 45.",
        "ISO 9001, COVID-19, ISBN 978-3-16-148410-0, doi:10.1000/182",
        "They met at 10:30 am, at 5 pm and um 10 Uhr.",
        "The home side won 3-1, lost 0–3 and drew with the champions 1–1.",
        "World War 2, Windows 10 and Op. 125; at half past ten or quarter to five.",
        "Write to 24 Mill Lane, SW1A 2AA, or to Hauptstraße 12, 10115 Berlin.",
        "In the first half and the second quarter, the half-life mattered.",
        "Это 3-й дом на улице, и он не последний.",
        "Der 3. Platz ging an das Team aus dem Norden.",
        "It was significant (p < 0.05, P = .003).",
        "He lives on Mill Road.",
    ],
)
def test_what_names_something_is_no_quantity(text: str) -> None:
    """Telephones, sections, clocks, scores, addresses, halves of a game."""
    assert find_figures(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("im Jahr 1997 und", ["1997"]),
        ("w 1997 roku", ["1997 roku"]),
        ("beaten in 630.", ["630"]),
        ("down 40% from 1980 levels", ["40%", "1980"]),
        ("from 250 in 1990 to 124 in 2019", ["250", "1990", "124", "2019"]),
        ("fue el 3 de mayo de 2019 en la capital", ["3 de mayo de 2019"]),
        ("In Q1 2023 it shrank", ["Q1 2023"]),
        ("in 2019/20 and FY2020/21", ["2019/20", "FY2020/21"]),
    ],
)
def test_years_are_dates_in_every_language(text: str, found: list[str]) -> None:
    """With the word for year that some languages put behind them."""
    assert [one.text for one in find_figures(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pillars of up to 5.5 m weigh 3 t.", [("up to 5.5 m", 5.5, "m"), ("3 t", 3, "tonne")]),
        ("It was hit by a 5 m wave.", [("5 m", 5, "m")]),
        ("It costs $5 m or 5 m pounds.", [("$5 m", 5e6, "USD"), ("5 m pounds", 5e6, "GBP")]),
        ("There are 3.2m people.", [("3.2m people", 3.2e6, "people")]),
        ("Aus dem 12. Jahrhundert und von dem Turm.", [("12. Jahrhundert", 438_291, "date")]),
        ("Von den Winzern liefern 17 an die Genossenschaft.", [("17", 17, None)]),
        ("They try 5 times.", [("5 times", 5, "times")]),
        ("The top 10 cities.", [("10 cities", 10, "cities")]),
        ("They have to act. Some 47 spoke.", [("Some 47", 47, None)]),
    ],
)
def test_a_word_is_no_unit_only_because_it_is_spelt_like_one(
    text: str, found: list[tuple[str, float, str | None]]
) -> None:
    """Metres stand apart from their number, millions do not; small letters are no currency."""
    assert [(span, upper, unit) for span, _, upper, unit in _said(text)] == found


@pytest.mark.parametrize(
    ("piece", "lang"),
    [
        ("d'", "fr"),
        ("aaaa-", "en"),
        ("rose from 5 to ", "en"),
        ("0.8, 95% CI 0.6 to ", "en"),
        ("2 bin 300 ", "tr"),
    ],
)
def test_four_times_the_text_takes_no_sixteen_times_as_long(piece: str, lang: str) -> None:
    """Words that lead to a figure may be repeated without end."""
    short, whole = (_seconds((piece * length)[:length], lang) for length in (2000, 8000))

    assert whole < 16 * max(short, 0.02)


def _seconds(text: str, lang: str) -> float:
    start = time.process_time()
    find_figures(text, lang=lang)
    return time.process_time() - start
