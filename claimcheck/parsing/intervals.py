"""Intervals and errors that stand beside a figure: "95% CI 1.2–3.4", "SE 0.3", "± 5%"."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum, auto

from attrs import frozen

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing.amount import ONE
from claimcheck.parsing.asides import Fit, inner_reader, written_scales
from claimcheck.parsing.margins import plus_minus_sign
from claimcheck.parsing.phrases import read_said
from claimcheck.parsing.qualifiers import bind
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.said import Said
from claimcheck.values.figure import FigureKind


class Spread(Enum):
    """What a word says of the numbers behind it."""

    INTERVAL = auto()
    RANGE = auto()
    ERROR = auto()
    MARGIN = auto()
    SCATTER = auto()


_WORDS = {
    Spread.INTERVAL: "ci cis cri crl ui hdi hpd hpdi eti ic ki bi ga pu ди interval "
    "intervals confidence credible credibility uncertainty compatibility limits bounds "
    "konfidenzintervall vertrauensintervall vertrauensbereich intervalle intervalles confiance "
    "intervalo intervalos confianza confiança intervallo intervalli confidenza "
    "betrouwbaarheidsinterval доверительный доверительного интервал güven aralığı etibarlılıq "
    "intervalı etimad przedział ufności konfidensintervall konfidensinterval sikkerhedsinterval",
    Spread.RANGE: "range iqr interquartile spanne bandbreite fourchette plage rango gama "
    "faixa forbice bereik диапазон aralık zakres spann spænd",
    Spread.ERROR: "se rse sem ste stderr standardfehler standaardfout standardfel standardfeil "
    "standardfejl",
    Spread.MARGIN: "moe margin error fehlermarge fehlerspanne foutmarge погрешность felmarginal "
    "feilmargin fejlmargin",
    Spread.SCATTER: "sd stdev std deviation variance standardabweichung",
}
_NAMES = {word: spread for spread, words in _WORDS.items() for word in words.split()}
_OPENINGS = frozenset({
    *_NAMES, "erreur", "erro", "errore", "стандартная", "standart", "błąd", "marge", "margen",
    "margem", "margine", "hata", "margines", "предел", "s", "c",
})  # fmt: skip
_LONGEST_HEADING = 6
_ERRORS = re.compile(
    r"(?:standard|std\.?)\s(?:error|err\.?)(?:\sof\sthe\smean)?|error\s(?:estándar|típico)"
    r"|erreur[\s-](?:type|standard)|erro\spadrão|errore\sstandard|стандартная\sошибка"
    r"|standart\shata|błąd\sstandardowy",
    re.IGNORECASE,
)
_MARGINS = re.compile(
    r"marge\sd'erreur|margen\sde\serror|margem\sde\serro|margine\sd'errore|hata\spayı"
    r"|margines\sbłędu|предел\sпогрешности",
    re.IGNORECASE,
)
_SPELT = re.compile(r"\b([A-Za-z])\.\s?([A-Za-z])\.")
_EXTREMES = re.compile(r"\bmin(?:imum)?\.?\s?[-–/]\s?max(?:imum)?\b\.?", re.IGNORECASE)
_STATISTIC = re.compile(
    r"\s*[;,]?\s*\b(?:[pnztq]|df|i²|i2|χ²)(?:[\s-]values?|\sfor\strend)?\s?[=<>≤≥]"
    r".*?(?=;|,\s|$)",
    re.IGNORECASE,
)
_COMPARED = frozenset("=<>≤≥")
_PARTS_OF_ERRORS = ("err", "ошибка", "погреш", "hata", "bł")
_LEVELS = frozenset({
    "50", "66", "67", "68", "75", "80", "83", "89", "90", "95", "97", "98", "99", "97.5", "99.9",
    "97,5", "99,9",
})  # fmt: skip
_LOWER_ENDS = frozenset({"low", "lower", "lowest", "min", "minimum"})
_UPPER_ENDS = frozenset({"high", "higher", "upper", "highest", "max", "maximum"})
_FILLERS = frozenset({
    "à", "al", "del", "de", "di", "a", "at", "the", "of", "with", "for", "level", "estimated",
    "estimate", "estimates", "plausible", "nivel",
})  # fmt: skip
_POINTS_OF = frozenset({"points", "point", "pts"})
_PUNCTUATION = frozenset(":;,=.")
_COVERING = re.compile(
    r"k\s?=\s?(\d(?:[.,]\d+)?)|(\d(?:[.,]\d+)?)[\s-]?(?:σ|sigmas?|sd|se|sem)", re.IGNORECASE
)
_WEAK = frozenset({"ui", "ic", "ki", "bi", "ga", "pu"})
_SHORT = 4


@frozen
class _Heading:
    spread: Spread | None = None
    levelled: bool = False
    sure: bool = False

    @property
    def names(self) -> bool:
        """Whether an interval or an error is named, and no mere range or scatter."""
        named = self.spread in {Spread.INTERVAL, Spread.ERROR, Spread.MARGIN}
        return named and (self.sure or self.levelled)


def spread_behind(reader: Reader) -> Reader | None:
    """A reader for the rest of the phrase, if that starts with the name of an interval or error."""
    ahead = reader.lows[reader.place : reader.place + _LONGEST_HEADING]
    if _OPENINGS.isdisjoint(ahead):
        return None
    content = reader.text[reader.tokens[reader.place].start :].lstrip(" ,;:")
    inner = inner_reader(reader, _plainly(content))
    if inner is None or not _heading(inner).names:
        return None
    inner.place = 0
    return inner


def take_spread(reader: Reader, inner: Reader, said: Said) -> Fit:
    """Put the interval or the error that a text gives to *said*.

    Args:
        reader: Where the figure stands.
        inner: The text beside it, whose numbers may share a scale of the figure.
        said: The figure.
    """
    plain = _plainly(inner.text)
    again = inner if plain == inner.text else inner_reader(reader, plain)
    return Fit.OTHER if again is None else _take_plain(reader, again, said)


def _take_plain(reader: Reader, inner: Reader, said: Said) -> Fit:
    if said.kind is FigureKind.PLUS_MINUS:
        return _coverage(inner, said)
    heading = _heading(inner)
    margin = plus_minus_sign(inner)
    if heading.spread is Spread.SCATTER and not margin:
        return Fit.OTHER
    ranged = _nested(inner) or _ends(inner) or _listed(inner)
    inner.place += said.unit == "percent" and inner.peek().low in _POINTS_OF
    after = _heading(inner)
    spread = heading.spread or after.spread
    single = bool(margin) or spread in {Spread.ERROR, Spread.MARGIN}
    if ranged is not None and inner.done and _of_one_unit(said, ranged, margin=single):
        levelled = heading.levelled or after.levelled
        stated = levelled or spread is Spread.MARGIN or margin == "stated"
        if ranged.best is not None and single:
            return _take_margin(said, ranged, written_scales(reader), stated=stated)
        if _take_bound(said, ranged) or _take_ends(said, ranged, written_scales(reader)):
            return Fit.TAKEN
    named = heading.names or after.names or bool(margin)
    return Fit.UNFIT if _tells(inner, ranged, heading, after, named=named) else Fit.OTHER


def _tells(
    inner: Reader, ranged: Said | None, heading: _Heading, after: _Heading, *, named: bool
) -> bool:
    """Whether a text that was not taken tells of the figure all the same."""
    if ranged is None:
        return named and any(token.kind in "nfb" for token in inner.tokens[inner.place :])
    levelled = heading.levelled or after.levelled
    return named or (levelled and ranged.best is None)


def _plainly(content: str) -> str:
    """*content* without its further statistics, and its errors by one name."""
    text = content
    if not _COMPARED.isdisjoint(text):
        text = _STATISTIC.sub("", text)
    if "." in text:
        text = _SPELT.sub(r"\1\2", text)
    low = text.casefold()
    if "max" in low:
        text = _EXTREMES.sub("range", text)
    if any(part in low for part in _PARTS_OF_ERRORS):
        text = _MARGINS.sub("MOE", _ERRORS.sub("SE", text))
    return text


def _heading(inner: Reader) -> _Heading:
    """The names and levels that come next; they are taken."""
    start, levelled, sure = inner.place, False, False
    spread: Spread | None = None
    while not inner.done:
        token = inner.peek()
        length = _level(inner)
        if length:
            levelled = True
        elif token.kind == "w" and _is_name(inner):
            spread = _stronger(spread, _NAMES[token.low])
            sure = sure or token.low not in _WEAK
        elif token.kind == "w" and token.low in _FILLERS:
            pass
        elif not (_joins(inner) or (token.kind == "b" and token.low.isalpha())):
            break
        inner.place += length or 1
    if spread is None and not levelled:
        inner.place = start
    return _Heading(spread, levelled, sure)


def _is_name(inner: Reader) -> bool:
    """Whether a name of a spread comes next; a short one is no word of a language."""
    token = inner.peek()
    if token.low not in _NAMES:
        return False
    written = inner.text[token.start : token.end]
    valued = inner.peek(1).kind == "n" or inner.peek(1).low in {":", "="}
    return len(token.low) > _SHORT or not written.islower() or valued


def _stronger(one: Spread | None, other: Spread | None) -> Spread | None:
    """The more telling of two: an "error range" is an interval, a "margin of error" a margin."""
    known = [spread for spread in (one, other) if spread is not None]
    return min(known, key=lambda spread: spread.value, default=None)


def _joins(inner: Reader) -> bool:
    """Whether a sign comes next that parts a name from its numbers and is no minus of theirs."""
    token = inner.peek()
    if token.kind != "s":
        return False
    return token.low in _PUNCTUATION or (token.low in "-–" and inner.peek(1).kind == "w")


def _level(inner: Reader) -> int:
    """How many tokens the level of an interval takes: "95%", "%95", "IC95"; 0 if none does."""
    token, after = inner.peek(), inner.peek(1)
    if token.low == "%" and after.low in _LEVELS:
        return 2
    if token.kind != "n" or _starts_range(inner, 2):
        return 0
    if after.low == "%" and (token.low in _LEVELS or _named_at(inner, 2)):
        return 2
    if token.low not in _LEVELS:
        return 0
    if after.kind == "w" and after.low.startswith(("perc", "proz", "proc", "pros", "проц")):
        return 2
    named = after.low in _NAMES or (
        inner.place and inner.peek(-1).low in _NAMES and inner.adjoins()
    )
    return int(named)


def _named_at(inner: Reader, ahead: int) -> bool:
    """Whether a name of an interval stands *ahead*, behind a hyphen or none."""
    ahead += inner.peek(ahead).low in {"-", "–"}
    return inner.peek(ahead).low in _NAMES


def _starts_range(inner: Reader, ahead: int) -> bool:
    joint = inner.peek(ahead)
    joined = joint.low in "-–" or bool(inner.cue_at(inner.place + ahead, ("to",))[1])
    return joint.kind != "e" and joined and inner.peek(ahead + 1).kind == "n"


def _nested(inner: Reader) -> Said | None:
    """The interval in a bracket of its own: "95% CI [3, 10]"."""
    token = inner.peek()
    if token.kind != "b":
        return None
    nested = inner_reader(inner, token.low)
    ranged = None if nested is None else _listed(nested)
    if nested is None or ranged is None or not nested.done:
        return None
    inner.place += 1
    return ranged


def _ends(inner: Reader) -> Said | None:
    """Two ends with a name each: "low 3, high 10"."""
    start = inner.place
    low = _end(inner, _LOWER_ENDS)
    if low is not None:
        inner.sign(",;/-–")
        inner.place += inner.peek().low in inner.language.mark("and")
        high = _end(inner, _UPPER_ENDS)
        if high is not None:
            return _between(low, high)
    inner.place = start
    return None


def _end(inner: Reader, names: frozenset[str]) -> Said | None:
    if inner.peek().low not in names:
        return None
    inner.place += 1
    inner.sign(":=.")
    end = _try(inner)
    return end if end is not None and end.best is not None else None


def _listed(inner: Reader) -> Said | None:
    """One number, a range, or two numbers with a comma between them: "2.9, 3.5"."""
    start = inner.place
    first = _try(inner)
    if first is None or first.best is None or inner.done or not inner.sign(",;"):
        return first
    second = _try(inner)
    if second is None or second.best is None:
        inner.place = start
        return _try(inner)
    return _between(first, second)


def _between(low: Said, high: Said) -> Said | None:
    if low.best is None or high.best is None or low.best > high.best:
        return None
    return Said(low.best, high.best, FigureKind.RANGE, unit=high.unit or low.unit)


def _try(inner: Reader) -> Said | None:
    start = inner.place
    try:
        return read_said(inner)
    except FigureSyntaxError:
        inner.place = start
        return None


def _of_one_unit(said: Said, other: Said, *, margin: bool) -> bool:
    if said.unit is None:
        return margin or other.unit != "percent" or other.best is None
    if other.unit is None or other.unit == said.unit:
        return True
    points = said.unit == "percent" and other.unit == "percentage-points"
    return points or (margin and other.unit == "percent")


def _take_ends(said: Said, ranged: Said, scales: tuple[Decimal, ...]) -> bool:
    """Whether the value of *said* lies in the interval, which it has then taken."""
    best, low, high = said.best, ranged.lower, ranged.upper
    if best is None or low is None or high is None or ranged.lower_vague or ranged.upper_vague:
        return False
    for scale in scales:
        if low * scale <= best <= high * scale and (low < high or scale == 1):
            if low < high:
                said.lower, said.upper, said.kind = low * scale, high * scale, FigureKind.RANGE
                said.unit = said.unit or ranged.unit
            return True
    return False


def _take_bound(said: Said, bound: Said) -> bool:
    """Whether the value of *said* is told again as a bound, which it then is."""
    if said.best is None or said.best not in {bound.lower, bound.upper}:
        return False
    if bound.kind is FigureKind.AT_LEAST:
        return bind(said, "over" if bound.lower_open else "at_least")
    if bound.kind is FigureKind.AT_MOST:
        return bind(said, "under" if bound.upper_open else "at_most")
    return False


def _take_margin(said: Said, margin: Said, scales: tuple[Decimal, ...], *, stated: bool) -> Fit:
    """Make *said* its value with a margin; one in percent is a share of all but percentages."""
    best, size = said.best, margin.best
    if best is None or not size or said.kind not in _POINTS:
        return Fit.UNFIT
    percent = margin.unit == "percent" and said.unit != "percent"
    if percent and (said.unit is not None or len(scales) > 1 or best > 100):  # noqa: PLR2004
        size = abs(best) * size / 100
    else:
        scale = scales[-1]
        size *= scale if size * scale < abs(best) else ONE
        said.unit = said.unit or margin.unit
    said.kind, said.lower, said.upper = FigureKind.PLUS_MINUS, best - size, best + size
    said.deviation = None if stated else size
    return Fit.TAKEN


_POINTS = (FigureKind.EXACT, FigureKind.APPROXIMATE)


def _coverage(inner: Reader, said: Said) -> Fit:
    """What is said of a margin that stands already: "k=2", "2σ", "95%" make it more than one."""
    factor = _COVERING.fullmatch(inner.text.strip())
    if factor is not None:
        standard = (factor[1] or factor[2]) == "1"
    else:
        heading = _heading(inner)
        if not inner.done or heading == _Heading():
            return Fit.UNFIT if heading.names and not inner.done else Fit.OTHER
        standard = not heading.levelled or "68" in inner.lows
    said.deviation = said.deviation if standard else None
    said.notes.append(inner.text.strip())
    return Fit.TAKEN
