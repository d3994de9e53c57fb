"""Articles before numbers: whether "un" and "ein" are the number one, or lead to a scale."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.parsing.fractions import denominates
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.sums import HUNDRED

_LONGEST_BETWEEN = 3


def counts_after_article(reader: Reader) -> bool:
    """Whether a scale, a part or a hundred follows an article: "a million", "a third"."""
    low, language = reader.peek(1).low, reader.language
    if low in language.scales or low in language.fractions:
        return low not in language.ordinals or low in {"half", "quarter"} or denominates(reader, 1)
    return language.numbers.get(low, Decimal(0)) >= HUNDRED


def is_one(reader: Reader) -> bool:
    """Whether an article is the number one: alone, before a half, an end or part of two numbers."""
    if reader.peek().low not in reader.language.numbers:
        return False
    glued = reader.peek().start == reader.peek(1).start
    language, after = reader.language, reader.peek(1).low
    halved = after in language.mark("half") or (
        after in language.mark("and") and reader.peek(2).low in language.mark("article")
        and reader.peek(3).low in language.fractions
    )  # fmt: skip
    pointed = after in language.mark("point") and reader.peek(2).low in language.numbers
    halved = halved or pointed or _goes_on_by_half(reader, 1)
    before = reader.peek(-1).low if reader.place > 0 else ""
    led = before in language.mark("share_before") or before in language.mark("minus")
    return glued or halved or led or _before_number(reader) or len(reader.tokens) == 1


def _goes_on_by_half(reader: Reader, ahead: int) -> bool:
    """Whether "and" and a half with no article stand *ahead*: "un et demi", "uno e mezzo"."""
    joined = reader.peek(ahead).low in reader.language.mark("and")
    return joined and reader.language.fractions.get(reader.peek(ahead + 1).low) == 2


def _before_number(reader: Reader) -> bool:
    """Whether a joint and a number follow: "un sur cinq", "um em cinco", "ein bis zwei"."""
    place = reader.place
    length = reader.cue_at(place + 1, ("out_of", "to", "or"))[1]
    if not length and reader.peek(1).kind == "w":
        length = reader.cue_at(place + 2, ("out_of",))[1]
        length += length > 0  # "un Français sur trois"
    if reader.peek(1).low in reader.language.mark("and") and _behind_between(reader):
        length = 1
    length = length or int(reader.peek(1).low in reader.language.mark("in"))
    after = reader.peek(1 + length)
    return bool(length) and (after.kind == "n" or after.low in reader.language.numbers)


def _behind_between(reader: Reader) -> bool:
    """Whether a "between" has announced two ends right before."""
    return any(
        reader.cue_at(place, ("between",))[1] == reader.place - place
        for place in range(max(0, reader.place - _LONGEST_BETWEEN), reader.place)
    )
