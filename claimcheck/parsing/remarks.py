"""What brackets beside a figure say: times, bounds, scales, intervals, restatements, remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing.asides import Fit, inner_reader
from claimcheck.parsing.brackets import is_reference
from claimcheck.parsing.dates import read_time
from claimcheck.parsing.headings import tells_statistic
from claimcheck.parsing.intervals import take_spread
from claimcheck.parsing.phrases import read_said
from claimcheck.parsing.qualifiers import (
    bounds_below,
    credits_estimate,
    ends_bounded,
    hedge,
    is_estimate,
    only_qualifies,
    take_words,
)
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.said import Said
from claimcheck.parsing.shared_scales import take_scale, take_unit
from claimcheck.parsing.spans import Span, years
from claimcheck.parsing.uneven import take_uneven
from claimcheck.values.figure import Figure, FigureKind

_SMALL_WORDS = frozenset({"in", "on", "as", "of", "at", "the", "for", "a", "by", "year"})
_BOUNDS = ("at_least", "at_most", "after_at_least", "after_at_most")
_PARTED = re.compile(r"\s*;\s*|,\s+")
_LONGEST_REMARK = 400
_OLDEST_TIME = "1000"
_LATEST_TIME = "2100"


def understand(reader: Reader, said: Said, text: str) -> list[Figure]:
    """Put what the brackets of *said* say where it belongs; further figures are returned.

    Raises:
        FigureSyntaxError: If a bracket says something of the figure that does not go with it.
    """
    parts: list[Figure] = []
    for bracket in said.brackets:
        content = bracket[1:-1].strip()
        if is_reference(content) or _is_lower_end(reader, said, bracket):
            continue
        figure = None
        fit = Fit.OTHER
        if len(content) <= _LONGEST_REMARK:
            fit = _take(reader, said, content)
        if fit is Fit.UNFIT:
            _refuse(reader, bracket)
        if fit is Fit.OTHER:
            figure = _further(reader, said, content, text)
        if figure is not None:
            parts.append(figure)
    said.brackets = []
    return parts


def _refuse(reader: Reader, bracket: str) -> None:
    """Refuse the phrase because of *bracket*.

    Raises:
        FigureSyntaxError: Always.
    """
    reader.fail("what stands in this bracket does not go with the figure",
                "leave the bracket out", first=_place(reader, bracket))  # fmt: skip


def _place(reader: Reader, bracket: str) -> int:
    """Index of the token that *bracket* is."""
    places = (
        place
        for place, token in enumerate(reader.tokens)
        if token.kind == "b" and reader.text[token.start : token.end] == bracket
    )
    return next(places, 0)


def _is_lower_end(reader: Reader, said: Said, bracket: str) -> bool:
    """Whether *bracket* calls the first end of a range its least: "5 (min.) to 10 (max.)"."""
    if said.kind is not FigureKind.RANGE or not bounds_below(reader, bracket[1:-1]):
        return False
    behind = reader.tokens[_place(reader, bracket) : reader.place]
    return any(token.kind == "n" for token in behind)


def _take(reader: Reader, said: Said, content: str) -> Fit:
    """Let *said* take the whole content of a bracket, or piece by piece what it can."""
    whole = _take_whole(reader, said, content)
    pieces = _PARTED.split(content)
    if whole is Fit.TAKEN or len(pieces) == 1:
        return whole
    left: list[str] = []
    time, dated = said.time, ""
    for number, piece in enumerate(pieces):
        fit = _take_whole(reader, said, piece)
        if fit is Fit.UNFIT:
            return fit
        if fit is Fit.TAKEN:
            dated = dated if said.time is time else piece
            continue
        left.append(piece)
        if any(letter.isdigit() for letter in piece) and not tells_statistic(reader, piece):
            said.time = time
            left = [*([dated] if dated else []), *left, *pieces[number + 1 :]]
            break
    if left == pieces:
        return whole
    said.notes.extend(left)
    return Fit.TAKEN


def _take_whole(reader: Reader, said: Said, content: str) -> Fit:
    inner = inner_reader(reader, content)
    if inner is None:
        return Fit.OTHER
    for fit in _fits(reader, inner, said):
        if fit is not Fit.OTHER:
            return fit
    length = len(inner.tokens)
    open_letter = content in {"m", "M"} and said.unit is None and reader.unit is None
    telling = only_qualifies(inner, 0, length) or ends_bounded(inner, 0, length)
    return Fit.UNFIT if telling or open_letter else Fit.OTHER


def _fits(reader: Reader, inner: Reader, said: Said) -> Iterator[Fit]:
    """What comes of reading a bracket in one way after the other."""
    yield take_words(inner, said)
    yield take_scale(reader, inner, said)
    yield Fit.TAKEN if _times(inner, said) else Fit.OTHER
    yield take_unit(inner, said)
    yield Fit.TAKEN if take_uneven(inner, said) else Fit.OTHER
    inner.place = 0
    yield take_spread(reader, inner, said)


def find_time(inner: Reader) -> tuple[Span, list[str]] | None:
    """The one time in a short text and the words around it; None unless all of it is so."""
    words: list[str] = []
    span: Span | None = None
    while not inner.done:
        token = inner.peek()
        dated = None
        if span is None and _may_date(inner):
            dated = _split_year(inner) or read_time(inner, plain_years=True)
        if dated is not None:
            span = dated
        elif inner.cue_at(inner.place, _BOUNDS)[1]:
            return None
        elif token.kind == "w" or token.low in {".", ",", ":", ";", "-", "–", "'", "/", "~"}:
            words.append(token.low)
            inner.place += 1
        else:
            return None
    if span is None:
        return None
    return span, [word for word in words if word.isalpha()]


def _split_year(inner: Reader) -> Span | None:
    """A year that starts in one and ends in the next: "2009/10"."""
    first, second = inner.peek().low, inner.peek(2).low
    numbers = inner.peek().kind == inner.peek(2).kind == "n"
    if inner.peek(1).low != "/" or not (numbers and first.isdigit() and second.isdigit()):
        return None
    last = str(int(first) + 1)
    if len(first) != len(last) or second not in {last, last[-2:]}:
        return None
    inner.place += 3
    return years(int(first), int(last))


def _may_date(inner: Reader) -> bool:
    token = inner.peek()
    if token.kind != "n":
        return True
    digits = token.low
    year = digits.isdigit() and len(digits) == 4 and _OLDEST_TIME <= digits <= _LATEST_TIME
    return year or len(digits) <= 2 or digits.count(".") == 2


def _times(inner: Reader, said: Said) -> bool:
    found = find_time(inner)
    inner.place = 0
    if found is None:
        return False
    span, words = found
    estimates = {word for word in words if is_estimate(inner, word)}
    if estimates:
        hedge(said)
    remark = " ".join(word for word in words if word not in _SMALL_WORDS | estimates)
    if remark:
        said.notes.append(remark)
    if said.time is None:
        said.time = span
    else:
        said.notes.append(span.edtf)
    return True


def _further(reader: Reader, said: Said, content: str, text: str) -> Figure | None:
    """A bracket that the figure did not take: another figure, or a remark that is kept."""
    inner = inner_reader(reader, content)
    other = None if inner is None else _try(inner)
    if inner is not None and other is not None and inner.done and other.unit:
        return other.figure(text, unit=other.unit)
    if credits_estimate(reader, content):
        hedge(said)
    said.notes.append(content.casefold() if content.istitle() or content.islower() else content)
    return None


def _try(inner: Reader) -> Said | None:
    try:
        return read_said(inner)
    except FigureSyntaxError:
        return None
