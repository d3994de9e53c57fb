"""Renders a document for a terminal, 100 columns wide, with colour only where it is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from claimcheck.reports import layout
from claimcheck.reports.document import (
    Block,
    Brief,
    Card,
    Document,
    Paragraph,
    Roll,
    Section,
    Statement,
    Table,
)
from claimcheck.values import wording

_INK = {"conflict": "31", "warning": "33", "info": "36", "bold": "1", "dim": "2"}
_FIGURE_SHARE = 0.32
_LEAST_WIDTH = 40
_SCREEN = 60
_STANCES = {"asserts": "", "reports": "reports", "disputes": "DISPUTES", "denies": "DENIES"}


@frozen
class _Pen:
    width: int
    color: bool

    def ink(self, text: str, name: str) -> str:
        return f"\x1b[{_INK[name]}m{text}\x1b[0m" if self.color and text else text

    def lines(self, text: str, indent: str = "", first: str | None = None) -> list[str]:
        return layout.paragraph(text, self.width, indent, first)


def render_text(document: Document, *, width: int = 100, color: bool = False) -> str:
    """*document* as text of at most *width* columns, and never narrower than 40.

    A text longer than a screen ends with the summary once more, where its reader is left.
    """
    pen = _Pen(max(width, _LEAST_WIDTH), color)
    title = layout.wrap(document.title, pen.width)
    lines = [pen.ink(line, "bold") for line in title]
    lines.append("═" * min(pen.width, max(map(layout.width, title), default=1)))
    summary = list(_summary(document, pen))
    lines += summary
    for section in document.sections:
        lines += _section(section, pen)
    if summary and len(lines) > _SCREEN:
        lines += [*_heading("in short", pen), *summary]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _summary(document: Document, pen: _Pen) -> Iterator[str]:
    wide = max((len(name) for name, _ in document.summary), default=0) + 2
    for name, value in document.summary:
        yield from pen.lines(value, " " * wide, first=name.ljust(wide))


def _heading(text: str, pen: _Pen) -> Iterator[str]:
    heading = text.upper()
    yield ""
    yield pen.ink(heading, "bold")
    yield "─" * min(pen.width, layout.width(heading))


def _section(section: Section, pen: _Pen) -> Iterator[str]:
    yield from _heading(section.title + section.counted, pen)
    for place, block in enumerate(section.blocks):
        if place and isinstance(block, Card):
            yield ""
        yield from _block(block, pen)
    if section.left_out:
        yield from (pen.ink(line, "dim") for line in pen.lines(section.left_out, "  "))


def _block(block: Block, pen: _Pen) -> Iterator[str]:
    match block:
        case Card():
            return _card(block, pen)
        case Brief():
            return _brief(block, pen)
        case Table():
            return iter(layout.grid(block, pen.width))
        case Roll():
            return _roll(block, pen)
        case Paragraph():
            return iter(pen.lines(block.text))


def _card(card: Card, pen: _Pen) -> Iterator[str]:
    room = pen.width - layout.width(card.extent) - 2
    title, *rest = layout.wrap(card.title, room) or [""]
    yield layout.pad(title, room + 2) + pen.ink(card.extent, card.level)
    yield from rest
    name = layout.clean(card.check)
    known_as = wording.joined([card.quantity_id, card.finding_id])
    told = pen.lines(f"{name} · {known_as}", "  ")
    yield from (line.replace(name, pen.ink(name, card.level), 1) for line in told[:1])
    yield from told[1:]
    for statement in card.statements:
        yield from _statement(statement, pen)
    if card.more:
        yield f"    and {card.more:,} more figures"
    for label, text in card.told:
        yield from pen.lines(text, " " * 11, first="  " + label.ljust(9))


def _statement(said: Statement, pen: _Pen) -> Iterator[str]:
    left = max(12, round(pen.width * _FIGURE_SHARE) - 4)
    figure = layout.wrap(said.figure, left) or ["(no words)"]
    parts = [_STANCES.get(said.stance, said.stance), said.when, said.scope, said.place]
    told = f"{wording.joined([said.credited, *parts])} [{said.claim_id}]"
    right = layout.wrap(told, pen.width - left - 6)
    for depth in range(max(len(figure), len(right))):
        words = layout.pad(figure[depth] if depth < len(figure) else "", left)
        yield f"    {pen.ink(words, 'bold')}  {right[depth] if depth < len(right) else ''}"


def _brief(brief: Brief, pen: _Pen) -> Iterator[str]:
    about = f" ({brief.title})" if brief.title else ""
    lines = pen.lines(f"{brief.check}: {brief.message}{about}", "    ", first="  ")
    return iter(lines)


def _roll(roll: Roll, pen: _Pen) -> Iterator[str]:
    for entry in roll.entries:
        room = pen.width - len(entry.status) - 2
        title, *rest = layout.wrap(entry.title, room) or [""]
        yield layout.pad(title, room + 2) + pen.ink(entry.status, "bold")
        yield from rest
        facts = [f"{name} {value}" for name, value in entry.facts if value]
        yield from pen.lines(" · ".join([entry.quantity_id, *facts]), "    ")
