"""Parts of one, in words: "half", "three quarters", "and a half", "point five"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.parsing.reader import Reader
from claimcheck.parsing.scales import scale_at
from claimcheck.parsing.sums import HUNDRED, Sum

_THOUSAND = 1000


def read_part(reader: Reader, state: Sum) -> bool:
    """A part of one: "half", "three quarters", "a third", "half of a million"."""
    language, low = reader.language, reader.peek().low
    denominator = language.fractions[low]
    if state.group is None:
        article = (
            reader.place > 0 and reader.peek(-1).low in language.mark("article")
            and denominates(reader, 0)
        )  # fmt: skip
        if state.started or (low in language.ordinals and not article):
            return False
        numerator = Decimal(1)
    else:
        numerator = state.group
        whole = numerator == numerator.to_integral_value()
        if state.total or not whole or state.fraction or state.words > 2 or state.scales:
            return False
        if low in language.ordinals and (state.gap > 1 or (state.words == 0 and numerator > 99)):
            return False
        if low in language.ordinals and low == _second(reader):
            return False
    state.group, state.fraction, state.gap = numerator / denominator, True, Decimal(0)
    state.words += 1
    reader.place += 1
    _skip_to_scale(reader)
    return True


def denominates(reader: Reader, ahead: int) -> bool:
    """Whether an ordinal word after an article is a part ("a third"), not a place in an order."""
    after = reader.peek(ahead + 1)
    joins = after.low in reader.language.mark("of") or after.low in reader.language.cues
    return after.kind != "w" or joins


def _second(reader: Reader) -> str:
    """The word for the second in order, which is a duration and no part."""
    return next((word for word, value in reader.language.ordinals.items() if value == 2), "")


def _skip_to_scale(reader: Reader) -> None:
    ahead = 0
    if reader.peek(ahead).low == "-":
        ahead += 1
    if reader.peek(ahead).low in reader.language.mark("of"):
        ahead += 1
    if reader.peek(ahead).low in reader.language.mark("article"):
        ahead += 1 + (reader.peek(ahead + 1).low == "-")
    if ahead and reader.peek(ahead).low in reader.language.scales:
        reader.place += ahead


def read_added_part(reader: Reader, state: Sum) -> bool:
    """A part that is added: "and a half", "and two thirds", "and a quarter million"."""
    start, language = reader.place, reader.language
    if reader.peek().low in language.mark("article"):
        reader.place += 1 + (reader.peek(1).low == "-")
    numerator = language.numbers.get(reader.peek().low)
    if numerator is not None:
        reader.place += 1
        if reader.peek().low == "-":
            reader.place += 1
    low = reader.peek().low
    plain = reader.place == start and low in language.ordinals
    if low not in language.fractions or plain or state.fraction:
        reader.place = start
        return False
    reader.place += 1
    part = (numerator or Decimal(1)) / language.fractions[low]
    _skip_to_scale(reader)
    follows = scale_at(reader, after_digits=False)
    if follows and state.last is not None and state.group is None and follows[0] <= state.last:
        state.total += part * follows[0]
        reader.place += follows[1]
    elif state.group is None and state.last is not None:
        state.total += part * state.last
    else:
        few = bool(state.scales) and state.scales[-1] < HUNDRED
        state.group = (state.group or Decimal(0)) + part * (state.scales[-1] if few else 1)
        state.gap = Decimal(0)
    state.scales = ()
    state.words += 1
    return True


def read_with(reader: Reader, state: Sum) -> bool:
    """A half that is added by "with" and by nothing else: "два с половиной миллиона"."""
    if reader.peek(1).low not in reader.language.fractions or not state.started:
        return False
    start = reader.place
    reader.place += 1
    if read_added_part(reader, state):
        return True
    reader.place = start
    return False


def read_half(reader: Reader, state: Sum) -> bool:
    """A half that follows what it is added to: "üç buçuk", "bir milyon yarım"."""
    if state.fraction:
        return False
    half = Decimal("0.5")
    if state.group is not None and state.group % 1 == 0:
        state.group += half
    elif state.group is None and state.last is not None:
        state.total += half * state.last
    else:
        return False
    state.gap, state.scales = Decimal(0), ()
    state.words += 1
    reader.place += 1
    return True


def _and_behind_point(reader: Reader) -> bool:
    """Whether "and" joins the decimals, as Russian does: "пять целых и три десятых"."""
    language = reader.language
    counted = reader.peek(1).low in language.numbers
    return bool(language.mark("with")) and reader.peek().low in language.mark("and") and counted


def read_point(reader: Reader, state: Sum) -> bool:
    """The decimals said after the point: "zero point zero eight", "1 point 1"."""
    start = reader.place
    reader.place += 1
    if (reader.peek().low == "-" and reader.adjoins()) or _and_behind_point(reader):
        reader.place += 1
    digits = ""
    if reader.peek().kind == "n" and reader.peek().low.isdigit():
        digits = reader.peek().low
        reader.place += 1
    else:
        while True:
            value = reader.language.numbers.get(reader.peek().low)
            if value is None or value != value.to_integral_value():
                break
            if value > 9 and digits:
                break
            digits += str(int(value))
            reader.place += 1
            if value > 9:
                unit = reader.language.numbers.get(reader.peek().low, Decimal(10))
                if value % 10 == 0 and 0 < unit < 10:
                    digits = str(int(value + unit))
                    reader.place += 1
                break
    bare = not state.started or state.last == _THOUSAND
    below = reader.language.fractions.get(reader.peek().low, Decimal(0))
    if digits and below in {10, 100, 1000} and len(digits) < len(str(below)):
        digits = digits.rjust(len(str(below)) - 1, "0")  # "семь целых пять сотых"
        reader.place += 1
    whole = state.group if state.group is not None else (Decimal(0) if bare else None)
    if not digits or whole is None or whole != whole.to_integral_value() or state.fraction:
        reader.place = start
        return False
    state.group = Decimal(f"{int(whole)}.{digits}")
    state.gap, state.scales = Decimal(0), ()
    state.words += 1
    return True
