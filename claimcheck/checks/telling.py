"""From hits to findings: messages, arithmetic and ids."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Hashable, Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from claimcheck.checks.check import Check, Hits, Over, Rows, pair_hits
from claimcheck.checks.pair_words import PairWords
from claimcheck.checks.words import ClaimWords
from claimcheck.tables import columns as c
from claimcheck.tables.gaps import yearly_rate
from claimcheck.values import wording
from claimcheck.values.asof import DAYS_PER_YEAR

COLUMNS = (
    c.FINDING_ID,
    c.CHECK,
    c.LEVEL,
    c.SEVERITY,
    c.RATIO,
    c.GAP,
    c.QUANTITY_ID,
    c.CLAIM_IDS,
    c.MESSAGE,
    c.ARITHMETIC,
    c.HINT,
)
_MOST_NAMED = 6
_ALIKE = 1.12
"""Periods are alike within this factor: months have 28 to 31 days."""
_Words = dict[str, Callable[[], str]]


def tell(
    check: Check, found: Hits | Rows, words: ClaimWords, measured: Callable[[Rows], pd.DataFrame]
) -> Iterator[list[object]]:
    """One row of ``COLUMNS`` for each hit of *check*, in order.

    Args:
        check: The check.
        found: What it found: hits, or the positions of pairs in their table.
        words: Words for the claims.
        measured: The rows of the pair table at given positions, with all that is told of them.
    """
    if not len(found):
        return
    records: list[dict[Hashable, Any]] = []
    hits = found
    if not isinstance(hits, Hits):
        pairs = measured(hits)
        hits, records = pair_hits(pairs), pairs.to_dict("records")
    cuts = np.flatnonzero(np.diff(hits.hit)) + 1
    for number, rows in enumerate(np.split(hits.rows, cuts)):
        members = _ordered(check, rows.tolist(), words)
        spoken = _words_for(members, words, hits, number)
        if check.over is Over.PAIRS:
            spoken |= _pair_words(PairWords(words, members[0], members[1], records[number]))
        lookup = _Lookup(spoken)
        yield [
            finding_id(check.name, members, words),
            check.name,
            str(check.level),
            float(hits.severity[number]),
            float(hits.ratio[number]),
            float(records[number][c.GAP]) if records else math.nan,
            words.text(c.QUANTITY_ID, members[0]),
            tuple(words.text(c.CLAIM_ID, row) for row in members),
            _sentence(check.message.format_map(lookup)),
            check.arithmetic.format_map(lookup),
            check.hint,
        ]


def finding_id(check: str, rows: list[int], words: ClaimWords) -> str:
    """A stable id: a hash of the check, the claims and their figures, in order of claim id."""
    told = sorted(
        (
            words.text(c.CLAIM_ID, row),
            words.text(c.FIGURE, row),
            repr(words.value(c.LOWER, row)),
            repr(words.value(c.UPPER, row)),
        )
        for row in rows
    )
    digest = hashlib.blake2s("\x1f".join([check, *map("\x1e".join, told)]).encode(), digest_size=6)
    return digest.hexdigest()


def _ordered(check: Check, rows: list[int], words: ClaimWords) -> list[int]:
    """Claims in an order that does not depend on the order of rows.

    Pairs have the smaller figure first; groups go by time, after the claim that leads them.
    """
    if check.over is Over.PAIRS:
        return sorted(rows, key=lambda row: _size_and_id(words, row))
    led = rows[:1] if check.leads else []
    return led + sorted(rows[len(led) :], key=lambda row: _time_and_id(words, row))


def _size_and_id(words: ClaimWords, row: int) -> tuple[float, float, str]:
    lower, upper = words.value(c.SAID_LOWER, row), words.value(c.SAID_UPPER, row)
    return (lower if math.isinf(upper) else upper, lower, words.text(c.CLAIM_ID, row))


def _time_and_id(words: ClaimWords, row: int) -> tuple[float, float, str]:
    times = [words.value(name, row) for name in (c.TIME_START, c.TIME_END)]
    start, end = (math.inf if math.isnan(time) else time for time in times)
    return start, end, words.text(c.CLAIM_ID, row)


class _Lookup(dict[str, Callable[[], str]]):
    """A mapping for ``str.format_map`` that makes a word when it is asked for."""

    def __getitem__(self, name: str) -> str:  # type: ignore[override] # words are made here
        return super().__getitem__(name)()


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _pair_words(pair: PairWords) -> _Words:
    words, left, right = pair.words, pair.left, pair.right
    return {
        "left": lambda: words.claim(left),
        "right": lambda: words.claim(right),
        "left_figure": lambda: words.figure(left),
        "right_figure": lambda: words.figure(right),
        "left_when": lambda: words.when(left),
        "right_when": lambda: words.when(right),
        "left_scope": lambda: words.scope(left),
        "right_scope": lambda: words.scope(right),
        "document": lambda: words.source(left),
        "dimension": lambda: words.text(c.DIMENSION, left),
        "distance": pair.distance,
        "arithmetic": pair.arithmetic,
        "time_note": pair.time_note,
        "time_reason": pair.time_reason,
        "span": pair.span,
        "excess": pair.excess,
        "allowance": pair.allowance,
        "magnitude": pair.magnitude,
        "slip_factor": pair.slip_factor,
        "chance": pair.chance,
        "shared": pair.shared,
        "shared_possible": pair.shared_possible,
    }


def _words_for(rows: list[int], words: ClaimWords, hits: Hits, number: int) -> _Words:
    first, others = rows[0], rows[1:]
    return {
        "claim": lambda: words.claim(first),
        "whole": lambda: words.claim(first),
        "figure": lambda: words.figure(first),
        "phrase": lambda: f"“{words.text(c.FIGURE, first)}”",
        "source": lambda: words.source(first),
        "when": lambda: words.when(first),
        "quantity": lambda: words.quantity(first),
        "by_factor": lambda: _by_factor(float(hits.ratio[number])),
        "breadth": lambda: words.breadth(first, float(hits.ratio[number])),
        "count": lambda: str(len(rows)),
        "staleness": lambda: words.stale_reason(first),
        "anachronism": lambda: words.anachronism(first),
        "impossible": lambda: words.impossible(first),
        "precision": lambda: words.precision(first),
        "doubted": lambda: "denied" if words.text(c.STANCE, first) == "denies" else "disputed",
        "against": lambda: _against(words, others),
        "one_voice": lambda: _one_voice(words, rows),
        "voice": lambda: _voice(words, rows),
        "steps": lambda: _steps(words, rows),
        "parts": lambda: _listed(words, others),
        "add_up": lambda: "add up" if len(others) > 1 else "adds up",
        "come": lambda: "come" if len(others) > 1 else "comes",
        "parts_sum": lambda: _with_unit(
            words, first, _sum(words, rows, c.SAID_LOWER, c.SAID_UPPER)
        ),
        "parts_possible": lambda: _sum(words, rows, c.POSSIBLE_LOWER, c.POSSIBLE_UPPER),
        "whole_possible": lambda: words.possible(first),
    }


def _against(words: ClaimWords, rows: list[int]) -> str:
    return f", against {_listed(words, rows)}" if rows else "; no other source here asserts it"


def _one_voice(words: ClaimWords, rows: list[int]) -> str:
    if len({words.text(c.SOURCE_ID, row) for row in rows}) == 1:
        return f"in one document, {words.source(rows[0])}"
    return f"from one origin, {_voice(words, rows)}"


def _voice(words: ClaimWords, rows: list[int]) -> str:
    """The one document of the claims, else their one origin."""
    if len({words.text(c.SOURCE_ID, row) for row in rows}) == 1:
        return words.source(rows[0])
    origin = words.text(c.ORIGIN, rows[0])
    return words.sources.get(origin, origin)


def _listed(words: ClaimWords, rows: list[int]) -> str:
    named = [words.claim(row) for row in rows[:_MOST_NAMED]]
    more = len(rows) - len(named)
    return ", ".join(named) + (f" and {more} more" if more else "")


def _sum(words: ClaimWords, rows: list[int], lower: str, upper: str) -> str:
    """What the parts after the first of *rows* come to, in the unit of that first, their whole.

    An end that is open as said is that of what is possible.
    """
    whole = words.value(c.UNIT_FACTOR, rows[0])
    low, high = 0.0, 0.0
    for row in rows[1:]:
        scale, least = words.value(c.UNIT_FACTOR, row) / whole, words.value(lower, row)
        low += scale * (least if math.isfinite(least) else words.value(c.POSSIBLE_LOWER, row))
        high += scale * words.value(upper, row)
    return wording.interval(low, high)


def _by_factor(ratio: float) -> str:
    return f": a factor of {wording.times(ratio)}" if math.isfinite(ratio) else ""


def _with_unit(words: ClaimWords, row: int, said: str) -> str:
    return f"{said} {words.text(c.BASE_UNIT, row)}".rstrip()


def _steps(words: ClaimWords, rows: list[int]) -> str:
    told = [f"{words.figure(rows[0])} ({words.when(rows[0])})"]
    for before, after in pairwise(rows):
        told.append(
            f"{words.figure(after)} ({words.when(after)}{_yearly_rate(words, before, after)})"
        )
    return ", ".join(told)


def _yearly_rate(words: ClaimWords, before: int, after: int) -> str:
    if not _same_stretch(words, before, after):
        return ""
    days = words.value(c.LATEST_START, after) - words.value(c.LATEST_START, before)
    first, last = words.value(c.SAID_LOWER, before), words.value(c.SAID_LOWER, after)
    if not (0 < first < np.inf and 0 < last < np.inf):
        return ""
    rate = yearly_rate(np.array([last / first]), np.array([days / DAYS_PER_YEAR]))
    return "".join(f", {told}" for told in [wording.yearly(float(rate[0]))] if told)


def _same_stretch(words: ClaimWords, before: int, after: int) -> bool:
    """Whether two figures count over about as long: a quarter and its year make no rate."""
    lengths = [
        words.value(c.PERIOD_END, row) - words.value(c.PERIOD_START, row) + 1
        for row in (before, after)
    ]
    return any(map(math.isnan, lengths)) or max(lengths) <= _ALIKE * min(lengths)
