"""Phrases read one by one, as rows of a table or lines of JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator

from attrs import frozen

import claimcheck as cc

_HEADINGS = ("text", "lower", "upper", "best", "kind", "unit", "approximate")
_LONGEST = 40


@frozen(kw_only=True)
class Reading:
    """What was read from one phrase.

    Attributes:
        text: The phrase.
        figure: What it says; None where it could not be read.
        error: Why it could not be read; None where it could.
    """

    text: str
    figure: cc.Figure | None = None
    error: str | None = None


def read(phrases: Iterable[str], lang: str | None) -> Iterator[Reading]:
    """Read each of *phrases*; what cannot be read says why."""
    for phrase in phrases:
        try:
            yield Reading(text=phrase, figure=cc.parse_figure(phrase, lang=lang))
        except cc.FigureSyntaxError as error:
            yield Reading(text=phrase, error=str(error))


def as_json(reading: Reading) -> str:
    """One object on one line; an open end is null."""
    said = reading.figure
    row = {
        "text": reading.text,
        "lower": None if said is None else _finite(said.lower),
        "upper": None if said is None else _finite(said.upper),
        "best": None if said is None else said.best,
        "kind": None if said is None else str(said.kind),
        "unit": None if said is None else said.unit,
        "approximate": None if said is None else said.approximate,
        "error": reading.error,
    }
    return json.dumps(row, ensure_ascii=False, allow_nan=False)


def as_table(readings: Iterable[Reading]) -> str:
    """Columns for reading; a phrase that could not be read is followed by the reason."""
    rows = [(reading, _cells(reading)) for reading in readings]
    every = [_HEADINGS, *(cells for _, cells in rows)]
    widths = [max(len(cells[place]) for cells in every) for place in range(len(_HEADINGS))]
    lines = [_line(_HEADINGS, widths), "  ".join("─" * width for width in widths)]
    for reading, cells in rows:
        lines.append(_line(cells, widths))
        if reading.error is not None:
            lines += [f"    {line}".rstrip() for line in reading.error.splitlines()]
    return "\n".join(lines) + "\n"


def _cells(reading: Reading) -> tuple[str, ...]:
    said = reading.figure
    text = "".join(letter if letter.isprintable() else " " for letter in reading.text)
    short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    if said is None:
        return (short, "", "", "", "unreadable", "", "")
    ends = (_number(said.lower, said), _number(said.upper, said))
    best = "" if said.best is None else _number(said.best, said)
    return (short, *ends, best, str(said.kind), said.unit or "", "yes" if said.approximate else "")


def _number(value: float, figure: cc.Figure) -> str:
    if math.isinf(value):
        return "open"
    if figure.kind is cc.FigureKind.DATE:
        return cc.AsOf.day_text(value)
    return f"{value:,.15g}"


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None
