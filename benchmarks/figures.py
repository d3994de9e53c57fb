"""Phrases per second beside quantulum3 and Recognizers-Text, as ratios of one run.

    python benchmarks/figures.py [--phrases N] [--column N]

Workloads of distinct phrases: those of a dossier, of our hard collection and of other parsers'
tests (the shapes that stand in tests/parsing/data, each many times with other numbers); the latter
two once each as they stand, so that no shape comes twice; and a column of dossier and test phrases
of which one in a hundred is distinct. Peers that are not installed or do not start are left out; a
peer that reads no column reads it phrase by phrase. Everybody reads some phrases before the clock
runs, since word tables are loaded at the first; then every workload is read five times, each with
empty memos, and the best counts. Times are those of the process, so that others on the machine do
not count. Peers are given a sample of the phrases, because they would take hours otherwise.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import time
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import pandas as pd

import claimcheck as cc
from claimcheck.parsing import figures

DATA = Path(__file__).parent.parent / "tests" / "parsing" / "data"
_NUMERAL = re.compile(r"(?P<kept>(?:1[89]|20)(?=\d\d(?!\d))|[0.,]*[1-9])(?P<varied>[\d.,]*)")
_DIGIT = re.compile(r"\d")
_SAMPLE = 400
_WARMING = 500
_PASSES = 5
Reader = Callable[[str], object]


def dossier_shapes() -> list[str]:
    """Phrases of the dossier, dates left out: most are plain numbers, as in most dossiers."""
    with (DATA / "dossier_gold.csv").open(encoding="utf-8", newline="") as handle:
        return [row["figure"] for row in csv.DictReader(handle) if row["unit"] != "date"]


def hard_shapes() -> list[str]:
    """Phrases of our own collection, each of another form."""
    return _texts("phrases.jsonl")


def suite_shapes() -> list[str]:
    """Phrases of other parsers' tests, chosen to be hard."""
    return _texts("suites.jsonl")


def _texts(name: str) -> list[str]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


def distinct_phrases(shapes: Sequence[str], count: int, seed: int = 1) -> list[str]:
    """*count* distinct phrases: those of the test data, then the same with other digits.

    The first digit of a number that counts stays, and so does the century of a year; ranges stay
    in order.
    """
    chance = random.Random(seed)  # noqa: S311 - phrases, no secrets
    phrases: dict[str, None] = dict.fromkeys(shapes)
    while len(phrases) < count:
        shape = chance.choice(shapes)
        phrase = _NUMERAL.sub(lambda found: _varied(found, chance), shape)
        if _order(phrase) == _order(shape):
            phrases[phrase] = None
    return list(phrases)[:count]


def _varied(numeral: re.Match[str], chance: random.Random) -> str:
    return numeral["kept"] + _DIGIT.sub(lambda _: str(chance.randint(1, 9)), numeral["varied"])


def _order(phrase: str) -> list[bool]:
    """Whether each numeral is less than the next one."""
    values = [_value(found[0]) for found in _NUMERAL.finditer(phrase)]
    return [one < other for one, other in pairwise(values)]


def _value(numeral: str) -> float:
    """The value in English; of other numerals, that of their digits."""
    try:
        return float(numeral.replace(",", "").rstrip("."))
    except ValueError:
        return float("".join(_DIGIT.findall(numeral)))


def peers() -> dict[str, Reader]:
    """Readers of the peers that are installed, by name; each reads numbers and units."""
    found: dict[str, Reader] = {}
    if find_spec("quantulum3"):
        found["quantulum3"] = import_module("quantulum3.parser").parse
    if find_spec("recognizers_number_with_unit"):
        with suppress(ImportError):  # it needs emoji<2, and does not say so
            found["Recognizers-Text"] = _recognizers()
    return found


def _recognizers() -> Reader:
    numbers = import_module("recognizers_number").NumberRecognizer("en-us")
    units = import_module("recognizers_number_with_unit").NumberWithUnitRecognizer("en-us")
    models = [
        numbers.get_number_model(),
        numbers.get_percentage_model(),
        units.get_currency_model(),
        units.get_dimension_model(),
    ]
    return lambda phrase: [model.parse(phrase) for model in models]


def ours(phrase: str) -> object:
    """Read one phrase; an unreadable one counts as read."""
    try:
        return cc.parse_figure(phrase)
    except cc.FigureSyntaxError:
        return None


def rate(read: Reader, phrases: Sequence[str]) -> float:
    """Phrases a second of the best of five passes, each with empty memos of ours."""

    def one_pass() -> None:
        for phrase in phrases:
            try:
                read(phrase)
            except Exception:  # noqa: BLE001, S112 - a peer that fails has still taken its time
                continue

    return len(phrases) / _best_seconds(one_pass)


def column_rate(column: pd.Series[str]) -> float:
    """Phrases a second of ``parse_figures`` on *column*, the best of five passes."""
    return len(column) / _best_seconds(lambda: cc.parse_figures(column))


def _best_seconds(one_pass: Callable[[], object]) -> float:
    seconds = []
    for _ in range(_PASSES):
        figures.forget()
        start = time.process_time()
        one_pass()
        seconds.append(time.process_time() - start)
    return min(seconds)


def main() -> None:
    """Measure, and print rates and ratios."""
    warnings.simplefilter("ignore")
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--phrases", type=int, default=20_000)
    parser.add_argument("--column", type=int, default=200_000)
    options = parser.parse_args()
    shapes = {"dossier": dossier_shapes(), "hard": hard_shapes(), "suites": suite_shapes()}
    loads = {name: distinct_phrases(known, options.phrases) for name, known in shapes.items()}
    chance = random.Random(2)  # noqa: S311 - phrases, no secrets
    pool = chance.sample(loads["dossier"] + loads["suites"], options.column // 100)
    column = pd.Series(chance.choices(pool, k=options.column))
    loads["once"] = list(dict.fromkeys(shapes["hard"] + shapes["suites"]))
    warm = [phrase for phrases in loads.values() for phrase in phrases[:_WARMING]]
    rate(ours, warm)
    cc.parse_figures(column[:10])
    rates = {name: rate(ours, phrases) for name, phrases in loads.items()}
    rates["column"] = column_rate(column)
    loads["column"] = column.tolist()
    _show("claimcheck", {name: f"{value:,.0f}/s" for name, value in rates.items()})
    for name, read in peers().items():
        rate(read, chance.sample(warm, _SAMPLE // 10))
        theirs = {
            load: rate(read, chance.sample(phrases, _SAMPLE)) for load, phrases in loads.items()
        }
        _show(name, {load: f"{value:,.0f}/s" for load, value in theirs.items()})
        _show("  ratio", {load: f"{rates[load] / theirs[load]:,.0f}x" for load in loads})


def _show(name: str, values: dict[str, str]) -> None:
    print(f"{name:18}", *(f"{load} {value:>11}  " for load, value in values.items()))


if __name__ == "__main__":
    main()
