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

_UNEVEN = re.compile(r"\s\s|[^\S ]|\0 | \0")


def folded(text: str) -> str:
    """*text* without differences of case, width and spacing."""
    if text.isascii():
        return " ".join(text.casefold().split())
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def all_folded(texts: Sequence[str]) -> list[str]:
    """Every text folded; many plain ones at once, which is what large tables have.

    >>> all_folded(["River  Kura", "POPULATION"])
    ['river kura', 'population']
    """
    joined = "\0".join(texts)
    if joined.isascii() and _UNEVEN.search(f"\0{joined}\0") is None:
        return joined.casefold().split("\0") if texts else []
    return [folded(text) for text in texts]


def head_words(name: str) -> set[str]:
    """The whole name and the last word of its first phrase; none where it is a rate.

    >>> sorted(head_words("excess deaths from famine"))
    ['deaths', 'excess deaths from famine']
    >>> head_words("deaths per 100,000")
    set()
    """
    whole = folded(name)
    if re.search(r"\bper\b|/", whole):
        return set()
    before = _PREPOSITIONS.split(whole, maxsplit=1)[0].split()
    return {whole, before[-1]} if before else {whole}


def named(measures: pd.Series[str], names: frozenset[str]) -> npt.NDArray[np.bool_]:
    """Whether each measure has one of *names* for its head, shape (n,)."""
    code, distinct = pd.factorize(measures)
    return np.array([bool(head_words(name) & names) for name in distinct], bool)[code]
