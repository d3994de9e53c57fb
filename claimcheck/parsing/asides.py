"""A text beside a figure, mostly in brackets: how it is read, and what may become of it."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum, auto

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing.amount import ONE
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.scales import scale_at
from claimcheck.parsing.tokens import tokenize

_NEAR = 24


class Fit(Enum):
    """What became of a text beside a figure.

    Attributes:
        TAKEN: The figure has taken what it says.
        OTHER: It says something else; nothing was taken.
        UNFIT: It says something of the figure that does not go with it.
    """

    TAKEN = auto()
    OTHER = auto()
    UNFIT = auto()


def inner_reader(reader: Reader, content: str) -> Reader | None:
    """A reader for the content of a bracket; None if brackets in it do not close."""
    try:
        tokens = tokenize(content, reader.language)
    except FigureSyntaxError:
        return None
    return Reader(
        content, tokens, reader.language,
        decimal=reader.decimal, unit=reader.unit, letter_m=reader.letter_m, usual=reader.usual,
    )  # fmt: skip


def written_scales(reader: Reader) -> tuple[Decimal, ...]:
    """The scales of the numbers before the place of *reader*, near it or at the start, and one."""
    start, scales = reader.place, {ONE}
    run = ONE
    for place in sorted({*range(1, min(_NEAR, start)), *range(max(1, start - _NEAR), start)}):
        reader.place = place
        before = reader.peek(-1)
        found = scale_at(reader, after_digits=before.kind == "n")
        run = run * found[0] if found else ONE
        scales.update({run, found[0]} if found else ())
    reader.place = start
    return tuple(sorted(scales))
