"""The language and the decimal separator of running text, told by all of its small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from claimcheck.parsing.languages import Language, language_codes, load_language
from claimcheck.parsing.numerals import read_numeral
from claimcheck.parsing.tokens import Token

_DEFAULT = "en"
_SAMPLE = 20_000
_LEAST_EVIDENCE = 0.5
_WORD = re.compile(r"(?:\A\W*|(?<=[.!?:;\n]\s))([^\W\d_]+)(?![\w-])|(?<![\w-])([^\W\d_]+)(?![\w-])")
_COMMON = {
    "az": "bu və bir o da ki ilə oldu edir idi olan hər daha sonra isə var ildə",
    "da": "og at det den der er ikke en af til på med har var blev kommunen men fra",
    "de": "der die das und ist nicht ein sie es wurde hat den zu auf sich war wird als nach",
    "en": "the and of to was is that were has had it its be are not this they at by their",
    "es": "el la los las es fue una se lo su del como no está son ha según",
    "fr": "le la les est elle il une des été se ce sa ses qui sont y ont voir loi ne pas personnes",
    "it": "il lo la gli le è si una che non sono della dei ha stato anche nel al",
    "nl": "de het een is en niet zij werd heeft zijn op aan ook bij der telt zie",
    "no": "og at det den der er ikke en av til på med har var ble kommunen men fra",
    "pl": "i w się na jest nie to że do z był była było przez oraz jak liczy",
    "pt": "o a os as é foi uma se não seu sua são no na do da ao com há está",
    "ru": "и в не на что он она с это по как был была было к но из город",
    "sv": "och att det den är inte en ett av till på med har var blev kommunen men från se",
    "tr": "bu ve bir o da de ki ile oldu idi olan her daha sonra ise var yılında",
}
_MARKS = ("stops", "article", "in", "of", "and", "per", "point", "more", "out_of")


def language_of_text(text: str) -> Language:
    """The language whose small words stand most often at the beginning of *text*.

    A word that several languages share speaks for each of them in part. English, where no other
    language has more.

    >>> language_of_text("Los daños ascienden a 1.200 millones de euros.").code
    'es'
    >>> language_of_text("1.200").code
    'en'
    """
    homes = _homes()
    scores = dict.fromkeys(language_codes(), 0.0)
    for word, times in Counter(_plain_words(text[:_SAMPLE])).items():
        codes = homes.get(word, ())
        for code in codes:
            scores[code] += times / len(codes)
    best = max(scores, key=lambda code: (scores[code], code == _DEFAULT))
    told = scores[best] > max(scores[_DEFAULT], _LEAST_EVIDENCE)
    return load_language(best if told else _DEFAULT)


def _plain_words(text: str) -> Iterator[str]:
    """The words that are no names, in lower case: those in small letters, and those that begin."""
    for first, other in _WORD.findall(text):
        if first or other.islower():
            yield first.casefold() or other


@lru_cache(maxsize=1)
def _homes() -> dict[str, tuple[str, ...]]:
    """The languages of every small word."""
    homes: dict[str, list[str]] = {}
    for code in language_codes():
        for word in _small_words(load_language(code)):
            homes.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in homes.items()}


def _small_words(language: Language) -> frozenset[str]:
    marks = {word for role in _MARKS for word in language.mark(role)}
    first = {word for word in language.cues if word.isalpha()}
    tables = language.numbers, language.scales, language.months, language.orders
    named = {word for table in tables for word in table}
    return frozenset({*_COMMON.get(language.code, "").split(), *marks, *first, *named})


def decimal_of_text(tokens: list[Token], language: Language) -> str | None:
    """The decimal separator of *language*, or None where the numbers of the text speak against it.

    Then each number has to tell for itself, as it has in English.
    """
    if language.code == _DEFAULT or language.decimal is None:
        return None
    settled = Counter(
        numeral.settles
        for token in tokens
        if token.kind == "n" and not token.low.isdigit()
        and (numeral := read_numeral(token.low, None)) is not None and numeral.settles
    )  # fmt: skip
    own = settled.pop(language.decimal, 0)
    return language.decimal if own >= settled.total() else None
