"""What a source does with a figure: stands behind it, passes it on, doubts it or rejects it."""

from __future__ import annotations

import difflib
from enum import StrEnum

from claimcheck.errors import UnknownStanceError

_SYNONYMS = {
    "assert": "asserts",
    "support": "asserts",
    "supports": "asserts",
    "agree": "asserts",
    "agrees": "asserts",
    "report": "reports",
    "discuss": "reports",
    "discusses": "reports",
    "comment": "reports",
    "comments": "reports",
    "dispute": "disputes",
    "query": "disputes",
    "queries": "disputes",
    "deny": "denies",
    "refute": "denies",
    "refutes": "denies",
    "disagree": "denies",
    "disagrees": "denies",
}


class Stance(StrEnum):
    """Attitude of a source to a figure that it gives."""

    ASSERTS = "asserts"
    REPORTS = "reports"
    DISPUTES = "disputes"
    DENIES = "denies"

    @classmethod
    def parse(cls, text: str) -> Stance:
        """The stance that *text* names, in any case, by its own word or a synonym.

        Raises:
            UnknownStanceError: If it names none, with the stances and the nearest of them.

        >>> Stance.parse("Refutes")
        <Stance.DENIES: 'denies'>
        """
        word = text.strip().casefold()
        try:
            return cls(_SYNONYMS.get(word, word))
        except ValueError as error:
            raise UnknownStanceError(f"{text!r} is no stance", cls.hint_for(word)) from error

    @classmethod
    def hint_for(cls, word: str) -> str:
        """The stances allowed, and the one that *word* may have meant.

        >>> Stance.hint_for("assrts")
        'did you mean asserts? allowed: asserts, reports, disputes, denies'
        """
        allowed = f"allowed: {', '.join(cls)}"
        nearest = difflib.get_close_matches(word.casefold(), [*cls, *_SYNONYMS], n=1)
        if not nearest:
            return allowed
        return f"did you mean {_SYNONYMS.get(nearest[0], nearest[0])}? {allowed}"

    @property
    def votes(self) -> bool:
        """Whether the source vouches for the figure or passes it on without doubt."""
        return self in {Stance.ASSERTS, Stance.REPORTS}


STANCE_WORDS = {**_SYNONYMS, **{stance.value: stance.value for stance in Stance}}
