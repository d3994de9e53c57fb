"""A phrase cut into numbers, words, signs and brackets, with the place of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing.languages import Language

LONGEST_PHRASE = 10_000
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8),
    "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
_EXPONENT = r"(?:[eE][+-]?\d{1,3}(?![^\W_]))?"
_TOKEN = re.compile(
    rf"(?P<n>\d{{1,3}}(?:[ ]\d{{3}})+(?!\d)(?:[.,]\d+)?{_EXPONENT}"
    rf"|\d+(?:[.,_]\d+|'\d{{3}}(?!\d))*(?:·(?!10)\d{{1,2}}(?!\d))?{_EXPONENT}"
    rf"|(?<![^\W_])[.,]\d+{_EXPONENT})"
    rf"|(?P<p>[⁺⁻]?[{SUPERSCRIPTS}]+)"
    rf"|(?P<f>[{''.join(VULGAR)}])"
    rf"|(?P<w>[^\W\d_{SUPERSCRIPTS}{''.join(VULGAR)}]+)"
    r"|(?P<s>\.{2,3}(?=\s?\d)|\*\*|[^\w\s]|_|\w)"
)
_PAIRS = {"(": ")", "[": "]"}
_BRACKET = re.compile(r"[()\[\]]")
_SHORTEST_GLUED = 4
_INVISIBLE = (
    "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e"
    "\u2066\u2067\u2068\u2069\u061c\ufe0e\ufe0f"
)
_HIDDEN = re.compile(f"[{_INVISIBLE}]")
_SAME = {
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
    "\u205f\u3000\t\n\r\v\f\u0085\u2028\u2029",
    "-": "‐‑−﹣－⁃",
    "–": "–—―‒…",
    "~": "∼〜～˜≈≃≅",
    "'": "’‘ʼ＇`´",
    "*": "∗＊",
    "×": "✕⨯✖",
    "·": "⋅∙•",
    "/": "⁄∕／",
    "≤": "⩽≦",
    "≥": "⩾≧",
    "<": "＜﹤",
    ">": "＞﹥",
    "+": "＋﹢",
    "=": "＝",
    "%": "％﹪",
    "(": "（",
    ")": "）",
    ".": "٫．",
    ",": "٬，",
    "µ": "μ",
    "$": "＄﹩",
    "£": "￡",
    "¥": "￥",
}


class _Characters(dict[int, int]):
    """Characters by what they are read as; digits of any script are read as ours."""

    def __missing__(self, point: int) -> int:
        letter = chr(point)
        self[point] = ord(str(int(letter))) if letter.isdecimal() else point
        return self[point]


_CHARACTERS = _Characters(
    {ord(letter): ord(plain) for plain, letters in _SAME.items() for letter in letters}
)


class Token(NamedTuple):
    """One piece of a phrase.

    Attributes:
        kind: ``n`` number, ``w`` word, ``s`` sign, ``p`` superscript, ``f`` vulgar fraction,
            ``b`` bracket with its content.
        low: What it says, in lower case; the content, for a bracket.
        start: Where it starts in the clean text.
        end: Where it ends.
    """

    kind: str
    low: str
    start: int
    end: int


def clean(text: str) -> tuple[str, tuple[int, ...] | None]:
    """*text* with one sign for one meaning, and where each letter stood if some were left out."""
    if text.isascii():
        return text.translate(_CHARACTERS) if not text.isprintable() else text, None
    plain = text.translate(_CHARACTERS)
    if not _HIDDEN.search(plain):
        return plain, None
    kept = tuple(place for place, letter in enumerate(plain) if letter not in _INVISIBLE)
    return "".join(plain[place] for place in kept), (*kept, len(text))


def fold(text: str) -> str:
    """*text* without capitals; the dotted one of Turkish leaves no second dot behind.

    >>> fold("İki MİLYON")
    'iki milyon'
    """
    return text.casefold() if text.isascii() else text.casefold().replace("\u0307", "")


def tokenize(text: str, language: Language) -> list[Token]:
    """The tokens of a clean *text*; brackets of the outermost level are one token each.

    Raises:
        FigureSyntaxError: If a bracket is never closed, or was never opened.
    """
    tokens: list[Token] = []
    pieces = language.pieces
    for match in _TOKEN.finditer(text) if _BRACKET.search(text) is None else _matches(text, tokens):
        kind, low = match.lastgroup or "s", match[0]
        start, end = match.span()
        if kind == "w":
            low = fold(low)
            glued = pieces(low) if len(low) >= _SHORTEST_GLUED else ()
            if glued:
                tokens.extend([Token("w", piece, start, end) for piece in glued])
                if glued[-1] in language.mark("glued_units"):
                    tokens[-1] = tokens[-1]._replace(start=end - len(glued[-1]))
                continue
        elif kind == "n":
            low = low.casefold().replace("·", ".")
        tokens.append(_token(Token, (kind, low, start, end)))
    return tokens


_token = tuple.__new__
"""The constructor of named tuples, without the layer that takes their names."""


def _matches(text: str, tokens: list[Token]) -> Iterator[re.Match[str]]:
    """What stands outside of brackets; brackets are put to *tokens* as they are met."""
    place = 0
    while match := _TOKEN.search(text, place):
        start = match.start()
        if text[start] in _PAIRS:
            tokens.append(_bracket(text, start))
            place = tokens[-1].end
            continue
        if text[start] in ")]":
            raise FigureSyntaxError(
                f"{text[start]!r} closes no bracket", text, start, start + 1,
                "take it out, or open the bracket",
            )  # fmt: skip
        yield match
        place = match.end()


def _bracket(text: str, start: int) -> Token:
    opening = text[start]
    closing = _PAIRS[opening]
    depth = 0
    for place in range(start, len(text)):
        if text[place] == opening:
            depth += 1
        elif text[place] == closing:
            depth -= 1
            if depth == 0:
                return Token("b", text[start + 1 : place].strip(), start, place + 1)
    raise FigureSyntaxError(
        "this bracket is never closed", text, start, len(text), f'close it with "{closing}"'
    )
