"""Renders a document as Markdown that looks right on a code-hosting site and in an issue."""

from __future__ import annotations

import re
from collections.abc import Iterator

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

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|<>~$@])")
_SPACE = re.compile(r"\s+")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "@": "&#64;", "&": "&amp;"}
_MARKS = {"conflict": "🔴", "warning": "🟡", "info": "🔵"}
_STANCE_COLUMN = ("figure", "for when", "stance", "who says it", "claim")


def escaped(text: str) -> str:
    r"""*text* on one line, with everything in it kept from acting as Markdown or HTML.

    >>> escaped("a|b <i> [x](y)")
    'a\\|b &lt;i&gt; \\[x\\]\\(y\\)'
    """
    plain = _SPACE.sub(" ", text).strip().replace("&", "&amp;")
    return _SPECIAL.sub(lambda match: _ENTITIES.get(match[1], f"\\{match[1]}"), plain)


def render_markdown(document: Document) -> str:
    """*document* as Markdown with tables."""
    lines = [f"# {escaped(document.title)}", ""]
    lines += [f"- **{escaped(name)}:** {escaped(value)}" for name, value in document.summary]
    for section in document.sections:
        lines += _section(section)
    return "\n".join(lines) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield ""
    yield f"## {escaped(section.title)}{section.counted}"
    previous: Block | None = None
    for block in section.blocks:
        if not (isinstance(block, Brief) and isinstance(previous, Brief)):
            yield ""
        yield from _block(block)
        previous = block
    if section.left_out:
        yield ""
        yield f"*{escaped(section.left_out)}*"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Card():
            return _card(block)
        case Brief():
            ids = ", ".join(f"`{_code(name)}`" for name in block.claim_ids[:4])
            about = f" {escaped(block.title)}" if block.title else ""
            line = f"- **{escaped(block.check)}**{about}: {escaped(block.message)}"
            return iter([f"{line} ({ids})" if ids else line])
        case Table():
            return _table(block)
        case Roll():
            return _roll(block)
        case Paragraph():
            return iter([escaped(block.text)])


def _card(card: Card) -> Iterator[str]:
    extent = f" ({escaped(card.extent)})" if card.extent else ""
    yield f"### {_MARKS.get(card.level, '')} {escaped(card.check)}: {escaped(card.title)}{extent}"
    yield ""
    yield from _table(
        Table(
            headings=_STANCE_COLUMN,
            rows=tuple(_statement(statement) for statement in card.statements),
        )
    )
    if card.more:
        yield ""
        yield f"and {card.more:,} more figures"
    for label, text in card.told:
        yield ""
        yield f"**{label.capitalize()}:** {escaped(text)}"


def _statement(said: Statement) -> tuple[str, ...]:
    when = ", ".join(part for part in (said.when, said.scope) if part)
    told = f"{said.credited}: {said.place}" if said.place else said.credited
    return (said.figure, when, said.stance, told, said.claim_id)


def _roll(roll: Roll) -> Iterator[str]:
    names = tuple(name for name, _ in roll.entries[0].facts) if roll.entries else ()
    return _table(
        Table(
            headings=("quantity", "status", *names),
            rows=tuple(
                (entry.title, entry.status, *(value for _, value in entry.facts))
                for entry in roll.entries
            ),
            numeric=frozenset(range(2, 2 + len(names))),
        )
    )


def _table(table: Table) -> Iterator[str]:
    yield _row(table.headings)
    rule = ["---:" if place in table.numeric else "---" for place in range(len(table.headings))]
    yield "| " + " | ".join(rule) + " |"
    yield from (_row(row) for row in table.rows)


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(escaped(cell) for cell in cells) + " |"


def _code(text: str) -> str:
    return _SPACE.sub(" ", text).replace("`", "'")
