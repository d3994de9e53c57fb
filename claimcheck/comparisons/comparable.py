"""Which claims speak of the same quantity, and what kind of measure it is."""

from __future__ import annotations

import hashlib
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


class _Dashed(dict[int, str]):
    """What each character becomes in a slug: letters and digits stay, all others are dashes."""

    def __missing__(self, code: int) -> str:
        self[code] = chr(code) if chr(code).isalnum() else "-"
        return self[code]


_DASHED = _Dashed({0: "\0"})


@frozen(eq=False)
class Words:
    """The words of one column.

    Attributes:
        code: Code of the word of each claim, or of each key, shape (n,).
        folded: The words without differences of case, width and spacing, by code, of dtype ``str``.
        spelled: The words as some claim spells them, by code, of dtype ``str``: of several
            spellings the first by letters.
    """

    code: Codes
    folded: ExtensionArray
    spelled: ExtensionArray

    def at(self, rows: Codes) -> Words:
        """The words of some *rows*."""
        return evolve(self, code=self.code[rows])

    @property
    def slugs(self) -> pd.Series[str]:
        """The words as letters and digits with single dashes between them, shape (n,)."""
        return pd.Series(pd.array(_slugs_of(self.folded.tolist()), dtype="str").take(self.code))


@frozen(eq=False)
class Key:
    """Which claims share a key, and what to call it.

    Attributes:
        code: Code of the key of each claim, from 0 without a gap, shape (n,).
        parts: The words of each part of the key, by its code, shape (g,) each.
        dimension: The dimension of the unit, by code, shape (g,).
        shared: Whether other keys differ in the dimension alone, by code, shape (g,).
    """

    code: Codes
    parts: tuple[Words, ...]
    dimension: Words
    shared: npt.NDArray[np.bool_]

    @cached_property
    def ids(self) -> ExtensionArray:
        """Readable, unique names by code; with the dimension where it alone tells two apart."""
        slugs = self.parts[0].slugs
        for words in self.parts[1:]:
            slugs = slugs + "/" + words.slugs
        slugs = slugs.str.rstrip("/-")
        slugs = slugs.mask(slugs == "", "-")
        if self.shared.any():
            slugs = slugs.mask(self.shared, slugs + "~" + self.dimension.slugs)
        return _told_apart(slugs, (*self.parts, self.dimension)).array

    @property
    def spelled(self) -> tuple[ExtensionArray, ...]:
        """Each part as some claim spells it, by code, shape (g,)."""
        return tuple(words.spelled.take(words.code) for words in self.parts)


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
    if scope.folded.tolist() == [""]:
        nowhere = scope.at(np.zeros(len(topic.shared), np.int64))
        plain = evolve(topic, parts=(*topic.parts, nowhere))
        return Keys(plain, plain)
    return Keys(_key([subject, measure, place, scope], dimension), topic)


def _words(texts: pd.Series[str]) -> Words:
    raw, distinct = pd.factorize(texts)
    raw, written = raw.astype(np.int64), distinct.tolist()
    names = all_folded(written)
    if names == written:
        return Words(raw, distinct.array, distinct.array)
    again, folded_names = pd.factorize(pd.Series(names, dtype="str"))
    spelling = np.empty(len(folded_names), np.int64)
    last_first = np.argsort(np.array(written, dtype=object))[::-1]
    spelling[again[last_first]] = last_first
    return Words(again[raw].astype(np.int64), folded_names.array, distinct.array.take(spelling))


def _key(parts: list[Words], dimension: Words) -> Key:
    plain, first = _combined([words.code for words in parts])
    full, full_first = _combined([plain, dimension.code])
    often = np.bincount(plain[full_first], minlength=len(first))
    return Key(
        code=full,
        parts=tuple(words.at(full_first) for words in parts),
        dimension=dimension.at(full_first),
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


def _slugs_of(texts: list[str]) -> list[str]:
    """Letters and digits with single dashes between them; a dash alone where there are none."""
    dashed = "\0".join([text.replace("\0", " ") for text in texts]).translate(_DASHED)
    while "--" in dashed:
        dashed = dashed.replace("--", "-")
    return [text.strip("-") or "-" for text in dashed.split("\0")]


def _told_apart(slugs: pd.Series[str], parts: tuple[Words, ...]) -> pd.Series[str]:
    """Slugs that stand for several keys get a hash of the key."""
    places = np.flatnonzero(slugs.duplicated(keep=False))
    if not len(places):
        return slugs
    names = [words.folded.take(words.code[places]) for words in parts]
    keys = ["\x1f".join(key) for key in zip(*names, strict=True)]
    hashes = [hashlib.blake2s(key.encode(), digest_size=3).hexdigest() for key in keys]
    told = pd.Series(hashes, index=slugs.index[places], dtype="str")
    return slugs.mask(slugs.index.isin(told.index), slugs + "~" + told)


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
