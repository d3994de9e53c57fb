"""What is counted, and of whom."""

from __future__ import annotations

from attrs import evolve, field, frozen

from claimcheck.errors import InvalidClaimError
from claimcheck.model.cells import text_of


@frozen
class Quantity:
    """One thing that has one value at one time.

    Attributes:
        subject: Who or what it is about.
        measure: The property: ``population``, ``count``, ``established``.
        place: One place name; empty where none applies.
        scope: The definition, where it differs from the plain reading; empty for the plain one.

    Raises:
        InvalidClaimError: If subject or measure is empty.

    >>> abroad = Quantity("Azerbaijanis", "population", "world", "outside Azerbaijan")
    >>> abroad == abroad.topic
    False
    """

    subject: str = field(converter=text_of)
    measure: str = field(converter=text_of)
    place: str = field(default="", converter=text_of)
    scope: str = field(default="", converter=text_of)

    def __attrs_post_init__(self) -> None:
        for name, text in (("subject", self.subject), ("measure", self.measure)):
            if not text:
                raise InvalidClaimError(f"a quantity has no {name}", f"say what the {name} is")

    @property
    def topic(self) -> Quantity:
        """The same in its plain reading: what quantities of other scopes have in common."""
        return evolve(self, scope="")

    def __str__(self) -> str:
        words = f"{self.subject}, {self.measure}"
        words += f", {self.place}" if self.place else ""
        return f"{words} ({self.scope})" if self.scope else words
