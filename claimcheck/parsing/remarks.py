"""What brackets beside a figure say: times, intervals, margins, restatements, remarks."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import evolve

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing.brackets import is_reference
from claimcheck.parsing.dates import read_time
from claimcheck.parsing.phrases import read_said
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.said import Said
from claimcheck.parsing.spans import Span
from claimcheck.parsing.tokens import tokenize
from claimcheck.parsing.uneven import take_uneven
from claimcheck.values.figure import Figure, FigureKind

_INTERVAL = re.compile(
    r"(?:\d{1,2}(?:\.\d+)?\s?%\s*)?"
    r"(?:confidence intervals?|credible intervals?|uncertainty intervals?|interval|ci|cri|ui|hdi|"
    r"range|iqr|min[-–]max|between|from)?\s*[:,;=]?\s*",
    re.IGNORECASE,
)
_SCALES = (Decimal(1), Decimal(1000), Decimal(10) ** 6, Decimal(10) ** 9, Decimal(10) ** 12)
_SMALL_WORDS = frozenset({"in", "on", "as", "of", "at", "the", "for", "a", "by", "year"})
_ESTIMATES = frozenset({"est", "estimate", "estimated", "estimates"})
_LONGEST_REMARK = 400
_OLDEST_TIME = "1000"
_LATEST_TIME = "2100"


def inner_reader(reader: Reader, content: str) -> Reader | None:
    """A reader for the content of a bracket; None if brackets in it do not close."""
    try:
        tokens = tokenize(content, reader.language)
    except FigureSyntaxError:
        return None
    return Reader(
        content, tokens, reader.language,
        decimal=reader.decimal, unit=reader.unit, letter_m=reader.letter_m,
    )  # fmt: skip


def understand(reader: Reader, said: Said, text: str) -> list[Figure]:
    """Put what the brackets of *said* say where it belongs; further figures are returned."""
    parts: list[Figure] = []
    for bracket in said.brackets:
        content = bracket[1:-1].strip()
        if is_reference(content):
            continue
        if len(content) > _LONGEST_REMARK:
            said.notes.append(content)
            continue
        inner = inner_reader(reader, content)
        if inner is None:
            said.notes.append(content)
        elif not (_hedges(inner, said) or _times(inner, said) or take_uneven(inner, said)):
            _interval(inner, said, content)
            figure = _further(inner, said, text)
            if figure is not None:
                parts.append(figure)
    said.brackets = []
    return parts


def _hedges(inner: Reader, said: Said) -> bool:
    role = inner.cue(("hedge", "after_hedge"))
    if role and inner.done:
        said.hedged = True
        if said.kind is FigureKind.EXACT:
            said.kind = FigureKind.APPROXIMATE
        return True
    inner.place = 0
    return False


def find_time(inner: Reader) -> tuple[Span, list[str]] | None:
    """The one time in a short text and the words around it; None unless all of it is so."""
    words: list[str] = []
    span: Span | None = None
    while not inner.done:
        token = inner.peek()
        dated = None
        if span is None and _may_date(inner):
            dated = read_time(inner, plain_years=True)
        if dated is not None:
            span = dated
        elif token.kind == "w" or token.low in {".", ",", ":", ";", "-", "–", "'", "/", "~"}:
            words.append(token.low)
            inner.place += 1
        else:
            return None
    if span is None:
        return None
    return span, [word for word in words if word.isalpha()]


def _may_date(inner: Reader) -> bool:
    token = inner.peek()
    if token.kind != "n":
        return True
    digits = token.low
    year = digits.isdigit() and len(digits) == 4 and _OLDEST_TIME <= digits <= _LATEST_TIME  # noqa: PLR2004
    return year or len(digits) <= 2 or digits.count(".") == 2  # noqa: PLR2004


def _times(inner: Reader, said: Said) -> bool:
    found = find_time(inner)
    inner.place = 0
    if found is None:
        return False
    span, words = found
    estimated = _ESTIMATES & set(words)
    if estimated and said.kind is FigureKind.EXACT:
        said.kind, said.hedged = FigureKind.APPROXIMATE, True
    remark = " ".join(word for word in words if word not in _SMALL_WORDS and word not in _ESTIMATES)
    if remark:
        said.notes.append(remark)
    if said.time is None:
        said.time = span
    else:
        said.notes.append(span.edtf)
    return True


def _interval(inner: Reader, said: Said, content: str) -> None:
    """Take "95% CI 1.2-3.4 million", "± 0.3" or the same number again as part of the figure."""
    opened = _INTERVAL.match(content)
    skipped = 0 if opened is None else opened.end()
    while inner.place < len(inner.tokens) and inner.peek().start < skipped:
        inner.place += 1
    margin = inner.sign("±")
    ranged = _listed(inner, _try(inner))
    if ranged is None or not inner.done:
        inner.place = 0
        return
    if margin and ranged.best is not None and said.best is not None:
        _take_margin(said, ranged.best)
    elif said.best is not None and ranged.lower is not None and ranged.upper is not None:
        for scale in _SCALES:
            low, high = ranged.lower * scale, ranged.upper * scale
            if low <= said.best <= high and (low < high or scale == 1):
                _take_ends(said, low, high)
                return
        inner.place = 0
    else:
        inner.place = 0


def _listed(inner: Reader, first: Said | None) -> Said | None:
    """Two numbers with a comma between them as the ends of an interval: "2.9, 3.5"."""
    if first is None or first.best is None or inner.done or not inner.sign(",;"):
        return first
    second = _try(inner)
    if second is not None and second.best is not None and first.best < second.best:
        first.lower, first.upper, first.best = first.best, second.best, None
    return first


def _take_margin(said: Said, margin: Decimal) -> None:
    best = said.best or Decimal(0)
    for scale in reversed(_SCALES):
        size = margin * scale
        if size < abs(best) and (scale == 1 or best.as_tuple().exponent >= scale.adjusted() - 3):  # type: ignore[operator]
            break
    else:
        size = margin
    said.kind, said.lower, said.upper, said.deviation = (
        FigureKind.PLUS_MINUS, best - size, best + size, size,
    )  # fmt: skip


def _take_ends(said: Said, low: Decimal, high: Decimal) -> None:
    if low == high:
        return
    said.lower, said.upper, said.kind = low, high, FigureKind.RANGE


def _try(inner: Reader) -> Said | None:
    try:
        return read_said(inner)
    except FigureSyntaxError:
        return None


def _further(inner: Reader, said: Said, text: str) -> Figure | None:
    """A bracket that the figure did not take: another figure, or a remark that is kept."""
    if inner.done and inner.place:
        return None
    inner.place = 0
    other = _try(inner)
    if other is not None and inner.done and other.unit:
        return other.figure(text, unit=other.unit)
    remark = inner.text.strip()
    said.notes.append(remark.casefold() if remark.istitle() or remark.islower() else remark)
    return None


def dated_part(figure: Figure, span: Span) -> Figure:
    """*figure* with the time of *span*."""
    return evolve(figure, as_of=span.as_of())
