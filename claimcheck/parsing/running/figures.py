"""One figure of running text, and what looks like one there and is none."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.errors import FigureSyntaxError, InvalidFigureError
from claimcheck.parsing.languages import Language
from claimcheck.parsing.phrases import read_said
from claimcheck.parsing.reader import END, Reader
from claimcheck.parsing.running.changes import (
    change_at,
    leads_to_end,
    leads_to_start,
    opens_change,
    shared_tail,
)
from claimcheck.parsing.running.identifiers import is_labelled
from claimcheck.parsing.running.nouns import take_noun
from claimcheck.parsing.running.spreads import share_at
from claimcheck.parsing.running.starts import BOUNDS, may_start
from claimcheck.parsing.said import Said
from claimcheck.parsing.tokens import Token
from claimcheck.parsing.unit_reading import read_unit
from claimcheck.values.figure import Figure, FigureKind

_ERAS = frozenset({"ce", "ad", "bc", "bce"})
_NAMING = frozenset({"am", "pm", "§", "kap"})
_AGO = frozenset({"ago", "earlier", "previously", "later", "prior"})
_AROUND = frozenset({"before", "after"})
_EMPTY_WORDS = frozenset({"one", "a", "an", "half", "quarter", "about", "naught", "nought"})
_DOTTED = frozenset({"de", "da", "no", "pl", "tr"})
_ARTICLES = frozenset({
    "der", "die", "das", "den", "dem", "des", "im", "am", "zum", "zur", "vom", "beim"
})  # fmt: skip
_SPREAD = frozenset({"spread", "scattered", "stretched", "extends", "extend", "dispersed"})
_LONGEST_ORDINAL = 2
_LONGEST_REST = 3
_RANKING = frozenset({"the", "a", "its", "his", "her", "their", "our", "s", "in"})
_FARTHEST = 32
_FIRST_YEAR, _LAST_YEAR = "1900", "2099"
_NEAR = 3


def running_reader(
    text: str, tokens: list[Token], language: Language, decimal: str | None
) -> Reader:
    """A reader of tokens that stand amid other text."""
    reader = Reader(text, tokens, language, decimal=decimal, unit=None)
    reader.running = True
    return reader


def figure_at(reader: Reader) -> tuple[Figure, int] | None:
    """The figure that comes next and the index of its first token; None if none does."""
    first = reader.place
    if not may_start(reader) or is_labelled(reader) or _leads_on(reader):
        return None
    reader.doubts.clear()
    reader.money = reader.commas = False
    middle = change_at(reader)
    if middle:
        return _first_of_change(reader, middle)
    first += leads_to_end(reader)
    reader.place = first
    share = share_at(reader, first + reader.cue_at(first, BOUNDS)[1])
    if share is not None:
        take_noun(reader, Said(None, None, FigureKind.EXACT))
        return share, first
    found = _read(reader, first)
    if found is None:
        return None
    opened = 0 if found.kind is FigureKind.RANGE else reader.cue_at(first, ("from", "between"))[1]
    return found, first + opened


def _leads_on(reader: Reader) -> bool:
    """Whether the next token is no part of the figure that it leads to."""
    if reader.peek().kind != "w":
        return False
    if opens_change(reader) or _compares_with_year(reader):
        return True
    if _is_place(reader):
        return True
    if reader.peek().low == "top" and reader.place and reader.peek(-1).low in _RANKING:
        return True
    return reader.peek(1).kind == "n" and leads_to_start(reader)


def _is_place(reader: Reader) -> bool:
    """Whether "over" or "above" says where or when: "spread over 5 km", "9% above the $2bn"."""
    low, after = reader.peek().low, reader.peek(1).low
    before = reader.peek(-1) if reader.place else END
    if low == "over" and (after == "the" or before.low in _SPREAD):
        return True
    measured = before.kind == "n" or before.low in {"%", "percent", "points"}
    return measured and low in {"above", "below", "under"} and after == "the"


def _compares_with_year(reader: Reader) -> bool:
    """Whether "more than" stands between a number and a year: "12% more than 2021"."""
    length = reader.cue_at(reader.place, BOUNDS)[1]
    year, after = reader.peek(length), reader.peek(length + 1)
    if not length or not year.low.isdigit() or not _FIRST_YEAR <= year.low <= _LAST_YEAR:
        return False
    before = reader.tokens[max(0, reader.place - _NEAR) : reader.place]
    counts = after.kind == "w" and after.low not in reader.language.mark("stops")
    return not counts and any(token.kind == "n" for token in before)


def _read(reader: Reader, first: int) -> Figure | None:
    try:
        said = read_said(reader)
        if said is None or "ordinal" in said.notes or _mere_word(reader, said, first):
            return None
        last = _earlier_end(reader, first)
        if last:
            return _read_within(reader, first, last)
        if _rest_follows(reader):
            _add_rest(reader, said)
        if not _drop_rate(reader, said, first) or _goes_on(reader, first):
            return None
        take_noun(reader, said)
        figure = said.figure("", unit=said.unit, annotations=tuple(said.notes))
    except (FigureSyntaxError, InvalidFigureError, OverflowError):
        return _read_half(reader, first)
    return None if figure.kind is FigureKind.RANGE and figure.is_point else figure


def _earlier_end(reader: Reader, first: int) -> int:
    """Index where a figure ends that was read too far; 0 if none was.

    The word behind it made a million of the metre in "a 5 m wave", or it is the first of two
    figures: "rose by 5% to 60%", "de 2011, casi 800.000".
    """
    if _is_metre(reader):
        return reader.place
    lows = reader.lows[first : reader.place]
    if reader.cue_at(first, ("increment", "decrement"))[1]:
        return next((place for place in _tos(reader, first) if not _bare(reader, place)), 0)
    if "," in lows and reader.cue_at(first, ("from",))[1] and not _tos(reader, first):
        return 0 if "-" in lows or "–" in lows else first + lows.index(",")
    return 0


def _tos(reader: Reader, first: int) -> list[int]:
    """Where a "to" stands in what was read."""
    within = range(first + 1, reader.place)
    return [place for place in within if reader.cue_at(place, ("to", "but"))[1]]


def _bare(reader: Reader, place: int) -> bool:
    """Whether the number before a "to" has no unit of its own."""
    return reader.tokens[place - 1].kind == "n"


def _is_metre(reader: Reader) -> bool:
    """Whether an "m" was read last that stands apart from its number, and a word follows it."""
    last, number = reader.peek(-1), reader.peek(-2)
    apart = last.low == "m" and number.kind == "n" and last.start > number.end
    return apart and reader.peek().kind == "w" and not reader.money


def _rest_follows(reader: Reader) -> bool:
    """Whether less than a thousand follows a scale, as in "2 bin 300"; English says no such."""
    digits, language = reader.peek(), reader.language
    rest = digits.kind == "n" and digits.low.isdigit() and len(digits.low) <= _LONGEST_REST
    return rest and language.code != "en" and reader.peek(-1).low in language.scales


def _add_rest(reader: Reader, said: Said) -> None:
    """Add the next token, less than a thousand, to what was said before it."""
    rest = Decimal(reader.peek().low)
    said.lower = None if said.lower is None else said.lower + rest
    said.upper = None if said.upper is None else said.upper + rest
    said.best = None if said.best is None else said.best + rest
    reader.place += 1
    said.unit = said.unit or read_unit(reader)


def _read_half(reader: Reader, first: int) -> Figure | None:
    """What stands before the "to" or the comma of two numbers that make no range."""
    furthest = min(len(reader.tokens), first + _FARTHEST)
    for place in range(first + 1, furthest):
        if reader.tokens[place].low == "," or reader.cue_at(place, ("to", "or"))[1]:
            return _read_within(reader, first, place)
    return None


def _read_within(reader: Reader, first: int, last: int) -> Figure | None:
    """The figure of the tokens from index *first* up to *last* alone, which are then taken."""
    window = running_reader(reader.text, reader.tokens[first:last], reader.language, reader.decimal)
    figure = _read(window, 0)
    reader.place = first + window.place
    reader.doubts = window.doubts
    return figure


def _first_of_change(reader: Reader, middle: int) -> tuple[Figure, int] | None:
    """The first figure in "from 5 to 7 million", which shares the tail of the second."""
    first = reader.place + 1
    figure = _read_within(reader, first, middle)
    if figure is None:
        return None
    last = reader.place
    shared = shared_tail(reader, middle)
    if shared and last == middle == first + 1:
        tokens = [*reader.tokens[first:middle], *reader.tokens[middle + 2 : middle + 2 + shared]]
        window = running_reader(reader.text, tokens, reader.language, reader.decimal)
        figure = _read(window, 0) or figure
    return figure, first


def _goes_on(reader: Reader, first: int) -> bool:
    """Whether what was read is the beginning of something else: "3D", "15 May", "5 pm"."""
    after, language = reader.peek(), reader.language
    if after.kind == "w" and reader.adjoins():
        return True
    words = reader.tokens[first : reader.place]
    if after.kind == "n" and all(token.low in language.orders for token in words):
        return True
    if _has_ending(reader):
        return True
    joined = after.low in language.mark("of") or (after.low == "." and reader.adjoins())
    if reader.peek(1 if joined else 0).low in language.months:
        return True
    return after.low in _NAMING or after.low in _ERAS or _is_dotted_ordinal(reader, first)


def _has_ending(reader: Reader) -> bool:
    """Whether a hyphen and the ending of a place in an order follow: "3-й", "2-ci"."""
    ending = reader.peek(1).low in reader.language.mark("ordinal_suffixes")
    return ending and reader.peek().low == "-" and reader.adjoins() and reader.adjoins(1)


def _is_dotted_ordinal(reader: Reader, first: int) -> bool:
    """Whether a dot makes a number a place in an order: "der 3. Platz", "2. liga"."""
    language, token = reader.language, reader.tokens[first]
    if language.code not in _DOTTED or reader.place != first + 1 or token.kind != "n":
        return False
    dot, noun = reader.peek(), reader.peek(1)
    short = len(token.low) <= _LONGEST_ORDINAL
    if not (short and dot.low == "." and reader.adjoins() and noun.kind == "w"):
        return False
    led = first > 0 and reader.tokens[first - 1].low in _ARTICLES
    return led or reader.text[noun.start].islower()


def _mere_word(reader: Reader, said: Said, first: int) -> bool:
    """Whether all that was read is a word that is seldom a number: "one", "a", "second"."""
    words, language = reader.tokens[first : reader.place], reader.language
    if any(token.kind in "nf" for token in words):
        return False
    if language.code != "en" and all(_is_article(token.low, language) for token in words[:1]):
        return len(words) == 1 or said.unit not in {None, "ratio"}
    small = said.best is not None and abs(said.best) <= 1 and said.unit is None
    return small and all(token.low in _EMPTY_WORDS for token in words)


def _is_article(word: str, language: Language) -> bool:
    """Whether a word is an article as often as a number: "ein", "une"; or a half alone."""
    one = language.numbers.get(word) in {0, 1}
    return one or word in language.mark("article") or word in language.fractions


def _drop_rate(reader: Reader, said: Said, first: int) -> bool:
    """Give back the "a year" of "$3bn a year ago", which is no rate; False if nothing is left."""
    last = reader.place - 2
    after = reader.peek().low
    ago = after in _AGO or (after in _AROUND and reader.peek(1).low not in {"tax", "taxes"})
    if last < first or not ago or reader.tokens[last].low not in reader.language.mark("article"):
        return True
    window = running_reader(reader.text, reader.tokens[first:last], reader.language, reader.decimal)
    again = read_said(window)
    if again is not None and window.done:
        reader.place, said.unit = last, again.unit
    return again is not None
