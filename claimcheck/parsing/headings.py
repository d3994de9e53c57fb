"""The names of intervals and errors, with their levels: "95% CI", "IC à 95 % :", "SE"."""

from __future__ import annotations

import re
from enum import Enum, auto

from attrs import frozen

from claimcheck.parsing.asides import inner_reader
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.unit_reading import read_unit


class Spread(Enum):
    """What a word says of the numbers behind it."""

    INTERVAL = auto()
    RANGE = auto()
    ERROR = auto()
    MARGIN = auto()
    SCATTER = auto()


_WORDS = {
    Spread.INTERVAL: "ci cis cri crl ui hdi hpd hpdi eti ic ki bi ga pu ди interval "
    "intervals confidence credible credibility uncertainty compatibility prediction "
    "limits bounds conf int cl "
    "konfidenzintervall vertrauensintervall vertrauensbereich intervalle intervalles confiance "
    "intervalo intervalos confianza confiança intervallo intervalli confidenza "
    "betrouwbaarheidsinterval доверительный доверительного интервал güven aralığı etibarlılıq "
    "intervalı etimad przedział ufności konfidensintervall konfidensinterval sikkerhedsinterval",
    Spread.RANGE: "range iqr interquartile estimates spanne bandbreite fourchette plage rango gama "
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
_FILLERS = frozenset({
    "à", "al", "del", "de", "di", "a", "at", "the", "of", "with", "for", "level", "estimated",
    "estimate", "estimates", "plausible", "nivel",
})  # fmt: skip
_PUNCTUATION = frozenset(":;,=.")
_WEAK = frozenset({"ui", "ic", "ki", "bi", "ga", "pu", "cl", "int"})
_SHORT = 4


@frozen
class Heading:
    """What names an interval or an error.

    Attributes:
        spread: What is named; None for nothing.
        levelled: Whether a level is given.
        sure: Whether the name is one of nothing else.
    """

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
    inner = inner_reader(reader, plainly(content))
    if inner is None or not read_heading(inner).names:
        return None
    inner.place = 0
    return inner


def tells_statistic(reader: Reader, content: str) -> bool:
    """Whether a text tells how many were measured, how they scatter, or how sure a test is."""
    plain = plainly(content)
    inner = inner_reader(reader, plain)
    scatters = inner is not None and read_heading(inner).spread is Spread.SCATTER
    return scatters or not plain.strip(" ,;.")


def statistic_behind(reader: Reader) -> bool:
    """Take the rest of the phrase if it is such a text: ", P = 0.02"."""
    if reader.done or _COMPARED.isdisjoint(reader.lows[reader.place :]):
        return False
    if plainly(reader.text[reader.tokens[reader.place].start :]).strip(" ,;."):
        return False
    reader.place = len(reader.tokens)
    return True


def plainly(content: str) -> str:
    """*content* without its further statistics, and its errors by one name."""
    text = content
    if not _COMPARED.isdisjoint(text):
        text = _STATISTIC.sub("", text)
    if "." in text:
        text = _SPELT.sub(lambda spelt: f"{spelt[1]}{spelt[2]}".upper(), text)
    low = text.casefold()
    if "max" in low:
        text = _EXTREMES.sub("range", text)
    if any(part in low for part in _PARTS_OF_ERRORS):
        text = _MARGINS.sub("MOE", _ERRORS.sub("SE", text))
    return text


def read_heading(inner: Reader) -> Heading:
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
    return Heading(spread, levelled, sure)


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
    if token.kind != "n" or (_starts_range(inner, 2) and after.kind != "n"):
        return 0
    percent = _percent(inner)
    if percent and (token.low in _LEVELS or _named_at(inner, 1 + percent)):
        return 1 + percent
    if token.low not in _LEVELS:
        return 0
    named = after.low in _NAMES or (
        inner.place and inner.peek(-1).low in _NAMES and inner.adjoins()
    )
    return int(named)


def _percent(inner: Reader) -> int:
    """How many tokens the percent behind a number takes; 0 if there is none."""
    start = inner.place
    inner.place += 1
    unit = read_unit(inner)
    length = inner.place - start - 1
    inner.place = start
    return length if unit == "percent" else 0


def _named_at(inner: Reader, ahead: int) -> bool:
    """Whether a name of an interval stands *ahead*, behind a hyphen or none."""
    ahead += inner.peek(ahead).low in {"-", "–"}
    return inner.peek(ahead).low in _NAMES


def _starts_range(inner: Reader, ahead: int) -> bool:
    joint = inner.peek(ahead)
    joined = joint.low in "-–" or bool(inner.cue_at(inner.place + ahead, ("to",))[1])
    return joint.kind != "e" and joined and inner.peek(ahead + 1).kind == "n"


def name_ahead(inner: Reader) -> bool:
    """Whether a name or a level comes next."""
    return bool(_level(inner)) or _is_name(inner)
