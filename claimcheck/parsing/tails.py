"""What follows a number: the noun that it counts, the time, remarks, further figures."""

from __future__ import annotations

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing.dates import read_time
from claimcheck.parsing.phrases import read_said
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.remarks import understand
from claimcheck.parsing.said import Said
from claimcheck.parsing.terms import PREFIXES
from claimcheck.parsing.units import lookup_unit
from claimcheck.values.figure import Figure, FigureKind

MOST_PARTS = 20
_LONGEST_NOUN = 4
_PUNCTUATION = frozenset(",;:.!?'\"“”„«»*†‡§#-–&|")
_TIME_WORDS = frozenset({"in", "since", "as", "by", "until", "during", "before", "after", "on"})


def read_tail(reader: Reader, said: Said, text: str) -> list[Figure]:
    """Read what is left of the phrase into *said*; the further figures in it are returned.

    Raises:
        FigureSyntaxError: If something is left that could change the figure.
    """
    if reader.done and not said.brackets:
        return []
    _noun(reader, said)
    parts = understand(reader, said, text)
    if _bare(reader, said):
        reader.fail("a second number stands here, and it is not said of what",
                    "write one figure, or a range with a dash")  # fmt: skip
    while not reader.done:
        if len(parts) > MOST_PARTS:
            reader.fail("there are too many figures in this phrase", "use find_figures")
        if _time(reader, said) or _remark(reader, said):
            continue
        parts.append(_part(reader, text))
    said.notes = [note for note in said.notes if note and not _says_nothing(reader, note)]
    return parts


def _says_nothing(reader: Reader, note: str) -> bool:
    """Whether a remark only leads to the next figure: "of which only", "and"."""
    small = {*reader.language.mark("stops"), *reader.language.mark("and"), "only", "just"}
    return all(word in small for word in note.casefold().split())


def _bare(reader: Reader, said: Said) -> bool:
    """Whether another number follows a bare one with no word to tell them apart."""
    token = reader.peek()
    joined = token.low in reader.language.mark("and")
    ahead = 1 if joined or (token.kind == "s" and token.low in ",;:-–/'") else 0
    if not _starts_number(reader, ahead):
        return False
    if joined or (ahead and token.low in ",;"):
        return said.unit is None and not said.notes and said.time is None
    return True


def _noun(reader: Reader, said: Said) -> None:  # noqa: C901 - a noun has many neighbours
    """The noun that is counted, if no unit stands there already."""
    first = reader.place
    if reader.peek().low == "-" and reader.peek(1).kind == "w":
        reader.place += 1
    elif reader.peek().low in reader.language.mark("of") and _counts_of(reader, said):
        reader.place += 1 + (reader.peek(1).low == "'")
    start = reader.place
    while _is_noun(reader) and reader.place - start < _LONGEST_NOUN:
        reader.place += 1
        if reader.peek().low in {"-", "'"} and reader.adjoins() and reader.peek(1).kind == "w" and (
            reader.adjoins(1)
        ):  # fmt: skip
            reader.place += 1
    if reader.place == start:
        reader.place = first
        return
    told = reader.tokens[start].low
    if told in reader.language.months or told in reader.language.mark("unclear"):
        reader.fail("this is no plain number", "write a date with its year", first=start)
    noun = reader.written(start, reader.place)
    if start == first and reader.adjoins(start - reader.place) and not _glues(reader, start):
        reader.fail("this is no number that is known", "part number and word by a space",
                    first=start)  # fmt: skip
    if said.unit is not None:
        said.notes.append(noun)
        return
    last = reader.written(reader.place - 1, reader.place)
    unit = lookup_unit(noun)
    head = lookup_unit(last) if unit is None else None
    if unit is not None:
        said.unit = unit.name
    elif head is not None and head.dimension == "people":
        said.unit = head.name
        said.notes.append(noun[: -len(last)].strip())
    else:
        said.unit = noun


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
    return not _starts_number(reader, 0)


def _stops(reader: Reader) -> bool:
    low, language = reader.peek().low, reader.language
    if low in language.mark("stops") or low in language.mark("of") or low in language.mark("in"):
        return True
    return low in language.mark("and") or reader.cue_at(reader.place, ("increment", "hedge"))[1] > 1


def _glues(reader: Reader, place: int) -> bool:
    """Whether letters right behind digits may be a unit that no table knows ("45Js")."""
    token = reader.tokens[place]
    return 2 <= token.end - token.start <= 5 and place + 1 == len(reader.tokens)  # noqa: PLR2004


def _starts_number(reader: Reader, ahead: int) -> bool:
    token, language = reader.peek(ahead), reader.language
    if token.kind in "nf":
        return True
    if token.kind != "w" or token.low in language.mark("article"):
        return False
    value = language.numbers.get(token.low)
    if value is not None:
        return value != 1
    if token.low in language.orders:
        return True
    return token.low in language.scales and len(token.low) > 3  # noqa: PLR2004


def _time(reader: Reader, said: Said) -> bool:
    """A time behind the figure: "in 2010", "as of May 2019", ", 2010"."""
    start = reader.place
    reader.sign(",;–-")
    preposition = reader.peek().low in _TIME_WORDS or reader.peek().low in reader.language.mark(
        "in"
    )
    if reader.peek().low == "as" or (
        preposition and reader.peek().low not in {"since", "until", "before", "after", "by"}
    ):
        reader.place += 2 if reader.peek().low == "as" else 1
    if reader.peek().low in {"the", "year"}:
        reader.place += 1
    token = reader.peek()
    year = token.kind == "n" and token.low.isdigit() and len(token.low) == 4 and (  # noqa: PLR2004
        "1000" <= token.low <= "2100"
    )  # fmt: skip
    span = read_time(reader, plain_years=preposition and (year or token.kind == "w"))
    if span is None or _starts_number(reader, 0):
        reader.place = start
        return False
    if said.time is None:
        said.time = span
    else:
        said.notes.append(span.edtf)
    return True


def _remark(reader: Reader, said: Said) -> bool:
    """Words, brackets and punctuation up to the next number."""
    start = reader.place
    while not reader.done and not _starts_number(reader, 0):
        token = reader.peek()
        if token.kind == "b":
            said.brackets.append(reader.text[token.start : token.end])
            reader.place += 1
            said.notes.extend([""])
            understand(reader, said, reader.text)
            continue
        if reader.place > start and reader.peek().low in _TIME_WORDS and _year_ahead(reader):
            break
        if reader.place > start and _opens_figure(reader):
            break
        if said.unit == "ratio" and reader.language.numbers.get(token.low) == 1:
            return reader.fail("a part of one of something stands here", "write one number")
        if token.kind == "s" and token.low not in _PUNCTUATION:
            return reader.fail("expected a unit, a remark or the end here", "leave this out")
        if token.kind not in "ws":
            return reader.fail("expected a unit, a remark or the end here", "leave this out")
        reader.place += 1
    words = [token.low for token in reader.tokens[start : reader.place] if token.kind == "w"]
    if words:
        _note(reader, said, start)
    return reader.place > start


def _note(reader: Reader, said: Said, start: int) -> None:
    text = reader.written(start, reader.place).strip(" ,;:.-–")
    low = text.casefold()
    comparing = reader.language.mark("more")
    first = low.split()[0] if low else ""
    if first in comparing:
        said.notes.append("increment" if first in {"more", "additional", "extra"} else "change")
    if said.kind is FigureKind.EXACT and low in {"est", "estimate", "estimated"}:
        said.kind, said.hedged = FigureKind.APPROXIMATE, True
    said.notes.append(text)


def _year_ahead(reader: Reader) -> bool:
    return any(reader.peek(step).kind == "n" for step in (1, 2, 3))


def _opens_figure(reader: Reader) -> bool:
    """Whether a cue or a sign of a further figure comes next."""
    if reader.peek().low in {"$", "€", "£", "¥", "<", ">", "≤", "≥", "~", "±", "+"}:
        return _starts_number(reader, 1)
    length = reader.cue_at(reader.place, PREFIXES)[1]
    return bool(length) and _starts_number(reader, length)


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
    understand(reader, other, text)
    try:
        return other.figure("", unit=other.unit, annotations=tuple(other.notes))
    except (OverflowError, FigureSyntaxError):
        return reader.fail("this further figure cannot be read", first=start)
