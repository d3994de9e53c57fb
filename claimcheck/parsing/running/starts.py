"""Where a figure may start in running text, and which words there are none."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.parsing.currency_reading import read_currency
from claimcheck.parsing.languages import Language, load_language
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.tokens import Token
from claimcheck.parsing.units import lookup_unit, unit_table

BOUNDS = ("hedge", "at_least", "over", "at_most", "under", "increment")
STARTS = (*BOUNDS, "between", "from", "several")
_PERIODS = ("fy", "q", "h")
_STOPS = frozenset(".,;:|!?'\"/“”„«»")
_WORD = re.compile(r"[^\W\d_]+")
_CODE_LETTERS = 3
_KNOWN_CODES = frozenset({"eur", "usd", "gbp", "chf", "sek", "nok", "dkk", "rub", "jpy", "inr"})
_SIGNS = "~<>≤≥±"
_RANKING = frozenset({"this", "last", "next", "other", "better", "the"})


def is_idle(token: Token, language: Language) -> bool:
    """Whether nothing, neither a figure nor a date, starts with *token*: most words, and stops."""
    if token.kind == "w":
        return token.low not in _openers(language.code)
    return token.kind == "s" and token.low in _STOPS


@lru_cache(maxsize=32)
def _openers(code: str) -> frozenset[str]:
    """The words that a figure or a date may start with."""
    language = load_language(code)
    tables = (
        language.numbers, language.scales, language.orders, language.fractions, language.ordinals,
        language.denominators, language.months, language.seasons, language.date_cues, language.cues,
    )  # fmt: skip
    return frozenset(
        {
            *_money_words(),
            *_PERIODS,
            *language.mark("article"),
            *(word for table in tables for word in table),
        }
    )


@lru_cache(maxsize=1)
def _money_words() -> frozenset[str]:
    """First words of the currencies, and of the percent that may stand before its number."""
    return frozenset(
        piece.casefold()
        for alias, unit in unit_table()[0].items()
        if unit.name == "percent" or unit.dimension.startswith("currency")
        for piece in _WORD.findall(alias)[:1]
    )


def may_start(reader: Reader) -> bool:  # noqa: PLR0911 - one return a sign
    """Whether the next token may be the first of a figure."""
    token, language = reader.peek(), reader.language
    if token.kind in "nf":
        return True
    if token.kind == "s":
        return _sign_starts(reader)
    if reader.cue_at(reader.place, STARTS)[1] or _leads_percent(reader):
        return True
    if token.low in language.mark("article"):
        after = reader.peek(1).low
        return after in language.scales or after in language.fractions or _starts_share(reader)
    if token.low in language.fractions and _is_part_of_time(reader):
        return False
    if language.code == "en" and token.low in language.scales:
        return token.low in language.orders
    return (
        language.is_number_word(token.low)
        or token.low in language.orders
        or token.low in language.fractions
        or _money(reader)
    )


def _starts_share(reader: Reader) -> bool:
    """Whether an article is the one of a share: "une personne sur cinq"."""
    if not reader.language.is_number_word(reader.peek().low):
        return False
    return any(reader.cue_at(reader.place + ahead, ("out_of",))[1] for ahead in (1, 2))


def _sign_starts(reader: Reader) -> bool:
    token = reader.peek()
    if token.low in "-–":
        spaced = not reader.adjoins() and reader.adjoins(1)
        return spaced and reader.peek(1).kind == "n"
    return (
        _leads_percent(reader)
        or _money(reader)
        or (token.low in _SIGNS and reader.peek(1).kind in "ns")
    )


def _leads_percent(reader: Reader) -> bool:
    """Whether the percent stands before its number: "%20", "yüzde 20"."""
    token, after = reader.peek(), reader.peek(1)
    if after.kind != "n" or (token.kind == "s" and not reader.adjoins(1)):
        return False
    unit = lookup_unit(token.low)
    return unit is not None and unit.name == "percent"


def _is_part_of_time(reader: Reader) -> bool:
    """Whether a half or a quarter is a part of a game or a year: "the second half", "half-life"."""
    before = reader.peek(-1).low if reader.place else ""
    hyphened = reader.peek(1).low == "-" and reader.adjoins(1)
    return hyphened or before in reader.language.ordinals or before in _RANKING


def _money(reader: Reader) -> bool:
    """Whether an amount of money starts here; a code in small letters is more likely a word."""
    start, token = reader.place, reader.peek()
    code = token.kind == "w" and len(token.low) == _CODE_LETTERS
    if code and reader.text[token.start].islower() and token.low not in _KNOWN_CODES:
        return False
    found = read_currency(reader)
    reader.place = start
    return found is not None
