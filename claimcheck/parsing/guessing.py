"""The language of a phrase, told by its number words where nobody names it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from claimcheck.parsing.languages import language_codes, load_language
from claimcheck.parsing.tokens import Token
from claimcheck.parsing.units import lookup_unit

_DEFAULT = "en"
_LONG_ENOUGH = 5


def likely_languages(tokens: Sequence[Token]) -> list[str]:
    """Codes of the languages that know most words of a phrase which English does not know.

    Empty where English knows as many, or where nothing but short words speaks for another.
    """
    english = load_language(_DEFAULT)
    words = {token.low for token in tokens if token.kind == "w"}
    strange = {word for word in words if word not in english.foreign}
    known = _homes()
    told = {word for word in strange if word in known and _speaks(word) and not lookup_unit(word)}
    if not told:
        return []
    scores = {code: sum(code in known.get(word, ()) for word in words) for code in _others()}
    best = max(scores.values(), default=0)
    own = sum(word in english.foreign for word in words)
    if best < own:
        return []
    return [code for code, score in scores.items() if score == best]


def _speaks(word: str) -> bool:
    """Whether a word is long or marked enough to tell a language by."""
    return len(word) >= _LONG_ENOUGH or not word.isascii()


def _others() -> tuple[str, ...]:
    return tuple(code for code in language_codes() if code != _DEFAULT)


@lru_cache(maxsize=1)
def _homes() -> dict[str, frozenset[str]]:
    homes: dict[str, set[str]] = {}
    for code in _others():
        for word in load_language(code).foreign:
            homes.setdefault(word, set()).add(code)
    return {word: frozenset(codes) for word, codes in homes.items()}
