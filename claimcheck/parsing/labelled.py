"""Figures behind a label: "Population: 5 million", "Deaths (in thousands): 12", "n = 50"."""

from __future__ import annotations

from claimcheck.parsing.amounts import read_amount
from claimcheck.parsing.asides import Fit, inner_reader
from claimcheck.parsing.phrases import read_said
from claimcheck.parsing.qualifiers import hedge, is_estimate, take_words
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.said import Said
from claimcheck.parsing.shared_scales import multiply, take_scale

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
        if _is_sign(reader, ahead) and all(reader.peek(k).kind in "wb" for k in range(ahead)):
            reader.place += ahead + 1
            said = read_said(reader)
            if said is not None:
                _act(reader, said, start, start + ahead)
            return said
    return None


def _is_sign(reader: Reader, ahead: int) -> bool:
    """Whether a label ends here: at a colon, an equals sign, or a dash between spaces."""
    low = reader.peek(ahead).low
    spaced = not reader.adjoins(ahead) and not reader.adjoins(ahead + 1)
    return low in _SIGNS or (low in {"-", "–"} and spaced and reader.peek(ahead + 1).kind in "nsw")


def _act(reader: Reader, said: Said, first: int, last: int) -> None:
    """Let a label, up to token *last*, bound, hedge or scale the figure behind it."""
    label = inner_reader(reader, reader.written(first, last))
    if label is None:
        return
    fit = take_words(label, said)
    if fit is Fit.OTHER:
        fit = _scale(reader, said, first, last)
    if fit is Fit.UNFIT:
        reader.fail("the label does not go with the figure behind it", "write both as one phrase",
                    first=first)  # fmt: skip
    if any(is_estimate(reader, low) for low in reader.lows[first:last]):
        hedge(said)


def _scale(reader: Reader, said: Said, first: int, last: int) -> Fit:
    """Let a scale in a label act, in brackets or behind "in"; refuse one that stands otherwise."""
    fresh = inner_reader(reader, "")
    bracket = reader.tokens[last - 1].kind == "b"
    for content in _scales_in(reader.lows[last - 1]) if bracket else ():
        inner = inner_reader(reader, content)
        if fresh is not None and inner is not None:
            fit = take_scale(fresh, inner, said)
            fit = _take_money(inner, said) if fit is Fit.OTHER else fit
            if fit is not Fit.OTHER:
                return Fit.UNFIT if _scaled(reader, last) else fit
    place = next((place for place in range(first, last) if _names_scale(reader, place)), None)
    if place is None:
        return Fit.OTHER
    marked = place > first and reader.lows[place - 1] in reader.language.mark("in")
    inner = inner_reader(reader, reader.written(place - 1, last)) if marked else None
    taken = Fit.OTHER if fresh is None or inner is None else take_scale(fresh, inner, said)
    return Fit.TAKEN if taken is Fit.TAKEN and not _scaled(reader, last) else Fit.UNFIT


def _scales_in(bracket: str) -> tuple[str, ...]:
    """What a bracket may say in full: "(1,000s)" is short for "in 1,000s"."""
    return bracket, f"in {bracket}", bracket.split(",", maxsplit=1)[0]


def _take_money(inner: Reader, said: Said) -> Fit:
    """Multiply by a scale that is written in one with its currency: "(T€)", "(in MSEK)"."""
    inner.place = int(inner.peek().low in inner.language.mark("in"))
    if inner.done:
        return Fit.OTHER
    one = inner_reader(inner, f"1 {inner.written(inner.place, len(inner.tokens))}")
    amount = None if one is None else read_amount(one)
    if one is None or amount is None or not one.done or amount.low <= 1 or amount.unit is None:
        return Fit.OTHER
    if said.unit not in {None, amount.unit}:
        return Fit.UNFIT
    multiply(said, amount.low)
    said.unit = amount.unit
    return Fit.TAKEN


def _names_scale(reader: Reader, place: int) -> bool:
    low, language = reader.lows[place], reader.language
    return len(low) > _SHORTEST_WORD and (low in language.scales or low in language.orders)


def _scaled(reader: Reader, last: int) -> bool:
    """Whether the figure behind the sign at *last* has a scale of its own."""
    return any(_names_scale(reader, place) for place in range(last + 1, reader.place))
