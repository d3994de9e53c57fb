"""A cursor over the tokens of a phrase, with the language that it is read in."""

from __future__ import annotations

from collections.abc import Collection
from typing import NoReturn

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing.languages import Language
from claimcheck.parsing.tokens import Token

END = Token("e", "", 0, 0)
_PAST_THE_END = (END,) * 16


class Reader:
    """Where the reading of a phrase stands.

    Attributes:
        text: The clean phrase.
        tokens: Its tokens.
        place: Index of the next token.
        language: The words that are known.
        decimal: The decimal separator, where it is known.
        usual: Whether that is only what the language has by custom.
        unit: Canonical name of the unit that the caller expects; None for none.
        lows: What each token says.
        kept_apart: Index of an "and" that parts two ends and joins no number words; -1 for none.
        letter_m: What a bare "m" stands for: ``million``, ``metre``, or empty for what fits best.
        running: Whether the figure stands amid other text, where a lone "from" opens no range.
        money: Whether a sign of money was read in this phrase.
        commas: Whether a sign that is open was taken to part thousands.
        doubts: What could be read otherwise: ``decimal``, ``m``, ``sign``, ``thousands``.
    """

    __slots__ = (
        "_cues", "_padded", "commas", "decimal", "doubts", "kept_apart", "language", "letter_m",
        "lows", "money", "place", "running", "text", "tokens", "unit", "usual",
    )  # fmt: skip

    def __init__(
        self,
        text: str,
        tokens: list[Token],
        language: Language,
        *,
        decimal: str | None,
        unit: str | None,
        letter_m: str = "",
        usual: bool = False,
    ) -> None:
        self.text = text
        self.tokens = tokens
        self._padded = [*tokens, *_PAST_THE_END]
        self.lows = tuple([token.low for token in tokens])
        self._cues: dict[int, tuple[tuple[str, ...], int]] = {}
        self.place = 0
        self.language = language
        self.decimal = decimal
        self.usual = usual
        self.unit = unit
        self.kept_apart = -1
        self.letter_m = letter_m
        self.running = False
        self.money = False
        self.commas = False
        self.doubts: set[str] = set()

    def peek(self, ahead: int = 0) -> Token:
        """The token *ahead* of the next one; an empty one past the end."""
        return self._padded[self.place + ahead]

    @property
    def other_decimal(self) -> str:
        """The decimal separator by which a sign that is open parts thousands."""
        return "." if self.decimal == "," else ","

    @property
    def done(self) -> bool:
        """Whether nothing is left."""
        return self.place >= len(self.tokens)

    def adjoins(self, ahead: int = 0) -> bool:
        """Whether no space parts the token *ahead* from the one before it."""
        place = self.place + ahead
        if not 0 < place < len(self.tokens):
            return False
        return self.tokens[place].start <= self.tokens[place - 1].end

    def written(self, first: int, last: int) -> str:
        """The text of the tokens from index *first* up to *last*, as written."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def sign(self, signs: str) -> str:
        """The next token if it is one of *signs*, which is then taken; else an empty text."""
        token = self.peek()
        if token.kind == "s" and token.low in signs:
            self.place += 1
            return token.low
        return ""

    def cue_at(self, place: int, roles: Collection[str]) -> tuple[str, int]:
        """Role and length of the longest cue at *place*; empty and 0 if it is none of *roles*.

        A longer cue of another role hides a shorter one: "plus or minus" is never "plus".
        """
        said = self._cues.get(place)
        if said is None:
            said = self._cues[place] = self._longest_cue(place)
        for role in said[0]:
            if role in roles:
                return role, said[1]
        return "", 0

    def _longest_cue(self, place: int) -> tuple[tuple[str, ...], int]:
        """All roles of the longest cue at *place*, and its length."""
        if place >= len(self.tokens):
            return (), 0
        for length, phrases in self.language.cues.get(self.lows[place], ()):
            roles = phrases.get(self.lows[place : place + length])
            if roles is not None:
                return roles, length
        return (), 0

    def cue(self, roles: Collection[str]) -> str:
        """Role of the cue that comes next, which is then taken; empty if it is none of *roles*."""
        role, length = self.cue_at(self.place, roles)
        self.place += length
        return role

    def fail(self, problem: str, hint: str = "", *, first: int | None = None) -> NoReturn:
        """Refuse the phrase, underlining from token *first* (the next one) on.

        Raises:
            FigureSyntaxError: Always.
        """
        place = self.place if first is None else first
        if place < len(self.tokens):
            start, end = self.tokens[place].start, self.tokens[place].end
        else:
            start, end = len(self.text), len(self.text) + 1
        raise FigureSyntaxError(problem, self.text, start, end, hint)
