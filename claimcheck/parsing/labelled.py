"""Figures behind a label: "Population: 5 million", "Deaths (in thousands): 12", "n = 50"."""

from __future__ import annotations

from claimcheck.parsing.asides import Fit, inner_reader
from claimcheck.parsing.phrases import read_said
from claimcheck.parsing.qualifiers import take_words
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.said import Said
from claimcheck.parsing.shared_scales import take_scale

_LONGEST_LABEL = 5
_SHORTEST_WORD = 2
_SIGNS = frozenset({":", "="})


def read_labelled(reader: Reader) -> Said | None:
    """The figure that comes next, behind a label or without one; None if there is none.

    Raises:
        FigureSyntaxError: If the label scales or bounds, and what it says does not go with the
            figure.
    """
    said = read_said(reader)
    if said is not None:
        return said
    start = reader.place
    for ahead in range(1, _LONGEST_LABEL + 1):
        token = reader.peek(ahead)
        if token.low in _SIGNS and all(reader.peek(k).kind in "wb" for k in range(ahead)):
            reader.place += ahead + 1
            said = read_said(reader)
            if said is not None:
                _act(reader, said, start, start + ahead)
            return said
    return None


def _act(reader: Reader, said: Said, first: int, last: int) -> None:
    """Let a label, up to token *last*, bound or scale the figure behind it."""
    label = inner_reader(reader, reader.written(first, last))
    if label is None:
        return
    fit = take_words(label, said)
    if fit is Fit.OTHER:
        fit = _scale(reader, said, first, last)
    if fit is Fit.UNFIT:
        reader.fail("the label does not go with the figure behind it", "write both as one phrase",
                    first=first)  # fmt: skip


def _scale(reader: Reader, said: Said, first: int, last: int) -> Fit:
    language = reader.language
    words = {word for word in (*language.scales, *language.orders) if len(word) > _SHORTEST_WORD}
    scaling = [
        place for place in range(first, last) if not words.isdisjoint(reader.lows[place].split())
    ]
    if not scaling:
        return Fit.OTHER
    if not words.isdisjoint(reader.lows[last + 1 : reader.place]):
        return Fit.UNFIT
    marked = (reader.lows[scaling[0] - 1] in language.mark("in")) if scaling[0] > first else False
    start = scaling[0] - marked
    bracket = reader.tokens[start].kind == "b"
    content = reader.lows[start] if bracket else reader.written(start, last)
    inner, fresh = inner_reader(reader, content), inner_reader(reader, "")
    taken = take_scale(fresh, inner, said) if inner is not None and fresh is not None else Fit.OTHER
    return taken if taken is Fit.TAKEN and (marked or bracket) else Fit.UNFIT
