"""The language of a phrase, told by its number words where nobody names it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from claimcheck.parsing.languages import language_codes, load_language
from claimcheck.parsing.units import lookup_unit

_DEFAULT = "en"
_LONG_ENOUGH = 5
_LONG_AMID_OTHERS = 3
_MOST_WORDS = 12
_BEHIND = frozenset({"after_at_least", "after_at_most", "after_over", "after_under", "after_hedge"})


@lru_cache(maxsize=4096)
def likely_languages(words: frozenset[str]) -> tuple[str, ...]:
    """Codes of the languages that know most of *words*, in lower case, where English knows fewer.

    Empty where English knows as many, or where nothing but short words speaks for another.
    """
    english = load_language(_DEFAULT)
    if not any(_tells(word) for word in words):
        return ()
    known = _homes()
    scores = {code: sum(code in known.get(word, ()) for word in words) for code in _others()}
    best = max(scores.values(), default=0)
    own = sum(word in english.foreign for word in words)
    if best < own:
        return ()
    return tuple(code for code, score in scores.items() if score == best)


@lru_cache(maxsize=4096)
def languages_of_all(words: frozenset[str]) -> tuple[str, ...]:
    """Codes of the languages that know all of *words*, of which English knows not all."""
    strange = [word for word in words if len(word) >= _LONG_AMID_OTHERS and not _is_english(word)]
    if not strange or len(words) > _MOST_WORDS:
        return ()
    return tuple(code for code in _others() if all(_is_of(code, word) for word in words))


def bounding_languages(words: Sequence[str]) -> tuple[str, ...]:
    """Codes of the languages in which two of *words* bound or hedge what stands before them.

    >>> bounding_languages(["ans", "ou", "plus"])
    ('fr',)
    """
    known = _bounds()
    return next((known[pair] for pair in pairwise(words) if pair in known), ())


@lru_cache(maxsize=1)
def _bounds() -> dict[tuple[str, str], tuple[str, ...]]:
    """The openings of bounds behind a number, of two words of which English knows not both."""
    codes: dict[tuple[str, str], list[str]] = {}
    english = _words_of(_DEFAULT)
    for code in _others():
        for phrase in load_language(code).phrases_of(_BEHIND):
            pair = phrase[:2]
            if len(pair) == 2 and not english.issuperset(pair):
                codes.setdefault((pair[0], pair[1]), []).append(code)
    return {pair: tuple(dict.fromkeys(found)) for pair, found in codes.items()}


def scaling_languages(word: str) -> tuple[str, ...]:
    """Codes of the languages in which *word*, in lower case, is a scale that English has not.

    >>> scaling_languages("mila")
    ('it',)
    """
    return _scales().get(word, ())


@lru_cache(maxsize=1)
def _scales() -> dict[str, tuple[str, ...]]:
    codes: dict[str, list[str]] = {}
    for code in _others():
        for word in load_language(code).scales:
            if len(word) > 1 and not _is_english(word):
                codes.setdefault(word, []).append(code)
    return {word: tuple(found) for word, found in codes.items()}


def _is_english(word: str) -> bool:
    unit = lookup_unit(word)
    named = unit is not None and (word.isascii() or not unit.counted)
    known = word in _words_of(_DEFAULT) or named
    return known or bool(load_language(_DEFAULT).split(word))


def _is_of(code: str, word: str) -> bool:
    """Whether a word, or what it is glued from, stands in the table of a language."""
    language = load_language(code)
    return word in _words_of(code) or bool(language.split(word)) or lookup_unit(word) is not None


@lru_cache(maxsize=32)
def _words_of(code: str) -> frozenset[str]:
    language = load_language(code)
    said = {
        word
        for lengths in language.cues.values()
        for _, phrases in lengths
        for phrase in phrases
        for word in phrase
    }
    marks = {word for words in language.marks.values() for word in words}
    tables = language.numbers, language.scales, language.orders, language.fractions
    named = {word for table in (*tables, language.denominators) for word in table}
    return frozenset({*said, *marks, *named, *language.ordinals, *language.months})


@lru_cache(maxsize=8192)
def _tells(word: str) -> bool:
    """Whether a word is of another language, and long or marked enough to tell it by."""
    if word in load_language(_DEFAULT).foreign or (word.isascii() and len(word) < _LONG_ENOUGH):
        return False
    return lookup_unit(word) is None and word in _homes()


def _others() -> tuple[str, ...]:
    return tuple(code for code in language_codes() if code != _DEFAULT)


@lru_cache(maxsize=1)
def _homes() -> dict[str, frozenset[str]]:
    homes: dict[str, set[str]] = {}
    for code in _others():
        for word in load_language(code).foreign:
            homes.setdefault(word, set()).add(code)
    return {word: frozenset(codes) for word, codes in homes.items()}
