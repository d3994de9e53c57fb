"""Figures in running text, with their places: candidates that a person completes."""

from __future__ import annotations

from attrs import evolve, frozen

from claimcheck.errors import FigureSyntaxError, InvalidFigureError
from claimcheck.parsing.amounts import read_amount
from claimcheck.parsing.dates import read_time
from claimcheck.parsing.identifiers import BREAK, is_labelled, masked
from claimcheck.parsing.languages import load_language
from claimcheck.parsing.phrases import read_said
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.said import Said
from claimcheck.parsing.tokens import Token, clean, tokenize
from claimcheck.parsing.unit_reading import read_currency
from claimcheck.parsing.units import lookup_unit
from claimcheck.values.figure import Figure, FigureKind

_YEAR_DIGITS = 4
_SHORT = 3
_STARTS = ("hedge", "at_least", "over", "at_most", "under", "between", "from", "increment")
_SIGNS = "~<>≤≥±"
_BRACKETS = "()[]"
_ERAS = frozenset({"ce", "ad", "bc", "bce"})
_YEARS = frozenset({"г", "год", "года"})
_LEADS = frozenset({"in", "of", "since", "by", "until", "from", "before", "after", "during"})
_FIRST_COMMON_YEAR = "1900"
_EMPTY_WORDS = frozenset({"one", "a", "an", "half", "quarter", "about", "naught", "nought"})


@frozen
class FoundFigure:
    """A figure in running text.

    Attributes:
        start: Where it starts in the text, in characters.
        end: Where it ends.
        figure: What it says; dated events are of kind ``date``.
        text: The words from start to end.
    """

    start: int
    end: int
    figure: Figure
    text: str


def find_figures(text: str) -> list[FoundFigure]:
    r"""The figures in running text, in order and without overlap.

    Years and days are of kind ``date``. Ordinals, telephone numbers, section numbers and
    identifiers are no figures. A range is joined over a line break, never over an empty line.
    It finds candidates for a person to complete; it does not know what they are about.

    >>> [found.text for found in find_figures("Between 5 and\n10 million left in 1992, see § 3.")]
    ['Between 5 and\n10 million', '1992']
    """
    plain, kept = clean(text)
    if kept is None:
        plain = "".join(
            "\n" if letter == "\n" else read for letter, read in zip(text, plain, strict=True)
        )
    reader = _flat_reader(masked(plain))
    found: list[FoundFigure] = []
    while not reader.done:
        place = reader.place
        one = _date_at(reader) or _figure_at(reader)
        if one is None:
            reader.place = place + _width(reader, place)
            continue
        figure, first = one
        start = reader.tokens[first].start
        end = reader.tokens[reader.place - 1].end
        if kept is not None:
            start, end = kept[start], kept[end - 1] + 1
        found.append(FoundFigure(start, end, evolve(figure, text=text[start:end]), text[start:end]))
    return found


def _width(reader: Reader, place: int) -> int:
    """How many tokens to pass over: "3-2" and "over the past" are passed over whole."""
    said = reader.cue_at(place, ("exact",))[1]
    if said > 1:
        return said
    kinds = [token.kind for token in reader.tokens[place : place + 3]]
    dashed = kinds == ["n", "s", "n"] and reader.tokens[place + 1].low in {"-", "–"}
    reader.place = place
    return 3 if dashed and reader.adjoins(1) and reader.adjoins(2) else 1


def _flat_reader(plain: str) -> Reader:
    """A reader to which brackets are signs, so that no bracket hides what stands in it."""
    language = load_language("en")
    flat = plain.translate({ord(letter): BREAK for letter in _BRACKETS})
    reader = Reader(flat, tokenize(flat, language), language, decimal=None, unit=None)
    reader.running = True
    return reader


def _date_at(reader: Reader) -> tuple[Figure, int] | None:
    token, language = reader.peek(), reader.language
    opens = (
        (token.kind == "n" and (len(token.low) <= _YEAR_DIGITS or "." in token.low))
        or token.low in language.months
        or token.low in language.seasons
        or token.low
        in {"early", "mid", "late", "before", "since", "until", "fy", "between", "from"}
        or (token.low == "up" and reader.peek(1).low == "until")
    )
    if not opens or is_labelled(reader) or _continues(reader):
        return None
    first = reader.place
    span = read_time(reader, plain_years=_is_year(reader))
    if span is None or _scaled(reader):
        reader.place = first
        return None
    return Figure.dated(span.first, span.last), first


def _is_year(reader: Reader) -> bool:  # noqa: PLR0911 - one return a sign
    """Whether the next number is a year and no quantity: four digits and no noun behind."""
    ahead = 0
    while reader.peek(ahead).kind == "w" and ahead < 2:  # noqa: PLR2004
        ahead += 1
    token = reader.peek(ahead)
    if token.kind != "n" or not token.low.isdigit():
        return False
    if any(reader.peek(ahead + step).low in _ERAS for step in (1, 3)):
        return True
    if len(token.low) != _YEAR_DIGITS or not "1000" <= token.low <= "2100":
        return False
    before = reader.peek(ahead - 1) if reader.place + ahead else None
    if before is not None and before.kind == "s" and before.low in "$€£¥<>≤≥~±":
        return False
    after = reader.peek(ahead + 1)
    if after.kind == "s" and after.low in "%°€":
        return False
    if _counts_things(reader, ahead):
        return False
    if after.low in reader.language.mark("stops") or after.low in _YEARS:
        return True
    return after.kind != "w" or lookup_unit(reader.text[after.start : after.end]) is None


def _counts_things(reader: Reader, ahead: int) -> bool:
    """Whether a number of four digits is a count: "1500 protesters", not "the 1992 games"."""
    noun, before = reader.peek(ahead + 1), reader.peek(ahead - 1)
    plural = noun.kind == "w" and len(noun.low) > _SHORT and noun.low.endswith("s")
    led = reader.place + ahead > 0 and (before.low == "the" or before.low in _LEADS)
    return plural and not led and reader.peek(ahead).low < _FIRST_COMMON_YEAR


def _continues(reader: Reader) -> bool:
    before = reader.peek(-1) if reader.place else None
    return before is not None and before.kind == "s" and before.low in "$€£¥/"


def _scaled(reader: Reader) -> bool:
    return reader.peek().kind == "w" and reader.peek().low in reader.language.scales


def _figure_at(reader: Reader) -> tuple[Figure, int] | None:
    first = reader.place
    if not _may_start(reader) or is_labelled(reader):
        return None
    try:
        said = read_said(reader)
        if said is None or "ordinal" in said.notes or _mere_word(reader, said, first):
            return None
        if _goes_on(reader, first):
            return None
        _count(reader, said)
        figure = said.figure("", unit=said.unit, annotations=tuple(said.notes))
    except (FigureSyntaxError, InvalidFigureError, OverflowError):
        return None
    ranged = figure.kind is FigureKind.RANGE
    if ranged and figure.is_point:
        return None
    return figure, first + (not ranged and reader.tokens[first].low in {"from", "between"})


def _goes_on(reader: Reader, first: int) -> bool:
    """Whether what was read is the beginning of something else: "3D", "15 May", "5 pm"."""
    after, language = reader.peek(), reader.language
    if after.kind == "w" and reader.adjoins():
        return True
    words = reader.tokens[first : reader.place]
    if after.kind == "n" and all(token.low in language.orders for token in words):
        return True
    return after.low in language.months or after.low in {"am", "pm"} or after.low in _ERAS


def _may_start(reader: Reader) -> bool:
    token, language = reader.peek(), reader.language
    if token.kind in "nf":
        return True
    if token.kind == "s":
        money = _money(reader)
        return money or (token.low in _SIGNS and reader.peek(1).kind in "ns") or (
            token.low in "-–" and reader.peek(1).kind == "n" and not reader.adjoins()
            and reader.adjoins(1)
        )  # fmt: skip
    if token.low in language.mark("article"):
        return reader.peek(1).low in language.scales or reader.peek(1).low in language.fractions
    return (
        language.is_number_word(token.low)
        or token.low in language.orders
        or token.low in language.fractions
        or bool(reader.cue_at(reader.place, _STARTS)[1])
        or _money(reader)
    )


def _money(reader: Reader) -> bool:
    start = reader.place
    found = read_currency(reader)
    reader.place = start
    return found is not None


def _mere_word(reader: Reader, said: Said, first: int) -> bool:
    """Whether all that was read is a word that is seldom a number: "one", "a", "second"."""
    words = reader.tokens[first : reader.place]
    if any(token.kind in "nf" for token in words):
        return False
    small = said.best is not None and abs(said.best) <= 1 and said.unit is None
    return small and all(token.low in _EMPTY_WORDS for token in words)


def _count(reader: Reader, said: Said) -> None:
    """The noun that is counted, where it is a unit that is known or a plain plural."""
    if said.unit is not None:
        return
    if reader.peek().low == "of" and lookup_unit(_word(reader.peek(1), reader)) is not None:
        reader.place += 1
    token = reader.peek()
    if token.kind != "w" or token.low in reader.language.mark("stops"):
        return
    unit = lookup_unit(_word(token, reader))
    plural = len(token.low) > _SHORT and token.low.endswith("s") and not token.low.endswith("ss")
    if unit is None and (not plural or _new_cue(reader)):
        return
    said.unit = unit.name if unit else _word(token, reader)
    reader.place += 1


def _new_cue(reader: Reader) -> bool:
    start = reader.place
    cue = bool(reader.cue_at(start, (*_STARTS, "to", "or", "exact"))[1])
    number = read_amount(reader) is not None
    reader.place = start
    return cue or number


def _word(token: Token, reader: Reader) -> str:
    return reader.text[token.start : token.end]
