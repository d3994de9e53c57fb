"""Which claims speak of the same quantity, and what kind of measure it is."""

from __future__ import annotations

import hashlib
import re
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd
from attrs import evolve, frozen
from pandas.api.extensions import ExtensionArray

from claimcheck.settings import Settings
from claimcheck.tables import columns as c
from claimcheck.tables.kinds import CONSTANT, FLOW, STOCK, TALLY
from claimcheck.tables.measures import all_folded, folded, head_words, named, participle

Codes = npt.NDArray[np.int64]
Names = npt.NDArray[np.object_]

_NO_WORD = re.compile(r"(?:[^\w\0]|_)+")


@frozen(eq=False)
class Words:
    """A column of words.

    Attributes:
        code: Code of the word of each claim, shape (n,).
        folded: The words without differences of case, width and spacing, by code.
        spelled: The words as some claim spells them, by code, of dtype ``str``.
    """

    code: Codes
    folded: Names
    spelled: ExtensionArray


@frozen(eq=False)
class Key:
    """Which claims share a key, and what to call it.

    Attributes:
        code: Code of the key of each claim, from 0 without a gap, shape (n,).
        parts: The folded names of each part of the key, by code, shape (g,) each.
        spelled: The same as some claim spells them, of dtype ``str``: of several spellings the
            first by letters.
        dimension: The dimension of the unit, by code, shape (g,).
        shared: Whether other keys differ in the dimension alone, by code, shape (g,).
    """

    code: Codes
    parts: tuple[Names, ...]
    spelled: tuple[ExtensionArray, ...]
    dimension: Names
    shared: npt.NDArray[np.bool_]

    @cached_property
    def ids(self) -> ExtensionArray:
        """Readable, unique names by code; with the dimension where it alone tells two apart."""
        slugs = [
            f"{slug}~{unit}" if several else slug
            for slug, unit, several in zip(
                _slugs(self.parts), _slugs_of(self.dimension), self.shared, strict=True
            )
        ]
        return pd.array(_told_apart(slugs, (*self.parts, self.dimension)), dtype="str")


@frozen(eq=False)
class Keys:
    """The quantities and topics of claims.

    Attributes:
        quantity: Same subject, measure, place, scope and dimension of the unit.
        topic: The same without the scope.
    """

    quantity: Key
    topic: Key


def keys_of(claims: pd.DataFrame) -> Keys:
    """Find the quantity and the topic of each claim.

    Names are compared without regard to case, width and spacing. Reads the columns subject,
    measure, place, scope and dimension.
    """
    subject, measure, place, scope, dimension = (
        _words(claims[column]) for column in (c.SUBJECT, c.MEASURE, c.PLACE, c.SCOPE, c.DIMENSION)
    )
    topic = _key([subject, measure, place], dimension)
    if not scope.code.any() and scope.folded.tolist() == [""]:
        nowhere = np.zeros(len(topic.shared), np.int64)
        parts = (*topic.parts, scope.folded[nowhere])
        spelled = (*topic.spelled, pd.array([""], dtype="str").take(nowhere))
        plain = evolve(topic, parts=parts, spelled=spelled)
        return Keys(plain, plain)
    return Keys(_key([subject, measure, place, scope], dimension), topic)


def _words(texts: pd.Series[str]) -> Words:
    raw, distinct = pd.factorize(texts)
    raw, written = raw.astype(np.int64), distinct.to_numpy(dtype=object)
    names = np.array(all_folded(written.tolist()), dtype=object)
    if np.array_equal(names, written):
        return Words(raw, names, distinct.array)
    again, names = pd.factorize(names)
    spelling = np.empty(len(names), np.int64)
    last_first = np.argsort(written)[::-1]
    spelling[again[last_first]] = last_first
    return Words(again[raw].astype(np.int64), names, distinct.array.take(spelling))


def _key(parts: list[Words], dimension: Words) -> Key:
    plain, first = _combined([words.code for words in parts])
    full, full_first = _combined([plain, dimension.code])
    often = np.bincount(plain[full_first], minlength=len(first))
    return Key(
        code=full,
        parts=tuple(words.folded[words.code[full_first]] for words in parts),
        spelled=tuple(words.spelled.take(words.code[full_first]) for words in parts),
        dimension=dimension.folded[dimension.code[full_first]],
        shared=often[plain[full_first]] > 1,
    )


def _combined(codes: list[Codes]) -> tuple[Codes, Codes]:
    """One code for each distinct row of *codes*, and the first row that has it."""
    joint = codes[0]
    for column in codes[1:]:
        width = int(column.max(initial=0)) + 1
        if width > 1:
            joint, _ = pd.factorize(joint * width + column)
    joint = joint.astype(np.int64)
    first = np.empty(int(joint.max(initial=-1)) + 1, np.int64)
    first[joint[::-1]] = np.arange(len(joint))[::-1]
    return joint, first


def _slugs(parts: tuple[Names, ...]) -> list[str]:
    columns = [_slugs_of(names) for names in parts]
    return ["/".join(cells).rstrip("/-") or "-" for cells in zip(*columns, strict=True)]


def _slugs_of(texts: Names) -> list[str]:
    """Letters and digits with single dashes between them; a dash alone where there are none."""
    code, distinct = pd.factorize(texts)
    joined = "\0".join([text.replace("\0", " ") for text in distinct])
    dashed = _NO_WORD.sub("-", joined).split("\0")
    return np.array([text.strip("-") or "-" for text in dashed], dtype=object)[code].tolist()


def _told_apart(slugs: list[str], parts: tuple[Names, ...]) -> list[str]:
    """Slugs that stand for several keys get a hash of the key."""
    for place in np.flatnonzero(pd.Series(slugs, dtype=object).duplicated(keep=False)):
        key = "\x1f".join(str(names[place]) for names in parts)
        slugs[place] += f"~{hashlib.blake2s(key.encode(), digest_size=3).hexdigest()}"
    return slugs


def measure_kinds(claims: pd.DataFrame, settings: Settings) -> npt.NDArray[np.int8]:
    """Kind of each claim's measure (DESIGN, section 4): STOCK, TALLY, FLOW or CONSTANT, (n,).

    A measure is known by its name, by the last word before a preposition ("excess deaths", "length
    of the river") or by a participle before its noun ("destroyed houses"); a bare one by that of
    its subject. A figure over a definite period of more than a year is a flow, unless its measure
    is declared a stock or a constant, and so are the others of its topic whose measure is not
    declared. A constant in per cent that is a share ("turnout") is a stock. Reads the columns
    subject, measure, dimension, topic_code and is_long_period.
    """
    measure, measures = pd.factorize(claims[c.MEASURE])
    declared = np.array([_declared(name, settings) for name in measures], np.int8)[measure]
    bare = np.array([folded(name) in settings.bare_measures for name in measures], bool)[measure]
    if bare.any():
        subject, subjects = pd.factorize(claims[c.SUBJECT].to_numpy()[bare])
        by_subject = np.array(
            [FLOW if _declared(name, settings) == FLOW else -1 for name in subjects], np.int8
        )
        declared[bare] = by_subject[subject]
    long = claims[c.IS_LONG_PERIOD].to_numpy() & ~np.isin(declared, (STOCK, CONSTANT))
    topic = claims[c.TOPIC_CODE].to_numpy()
    over_periods = np.isin(topic, np.unique(topic[long])) & (declared < 0)
    kind = np.where(long | over_periods, FLOW, np.where(declared < 0, STOCK, declared))
    kind = np.where((kind == CONSTANT) & _shares(claims, settings), STOCK, kind)
    dated = (claims[c.DIMENSION] == "date").to_numpy()
    return np.where(dated, CONSTANT, kind).astype(np.int8)


def _shares(claims: pd.DataFrame, settings: Settings) -> npt.NDArray[np.bool_]:
    """Whether each claim is of a share in per cent: a turnout is of one election or of another."""
    dimension = claims[c.DIMENSION].cat
    per_whole = np.array([name.split()[:1] == ["share"] for name in dimension.categories], bool)
    return per_whole[dimension.codes] & named(claims[c.MEASURE], settings.share_measures)


def _declared(measure: str, settings: Settings) -> int:
    """The kind that settings give a measure by its whole name, else by its head; -1 for none.

    A flow is known by the participle before its noun as well ("destroyed houses").
    """
    whole = {folded(measure)}
    kinds = (
        (CONSTANT, settings.constants),
        (TALLY, settings.tallies),
        (FLOW, settings.flows),
        (STOCK, settings.stocks),
    )
    for words in (whole, head_words(measure) - whole):
        for kind, names in kinds:
            if words & names:
                return kind
    return FLOW if participle(measure) in settings.flows else -1


def signed_measures(claims: pd.DataFrame, settings: Settings) -> npt.NDArray[np.bool_]:
    """Whether values below zero have a meaning for each claim's measure or unit, shape (n,)."""
    measure, measures = pd.factorize(claims[c.MEASURE])
    named = np.array(
        [
            bool(head_words(name) & (settings.signed_measures | set(settings.signed_scales)))
            for name in measures
        ],
        bool,
    )
    return named[measure] | (claims[c.DIMENSION] == "temperature").to_numpy()
