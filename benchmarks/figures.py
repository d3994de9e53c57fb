"""Phrases per second beside quantulum3 and Recognizers-Text, as ratios of one run.

    python benchmarks/figures.py [--phrases N] [--column N]

Two workloads: distinct phrases (the shapes of tests/parsing/data, each once with its own numbers),
and a column of which one phrase in a hundred is distinct. Peers that are not installed are left
out; a peer that reads no column reads it phrase by phrase. Every workload starts with empty
memos; times are those of the process, so that others on the machine do not count. Peers are given
a sample of the phrases, because they would take hours otherwise.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
import warnings
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pandas as pd

import claimcheck as cc
from claimcheck.parsing import figures

DATA = Path(__file__).parent.parent / "tests" / "parsing" / "data"
_LATER_DIGIT = re.compile(r"(?<=\d)\d|(?<=\d[.,])\d")
_SAMPLE = 400
Reader = Callable[[str], object]


def distinct_phrases(count: int, seed: int = 1) -> list[str]:
    """*count* distinct phrases: those of the test data with other digits after the first.

    The first digit of a number stays, so that ranges stay in order.
    """
    lines = [
        line
        for name in ("phrases.jsonl", "suites.jsonl")
        for line in (DATA / name).read_text(encoding="utf-8").splitlines()
    ]
    shapes = [json.loads(line)["text"] for line in lines]
    chance = random.Random(seed)  # noqa: S311 - phrases, no secrets
    phrases: dict[str, None] = dict.fromkeys(shapes)
    while len(phrases) < count:
        shape = chance.choice(shapes)
        phrases[_LATER_DIGIT.sub(lambda _: str(chance.randint(1, 9)), shape)] = None
    return list(phrases)[:count]


def peers() -> dict[str, Reader]:
    """Readers of the peers that are installed, by name."""
    found: dict[str, Reader] = {}
    if find_spec("quantulum3"):
        parser = import_module("quantulum3.parser")
        found["quantulum3"] = parser.parse
    if find_spec("recognizers_number"):
        recognizers = import_module("recognizers_number")
        model = recognizers.NumberRecognizer("en-us").get_number_range_model()
        found["Recognizers-Text"] = model.parse
    return found


def ours(phrase: str) -> object:
    """Read one phrase; an unreadable one counts as read."""
    try:
        return cc.parse_figure(phrase)
    except cc.FigureSyntaxError:
        return None


def rate(read: Reader, phrases: Sequence[str]) -> float:
    """Phrases a second of one pass over *phrases*."""
    start = time.process_time()
    for phrase in phrases:
        try:
            read(phrase)
        except Exception:  # noqa: BLE001, S112 - a peer that fails has still taken its time
            continue
    return len(phrases) / (time.process_time() - start)


def column_rate(column: pd.Series[str]) -> float:
    """Phrases a second of ``parse_figures`` on *column*."""
    figures.forget()
    start = time.process_time()
    cc.parse_figures(column)
    return len(column) / (time.process_time() - start)


def main() -> None:
    """Measure, and print rates and ratios."""
    warnings.simplefilter("ignore")
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--phrases", type=int, default=20_000)
    parser.add_argument("--column", type=int, default=200_000)
    options = parser.parse_args()
    phrases = distinct_phrases(options.phrases)
    chance = random.Random(2)  # noqa: S311 - phrases, no secrets
    column = pd.Series(chance.choices(phrases[::100][: options.column // 100], k=options.column))
    rate(ours, phrases[:1000])
    cc.parse_figures(column[:10])
    figures.forget()
    distinct = rate(ours, phrases)
    repeated = column_rate(column)
    print(f"{'claimcheck':18} distinct {distinct:>12,.0f}/s   column {repeated:>12,.0f}/s")
    sample = chance.sample(phrases, min(_SAMPLE, len(phrases)))
    for name, read in peers().items():
        rate(read, sample[:20])
        peer = rate(read, sample)
        print(
            f"{name:18} distinct {peer:>12,.0f}/s   ratios {distinct / peer:>8,.0f}x distinct"
            f" {repeated / peer:>10,.0f}x column"
        )


if __name__ == "__main__":
    main()
