"""An amount with what is said of it: hedged, bounded, dated, remarked upon."""

from __future__ import annotations

from attrs import define, field

from claimcheck.parsing.amount import Amount
from claimcheck.parsing.amounts import read_amount
from claimcheck.parsing.currency_reading import read_currency
from claimcheck.parsing.dates import read_time
from claimcheck.parsing.periods import date_cue
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.scales import scale_at
from claimcheck.parsing.spans import Span
from claimcheck.parsing.tail_times import years_ahead
from claimcheck.parsing.unit_reading import read_unit

PREFIXES = (
    "hedge", "at_least", "over", "at_most", "under", "exact", "between", "from", "increment",
    "decrement",
)  # fmt: skip
SUFFIXES = (
    "after_hedge", "after_at_least", "after_at_most", "after_over", "after_under", "after_between",
)  # fmt: skip
_SYMBOLS = {
    "<": "under", ">": "over", "≤": "at_most", "≥": "at_least", "=": "exact", "~": "hedge",
    "▲": "exact", "▼": "exact", "△": "exact", "▽": "exact", "↑": "exact", "↓": "exact",
    "·": "exact", "*": "exact",
}  # fmt: skip
DOWNWARDS = frozenset("▼▽↓")
"""Arrows that may be the sign of a share: a fall of 5 %, or 5 % after a fall."""
_MOST_PREFIXES = 8
_COMPARING = frozenset({
    "than", "or", "equal", "als", "que", "di", "än", "enn", "end", "dan", "de", "чем", "niż"
})  # fmt: skip
_LOWER = ("at_least", "over")
_UPPER = ("at_most", "under")


@define
class Term:
    """An amount and the words around it.

    Attributes:
        amount: The amount.
        lower: ``at_least`` or ``over`` where it is a lower bound; empty otherwise.
        upper: ``at_most`` or ``under`` where it is an upper bound.
        hedged: Whether it is hedged.
        opening: ``between`` or ``from`` where a range is announced; empty otherwise.
        notes: What else is said of it.
        brackets: Contents of the brackets behind it.
        time: The time that it gives for itself.
    """

    amount: Amount
    lower: str = ""
    upper: str = ""
    hedged: bool = False
    opening: str = ""
    notes: list[str] = field(factory=list)
    brackets: list[str] = field(factory=list)
    time: Span | None = None


@define
class _Before:
    lower: str = ""
    upper: str = ""
    hedged: bool = False
    opening: str = ""
    notes: list[str] = field(factory=list)

    def take(self, role: str) -> None:
        if role in _LOWER:
            self.lower, self.upper = role, ""
        elif role in _UPPER:
            self.upper, self.lower = role, ""
        elif role in {"between", "from"}:
            self.opening = role
        elif role in {"increment", "decrement"}:
            self.notes.append(role)
        elif role == "hedge":
            self.hedged = True


def read_term(reader: Reader) -> Term | None:
    """The term that comes next; None, and nothing taken, if no amount follows the words."""
    start = reader.place
    before = _Before()
    for _ in range(_MOST_PREFIXES):
        if reader.peek().kind == "n" or not _prefix(reader, before):
            break
    amount = read_amount(reader)
    if amount is None:
        reader.place = start
        return None
    if amount.unit == "percent" and start + 1 == amount.first and (
        reader.tokens[start].low in DOWNWARDS
    ):  # fmt: skip
        reader.fail("an arrow down may be a minus", "write -5% or 5%", first=start)
    collective = reader.language.mark("collective")
    if collective:
        told = reader.tokens[amount.first : amount.last]
        before.hedged = before.hedged or any(token.low in collective for token in told)
    term = Term(amount, before.lower, before.upper, before.hedged, before.opening, before.notes)
    while _suffix(reader, term):
        pass
    amount.last = reader.place
    return term


def _prefix(reader: Reader, before: _Before) -> bool:
    token = reader.peek()
    if token.kind == "s":
        role = _SYMBOLS.get(token.low)
        if role:
            reader.place += 1
            if role in {"under", "over"} and reader.sign("="):
                role = {"under": "at_most", "over": "at_least"}[role]
            elif role == "exact" and reader.sign("<>"):
                role = "at_most" if reader.peek(-1).low == "<" else "at_least"
            before.take(role)
            return True
        if token.low == "±" or reader.lows[reader.place : reader.place + 3] == ("+", "/", "-"):
            reader.place += 1 if token.low == "±" else 3
            before.hedged = True
            return True
    if token.kind not in "ws" or _starts_money(reader):
        return False
    counted = (reader.peek(1).kind == "n" and not reader.adjoins(1)) or (
        reader.peek(2).low == "-" and reader.peek(1).low in reader.language.numbers
    )
    if counted and token.low in reader.language.mark("article"):
        reader.place += 1
        return True
    role, length = reader.cue_at(reader.place, PREFIXES)
    if not length or (role == "hedge" and not _says_hedge(reader, length)):
        return False
    reader.place += length
    before.take(role)
    return True


def _starts_money(reader: Reader) -> bool:
    start = reader.place
    found = read_currency(reader)
    reader.place = start
    return found is not None


def _says_hedge(reader: Reader, length: int) -> bool:
    """Whether a hedge is one: "some" before anything but its own "few" or "of"."""
    return reader.peek(length).low not in reader.language.mark("of") or length > 1


def _suffix(reader: Reader, term: Term) -> bool:  # noqa: C901, PLR0911, PLR0912 - one branch a form
    token = reader.peek()
    if token.kind == "e":
        return False
    if token.kind == "s" and token.low == "+":
        scaled = reader.peek(1).low in reader.language.scales
        if (_number_at(reader, 1) and not scaled) or reader.peek(1).low in {"/", "-"}:
            return False
        reader.place += 1
        term.lower = "at_least"
        _take_scale(reader, term.amount)
        return True
    if token.kind == "b":
        term.brackets.append(reader.text[token.start : token.end])
        reader.place += 1
        return True
    if token.kind == "p" and term.amount.scales and reader.adjoins():
        reader.place += 1  # a footnote mark
        return True
    if token.low == "-" and reader.peek(1).low in {"ish", "odd"}:
        reader.place += 2
        term.hedged = True
        return True
    if token.low == "-" and reader.peek(1).low == "plus" and not _number_at(reader, 2):
        reader.place += 2
        term.lower = "at_least"
        return True
    price = token.low in {",", "."} and reader.peek(1).low in {"-", "–"}
    if price and not _number_at(reader, 2):
        reader.place += 2
        term.amount.unit = term.amount.unit or read_unit(reader)
        return True
    if token.low == "/" and reader.peek(1).low == "-" and not _number_at(reader, 2):
        reader.place += 2  # "Rs.500/-"
        return True
    if token.low == "-" and _hyphened_bound(reader, term):
        return True
    role, length = reader.cue_at(reader.place, SUFFIXES)
    scaled = role == "after_hedge" and _has_scale_behind(reader, term.amount, length)
    if not length or not (scaled or _is_suffix(reader, length)):
        return False
    if role in {"after_over", "after_under"} and says_by_how_much(reader, term.amount.unit):
        return False
    dative = reader.peek(-1).low in reader.language.mark("datives")
    reader.place += length
    if role == "after_hedge" and dative and reader.peek(-1).low in reader.language.mark("until"):
        term.upper = "at_most"
    elif role == "after_hedge":
        term.hedged = True
        _take_scale(reader, term.amount)
    elif role in {"after_at_least", "after_over"}:
        term.lower = "over" if role == "after_over" else "at_least"
        if term.upper:
            term.upper, term.lower = "at_most", ""
    elif role in {"after_at_most", "after_under"}:
        term.upper = "under" if role == "after_under" else "at_most"
    return True


def says_by_how_much(reader: Reader, unit: str | None) -> bool:
    """Whether "more" behind times is no bound, for want of an ending: "iki dəfə çox"."""
    endings = tuple(reader.language.mark("ablative"))
    return bool(endings) and unit == "times" and not reader.peek(-1).low.endswith(endings)


def _has_scale_behind(reader: Reader, amount: Amount, ahead: int) -> bool:
    """Whether a scale stands behind the words of a hedge, and the amount has none."""
    low = reader.peek(ahead).low
    return len(low) > 1 and low in reader.language.scales and not amount.scales


def _hyphened_bound(reader: Reader, term: Term) -> bool:
    """Take the bound in "18-and-over"."""
    words = (reader.peek(1).low, reader.peek(3).low)
    if reader.peek(2).low != "-":
        return False
    for length, phrases in reader.language.cues.get(words[0], ()):
        roles = phrases.get(words, ()) if length == len(words) else ()
        if "after_at_least" in roles or "after_at_most" in roles:
            lower = "after_at_least" in roles
            term.lower, term.upper = ("at_least", "") if lower else ("", "at_most")
            reader.place += 4
            return True
    return False


def _take_scale(reader: Reader, amount: Amount) -> None:
    """The scale in "10+ million" or "5 or so million"."""
    found = None if amount.scales else scale_at(reader, after_digits=False)
    if found is not None:
        amount.times(found[0])
        amount.scales = (found[0],)
        reader.place += found[1]


def _is_suffix(reader: Reader, length: int) -> bool:
    if _number_at(reader, length):
        return False
    return reader.peek(length).low not in _COMPARING


def _number_at(reader: Reader, ahead: int) -> bool:
    token = reader.peek(ahead)
    return token.kind in "nf" or (token.kind == "w" and reader.language.is_number_word(token.low))


def read_leading_time(reader: Reader) -> Span | None:
    """A time before the figure: "2019 est. 45,000", "In 2010, 5 million"; None if there is none."""
    start, token = reader.place, reader.peek()
    if token.kind not in "wn":
        return None
    preposition = _leads_to_time(reader) if token.kind == "w" else 0
    year = token.kind == "n" and len(token.low) == 4 and token.low.isdigit()
    stretch = token.kind == "w" and years_ahead(reader)
    known = preposition > 0 or year or stretch or token.low in reader.language.date_words
    if not known and not (token.kind == "n" and len(token.low) <= 2 and _is_day(reader)):
        return None
    reader.place += preposition
    span = read_time(reader, plain_years=True)
    if span is None or reader.done:
        reader.place = start
        return None
    located = _ends_year(reader)
    comma = bool(reader.sign(","))
    dash = located and not reader.adjoins(1) and bool(reader.sign("–-"))
    before_hedge = reader.place
    hedge = bool(reader.cue(("hedge",)))
    estimated = hedge or bool(reader.cue(("after_hedge",)))
    while reader.peek().low in {"census", "survey", "estimate"}:
        reader.place += 1
        estimated = True
    colon = bool(reader.sign(":,"))
    led = preposition > 0 or stretch
    told = located or dash or (led and (comma or reader.cue_at(reader.place, ("exact",))[1] > 1))
    labelled = colon and year and reader.peek().kind in "wb"
    if labelled or ((estimated or colon or told) and _number_soon(reader)):
        if hedge and _number_soon(reader, before_hedge):
            reader.place = before_hedge
        return span
    reader.place = start
    return None


def _leads_to_time(reader: Reader) -> int:
    """How many words lead to a time: "in", "as of", "Stand"; 0 if none does."""
    low = reader.peek().low
    if low in reader.language.mark("in") or low in {"as", "by", "during"}:
        return 2 if low == "as" else 1
    return date_cue(reader, ("in",))[1]


def _is_day(reader: Reader) -> bool:
    """Whether a day of a month comes next: "12 March", "12. März", "12 de marzo"."""
    months = reader.language.months
    return reader.peek(1).low in months or reader.peek(2).low in months


def _ends_year(reader: Reader) -> bool:
    """Whether a year was taken with a word or an ending that tells it: "2010 yılında 5.000"."""
    cues = reader.language.date_cues
    ended = reader.peek(-1).kind == "w" and reader.peek(-2).low in {"-", "'"}
    return ended or any(
        role == "year" for back in (-1, -2) for _, role in cues.get(reader.peek(back).low, ())
    )


def _number_soon(reader: Reader, first: int | None = None) -> bool:
    """Whether an amount stands next, or at index *first*, with what leads to it."""
    start = reader.place
    reader.place = start if first is None else first
    found = read_term(reader) is not None
    reader.place = start
    return found
