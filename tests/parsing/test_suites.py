"""Phrases with known readings: our own, and those of other parsers' tests."""

from __future__ import annotations

import csv
import json
import math
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing import parse_figure
from claimcheck.values.figure import Figure, FigureKind

DATA = Path(__file__).parent / "data"
HELD_WRONG = {
    ("pl", "100,000"): "thousands written as in English; in Polish it is one hundred",
    ("en", "< 4K"): "kelvin by its source; standing alone, a K at the digits is a thousand",
}


def _cases(name: str) -> list[dict[str, Any]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _is(got: float, wanted: float | None, open_end: float) -> bool:
    if wanted is None:
        return got == open_end
    return math.isclose(got, wanted, rel_tol=1e-9, abs_tol=1e-12)


def _right(figure: Figure, case: dict[str, Any]) -> bool:
    expected = case["expected"]
    if expected["kind"] in {"date", "no-figure"}:
        return figure.kind == expected["kind"]
    readings = [(expected["lower"], expected["upper"]), *case.get("accept", ())]
    return any(
        _is(figure.lower, lower, -math.inf) and _is(figure.upper, upper, math.inf)
        for lower, upper in readings
    )


def _read(case: dict[str, Any]) -> Figure:
    lang = case["lang"]
    return parse_figure(case["text"], lang=None if lang in {"en", "und"} else lang)


@pytest.mark.parametrize("case", _cases("phrases.jsonl"), ids=lambda case: case["text"])
def test_phrases_of_fact_checkers_are_all_read(case: dict[str, Any]) -> None:
    """They are what the package is for."""
    assert _right(_read(case), case)


@pytest.mark.parametrize("case", _cases("suites.jsonl"), ids=lambda case: case["id"])
def test_cases_of_other_parsers_are_read(case: dict[str, Any]) -> None:
    """All but those whose label we hold wrong, which are named one by one."""
    assert _right(_read(case), case) is ((case["lang"], case["text"]) not in HELD_WRONG)


def _day_or_number(text: str, missing: float | None) -> float | None:
    if not text:
        return missing
    iso = len(text) == 10 and text[4] == text[7] == "-"
    return float(date.fromisoformat(text).toordinal()) if iso else float(text)


def _dossier() -> list[dict[str, str]]:
    with (DATA / "dossier_gold.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.mark.parametrize(
    "row",
    [row for row in _dossier() if not row["by_hand"] and row["kind"]],
    ids=lambda row: f"{row['figure']} {row['unit']}",
)
def test_every_phrase_of_the_dossier_is_read_as_a_person_reads_it(row: dict[str, str]) -> None:
    """Kind, both ends and best, dates as days."""
    figure = parse_figure(row["figure"], unit=row["unit"])

    assert figure.kind is FigureKind(row["kind"])
    assert figure.lower == _day_or_number(row["lower"], -math.inf)
    assert figure.upper == _day_or_number(row["upper"], math.inf)
    assert figure.best == _day_or_number(row["best"], None)


@pytest.mark.parametrize("phrase", ["December 31", "15 May", "following year", "last year"])
def test_a_date_that_leans_on_another_sentence_is_refused(phrase: str) -> None:
    """It needs lower and upper by hand."""
    with pytest.raises(FigureSyntaxError, match="date"):
        parse_figure(phrase, unit="date")
