"""What the name of a measure says of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

_PREPOSITIONS = re.compile(
    r"\b(?:from|of|in|at|on|by|during|after|before|since|for|to|with|among|across|along|under)\b"
)

_JOINTS = re.compile(r"[_\-–]")
_STOPS = re.compile(r"[,;:(\[]")
COUNTING = re.compile(
    r"^(?:the )?(?:total |overall )?(?:number|count|total|amount|sum) of (?:the )?"
)
_UNIT_ENDINGS = frozenset(
    ("km", "m", "mi", "ft", "cm", "mm", "ha", "km2", "km²", "kg", "t", "usd", "eur", "percent")
)
_RATES = frozenset(("rate", "rates", "level", "levels"))
_RATE_OF = re.compile(r"(?:the )?(?:rate|level) of (.+)")
_UNEVEN = ("  ", "\0 ", " \0", *"\t\n\v\f\r\x1c\x1d\x1e\x1f")


def folded(text: str) -> str:
    """*text* without differences of case, width and spacing."""
    if text.isascii():
        return " ".join(text.casefold().split())
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def all_folded(texts: Sequence[str]) -> list[str]:
    """Every text folded; many plain ones at once, which is what large tables have.

    Texts that are folded already are given back themselves.

    >>> all_folded(["River  Kura", "POPULATION"])
    ['river kura', 'population']
    """
    joined = "\0".join(texts)
    framed = f"\0{joined}\0"
    even = joined.isascii() and not any(gap in framed for gap in _UNEVEN)
    if not even or joined.count("\0") != len(texts) - 1:
        return [folded(text) for text in texts]
    low = joined.casefold()
    return list(texts) if low == joined else low.split("\0")


def head_words(name: str) -> set[str]:
    """The whole name and the last word of its first phrase; none where it is a rate.

    What is only counted ("number of") is passed over, and so are brackets and units at the end.

    >>> sorted(head_words("excess deaths from famine"))
    ['deaths', 'excess deaths from famine']
    >>> sorted(head_words("number of deaths (confirmed)"))
    ['deaths', 'number of deaths (confirmed)']
    >>> head_words("deaths per 100,000")
    set()
    """
    whole, phrase = folded(name), _first_phrase(name)
    if _is_rate(whole):
        return set()
    return {whole, _bare(phrase)} if phrase else {whole}


def participle(name: str) -> str:
    """The participle of a first phrase that is a participle and its noun; empty for others.

    >>> participle("destroyed houses"), participle("displaced persons camps")
    ('destroyed', '')
    """
    phrase = _first_phrase(name)
    alone = len(phrase) == 2 and phrase[0].endswith("ed")  # noqa: PLR2004 - the two of them
    return phrase[0] if alone and not _is_rate(folded(name)) else ""


def _is_rate(whole: str) -> bool:
    return re.search(r"\bper\b|/", whole) is not None


def _first_phrase(name: str) -> list[str]:
    spaced = COUNTING.sub("", " ".join(_JOINTS.sub(" ", folded(name)).split()))
    return _PREPOSITIONS.split(_STOPS.split(spaced, maxsplit=1)[0], maxsplit=1)[0].split()


def _bare(words: list[str]) -> str:
    """The last word that is not the short name of a unit, as in ``length_km``."""
    return words[-2] if len(words) > 1 and words[-1] in _UNIT_ENDINGS else words[-1]


def named(measures: pd.Series[str], names: frozenset[str]) -> npt.NDArray[np.bool_]:
    """Whether each measure has one of *names* for its head, shape (n,)."""
    code, distinct = pd.factorize(measures)
    return np.array([bool(head_words(name) & names) for name in distinct], bool)[code]


def named_rates(measures: pd.Series[str], names: frozenset[str]) -> npt.NDArray[np.bool_]:
    """Whether each measure is a rate of one of *names*, shape (n,).

    >>> named_rates(pd.Series(["youth unemployment rate", "rate of literacy", "death rate"]),
    ...             frozenset({"unemployment", "literacy"})).tolist()
    [True, True, False]
    """
    code, distinct = pd.factorize(measures)
    return np.array([bool(_of_rate(name) & names) for name in distinct], bool)[code]


def _of_rate(name: str) -> set[str]:
    phrase = _first_phrase(name)
    if len(phrase) > 1 and phrase[-1] in _RATES:
        return {phrase[-2]}
    of_what = _RATE_OF.match(folded(name))
    return head_words(of_what[1]) if of_what else set()
