"""Fits words into columns of a terminal, where some letters are two columns wide and some none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from claimcheck.reports.document import Table

_GUTTER = "  "
_LEAST = 6
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_NARROW_ASCII = re.compile(r"[ -~–×·±]*")


def clean(text: str) -> str:
    r"""*text* on one line, without the control characters that would steer a terminal.

    >>> clean("a\x1b[31m b\nc")
    'a [31m b c'
    """
    return _CONTROL.sub(" ", text)


def width(text: str) -> int:
    r"""Columns that *text* takes: two for wide letters, none for marks that combine.

    >>> width("北京"), width("e\u0301")
    (4, 1)
    """
    if _NARROW_ASCII.fullmatch(text):
        return len(text)
    return sum(_columns(letter) for letter in text)


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """*text* filled with spaces to *columns*; to the right edge with *right*."""
    blank = " " * max(0, columns - width(text))
    return blank + text if right else text + blank


def wrap(text: str, columns: int) -> list[str]:
    """*text* in lines of at most *columns*; words that are longer are broken.

    >>> wrap("one two three", 7)
    ['one two', 'three']
    >>> wrap("北京市", 4)
    ['北京', '市']
    """
    lines: list[str] = []
    line = ""
    for word in clean(text).split():
        joined = f"{line} {word}" if line else word
        if width(joined) <= columns:
            line = joined
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, columns)
        lines += full
    return [*lines, line] if line else lines


def paragraph(text: str, columns: int, indent: str = "", first: str | None = None) -> list[str]:
    """*text* wrapped under *indent*, its first line after *first* where that is given."""
    lines = wrap(text, columns - width(indent))
    opening = indent if first is None else first
    return [(opening if place == 0 else indent) + line for place, line in enumerate(lines)]


def grid(table: Table, columns: int) -> list[str]:
    """The lines of *table* within *columns*, its cells wrapped."""
    cells = [table.headings, *table.rows]
    widths = _fitted(
        [[width(clean(row[n])) for row in cells] for n in range(len(table.headings))], columns
    )
    lines = list(_row(table.headings, widths, table.numeric))
    lines.append(_GUTTER.join("─" * size for size in widths))
    for row in table.rows:
        lines += _row(row, widths, table.numeric)
    return lines


def _row(cells: Iterable[str], widths: list[int], numeric: frozenset[int]) -> Iterator[str]:
    wrapped = [wrap(cell, size) for cell, size in zip(cells, widths, strict=True)]
    for depth in range(max(1, *map(len, wrapped))):
        parts = [
            pad(lines[depth] if depth < len(lines) else "", size, right=place in numeric)
            for place, (lines, size) in enumerate(zip(wrapped, widths, strict=True))
        ]
        yield _GUTTER.join(parts).rstrip()


def _fitted(needs: list[list[int]], columns: int) -> list[int]:
    widths = [max(column) for column in needs]
    room = columns - len(_GUTTER) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > _LEAST:
        widest = max(range(len(widths)), key=lambda place: widths[place])
        others = sorted(widths, reverse=True)
        step = min(sum(widths) - room, max(1, others[0] - (others[1] if others[1:] else 0)))
        widths[widest] -= min(step, widths[widest] - _LEAST)
    return [max(1, size) for size in widths]


def _broken(word: str, columns: int) -> list[str]:
    pieces, piece, taken = [], "", 0
    for letter in word:
        size = _columns(letter)
        if piece and taken + size > columns:
            pieces.append(piece)
            piece, taken = "", 0
        piece += letter
        taken += size
    return [*pieces, piece]


def _columns(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
