"""What follows a number: the noun that it counts, the time, remarks, further figures."""

from __future__ import annotations

from attrs import evolve

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing.asides import Fit, inner_reader, written_scales
from claimcheck.parsing.headings import spread_behind, statistic_behind
from claimcheck.parsing.intervals import take_spread
from claimcheck.parsing.names import name_length
from claimcheck.parsing.phrases import read_said
from claimcheck.parsing.qualifiers import (
    ends_bounded,
    hedge,
    is_estimate,
    only_qualifies,
    qualifier_ahead,
    take_words_behind,
)
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.remarks import understand
from claimcheck.parsing.said import Said
from claimcheck.parsing.scales import scale_at
from claimcheck.parsing.shared_scales import multiply, take_scale_behind
from claimcheck.parsing.tail_times import (
    part_of_year_ahead,
    refuse_lone_day,
    starts_number,
    take_time,
    time_ahead,
    years_ahead,
)
from claimcheck.parsing.terms import DOWNWARDS, PREFIXES
from claimcheck.parsing.unit_reading import ONLY_GLUED, read_unit
from claimcheck.parsing.units import lookup_unit
from claimcheck.values.figure import Figure, FigureKind

MOST_PARTS = 20
_LONGEST_NOUN = 4
_BEHIND_NOUNS = ("increment", "hedge", "after_at_least", "after_at_most", "after_hedge")
_PUNCTUATION = frozenset(",;:.!?'\"“”„«»*†‡§#-–&|▲▼△▽↑↓")


def read_tail(reader: Reader, said: Said, text: str) -> list[Figure]:
    """Read what is left of the phrase into *said*; the further figures in it are returned.

    Raises:
        FigureSyntaxError: If something is left that could change the figure.
    """
    if reader.done and not said.brackets:
        return []
    _behind(reader, said)
    _noun(reader, said)
    parts = understand(reader, said, text)
    if not _rest(reader, said) and _bare(reader, said):
        reader.fail("a second number stands here, and it is not said of what",
                    "write one figure, or a range with a dash")  # fmt: skip
    while not reader.done:
        if len(parts) > MOST_PARTS:
            reader.fail("there are too many figures in this phrase", "use find_figures")
        if take_time(reader, said) or (not parts and take_words_behind(reader, said)):
            continue
        if _remark(reader, said, last=not parts):
            continue
        parts.append(_part(reader, text))
    said.notes = [note for note in said.notes if note and not _says_nothing(reader, note)]
    return parts


def _behind(reader: Reader, said: Said) -> None:
    """What belongs to the number and would be taken for a noun."""
    refuse_lone_day(reader)
    _scale_behind(reader, said)
    if reader.peek().low in reader.language.cues:
        take_words_behind(reader, said)
    _rest(reader, said)


def _rest(reader: Reader, said: Said) -> bool:
    """Whether the rest of the phrase is an interval or a scale, which *said* has then taken."""
    start = reader.place
    if statistic_behind(reader):
        said.notes.append(reader.text[reader.tokens[start].start :].strip(" ,;"))
        return True
    return _spread(reader, said) or take_scale_behind(reader, said)


def _scale_behind(reader: Reader, said: Said) -> None:
    """The scale or the unit behind an interval in brackets: "5 (3–10) million", "5 (3–10)%"."""
    if len(said.brackets) != 1 or reader.peek(-1).kind != "b" or said.unit is not None:
        return
    found = scale_at(reader, after_digits=False)
    if found is None:
        per = reader.peek().low in reader.language.mark("per") and reader.peek(1).kind == "n"
        said.unit = read_unit(reader) if per or reader.peek().low == "%" else None
        return
    scaled = evolve(said, notes=list(said.notes), brackets=[])
    multiply(scaled, found[0])
    scales = written_scales(reader)
    reader.place += found[1]
    inner = inner_reader(reader, said.brackets[0][1:-1])
    fit = Fit.UNFIT if inner is None or len(scales) > 1 else take_spread(reader, inner, scaled)
    if fit is not Fit.TAKEN:
        reader.fail("this stands behind a bracket", "write it before the bracket")
    said.lower, said.upper, said.best = scaled.lower, scaled.upper, scaled.best
    said.kind, said.deviation, said.brackets = scaled.kind, scaled.deviation, []
    said.unit = read_unit(reader)


def _spread(reader: Reader, said: Said) -> bool:
    """Take the interval or the error that the rest of the phrase gives: ", 95% CI 3 to 7"."""
    inner = spread_behind(reader)
    fit = Fit.OTHER if inner is None else take_spread(reader, inner, said)
    if fit is Fit.UNFIT:
        reader.fail("this does not go with the figure before it",
                    "write one interval behind its value")  # fmt: skip
    if fit is Fit.TAKEN:
        reader.place = len(reader.tokens)
    return fit is Fit.TAKEN


def _says_nothing(reader: Reader, note: str) -> bool:
    """Whether a remark only leads to the next figure: "of which only", "and"."""
    small = {*reader.language.mark("stops"), *reader.language.mark("and"), "only", "just"}
    return all(word in small for word in note.casefold().split())


def _bare(reader: Reader, said: Said) -> bool:
    """Whether another number follows a bare one with no word to tell them apart."""
    token = reader.peek()
    joined = token.low in reader.language.mark("and")
    ahead = 1 if joined or (token.kind == "s" and token.low in ",;:-–/'") else 0
    if not starts_number(reader, ahead):
        return False
    if joined or (ahead and token.low in ",;"):
        return said.unit is None and not said.notes and said.time is None
    return True


def _noun(reader: Reader, said: Said) -> None:  # noqa: C901 - a noun has many neighbours
    """The noun that is counted, if no unit stands there already."""
    first = reader.place
    if reader.peek().low == "-" and reader.peek(1).kind == "w":
        _refuse_joined_part(reader, said)
        reader.place += 1
    elif reader.peek().low in reader.language.mark("of") and _counts_of(reader, said):
        reader.place += 1 + (reader.peek(1).low == "'")
    start = reader.place
    named = name_length(reader)
    words = 0
    while _is_noun(reader) and words < _LONGEST_NOUN:
        reader.place += name_length(reader) or 1
        words += 1
        if reader.peek().low in {"-", "'"} and reader.adjoins() and reader.peek(1).kind == "w" and (
            reader.adjoins(1)
        ):  # fmt: skip
            reader.place += 1
            words += 1
    if reader.place == start:
        reader.place = first
        return
    told = reader.tokens[start].low
    if len(told) > 2 and told in reader.language.scales:
        reader.fail("a second scale stands here, and it is not said of what", "write one number",
                    first=start)  # fmt: skip
    unclear = told in reader.language.months or told in reader.language.mark("unclear")
    written = reader.written(start, start + 1)
    if unclear and not named and (written.islower() or lookup_unit(written) is None):
        reader.fail("this is no plain number", "write a date with its year", first=start)
    noun = reader.written(start, reader.place)
    if start == first and reader.adjoins(start - reader.place) and not _glues(reader, start):
        reader.fail("this is no number that is known", "part number and word by a space",
                    first=start)  # fmt: skip
    if said.unit is not None:
        said.notes.append(noun)
        return
    last = reader.written(reader.place - 1, reader.place)
    unit = None if noun in ONLY_GLUED else lookup_unit(noun)
    head = lookup_unit(last) if unit is None else None
    if unit is not None:
        said.unit = unit.name
    elif head is not None and head.dimension == "people":
        said.unit = head.name
        said.notes.append(noun[: -len(last)].strip())
    else:
        said.unit = noun


def _refuse_joined_part(reader: Reader, said: Said) -> None:
    """Refuse a part of one that a hyphen joins to a word: "half-life".

    Raises:
        FigureSyntaxError: If it does.
    """
    if said.unit == "ratio" and reader.adjoins() and reader.adjoins(1):
        reader.fail("a part and a word are joined here", "leave one of them out")


def _counts_of(reader: Reader, said: Said) -> bool:
    """Whether the noun after "of" is what is counted: "millions of people", not "12 of them"."""
    if said.unit is not None:
        return False
    noun = reader.peek(2 if reader.peek(1).low == "'" else 1)
    if noun.kind != "w" or noun.low in reader.language.mark("stops"):
        return False
    worded = reader.place > 0 and reader.peek(-1).kind == "w"
    return worded or lookup_unit(reader.text[noun.start : noun.end]) is not None


def _is_noun(reader: Reader) -> bool:
    token = reader.peek()
    if token.kind != "w" or _stops(reader):
        return False
    return not (starts_number(reader, 0) or years_ahead(reader) or part_of_year_ahead(reader))


def _stops(reader: Reader) -> bool:
    low, language = reader.peek().low, reader.language
    if low in language.mark("stops") or low in language.mark("of") or low in language.mark("in"):
        return True
    return low in language.mark("and") or reader.cue_at(reader.place, _BEHIND_NOUNS)[1] > 1


def _glues(reader: Reader, place: int) -> bool:
    """Whether letters right behind digits may be a unit that no table knows ("45Js")."""
    token = reader.tokens[place]
    return 2 <= token.end - token.start <= 5 and place + 1 == len(reader.tokens)


def _remark(reader: Reader, said: Said, *, last: bool) -> bool:
    """Words, brackets and punctuation up to the next number.

    Brackets and qualifying words are of *said* only where it is the *last* figure read.
    """
    start = reader.place
    _refuse_open_sum(reader, said)
    while not reader.done and not starts_number(reader, 0):
        token = reader.peek()
        if token.kind == "b":
            reader.place += 1
            if last:
                said.brackets.append(reader.text[token.start : token.end])
                understand(reader, said, reader.text)
            continue
        if _ends_remark(reader, start, last=last):
            break
        if said.unit == "ratio" and reader.language.numbers.get(token.low) == 1:
            return reader.fail("a part of one of something stands here", "write one number")
        falling = token.low in DOWNWARDS and said.unit == "percent"
        if token.kind == "s" and (falling or token.low not in _PUNCTUATION):
            return reader.fail("expected a unit, a remark or the end here", "leave this out")
        if token.kind not in "ws":
            return reader.fail("expected a unit, a remark or the end here", "leave this out")
        reader.place += name_length(reader) or 1
    words = [token.low for token in reader.tokens[start : reader.place] if token.kind == "w"]
    if words and last and (reader.done or reader.lows[start] in reader.language.mark("against")):
        _refuse_qualifiers(reader, said, start)
    if words:
        _note(reader, said, start)
    return reader.place > start


def _refuse_qualifiers(reader: Reader, said: Said, start: int) -> None:
    """Refuse a remark at the end of the phrase that could change the figure.

    Raises:
        FigureSyntaxError: If it is nothing but such words, or ends in a bound.
    """
    if said.unit is None and _opens_range(reader, start):
        reader.fail("this opens a range that has no end", "write both ends", first=start)
    if only_qualifies(reader, start, reader.place) or ends_bounded(reader, start, reader.place):
        reader.fail("this does not go with the figure before it", "leave it out", first=start)


def _opens_range(reader: Reader, start: int) -> bool:
    """Whether a remark right behind a number says to what it goes: "25 to life", "1 zu 10"."""
    told = reader.lows[start] in reader.language.mark("against")
    return told and start > 0 and reader.tokens[start - 1].kind in "nf"


def _refuse_open_sum(reader: Reader, said: Said) -> None:
    """Refuse an "and" right behind number words that goes on with no number: "two hundred and so".

    Raises:
        FigureSyntaxError: If it does.
    """
    joined = reader.peek().low in reader.language.mark("and") and reader.peek(1).kind == "w"
    before = reader.peek(-1)
    worded = before.kind == "w" and reader.language.is_number_word(before.low)
    if joined and worded and said.unit is None and reader.place + 2 == len(reader.tokens):
        reader.fail("this number goes on with a word that is not known", "write it in digits")


def _ends_remark(reader: Reader, start: int, *, last: bool) -> bool:
    """Whether a further figure comes next or, behind some words, a time or qualifying words."""
    if _opens_figure(reader, signed=reader.place > start):
        return True
    if reader.place == start:
        return False
    timed = time_ahead(reader)
    return timed or (last and qualifier_ahead(reader))


def _note(reader: Reader, said: Said, start: int) -> None:
    text = reader.written(start, reader.place).strip(" ,;:.-–")
    low = text.casefold()
    comparing = reader.language.mark("more")
    first = low.split()[0] if low else ""
    if first in comparing:
        said.notes.append("increment" if first in {"more", "additional", "extra"} else "change")
    if said.kind is FigureKind.EXACT and is_estimate(reader, low):
        hedge(said)
    said.notes.append(text)


def _opens_figure(reader: Reader, *, signed: bool) -> bool:
    """Whether a cue or, if it may be *signed*, a sign of a further figure comes next."""
    if signed and reader.peek().low in {"$", "€", "£", "¥", "<", ">", "≤", "≥", "~", "±", "+"}:
        return starts_number(reader, 1)
    length = reader.cue_at(reader.place, PREFIXES)[1]
    return bool(length) and starts_number(reader, length)


def _part(reader: Reader, text: str) -> Figure:
    """A further figure in the phrase."""
    start = reader.place
    reader.running = True
    other = read_said(reader)
    if other is None:
        return reader.fail("expected a number or the end here", "leave this out")
    if reader.place == start:
        return reader.fail("expected the end here")
    _noun(reader, other)
    while reader.peek().kind == "b":
        other.brackets.append(reader.written(reader.place, reader.place + 1))
        reader.place += 1
    understand(reader, other, text)
    try:
        return other.figure("", unit=other.unit, annotations=tuple(other.notes))
    except (OverflowError, FigureSyntaxError):
        return reader.fail("this further figure cannot be read", first=start)
