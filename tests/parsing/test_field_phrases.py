"""Phrases of news, infoboxes and papers, each with the reading that a person would give it."""

from __future__ import annotations

import csv
import math
from pathlib import Path

import pytest

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing import parse_figure
from claimcheck.values.figure import Figure, FigureKind

DATA = Path(__file__).parent / "data" / "field_phrases.csv"


def _rows() -> list[dict[str, str]]:
    with DATA.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def _named(row: dict[str, str]) -> str:
    return f"{row['lang']}: {row['text']}"


def _read(row: dict[str, str]) -> Figure | None:
    try:
        return parse_figure(row["text"], lang=None if row["lang"] == "en" else row["lang"])
    except FigureSyntaxError:
        return None


@pytest.mark.parametrize(
    "row", [row for row in _rows() if row["lower"] not in {"refused", "none"}], ids=_named
)
def test_a_phrase_of_the_field_is_read_as_a_person_reads_it(row: dict[str, str]) -> None:
    """Both ends, in its own language."""
    figure = _read(row)
    lower = float(row["lower"] or -math.inf)
    upper = float(row["upper"] or math.inf)

    assert figure is not None
    assert (figure.lower, figure.upper) == pytest.approx((lower, upper), rel=1e-9)


@pytest.mark.parametrize("row", [row for row in _rows() if row["lower"] == "none"], ids=_named)
def test_the_words_for_no_figure_are_known_in_every_language(row: dict[str, str]) -> None:
    """Nothing is known, which is no zero."""
    figure = _read(row)

    assert figure is not None
    assert figure.kind is FigureKind.NO_FIGURE


@pytest.mark.parametrize("row", [row for row in _rows() if row["lower"] == "refused"], ids=_named)
def test_what_is_no_figure_or_not_one_figure_is_refused(row: dict[str, str]) -> None:
    """A refusal is better than a wrong figure."""
    assert _read(row) is None


@pytest.mark.parametrize(
    ("phrase", "lower", "best", "upper"),
    [
        ("5 +0.3 −0.2", 4.8, 5, 5.3),
        ("5 −0.2 +0.3", 4.8, 5, 5.3),
        ("5.0 +0.3/-0.2 million", 4.8e6, 5e6, 5.3e6),
        ("5 (+0.3, −0.2) km", 4.8, 5, 5.3),
    ],
)
def test_an_uneven_margin_is_a_range_around_its_best_value(
    phrase: str, lower: float, best: float, upper: float
) -> None:
    """The larger margin is not taken for both sides."""
    figure = parse_figure(phrase)

    assert figure.kind is FigureKind.RANGE
    assert (figure.lower, figure.best, figure.upper) == pytest.approx((lower, best, upper))


@pytest.mark.parametrize(
    ("lang", "words", "number"),
    [
        ("de", "einundzwanzig", 21),
        ("de", "einundzwanzig Millionen dreihunderttausend", 21_300_000),
        ("nl", "eenentwintig", 21),
        ("da", "enogtyve", 21),
        ("fr", "cent deux", 102),
        ("fr", "quatre-vingt-onze", 91),
        ("es", "veintiún mil", 21_000),
        ("it", "ventuno", 21),
        ("sv", "ettusenfemhundra", 1500),
        ("tr", "üç buçuk", 3.5),
        ("az", "iki milyon yarım", 2_500_000),
        ("ru", "два с половиной миллиона", 2_500_000),
        ("en", "six million, eighty-three thousand, nine hundred and six", 6_083_906),
    ],
)
def test_numbers_in_words_keep_all_their_parts(lang: str, words: str, number: float) -> None:
    """An article that is a one, a half that follows, a coin that shares its name with a hundred."""
    figure = parse_figure(words, lang=lang)

    assert (figure.lower, figure.upper, figure.unit) == (number, number, None)


@pytest.mark.parametrize(
    ("phrase", "number"),
    [
        ("mehr als 10.000", 10_000),
        ("meer dan 10.000", 10_000),
        ("mais de 10 mil", 10_000),
        ("fünfhunderttausend", 500_000),
        ("tvåhundratusen", 200_000),
        ("üç buçuk milyon", 3_500_000),
        ("32,000 km²", 32_000),
        ("1,500 cafés", 1_500),
    ],
)
def test_short_words_tell_a_language_where_english_cannot_read_them(
    phrase: str, number: float
) -> None:
    """All words have to be of it; a sign or a borrowed word tells nothing."""
    assert parse_figure(phrase).lower == number


@pytest.mark.parametrize("time", [" (2015)", " in 2015", " as of 2015", ", 2015"])
def test_a_year_behind_a_figure_changes_nothing_but_its_time(time: str) -> None:
    """Half of something in 2015 is no 0.5 in 2,015 of it."""
    changed = []
    for row in _rows():
        plain = _read(row) if row["lang"] == "en" else None
        dated = _read({**row, "text": row["text"] + time})
        if plain is None or dated is None or plain.as_of or plain.parts:
            continue
        if (dated.lower, dated.upper) != (plain.lower, plain.upper):
            changed.append(row["text"] + time)

    assert changed == []
