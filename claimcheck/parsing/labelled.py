"""Figures behind a label: "Population: 5 million", "Deaths (in thousands): 12", "n = 50"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.parsing.amounts import read_amount
from claimcheck.parsing.asides import Fit, inner_reader
from claimcheck.parsing.names import name_length
from claimcheck.parsing.phrases import read_said
from claimcheck.parsing.qualifiers import hedge, is_estimate, take_words
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.remarks import find_time
from claimcheck.parsing.said import Said
from claimcheck.parsing.shared_scales import multiply, take_scale, take_unit
from claimcheck.parsing.spans import year_of
from claimcheck.parsing.units import lookup_unit

_LONGEST_LABEL = 8
_SHORTEST_WORD = 2
_YEAR_DIGITS, _FIRST_YEAR, _LAST_YEAR = 4, 1000, 2100
_SIGNS = frozenset({":", "="})
_PARTED = re.compile(r",(?!\d)|\bin\b", re.IGNORECASE)
_BOUNDS = ("at_least", "over", "at_most", "under")
_COMPARING = frozenset("<>≤≥~")
_IN_LABELS = frozenset(",.%€$£¥°/&'")


def read_labelled(reader: Reader) -> Said | None:
    """The figure that comes next, behind a label or without one; None if there is none.

    Raises:
        FigureSyntaxError: If the label scales or bounds, and what it says does not go with the
            figure.
    """
    start = reader.place
    said = read_said(reader)
    if said is not None:
        return said if reader.peek().low != ":" else _behind_year(reader, said) or said
    for last in _ends(reader):
        reader.place = start + last
        reader.place += reader.peek().low in _SIGNS or _is_dash(reader)
        said = read_said(reader)
        if said is not None:
            _act(reader, said, start, start + last)
        return said
    return None


def _ends(reader: Reader) -> Iterator[int]:
    """How many tokens the label takes that comes next, up to its sign; nothing if there is none."""
    ahead = 0
    while ahead <= _LONGEST_LABEL:
        if ahead and _is_end(reader, ahead):
            yield ahead
            return
        token = reader.peek(ahead)
        plain = token.kind in "wbp" or token.low in _IN_LABELS or _is_joined_hyphen(reader, ahead)
        length = name_length(reader, ahead) or int(plain or _is_closing_year(reader, ahead))
        if not length or token.kind == "e":
            return
        ahead += length


def _is_end(reader: Reader, ahead: int) -> bool:
    """Whether a label ends here: at a sign, or at a bracket that says what its number is of."""
    low, before, after = reader.peek(ahead).low, reader.peek(ahead - 1), reader.peek(ahead + 1)
    if low in _SIGNS or _is_dash(reader, ahead):
        return True
    if low in _COMPARING:
        return ahead == 1 and before.kind == "w" and after.kind in "nfs"
    return before.kind == "b" and ahead > 1 and reader.peek(ahead).kind == "n"


def _is_dash(reader: Reader, ahead: int = 0) -> bool:
    """Whether a dash between spaces stands *ahead*, before a number or a word."""
    spaced = not reader.adjoins(ahead) and not reader.adjoins(ahead + 1)
    return reader.peek(ahead).low in {"-", "–"} and spaced and reader.peek(ahead + 1).kind in "nsw"


def _is_joined_hyphen(reader: Reader, ahead: int) -> bool:
    return reader.peek(ahead).low == "-" and reader.adjoins(ahead) and reader.adjoins(ahead + 1)


def _is_closing_year(reader: Reader, ahead: int) -> bool:
    """Whether a year stands *ahead*, at the end of a label: "Population in 2011:"."""
    low = reader.peek(ahead).low
    year = low.isdigit() and len(low) == _YEAR_DIGITS and _FIRST_YEAR <= int(low) <= _LAST_YEAR
    return year and ahead != 0 and reader.peek(ahead + 1).low == ":"


def _behind_year(reader: Reader, year: Said) -> Said | None:
    """The figure behind a label that ends in a year: "Population 2011: 1,234"; None if none is."""
    if year.unit or year.hedged or year.best is None:
        return None
    led = reader.place > 1 and reader.peek(1).kind == "n" and _is_closing_year(reader, -1)
    span = year_of(int(reader.peek(-1).low)) if led else None
    if span is None:
        return None
    reader.place += 1
    said = read_said(reader)
    if said is not None:
        said.time = said.time or span
    return said


def _act(reader: Reader, said: Said, first: int, last: int) -> None:
    """Let a label, up to token *last*, bound, hedge, scale or date the figure behind it."""
    label = inner_reader(reader, reader.written(first, last))
    if label is None:
        return
    fit = take_words(label, said)
    if fit is Fit.OTHER and reader.cue_at(first, _BOUNDS)[1] > 1:
        fit = Fit.UNFIT  # "at least Population: 5"
    if fit is Fit.OTHER:
        fit = _scale(reader, said, first, last)
        pieces = _take_pieces(reader, said, first, last)
        fit = pieces if fit is Fit.OTHER else fit
    if fit is Fit.UNFIT:
        reader.fail("the label does not go with the figure behind it", "write both as one phrase",
                    first=first)  # fmt: skip
    if any(is_estimate(reader, low) for low in reader.lows[first:last]):
        hedge(said)


def _take_pieces(reader: Reader, said: Said, first: int, last: int) -> Fit:
    """Let brackets of a label, or what stands behind a comma or "in", give a unit and a time.

    A bracket that parts label and number with no sign has to say something of the number.
    """
    taken = False
    for place in range(first, last):
        token = reader.tokens[place]
        piece = ""
        if token.kind == "b":
            piece = reader.text[token.start + 1 : token.end - 1]
        elif place == first and token.low == "%":
            piece = token.low
        elif place > first and token.low in _rates(reader):
            piece = reader.written(place, last)
        elif place + 1 < last and (token.low == "," or token.low in reader.language.mark("in")):
            piece = reader.written(place + 1, last)
        for text in _pieces_of(piece):
            inner = inner_reader(reader, text)
            if inner is not None:
                taken = take_unit(inner, said) is Fit.TAKEN or _take_time(inner, said) or taken
    signed = reader.tokens[last].kind == "s"
    return Fit.TAKEN if taken or signed else Fit.UNFIT


def _rates(reader: Reader) -> frozenset[str]:
    """The words that say of what a rate is, without those that are articles as well."""
    return reader.language.mark("per") - reader.language.mark("article")


def _take_time(inner: Reader, said: Said) -> bool:
    """Whether a text is a time, which *said* takes unless it has one."""
    inner.place = 0
    found = find_time(inner)
    if found is None or any(lookup_unit(word) for word in found[1]):
        return False
    said.time = said.time or found[0]
    return True


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
    if bracket and _hides_scale(reader, reader.lows[last - 1]):
        return Fit.UNFIT
    place = next((place for place in range(first, last) if _names_scale(reader, place)), None)
    if place is None:
        return Fit.OTHER
    inner = _scale_alone(reader, place, first, last - bracket)
    taken = Fit.OTHER if fresh is None or inner is None else take_scale(fresh, inner, said)
    return Fit.TAKEN if taken is Fit.TAKEN and not _scaled(reader, last) else Fit.UNFIT


def _scale_alone(reader: Reader, place: int, first: int, last: int) -> Reader | None:
    """A reader for the scale at *place* that stands behind "in" or a comma; None if none does."""
    before = place - 1
    money = before > first and reader.tokens[before].kind == "s" and reader.lows[before] != ","
    before -= money
    if before < first:
        return None
    if reader.lows[before] in reader.language.mark("in"):
        return inner_reader(reader, reader.written(before, last))
    parted = reader.lows[before] == ","
    return inner_reader(reader, f"in {reader.written(before + 1, last)}") if parted else None


def _scales_in(bracket: str) -> tuple[str, ...]:
    """What a bracket may say in full: "(1,000s)" is short for "in 1,000s"."""
    pieces = _pieces_of(bracket)
    return bracket, f"in {bracket}", *pieces[:1], *(f"in {piece}" for piece in pieces[1:])


def _pieces_of(text: str) -> list[str]:
    """What commas and "in" part: "$ in millions", "USD, thousands"."""
    return [piece.strip() for piece in _PARTED.split(text) if piece.strip()]


def _hides_scale(reader: Reader, bracket: str) -> bool:
    """Whether a scale stands in a bracket that was not read."""
    inner = inner_reader(reader, bracket)
    return inner is not None and any(
        _names_scale(inner, place) for place in range(len(inner.tokens))
    )


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
    named = len(low) > _SHORTEST_WORD and (low in language.scales or low in language.orders)
    return named and not (place and reader.lows[place - 1] in language.mark("per"))


def _scaled(reader: Reader, last: int) -> bool:
    """Whether the figure behind the sign at *last* has a scale of its own."""
    return any(_names_scale(reader, place) for place in range(last + 1, reader.place))
