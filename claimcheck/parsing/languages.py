"""Languages: one table of words each, so that a new one is one new file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

from attrs import field, frozen

from claimcheck.errors import UnknownNameError

SHARED_DECIMAL_COMMA = frozenset({
    "af",
    "be",
    "bg",
    "bs",
    "ca",
    "cs",
    "el",
    "eo",
    "es-es",
    "et",
    "eu",
    "fi",
    "fo",
    "gl",
    "hr",
    "hu",
    "hy",
    "id",
    "is",
    "ka",
    "kk",
    "ky",
    "lb",
    "lt",
    "lv",
    "mk",
    "mn",
    "ro",
    "sk",
    "sl",
    "sq",
    "sr",
    "tt",
    "uk",
    "uz",
    "vi",
})  # fmt: skip
_ALIASES = {"nb": "no", "nn": "no"}
_LENGTHS = (2, 3)
_PIECE = re.compile(r"[^\W_]+|[^\w\s]", re.UNICODE)
Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
Cues = Mapping[str, tuple[tuple[int, Mapping[tuple[str, ...], tuple[str, ...]]], ...]]


@frozen(kw_only=True, eq=False)
class Language:
    """The words that one language has for numbers and for what is said of them.

    Attributes:
        code: ISO 639 code; empty where no words are known.
        decimal: Decimal separator; None where the phrase has to tell.
        glued: Whether number words are written in one.
        units_first: Whether units stand before tens ("five and twenty").
        and_after_tens: Whether tens and units are joined by "and".
        paired: Whether two numbers side by side may be one: "nineteen ninety".
        hyphens_part: Whether a hyphen between number words parts two of them.
        vigesimal: Whether four times twenty is a number and sixty takes up to nineteen more.
        digits_fill: Whether few digits may go on a thousand in words: "5 bin 50" is 5,050.
        numbers: Values of number words that add up.
        scales: Values of words that multiply.
        leading_scales: The first name of each scale, by which it may stand alone.
        orders: Values of words that alone name an order of magnitude.
        fractions: Denominators that follow their numerator.
        denominators: Denominators that stand before it ("üçte iki", two thirds).
        ordinals: Values of ordinals.
        marks: Sets of small words by role (``and``, ``point``, ``article``, ``of``, ...).
        cues: Phrases by their first word, by their length, longest first, each with its roles.
        months: Numbers of months by name.
        seasons: Numbers of seasons by name, spring being 0.
        date_cues: What stands around dates: phrases by their first word, longest first.
        date_words: Words by which a date may be known.
        parts: Words that may be part of a number, of whatever kind.
        joints: Words that may join two numbers to one figure.
        foreign: Words by which the language is known in a phrase of unknown language.
    """

    code: str
    decimal: str | None = None
    glued: bool = False
    units_first: bool = False
    paired: bool = False
    hyphens_part: bool = False
    vigesimal: bool = False
    and_after_tens: bool = False
    digits_fill: bool = False
    numbers: Mapping[str, Decimal] = field(factory=dict)
    scales: Mapping[str, Decimal] = field(factory=dict)
    leading_scales: frozenset[str] = frozenset()
    orders: Mapping[str, Decimal] = field(factory=dict)
    fractions: Mapping[str, Decimal] = field(factory=dict)
    denominators: Mapping[str, Decimal] = field(factory=dict)
    ordinals: Mapping[str, int] = field(factory=dict)
    marks: Mapping[str, frozenset[str]] = field(factory=dict)
    cues: Cues = field(factory=dict)
    months: Mapping[str, int] = field(factory=dict)
    seasons: Mapping[str, int] = field(factory=dict)
    date_cues: Phrases = field(factory=dict)
    date_words: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()
    foreign: frozenset[str] = frozenset()

    def mark(self, role: str) -> frozenset[str]:
        """The small words of *role*."""
        return self.marks.get(role, frozenset())

    def phrases_of(self, roles: Collection[str]) -> Iterator[tuple[str, ...]]:
        """The cues that have one of *roles*, as tuples of words."""
        for lengths in self.cues.values():
            for _, phrases in lengths:
                yield from (
                    words for words, said in phrases.items() if not set(roles).isdisjoint(said)
                )

    def is_number_word(self, word: str) -> bool:
        """Whether *word*, in lower case, is part of a number."""
        return word in self.numbers or word in self.scales or bool(self.split(word))

    def counts(self, word: str) -> bool:
        """Whether *word*, in lower case, adds to a number and does not only multiply it."""
        tables = (self.numbers, self.fractions, self.ordinals)
        return any(word in table for table in tables) or bool(self.split(word))

    def is_hundred(self, word: str) -> bool:
        """Whether *word* is the hundred, which some languages share with a small coin."""
        return self.scales.get(word) == 100

    def pieces(self, word: str) -> tuple[str, ...]:
        """The words that *word* is to be read as, if it is glued; empty if it is one word."""
        return _pieces(self, word) if self.glued else ()

    def folds(self, word: str) -> tuple[str, ...]:
        """Number word and unit that are written in one: "threefold"; empty if it is none."""
        for ending in self.mark("glued_units"):
            head = word.removesuffix(ending)
            if head != word and head in self.numbers:
                return head, ending
        return ()

    def knows(self, word: str) -> bool:
        """Whether *word* stands in a table of its own and is not put together from others."""
        return any(
            word in table
            for table in (self.numbers, self.scales, self.orders, self.fractions, self.ordinals)
        )

    def split(self, word: str) -> tuple[str, ...]:
        """The number words that *word* is glued from; empty if it is none."""
        return _segments(self, word) if self.glued and len(word) <= _LONGEST_WORD else ()


_LONGEST_WORD = 80


@lru_cache(maxsize=8192)
def _pieces(language: Language, word: str) -> tuple[str, ...]:
    return () if language.knows(word) else language.split(word) or language.folds(word)


@lru_cache(maxsize=4096)
def _segments(language: Language, word: str) -> tuple[str, ...]:
    vocabulary = _vocabulary(language.code)
    best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 16), end):
            head, piece = best[start], word[start:end]
            if head is not None and piece in vocabulary:
                current = best[end]
                if current is None or len(head) + 1 < len(current):
                    best[end] = (*head, piece)
    found = best[len(word)] or ()
    return found if len(found) > 1 and found[0] not in language.mark("and") else ()


@lru_cache(maxsize=32)
def _vocabulary(code: str) -> frozenset[str]:
    language = load_language(code)
    words = {*language.numbers, *language.scales, *language.mark("and")}
    return frozenset(word for word in words if len(word) > 1)


def language_codes() -> tuple[str, ...]:
    """Codes of the languages that have a table."""
    names = (entry.name for entry in files("claimcheck.parsing").joinpath("languages").iterdir())
    return tuple(sorted(name[:-5] for name in names if name.endswith(".toml")))


@lru_cache(maxsize=64)
def load_language(code: str) -> Language:
    """The language of *code*; one that is not known gives separators only.

    Raises:
        UnknownNameError: If *code* is none, as a name of a language is.

    >>> load_language("de").scales["millionen"]
    Decimal('1E+6')
    >>> load_language("hu").numbers
    {}
    """
    short = code.replace("_", "-").split("-")[0].casefold()
    if len(short) not in _LENGTHS or not short.isalpha():
        raise UnknownNameError(f"{code!r} is no code of a language", "give one of ISO 639: de")
    short = _ALIASES.get(short, short)
    path = files("claimcheck.parsing").joinpath("languages", f"{short}.toml")
    if not path.is_file():
        return Language(code=short, decimal="," if short in SHARED_DECIMAL_COMMA else None)
    return _from_table(short, tomllib.loads(path.read_text(encoding="utf-8")))


def _from_table(code: str, table: Mapping[str, Any]) -> Language:
    marks = {
        role: frozenset(table.get(role, "").replace("|", " ").split())
        for role in (
            "and",
            "point",
            "article",
            "of",
            "in",
            "per",
            "ordinal_suffixes",
            "suffixes",
            "stops",
            "more",
            "collective",
            "half",
            "with",
            "datives",
            "every",
            "until",
            "glued_units",
            "unclear",
            "share_before",
            "whole",
            "minus",
            "ablative",
            "against",
            "how_often",
            "units",
            "singular",
            "genitive",
        )
    }
    cues = dict(table.get("cues", {}))
    cues["minus"] = table.get("minus", "")
    cues["out_of"] = table.get("out_of", "")
    dates = dict(table.get("dates", {}))
    months = _listed(dates.pop("months", ""), 1)
    seasons = _listed(dates.pop("seasons", ""), 0)
    numbers = _by_word(table, "numbers", Decimal)
    scales = _by_word(table, "scales", Decimal)
    orders = _by_word(table, "orders", Decimal)
    fractions = _by_word(table, "fractions", Decimal)
    ordinals = _by_word(table, "ordinals", int)
    compiled = _compile(cues.items())
    date_cues = _compile(dates.items())
    return Language(
        code=code,
        decimal=table.get("decimal"),
        glued=bool(table.get("glued", False)),
        units_first=bool(table.get("units_first", False)),
        paired=bool(table.get("paired", False)),
        hyphens_part=bool(table.get("hyphens_part", False)),
        vigesimal=bool(table.get("vigesimal", False)),
        and_after_tens=bool(table.get("and_after_tens", False)),
        digits_fill=bool(table.get("digits_fill", False)),
        numbers=numbers,
        scales=scales,
        leading_scales=frozenset(
            words.split()[0].casefold() for words in table.get("scales", {}).values()
        ),
        orders=orders,
        fractions=fractions,
        denominators=_by_word(table, "denominators", Decimal),
        ordinals=ordinals,
        marks=marks,
        cues=_by_length(compiled),
        months=months,
        seasons=seasons,
        date_cues=date_cues,
        date_words=_date_words(months, seasons, date_cues, compiled),
        parts=frozenset().union(
            numbers,
            scales,
            fractions,
            ordinals,
            *(marks[role] for role in ("point", "and", "half", "with")),
        ),
        joints=frozenset(
            {*_openings(compiled, _JOINING), *marks["and"], *marks["in"], *marks["of"]}
        ),
        foreign=frozenset({*numbers, *scales, *orders, *compiled, *months, *marks["half"]}),
    )


_JOINING = frozenset({"to", "or", "maybe", "but", "plus_minus", "out_of"})


def _openings(cues: Phrases, roles: frozenset[str]) -> set[str]:
    """First words of the phrases that have one of *roles*."""
    return {word for word, rows in cues.items() if any(role in roles for _, role in rows)}


def _date_words(
    months: Mapping[str, int], seasons: Mapping[str, int], date_cues: Phrases, cues: Phrases
) -> frozenset[str]:
    """Words that tell a date; those that bound numbers just as well tell none."""
    openings = {
        first
        for first, rows in date_cues.items()
        if any(role not in _BESIDE_DATES for _, role in rows)
        and not any(role in _BOUNDING for _, role in cues.get(first, ()))
    }
    return frozenset({*months, *seasons, *openings, "s", "q", "h", "fy"})


_BOUNDING = frozenset({"at_least", "over", "at_most", "under", "from", "to"})
_BESIDE_DATES = frozenset({
    "in", "year", "weekday", "decade_before", "early_behind", "mid_behind", "late_behind",
    "before_behind", "until_behind", "since_behind", "after_behind",
})  # fmt: skip


def _by_length(phrases: Phrases) -> dict[str, Any]:
    """The roles of whole phrases, so that one look settles all phrases of a length."""
    found: dict[str, dict[int, dict[tuple[str, ...], tuple[str, ...]]]] = {}
    for first, rows in phrases.items():
        for words, role in rows:
            same = found.setdefault(first, {}).setdefault(len(words), {})
            same[words] = (*same.get(words, ()), role)
    return {first: tuple(lengths.items()) for first, lengths in found.items()}


def _by_word(table: Mapping[str, Any], name: str, kind: type[Any]) -> dict[str, Any]:
    rows = table.get(name, {}).items()
    return {
        word: number
        for number, words in [(kind(value), words) for value, words in rows]
        for word in words.casefold().split()
    }


def _listed(text: str, first: int) -> dict[str, int]:
    groups = text.casefold().split("|") if text else []
    return {word: number for number, group in enumerate(groups, first) for word in group.split()}


def _compile(roles: Iterable[tuple[str, str]]) -> dict[str, Any]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for role, phrases in roles:
        for phrase in phrases.casefold().split(" | "):
            words = tuple(_PIECE.findall(phrase))
            if words:
                found.setdefault(words[0], []).append((words, role))
    return {
        first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()
    }
