"""Number words, alone and mixed with digits, into exact numbers."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.parsing.articles import counts_after_article, is_one
from claimcheck.parsing.fractions import (
    read_added_part,
    read_half,
    read_part,
    read_point,
    read_with,
)
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.scales import scale_at
from claimcheck.parsing.sums import HUNDRED, Spoken, Sum, gap_of, plus

_GROSS = 144
_THOUSAND, _THOUSAND_DIGITS, _MILLION = 1000, 3, 1_000_000
_LONGEST_HUNDREDS = 6


def read_spoken(reader: Reader, first: Decimal | None = None) -> Spoken | None:
    """The number that the next tokens say; None, and nothing taken, if they say none.

    Args:
        reader: Where to read.
        first: A number in digits that was read already and that words may go on from.
    """
    state = Sum()
    start = reader.place
    if first is not None:
        state.group, state.started, state.gap = first, True, gap_of(reader, first)
    else:
        article = reader.peek().low in reader.language.mark("article")
        halved = reader.peek(1).low in reader.language.mark("half")
        if article and (halved or not counts_after_article(reader)):
            if not is_one(reader):
                return None
            article = False
        reader.place += article
    while not state.ordinal and _step(reader, state):
        state.started = True
    if not state.started:
        reader.place = start
        return None
    return state.spoken()


def _step(reader: Reader, state: Sum) -> bool:  # noqa: C901, PLR0911 - one return a kind of word
    token, language = reader.peek(), reader.language
    if token.kind == "w":
        low = token.low
        if low not in language.parts and len(low) > 1:
            return False
        if state.started and (low in language.mark("half") or _is_half_of_one(reader)):
            return read_half(reader, state)
        if low in language.fractions and read_part(reader, state):
            return True
        if low in language.numbers and _number_word(reader, state):
            return True
        if low in language.ordinals and _ordinal(reader, state, language.ordinals[low]):
            return True
        if low in language.mark("point") and read_point(reader, state):
            return True
        if low in language.mark("and"):
            return _joined(reader, state, hyphen=False)
        if low in language.mark("with"):
            return read_with(reader, state)
        return _scale(reader, state)
    if token.kind == "s" and token.low == "-":
        return _joined(reader, state, hyphen=True)
    if token.kind == "s" and token.low == "," and state.words:
        return _after_comma(reader, state)
    if token.kind == "n" and state.started and state.group is None:
        return _digits_after_scale(reader, state)
    return False


def _is_half_of_one(reader: Reader) -> bool:
    """Whether a half with its article comes next, which some languages add without an "and"."""
    language, article = reader.language, reader.peek().low
    half = language.fractions.get(reader.peek(1).low) == 2
    if half and article in language.mark("article") and article in language.numbers:
        reader.place += 1
        return True
    return False


def _number_word(reader: Reader, state: Sum) -> bool:
    if _compound_denominator(reader, state):
        return True
    if not _number(reader, state, reader.language.numbers[reader.peek().low]):
        return False
    reader.place += 1
    return True


def _compound_denominator(reader: Reader, state: Sum) -> bool:
    """The part in "two twenty-fifths": tens, a hyphen and an ordinal behind a number."""
    language = reader.language
    tens, unit = language.numbers[reader.peek().low], reader.peek(2).low
    if state.words != 1 or state.group is None or reader.peek(1).low != "-" or state.scales:
        return False
    one = language.fractions.get(unit) or language.ordinals.get(unit.removesuffix("s"))
    if one is None or not 1 <= one < 10 <= tens or tens % 10 or reader.peek(-1).low == "-":
        return False
    state.group, state.fraction, state.gap = state.group / (tens + one), True, Decimal(0)
    state.words += 1
    reader.place += 3
    return True


def _number(
    reader: Reader, state: Sum, value: Decimal, *, by_and: bool = False, hyphen: bool = False
) -> bool:
    if state.fraction or (state.started and value % 1):
        return False
    if state.group is None:
        if state.last is not None and value >= state.last:
            return False
        state.group = value
    elif reader.language.vigesimal and value == 20 and state.added == 4:
        state.group += 76
        state.scales, state.gap, state.added = (), Decimal(20), Decimal(80)
        return True
    elif value < state.gap and not (by_and and _no_and(reader, state)):
        state.group += value
    elif by_and and reader.language.units_first and 0 < state.added < 10 and value >= 20:
        state.group += value
        value = Decimal(1)
    elif not by_and and _is_pair(reader, state, value, hyphen=hyphen):
        state.group = state.group * HUNDRED + value
    else:
        return False
    state.added, state.gap, state.scales = value, gap_of(reader, value), ()
    state.words += 1
    return True


def _no_and(reader: Reader, state: Sum) -> bool:
    """Whether the language puts no "and" here: "twenty and one" are two numbers in English."""
    return state.gap < HUNDRED and not reader.language.and_after_tens


def _is_pair(reader: Reader, state: Sum, value: Decimal, *, hyphen: bool) -> bool:
    """Whether two numbers side by side are read as one: "nineteen ninety", "one twenty"."""
    alone = state.total == 0 and state.words == 1 and state.group is not None
    group = state.group or 0
    if hyphen and not 13 <= group <= 19:
        return False
    short = 1 <= group <= 20 and 10 <= value < HUNDRED
    return reader.language.paired and alone and short


def _scale(reader: Reader, state: Sum) -> bool:
    if not state.started and (
        reader.peek().low in reader.language.orders or _leads_approximation(reader)
    ):
        return False
    found = scale_at(reader, after_digits=state.started and state.words == 0)
    if found is None:
        return False
    scale, length = found
    if scale < HUNDRED or scale == _GROSS:
        return _multiple(reader, state, scale, length)
    if scale == HUNDRED:
        if state.fraction:
            state.fraction = False
        elif state.group is not None and state.words and state.group >= HUNDRED:
            return False
        state.group = scale * (1 if state.group is None else state.group)
        state.gap, state.scales = scale, (scale,)
        state.added = Decimal(0)
    elif not _big_scale(state, scale, alone=reader.language.code != "en"):
        return False
    collective = reader.peek().low in reader.language.mark("collective")
    state.words += 1
    reader.place += length
    if collective and reader.peek().low in reader.language.mark("of") and (
        reader.language.scales.get(reader.peek(1).low, 0) > scale
    ):  # fmt: skip
        reader.place += 1  # "une centaine de milliers"
    return True


def _leads_approximation(reader: Reader) -> bool:
    """Whether a scale in another case stands before its number: "тысяч пять", about 5,000."""
    language = reader.language
    inflected = language.hyphens_part and reader.peek().low not in language.leading_scales
    return inflected and reader.peek(1).low in language.numbers


def _multiple(reader: Reader, state: Sum, scale: Decimal, length: int) -> bool:
    bare = state.group is None and reader.place > 0
    article = bare and reader.peek(-1).low in reader.language.mark("article")
    if state.group is None and not article and scale != 12 and not _leads_scale(reader, length):
        return False
    state.group = scale * (1 if state.group is None else state.group)
    state.fraction, state.scales, state.gap = False, (scale,), Decimal(0)
    reader.place += length
    of = reader.peek().low in reader.language.mark("of")
    if of and reader.peek(1).low in reader.language.scales:
        reader.place += 1
    return True


def _leads_scale(reader: Reader, ahead: int) -> bool:
    """Whether a scale stands *ahead*, behind an "of" or none: "couple of dozen"."""
    ahead += reader.peek(ahead).low in reader.language.mark("of")
    return reader.language.scales.get(reader.peek(ahead).low, 0) > 2


def _big_scale(state: Sum, scale: Decimal, *, alone: bool) -> bool:
    """Take a scale from a thousand on, which in most languages may stand *alone* for its one."""
    group = state.group
    if state.last is not None and scale >= state.last:
        doubled = group is None and state.scales == (scale,) and scale >= _MILLION
        if state.bigs != 1 or (scale == state.last and not doubled):
            return False
        state.total = plus(state.total, group) * scale
        state.scales = (*state.scales, scale) if group is None else ()
    else:
        one = alone and scale == _THOUSAND and state.last is not None
        if group is None and state.started and not one:
            return False
        state.total = plus(state.total, scale if group is None else scale * group)
        state.scales = (*state.scales, scale)
        state.bigs += 1
    state.head = state.head or scale
    state.last, state.group, state.gap, state.fraction = scale, None, Decimal(0), False
    return True


def _after_comma(reader: Reader, state: Sum) -> bool:
    """Go on after "one thousand," where hundreds follow that are written out."""
    if state.last is None or state.group is not None or reader.running:
        return False
    ahead, language = 1, reader.language
    while ahead < _LONGEST_HUNDREDS and not _is_hundreds(reader, ahead):
        low = reader.peek(ahead).low
        if low not in language.numbers and low != "-":
            return False
        ahead += 1
    reader.place += 1
    return ahead > 1 or language.code != "en"  # "mil, novecentos"


def _is_hundreds(reader: Reader, ahead: int) -> bool:
    low, language = reader.peek(ahead).low, reader.language
    scale = language.scales.get(low) or language.numbers.get(low, Decimal(0))
    return scale >= HUNDRED and scale != _GROSS


def _joined(reader: Reader, state: Sum, *, hyphen: bool) -> bool:
    """Go on after "and" or a hyphen, if what follows is part of the same number."""
    if not state.started or reader.place == reader.kept_apart:
        return False
    if hyphen and (reader.language.hyphens_part or _parts_ends(reader, state)):
        return False
    start, before = reader.place, (state.group, state.total, state.scales)
    reader.place += 1
    if not hyphen and reader.peek().low == "-" and reader.adjoins():
        reader.place += 1
    if not hyphen and read_added_part(reader, state):
        return True
    kind = reader.peek().kind
    if kind == "w" and _joined_word(reader, state, hyphen=hyphen):
        return True
    if kind == "n" and not hyphen and _joined_digits(reader, state):
        return True
    reader.place = start
    state.group, state.total, state.scales = before
    return False


def _parts_ends(reader: Reader, state: Sum) -> bool:
    """Whether a hyphen between spaces parts two ends, and joins no "fifty - two"."""
    if reader.adjoins() or reader.adjoins(1):
        return False
    language, low = reader.language, reader.peek(1).low
    scaled = reader.peek(2).low in language.scales
    unit = 0 < language.numbers.get(low, Decimal(0)) < 10 <= state.gap and not scaled
    tens = state.group is not None and state.group < HUNDRED
    return not (low in language.fractions or (unit and tens))


def _joined_word(reader: Reader, state: Sum, *, hyphen: bool) -> bool:
    low, language = reader.peek().low, reader.language
    if hyphen and low in language.fractions and read_part(reader, state):
        return True
    value = language.numbers.get(low)
    if value is not None and _number(reader, state, value, by_and=not hyphen, hyphen=hyphen):
        reader.place += 1
        return True
    if low in language.ordinals and _ordinal(reader, state, language.ordinals[low]):
        return True
    if hyphen and low in language.mark("and"):
        return True
    if hyphen and low in language.mark("point"):
        return read_point(reader, state)
    glued = hyphen and reader.adjoins() and (state.words > 0 or state.group is not None)
    return (glued or (not hyphen and low in language.scales)) and _scale(reader, state)


def _joined_digits(reader: Reader, state: Sum) -> bool:
    """Digits after "and": "4 thousand and 21", "3 hundred and 1"."""
    if state.last is not None and state.group is None:
        return _digits_after_scale(reader, state, by_and=True)
    if reader.peek(1).low == "/" and _fraction_in_digits(reader, state):
        return True
    low = reader.peek().low
    hundreds = state.group is not None and bool(state.scales) and state.scales[-1] == HUNDRED
    if not hundreds or not low.isdigit() or int(low[:4]) >= HUNDRED:
        return False
    state.group = plus(state.group or Decimal(0), Decimal(low))
    state.scales = ()
    reader.place += 1
    return True


def _fraction_in_digits(reader: Reader, state: Sum) -> bool:
    """The part in "two and 3/4"."""
    above, below = reader.peek().low, reader.peek(2).low
    if not (above.isdigit() and below.isdigit() and 0 < int(above) < int(below)):
        return False
    if state.group is None or state.fraction or state.scales:
        return False
    state.group += Decimal(above) / Decimal(below)
    state.gap = Decimal(0)
    state.words += 1
    reader.place += 3
    return True


def _digits_after_scale(reader: Reader, state: Sum, *, by_and: bool = False) -> bool:
    """Digits that go on after a scale: "4 thousand 3 hundred", "4 thousand and 21", "5 bin 50"."""
    text = reader.peek().low
    if not text.isdigit() or len(text) > 3 or state.last is None:
        return False
    value = Decimal(text)
    if value >= state.last:
        return False
    reader.place += 1
    follows = scale_at(reader, after_digits=True)
    reader.place -= 1
    if follows is not None:
        if follows[0] >= state.last or reader.adjoins(1):
            return False
    elif not by_and and not _fills_thousand(reader, state):
        return False
    reader.place += 1
    state.group, state.gap, state.scales = value, Decimal(0), ()
    state.added = value
    return True


def _fills_thousand(reader: Reader, state: Sum) -> bool:
    """Whether digits are what goes on a thousand: "6 thousand 500", and "5 bin 50" in Turkish."""
    fill = len(reader.peek().low) == _THOUSAND_DIGITS or reader.language.digits_fill
    return state.last == _THOUSAND and fill and not reader.adjoins() and reader.peek(1).low != "/"


def _ordinal(reader: Reader, state: Sum, value: int) -> bool:
    if state.fraction or (state.group is not None and not value < max(state.gap, Decimal(1))):
        return False
    if state.started and state.group is None and (
        state.last is None or (reader.peek(1).low == "-" and reader.adjoins(1))
    ):  # fmt: skip
        return False  # "1.2 million first-language speakers"
    state.group = (state.group or Decimal(0)) + value
    state.ordinal, state.scales = True, ()
    reader.place += 1
    return True
