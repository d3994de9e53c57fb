"""Which claims speak of the same quantity, and what kind of measure it is."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd
from attrs import frozen

from claimcheck.settings import Settings
from claimcheck.tables import columns as c
from claimcheck.tables.kinds import CONSTANT, FLOW, STOCK, TALLY
from claimcheck.tables.measures import folded, head_words

_NO_WORD = re.compile(r"[\W_]+")


@frozen(eq=False)
class Keys:
    """Codes and names of quantities and topics.

    Attributes:
        quantity: Code of the quantity of each claim, shape (n,): same subject, measure, place,
            scope and dimension of the unit.
        topic: Code of the topic of each claim, shape (n,): the same without the scope.
        quantity_ids: Readable, unique names by code, in order of name.
        topic_ids: The same for topics.
    """

    quantity: npt.NDArray[np.int64]
    topic: npt.NDArray[np.int64]
    quantity_ids: npt.NDArray[np.object_]
    topic_ids: npt.NDArray[np.object_]


def keys_of(claims: pd.DataFrame, dimension: pd.Series[str]) -> Keys:
    """Find the quantity and the topic of each claim.

    Names are compared without regard to case, width and spacing. Reads the columns subject,
    measure, place and scope.

    Args:
        claims: The claims.
        dimension: Dimension of each claim's unit.
    """
    named = [_codes(claims[column]) for column in (c.SUBJECT, c.MEASURE, c.PLACE, c.SCOPE)]
    dimensions = _codes(dimension)
    subject, measure, place, scope = named
    topic, topic_ids = _named([subject, measure, place], dimensions)
    quantity, quantity_ids = _named([subject, measure, place, scope], dimensions)
    return Keys(quantity, topic, quantity_ids, topic_ids)


_Coded = tuple[npt.NDArray[np.int64], npt.NDArray[np.object_]]


def _codes(texts: pd.Series[str]) -> _Coded:
    raw, distinct = pd.factorize(texts)
    again, names = pd.factorize(np.array([folded(text) for text in distinct], dtype=object))
    return again[raw].astype(np.int64), names


def _named(parts: list[_Coded], dimensions: _Coded) -> _Coded:
    """Codes in order of the ids that name them; the id has the dimension where it must."""
    plain, first = _combined([codes for codes, _ in parts])
    full, full_first = _combined([plain, dimensions[0]])
    slugs = _slugs([names[codes[full_first]] for codes, names in parts])
    shared = np.bincount(plain[full_first], minlength=len(first))[plain[full_first]] > 1
    dimension = dimensions[1][dimensions[0][full_first]]
    slugs = [
        f"{slug}~{_slug(unit)}" if several else slug
        for slug, unit, several in zip(slugs, dimension, shared, strict=True)
    ]
    keys = (
        "\x1f".join(cells)
        for cells in zip(
            *(names[codes[full_first]] for codes, names in parts), dimension, strict=True
        )
    )
    ids = np.array(_told_apart(slugs, keys), dtype=object)
    order = np.argsort(ids)
    rank = np.empty(len(ids), np.int64)
    rank[order] = np.arange(len(ids))
    return rank[full], ids[order]


def _combined(
    codes: list[npt.NDArray[np.int64]],
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """One code for each distinct row of *codes*, and the first row that has it."""
    joint = codes[0]
    for column in codes[1:]:
        joint, _ = pd.factorize(joint * (int(column.max(initial=0)) + 1) + column)
    joint, _ = pd.factorize(joint)
    joint = joint.astype(np.int64)
    first = np.empty(int(joint.max(initial=-1)) + 1, np.int64)
    backwards = np.arange(len(joint))[::-1]
    first[joint[backwards]] = backwards
    return joint, first


def _slugs(columns: list[npt.NDArray[np.object_]]) -> list[str]:
    made: dict[str, str] = {}
    slugs = [
        [made[text] if text in made else made.setdefault(text, _slug(text)) for text in column]
        for column in columns
    ]
    return ["/".join(cells).rstrip("/-") or "-" for cells in zip(*slugs, strict=True)]


def _slug(text: str) -> str:
    return _NO_WORD.sub("-", text).strip("-") or "-"


def _told_apart(slugs: list[str], keys: Iterable[str]) -> list[str]:
    counts = pd.Series(slugs, dtype=object).duplicated(keep=False)
    return [
        f"{slug}~{hashlib.blake2s(key.encode(), digest_size=3).hexdigest()}" if twice else slug
        for slug, key, twice in zip(slugs, keys, counts, strict=True)
    ]


def measure_kinds(claims: pd.DataFrame, settings: Settings) -> npt.NDArray[np.int8]:
    """Kind of each claim's measure (DESIGN, section 4): STOCK, TALLY, FLOW or CONSTANT, (n,).

    A measure is known by its name or by the last word before a preposition ("excess deaths",
    "length of the river"); a bare one by that of its subject. A figure over a definite period of
    more than a year is a flow, unless its measure is declared a stock or a constant, and so are the
    others of its topic whose measure is not declared. Reads the columns subject, measure,
    dimension, topic_code and is_long_period.
    """
    measure, measures = pd.factorize(claims[c.MEASURE])
    declared = np.array([_declared(name, settings) for name in measures], np.int8)[measure]
    bare = np.array([folded(name) in settings.bare_measures for name in measures], bool)[measure]
    if bare.any():
        subject, subjects = pd.factorize(claims[c.SUBJECT].to_numpy()[bare])
        by_subject = np.array(
            [FLOW if head_words(name) & settings.flows else -1 for name in subjects], np.int8
        )
        declared[bare] = by_subject[subject]
    long = claims[c.IS_LONG_PERIOD].to_numpy() & ~np.isin(declared, (STOCK, CONSTANT))
    topic = claims[c.TOPIC_CODE].to_numpy()
    over_periods = np.isin(topic, np.unique(topic[long])) & (declared < 0)
    kind = np.where(long | over_periods, FLOW, np.where(declared < 0, STOCK, declared))
    dated = (claims[c.DIMENSION] == "date").to_numpy()
    return np.where(dated, CONSTANT, kind).astype(np.int8)


def _declared(measure: str, settings: Settings) -> int:
    words = head_words(measure)
    for kind, names in (
        (CONSTANT, settings.constants),
        (TALLY, settings.tallies),
        (FLOW, settings.flows),
        (STOCK, settings.stocks),
    ):
        if words & names:
            return kind
    return -1


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
