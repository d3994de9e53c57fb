"""What the columns of each table are: required, numeric, of a few words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from claimcheck.model.stance import STANCE_WORDS
from claimcheck.tables import columns as c

METHODS = (
    "census",
    "register",
    "survey",
    "official",
    "estimate",
    "projection",
    "sum",
    "slogan",
)
KINDS = (
    "census",
    "statistical-office",
    "government",
    "ngo",
    "academic",
    "encyclopedia",
    "media",
    "reference-work",
    "other",
)
_ANSWERS = {"yes": "yes", "no": "no", "true": "yes", "false": "no"}


@frozen(kw_only=True)
class Shape:
    """What the columns of a table are.

    Attributes:
        columns: All that the specification names, in order.
        required: Those that have to be there.
        numeric: Those that hold numbers, or days where the unit is ``date``.
        listed: Those that may hold several names.
        words: For those whose words are known: how each is spelled in the table, by the lower
            case of the words that are read; others stay as they are.
    """

    columns: tuple[str, ...]
    required: tuple[str, ...]
    numeric: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    words: Mapping[str, Mapping[str, str]] = field(factory=dict)


def _as_they_are(words: Iterable[str]) -> Mapping[str, str]:
    return {word: word for word in words}


CLAIM_SHAPE = Shape(
    columns=c.CLAIM_COLUMNS,
    required=c.CLAIM_REQUIRED,
    numeric=c.NUMERIC,
    listed=(c.DISPUTES,),
    words={
        c.METHOD: _as_they_are(METHODS),
        c.UNIT: _as_they_are(["date"]),
        c.STANCE: STANCE_WORDS,
    },
)
SOURCE_SHAPE = Shape(
    columns=c.SOURCE_COLUMNS,
    required=c.SOURCE_REQUIRED,
    listed=(c.DERIVED_FROM,),
    words={c.KIND: _as_they_are(KINDS)},
)
TOTAL_SHAPE = Shape(
    columns=c.TOTAL_COLUMNS, required=c.TOTAL_REQUIRED, words={c.COMPLETE: _ANSWERS}
)
