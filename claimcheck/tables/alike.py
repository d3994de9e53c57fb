"""Quantities that are not compared, and whose names differ by so little that one may be meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd
from attrs import frozen

from claimcheck.tables import columns as c
from claimcheck.tables.measures import COUNTING, folded

_PARTS = (c.SUBJECT, c.MEASURE, c.PLACE, c.SCOPE)
_NO_WORD = re.compile(r"(?:[^\w]|_)+")
_LETTERS = re.compile(r"\b(\w) (?=\w\b)")
_ARTICLE = re.compile(r"^(?:the|a|an) (?=\w)")
_DIGITS = re.compile(r"\d+")
_LEAST_PLURAL = 4
_LEAST_SLIP = 6
_MOST_COMPARED = 200_000
Codes = npt.NDArray[np.int64]


def alike(quantities: pd.DataFrame) -> pd.DataFrame:
    """Pairs of quantities that may be one, and are not compared.

    Their names are the same but for accents, hyphens, articles and plurals, or one part of them is
    but for one letter; or all names are the same, and the units cannot be converted.

    Args:
        quantities: One row a quantity; reads its id, its unit, and the parts of its name.

    Returns:
        quantity_id, other_quantity_id; ``differ``, the parts that differ, or ``unit``; ``name``
        and ``other_name``, what stands there.

    >>> quantities = pd.DataFrame({
    ...     "quantity_id": ["a", "b"], "subject": ["flood", "the Floods"], "measure": "deaths",
    ...     "place": "", "scope": "", "unit": "people",
    ... })
    >>> alike(quantities)[["differ", "name", "other_name"]].values.tolist()
    [['subject', 'flood', 'the Floods']]
    """
    names = [quantities[part].tolist() for part in _PARTS]
    exact, rough = ([_Forms.of(cells, form) for cells in names] for form in (folded, loose))
    found = {*_same([forms.code for forms in exact]), *_near(exact, rough), *_slips(rough)}
    ids, units = quantities[c.QUANTITY_ID].tolist(), quantities[c.UNIT].tolist()
    rows = []
    for one, other in sorted(found):
        apart = [place for place, forms in enumerate(exact) if forms.code[one] != forms.code[other]]
        differ = ", ".join(_PARTS[place] for place in apart) or c.UNIT
        told = (
            " · ".join(names[place][row] for place in apart) or units[row] for row in (one, other)
        )
        rows.append((ids[one], ids[other], differ, *told))
    return pd.DataFrame(rows, columns=list(c.ALIKE_COLUMNS)).astype("str")


def loose(name: str) -> str:
    """*name* without accents, hyphens, articles, plurals and the word "and".

    >>> loose("The U.S.-València floods"), loose("number of deaths"), loose("glass")
    ('us valencia flood', 'death', 'glass')
    """
    plain = unicodedata.normalize("NFKD", folded(name))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = _NO_WORD.sub(" ", COUNTING.sub("", plain)).strip()
    plain = _ARTICLE.sub("", _LETTERS.sub(r"\1", plain))
    return " ".join(_singular(word) for word in plain.split() if word != "and")


def is_slip(left: str, right: str) -> bool:
    """Whether two names differ by one letter left out, or by two neighbours swapped.

    >>> is_slip("azerbaijan", "azerbiajan"), is_slip("portugal", "portgal")
    (True, True)
    >>> is_slip("ireland", "iceland"), is_slip("election 2019", "election 209")
    (False, False)
    """
    short, long = sorted((left, right), key=len)
    if len(short) < _LEAST_SLIP or len(long) - len(short) > 1 or left == right:
        return False
    if _DIGITS.findall(left) != _DIGITS.findall(right):
        return False
    at = next((place for place, letter in enumerate(short) if letter != long[place]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    return short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]


def _singular(word: str) -> str:
    is_plural = len(word) >= _LEAST_PLURAL and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if is_plural else word


@frozen(eq=False)
class _Forms:
    """One part of all names in a form that makes some of them one.

    Attributes:
        code: Code of the form of each, shape (n,).
        words: The forms, by code.
    """

    code: Codes
    words: Sequence[str]

    @classmethod
    def of(cls, cells: Sequence[str], form: Callable[[str], str]) -> _Forms:
        raw, distinct = pd.factorize(np.array(cells, dtype=object))
        again, words = pd.factorize(np.array([form(name) for name in distinct], dtype=object))
        return cls(again.astype(np.int64)[raw], words.tolist())


def _same(codes: Sequence[Codes]) -> Iterator[tuple[int, int]]:
    """Each row with the first of the same codes; these differ in the unit alone."""
    joint = _joint(codes)
    yield from _with_the_first(_groups(np.arange(len(joint)), joint))


def _near(exact: Sequence[_Forms], rough: Sequence[_Forms]) -> Iterator[tuple[int, int]]:
    """Each spelling with the first that is the same but for little."""
    firsts = _firsts(_joint([forms.code for forms in exact]))
    joint = _joint([forms.code for forms in rough])
    yield from _with_the_first(_groups(firsts, joint[firsts]))


def _slips(rough: Sequence[_Forms]) -> Iterator[tuple[int, int]]:
    """Pairs that differ by a slip in one part; groups too large to be looked through are not."""
    codes = [forms.code for forms in rough]
    firsts, left = _firsts(_joint(codes)), _MOST_COMPARED
    for part, forms in enumerate(rough):
        others = _joint([code for place, code in enumerate(codes) if place != part])
        for members in _groups(firsts, others[firsts]):
            count = len(members) * (len(members) - 1) // 2
            if count > left:
                continue
            left -= count
            word = {row: forms.words[forms.code[row]] for row in members}
            yield from (
                (one, other)
                for one, other in combinations(members, 2)
                if is_slip(word[one], word[other])
            )


def _joint(codes: Sequence[Codes]) -> Codes:
    """One code for each distinct row of *codes*."""
    joint = codes[0]
    for code in codes[1:]:
        joint = pd.factorize(joint * (int(code.max(initial=0)) + 1) + code)[0].astype(np.int64)
    return joint


def _firsts(code: Codes) -> Codes:
    """The first row of each code, ascending."""
    return np.flatnonzero(~pd.Series(code).duplicated().to_numpy())


def _groups(rows: Codes, code: Codes) -> list[list[int]]:
    """The *rows* of each code that several have, ascending."""
    several = np.bincount(code, minlength=1)[code] > 1
    found: dict[int, list[int]] = {}
    for row, key in zip(rows[several].tolist(), code[several].tolist(), strict=True):
        found.setdefault(key, []).append(row)
    return list(found.values())


def _with_the_first(groups: Sequence[list[int]]) -> Iterator[tuple[int, int]]:
    for first, *others in groups:
        yield from ((first, other) for other in others)
